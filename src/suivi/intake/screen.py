"""What the check screen says beyond the lines: questions to the person, remarks, and what would change in all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from suivi.intake.forms import ColumnsForm, ReviewForm
from suivi.intake.models import BroughtFile, Import, PlannedReview
from suivi.intake.plan.stages import EXPORTS
from suivi.intake.queries import needs_columns, needs_review
from suivi.intake.sentences import sentence
from suivi.intake.spoken import said
from suivi.record.names import state_name

# A day as kept in a plan: "2020-11-03"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
REVIEWS_SHOWN = 60
DIFFERENCES_SHOWN = 200


@dataclass(slots=True)
class Question:
    """What a person has to say about one file, or may say otherwise than it was read."""

    file: BroughtFile
    form: forms.Form
    is_open: bool
    """Whether the import waits for the answer."""


@dataclass(slots=True)
class Remarked:
    """What does not reconcile in one review or document: its name, and sentences."""

    about: str
    sentences: list[str]


def questions(intake: Import, filled: Mapping[int, forms.Form]) -> list[Question]:
    """Return the questions about each file, with forms as a person has filled them in (order of the file -> form)."""
    found = []
    for file in intake.files.all():
        if file.sentence:
            continue
        if needs_columns(file):
            found.append(Question(file, filled.get(file.order) or ColumnsForm(file=file), is_open=True))
        elif file.reading and file.reading["kind"] not in EXPORTS:
            form = filled.get(file.order) or ReviewForm(file=file)
            found.append(Question(file, form, is_open=needs_review(file)))
    return found


def remarks(intake: Import) -> list[Remarked]:
    """Return what does not reconcile: between documents by review, then what each document says of itself."""
    found = []
    for review in intake.reviews.all():
        sentences = [sentence(remark["code"], remark["params"]) for remark in review.remarks]
        found.append(Remarked(review.key, sentences))
    for file in intake.files.all():
        if file.sentence:
            found.append(Remarked(file.name, [file.why]))
        elif file.reading:
            found.append(Remarked(file.name, [said(warning) for warning in file.reading["warnings"]]))
    return [each for each in found if each.sentences]


@dataclass(slots=True)
class Differing:
    """One difference as it is shown: where, of what, and both sides."""

    thing: str
    label: str
    recorded: str
    told: str


@dataclass(slots=True)
class Planned:
    """One review as it is shown: what would change in it, and what is told of it for the first time."""

    review: PlannedReview
    facts: list[tuple[str, str]]
    differences: list[Differing]


def planned(reviews: Iterable[PlannedReview]) -> list[Planned]:
    """Return reviews with facts and differences by the names that people read."""
    return [
        Planned(
            review,
            [(_label(name), _fact(value)) for name, value in review.facts.items()],
            [_differing(difference) for difference in review.differences[:DIFFERENCES_SHOWN]],
        )
        for review in reviews
    ]


def _differing(difference: Mapping[str, str]) -> Differing:
    sides = [difference["recorded"], difference["told"]]
    if difference["field"] == "states":
        sides = [", ".join(state_name(code) for code in side.split()) for side in sides]
    return Differing(difference["thing"], _label(difference["field"]), *sides)


def _fact(value: str) -> str:
    """Return a fact as people read it: a day in the reader's way, everything else as it is."""
    day = parse_date(value) if _DAY.fullmatch(value) else None
    return date_format(day, "DATE_FORMAT") if day else value


def _label(field: str) -> str:
    """Return the name of a field of the record in the reader's language."""
    names = {
        "text": _("wording"),
        "states": _("recommending States"),
        "position": _("position"),
        "wg_session": _("session of the Working Group"),
        "hrc_session": _("session of the Council"),
        "reviewed_on": _("reviewed on"),
        "wg_adopted_on": _("adopted by the Working Group on"),
        "report_symbol": _("Working Group report"),
        "report_on": _("report issued on"),
        "addendum_symbol": _("addendum"),
        "addendum_on": _("addendum dated"),
    }
    return names.get(field, field)


def outcome(reviews: Sequence[PlannedReview]) -> dict[str, Any]:
    """Return the changes of all reviews together: counts by kind, and whether there is any."""
    counts: Counter[str] = Counter()
    for review in reviews:
        counts.update(review.counts)
    return {"counts": dict(counts), "is_any": _is_any(counts.items()), "is_differing": bool(counts["differences"])}


def _is_any(counts: Iterable[tuple[str, int]]) -> bool:
    return any(count for what, count in counts if what not in {"same", "differences"})
