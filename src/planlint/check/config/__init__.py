"""planlint.yaml: found by walking up, validated with every error at once, laid over what it extends."""

from planlint.check.config.config_file import find_config
from planlint.check.config.settle import Config, read_draft

__all__ = ["Config", "find_config", "read_draft"]
