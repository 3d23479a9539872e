"""Headings, and sentences that lead to a list: what they say of all that follows."""

from __future__ import annotations

import re

from undocs.addendum.ledger import Ruling
from undocs.addendum.style import WORD
from undocs.addendum.words import Place, Says, claim_of, marks, position_of
from undocs.document import Position
from undocs.report.flow import Passage

# the following recommendations · listed below · ci-après: a sentence that leads to a list
_LEADS_ON = re.compile(
    r"following|below|as follows|suivant|ci-après|ci-dessous|siguiente|a continuación|следующ|ниже"
    r"|التالية|أدناه|以下|下列",
    re.IGNORECASE,
)
_SPEAKS_OF_THEM = re.compile(WORD, re.IGNORECASE)
# Longer than this it is prose, whatever it ends with; a bare heading, "Accepted", is far shorter.
_LONGEST, _LONGEST_BARE = 300, 40
_ENDS = (".", ";", "؛", "。")
_LEADS = (":", "：")


def read_heading(passage: Passage, text: str, language: str = "en") -> Ruling | None:
    """Return what the passage says of all that follows, `None` where it says nothing, or two things at once."""
    if not (passage.is_heading or _is_lead(text.strip())):
        return None
    says = {mark.says for mark in marks(text, Place.LEAD, language)}
    if Says.SUPPORTED in says and says & {Says.NOTED, Says.NOT_SUPPORTED, Says.PENDING}:
        return None
    claim = claim_of(text, language)
    # What a State says it has done already, it supports.
    position = position_of(says) or (Position.SUPPORTED if claim else None)
    return Ruling(position, claim, text, passage.page) if position else None


def _is_lead(text: str) -> bool:
    """Say whether a text set like any other leads to what follows: a short title, or a sentence of recommendations."""
    if len(text) <= _LONGEST_BARE and not text.endswith(_ENDS):
        return True
    leads = text.endswith(_LEADS) or not text.endswith(_ENDS) or bool(_LEADS_ON.search(text))
    return leads and len(text) <= _LONGEST and bool(_SPEAKS_OF_THEM.search(text))
