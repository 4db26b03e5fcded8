"""The checks of a finished document on its own: prose against prose, prose against tables, table against table."""
