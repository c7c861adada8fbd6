"""What a plan commits to: facts from mentions in their clauses, and the ledger of its numbers."""

from planlint.facts.facts import FirstFacts, find_facts, find_first_facts, numbers_in_names

__all__ = ["FirstFacts", "find_facts", "find_first_facts", "numbers_in_names"]
