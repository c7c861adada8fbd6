"""What lower plans make of the plan above them."""
