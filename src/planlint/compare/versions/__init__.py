"""Two versions of one plan in, their differences out: 到2025年不少于40家 → 到2026年力争30家 is postponed, lowered and softened."""

from planlint.compare.versions.differences import differences

__all__ = ["differences"]
