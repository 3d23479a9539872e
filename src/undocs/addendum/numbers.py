"""Numbers of recommendations as people type them: lists, ranges, short ranges, full stops for commas."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

_DASH = r"[-–—‑−]"
# 122.17 · 86.8.1 · 18 · but neither the share of "18 %" nor a figure such as 9,400
NUMBER = r"(?<![\d/,.])\d{1,3}(?:\.\d{1,3}){0,2}(?![\d%/]|\.\d|\s?%|,\d{3})"
# 122.17-18 · 122.62- 66 · 150 – 152 · 122.1 to 122.5
_REACH = rf"{NUMBER}(?:\s*(?:{_DASH}|to|through|à|al?|по|至|到|إلى)\s*{NUMBER})?"
# between two of a list: ", " · ". " · " and " · "; " · ".,"
_BETWEEN = r"\s*(?:[.,;،、，；]\s*)*(?:(?:and|&|et|y|e|и|Nos?\.?)\s+|[و和及与]\s*)?"
LIST = re.compile(rf"{_REACH}(?:{_BETWEEN}{_REACH})*")
_ONE = re.compile(rf"(?P<first>{NUMBER})(?:\s*(?:{_DASH}|to|through|à|al?|по|至|到|إلى)\s*(?P<last>{NUMBER}))?")
# 140.35.140.36: a full stop for a comma, and no space after it
_GLUED = re.compile(r"\b((\d{2,3})\.\d{1,3})\.(?=\2\.\d)")
# 122.141,122.146 · 98,99,100 · 171,136
_TIGHT = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{1,3}){0,2}(?:,\d{1,3}(?:\.\d{1,3}){0,2})+(?!\d)")
_LONGEST_RANGE = 400
_DIGITS_OF_A_GROUP = 3
_WIDEST_STEP = 20


@dataclass(slots=True)
class Numbers:
    """Numbers in the order typed, and ranges that cannot be right, as typed."""

    numbers: list[str] = field(default_factory=list)
    doubtful: list[str] = field(default_factory=list)


def spaced(text: str) -> str:
    """Return the text with a comma and a space where numbers of a list are glued to each other."""
    return _TIGHT.sub(_spaced, _GLUED.sub(r"\1, ", text))


def _spaced(tight: re.Match[str]) -> str:
    """Part `98,99,100` and `122.1,122.2`, but leave the one number `171,136`."""
    pieces = tight[0].split(",")
    steps = [int(after.split(".")[-1]) - int(before.split(".")[-1]) for before, after in pairwise(pieces)]
    is_list = any("." in piece or len(piece) != _DIGITS_OF_A_GROUP for piece in pieces[1:])
    return ", ".join(pieces) if is_list or all(0 < step < _WIDEST_STEP for step in steps) else tight[0]


def mended(text: str, paragraphs: Iterable[str]) -> str:
    """Return the text with `140. 36` and `140,36` as 140.36, where 140 is one of the report's paragraphs."""
    for paragraph in paragraphs:
        # 140. 36 · 140 .36 · 140,36 · but not the end of "in paragraph 140. 36 others" before "140. 141.1"
        torn = rf"(?<![\d.,]){paragraph}(?:\s?\.\s|\s\.|,)(\d{{1,3}})(?!\d|\.\d)"
        text = re.sub(torn, rf"{paragraph}.\1", text)
    return text


def read_numbers(text: str) -> Numbers:
    """Read all numbers of a list. After `122.17` a bare `19` means `122.19`; a range runs over the last figure."""
    found = Numbers()
    prefix = ""
    for each in _ONE.finditer(spaced(text)):
        prefix, first = _split(each["first"], prefix)
        found.numbers.append(prefix + str(first))
        if each["last"]:
            last_prefix, last = _split(each["last"], prefix)
            last = _completed(first, last) if last_prefix == prefix else -1
            if first < last <= first + _LONGEST_RANGE:
                found.numbers += [f"{prefix}{number}" for number in range(first + 1, last + 1)]
            else:
                found.doubtful.append(" ".join(each[0].split()))
                found.numbers.append(last_prefix + each["last"].split(".")[-1].strip())
    found.numbers = list(dict.fromkeys(found.numbers))
    return found


def _split(number: str, prefix: str) -> tuple[str, int]:
    """Return (`122.`, 17) for `122.17`, and the former prefix for a bare number."""
    *paragraph, item = (piece.strip() for piece in number.split("."))
    return (".".join(paragraph) + "." if paragraph else prefix), int(item)


def _completed(first: int, last: int) -> int:
    """Return 144 for the `44` of `141-44`: the end of a range typed without the figures it shares."""
    start, end = str(first), str(last)
    return int(start[: -len(end)] + end) if last < first and len(end) < len(start) else last
