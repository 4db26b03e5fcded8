"""What an office means by a fund, an allocation, an indicator, a letter: the words of the field."""
