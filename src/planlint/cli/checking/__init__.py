"""What `planlint check` does behind its command line: configurations, files, repairs, reports."""
