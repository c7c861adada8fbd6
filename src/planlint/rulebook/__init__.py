"""The YAML under rules/, found and loaded: vocabulary (lexicon), role rules, checks, schemas."""

from planlint.rulebook.book import Rulebook, builtin_rules

__all__ = ["Rulebook", "builtin_rules"]
