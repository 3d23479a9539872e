"""How a passage of an addendum begins: with its own number, with the numbers that it answers, or as a heading."""

from __future__ import annotations

import re
from dataclasses import dataclass

from undocs.addendum.ledger import Ruling
from undocs.addendum.numbers import LIST, read_numbers, spaced
from undocs.addendum.style import NO, WORD, Style
from undocs.addendum.words import Place, Says, claim_of, marks, position_of
from undocs.report.flow import Passage

# 3. The Government · 12. Recommendation 5 · 4. 122.1 (the number of the paragraph itself)
_OWN_NUMBER = re.compile(r"\s*(\d{1,3})\.\s+(?=\D|\d{1,3}\.\d)")
# Rec. 18 We consider · Recommendations Nos. 1, 2 and 3: · (a) Regarding the recommendation 122.5, · Reply to 122.5
_NAMED = re.compile(
    rf"\W*(?:\(?[a-z]\)\s*)?(?:(?:regarding|concerning|on|as\s+regards|with\s+regard\s+to|with\s+respect\s+to"
    rf"|in\s+relation\s+to|(?:response|reply|answer)\s+to)\s+)?(?:the\s+)?{WORD}{NO}\s*[\(\[]?(?P<list>{LIST.pattern})[\)\]]?",
    re.IGNORECASE,
)
# 122.14– 15 · (122.7) · • 122.9: · 5., 6., 7., 8., 9. The Government
_BARE = re.compile(rf"[\W_]*(?:\(?[a-z]\)\s*)?(?P<list>{LIST.pattern})[\)\]]?(?P<after>[.,:;)\s]*)", re.IGNORECASE)
# 83., 85., 86., 87. decision: the rest of a column of numbers, whose first line ended with a comma
_REST_OF_COLUMN = re.compile(r"(?<=\s)(?:\d{1,3}\.,\s*)*\d{1,3}\.,?(?=\s|$)")
_COLUMN_WITHIN = 200
# the following recommendations · listed below · ci-après: a sentence that leads to a list
_LEADS_ON = re.compile(
    r"following|below|as follows|suivant|ci-après|ci-dessous|siguiente|a continuación|следующ|ниже"
    r"|التالية|أدناه|以下|下列",
    re.IGNORECASE,
)
_LONGEST_LEAD = 300


@dataclass(frozen=True, slots=True)
class Lead:
    """The numbers that a passage begins with, and the rest of it."""

    numbers: tuple[str, ...]
    rest: str
    doubtful: tuple[str, ...] = ()


def own_number(text: str) -> tuple[str | None, str]:
    """Return the number of the paragraph itself and the rest of it."""
    found = _OWN_NUMBER.match(text)
    return (found[1], text[found.end() :]) if found else (None, text)


def read_lead(text: str, style: Style) -> Lead | None:
    """Return the numbers that the passage begins with, `None` where it does not begin with any."""
    text = spaced(text)
    named, bare = _NAMED.match(text), _BARE.match(text)
    found = named or bare
    if not found:
        return None
    numbers = read_numbers(found["list"])
    kept = [number for number in numbers.numbers if style.is_recommendation(number)]
    rest = text[found.end() :]
    if not named:
        plain = style.plain_answers and (not rest or bool(found["after"].strip()))
        if not plain and not (kept and style.is_dotted(numbers.numbers[0])):
            return None
        if plain and found["after"].rstrip().endswith(","):
            more, rest = _rest_of_column(rest)
            kept += more
    return Lead(tuple(kept), rest.strip(), tuple(numbers.doubtful)) if kept else None


def _rest_of_column(text: str) -> tuple[list[str], str]:
    found = _REST_OF_COLUMN.search(text, 0, _COLUMN_WITHIN)
    if not found:
        return [], text
    return read_numbers(found[0]).numbers, f"{text[: found.start()].rstrip()} {text[found.end() :].lstrip()}"


def read_section(passage: Passage, text: str, language: str = "en") -> Ruling | None:
    """Return what the passage says of all that follows, if it is a heading or leads to a list; `None` otherwise."""
    leads_on = text.rstrip().endswith((":", "：")) or _LEADS_ON.search(text)
    is_title = not text.rstrip().endswith((".", ";", "؛", "。"))
    if not (passage.is_heading or ((leads_on or is_title) and len(text) <= _LONGEST_LEAD)):
        return None
    says = {mark.says for mark in marks(text, Place.LEAD, language)}
    if Says.SUPPORTED in says and says & {Says.NOTED, Says.NOT_SUPPORTED, Says.PENDING}:
        return None
    position = position_of(says)
    return Ruling(position, claim_of(text, language), text, passage.page) if position else None
