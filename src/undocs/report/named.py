"""Numbers of recommendations that a sentence names: `77.13 and 77.43`, `126.1. to 126.15`, `Nos. 1, 4 and 7`."""

from __future__ import annotations

import re

# "77.13", "109. 10", "86.8.1"
_DOTTED = re.compile(r"\b(\d{2,3})\.\s?(\d{1,3})(?:\.(\d{1,3}))?\b")
# "Nos. 1, 4, 7-9 and 82", "n°s 3 et 5", "núms. 2 y 4", "№ 7"
_PLAIN = re.compile(
    r"(?:\bNos?\.|\bn[°ºo]s?|\bnúms?\.|№№?)\s*(\d{1,3}(?:(?:\s*[,;–-]\s*|\s+(?:and|et|y|и)\s+)\d{1,3})*)"
)
_FIGURES = re.compile(r"\d{1,3}(?:\s*[–-]\s*\d{1,3})?")
# Between the first and the last of a range: " to ", ". to ", "–", " a ", " по "
_UNTIL = re.compile(r"\.?\s*(?:to|through|–|-|à|au|a|al|по|إلى|至)\s*")


def dotted(text: str) -> list[tuple[int, ...]]:
    """Return the dotted numbers a text names, ranges filled in."""
    found: list[tuple[int, ...]] = []
    end = -1
    for match in _DOTTED.finditer(text):
        number = tuple(int(piece) for piece in match.groups() if piece)
        if found and end >= 0 and _UNTIL.fullmatch(text, end, match.start()) and found[-1][:-1] == number[:-1]:
            found += [(*number[:-1], item) for item in range(found[-1][-1] + 1, number[-1])]
        found.append(number)
        end = match.end()
    return found


def plain(text: str) -> list[int]:
    """Return the plain numbers a text names after `No.` or `Nos.`, ranges filled in."""
    found: list[int] = []
    for series in _PLAIN.finditer(text):
        for figures in _FIGURES.findall(series[1]):
            ends = [int(figure) for figure in re.findall(r"\d+", figures)]
            found += range(ends[0], ends[-1] + 1)
    return found
