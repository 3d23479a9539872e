"""What a piece of a sentence is: verbs alone, an object, a continuation (English; `vocabulary/shared_objects.csv`)."""

from __future__ import annotations

import re
from functools import cache

from undocs.vocabulary import listed, rows

# "accept it" refers to what was said before; a longer piece stands for itself.
_FEW_WORDS = 7


def object_of(text: str) -> str:
    """Return a piece without the verbs at its head: "sign and ratify the Protocol" gives "the Protocol"."""
    found = _verbs().match(text)
    return text[found.end() :].strip() if found else text


def verb_of(text: str) -> str:
    """Return the verbs at the head of a sentence, or its first word."""
    thing = object_of(text)
    return text[: len(text) - len(thing)].strip() if thing and thing != text else text.partition(" ")[0]


def is_unfinished(text: str) -> bool:
    """Return whether a piece lacks what is to be signed, ratified or done: "sign and ratify", "the creation of"."""
    return not object_of(text) or text.rpartition(" ")[2] in _words("dangling")


def continues(text: str) -> bool:
    """Return whether a piece goes on with what stands before: "to protect the lake", "as well as its Protocol"."""
    return bool(_continuing().match(text))


def adverbs(text: str) -> bool:
    """Return whether a piece says only how: "promptly", "as soon as possible"."""
    return bool(_adverbs().fullmatch(text))


def refers(text: str) -> bool:
    """Return whether a piece speaks of something named before: "accept it", "enact laws accordingly"."""
    words = text.split()
    return len(words) < _FEW_WORDS and not _words("refers").isdisjoint(words)


def lacks_verb(text: str) -> bool:
    """Return whether a piece begins with a thing: "the Optional Protocol", "OPCAT"."""
    return bool(_thing().match(text))


def without_join(text: str) -> str:
    """Return a piece without the "and" or "or" at its head."""
    return _joining().sub("", text)


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{_any_of('verb', 'adverb')})(?![\w-])[\s,/]*)+", re.IGNORECASE)


@cache
def _adverbs() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{_any_of('adverb')})(?!\w)[\s,]*)+", re.IGNORECASE)


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
