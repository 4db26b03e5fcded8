"""Printed scoring rules: each prints as the official sentence and computes as arithmetic."""

from govdocs.evaluation.scoring.outcome import Outcome
from govdocs.evaluation.scoring.printing import rule_text
from govdocs.evaluation.scoring.scorer import score_of

__all__ = ["Outcome", "rule_text", "score_of"]
