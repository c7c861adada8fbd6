"""Facts of one or many plans: a small file a kind of fact, with its columns for files, workbooks and eyes."""
