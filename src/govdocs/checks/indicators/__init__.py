"""F201–F220: the rows of the indicator grid in both attachments."""
