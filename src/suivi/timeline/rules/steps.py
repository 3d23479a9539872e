"""The steps of a cycle on a given day: what was counted, what people made of it, and where each stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from suivi.timeline.rules.counting import Counted
from suivi.timeline.rules.figures import Rule
from suivi.timeline.rules.words import OVER, Condition, Kind, Who


class Kept(Protocol):
    """What people did to a milestone. `due_on` None: it stays where it was counted."""

    key: str
    kind: str
    round: int
    title: str
    due_on: date | None
    reason: str
    done_on: date | None


@dataclass(frozen=True, slots=True)
class Moment:
    """From when one looks: today, since when the coalition works here, and whether the cycle is the State's newest."""

    today: date
    since: date
    newest: bool


@dataclass(frozen=True, slots=True)
class Step:
    """A milestone with its day, or the first and last of a span, where it stands, and what people did to it.

    `name` stands in addresses: the milestone's word (`annual_round-2`), or the key of an own one.
    """

    name: str
    kind: Kind
    round: int
    first: date
    last: date
    who: Who
    condition: Condition
    on_line: bool
    certain: bool
    rough: bool
    rule: Rule | None
    counted_on: date | None
    kept: Kept | None

    @property
    def moved(self) -> bool:
        """Whether somebody set its day by hand, and the record does not know better."""
        return self.kind != Kind.OWN and not self.certain and bool(self.kept and self.kept.due_on)

    @property
    def over(self) -> bool:
        """Whether nobody waits for it any more."""
        return self.condition in OVER


def steps(counted: Sequence[Counted], kept: Iterable[Kept], settled: frozenset[Kind], moment: Moment) -> list[Step]:
    """Return all steps in order of their days. `settled` are milestones that the record holds without a day."""
    touched = {(each.kind, each.round): each for each in kept if each.kind != Kind.OWN}
    own = [each for each in kept if each.kind == Kind.OWN and each.due_on]
    known = [each.first for each in counted if each.certain and each.first <= moment.today]
    latest = max(known, default=None)
    found = [_counted_step(each, touched.get((each.kind, each.round)), settled, latest, moment) for each in counted]
    return sorted([*found, *(_own_step(each, moment) for each in own)], key=lambda step: step.first)


def name_of(kind: Kind, number: int) -> str:
    """Return how a counted milestone is called in addresses: `midterm`, `annual_round-2`."""
    return f"{kind}-{number}" if number else str(kind)


def _counted_step(
    each: Counted, kept: Kept | None, settled: frozenset[Kind], latest: date | None, moment: Moment
) -> Step:
    moved = None if each.certain or kept is None else kept.due_on
    first, last = (moved, moved) if moved else (each.first, each.last)
    if kept and kept.done_on:
        condition = Condition.DONE
    elif each.certain:
        condition = Condition.KNOWN if first <= moment.today else Condition.AHEAD
    elif each.kind in settled:
        condition = Condition.KNOWN
    elif each.rule.who == Who.COALITION:
        condition = _of_ours(first, last, moment)
    else:
        condition = _of_others(first, last, each.rule, latest, moment)
    return Step(
        name=name_of(each.kind, each.round),
        kind=each.kind,
        round=each.round,
        first=first,
        last=last,
        who=each.rule.who,
        condition=condition,
        on_line=each.rule.on_line,
        certain=each.certain,
        rough=each.rough and not moved,
        rule=each.rule,
        counted_on=each.first,
        kept=kept,
    )


def _own_step(kept: Kept, moment: Moment) -> Step:
    day = kept.due_on or moment.today
    return Step(
        name=kept.key,
        kind=Kind.OWN,
        round=0,
        first=day,
        last=day,
        who=Who.COALITION,
        condition=_of_own(day, kept.done_on, moment.today),
        on_line=True,
        certain=False,
        rough=False,
        rule=None,
        counted_on=None,
        kept=kept,
    )


def _of_own(due_on: date, done_on: date | None, today: date) -> Condition:
    if done_on:
        return Condition.DONE
    return Condition.LATE if due_on < today else Condition.AHEAD


def _of_ours(first: date, last: date, moment: Moment) -> Condition:
    if moment.today <= last:
        return Condition.OPEN if first < last and first <= moment.today else Condition.AHEAD
    return Condition.LATE if moment.newest and last >= moment.since else Condition.PAST


def _of_others(first: date, last: date, rule: Rule, latest: date | None, moment: Moment) -> Condition:
    if moment.today < first:
        return Condition.AHEAD
    forgotten = bool(rule.waits_days) and moment.today > last + timedelta(days=rule.waits_days)
    if not moment.newest or forgotten or (latest is not None and latest > last):
        return Condition.PAST
    return Condition.OPEN if moment.today <= last else Condition.AWAITED
