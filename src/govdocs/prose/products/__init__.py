"""Prices times numbers, averages, foreign money at its rate."""
