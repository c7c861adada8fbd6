"""What `planlint check` found."""
