"""Names of the filters by which an engine prints a value where runs and breaks cannot stand."""

PLAIN = "in_plain_text"
"""In the text of an element that knows no line breaks: properties, field codes, charts."""

ATTRIBUTE = "in_attribute"
"""In an attribute: a column span, a colour."""
