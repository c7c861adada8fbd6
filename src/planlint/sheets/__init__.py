"""Sheets of declared columns and the five ways to draw any of them: screen, Markdown, CSV, workbook, page. What is shown stands in report/."""

__all__: list[str] = []
