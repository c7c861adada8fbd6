"""Five ways to draw any sheet: screen, Markdown, delimited text, workbook, page. None of them knows what a target is."""
