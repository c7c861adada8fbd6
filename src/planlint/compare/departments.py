"""The name that a department is compared by: 市经济信息委, 市工信局 and 省工业和信息化厅 are 工业和信息化局; 青浦区政府 is itself alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from planlint.meaning.vocabulary import any_of
from planlint.text.plain import plain

if TYPE_CHECKING:
    from planlint.model.fact import Responsibility
    from planlint.rulebook import Rulebook

_HAN = r"[\u4e00-\u9fff]"
_KINDS = r"自治区|自治州|自治县|示范区|实验区|试验区|开发区|新区|省|市|区|县|州|旗|盟"
_IS_PLACE = re.compile(rf"^$|(?:{_KINDS}|党|委)$")
_BETWEEN = re.compile(r"[和与及、]")
_EXTRAS = re.compile(r"(?:管理|事务|工作)$")
_ALL = re.compile(r"^(?:各|所有|相关|有关|其他|全市|全省|全区|全县|沿线|属地)")


@dataclass(frozen=True, slots=True)
class Departments:
    """What is known of departments: by full name, by what they are for, by kind; and how a name begins and ends."""

    names: dict[str, str]
    stems: dict[str, str]
    combined: dict[str, tuple[str, ...]]
    kinds: tuple[tuple[str, str], ...]
    ending: re.Pattern[str]
    suffix: re.Pattern[str]
    prefix: re.Pattern[str]
    territorial: re.Pattern[str]


@lru_cache(maxsize=8)
def departments(rules: Rulebook) -> Departments:
    """The departments of a rulebook."""
    words = rules.words("departments")
    names = {name: name for name in (*words["departments"], *words["combined"])}
    for name, others in words["departments"].items():
        for other in others or ():
            names.setdefault(other, name)
    for short, full in rules.words("agencies")["short_names"].items():
        names.setdefault(short, names.get(full, full))
    suffix = re.compile(f"{any_of(words['suffixes'])}$")
    stems: dict[str, str] = {}
    for other, name in names.items():
        if other.endswith(tuple(words["suffixes"])):
            stems.setdefault(_stem(other, suffix), name)
    prefix = re.compile(rf"^(?!{any_of(words['no_level'])})(?:{_HAN}{{2,4}}?)?(?:{_KINDS})(?={_HAN}{{2,}})")
    return Departments(
        names=names,
        stems={stem: name for stem, name in stems.items() if len(stem) > 1},
        combined={name: tuple(parts) for name, parts in words["combined"].items()},
        kinds=tuple((mark, kind) for kind, marks in words["kinds"].items() for mark in marks),
        ending=re.compile(f"{any_of(names)}$"),
        suffix=suffix,
        prefix=prefix,
        territorial=re.compile(f"{any_of(words['territorial'])}$"),
    )


def _stem(name: str, suffix: re.Pattern[str]) -> str:
    """What it is for: 住房和城乡建设管理委员会 is 住房城乡建设."""
    bare = _BETWEEN.sub("", suffix.sub("", name)).replace("监督管理", "监管")
    return _EXTRAS.sub("", bare) or bare


def department(item: Responsibility, place: str | None, label: str, rules: Rulebook) -> str:
    """The name that a unit of one plan is compared by; a group (各镇人民政府) keeps its own."""
    known = departments(rules)
    full = plain(item.canonical or item.unit)
    if _ALL.match(full):
        return full
    kind = _kind(full, known)
    if kind is not None:
        return kind
    unit = plain(item.unit)
    for name in dict.fromkeys((full, unit, _without_place(full, place), _without_place(unit, place))):
        found = _named(name, known)
        if found is not None and not known.territorial.fullmatch(found):
            return found
    if known.territorial.search(full):
        return _territory(full, label, known)
    return known.prefix.sub("", full) if item.canonical is not None else full


def _kind(full: str, known: Departments) -> str | None:
    return next((kind for mark, kind in known.kinds if mark in full), None)


def _territory(full: str, label: str, known: Departments) -> str:
    """青浦区人民政府; 市人民政府（云岭), for every place has one of that name."""
    own = known.territorial.sub("", full)
    name = re.sub(r"(?<!人民)政府$", "人民政府", full).replace("管委会", "管理委员会")
    return name if len(own) > 2 else f"{name}（{label}）"


def _without_place(name: str, place: str | None) -> str:
    """资规江都分局 of 江都 is 资规局: an office of the upper one in this place."""
    if not place or place not in name:
        return name
    return re.sub("分局$", "局", re.sub(rf"{re.escape(place)}(?:{_KINDS})?", "", name, count=1))


def _named(name: str, known: Departments) -> str | None:
    if name in known.names:
        return known.names[name]
    match = known.ending.search(name)
    # 工业和科技创新委员会 is one name, not 工业和 in front of another
    if match is not None and _IS_PLACE.search(name[: match.start()]):
        return known.names[match.group()]
    bare = known.prefix.sub("", name)
    for candidate in dict.fromkeys((name, bare)):
        stem = _stem(candidate, known.suffix)
        if candidate in known.names or (known.suffix.search(candidate) and stem in known.stems):
            return known.names.get(candidate) or known.stems[stem]
    return None


def parts_of(name: str, rules: Rulebook) -> tuple[str, ...]:
    """The departments whose work a combined bureau does; none for others."""
    known = departments(rules)
    if name in known.combined:
        return known.combined[name]
    if name in known.names.values() or not known.suffix.search(name):
        return ()
    return _split(_stem(name, known.suffix), known)


def _split(stem: str, known: Departments) -> tuple[str, ...]:
    """财政金融 is 财政 and 金融: two fields that use up the name."""
    for size in range(len(stem) - 2, 1, -1):
        first, second = known.stems.get(stem[:size]), known.stems.get(stem[size:])
        if first is not None and second is not None and first != second:
            return first, second
    return ()
