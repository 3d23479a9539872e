"""Fills the demo's consultation with what people write and propose, in three languages; it must stand at "discuss"."""

from __future__ import annotations

import tomllib
from datetime import datetime, timedelta
from typing import Any

from suivi.clusters.models import Cluster
from suivi.coalitions.models import Membership
from suivi.coalitions.queries import members_of
from suivi.consultations.actions.seats import take_seat
from suivi.consultations.models import Consultation, Participant
from suivi.consultations.permissions import can_take_seat
from suivi.consultations.queries import participants_of
from suivi.demo.story import DATA
from suivi.discussions.actions.entries import About, begin_thread, write_entry
from suivi.discussions.actions.following import support_strategy
from suivi.discussions.actions.merging import merge_strategies
from suivi.discussions.actions.strategies import draft_strategy, put_forward
from suivi.discussions.actions.wordings import accept_amendment, decline_amendment, suggest_amendment
from suivi.discussions.models import Entry, Strategy
from suivi.discussions.queries.places import clusters_in, recommendations_in
from suivi.discussions.rules.proposals import Proposal
from suivi.record.models import Recommendation


def fill_discussions(*, consultation: Consultation, at: datetime, by: Membership) -> list[Strategy]:
    """Write the threads and propose the strategies that `data/discussions.toml` tells, and return the strategies."""
    told = tomllib.loads((DATA / "discussions.toml").read_text(encoding="utf8"))
    people = _people(told, consultation, at)
    runner = people[str(by.person)]
    strategies = [_propose(each, consultation, people, at) for each in told["strategy"]]
    for each in told["amendment"]:
        _amend(each, strategies[each["strategy"] - 1], people, at)
    for each in told["thread"]:
        _talk(each, consultation, strategies, people, at)
    for strategy, each in zip(strategies, told["strategy"], strict=True):
        for name, named in each.get("support", []):
            support_strategy(strategy=strategy, named=named, at=at, by=people[name])
        if each.get("forward"):
            put_forward(strategy=strategy, at=at, by=runner)
        if "merge_into" in each:
            merge_strategies(into=strategies[each["merge_into"] - 1], sources=[strategy], at=at, by=runner)
    return list(Strategy.objects.filter(consultation=consultation))


def _people(told: dict[str, Any], consultation: Consultation, at: datetime) -> dict[str, Participant]:
    """Seat the coalition's members who may speak, and a few people without account; by name."""
    for member in members_of(consultation.coalition):
        if can_take_seat(member, consultation):
            take_seat(consultation=consultation, at=at, by=member)
    there = {each.name for each in participants_of(consultation)}
    guests = [(name, language) for name, language in told["guests"] if name not in there]
    made = [Participant(consultation=consultation, name=name, language=language) for name, language in guests]
    Participant.objects.bulk_create(made)
    return {each.name: each for each in participants_of(consultation)}


def _propose(
    told: dict[str, Any], consultation: Consultation, people: dict[str, Participant], at: datetime
) -> Strategy:
    found = [_recommendation(consultation, words) for words in told.get("about", [])]
    proposal = Proposal(
        area=told["area"],
        title=told["title"],
        objective=told["objective"],
        language=told.get("language", "en"),
        target=told["target"],
        doers=told["doers"],
        due_on=at.date() + timedelta(days=told["days"]),
        cluster=_cluster(consultation, told.get("cluster", [])),
        recommendations=[each for each in found if each],
    )
    return draft_strategy(proposal=proposal, at=at - timedelta(hours=80), by=people[told["by"]])


def _amend(told: dict[str, Any], strategy: Strategy, people: dict[str, Participant], at: datetime) -> None:
    made = suggest_amendment(
        strategy=strategy,
        field=told["field"],
        after=told["after"],
        why=told["why"],
        at=at - timedelta(hours=26),
        by=people[told["by"]],
    )
    proposer, later = people[strategy.proposed_by.name], at - timedelta(hours=18)
    if told.get("accepted"):
        accept_amendment(amendment=made, wording=made.strategy.wording, at=later, by=proposer)
    if "declined" in told:
        decline_amendment(amendment=made, why=told["declined"], at=later, by=proposer)


def _talk(
    told: dict[str, Any],
    consultation: Consultation,
    strategies: list[Strategy],
    people: dict[str, Participant],
    at: datetime,
) -> None:
    about = About(
        title=told.get("title", ""),
        recommendation=_recommendation(consultation, told["about"]) if "about" in told else None,
        cluster=_cluster(consultation, told.get("cluster", [])),
        strategy=strategies[told["strategy"] - 1] if "strategy" in told else None,
    )
    if "about" in told and not about.recommendation:
        return
    written: list[Entry] = []
    for each in told["entries"]:
        when, by = at - timedelta(hours=each["hours"]), people[each["by"]]
        said = {"text": each["text"], "language": each.get("language", "en"), "at": when, "by": by}
        if written:
            answers = written[each["answers"]] if "answers" in each else None
            written.append(write_entry(thread=written[0].thread, answers=answers, **said))
        else:
            written.append(begin_thread(about=about, **said))


def _recommendation(consultation: Consultation, words: str) -> Recommendation | None:
    """Return the first recommendation of the review with these words in it."""
    return recommendations_in(consultation).filter(text__icontains=words).first()


def _cluster(consultation: Consultation, words: list[str]) -> Cluster | None:
    """Return the first cluster whose name has one of these words in it."""
    found = list(clusters_in(consultation))
    return next((each for word in words for each in found if word.casefold() in each.name.casefold()), None)
