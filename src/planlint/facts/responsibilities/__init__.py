"""Who answers for what: `（责任单位：甲局、乙局）`, `由甲局牵头`, lists of duties, table columns."""

from planlint.facts.responsibilities.responsibilities import find_responsibilities

__all__ = ["find_responsibilities"]
