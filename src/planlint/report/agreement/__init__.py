"""What is shown of the agreement of two reviewers: F1, and Cohen's kappa of each field."""
