"""What conclusions are made of: blocks of a lead-in and its items, and remarks on items above."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from undocs.brackets import split_states
from undocs.report.labels import Label, Sort
from undocs.report.lead_ins import Saying

# The last bracket of a passage and what may follow it: "(Chile);", "(Iran (Islamic Republic of))1.", "(Chad); and"
_LAST_BRACKET = re.compile(
    r"[(（](?:[^()（）]|[(（][^()（）]*[)）])*[)）][\s;,.:*\d؛،；。，、”\"]*(?:and|et|y|и)?[\s;.]*$"
)
_LONGEST_BRACKET = 2500


@dataclass(slots=True)
class Item:
    """One recommendation: its label, its text, both as written, the page it begins on, the heading above it, doubts."""

    label: Label
    text: str
    written: str
    page: int | None
    heading: str | None = None
    doubts: list[str] = field(default_factory=list)

    def number(self, paragraph: int | None) -> str:
        """Return `115.1`; before a plain number or a letter goes the paragraph's number: `95.1`, `83 (a)`."""
        if self.label.sort is Sort.PLAIN and paragraph:
            return f"{paragraph}.{self.label.paragraph}"
        if self.label.sort is Sort.LETTER and paragraph:
            return f"{paragraph} ({self.label.letter})"
        return str(self.label)


@dataclass(slots=True)
class Block:
    """One lead-in (its paragraph's number, its words, what it says) and the items under it."""

    number: int | None
    lead_in: str
    saying: Saying
    page: int | None
    items: list[Item] = field(default_factory=list)

    @property
    def numbered(self) -> bool:
        """Return whether the items carry numbers."""
        return bool(self.items) and self.items[0].label.sort in (Sort.DOTTED, Sort.PLAIN)

    def asks(self, language: str | None) -> bool:
        """Return whether any item ends with the States that ask for it, rather than being a comment."""
        return any(ends_with_states(item.text, language) for item in self.items)


@dataclass(slots=True)
class Remark:
    """What the State said, after a list, of some numbers of that list."""

    number: int | None
    text: str
    saying: Saying
    page: int | None
    numbers: list[str]


def ends_with_states(text: str, language: str | None = None) -> bool:
    """Return whether a passage ends with a bracket that names a State."""
    found = _LAST_BRACKET.search(text, max(0, len(text) - _LONGEST_BRACKET))
    return found is not None and any(part.states for part in split_states(found[0], language)[0])
