"""The line of the cycle, made from the clock: which days stand on it, and how time runs along it."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from suivi.common.pictures.cycle import CycleLine, Mark, Span, Tick
from suivi.common.pictures.cycle.line import Look
from suivi.record.names import state_name
from suivi.timeline.queries import Clock
from suivi.timeline.rules.steps import Step
from suivi.timeline.rules.words import Condition, Kind
from suivi.timeline.telling import day_of, first_of, title_of, when_of

WINDOW_SHARE, SEASON_SHARE = 0.36, 0.46
"""How much of the line the months to the plenary take, and those with the season after it; the years take the rest."""
SEASON = timedelta(days=120)


def line_of(clock: Clock) -> CycleLine | None:
    """Return the line to draw, or None where not even the day of the review is known."""
    begins = next((step for step in clock.steps if step.kind == Kind.REVIEW), None)
    if begins is None:
        return None
    marks = tuple(_mark(step) for step in clock.steps if _stands_on_line(step, clock))
    bends = _bends(clock, begins.first)
    values = {"state": state_name(clock.review.state), "cycle": clock.review.cycle}
    return CycleLine(
        name="cycle",
        title=_("%(state)s: cycle %(cycle)d from review to review") % values,
        says=_says(clock, marks),
        marks=marks,
        bends=bends,
        ticks=_ticks(bends),
        today=clock.today,
        today_label=_("today, %(day)s") % {"day": day_of(clock.today)},
        window=_window(clock),
    )


def _stands_on_line(step: Step, clock: Clock) -> bool:
    answer_is_band = step.kind == Kind.ANSWER and clock.window is not None
    return step.on_line and not answer_is_band and step.condition != Condition.PAST


def _mark(step: Step) -> Mark:
    looks: dict[Condition, Look] = {Condition.KNOWN: "known", Condition.DONE: "known", Condition.LATE: "late"}
    when = when_of(step) if step.first == step.last else _("from %(day)s") % {"day": first_of(step)}
    return Mark(step.first, title_of(step), when, looks.get(step.condition, "ahead"), own=step.kind == Kind.OWN)


def _window(clock: Clock) -> Span | None:
    if clock.window is None:
        return None
    opens, closes = clock.window.opens_on, clock.window.closes_on
    told = _("earliest realistic decision %(opens)s, answer expected by %(closes)s")
    told %= {"opens": _short(opens), "closes": _short(closes)}
    return Span(opens, closes, told)


def _bends(clock: Clock, begins: date) -> tuple[tuple[date, float], ...]:
    """Return where the scale of time changes: the months to the plenary are drawn wider than the years after it."""
    ends = max((step.first for step in clock.steps if step.on_line), default=begins)
    plenary = next((step.first for step in clock.steps if step.kind == Kind.PLENARY), None)
    if plenary is None or not begins < plenary < plenary + SEASON < ends:
        return ((begins, 0.0), (max(ends, begins + timedelta(days=1)), 1.0))
    return ((begins, 0.0), (plenary, WINDOW_SHARE), (plenary + SEASON, SEASON_SHARE), (ends, 1.0))


def _ticks(bends: tuple[tuple[date, float], ...]) -> tuple[Tick, ...]:
    begins, ends = bends[0][0], bends[-1][0]
    wide_until = bends[1][0] if len(bends) > 2 else begins  # noqa: PLR2004  two bends: time runs evenly
    ticks = []
    for month in range(begins.year * 12 + begins.month, ends.year * 12 + ends.month):
        day = date(month // 12, month % 12 + 1, 1)
        if begins < day <= wide_until:
            ticks.append(Tick(day, date_format(day, "N")))
        elif wide_until < day <= ends and day.month == 1:
            ticks.append(Tick(day, str(day.year)))
    return tuple(ticks)


def _says(clock: Clock, marks: tuple[Mark, ...]) -> str:
    told = [f"{mark.label}: {mark.when}" for mark in marks]
    window = _window(clock)
    if window:
        told.append(window.label)
    told.append(_("today: %(day)s") % {"day": day_of(clock.today)})
    return "; ".join(told)


def _short(day: date) -> str:
    return date_format(day, "MONTH_DAY_FORMAT")
