"""What a piece of a sentence is: verbs alone, an object, a continuation (English; `vocabulary/shared_objects.csv`)."""

from __future__ import annotations

import re
from functools import cache

from undocs.brackets.piece import Piece
from undocs.vocabulary import listed, rows

# Where what one State alone adds to a shared object begins: "the Protocol, and establish …", "the Protocol/to open"
_ADDED = re.compile(
    r"\s*/.*|,?\s(?:in order to|as a way|with a view to)\s.*|,\s(?:and|to|which|as well as)\s.*"
    r"|\sand\s(?:adopt|bring|ensure|ensuring|establish|implement|set|take)\s.*"
)


def object_of(text: str) -> str:
    """Return a piece without the verbs at its head: "sign and ratify the Protocol" gives "the Protocol"."""
    found = _verbs().match(text)
    return text[found.end() :].strip() if found else text


def object_to_share(piece: Piece) -> str:
    """Return what a later piece is about where those before it may share that, or an empty text."""
    text = without_join(piece.text)
    if is_unfinished(text) or (continues(text) and not text.startswith("of ")):
        return ""
    joined = text != piece.text
    thing = object_of(text)
    return "" if joined and thing == text else shareable(thing)


def shareable(thing: str) -> str:
    """Return an object without what is added to it: "the Protocol, and establish a body" gives "the Protocol"."""
    return _tail().sub("", _ADDED.sub("", thing)).strip(" ,")


def treaty_verb_of(text: str) -> str:
    """Return the verbs at the head of a sentence if they are all that one does to treaties, or an empty text."""
    verbs = text[: len(text) - len(object_of(text))].strip()
    return verbs if _treaty_verb().search(verbs) else ""


def is_unfinished(text: str) -> bool:
    """Return whether a piece lacks what is to be signed, ratified or done: "sign and ratify", "the creation of"."""
    return not object_of(text) or text.rpartition(" ")[2] in _words("dangling")


def is_noun(text: str) -> bool:
    """Return whether the last verb has become a noun, which wants an "of": "consider the ratification"."""
    return text.endswith(("ion", "process"))


def is_object(text: str) -> bool:
    """Return whether a piece is what the verbs before it share: "the Protocol", "of the Protocol", "OPCAT"."""
    if text != without_join(text):
        return False
    return text.startswith("of ") or (object_of(text) == text and not continues(text))


def continues(text: str) -> bool:
    """Return whether a piece goes on with what stands before: "to protect the lake", "as well as its Protocol"."""
    return bool(_continuing().match(text)) and not (text.startswith("to ") and is_unfinished(text))


def adverbs(text: str) -> bool:
    """Return whether a piece says only how: "promptly", "as soon as possible"."""
    return bool(_adverbs().fullmatch(text))


def lacks_verb(text: str) -> bool:
    """Return whether a piece begins with a thing and is more than that: "the Optional Protocol", "OPCAT"."""
    return bool(_thing().match(text)) and not is_unfinished(text)


def without_join(text: str) -> str:
    """Return a piece without the "and" or "or" at its head."""
    return _joining().sub("", text)


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{_any_of('verb', 'treaty verb', 'adverb')})(?![\w-])[\s,/]*)+", re.IGNORECASE)


@cache
def _treaty_verb() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any_of('treaty verb')})(?!\w)", re.IGNORECASE)


@cache
def _adverbs() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{_any_of('adverb')})(?!\w)[\s,]*)+", re.IGNORECASE)


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(rf",?\s+(?:{_any_of('adverb')})(?!\w).*$", re.IGNORECASE)


@cache
def _continuing() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any_of('continues')})(?!\w)")


@cache
def _thing() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{_any_of('determiner')})(?!\w)|[A-Z][A-Z-]+\b)")


@cache
def _joining() -> re.Pattern[str]:
    return re.compile(rf"^(?:{_any_of('joins')})\s+", re.IGNORECASE)


def _any_of(*kinds: str) -> str:
    """Return the alternatives of an expression for these kinds of words, the longest first."""
    words = [word for kind in kinds for word in _words(kind)]
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(word for row in rows("shared_objects.csv") if row["kind"] == kind for word in listed(row["words"]))
