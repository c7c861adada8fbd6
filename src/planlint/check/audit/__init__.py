"""The arithmetic of a plan: numbers with units, parts and totals, counts and lists. Plain text in, plain values out."""
