"""A comparison as a person or a program reads it: `"".join(render_comparison(comparison, "md", view))`; one module a format."""
