"""The indicator as the sentence prints it, where the extraction's is cut: 就业 of 城镇新增就业18万人 is 城镇新增就业."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.text.plain import plain

if TYPE_CHECKING:
    from planlint.compare.vocabulary import Vocabulary
    from planlint.meaning.clauses import Clause
    from planlint.model.fact import Target
    from planlint.model.plan_facts import KeyedTarget

_LEVEL_ALONE = re.compile(r"(?:国家|省|市|县|区)级?(?:及|以上|及以上|和|、|与|或)*$")
_DANGLING = re.compile(r"[及和与或、]$")
_FOLLOWING = re.compile(r"[\u4e00-\u9fff“”\"()]+")
# Spellings are no longer than this; what is looked at stays short, whatever the sentence.
_LONGEST = 24


def surface_of(target: Target, clause: Clause, last: KeyedTarget | None, words: Vocabulary) -> str:
    """The indicator, completed from the words around it and from the target in front of it."""
    name = _completed(plain(target.indicator), clause)
    longer = _dictionary_name(name, clause, words)
    if longer is not None:
        return longer
    head = words.spelled(name)
    if head not in words.lists["bare_heads"]:
        return name
    product = _product_of(last, head, words) if last is not None else None
    return product or _product_in(words.spelled(clause.sentence), head, words) or name


def _completed(name: str, clause: Clause) -> str:
    """省级及 | 以上创新平台, 各|类研发平台: what the extraction cut off."""
    if not name or _LEVEL_ALONE.fullmatch(name) or _DANGLING.search(name):
        following = _FOLLOWING.match(clause.after)
        rest = following.group() if following else ""
        name = name + rest if name else rest or clause.quote
    if name.startswith("类") and f"各{name[:3]}" in clause.before + clause.quote:
        name = f"各{name}"
    return name


def _dictionary_name(name: str, clause: Clause, words: Vocabulary) -> str | None:
    """The longest spelling of the dictionary that ends where the name does and begins in front of it."""
    text = clause.before + clause.quote
    at = text.rfind(name)
    if at < 0 or not name:
        return None
    spelled = words.spelled(text[max(0, at - _LONGEST) : at + len(name)])
    own = len(words.spelled(name))
    for size in range(min(len(spelled), _LONGEST), own, -1):
        if words.concepts.knows(spelled[-size:]):
            return spelled[-size:]
    return None


def _product_of(last: KeyedTarget, head: str, words: Vocabulary) -> str | None:
    """粮食产量 for 产量 behind 粮食播种面积3320万亩: only what the dictionary has."""
    noun = words.spelled(last.key.noun)
    for size in range(len(noun), 1, -1):
        if words.concepts.knows(noun[:size] + head):
            return noun[:size] + head
    return None


def _product_in(sentence: str, head: str, words: Vocabulary) -> str | None:
    """重大项目投资 for 投资 in a sentence that speaks of 重大项目 and of nothing else that has 投资 of its own."""
    found = [product for product in words.products[head] if len(product) > 1 and product in sentence]
    longest = [
        product for product in found if not any(product in other for other in found if other != product)
    ]
    return longest[0] + head if len(longest) == 1 else None
