"""What the sentence before a list says of it: supported, noted, to be examined; done already; listed above or below."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from undocs.document import Claim, Position
from undocs.typed import letters
from undocs.vocabulary import rows

_SAYINGS = ("closing", "listed", "above", "concluding", "pledging", "already_implemented", "being_implemented")
# "…" in a phrase stands for up to so many letters.
_ANYTHING = ".{0,120}?"


@dataclass(frozen=True, slots=True)
class Saying:
    """What a sentence says of recommendations.

    `position` and `claim` as the State answered; `listed`: it introduces a list or speaks of one; `above`: of the list
    before it; `concluding`: of conclusions, not recommendations;
    `pledging`: of the State's own promises; `closing`: it is the standing last paragraph of the conclusions.
    """

    position: Position | None = None
    claim: Claim | None = None
    listed: bool = False
    above: bool = False
    concluding: bool = False
    pledging: bool = False
    closing: bool = False


def says(text: str, language: str = "en") -> Saying:
    """Return what a sentence says of recommendations, by the phrases of `vocabulary/lead_ins.csv`."""
    folded = letters(text)
    phrases = _phrases(language)
    if phrases["closing"].search(folded):
        return Saying(closing=True)
    position = next((name for name, phrase in _answers(language) if phrase.search(folded)), None)
    listed, above = phrases["listed"].search(folded), phrases["above"].search(folded)
    introduces = text.rstrip().endswith((":", "："))
    claim = next((name for name in ("already_implemented", "being_implemented") if phrases[name].search(folded)), None)
    return Saying(
        # What the State has done or is doing, it supports.
        Position(position) if position else Position.SUPPORTED if claim else None,
        Claim(claim) if claim else None,
        listed is not None,
        # "The following recommendations will be examined … these recommendations" speaks of what follows.
        above is not None and not introduces and (listed is None or above.start() <= listed.start()),
        phrases["concluding"].search(folded) is not None,
        phrases["pledging"].search(folded) is not None,
    )


def language_of(text: str) -> str | None:
    """Return the language whose phrases stand in this text (`en`, `fr`, `es`, `ar`, `ru`, `zh`), or None."""
    folded = letters(text)
    languages = dict.fromkeys(row["language"] for row in rows("lead_ins.csv"))
    return next((each for each in languages if _phrases(each)["listed"].search(folded)), None)


@cache
def _phrases(language: str) -> dict[str, re.Pattern[str]]:
    """Return for each thing a sentence may say one pattern of all its phrases."""
    sayings: dict[str, list[str]] = {name: [] for name in _SAYINGS}
    for row in rows("lead_ins.csv"):
        if row["language"] == language:
            sayings.setdefault(row["says"], []).append(_pattern(row["phrase"]))
    return {name: re.compile("|".join(found) or r"(?!)") for name, found in sayings.items()}


@cache
def _answers(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return positions with their phrases in the order of the file: what comes first there goes before the rest."""
    answers = {position.value for position in Position}
    groups: list[tuple[str, list[str]]] = []
    for row in rows("lead_ins.csv"):
        if row["language"] == language and row["says"] in answers:
            if not groups or groups[-1][0] != row["says"]:
                groups.append((row["says"], []))
            groups[-1][1].append(_pattern(row["phrase"]))
    return tuple((name, re.compile("|".join(found))) for name, found in groups)


def _pattern(phrase: str) -> str:
    return _ANYTHING.join(re.escape(letters(piece)) for piece in phrase.split("…"))
