"""Numbers, keys and places of recommendations within one review."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

# A number that says its paragraph, and so is unique in its report: "122.17", "86.8.1"
_FULL = re.compile(r"\d{1,4}(\.\d{1,3}){1,2}")
# The figures of a number: "86.8.1"
_FIGURES = re.compile(r"\d+")
# Places fit into 20 bits: 8 for the paragraph, 12 for what follows it.
_PARAGRAPHS = 240
_ITEMS = 4096
_SUB_ITEMS = 128
AFTER_ALL = _PARAGRAPHS * _ITEMS
"""Recommendations without a number stand after all others, in the order of their document."""


def is_full(number: str) -> bool:
    """Say whether a number is unique in its report: `122.17` is, the `5` of early reports is not."""
    return bool(_FULL.fullmatch(number))


def place_of(number: str, taken: Container[int]) -> int:
    """Return a free place in the order of the review: that of the number, whichever document brings it first."""
    match [int(figure) for figure in _FIGURES.findall(number)]:
        case []:
            place = AFTER_ALL
        case [item]:
            place = item % _ITEMS
        case [paragraph, item]:
            place = paragraph % _PARAGRAPHS * _ITEMS + item % _ITEMS
        case [paragraph, item, sub_item, *_]:
            place = paragraph % _PARAGRAPHS * _ITEMS + (item * _SUB_ITEMS + sub_item) % _ITEMS
    while place in taken:
        place += 1
    return place


def key_of(state: str, cycle: int, number: str, fingerprint: str, taken: Container[str]) -> str:
    """Return the name of a recommendation: `XOR/3/122.4`; where it has no number of its own, the wording gives one."""
    # The key stands in addresses, where a slash would begin something else.
    key = f"{state}/{cycle}/{number.replace('/', '-')}"
    if number and key not in taken:
        return key
    return f"{key}-{fingerprint[:8]}" if number else f"{key}x{fingerprint[:8]}"


def in_ranges(numbers: Sequence[str]) -> str:
    """Return numbers as people list them: `120.1, 120.2, 120.3, 120.7` becomes `120.1–3, 120.7`."""
    runs: list[list[str]] = []
    for number in numbers:
        if runs and _follows(runs[-1][-1], number):
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(run[0] if len(run) == 1 else f"{run[0]}–{run[-1].rpartition('.')[2]}" for run in runs)


def _follows(number: str, after: str) -> bool:
    (before, _dot, last), (same, _dot_too, item) = number.rpartition("."), after.rpartition(".")
    return before == same and last.isdecimal() and item.isdecimal() and int(item) == int(last) + 1
