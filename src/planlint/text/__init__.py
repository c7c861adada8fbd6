"""Reading single expressions: numerals, dates, sentence edges, words."""
