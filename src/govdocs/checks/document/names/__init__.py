"""Names, places, numbers of documents, references and attachments."""
