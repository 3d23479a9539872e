"""The words of the clock: milestones, who brings them about, where each stands, how well its day is known."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """The milestones of a cycle, and a coalition's own."""

    REVIEW = "review", _("Review")
    DRAFT_LIST = "draft_list", _("Draft list of recommendations")
    WG_ADOPTION = "wg_adoption", _("Adoption by the Working Group")
    FIRST_TEN_DAYS = "first_ten_days", _("First ten days: list read, clusters named, first asks sent")
    WG_REPORT = "wg_report", _("Working Group report")
    ANSWER = "answer", _("The State’s written answer")
    REGISTRATION = "registration", _("Registration to speak at the plenary")
    PLENARY = "plenary", _("Adoption by the Council")
    LETTER = "letter", _("Letter of the High Commissioner")
    ANNUAL_ROUND = "annual_round", _("Annual round")
    MIDTERM = "midterm", _("Mid-term report")
    NEXT_SUBMISSION = "next_submission", _("Joint submission")
    NEXT_NATIONAL_REPORT = "next_national_report", _("National report of the State")
    NEXT_REVIEW = "next_review", _("Next review")
    OWN = "own", _("Own milestone")


class Who(models.TextChoices):
    """Who brings a milestone about. Only what the coalition does itself can be late; the rest is waited for."""

    COUNCIL = "council", _("the United Nations")
    STATE = "state", _("the State")
    COALITION = "coalition", _("our coalition")


class Evidence(models.TextChoices):
    """How well a figure of the clock is known."""

    MEASURED = "measured", _("measured on documents of real reviews")
    PUBLISHED = "published", _("a published rule")
    ADVICE = "advice", _("advice that comes with Suivi")
    OPEN = "open", _("not confirmed: check it when it comes near")


class Condition(models.TextChoices):
    """Where a milestone stands on a given day."""

    KNOWN = "known", _("in the record")
    DONE = "done", _("done")
    LATE = "late", _("late")
    AWAITED = "awaited", _("expected by now")
    OPEN = "open", _("may come any day")
    AHEAD = "ahead", _("ahead")
    PAST = "past", _("past")


OVER = frozenset({Condition.KNOWN, Condition.DONE, Condition.PAST})
"""Conditions of what nobody waits for any more."""


VERBS = {
    "make_feed": _("made a secret address for a calendar"),
    "withdraw_feed": _("withdrew a secret address of a calendar"),
    "add_milestone": _("added a milestone"),
    "change_milestone": _("changed a milestone"),
    "move_milestone": _("moved a milestone"),
    "count_again": _("let the day of a milestone be counted again"),
    "note_milestone": _("wrote a note on a milestone"),
    "tick_milestone": _("ticked a milestone off"),
    "untick_milestone": _("opened a milestone again"),
    "remove_milestone": _("took a milestone off the calendar"),
    "put_back_milestone": _("put a milestone back"),
}
"""What each verb of this floor says to a reader of the history."""
