"""The command line: the app, and one file a command."""
