"""How a passage of an addendum begins: with its own number, or with the numbers that it answers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from undocs.addendum.numbers import LIST, read_numbers, spaced
from undocs.addendum.style import NO, WORD, Style

# 3. The Government · 12. Recommendation 5 · 4. 122.1 · 3- تقبل (the number of the paragraph itself)
_OWN_NUMBER = re.compile(r"\s*(\d{1,3})(?:[.．、]\s*|-\s+)(?=[^\W\d]|\d{1,3}\.\d|[\"“(])")
# Rec. 18 We consider · Recommendations Nos. 1, 2 and 3: · (a) Regarding the recommendation 122.5, · Reply to 122.5
_NAMED = re.compile(
    rf"\W*(?:\(?[a-z]\)\s*)?(?:(?:regarding|concerning|on|as\s+regards|with\s+regard\s+to|with\s+respect\s+to"
    rf"|in\s+relation\s+to|(?:response|reply|answer)\s+to)\s+)?(?:the\s+)?{WORD}{NO}\s*[\(\[]?(?P<list>{LIST.pattern})[\)\]]?",
    re.IGNORECASE,
)
# 122.14– 15 · (122.7) · • 122.9: · Paragraph 122.5 · 5., 6., 7., 8., 9. The Government
_BARE = re.compile(
    rf"[\W_]*(?:\(?[a-z]\)\s*)?(?:(?:paragraphs?|paras?\.?|items?)\s+)?"
    rf"(?P<list>{LIST.pattern})[\)\]]?(?P<after>[.,:;)\s]*)",
    re.IGNORECASE,
)
# 83., 85., 86., 87. decision: the rest of a column of numbers, whose first line ended with a comma
_REST_OF_COLUMN = re.compile(r"(?<=\s)(?:\d{1,3}\.,\s*)*\d{1,3}\.,?(?=\s|$)")
_COLUMN_WITHIN = 200
_AFTER_NUMBER = " .:,;)]–—-"


@dataclass(frozen=True, slots=True)
class Lead:
    """The numbers that a passage begins with, and the prose that answers them."""

    numbers: tuple[str, ...]
    prose: str
    doubtful: tuple[str, ...] = ()


def own_number(text: str) -> tuple[str | None, str]:
    """Return the number of the paragraph itself and the rest of it."""
    found = _OWN_NUMBER.match(text)
    return (found[1], text[found.end() :]) if found else (None, text)


def read_lead(text: str, style: Style) -> Lead | None:
    """Return the numbers that the passage begins with, `None` where it does not begin with any."""
    text = spaced(text)
    named = _NAMED.match(text)
    found = named or _BARE.match(text)
    if not found:
        return None
    numbers, rest = read_numbers(found["list"]), text[found.end() :]
    kept = [number for number in numbers.numbers if style.is_recommendation(number)]
    if not named and not (kept and style.is_dotted(numbers.numbers[0])):
        # A plain number must be set apart, "5." or "5,", or it is the first word of a sentence.
        if not style.plain_answers or (rest and not found["after"].strip()):
            return None
        if found["after"].rstrip().endswith(","):
            more, rest = _rest_of_column(rest)
            kept += more
    # "Recommendation 122.5 is accepted" is one sentence; "122.5: Accepted" is a number and an answer.
    prose = text if named and rest.lstrip()[:1].islower() else rest.lstrip(_AFTER_NUMBER)
    return Lead(tuple(kept), prose.strip(), tuple(numbers.doubtful)) if kept else None


def _rest_of_column(text: str) -> tuple[list[str], str]:
    """Return the numbers of a column's next line, which stand amid the prose beside it, and that prose alone."""
    found = _REST_OF_COLUMN.search(text, 0, _COLUMN_WITHIN)
    if not found:
        return [], text
    return read_numbers(found[0]).numbers, f"{text[: found.start()].rstrip()} {text[found.end() :].lstrip()}"
