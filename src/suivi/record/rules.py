"""The words of the record: positions, stages of an answer, kinds of tags; and which answer counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


class Position(models.TextChoices):
    """What the State under review answered. Noted is not refused; pending is not noted."""

    SUPPORTED = "supported", _("Supported")
    PARTIALLY_SUPPORTED = "partially_supported", _("Partially supported")
    NOTED = "noted", _("Noted")
    PENDING = "pending", _("No answer yet")
    UNCLEAR = "unclear", _("Unclear")


class Stage(models.TextChoices):
    """When in the review an answer was given."""

    ROOM = "room", _("in the room")
    ADDENDUM = "addendum", _("in the addendum")
    PLENARY = "plenary", _("at the plenary")
    CODED = "coded", _("as others coded it")


class Claim(models.TextChoices):
    """What the State says it has done already."""

    NONE = "", _("no claim")
    ALREADY_IMPLEMENTED = "already_implemented", _("says it is already implemented")
    BEING_IMPLEMENTED = "being_implemented", _("says it is being implemented")


class DocumentKind(models.TextChoices):
    """What sort of document something was read from; the values are those of the reader."""

    THEMATIC_LIST = "thematic_list", _("Thematic list")
    WORKING_GROUP_REPORT = "working_group_report", _("Working Group report")
    ADDENDUM = "addendum", _("Addendum")
    UPR_INFO_EXPORT = "upr_info_export", _("Export of UPR Info")
    UHRI_EXPORT = "uhri_export", _("Export of the Universal Human Rights Index")
    PARAGRAPHS = "paragraphs", _("Paragraphs")
    TABLE = "table", _("Table")


class TagKind(models.TextChoices):
    """What a tag speaks of."""

    THEME = "theme", _("theme")
    GROUP = "group", _("group of persons")
    SDG = "sdg", _("Sustainable Development Goal")
    ISSUE = "issue", _("issue")


class Scheme(models.TextChoices):
    """Whose vocabulary a tag belongs to; names changed from cycle to cycle."""

    OHCHR_2 = "ohchr-2", _("OHCHR, cycle 2")
    OHCHR_3 = "ohchr-3", _("OHCHR, cycle 3")
    OHCHR_4 = "ohchr-4", _("OHCHR, cycle 4")
    UHRI = "uhri", _("Universal Human Rights Index")
    UPR_INFO = "upr-info", _("UPR Info")
    SDG = "sdg", _("Agenda 2030")


LINKING_WORK = "suivi.record.tasks.link_asked_before"
"""What the worker does once a State's recommendations changed: whoever changes them starts it."""

STAGES_IN_ORDER = (Stage.CODED, Stage.ROOM, Stage.ADDENDUM, Stage.PLENARY)


def standing_position(answers: Iterable[tuple[Stage | str, date | None, Position | str]]) -> Position:
    """Return the position that counts: the latest stage speaks, in it the latest day; pending where nobody answered.

    `answers` are (stage, day given or None, position). An answer coded by others counts only where no document answers.
    """
    ranked = [
        (STAGES_IN_ORDER.index(Stage(stage)), given_on.toordinal() if given_on else 0, place, Position(position))
        for place, (stage, given_on, position) in enumerate(answers)
    ]
    return max(ranked)[3] if ranked else Position.PENDING


def combined_position(positions: Iterable[Position]) -> Position:
    """Return the one position that those of several parts add up to: some supported and some not is partial support."""
    distinct = set(positions) - {Position.PENDING} or {Position.PENDING}
    if len(distinct) == 1:
        return distinct.pop()
    return (
        Position.PARTIALLY_SUPPORTED
        if distinct & {Position.SUPPORTED, Position.PARTIALLY_SUPPORTED}
        else Position.UNCLEAR
    )


VERBS = {
    "date_review": _("set days and symbols of a review"),
    "record_answer": _("recorded an answer of the State"),
    "correct_recommendation": _("corrected a recommendation"),
    "link_asked_before": _("found what had been asked before"),
    "save_view": _("kept a view"),
    "change_view": _("changed a view"),
    "remove_view": _("removed a view"),
}
"""What each verb of this floor says to a reader of the history."""
