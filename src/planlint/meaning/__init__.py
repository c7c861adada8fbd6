"""How the number of a fact is meant: one answer for extraction, checks and comparison."""
