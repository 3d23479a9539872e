"""What a paper holds, whatever form it takes: headings, paragraphs, lists, facts, tables, pictures, room to write."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Literal

RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
UNKNOWN = "und"
"""The language of words of which only the letters are known."""
type Direction = Literal["ltr", "rtl"]


def direction_of(language: str) -> Direction:
    """Return which way a language is written."""
    return "rtl" if language.partition("-")[0] in RIGHT_TO_LEFT else "ltr"


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one language: that of the paper where `language` is empty. `link` leads to where they come from."""

    words: str
    language: str = ""
    strong: bool = False
    soft: bool = False
    link: str = ""


type Runs = tuple[Run, ...]
type Words = str | Run | Iterable[str | Run]
"""How builders of papers may say a text."""


def runs(words: Words) -> Runs:
    """Return a text as runs; empty ones are left out."""
    said = (words,) if isinstance(words, str | Run) else words
    found = (each if isinstance(each, Run) else Run(str(each)) for each in said)
    return tuple(each for each in found if each.words)


def strong(words: Words) -> Runs:
    """Return the same text in bold."""
    return tuple(replace(each, strong=True) for each in runs(words))


def plain(text: Runs) -> str:
    """Return the words alone."""
    return "".join(each.words for each in text)


class Style(StrEnum):
    """How a paragraph looks."""

    BODY = "body"
    LEAD = "lead"
    SMALL = "small"
    CENTRED = "centred"
    LARGE = "large"
    HUGE = "huge"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` 1 stands right beneath the title."""

    text: Runs
    level: int = 1
    opens_page: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    text: Runs
    style: Style = Style.BODY


@dataclass(frozen=True, slots=True)
class Note:
    """A remark set apart from the text."""

    text: Runs


@dataclass(frozen=True, slots=True)
class Listed:
    """A list, with dots or with numbers."""

    items: tuple[Runs, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and what they are: `Venue: the town hall`."""

    rows: tuple[tuple[str, Runs], ...]


class Kind(StrEnum):
    """What the cells of a column hold."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `share` of the width, and what may be chosen in it.

    One `for_sheets` stands in sheets alone; there it is out of sight where it is `hidden`.
    """

    title: str
    share: float = 1.0
    kind: Kind = Kind.TEXT
    choices: tuple[str, ...] = ()
    for_sheets: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its paragraphs; `value` is what a sheet holds instead: a number, a day, or the one word that counts."""

    text: tuple[Runs, ...] = ()
    value: float | date | str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row. `joined` is one cell over all columns, a heading within the table; `room` is its least height in mm."""

    cells: tuple[Cell, ...]
    joined: bool = False
    room: float = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table; its head is repeated on every page. `name` is that of its sheet, `about` says what it shows."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    about: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing as SVG, and the words that stand for it; `width` in mm."""

    svg: str
    words: str
    width: float = 120


@dataclass(frozen=True, slots=True)
class Room:
    """Room to write by hand: `lines` ruled lines under a label."""

    label: str
    lines: int = 3


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


type Block = Heading | Paragraph | Note | Listed | Facts | Table | Picture | Room | PageBreak


@dataclass(frozen=True, slots=True)
class Section:
    """Pages of one orientation."""

    blocks: tuple[Block, ...]
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper. `page_of` says at the foot of each page which it is: `Page {page} of {pages}`."""

    title: str
    language: str
    sections: tuple[Section, ...]
    above: str = ""
    subtitle: str = ""
    facts: Facts = Facts(())
    foot: str = ""
    page_of: str = "{page} / {pages}"
    bare: bool = False
    name: str = "paper"

    @property
    def direction(self) -> Direction:
        """Which way the paper runs."""
        return direction_of(self.language)

    def language_of(self, text: Runs) -> str:
        """Return the language of most of the words of a text; it says which way the paragraph runs."""
        weights: dict[str, int] = {}
        for each in text:
            language = each.language or self.language
            weights[language] = weights.get(language, 0) + sum(map(str.isalpha, each.words))
        return max(weights, key=lambda language: weights[language], default=self.language)

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables, in order."""
        return tuple(block for section in self.sections for block in section.blocks if isinstance(block, Table))


def cell(words: Words = (), *more: Words) -> Cell:
    """Return a cell of one paragraph or several; empty ones are left out."""
    return Cell(tuple(text for text in (runs(words), *map(runs, more)) if text))


def valued(value: float | date | None, shown: str = "") -> Cell:
    """Return a cell with a number or a day in it, and how paper shows it."""
    return Cell((runs(shown or ("" if value is None else str(value))),), value)


_FROM_THE_RIGHT = frozenset({"R", "AL"})
_CHINESE = range(0x4E00, 0x9FFF)


def theirs(words: str, language: str, *, strong: bool = False, soft: bool = False) -> Run:
    """Return what somebody typed, in a paper of this language: only its letters say which way it runs."""
    letters = [letter for letter in words if letter.isalpha()]
    rightward = sum(unicodedata.bidirectional(letter) in _FROM_THE_RIGHT for letter in letters)
    if not letters or (2 * rightward > len(letters)) == (direction_of(language) == "rtl"):
        return Run(words, "zh" if any(ord(letter) in _CHINESE for letter in letters) else "", strong, soft)
    return Run(words, "ar" if rightward else UNKNOWN, strong, soft)
