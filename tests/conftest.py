"""The small writers beside the samples can be imported by tests, and no test writes into the cache folder of whoever runs it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "samples"))

os.environ["PLANLINT_NO_CACHE"] = "1"
