"""F301–F318: the letter, its attachments, numbers, dates and offices."""
