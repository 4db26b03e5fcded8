"""F301–F317: the letter, its attachments, numbers, dates and offices."""
