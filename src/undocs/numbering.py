"""Numbers that Word counts itself: the file holds only the rule; the label (`115.1`, `(a)`) is counted here."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# The number of a level within a label's pattern: "%1.%2"
_PLACE = re.compile(r"%(\d)")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
# A style may stand on another, that on a third; a broken file lets them stand on each other in a circle.
_DEEPEST_STYLE = 12


@dataclass(slots=True)
class _Level:
    """One level of a list: the first number, its form (`decimal`, `lowerLetter` …), the pattern of its label."""

    start: int = 1
    form: str = "decimal"
    pattern: str = ""


@dataclass(slots=True)
class _List:
    """One list in use: its levels, and the counts of the abstract list it shares with others."""

    levels: dict[int, _Level]
    counts: dict[int, int]
    restarts: dict[int, int] = field(default_factory=dict)


class Labels:
    """Counts the labels of a document's paragraphs, which must be asked for in reading order, each once."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        self._lists = {} if numbering is None else dict(_lists(numbering))
        self._styles = (
            {} if styles is None else {style.get(_W + "styleId", ""): style for style in styles.iter(_W + "style")}
        )

    def of(self, paragraph: etree._Element) -> str:
        """Return the label in front of a paragraph, with a space behind it; empty where Word shows none."""
        number, depth = self._list_of(paragraph)
        used = self._lists.get(number)
        level = used.levels.get(depth) if used else None
        if used is None or level is None:
            return ""
        self._count(used, depth, level)
        if level.form == "bullet":
            return "• "
        label = _PLACE.sub(lambda place: _written(used, int(place[1]) - 1), level.pattern).strip()
        return f"{label} " if label and level.form != "none" else ""

    def _list_of(self, paragraph: etree._Element) -> tuple[str, int]:
        """Return the list's id and the level of a paragraph, its own or its style's; an empty id for none."""
        own = paragraph.find(f"{_W}pPr/{_W}numPr")
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        number, depth = _rule(own)
        name = "" if style is None else style.get(_W + "val", "")
        for _ in range(_DEEPEST_STYLE):
            found = self._styles.get(name)
            if found is None or (number is not None and depth is not None):
                break
            its_number, its_depth = _rule(found.find(f"{_W}pPr/{_W}numPr"))
            number, depth = number or its_number, its_depth if depth is None else depth
            base = found.find(f"{_W}basedOn")
            name = "" if base is None else base.get(_W + "val", "")
        return number or "", depth or 0

    @staticmethod
    def _count(used: _List, depth: int, level: _Level) -> None:
        if depth in used.restarts:
            used.counts[depth] = used.restarts.pop(depth)
        else:
            used.counts[depth] = used.counts[depth] + 1 if depth in used.counts else level.start
        for deeper in [each for each in used.counts if each > depth]:
            del used.counts[deeper]


def _rule(properties: etree._Element | None) -> tuple[str | None, int | None]:
    if properties is None:
        return None, None
    number, depth = properties.find(f"{_W}numId"), properties.find(f"{_W}ilvl")
    return (
        None if number is None else number.get(_W + "val"),
        None if depth is None else int(depth.get(_W + "val", "0")),
    )


def _lists(numbering: etree._Element) -> Iterator[tuple[str, _List]]:
    """Yield each list's id and rules; lists that stand on the same abstract one count together."""
    abstract = {
        each.get(_W + "abstractNumId", ""): dict(map(_level, each.iter(_W + "lvl")))
        for each in numbering.iter(_W + "abstractNum")
    }
    counts: dict[str, dict[int, int]] = {each: {} for each in abstract}
    for each in numbering.iter(_W + "num"):
        link = each.find(f"{_W}abstractNumId")
        base = "" if link is None else link.get(_W + "val", "")
        if base in abstract:
            yield each.get(_W + "numId", ""), _overridden(each, _List(dict(abstract[base]), counts[base]))


def _overridden(number: etree._Element, used: _List) -> _List:
    for override in number.iter(_W + "lvlOverride"):
        depth = int(override.get(_W + "ilvl", "0"))
        if (level := override.find(f"{_W}lvl")) is not None:
            used.levels[depth] = _level(level)[1]
        if (start := override.find(f"{_W}startOverride")) is not None:
            used.restarts[depth] = int(start.get(_W + "val", "1"))
    return used


def _level(element: etree._Element) -> tuple[int, _Level]:
    def value(name: str, otherwise: str) -> str:
        found = element.find(_W + name)
        return otherwise if found is None else found.get(_W + "val", otherwise)

    return int(element.get(_W + "ilvl", "0")), _Level(
        int(value("start", "1")), value("numFmt", "decimal"), value("lvlText", "")
    )


def _written(used: _List, depth: int) -> str:
    """Return the count of one level in its form; a level that was not met yet counts as its start."""
    level = used.levels.get(depth, _Level())
    count = used.counts.get(depth, level.start)
    match level.form.removeprefix("lower").removeprefix("upper"):
        case "Letter" if count > 0:
            written = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        case "Roman" if count > 0:
            written = _roman(count)
        case _:
            return str(count)
    return written.upper() if level.form.startswith("upper") else written


def _roman(count: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        written += sign * (count // value)
        count %= value
    return written
