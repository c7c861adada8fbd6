"""`python -m planlint` is `planlint`."""

from planlint.start.program import main

if __name__ == "__main__":
    main()
