"""The figures of the clock, read from `data/milestones.toml` and checked before anybody counts with them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from suivi.timeline.rules.words import Evidence, Kind, Who

FILE = Path(__file__).parent.parent / "data" / "milestones.toml"


class WrongFigures(ValueError):
    """Raised where the file says something the clock cannot count with; the sentence names the milestone."""


@dataclass(frozen=True, slots=True)
class Rule:
    """How one milestone is counted: `days` or `months` from `counts_from`, one figure or the two ends of a span.

    `rounds` are months, one milestone each. `fact` is the field of the review that ends all counting. `waits_days`:
    how long after its day others' milestones are still waited for; 0 is until something later is known.
    """

    kind: Kind
    who: Who
    evidence: Evidence
    source: str
    on_line: bool = False
    counts_from: Kind | None = None
    days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    rounds: tuple[int, ...] = ()
    earlier_answers: bool = False
    session_of_council: bool = False
    fact: str = ""
    waits_days: int = 0


@dataclass(frozen=True, slots=True)
class Session:
    """When the Council adopts what was reviewed in certain months: (month, day, years later) at both ends."""

    reviewed_in: frozenset[int]
    opens: tuple[int, int, int]
    closes: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything the clock counts with."""

    rules: dict[Kind, Rule]
    answer_days: tuple[int, ...]
    answers_enough: int
    sessions: tuple[Session, ...]
    otherwise_days: tuple[int, int]


@cache
def figures() -> Figures:
    """Return the figures of this instance. Raises `WrongFigures` where the file cannot be counted with."""
    return read_figures(FILE.read_text(encoding="utf-8"))


def read_figures(text: str) -> Figures:
    """Return the figures that a TOML text tells; its form is explained in `data/milestones.toml`."""
    told = tomllib.loads(text)
    rules = [_rule(each) for each in told["milestones"]]
    kinds = {rule.kind: rule for rule in rules}
    for rule in rules:
        _ends_somewhere(rule, kinds)
    sessions = tuple(
        Session(frozenset(each["reviewed_in"]), _day(each["opens"]), _day(each["closes"])) for each in told["sessions"]
    )
    first, last = told["otherwise"]["days"]
    return Figures(kinds, tuple(told["answers"]["days"]), told["answers"]["enough"], sessions, (first, last))


def _rule(told: dict[str, Any]) -> Rule:
    words = {"kind": Kind, "who": Who, "evidence": Evidence, "counts_from": Kind}
    lists = {"days", "months", "rounds"}
    try:
        fields: dict[str, Any] = {
            name: words[name](value) if name in words else tuple(value) if name in lists else value
            for name, value in told.items()
        }
        rule = Rule(**fields)
    except (TypeError, ValueError) as error:
        raise WrongFigures(f"{told.get('kind', 'A milestone without a kind')}: {error}.") from error
    ways = [rule.days, rule.months, rule.rounds, rule.earlier_answers, rule.session_of_council]
    if rule.counts_from and sum(map(bool, ways)) != 1:
        raise WrongFigures(f"{rule.kind}: exactly one way of counting is needed.")
    return rule


def _ends_somewhere(rule: Rule, kinds: dict[Kind, Rule]) -> None:
    seen, at = {rule.kind}, rule
    while at.counts_from:
        if at.counts_from not in kinds:
            raise WrongFigures(f"{at.kind}: it counts from {at.counts_from}, which is not in the file.")
        if at.counts_from in seen:
            raise WrongFigures(f"{rule.kind}: it counts from itself in the end.")
        seen.add(at.counts_from)
        at = kinds[at.counts_from]


def _day(told: dict[str, int]) -> tuple[int, int, int]:
    return told["month"], told["day"], told["years_later"]
