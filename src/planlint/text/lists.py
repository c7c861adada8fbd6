"""What links the members of a list: 35万头`和`600万羽, 甲`、`乙."""

from __future__ import annotations

import re

LIST_LINK = re.compile("\\s*(?:、|和|及|与|，|,)\\s*(?:以及)?")
