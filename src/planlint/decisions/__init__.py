"""Every number is decided once, in an order that can be read aloud, before any fact is built."""

from planlint.decisions.decide import decide_numbers

__all__ = ["decide_numbers"]
