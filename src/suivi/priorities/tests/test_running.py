"""Preparing and leading an exercise, and the joint priorities that come of it."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone

from suivi.coalitions.models import Membership
from suivi.coalitions.rules import ROLES
from suivi.coalitions.tests.factories import make_coalition, make_member
from suivi.common.decisions import Refused
from suivi.consultations.rules import Phase, Room
from suivi.consultations.tests.factories import make_consultation
from suivi.history.models import Event
from suivi.history.queries import verify_chain
from suivi.priorities.actions import joint, preparing, running
from suivi.priorities.models import Exercise, Priority
from suivi.priorities.permissions import can_keep_priorities
from suivi.priorities.queries.choosing import named
from suivi.priorities.queries.joint import priorities_among, priorities_of, removed_priorities
from suivi.priorities.rules.stock import OFFERS
from suivi.priorities.rules.words import ExerciseState
from suivi.priorities.tests.factories import make_exercise, make_priority
from suivi.record.tests.factories import make_recommendation

pytestmark = pytest.mark.django_db
NOW = timezone.now()
FACTS: dict[str, Any] = {"title": "What comes first", "about": "", "method": "scores", "voice_of": "person"}


@pytest.fixture
def mara() -> Membership:
    return make_member("mara")


def test_only_those_who_run_consultations_prepare_exercises() -> None:
    consultation = make_consultation()
    may = {
        role
        for role in ROLES
        if can_keep_priorities(make_member(f"p-{role}", role=role, coalition=consultation.coalition), consultation)
    }
    assert may == {"coordinator", "steering", "convenor"}
    assert not can_keep_priorities(None, consultation)
    stranger = make_member("stranger", coalition=make_coalition("Another Coalition"))
    assert not can_keep_priorities(stranger, consultation)


def test_an_exercise_is_prepared_opened_closed_opened_again_and_closed(mara: Membership) -> None:
    consultation = make_consultation(phase=Phase.PRIORITISE)
    rows = [make_recommendation() for _each in range(3)]
    made = preparing.prepare_exercise(
        consultation=consultation, facts=FACTS, recommendations=rows, offers=["impact", "cost"], at=NOW, by=mara
    )
    assert [str(each.name) for each in made.criteria.all()] == ["Impact", "Cost"]
    seen = [made.state]
    seen.append(running.open_exercise(exercise=made, at=NOW, by=mara).state)
    seen.append(running.close_exercise(exercise=made, at=NOW, by=mara).state)
    seen.append(running.reopen_exercise(exercise=made, by=mara).state)
    seen.append(running.close_exercise(exercise=made, at=NOW, by=mara).state)
    assert seen == ["prepared", "open", "closed", "open", "closed"]
    assert verify_chain().broken_at is None


@pytest.mark.parametrize(
    ("state", "verbs"),
    [
        (ExerciseState.PREPARED, {"open_exercise"}),
        (ExerciseState.OPEN, {"close_exercise"}),
        (ExerciseState.CLOSED, {"reopen_exercise", "take_over"}),
        (ExerciseState.TAKEN_OVER, {"undo_take_over"}),
    ],
)
def test_from_each_state_only_its_own_steps_lead_on(state: ExerciseState, verbs: set[str], mara: Membership) -> None:
    steps: dict[str, Any] = {
        "open_exercise": lambda each: running.open_exercise(exercise=each, at=NOW, by=mara),
        "close_exercise": lambda each: running.close_exercise(exercise=each, at=NOW, by=mara),
        "reopen_exercise": lambda each: running.reopen_exercise(exercise=each, by=mara),
        "take_over": lambda each: joint.take_over(exercise=each, placed=[], at=NOW, by=mara),
        "undo_take_over": lambda each: joint.undo_take_over(exercise=each, at=NOW, by=mara),
    }
    done = set()
    for verb, step in steps.items():
        try:
            step(make_exercise(verb, consultation=make_consultation(), state=state))
        except Refused:
            continue
        done.add(verb)
    assert done == verbs


def test_an_exercise_without_criteria_or_with_one_recommendation_does_not_open(mara: Membership) -> None:
    bare = make_exercise(state=ExerciseState.PREPARED, offers=())
    with pytest.raises(Refused, match="criterion"):
        running.open_exercise(exercise=bare, at=NOW, by=mara)
    lonely = make_exercise(state=ExerciseState.PREPARED, recommendations=1)
    with pytest.raises(Refused, match="two recommendations"):
        running.open_exercise(exercise=lonely, at=NOW, by=mara)


def test_what_was_opened_can_no_longer_be_changed_or_taken_away(mara: Membership) -> None:
    exercise = make_exercise()
    for change in (
        lambda: preparing.change_exercise(exercise=exercise, facts=FACTS, recommendations=None, by=mara),
        lambda: preparing.set_criteria(exercise=exercise, criteria=[], by=mara),
        lambda: preparing.discard_exercise(exercise=exercise, by=mara),
    ):
        with pytest.raises(Refused, match="opened already"):
            change()
    assert Exercise.objects.get().criteria.count() == 2


def test_a_criterion_speaks_the_reader_s_language_until_the_coalition_words_it(mara: Membership) -> None:
    exercise = make_exercise(state=ExerciseState.PREPARED)
    own = {"offer": "impact", "own_name": "Change", "own_scale": "none\n\nsome", "weighs": "impact"}
    preparing.set_criteria(exercise=exercise, criteria=[own], by=mara)
    criterion = exercise.criteria.get()
    words = [str(each) for each in OFFERS["impact"].scale]
    assert (criterion.name, criterion.asks) == ("Change", OFFERS["impact"].asks)
    assert criterion.scale == list(enumerate(["none", words[1], "some", words[3], words[4]], 1))


def test_results_are_taken_over_with_their_ties_and_taken_back(mara: Membership) -> None:
    exercise = make_exercise(state=ExerciseState.CLOSED, recommendations=3)
    rows = [each.recommendation for each in exercise.candidates.order_by("order")]
    joint.take_over(exercise=exercise, placed=[(rows[0], 1), (rows[2], 1)], at=NOW, by=mara)
    listed = priorities_of(exercise.consultation)
    assert [(each.rank, each.recommendation) for each in listed] == [(1, rows[0]), (1, rows[2])]
    joint.undo_take_over(exercise=exercise, at=NOW, by=mara)
    assert not priorities_of(exercise.consultation)
    exercise.refresh_from_db()
    assert exercise.state == ExerciseState.CLOSED


def test_what_stands_on_the_list_keeps_its_place_and_new_ones_come_after(mara: Membership) -> None:
    exercise = make_exercise(state=ExerciseState.CLOSED, recommendations=2)
    rows = [each.recommendation for each in exercise.candidates.order_by("order")]
    make_priority(consultation=exercise.consultation, recommendation=rows[1], rank=4)
    joint.take_over(exercise=exercise, placed=[(rows[0], 1), (rows[1], 2)], at=NOW, by=mara)
    assert [(each.rank, each.recommendation) for each in priorities_of(exercise.consultation)] == [
        (4, rows[1]),
        (5, rows[0]),
    ]


def test_the_list_is_mended_by_hand_and_every_step_is_told(mara: Membership) -> None:
    consultation, row = make_consultation(), make_recommendation()
    told = {"consultation": consultation, "recommendation": row, "at": NOW, "by": mara}
    made = joint.add_priority(rank=3, reason="", **told)  # type: ignore[arg-type]
    joint.add_priority(rank=2, reason="A bill is on the table", **told)  # type: ignore[arg-type]
    assert [(each.rank, each.reason) for each in Priority.objects.all()] == [(2, "A bill is on the table")]
    joint.change_priority(priority=made, rank=1, reason="A secret plan", by=mara)
    joint.remove_priority(priority=made, at=NOW, by=mara)
    assert removed_priorities(consultation).get() == made
    joint.put_back_priority(priority=made, by=mara)
    assert priorities_of(consultation).get().rank == 1
    verbs = [each.verb for each in Event.objects.filter(thing=f"priority:{made.key}")]
    assert verbs == ["add_priority", "add_priority", "change_priority", "remove_priority", "put_back_priority"]
    assert "secret plan" not in str(list(Event.objects.values()))


def test_what_stands_on_the_list_again_is_not_put_back_a_second_time(mara: Membership) -> None:
    made = make_priority()
    joint.remove_priority(priority=made, at=NOW, by=mara)
    make_priority(consultation=made.consultation, recommendation=made.recommendation)
    with pytest.raises(Refused, match="already"):
        joint.put_back_priority(priority=made, by=mara)


def test_a_member_changes_nothing(mara: Membership) -> None:
    exercise, made = make_exercise(state=ExerciseState.PREPARED), make_priority()
    idris = make_member("idris", role="member")
    for step in (
        lambda: running.open_exercise(exercise=exercise, at=NOW, by=idris),
        lambda: preparing.discard_exercise(exercise=exercise, by=idris),
        lambda: joint.remove_priority(priority=made, at=NOW, by=idris),
    ):
        with pytest.raises(Refused):
            step()


def test_lists_of_the_record_learn_of_priorities_only_where_they_may_be_seen(mara: Membership) -> None:
    ours = make_priority()
    dialogue = make_consultation("With officials", room=Room.DIALOGUE)
    shown = make_priority(consultation=dialogue)
    both = [ours.recommendation_id, shown.recommendation_id]
    partner = make_member("nhri", role="nhri")
    stranger = make_member("stranger", coalition=make_coalition("Another Coalition"))
    assert priorities_among(both, mara) == {both[0]: ours, both[1]: shown}
    assert priorities_among(both, partner) == {both[1]: shown}
    assert priorities_among(both, stranger) == {}


@pytest.mark.parametrize(
    ("typed", "found", "unknown"),
    [
        ("128.1, 128.3", ["128.1", "128.3"], []),
        ("128.3;128.1", ["128.1", "128.3"], []),
        ("128.2-128.4", ["128.2", "128.3", "128.4"], []),
        ("128.2–128.3، 128.9", ["128.2", "128.3"], ["128.9"]),
        ("128.4-128.2", [], ["128.4-128.2"]),
        ("something", [], ["something"]),
        ("", [], []),
    ],
)
def test_recommendations_are_named_by_number_and_range(typed: str, found: list[str], unknown: list[str]) -> None:
    consultation = make_consultation()
    for _each in range(4):
        make_recommendation()
    chosen = named(consultation, typed)
    assert [each.number for each in chosen.recommendations] == found
    assert chosen.unknown == unknown
