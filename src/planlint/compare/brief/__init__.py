"""The brief of one plan: keys of its facts, units that answer, tasks, open questions, the value of each number."""

from planlint.compare.brief.brief import brief_of

__all__ = ["brief_of"]
