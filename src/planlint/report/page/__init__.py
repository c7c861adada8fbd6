"""Pages for a browser: one HTML file that needs nothing else, from the templates beside; Jinja2 is imported here alone."""
