"""The clock in words: what a step is called, when it is, how long until then, and how its day was found."""

from __future__ import annotations

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from suivi.timeline.rules.steps import Step
from suivi.timeline.rules.words import Condition, Kind

WEEKS_FROM, MONTHS_FROM, YEARS_FROM = 22, 90, 730
"""Days from which a distance is told in weeks, in months, in years."""
DAYS_OF_A_MONTH = 30.44


def title_of(step: Step) -> str:
    """Return what a step is called."""
    if step.kind == Kind.OWN:
        return step.kept.title if step.kept else ""
    if step.kind == Kind.ANNUAL_ROUND:
        return _("Annual round %(number)d") % {"number": step.round}
    return str(step.kind.label)


def day_of(day: date) -> str:
    """Return a day in the reader's language: `2 July 2026`."""
    return date_format(day, "DATE_FORMAT")


def when_of(step: Step) -> str:
    """Return the day of a step, its span, or its month where it was counted in months."""
    first, last = first_of(step), last_of(step)
    return first if first == last else _("%(first)s to %(last)s") % {"first": first, "last": last}


def first_of(step: Step) -> str:
    """Return the first day of a step, or its month."""
    return (_month_of if step.rough else day_of)(step.first)


def last_of(step: Step) -> str:
    """Return the last day of a step, or its month."""
    return (_month_of if step.rough else day_of)(step.last)


def brief_of(step: Step, today: date) -> str:
    """Return the first day of a step as briefly as a column wants it: `20 Dec`, `14 Jan 2028`, `Jul 2030`."""
    form = "M Y" if step.rough else "j M" if step.first.year == today.year else "j M Y"
    return date_format(step.first, form)


def distance(day: date, today: date) -> str:
    """Return how far a day is from today: `today`, `in 5 days`, `4 days ago`, in weeks and months where it is far."""
    days = (day - today).days
    if days == 0:
        return _("today")
    return _ahead(days) if days > 0 else _ago(-days)


def late_by(day: date, today: date) -> str:
    """Return by how many days something is late."""
    days = (today - day).days
    return ngettext("%(days)d day late", "%(days)d days late", days) % {"days": days}


def standing_of(step: Step, today: date) -> str:
    """Return where a step stands, in words: `in 5 days`, `4 days late`, `done on 3 May 2026`, `expected for 8 days`."""
    if step.condition == Condition.DONE and step.kept and step.kept.done_on:
        return _("done on %(day)s") % {"day": day_of(step.kept.done_on)}
    if step.condition == Condition.LATE:
        return late_by(step.last, today)
    if step.condition == Condition.AWAITED:
        days = (today - step.last).days
        return ngettext("expected %(days)d day ago", "expected %(days)d days ago", days) % {"days": days}
    if step.condition == Condition.OPEN:
        return _("from now until %(day)s") % {"day": last_of(step)}
    if step.condition == Condition.AHEAD:
        return distance(step.first, today)
    return str(step.condition.label)


def found_how(step: Step) -> str:
    """Return how the day of a step was found."""
    if step.certain:
        return _("The day stands in the record.")
    if step.condition == Condition.KNOWN:
        return _("It is in the record; its day is not.")
    if step.moved:
        return _("Moved by hand from %(day)s.") % {"day": day_of(step.counted_on)} if step.counted_on else ""
    if step.kind == Kind.OWN:
        return _("Added by your coalition.")
    return _counted_how(step)


def _counted_how(step: Step) -> str:
    rule = step.rule
    if rule is None or rule.counts_from is None:
        return ""
    values = {"milestone": rule.counts_from.label}
    if rule.session_of_council:
        return (
            _("Counted from “%(milestone)s”: the session of the Council that usually follows. Sessions move.") % values
        )
    if rule.earlier_answers:
        return _("Counted from “%(milestone)s”, as earlier answers came.") % values
    if rule.days:
        return _("Counted from “%(milestone)s”: %(days)s days.") % {**values, "days": _figures(rule.days)}
    months = rule.rounds[step.round - 1 : step.round] or rule.months
    return _("Counted from “%(milestone)s”: %(months)s months.") % {**values, "months": _figures(months)}


def _figures(figures: tuple[int, ...]) -> str:
    first, last = (f"{figure:+d}".replace("-", "−") for figure in (figures[0], figures[-1]))
    return first if first == last else _("%(first)s to %(last)s") % {"first": first, "last": last}


def _month_of(day: date) -> str:
    return date_format(day, "YEAR_MONTH_FORMAT")


def _ahead(days: int) -> str:
    if days < WEEKS_FROM:
        return ngettext("in %(count)d day", "in %(count)d days", days) % {"count": days}
    if days < MONTHS_FROM:
        return ngettext("in %(count)d week", "in %(count)d weeks", days // 7) % {"count": days // 7}
    if days < YEARS_FROM:
        months = _months(days)
        return ngettext("in %(count)d month", "in %(count)d months", months) % {"count": months}
    return ngettext("in %(count)d year", "in %(count)d years", days // 365) % {"count": days // 365}


def _ago(days: int) -> str:
    if days < MONTHS_FROM:
        return ngettext("%(count)d day ago", "%(count)d days ago", days) % {"count": days}
    if days < YEARS_FROM:
        months = _months(days)
        return ngettext("%(count)d month ago", "%(count)d months ago", months) % {"count": months}
    return ngettext("%(count)d year ago", "%(count)d years ago", days // 365) % {"count": days // 365}


def _months(days: int) -> int:
    return round(days / DAYS_OF_A_MONTH)
