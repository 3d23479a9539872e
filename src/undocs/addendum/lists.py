"""Sentences that answer whole lists, such as `Orvana accepts recommendations 122.1 and 122.3–7 and notes 122.8`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from undocs.addendum.numbers import LIST, read_numbers, spaced
from undocs.addendum.style import CROSS, NAMED, Style
from undocs.addendum.words import Mark, Place, Says, claim_of, marks, position_of
from undocs.document import Claim, Position

# All recommendations except: what comes next is what was not meant
_EXCEPT = re.compile(
    r"\b(?:except\w*|excluding|other than|apart from|with the exception of|sauf|à l'exception|hormis|salvo|excepto"
    r"|за исключением|кроме|باستثناء|除)\b(?:\s+[^\s.;:]+){0,4}?\s*\Z",
    re.IGNORECASE,
)
# The end of a sentence: a stop, then a capital letter or a letter of a script without any; "140.35. 140.36" goes on
_SENTENCE = re.compile(r"(?<=[.!?;؛؟。；])(?<!\bNos\.)(?<!\bNo\.)(?<!\bRecs\.)(?<!\bRec\.)\s*(?=[^\W\d_a-zà-öø-ÿа-я])")
# Accepted: 1 · noted – 7, 9 · accepts 1–5, 7: a list straight after a position, without the word "recommendations"
_STRAIGHT_AFTER = re.compile(r"\s*[:–—-]\s*\Z|\s*\Z")
# notes 21 recommendations: how many, not which
_HOW_MANY = re.compile(r"\s*(?:of\b|further|new|\(?\w+\)?\s+recomm|recomm|recom|рекоменд|توصي|项)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Listed:
    """Numbers under one position (`None` where their sentence has none), that sentence, ranges that cannot be right.

    `excepted`: the sentence names these numbers only to say that it does not mean them.
    """

    numbers: tuple[str, ...]
    position: Position | None
    claim: Claim | None
    sentence: str
    doubtful: tuple[str, ...] = ()
    excepted: bool = False


def sentences(text: str) -> list[str]:
    """Part a passage into sentences."""
    return [each.strip() for each in _SENTENCE.split(text) if each.strip()]


def read_lists(text: str, style: Style, language: str = "en") -> list[Listed]:
    """Return every list of numbers in the passage. A claim without numbers speaks of the lists before it."""
    found: list[Listed] = []
    for sentence in sentences(spaced(text)):
        own = _in_sentence(sentence, style, language)
        claim = claim_of(sentence, language)
        if own:
            found += [_claimed(each, claim) for each in own]
        elif claim:
            found = [replace(each, claim=each.claim or claim) for each in found]
    return found


def _claimed(listed: Listed, claim: Claim | None) -> Listed:
    """Add what the sentence claims: what a State says it has done it supports, unless it says otherwise."""
    if claim is None or listed.excepted or listed.position is Position.NOTED:
        return listed
    return replace(listed, claim=claim, position=listed.position or Position.SUPPORTED)


def _in_sentence(sentence: str, style: Style, language: str) -> list[Listed]:
    said = marks(sentence, Place.LEAD, language)
    spans = _spans(sentence, said, style)
    found = []
    for at, (start, end) in enumerate(spans):
        numbers = read_numbers(sentence[start:end])
        kept = tuple(filter(style.is_recommendation, numbers.numbers))
        excepted = bool(_EXCEPT.search(sentence[:start]))
        in_part = bool(marks(sentence[end:], Place.AFTER, language))
        says = None if excepted else Says.IN_PART if in_part else _of_list(said, spans, at)
        position = position_of({says}) if says else None
        if kept:
            found.append(Listed(kept, position, None, sentence, tuple(numbers.doubtful), excepted))
    return found


def _spans(sentence: str, said: list[Mark], style: Style) -> list[tuple[int, int]]:
    """Return from where to where each list of recommendations stands, references to other answers left out."""
    named = {each.span("list") for each in NAMED.finditer(sentence)}
    return [
        each.span()
        for each in LIST.finditer(sentence)
        if (each.span() in named or _is_dotted(each[0], style) or _stands_after_a_position(each, said))
        and not CROSS.search(sentence[: each.start()])
    ]


def _is_dotted(written: str, style: Style) -> bool:
    return any(map(style.is_dotted, read_numbers(written).numbers))


def _stands_after_a_position(written: re.Match[str], said: list[Mark]) -> bool:
    between = [written.string[mark.end : written.start()] for mark in said if mark.end <= written.start()]
    if not between or not _STRAIGHT_AFTER.match(between[-1]) or _HOW_MANY.match(written.string, written.end()):
        return False
    return bool(between[-1].strip()) or len(read_numbers(written[0]).numbers) > 1


def _of_list(said: list[Mark], spans: list[tuple[int, int]], at: int) -> Says | None:
    """Return what is said of one list: by the verb before it, or after it where the sentence begins with a list."""
    start, end = spans[at]
    before = [mark.says for mark in said if mark.start <= start]
    after = [mark.says for mark in said if mark.start >= end]
    lists_come_first = bool(said) and spans[0][0] < said[0].start
    if lists_come_first:
        return after[0] if after else before[-1] if before else None
    return before[-1] if before else after[0] if after else None
