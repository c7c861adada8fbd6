"""The kinds of checks, a closed set with one file each: its `OPTIONS`, and its `check` from context and rule to findings."""
