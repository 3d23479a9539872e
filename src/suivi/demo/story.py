"""Composes Orvana's reviews from the data beside it: always the same recommendations, dated back from a given day."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from undocs.document import Position

DATA = Path(__file__).parent / "data"
SPECIFIC = (
    "{}",
    "Consider taking steps to {}",
    "Take the necessary measures to {}",
    "{} without delay",
    "{} before the next review",
)
GENERAL = (
    "{}",
    "Continue its efforts to {}",
    "Take further measures to {}",
    "Step up its efforts to {}",
    "Allocate sufficient resources to {}",
)
HOW_MANY_ASK = {1: 60, 2: 20, 3: 12, 5: 7, 14: 1}
SPLIT = {Position.SUPPORTED: 45, Position.PARTIALLY_SUPPORTED: 30, Position.NOTED: 25}
LATE = 3
"""The cycle in which Orvana begins to support what it had noted before."""


@dataclass(frozen=True, slots=True)
class Told:
    """One recommendation as it stands in the papers of its review."""

    number: str
    text: str
    states: list[str]
    themes: list[str]
    groups: list[str]
    sdgs: list[int]
    position: Position
    in_the_room: bool


@dataclass(frozen=True, slots=True)
class Cycle:
    """One review of Orvana: its names, days and recommendations."""

    number: int
    session: str
    heading: str
    symbol: str
    reviewed_on: date
    answered_on: date | None
    plenary_on: date | None
    recommendations: list[Told] = field(default_factory=list)

    @property
    def adopted_on(self) -> date:
        """The day on which the Working Group adopted its report."""
        return self.reviewed_on + timedelta(days=3)

    @property
    def issued_on(self) -> date:
        """The day on which the report was issued."""
        return self.reviewed_on + timedelta(days=41)


def compose(today: date) -> list[Cycle]:
    """Return the four cycles, the first one first, with the latest review some two months before `today`."""
    asks = tomllib.loads((DATA / "asks.toml").read_text(encoding="utf8"))["ask"]
    story = tomllib.loads((DATA / "story.toml").read_text(encoding="utf8"))
    return [_cycle(told, asks, story["asking"].split(), today) for told in story["cycle"]]


def people() -> dict[str, Any]:
    """Return who works in the demo's coalition, its organisations and its own dates, as `data/people.toml` tells."""
    return tomllib.loads((DATA / "people.toml").read_text(encoding="utf8"))


def _cycle(told: dict[str, Any], asks: list[dict[str, Any]], asking: list[str], today: date) -> Cycle:
    reviewed_on = _working_day(today - timedelta(days=told["days_ago"]))
    cycle = Cycle(
        number=told["number"],
        session=told["wg_session"],
        heading=told["heading"],
        symbol=told["symbol"],
        reviewed_on=reviewed_on,
        answered_on=_later(reviewed_on, told.get("answer_after")),
        plenary_on=_later(reviewed_on, told.get("plenary_after")),
    )
    chance = Random(f"Orvana {cycle.number}")  # noqa: S311  the demo wants the same story each time
    pairs = [(ask, frame) for ask in asks for frame in (SPECIFIC if ask.get("specific") else GENERAL)]
    chosen = [pairs[place] for place in sorted(chance.sample(range(len(pairs)), told["recommendations"]))]
    answered = [(ask, frame, _answer(ask, frame, cycle.number, chance)) for ask, frame in chosen]
    supported = [place for place, each in enumerate(answered) if each[2] is Position.SUPPORTED]
    places = set(chance.sample(supported, told.get("supported_in_the_room", 0)))
    at_once = [each for place, each in enumerate(answered) if place in places]
    later = [each for place, each in enumerate(answered) if place not in places]
    for block, items in enumerate((at_once, later)):
        for item, (ask, frame, position) in enumerate(items, start=1):
            cycle.recommendations.append(
                Told(
                    number=f"{110 + 6 * cycle.number + block}.{item}",
                    text=_sentence(frame, ask["clause"]),
                    states=_states(asking, chance),
                    themes=ask["themes"],
                    groups=ask["groups"],
                    sdgs=ask["sdgs"],
                    position=position if cycle.answered_on or items is at_once else Position.PENDING,
                    in_the_room=items is at_once,
                ),
            )
    return cycle


def _later(day: date, days: int | None) -> date | None:
    return _working_day(day + timedelta(days=days)) if days else None


def _working_day(day: date) -> date:
    friday = 4
    return day - timedelta(days=max(0, day.weekday() - friday))


def _sentence(frame: str, clause: str) -> str:
    said = frame.format(clause)
    return said[0].upper() + said[1:]


def _states(asking: list[str], chance: Random) -> list[str]:
    how_many = chance.choices(list(HOW_MANY_ASK), weights=list(HOW_MANY_ASK.values()))[0]
    return sorted(chance.sample(asking, how_many))


def _answer(ask: dict[str, Any], frame: str, cycle: int, chance: Random) -> Position:
    leaning = ask["leaning"]
    if leaning == "yes" or (leaning == "slowly" and cycle >= LATE):
        return Position.SUPPORTED
    if leaning == "split":
        return chance.choices(list(SPLIT), weights=list(SPLIT.values()))[0]
    return chance.choice((Position.SUPPORTED, Position.NOTED)) if frame.startswith("Consider") else Position.NOTED
