"""The facts of a consultation as the house knows them: figures, texts and codes, without words of any language."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from suivi.consent.queries.motions import standings_of
from suivi.consent.queries.voices import dissent_of
from suivi.consultations.queries import agenda_of, headcounts_of, participants_of
from suivi.discussions.queries.strategies import strategies_of
from suivi.discussions.queries.threads import entries_in, threads_of
from suivi.discussions.rules.strategies import StrategyState
from suivi.opinions.queries.results import results_of
from suivi.opinions.queries.voting import map_of, turnout
from suivi.plans.queries.lines import rows_of
from suivi.plans.rules.columns import Table
from suivi.priorities.queries.joint import priorities_of

if TYPE_CHECKING:
    from suivi.consent.queries.motions import Standing
    from suivi.consultations.models import Consultation

type Told = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Facts:
    """What happened in a consultation. Lists hold plain dictionaries, so that agreed minutes can keep them as JSON.

    `sessions`: key, title, starts_at, ends_at (ISO 8601), place, cluster. `decisions`: title, outcome, figures.
    """

    seats: int
    organisations: int
    heads: dict[str, int]
    sessions: list[Told]
    threads: int
    entries: int
    strategies: list[Told]
    statements: int = 0
    voters: int = 0
    together: list[Told] = field(default_factory=list)
    priorities: list[Told] = field(default_factory=list)
    decisions: list[Told] = field(default_factory=list)
    activities: list[Told] = field(default_factory=list)

    def as_json(self) -> Told:
        """Return the facts as they are kept."""
        return asdict(self)


def facts_of(consultation: Consultation, now: datetime) -> Facts:
    """Return the facts of a consultation as they are at a moment."""
    seats = [seat.organisation_id for seat in participants_of(consultation)]
    return Facts(
        seats=len(seats),
        organisations=len({organisation for organisation in seats if organisation}),
        heads={each.category: each.heads for each in headcounts_of(consultation)},
        sessions=_sessions(consultation),
        threads=threads_of(consultation).count(),
        entries=entries_in(consultation).count(),
        strategies=[
            {"title": each.title, "area": each.area, "number": each.number}
            for each in strategies_of(consultation, state=StrategyState.ADOPTED)
        ],
        priorities=[
            {
                "rank": each.rank,
                "number": each.recommendation.number or each.recommendation.local_key,
                "text": each.recommendation.wording,
                "reason": each.reason,
            }
            for each in priorities_of(consultation)
        ],
        decisions=[_decision(each) for each in standings_of(consultation, now, drafts=False)],
        activities=_activities(consultation),
        **_opinions(consultation),
    )


def _sessions(consultation: Consultation) -> list[Told]:
    return [
        {
            "key": each.key,
            "title": each.title,
            "starts_at": each.starts_at.isoformat(),
            "ends_at": each.ends_at.isoformat(),
            "place": each.place,
            "cluster": each.cluster.name if each.cluster else "",
        }
        for each in agenda_of(consultation)
    ]


def _decision(standing: Standing) -> Told:
    motion = standing.motion
    shown = standing.shows_split
    return {
        "title": motion.title,
        "statement": motion.statement,
        "outcome": standing.outcome.value if standing.outcome else "",
        "agree": standing.tally.agree if shown else None,
        "stand_aside": standing.tally.stand_aside if shown else None,
        "object": standing.tally.object if shown else None,
        "closed_on": _day(motion.closed_at),
        "review_on": motion.review_on.isoformat() if motion.review_on else "",
        "dissent": [
            {"choice": each.choice.value, "reason": each.reason, "name": each.name} for each in dissent_of(motion)
        ],
    }


def _activities(consultation: Consultation) -> list[Told]:
    return [
        {
            "activity": each.activity,
            "by_whom": each.by_whom,
            "organisation": each.organisation.name if each.organisation else "",
            "by_when": each.by_when.isoformat() if each.by_when else "",
        }
        for each in rows_of(consultation, Table.STRATEGY)
    ]


def _opinions(consultation: Consultation) -> Told:
    opinion_map = map_of(consultation)
    if not opinion_map:
        return {}
    counted, results = turnout(opinion_map), results_of(opinion_map)
    return {
        "statements": counted.statements,
        "voters": counted.voters,
        "together": [
            {"text": line.statement.text, "choice": None if line.choice is None else line.choice.value}
            for line in (results.together if results else [])
        ],
    }


def _day(moment: datetime | None) -> str:
    return moment.date().isoformat() if moment else ""


def day_of(text: str) -> date | None:
    """Return a day as it was kept, or None."""
    return date.fromisoformat(text) if text else None
