"""The ledger of numbers: every numeral of the source exactly once, with what was decided of it."""

from planlint.facts.ledger.write import write_ledger

__all__ = ["write_ledger"]
