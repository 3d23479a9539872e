"""What does not reconcile, as sentences in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.utils.formats import localize
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from suivi.intake.plan.naming import in_ranges
from suivi.record.rules import Position

MANY = 24
"""So many numbers are named; the rest is counted."""


def sentence(code: str, params: dict[str, Any]) -> str:
    """Return the sentence of a remark; of a code that is not known any more, the code."""
    write = _SENTENCES.get(code)
    return write(params) if write else code


def listed(numbers: Sequence[str]) -> str:
    """Return numbers side by side, many of them cut short: `120.1–4, 120.7 …`."""
    shown = in_ranges(numbers[:MANY])
    return f"{shown} …" if len(numbers) > MANY else shown


def _another_review(params: dict[str, Any]) -> str:
    said = _(
        "%(count)s of %(of)s wordings have nothing in common with those of the record. "
        "Does the document belong to this review?"
    )
    return said % {"count": localize(params["count"]), "of": localize(params["of"])}


def _missing(params: dict[str, Any]) -> str:
    said = ngettext(
        "%(count)s number of %(other)s is missing in %(document)s: %(numbers)s.",
        "%(count)s numbers of %(other)s are missing in %(document)s: %(numbers)s.",
        len(params["numbers"]),
    )
    return said % _with_numbers(params)


def _totals(params: dict[str, Any]) -> str:
    said = _("%(document)s speaks of %(stated)s recommendations as “%(position)s”; the record would hold %(held)s.")
    return said % {**params, "position": Position(params["position"]).label}


def _without_answer(params: dict[str, Any]) -> str:
    said = ngettext(
        "%(count)s recommendation would still be without an answer: %(numbers)s.",
        "%(count)s recommendations would still be without an answer: %(numbers)s.",
        len(params["numbers"]),
    )
    return said % _with_numbers(params)


def _answered_nowhere(params: dict[str, Any]) -> str:
    said = ngettext(
        "%(document)s answers %(count)s number that the review does not have: %(numbers)s. Bring the report first.",
        "%(document)s answers %(count)s numbers that the review does not have: %(numbers)s. Bring the report first.",
        len(params["numbers"]),
    )
    return said % _with_numbers(params)


def _contradiction(params: dict[str, Any]) -> str:
    said = _("%(number)s: %(document)s says “%(told)s”, another document of the same stage says “%(recorded)s”.")
    told, recorded = Position(params["told"]).label, Position(params["recorded"]).label
    return said % {**params, "told": told, "recorded": recorded}


def _both(params: dict[str, Any]) -> str:
    return _("%(number)s has more than one answer in %(document)s.") % params


def _other_language(params: dict[str, Any]) -> str:
    return _("%(document)s is in another language than the record; its wordings are not compared.") % params


def _with_numbers(params: dict[str, Any]) -> dict[str, Any]:
    return {**params, "count": localize(len(params["numbers"])), "numbers": listed(params["numbers"])}


_SENTENCES: dict[str, Callable[[dict[str, Any]], str]] = {
    "another_review": _another_review,
    "missing": _missing,
    "totals": _totals,
    "without_answer": _without_answer,
    "answered_nowhere": _answered_nowhere,
    "contradiction": _contradiction,
    "both": _both,
    "other_language": _other_language,
}
