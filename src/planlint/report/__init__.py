"""Reports: an `Extraction` in, text out, one module a format."""
