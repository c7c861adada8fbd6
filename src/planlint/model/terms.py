"""What a document says once and means everywhere: 列首位的为牵头单位, 完成时限：2019年6月底, 以下简称“高新区”. Spans count in CLEAN text."""

from __future__ import annotations

from dataclasses import dataclass, field

from planlint.model.fact import DocumentData


@dataclass(frozen=True, slots=True)
class Terms:
    """Computed once, before any fact, and asked by every finder. `document` is what the plan says of itself."""

    document: DocumentData = field(default_factory=DocumentData)
