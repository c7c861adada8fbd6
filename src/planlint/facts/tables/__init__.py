"""Facts that stand in tables: what each column says is read from its cells, not from the words around a number."""
