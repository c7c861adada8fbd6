"""The agreement as one JSON object, of the same shape as scores."""

from planlint.report.scores.records import as_json

__all__ = ["as_json"]
