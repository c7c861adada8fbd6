"""One file of a run of `check`: the settings that hold for it, its findings, its repairs and its annotated copy."""

__all__: list[str] = []
