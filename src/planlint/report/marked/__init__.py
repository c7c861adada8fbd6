"""A source text with marks in place, for pages: facts of an extraction, findings of a check, clickable from and to their tables."""
