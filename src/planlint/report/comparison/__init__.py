"""A comparison of several plans."""
