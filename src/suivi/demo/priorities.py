"""Fills the demo's consultation with a weighed list: believable spread, one tie, some quarrels; and a round of dots."""

from __future__ import annotations

import tomllib
from datetime import datetime, timedelta
from random import Random
from typing import Any

from suivi.coalitions.models import Membership
from suivi.consultations.models import Consultation, Participant
from suivi.consultations.queries import participants_of
from suivi.demo.story import DATA
from suivi.priorities.actions.joint import change_priority, take_over
from suivi.priorities.actions.preparing import prepare_exercise
from suivi.priorities.actions.running import close_exercise, open_exercise
from suivi.priorities.actions.scoring import give_scores, spread_dots
from suivi.priorities.models import Exercise
from suivi.priorities.queries.joint import priorities_of
from suivi.priorities.queries.results import results_of
from suivi.priorities.rules.words import HIGHEST, LOWEST, Method
from suivi.record.models import Recommendation

ENOUGH = 11
"""So many sit there at least, so that ranges are worth drawing."""
NAMES = ("Wren", "Nadège", "Yusuf", "Pilar", "Ines", "Sefu", "Halima", "Teo", "Anouk", "Bashir", "Cora", "Dina")
TAKEN = 8
STEPS = (-1, -1, 0, 0, 0, 0, 0, 1, 1)
UNSURE = 0.04
"""Now and then somebody cannot judge."""


def fill_priorities(*, consultation: Consultation, at: datetime, by: Membership) -> list[Exercise]:
    """Let everybody weigh and spread dots, and take the best over. The consultation must stand at "prioritise"."""
    told = tomllib.loads((DATA / "priorities.toml").read_text(encoding="utf-8"))
    people, chance = _people(consultation), Random("Orvana")  # noqa: S311  the same story each time
    rows = [(row, each) for each in told["weighed"] if (row := find_recommendation(consultation, each["words"]))]
    rows.sort(key=lambda pair: pair[0].order)
    exercise = prepare_exercise(
        consultation=consultation,
        facts={"title": told["title"], "about": told["about"]},
        recommendations=[row for row, _each in rows],
        offers=told["criteria"],
        at=at - timedelta(days=4),
        by=by,
    )
    open_exercise(exercise=exercise, at=at - timedelta(days=4), by=by)
    for number, person in enumerate(people):
        scores = _scores(exercise, [each for _row, each in rows], number, chance)
        give_scores(exercise=exercise, scores=scores, at=at - timedelta(days=4), by=person)
    closed = close_exercise(exercise=exercise, at=at - timedelta(days=3), by=by)
    _take(closed, at, by)
    weighed = [row for row, _each in rows]
    return [closed, _dots(consultation, weighed, people, title=told["dots"]["title"], at=at, by=by)]


def find_recommendation(consultation: Consultation, words: str) -> Recommendation | None:
    """Return the first recommendation of the review that holds these words, or None."""
    found = Recommendation.objects.filter(review=consultation.review_id, text__icontains=words)
    return found.order_by("order").first()


def _people(consultation: Consultation) -> list[Participant]:
    """Return who takes part; some without account are added where they are few."""
    there = [each for each in participants_of(consultation) if not each.membership or each.membership.role.contributes]
    known = {each.name for each in there}
    new = [name for name in NAMES if name not in known][: max(ENOUGH - len(there), 0)]
    return there + [Participant.objects.create(consultation=consultation, name=name) for name in new]


def _scores(exercise: Exercise, told: list[dict[str, Any]], number: int, chance: Random) -> dict[Any, int | None]:
    """Return what most people give, a step more or less; on what sets people apart, every other one says the opposite.

    What is tied is scored alike by each: two that belong together in people's minds.
    """
    criteria = list(exercise.criteria.order_by("order"))
    alike: dict[str, list[int]] = {}
    scores: dict[Any, int | None] = {}
    for candidate, each in zip(exercise.candidates.order_by("order"), told, strict=True):
        given = [max(LOWEST, min(HIGHEST, step + chance.choice(STEPS))) for step in each["scores"]]
        if each.get("apart") and number % 2:
            given = [LOWEST + HIGHEST - given[0], *given[1:]]
        given = alike.setdefault(each.get("same", each["words"]), given)
        if each.get("same") or chance.random() > UNSURE:
            scores |= {(candidate.pk, one.pk): value for one, value in zip(criteria, given, strict=True)}
    return scores


def _take(exercise: Exercise, at: datetime, by: Membership) -> None:
    ranked = results_of(exercise, few_too=True).ranked[:TAKEN]
    placed = [(each.recommendation, each.rank or 1) for each in ranked]
    take_over(exercise=exercise, placed=placed, at=at - timedelta(days=3), by=by)
    first = priorities_of(exercise.consultation)[0]
    change_priority(priority=first, rank=first.rank, reason="The bill is on the table of parliament in May.", by=by)


def _dots(
    consultation: Consultation, rows: list[Recommendation], people: list[Participant], *, title: str, at: datetime,
    by: Membership,
) -> Exercise:  # fmt: skip
    """Let everybody spread five dots over what they would put on a poster."""
    chance = Random("Orvana dots")  # noqa: S311  the same story each time
    facts = {"title": title, "method": Method.DOTS}
    exercise = prepare_exercise(
        consultation=consultation, facts=facts, recommendations=rows, offers=[], at=at - timedelta(days=3), by=by
    )
    exercise = open_exercise(exercise=exercise, at=at - timedelta(days=3), by=by)
    candidates = [each.pk for each in exercise.candidates.order_by("order")]
    for person in people:
        one, two, three = chance.sample(candidates[:9], 3)
        spread_dots(exercise=exercise, dots={one: 2, two: 2, three: 1}, at=at - timedelta(days=3), by=person)
    return close_exercise(exercise=exercise, at=at - timedelta(days=2), by=by)
