"""Counts the days of a cycle: what the record knows and the figures in, milestones with their days out."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from suivi.timeline.rules.figures import Figures, Rule
from suivi.timeline.rules.words import Kind


@dataclass(frozen=True, slots=True)
class Known:
    """What the record knows of a review: real days by milestone, what is settled without a day, and earlier answers.

    `earlier_answers` are days from review to answer in the State's earlier cycles.
    """

    days: Mapping[Kind, date] = field(default_factory=dict)
    settled: frozenset[Kind] = frozenset()
    earlier_answers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Counted:
    """A milestone of the cycle: its day or the first and last of a span, and how it was found.

    `round` numbers milestones that come back. `certain`: the day is from the record. `rough`: counted in months, so
    that a day would feign exactness.
    """

    rule: Rule
    round: int
    first: date
    last: date
    certain: bool = False
    rough: bool = False

    @property
    def kind(self) -> Kind:
        """Which milestone it is."""
        return self.rule.kind


def counted(known: Known, figures: Figures) -> list[Counted]:
    """Return every milestone whose day is known or can be counted, in order of days."""
    found = [each for rule in figures.rules.values() for each in _milestones(rule, known, figures)]
    return sorted(found, key=lambda each: (each.first, list(figures.rules).index(each.kind)))


def answer_span(known: Known, figures: Figures) -> tuple[int, int]:
    """Return after how many days an answer came at the earliest and at the latest.

    The State's own earlier answers count; while the record knows too few of them, measured ones of others count too.
    """
    own = known.earlier_answers
    days = own if len(own) >= figures.answers_enough else (*own, *figures.answer_days)
    return min(days), max(days)


def months_later(day: date, months: int) -> date:
    """Return the day so many months later (earlier where negative), or the last of that month where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _milestones(rule: Rule, known: Known, figures: Figures) -> Iterator[Counted]:
    if rule.kind in known.days:
        yield Counted(rule, 0, known.days[rule.kind], known.days[rule.kind], certain=True)
        return
    start = _start(rule, known, figures)
    if start is None:
        return
    if rule.rounds:
        for number, months in enumerate(rule.rounds, start=1):
            yield Counted(rule, number, months_later(start, months), months_later(start, months), rough=True)
    elif rule.months:
        ends = [months_later(start, months) for months in rule.months]
        yield Counted(rule, 0, min(ends), max(ends), rough=True)
    else:
        yield Counted(rule, 0, *_days(rule, start, known, figures))


def _start(rule: Rule, known: Known, figures: Figures) -> date | None:
    """Return the day from which a milestone counts: that of the other milestone, or of the beginning of its span."""
    if rule.counts_from is None:
        return None
    return next((each.first for each in _milestones(figures.rules[rule.counts_from], known, figures)), None)


def _days(rule: Rule, start: date, known: Known, figures: Figures) -> tuple[date, date]:
    if rule.session_of_council:
        return _session(start, figures)
    if rule.earlier_answers:
        return _answer(start, known, figures)
    ends = [start + timedelta(days=days) for days in rule.days]
    return min(ends), max(ends)


def _session(reviewed_on: date, figures: Figures) -> tuple[date, date]:
    for session in figures.sessions:
        if reviewed_on.month in session.reviewed_in:
            return _in_session(reviewed_on, session.opens), _in_session(reviewed_on, session.closes)
    return _ends(reviewed_on, figures.otherwise_days)


def _in_session(reviewed_on: date, told: Sequence[int]) -> date:
    month, day, years_later = told
    return date(reviewed_on.year + years_later, month, day)


def _answer(reviewed_on: date, known: Known, figures: Figures) -> tuple[date, date]:
    """Return when the answer may come: as in earlier cycles, and in any case before the Council adopts."""
    first, last = _ends(reviewed_on, answer_span(known, figures))
    rule = figures.rules.get(Kind.PLENARY)
    latest = next((plenary.last for plenary in _milestones(rule, known, figures)), last) if rule else last
    return min(first, latest), min(last, latest)


def _ends(start: date, days: tuple[int, int]) -> tuple[date, date]:
    return start + timedelta(days=days[0]), start + timedelta(days=days[1])
