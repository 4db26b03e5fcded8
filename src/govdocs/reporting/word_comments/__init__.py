"""A copy of a Word file with each finding as a comment at its very cell or sentence."""

from govdocs.reporting.word_comments.commenting import (
    CommentedDocx,
    PlacedComment,
    comment_docx,
)

__all__ = ["CommentedDocx", "PlacedComment", "comment_docx"]
