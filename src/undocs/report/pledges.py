"""What the State under review promises of its own accord, one text a pledge."""

from __future__ import annotations

from collections.abc import Iterable

from undocs.report.flow import Passage
from undocs.report.labels import Sort, split


def pledges(passages: Iterable[Passage]) -> list[str]:
    """Return the pledges in the section on them; sentences that only introduce a list are left out."""
    found: list[str] = []
    for passage in passages:
        label, text = split(passage.text)
        text = text.strip(" ;")
        if passage.is_heading or text.endswith((":", "：")) or len(text.strip(" .")) == 0:
            continue
        if label.sort is Sort.NONE and found and text[:1].islower():
            found[-1] = f"{found[-1]} {text}"
        else:
            found.append(text)
    return found
