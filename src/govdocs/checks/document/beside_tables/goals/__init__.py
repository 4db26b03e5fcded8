"""Goals, standards and money that a sentence tells and a form holds."""
