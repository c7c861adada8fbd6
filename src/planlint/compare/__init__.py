"""Facts of several plans in, a `Comparison` out: 高新技术企业 of 济源, 晋城 and 沂源 in one row, each cell with its evidence."""
