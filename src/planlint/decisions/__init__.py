"""Every number is decided once, in an order that can be read aloud, before any fact is built."""
