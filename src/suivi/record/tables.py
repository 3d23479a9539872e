"""Recommendations as a table for spreadsheets, and as plain text to paste into a letter."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from django.utils.translation import gettext as _

from suivi.common.cells import csv_table
from suivi.record.models import Recommendation
from suivi.record.names import state_name
from suivi.record.queries.rows import in_line, place_of
from suivi.record.rules import TagKind


def as_csv(recommendations: Iterable[Recommendation]) -> str:
    """Return one row a recommendation; several names in one cell are parted by semicolons."""
    head = [
        _("State under review"),
        _("Cycle"),
        _("Number"),
        _("Recommendation"),
        _("Recommending States"),
        _("Position"),
        _("Source of the position"),
        _("Themes"),
        _("Groups of persons"),
        _("Sustainable Development Goals"),
        _("Issues"),
    ]
    kinds = (TagKind.THEME, TagKind.GROUP, TagKind.SDG, TagKind.ISSUE)
    rows: list[list[str | int]] = [
        [
            state_name(each.review.state),
            each.review.cycle,
            each.number,
            each.wording,
            "; ".join(_states(each)),
            each.get_position_display(),
            "; ".join(dict.fromkeys(answer.source for answer in each.responses.all() if answer.source)),
            *("; ".join(_tags(each, kind)) for kind in kinds),
        ]
        for each in recommendations
    ]
    return csv_table(head, rows)


def as_text(recommendations: Collection[Recommendation]) -> str:
    """Return one paragraph a recommendation: number, text, States in brackets, position.

    Where they come from several reviews, each says from which.
    """
    several = len({each.review_id for each in recommendations}) > 1
    return "\n\n".join(_paragraph(each, whence=several) for each in recommendations)


def _paragraph(recommendation: Recommendation, *, whence: bool) -> str:
    review = recommendation.review
    said = {
        "number": place_of(review.state, review.cycle, recommendation.number) if whence else recommendation.number,
        "text": recommendation.wording.rstrip(" .;"),
        "states": in_line(_states(recommendation)),
        "position": recommendation.get_position_display(),
    }
    return (_("%(number)s %(text)s (%(states)s). %(position)s.") % said).strip()


def _states(recommendation: Recommendation) -> list[str]:
    return list(dict.fromkeys(state_name(each.state) for each in recommendation.recommending_states.all()))


def _tags(recommendation: Recommendation, kind: TagKind) -> list[str]:
    tags = (each.tag for each in recommendation.taggings.all() if each.tag.kind == kind)
    return [f"{tag.code} {tag.name}".strip() if kind == TagKind.SDG else tag.name for tag in tags]
