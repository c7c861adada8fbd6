"""Facts from mentions in their clauses: targets, milestones, subsidies, responsibilities, citations, document data, ledger."""

from planlint.facts.find import find_facts

__all__ = ["find_facts"]
