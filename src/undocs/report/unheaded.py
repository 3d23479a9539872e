"""Finds conclusions that no heading announces, by the first sentence that introduces a list of recommendations."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from undocs.report.conclusions import ends_with_states
from undocs.report.flow import Passage
from undocs.report.labels import Sort, split
from undocs.report.lead_ins import says


def first_lead_in(passages: Sequence[Passage], language: str) -> int | None:
    """Return the place of the first lead-in with an item after it; None where there is none."""
    for index, (passage, below) in enumerate(pairwise(passages)):
        label, text = split(passage.text)
        if label.sort in (Sort.PLAIN, Sort.NONE) and _introduces(text, language) and _is_item(below, language):
            return index
    return None


def _introduces(text: str, language: str) -> bool:
    if ends_with_states(text, language):
        return False
    saying = says(text, language)
    return saying.listed and not saying.closing and (saying.position is not None or text.endswith((":", "：")))


def _is_item(passage: Passage, language: str) -> bool:
    label, text = split(passage.text)
    return label.sort is Sort.DOTTED or ends_with_states(text, language)
