"""Tables as tables: which rows and columns the source text has, in any of the ways that copies leave them."""

from planlint.tables.tables import find_tables

__all__ = ["find_tables"]
