"""What a stretch of text is about: review, plan or norm, of which year, in which part of the document."""
