"""Where the conclusions, the voluntary pledges and the annex of a report begin, past its table of contents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from undocs.typed import letters
from undocs.vocabulary import rows

# What may stand before a heading: "II. ", "B. ", "二、", "ثانياً- ", "II "
_BEFORE = re.compile(r"(?:[^\s.]{1,8}[.\-–、)][\u064b-\u0652]*\s*|[IVX]+\s+)")
# What may stand after it: "Annex I", "Conclusions and/or recommendations**"
_AFTER = re.compile(r"\s+[IVX]+$|[\s*:]+$")
# A line of the table of contents: "II. Conclusions ........ 95–98 14", "… 15"
_OF_CONTENTS = re.compile(r"\.{3,}|…{2,}|(?:\.\s){3,}|\d\s*$")
_LONGEST = 90
# So many letters of a heading tell it from nearly every other line.
_STEM = 5


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading: the section it opens (`conclusions`, `pledges`, `annex`), its language, its place among lines."""

    section: str
    language: str
    index: int


@dataclass(frozen=True, slots=True)
class Sections:
    """The language of the headings, and each section as (first line, line after the last)."""

    language: str
    conclusions: tuple[int, int]
    pledges: tuple[int, int] | None = None


def divide(lines: Sequence[str]) -> Sections | None:
    """Return where the sections stand among these lines; None where no heading of conclusions is found."""
    found = headings(lines)
    begin = next((heading for heading in reversed(found) if heading.section == "conclusions"), None)
    if begin is None:
        return None
    after = [heading for heading in found if heading.index > begin.index]
    ends = {heading.index: _next(after, heading.index, len(lines)) for heading in [begin, *after]}
    promised = next((heading for heading in after if heading.section == "pledges"), None)
    return Sections(
        begin.language,
        (begin.index + 1, ends[begin.index]),
        (promised.index + 1, ends[promised.index]) if promised else None,
    )


def _next(headings: Iterable[Heading], index: int, end: int) -> int:
    return next((heading.index for heading in headings if heading.index > index), end)


def headings(texts: Iterable[str]) -> list[Heading]:
    """Return the headings among these lines or paragraphs, `index` counting from 0."""
    begins = _stems()
    return [
        Heading(*found, index)
        for index, text in enumerate(texts)
        if len(text) <= _LONGEST and begins.match(text) and (found := _section(text)) is not None
    ]


def _section(text: str) -> tuple[str, str] | None:
    """Return (section, language) of a heading, or None where the line is none."""
    if _OF_CONTENTS.search(text):
        return None
    bare = _AFTER.sub("", text)
    return _headings().get(letters(bare)) or _headings().get(letters(_BEFORE.sub("", bare, count=1)))


@cache
def _headings() -> dict[str, tuple[str, str]]:
    return {letters(row["heading"]): (row["section"], row["language"]) for row in reversed(rows("sections.csv"))}


@cache
def _stems() -> re.Pattern[str]:
    words = [row["heading"] for row in rows("sections.csv")]
    # "annex" in small letters is a word of the text, not a heading.
    stems = {re.escape(word[:_STEM]) for heading in words for word in (heading, heading.upper())}
    return re.compile(rf"{_BEFORE.pattern}?(?:{'|'.join(sorted(stems))})")
