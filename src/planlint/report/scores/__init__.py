"""What is shown of a score: precision, recall and F1 of the program against reviewed plans."""
