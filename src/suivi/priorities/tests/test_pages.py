"""The pages of priorities: what they show to whom, and that nothing typed is lost."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from suivi.coalitions.models import Membership
from suivi.coalitions.tests.factories import make_coalition, make_member, make_organisation
from suivi.consultations.models import Participant
from suivi.consultations.rules import Phase
from suivi.consultations.tests.factories import at_the_desk_of, guest, make_consultation
from suivi.priorities.models import Dots, Exercise, Priority, Score
from suivi.priorities.rules.words import ExerciseState, Method, VoiceOf
from suivi.priorities.tests.factories import make_exercise, make_priority, make_sheet, make_voter
from suivi.record.tests.factories import make_recommendation

pytestmark = pytest.mark.django_db


@pytest.fixture
def mara() -> Membership:
    return make_member("mara")


def address(exercise: Exercise, *more: object) -> str:
    rest = "".join(f"{each}/" for each in more)
    return f"/consultations/{exercise.consultation.key}/priorities/{exercise.key}/{rest}"


def names_of(exercise: Exercise, place: int = 0) -> list[str]:
    """Return what the fields of one recommendation are called."""
    candidate = exercise.candidates.order_by("order")[place]
    return [f"score-{candidate.pk}-{each.pk}" for each in exercise.criteria.order_by("order")]


def test_an_empty_page_says_what_to_do_first(mara: Membership) -> None:
    consultation = make_consultation()
    here = f"/consultations/{consultation.key}/priorities/"
    assert "Prepare an exercise" in at_the_desk_of(mara).get(here).text
    idris = make_member("idris", role="member")
    page = at_the_desk_of(idris).get(here).text
    assert "Those who run the consultation prepare it" in page
    assert "Prepare an exercise" not in page


def test_a_coordinator_prepares_opens_and_closes_in_the_browser(mara: Membership) -> None:
    consultation = make_consultation(phase=Phase.PRIORITISE)
    for _each in range(3):
        make_recommendation()
    client, here = at_the_desk_of(mara), f"/consultations/{consultation.key}/priorities/"
    told = {"title": "First things", "which": "listed", "numbers": "128.1-128.2", "method": "scores"}
    told |= {"voice_of": "person", "dots_each": "5", "dots_on_one": "3", "offers": ["impact", "feasibility"]}  # type: ignore[dict-item]
    client.post(f"{here}prepare/", told)
    made = Exercise.objects.get()
    assert (made.title, made.candidates.count(), made.criteria.count()) == ("First things", 2, 2)
    client.post(f"{here}{made.key}/open/")
    assert "One at a time" in client.get(f"{here}{made.key}/").text
    client.post(f"{here}{made.key}/close/")
    assert "Nobody filled a sheet" in client.get(f"{here}{made.key}/").text


def test_numbers_that_the_review_does_not_have_are_named(mara: Membership) -> None:
    consultation = make_consultation()
    told = {"title": "x", "which": "listed", "numbers": "128.77", "method": "dots", "voice_of": "person"}
    told |= {"dots_each": "5", "dots_on_one": "9"}
    answer = at_the_desk_of(mara).post(f"/consultations/{consultation.key}/priorities/prepare/", told)
    assert answer.status_code == 400
    assert "no recommendation 128.77" in answer.text
    assert "more on one than they have" in answer.text


def test_criteria_are_changed_and_one_s_own_is_added(mara: Membership) -> None:
    exercise = make_exercise(state=ExerciseState.PREPARED)
    page = at_the_desk_of(mara).get(address(exercise, "criteria"))
    forms = page.context["forms"]
    told = {f"{form.prefix}-{name}": form[name].value() or "" for form in forms.initial_forms for name in form.fields}
    told |= {"form-TOTAL_FORMS": "3", "form-INITIAL_FORMS": "2", "form-0-weight": "5", "form-1-DELETE": "on"}
    told |= {"form-2-own_name": "Courage", "form-2-weighs": "effort", "form-2-direction": "for", "form-2-weight": "1"}
    assert at_the_desk_of(mara).post(address(exercise, "criteria"), told).status_code == 302
    kept = [(each.order, str(each.name), each.own_name, each.weight) for each in exercise.criteria.all()]
    assert kept == [(1, "Impact", "", 5), (2, "Courage", "Courage", 1)]


def test_criteria_that_were_only_looked_at_stay_as_they_are(mara: Membership) -> None:
    exercise = make_exercise(state=ExerciseState.PREPARED)
    forms = at_the_desk_of(mara).get(address(exercise, "criteria")).context["forms"]
    told = {f"{form.prefix}-{name}": form[name].value() or "" for form in forms.forms for name in form.fields}
    told |= {"form-TOTAL_FORMS": "3", "form-INITIAL_FORMS": "2"}
    assert at_the_desk_of(mara).post(address(exercise, "criteria"), told).status_code == 302
    kept = [(str(each.name), each.own_name, each.weight) for each in exercise.criteria.all()]
    assert kept == [("Impact", "", 2), ("Feasibility", "", 2)]


def test_somebody_without_account_scores_one_at_a_time() -> None:
    exercise = make_exercise()
    client = guest(make_voter(exercise))
    page = client.get(address(exercise, "sheet", 1)).text
    assert "1 of 2" in page
    assert "hardly anything" in page
    first, second = names_of(exercise)
    answer = client.post(address(exercise, "sheet", 1), {first: "4", second: "2", "act": str(uuid4())})
    assert answer.headers["Location"] == address(exercise, "sheet", 2)
    assert sorted(Score.objects.values_list("value", flat=True)) == [2, 4]
    last = client.post(address(exercise, "sheet", 2), {names_of(exercise, 1)[0]: "1"})
    assert last.headers["Location"] == address(exercise)


def test_the_same_act_sent_twice_counts_once() -> None:
    exercise = make_exercise()
    client, act = guest(make_voter(exercise)), str(uuid4())
    told = {names_of(exercise)[0]: "4", "act": act}
    places = [client.post(address(exercise, "sheet", 1), told).headers["Location"] for _each in range(2)]
    assert places == [address(exercise, "sheet", 2)] * 2
    assert Score.objects.count() == 1
    assert client.post(address(exercise, "sheet", 1), told | {names_of(exercise)[0]: "5"}).status_code == 409


def test_in_the_table_only_what_was_changed_is_written() -> None:
    exercise = make_exercise(voice_of=VoiceOf.ORGANISATION)
    network = make_organisation(coalition=exercise.consultation.coalition)
    lina, idris = (make_voter(exercise, name, organisation=network) for name in ("Lina", "Idris"))
    first, second = names_of(exercise)
    candidate = exercise.candidates.order_by("order")[0].pk
    opened_by_both = {f"had-{candidate}": "."}
    guest(lina).post(address(exercise, "sheet"), opened_by_both | {first: "2", second: ""})
    guest(idris).post(address(exercise, "sheet"), opened_by_both | {first: "", second: "5"})
    assert sorted(Score.objects.values_list("value", "given_by__name")) == [(2, "Lina"), (5, "Idris")]
    guest(idris).post(address(exercise, "sheet"), {f"had-{candidate}": "2.5", first: "3", second: "5"})
    page = guest(lina).get(address(exercise, "sheet")).text
    assert "<bdi>Lina</bdi> had 2" in page


def test_what_is_off_the_scale_comes_back_as_it_was_typed() -> None:
    exercise = make_exercise()
    first, second = names_of(exercise)
    answer = guest(make_voter(exercise)).post(address(exercise, "sheet"), {first: "9", second: "3"})
    assert answer.status_code == 400
    assert 'value="9"' in answer.text
    assert 'value="3"' in answer.text
    assert not Score.objects.exists()


def test_what_comes_after_the_end_is_refused_with_everything_that_was_typed() -> None:
    exercise = make_exercise()
    client = guest(make_voter(exercise))
    Exercise.objects.update(state=ExerciseState.CLOSED)
    answer = client.post(address(exercise, "sheet"), {names_of(exercise)[0]: "4"})
    assert answer.status_code == 403
    assert "not open" in answer.text
    assert 'value="4"' in answer.text


def test_dots_are_spread_and_too_many_come_back() -> None:
    exercise = make_exercise(method=Method.DOTS, dots_each=3, dots_on_one=3)
    client = guest(make_voter(exercise))
    one, two = exercise.candidates.order_by("order")
    answer = client.post(address(exercise, "sheet"), {f"dots-{one.pk}": "3", f"dots-{two.pk}": "2"})
    assert answer.status_code == 400
    assert "2 dots too many" in answer.text
    client.post(address(exercise, "sheet"), {f"dots-{one.pk}": "2", f"dots-{two.pk}": "1"})
    assert sorted(Dots.objects.values_list("count", flat=True)) == [1, 2]
    assert client.get(address(exercise, "sheet", 1)).status_code == 404


def test_a_member_takes_a_seat_by_scoring(mara: Membership) -> None:
    exercise = make_exercise()
    at_the_desk_of(mara).post(address(exercise, "sheet", 1), {names_of(exercise)[0]: "4"})
    assert Participant.objects.get().membership == mara
    assert Score.objects.get().given_by == Participant.objects.get()


def test_while_it_is_open_nobody_sees_a_figure_not_even_those_who_run_it(mara: Membership) -> None:
    exercise = make_exercise()
    for _each in range(6):
        make_sheet(exercise, (5, 5), (1, 1))
    page = at_the_desk_of(mara).get(address(exercise)).text
    assert "6 voices" in page
    assert "Ranking" not in page
    assert at_the_desk_of(mara).get(f"{address(exercise)}picture.svg").status_code == 403


def test_results_are_shown_to_everybody_when_it_is_closed() -> None:
    exercise = make_exercise(state=ExerciseState.CLOSED)
    voter = make_voter(exercise)
    for score in (1, 1, 5, 5, 5):
        make_sheet(exercise, (score, 3), (4, 4))
    page = guest(voter).get(address(exercise)).text
    for words in ("Ranking", "Where we differ most", "1 to 5", 'id="field-wide"', 'id="field-tall"'):
        assert words in page
    assert "/recommendations/" not in page
    assert guest(voter).get(f"{address(exercise)}picture.svg").headers["Content-Type"] == "image/svg+xml"
    assert guest(voter).get(f"{address(exercise)}picture.png").content.startswith(b"\x89PNG")


def test_few_voices_are_shown_to_those_who_run_it_alone(mara: Membership) -> None:
    exercise = make_exercise(state=ExerciseState.CLOSED)
    for _each in range(4):
        make_sheet(exercise, (4, 4), (1, 1))
    assert "Do not show them" in at_the_desk_of(mara).get(address(exercise)).text
    page = guest(make_voter(exercise)).get(address(exercise)).text
    assert "Fewer than five voices" in page
    assert "Ranking" not in page


def test_ticked_results_are_taken_over_and_taken_back(mara: Membership) -> None:
    exercise = make_exercise(state=ExerciseState.CLOSED)
    for _each in range(5):
        make_sheet(exercise, (4, 4), (1, 1))
    client, first = at_the_desk_of(mara), exercise.candidates.order_by("order")[0]
    client.post(address(exercise, "take-over"), {})
    assert "Tick at least one recommendation" in client.get(address(exercise)).text
    client.post(address(exercise, "take-over"), {"take": [first.pk]})
    assert Priority.objects.get().recommendation == first.recommendation
    client.post(address(exercise, "undo"))
    assert not Priority.objects.standing().exists()


def test_the_joint_list_is_kept_by_hand(mara: Membership) -> None:
    consultation, row = make_consultation(), make_recommendation()
    client, here = at_the_desk_of(mara), f"/consultations/{consultation.key}/priorities/"
    assert client.post(f"{here}joint/add/", {"number": "nothing", "rank": "1"}).status_code == 400
    client.post(f"{here}joint/add/", {"number": row.number, "rank": "1", "reason": "The bill is tabled in May"})
    made = Priority.objects.get()
    assert "The bill is tabled in May" in client.get(here).text
    client.post(f"{here}joint/{made.key}/", {"rank": "2", "reason": ""})
    client.post(f"{here}joint/{made.key}/remove/")
    assert "Taken off the list" in client.get(here).text
    client.post(f"{here}joint/{made.key}/put-back/")
    made.refresh_from_db()
    assert (made.rank, made.removed_at) == (2, None)


def test_another_consultation_s_exercise_is_missing(mara: Membership) -> None:
    theirs = make_exercise("Secret", consultation=make_consultation(coalition=make_coalition("Another Coalition")))
    ours = make_exercise()
    client = at_the_desk_of(mara)
    assert client.get(address(theirs)).status_code == 404
    crossed = f"/consultations/{ours.consultation.key}/priorities/{theirs.key}/"
    assert client.get(crossed).status_code == 404


def test_from_right_to_left_the_field_begins_at_the_right() -> None:
    exercise = make_exercise(state=ExerciseState.CLOSED)
    client = guest(make_voter(exercise))
    for _each in range(5):
        make_sheet(exercise, (5, 5), (1, 1))
    client.cookies["language"] = "ar"
    page = client.get(address(exercise)).text
    assert 'text-anchor="end"' in page.partition('id="field-wide"')[2].partition("</svg>")[0]


def test_lists_cost_the_same_for_one_and_for_three(mara: Membership) -> None:
    counted = []
    for count in (1, 3):
        consultation = make_consultation(f"{count} days", phase=Phase.PRIORITISE)
        for number in range(count):
            exercise = make_exercise(f"Exercise {number}", consultation=consultation, recommendations=count)
            make_priority(consultation=consultation, rank=number + 1)
        client = at_the_desk_of(mara)
        for path in ("", f"{exercise.key}/", f"{exercise.key}/sheet/"):
            with CaptureQueriesContext(connection) as seen:
                client.get(f"/consultations/{consultation.key}/priorities/{path}")
            counted.append(len(seen))
    assert counted[:3] == counted[3:]
    assert max(counted) <= 16
