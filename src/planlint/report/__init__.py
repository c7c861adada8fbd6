"""Reports: what was extracted, checked or compared, as sheets and documents, drawn in any format.

`sheet.py` and `document.py` say what can be drawn, `draw/` draws it, `formats.py` is the registry; a folder a report says what is shown of it
(`shown.py`) and holds the formats that are no sheets. docs/formats.md has the whole.
"""
