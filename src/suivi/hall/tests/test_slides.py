"""Slides of the wall: opinions, priorities and decisions, and how little of them while people are still speaking."""

from __future__ import annotations

import pytest
from django.test import Client

from suivi.coalitions.models import Membership
from suivi.coalitions.tests.factories import make_member
from suivi.consent.rules.words import Ballots, Choice, MotionState
from suivi.consent.tests.factories import make_motion, make_voice
from suivi.consultations.models import Consultation
from suivi.consultations.tests.factories import at_the_desk_of, make_consultation
from suivi.opinions.rules.maps import MapState
from suivi.opinions.rules.words import Audience
from suivi.opinions.tests.factories import draw, make_map, make_two_camps
from suivi.priorities.rules.words import ExerciseState
from suivi.priorities.tests.factories import make_exercise, make_sheet

pytestmark = pytest.mark.django_db


@pytest.fixture
def mara() -> Membership:
    return make_member("mara", role="coordinator")


@pytest.fixture
def consultation(mara: Membership) -> Consultation:
    return make_consultation(coalition=mara.coalition)


@pytest.fixture
def desk(mara: Membership) -> Client:
    return at_the_desk_of(mara)


def shown(desk: Client, consultation: Consultation, slide: str) -> str:
    answer = desk.post(f"/consultations/{consultation.key}/live/show/", {"slide": slide}, headers={"X-Wall": "1"})
    assert answer.status_code == 200
    return answer.text


def test_the_remote_offers_what_there_is_and_no_drafts(desk: Client, consultation: Consultation) -> None:
    motion = make_motion(consultation=consultation)
    draft = make_motion("A draft", consultation=consultation, state=MotionState.DRAFTED)
    prepared = make_exercise("Prepared", consultation=consultation, state=ExerciseState.PREPARED)
    page = desk.get(f"/consultations/{consultation.key}/live/remote/").text
    assert f'value="decision:{motion.key}"' in page
    assert [each for each in (draft.key, prepared.key, 'value="opinions"') if each in page] == []


def test_while_people_answer_the_wall_counts_them_alone(desk: Client, consultation: Consultation) -> None:
    opinion_map = make_map(consultation=consultation, audience=Audience.AT_THE_END)
    make_two_camps(opinion_map)
    draw(opinion_map)
    page = shown(desk, consultation, "opinions")
    assert ("<b>16</b>" in page, "What unites us" in page) == (True, False)


@pytest.mark.parametrize(("audience", "is_shown"), [(Audience.AT_THE_END, True), (Audience.RUNNERS, False)])
def test_once_closed_it_shows_what_unites_if_everybody_may_see_it(
    desk: Client, consultation: Consultation, audience: Audience, *, is_shown: bool
) -> None:
    opinion_map = make_map(consultation=consultation, audience=audience)
    make_two_camps(opinion_map)
    opinion_map.state = MapState.CLOSED
    opinion_map.save()
    draw(opinion_map)
    page = shown(desk, consultation, "opinions")
    assert ("What unites us" in page, "Statement number 6" in page) == (is_shown, is_shown)


def test_counted_voices_are_not_divided_before_the_end_not_even_for_those_who_run_it(
    desk: Client, consultation: Consultation
) -> None:
    motion = make_motion(consultation=consultation, ballots=Ballots.COUNTED)
    for choice in (Choice.AGREE, Choice.AGREE, Choice.OBJECT):
        make_voice(motion, choice)
    page = shown(desk, consultation, f"decision:{motion.key}")
    assert ("The coalition asks the Government" in page, "stand aside" in page) == (True, False)


def test_named_voices_stand_as_figures_and_nobody_s_name_is_on_the_wall(
    desk: Client, consultation: Consultation
) -> None:
    motion = make_motion(consultation=consultation, ballots=Ballots.NAMED)
    voices = [make_voice(motion, choice) for choice in (Choice.AGREE, Choice.OBJECT)]
    page = shown(desk, consultation, f"decision:{motion.key}")
    assert "object" in page
    assert [voice.participant.name for voice in voices if voice.participant and voice.participant.name in page] == []
    assert voices[1].reason not in page


def test_priorities_are_shown_when_closed_and_counted_before(desk: Client, consultation: Consultation) -> None:
    exercise = make_exercise(consultation=consultation)
    for _voter in range(6):
        make_sheet(exercise, (5, 4), (2, 3))
    before = shown(desk, consultation, f"priorities:{exercise.key}")
    exercise.state = ExerciseState.CLOSED
    exercise.save()
    after = desk.get(f"/consultations/{consultation.key}/live/").text
    assert ("First among all" in before, "First among all" in after) == (False, True)


def test_few_sheets_are_not_shown_to_a_hall(desk: Client, consultation: Consultation) -> None:
    exercise = make_exercise(consultation=consultation, state=ExerciseState.CLOSED)
    make_sheet(exercise, (5, 4), (2, 3))
    assert "Too few voices" in shown(desk, consultation, f"priorities:{exercise.key}")
