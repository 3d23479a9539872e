"""The clusters to start from: which issues each takes care of, and where a recommendation goes by its issues."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent.parent / "data" / "starting.toml"
SURE_ENOUGH = 0.8
"""From this confidence on, a second issue puts a recommendation into a second cluster as well."""


@dataclass(frozen=True, slots=True)
class Starting:
    """A cluster to start from. `yields`: it leads only what no other cluster's issue claims."""

    names: Mapping[str, str]
    issues: tuple[str, ...]
    yields: bool = False

    def name(self, language: str) -> str:
        """Return its name in a language, in English where it has none."""
        return self.names.get(language.partition("-")[0], self.names["en"])


@dataclass(frozen=True, slots=True)
class Wanted:
    """A cluster as the coalition wants it made: its name and the issues that lead to it."""

    name: str
    issues: frozenset[str]
    yields: bool = False


@dataclass(frozen=True, slots=True)
class Going:
    """Where one recommendation goes: the place of its leading cluster among those wanted, and of those beside it."""

    lead: int
    also: tuple[int, ...] = ()


@cache
def starting() -> tuple[Starting, ...]:
    """Return the clusters of the data file."""
    told = tomllib.loads(DATA.read_text(encoding="utf-8"))["cluster"]
    return tuple(Starting(each["name"], tuple(each["issues"]), each.get("yields", False)) for each in told)


def home_of(issue: str) -> int | None:
    """Return the place of the starting cluster that takes care of an issue."""
    return next((place for place, each in enumerate(starting()) if issue in each.issues), None)


def planned(
    issues: Mapping[int, Sequence[tuple[str, float]]], wanted: Sequence[Wanted], same: Iterable[Sequence[int]] = ()
) -> dict[int, Going]:
    """Return where recommendations go by their issues, each with how sure it is; `same` ask the same and go together.

    Recommendations without an issue that leads anywhere are left out: they stay in no cluster.
    """
    going = {key: one for key, found in issues.items() if (one := _going(found, wanted))}
    for group in same:
        leads = Counter(going[key].lead for key in group if key in going)
        if leads:
            lead = leads.most_common(1)[0][0]
            for key in group:
                one = going.get(key, Going(lead))
                beside = tuple(place for place in (*one.also, one.lead) if place != lead)
                going[key] = replace(one, lead=lead, also=tuple(dict.fromkeys(beside))[:1])
    return going


def _going(found: Sequence[tuple[str, float]], wanted: Sequence[Wanted]) -> Going | None:
    """Return where the issues of one recommendation lead: the surest, those that yield last."""
    sure: dict[int, float] = {}
    for issue, confidence in found:
        for place, each in enumerate(wanted):
            if issue in each.issues:
                sure[place] = max(sure.get(place, 0.0), confidence)
    if not sure:
        return None
    lead, *others = sorted(sure, key=lambda place: (wanted[place].yields, -sure[place], place))
    return Going(lead, tuple(place for place in others if sure[place] >= SURE_ENOUGH)[:1])
