"""The label a passage begins with: `115.12`, `86.8.1.`, `12.`, `(a)`, a bullet, or none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

# "115.12 Ratify", "86.8.1. Ratify", "77. 24 Ratify", "115 - 181 Ratify", Arabic "95-1", Chinese "95.1批准"
_DOTTED = re.compile(
    r"(?:(\d{1,3})(?:[.\-–‑．]|\s[-–]\s)(\d{1,3})|(\d{2,3})\.\s(\d{1,3})(?=\.?\s[A-Z]))"
    r"(?:[.\-–](\d{1,3}))?(?![\d%/])\s*[.)\-–]?\s*(?=[^\d\s,;])"
)
# "12. Ratify", "12) Ratify", "2. 8 January", "4 Encourage", Arabic "12- ", Chinese "12．"
_PLAIN = re.compile(r"(\d{1,3})(?:\s*[.)\-–．、]\s*(?=[^\d\s])|[.)\-–]\s+(?=\S)|\s(?=[A-Z][a-z]))")
# Letters: "(a) Ratify", "a) Ratify", "(iv) Ratify"
_LETTER = re.compile(r"\(?([a-z]|[ivx]{2,4}|[а-я])\)\s+", re.IGNORECASE)
# "• Ratify", "- Ratify"
_BULLET = re.compile(r"[•●▪◦·\-–—*\uf0b7]\s+")


class Sort(Enum):
    """What sort of label."""

    DOTTED = "dotted"
    PLAIN = "plain"
    LETTER = "letter"
    BULLET = "bullet"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Label:
    """A label: `paragraph` is the number before the dot (or the only one), `item` what follows it."""

    sort: Sort
    paragraph: int = 0
    item: tuple[int, ...] = ()
    letter: str = ""

    def __str__(self) -> str:
        """Return the number as one writes it, `115.12`; empty for bullets and no label."""
        return self.letter or ".".join(str(piece) for piece in (self.paragraph, *self.item) if piece)

    def under(self, paragraph: int | None) -> Label:
        """Return the label, turned round where only that makes it an item of this paragraph: Arabic `1-95`."""
        if self.sort is Sort.DOTTED and self.item[:1] == (paragraph,) and self.paragraph != paragraph:
            return Label(self.sort, self.item[0], (self.paragraph, *self.item[1:]))
        return self


NO_LABEL = Label(Sort.NONE)


def split(text: str) -> tuple[Label, str]:
    """Return the label a passage begins with, and the rest of the passage."""
    if match := _DOTTED.match(text):
        paragraph, *item = (int(piece) for piece in match.groups() if piece)
        return Label(Sort.DOTTED, paragraph, tuple(item)), text[match.end() :]
    if match := _PLAIN.match(text):
        return Label(Sort.PLAIN, int(match[1])), text[match.end() :]
    if match := _LETTER.match(text):
        return Label(Sort.LETTER, letter=match[1].lower()), text[match.end() :]
    if match := _BULLET.match(text):
        return Label(Sort.BULLET), text[match.end() :]
    return NO_LABEL, text
