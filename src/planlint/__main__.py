"""`python -m planlint` is `planlint`."""

from planlint.cli.app import main

if __name__ == "__main__":
    main()
