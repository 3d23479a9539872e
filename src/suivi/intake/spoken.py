"""Sentences kept in English, because the worker knows no reader, and shown in the language of whoever reads."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from suivi.intake.reader_sentences import DOUBTS, REFUSALS

NONE_READ = _("None of the files could be read.")
LEFT_OUT = _("It was left out.")
SAME_FILE = _("This is the same file as %(name)s, so it was left out.")
BROKE_OFF = _("This import broke off three times. Bring the documents again; tell whoever keeps this server.")
PART_STAYS = _("%(done)s of %(all)s reviews had been taken into the record before, and stay there. %(why)s")
_OURS = (NONE_READ, LEFT_OUT, SAME_FILE, BROKE_OFF, PART_STAYS)

# A field of a sentence: "%(number)s"
_FIELD = re.compile(r"%\((\w+)\)s")


def said(sentence: str) -> str:
    """Return a kept sentence in the reader's language; one that nobody knows, as it is."""
    known, fields = _taken_apart(sentence)
    return gettext(known) % {name: said(value) for name, value in fields.items()} if known else sentence


@lru_cache(maxsize=4096)
def _taken_apart(sentence: str) -> tuple[str, dict[str, str]]:
    """Return the sentence without what was put into its fields, and what was; "" where it is not known."""
    for known, form in _forms():
        match = form.fullmatch(sentence)
        if match:
            return known, match.groupdict()
    return "", {}


@cache
def _forms() -> list[tuple[str, re.Pattern[str]]]:
    return [(known, _form(known)) for known in (*_OURS, *REFUSALS, *DOUBTS)]


def _form(known: str) -> re.Pattern[str]:
    """Return what matches a sentence whatever stands in its fields: "The numbers skip %(numbers)s." and the like."""
    pieces = _FIELD.split(known)
    return re.compile(
        "".join(f"(?P<{piece}>.*)" if place % 2 else re.escape(piece) for place, piece in enumerate(pieces)), re.DOTALL
    )
