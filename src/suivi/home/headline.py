"""The first sentence of the desk: what is next, and by when; and the note on the answer that can still be won."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from suivi.record.models import Review
from suivi.record.names import state_name
from suivi.record.rules import Position
from suivi.record.templatetags.record import list_address
from suivi.timeline.queries import Clock, Window
from suivi.timeline.rules.words import Condition, Kind
from suivi.timeline.telling import day_of, distance, title_of, when_of


@dataclass(frozen=True, slots=True)
class WindowNote:
    """What to know while the State has not answered: how much is open, when to expect the answer, and where to look."""

    open_sentence: str
    expect_sentence: str
    pending: int
    address: str


def headline(clock: Clock) -> str:
    """Return the sentence at the head of the desk."""
    state = state_name(clock.review.state)
    if not clock.newest:
        return _("%(state)s, cycle %(cycle)d") % {"state": state, "cycle": clock.review.cycle}
    step = next((each for each in clock.waiting if each.on_line and each.kind != Kind.OWN), None)
    if clock.window and not (step and step.kind == Kind.REVIEW):
        return _of_answer(state, clock.window, clock)
    if step is None:
        return state
    days = (step.first - clock.today).days
    if step.kind == Kind.PLENARY and days > 0:
        said = ngettext(
            "%(state)s: %(days)d day until the Council adopts",
            "%(state)s: %(days)d days until the Council adopts",
            days,
        )
        return said % {"state": state, "days": days}
    return _("%(state)s, next: %(milestone)s, %(distance)s") % {
        "state": state,
        "milestone": title_of(step),
        "distance": distance(step.first, clock.today),
    }


def window_note(clock: Clock, pending: int) -> WindowNote | None:
    """Return the note on the open answer, or None where the State has answered or nothing is pending."""
    window = clock.window
    if window is None or not pending or not clock.newest:
        return None
    said = ngettext(
        "%(state)s has not answered on %(count)d recommendation.",
        "%(state)s has not answered on %(count)d recommendations.",
        pending,
    )
    values = {"state": state_name(clock.review.state), "count": pending}
    address = list_address(clock.review, position=str(Position.PENDING))
    return WindowNote(said % values, " ".join(_expect(clock, window)), pending, address)


def said_of(review: Review) -> str:
    """Return the line above the headline: which cycle, and when it was reviewed."""
    if review.reviewed_on is None:
        return _("Universal Periodic Review · cycle %(cycle)d") % {"cycle": review.cycle}
    values = {"cycle": review.cycle, "day": day_of(review.reviewed_on)}
    return _("Universal Periodic Review · cycle %(cycle)d · reviewed %(day)s") % values


def _of_answer(state: str, window: Window, clock: Clock) -> str:
    days = (window.opens_on - clock.today).days
    if days > 0:
        said = ngettext("%(days)d day until %(state)s may answer", "%(days)d days until %(state)s may answer", days)
        return said % {"state": state, "days": days}
    if clock.today <= window.closes_on:
        return _("%(state)s may answer any day now") % {"state": state}
    return _("%(state)s should have answered by now") % {"state": state}


def _expect(clock: Clock, window: Window) -> list[str]:
    first, last = window.days
    days = {"first": first, "last": last, "opens": _month_day(window), "closes": day_of(window.closes_on)}
    if window.own:
        said = [_("In earlier cycles it answered %(first)d to %(last)d days after its review.") % days]
    else:
        said = [_("Other States answered %(first)d to %(last)d days after their review.") % days]
    if clock.today < window.opens_on:
        said.append(_("Expect the answer from %(opens)s: until then minds can still be changed.") % days)
    elif clock.today <= window.closes_on:
        said.append(_("It may come any day until %(closes)s.") % days)
    else:
        said.append(_("Look for the addendum among the documents of the Council, and import it."))
    plenary = next((step for step in clock.steps if step.kind == Kind.PLENARY), None)
    if plenary and plenary.condition == Condition.AHEAD and plenary.first > window.opens_on:
        said.append(_("The Council adopts later: %(when)s.") % {"when": when_of(plenary)})
    return said


def _month_day(window: Window) -> str:
    return date_format(window.opens_on, "MONTH_DAY_FORMAT")
