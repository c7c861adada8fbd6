"""What a check can be: the names that `kind:` in a rule may have."""

# Each name is one file under check/kinds/, which declares the options of its rules.
KINDS = (
    "source", "existence", "substitution", "pair", "sequence", "sum", "count", "parallel", "series", "target", "subsidy",
    "responsibility", "period", "consistency", "citation", "schema", "outline", "shorthand", "table", "confusion", "doubled", "calendar", "bound", "place", "near_name", "repeated_sum", "attachment", "official",
)  # fmt: skip
