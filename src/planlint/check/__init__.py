"""Rules and schemas over one plan: what is wrong, where, how bad, and how to repair it."""
