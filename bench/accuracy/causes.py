"""Why a pair of State and text stands in one reading of a report and not in the other."""

from __future__ import annotations

import re
import unicodedata

from rapidfuzz import fuzz

Pair = tuple[str, str]
SAME, ALIKE = 90, 70

MISREAD = "ours: stands in the conclusions and was not read so"
OTHER_STATE = "the coders or the report: another State"
WORDED = "the coders: shortened, split or worded otherwise"
DIALOGUE = "the report: stands only in the dialogue"
NOWHERE = "the coders: these words stand nowhere in the report"
INVENTED = "ours: words put together that the report does not put together"
LEFT_OUT = "the coders: left out"


def folded(text: str) -> str:
    """Return a text in small letters without accents and signs."""
    plain = unicodedata.normalize("NFKD", text).lower()
    return " ".join(re.sub(r"[^\w]+", " ", plain).split())


def of_missing(state: str, text: str, ours: list[Pair], written: str, whole: str) -> str:
    """Return why a coder's pair is not among ours; `written`: the conclusions, `whole`: the report, both folded."""
    if any(fuzz.token_set_ratio(text, other) >= SAME for _, other in ours):
        return OTHER_STATE
    if any(code == state and fuzz.token_set_ratio(text, other) >= ALIKE for code, other in ours):
        return WORDED
    if fuzz.partial_ratio(text, written) >= SAME:
        return MISREAD
    return DIALOGUE if fuzz.partial_ratio(text, whole) >= SAME else NOWHERE


def of_extra(state: str, text: str, coded: list[Pair], written: str) -> str:
    """Return why a pair of ours is not among the coders'."""
    if text not in written and fuzz.partial_ratio(text, written) < SAME:
        return INVENTED
    if any(fuzz.token_set_ratio(text, other) >= SAME for _, other in coded):
        return OTHER_STATE
    if any(code == state and fuzz.token_set_ratio(text, other) >= ALIKE for code, other in coded):
        return WORDED
    return LEFT_OUT
