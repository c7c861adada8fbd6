"""`python -m planlint` is `planlint`."""

if __name__ == "__main__":
    try:
        from planlint.start.program import main

        main()
    except KeyboardInterrupt:  # while the little that is needed to say so was not there yet
        raise SystemExit(130) from None
