"""Bytes to text without a guess that can be wrong silently."""

import pytest

from planlint import decode_document
from planlint.errors import InputError

PLAN = "云岭市行动计划\n一、目标\n到2025年，培育高新技术企业不少于40家，建设公共服务平台3个。\n" * 3


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_every_encoding_gives_the_same_text(encoding: str) -> None:
    data = PLAN.encode(encoding)
    if encoding in ("utf-16-le", "utf-16-be"):
        data = "\ufeff".encode(encoding) + data
    assert decode_document(data, "plan.txt").text == PLAN


@pytest.mark.parametrize(
    "data", [b"", b"\x00\x01\x02" * 50, b"Nur deutscher Text, kein Plan. " * 20, PLAN.encode()[:40] + b"\xff\xfe\xfd" * 30]
)  # fmt: skip
def test_what_is_no_chinese_plan_is_said(data: bytes) -> None:
    with pytest.raises(InputError, match=r"plan\.txt"):
        decode_document(data, "plan.txt")


@pytest.mark.parametrize("mess", ["\r\n", "\u00a0", "\u2002", "\u3000", "\u200b", "\u00ad", "\x00", "&nbsp;"])
def test_invisible_characters_change_no_fact(mess: str) -> None:
    from planlint import extract

    source = decode_document(f"一、目标\n到2025年，培育{mess}高新技术企业不少于40家。\n".encode(), "plan.txt")
    (target,) = extract(source).targets
    assert (target.value, target.deadline) == (40, "2025")
    assert target.quote == source.text[target.span.start : target.span.end]
