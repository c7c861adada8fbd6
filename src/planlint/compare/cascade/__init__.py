"""What lower plans make of the upper one: 研发投入强度 2.5 % → 2.8 % is raised by 0.3, a task that nobody takes up is missing."""

from planlint.compare.cascade.step import step_of
from planlint.compare.cascade.upper import upper_of

__all__ = ["step_of", "upper_of"]
