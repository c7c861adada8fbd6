"""Many documents: which files there are, the processes that read them, what fails, where a run goes on. Paths in, results in their order out."""

__all__: list[str] = []
