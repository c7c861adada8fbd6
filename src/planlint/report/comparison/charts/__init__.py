"""A comparison made ready for its page: what each cell of each table and chart says, and the evidence that it opens."""
