"""The results as people meet them, and the pages on which a map is prepared and moderated."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from suivi.coalitions.models import Membership
from suivi.coalitions.tests.factories import make_member
from suivi.consultations.models import Consultation
from suivi.consultations.tests.factories import at_the_desk_of, guest, make_consultation, make_participant
from suivi.discussions.tests.factories import make_strategy
from suivi.opinions.models import OpinionMap, Result
from suivi.opinions.rules.maps import MapState
from suivi.opinions.rules.statements import StatementState
from suivi.opinions.rules.words import Audience
from suivi.opinions.tests.factories import (
    AGREE,
    DISAGREE,
    draw,
    make_map,
    make_statement,
    make_statements,
    make_two_camps,
    make_voters,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def consultation() -> Consultation:
    return make_consultation()


@pytest.fixture
def mara() -> Membership:
    return make_member("mara")


@pytest.fixture
def desk(mara: Membership) -> Client:
    return at_the_desk_of(mara)


def here(opinion_map: OpinionMap, more: str = "results/") -> str:
    return f"/consultations/{opinion_map.consultation.key}/opinions/{more}"


def drawn(consultation: Consultation, audience: Audience = Audience.AT_THE_END) -> OpinionMap:
    opinion_map = make_map(consultation=consultation, state=MapState.CLOSED, audience=audience)
    make_two_camps(opinion_map)
    draw(opinion_map)
    return opinion_map


def test_results_show_groups_what_unites_and_what_divides(consultation: Consultation) -> None:
    opinion_map = drawn(consultation)
    page = guest(make_participant(consultation=consultation)).get(here(opinion_map)).text
    for words in ("Agreed across groups", "Divided", "What sets each group apart", 'id="opinion-groups"', "8 people"):
        assert words in page
    assert page.index("Agreed across groups") < page.index("Divided")
    assert "100 % agree" in page


def test_no_name_of_a_voter_stands_on_the_results(consultation: Consultation, desk: Client) -> None:
    opinion_map = drawn(consultation)
    for more in ("results/", "results/groups.svg", "results/statements.csv"):
        body = desk.get(here(opinion_map, more)).text
        assert "Otter" not in body
        assert "Lynx" not in body


@pytest.mark.parametrize(
    ("audience", "state", "shown"),
    [
        (Audience.RUNNERS, MapState.CLOSED, False),
        (Audience.AT_THE_END, MapState.OPEN, False),
        (Audience.AT_THE_END, MapState.CLOSED, True),
        (Audience.WHILE_OPEN, MapState.OPEN, True),
    ],
)
def test_results_are_shown_to_whom_the_map_says(
    audience: Audience, state: MapState, shown: bool, consultation: Consultation, desk: Client
) -> None:
    opinion_map = drawn(consultation, audience)
    OpinionMap.objects.update(state=state)
    phone = guest(make_participant(consultation=consultation))
    for client, sees in ((phone, shown), (desk, True)):
        page = client.get(here(opinion_map)).text
        assert ("Every statement, every group" in page) == sees
        assert "16 people have voted" in page
        assert client.get(here(opinion_map, "results/statements.csv")).status_code == (200 if sees else 403)
        assert client.get(here(opinion_map, "results/groups.svg")).status_code == (200 if sees else 403)


def test_results_wait_until_enough_have_voted(consultation: Consultation, desk: Client) -> None:
    opinion_map = make_map(consultation=consultation)
    make_voters(4, [AGREE], statements=make_statements(1, opinion_map=opinion_map))
    assert "Not enough people have voted yet." in desk.get(here(opinion_map)).text
    opinion_map.state = MapState.CLOSED
    opinion_map.save()
    draw(opinion_map)
    assert "Fewer than 5 people have voted." in desk.get(here(opinion_map)).text
    assert not Result.objects.exists()
    assert desk.get(here(opinion_map, "results/statements.csv")).status_code == 404


def test_while_the_worker_draws_the_page_says_so(consultation: Consultation, desk: Client) -> None:
    opinion_map = make_map(consultation=consultation, state=MapState.CLOSED)
    make_two_camps(opinion_map)
    assert "The results are being drawn." in desk.get(here(opinion_map)).text


def test_without_groups_there_is_a_table_and_no_picture(consultation: Consultation, desk: Client) -> None:
    opinion_map = make_map(consultation=consultation, state=MapState.CLOSED)
    statements = make_statements(2, opinion_map=opinion_map)
    make_voters(4, [AGREE, AGREE], statements=statements)
    make_voters(3, [AGREE, DISAGREE], statements=statements, name="Other")
    draw(opinion_map)
    page = desk.get(here(opinion_map)).text
    assert 'id="opinion-groups"' not in page
    assert "Everybody" in page
    assert '+57</bdi> <bdi dir="ltr">−43' in page
    assert desk.get(here(opinion_map, "results/groups.png")).status_code == 404


def test_what_too_few_have_seen_is_listed_and_its_cells_are_empty(consultation: Consultation, desk: Client) -> None:
    opinion_map = make_map(consultation=consultation, state=MapState.CLOSED)
    statements = make_two_camps(opinion_map)
    rare = make_statement("Seen by four", opinion_map=opinion_map)
    make_voters(4, [*[AGREE] * 6, AGREE], statements=[*statements, rare], name="Late")
    draw(opinion_map)
    page = desk.get(here(opinion_map)).text
    assert "Not seen enough" in page
    row = page[page.rindex("Seen by four") :].partition("</tr>")[0]
    assert row.count("–") == 2
    assert "%" not in row


def test_the_picture_and_the_table_can_be_taken_away(consultation: Consultation, desk: Client) -> None:
    opinion_map = drawn(consultation)
    svg, png = (desk.get(here(opinion_map, f"results/groups.{form}")) for form in ("svg", "png"))
    assert svg.text.startswith("<svg")
    assert png.content.startswith(b"\x89PNG")
    assert desk.get(here(opinion_map, "results/groups.pdf")).status_code == 404
    lines = desk.get(here(opinion_map, "results/statements.csv")).text.splitlines()
    assert len(lines) == 7
    assert lines[0].startswith('\ufeffStatement,"A: Agree, %"')
    assert lines[1] in {"Statement number 1,100,0,0,0,100,0", "Statement number 1,0,100,0,100,0,0"}


def test_results_cost_the_same_for_few_and_for_many_statements(
    consultation: Consultation, desk: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    opinion_map = drawn(consultation)
    desk.get(here(opinion_map))
    cost = 10
    with django_assert_num_queries(cost):
        desk.get(here(opinion_map))
    more = [make_statement(f"More {number}", opinion_map=opinion_map) for number in range(12)]
    make_voters(9, [AGREE] * 12, statements=more, name="Many")
    draw(opinion_map)
    assert Result.objects.get().ballots == 25
    with django_assert_num_queries(cost):
        desk.get(here(opinion_map))


def test_a_map_is_prepared_seeded_opened_and_closed_on_one_page(consultation: Consultation, desk: Client) -> None:
    at = f"/consultations/{consultation.key}/opinions/prepare/"
    assert "Prepare the opinion map" in desk.get(at).text
    desk.post(at, {"question": "What first?", "moderated": "yes", "audience": "at_the_end"})
    desk.post(f"{at}seed/", {"texts": "Prisons first\n\nSchools first\nprisons first."})
    assert [each.text for each in OpinionMap.objects.get().statements.shown()] == ["Prisons first", "Schools first"]
    for to, state in (("open", "open"), ("closed", "closed"), ("open", "open")):
        assert desk.post(f"{at}move/{to}/").headers["Location"] == at
        assert OpinionMap.objects.get().state == state
    assert desk.post(f"{at}move/prepared/").status_code == 404


def test_proposed_strategies_are_taken_as_statements_once(consultation: Consultation, desk: Client) -> None:
    opinion_map = make_map(consultation=consultation)
    heron = make_participant(consultation=consultation)
    for title in ("Meet the ministry in June", "Meet it again " + "a" * 130):
        make_strategy(title, by=heron)
    assert "Take 1 proposed strategy as a statement" in desk.get(here(opinion_map, "prepare/")).text
    desk.post(here(opinion_map, "prepare/seed/"), {"strategies": "1"})
    assert [each.text for each in opinion_map.statements.shown()] == ["Meet the ministry in June"]
    assert "proposed strategy" not in desk.get(here(opinion_map, "prepare/")).text


def test_first_statements_too_long_come_back_with_their_lines(consultation: Consultation, desk: Client) -> None:
    opinion_map = make_map(consultation=consultation)
    answer = desk.post(here(opinion_map, "prepare/seed/"), {"texts": f"Short\n{'a' * 141}\n{'b' * 150}"})
    assert answer.status_code == 400
    assert "Lines 2, 3 are too long." in answer.text
    assert not opinion_map.statements.exists()


def test_a_moderator_finds_what_waits_first_and_lets_it_through(consultation: Consultation, desk: Client) -> None:
    opinion_map = make_map(consultation=consultation, moderated=True)
    make_statement("On the map", opinion_map=opinion_map)
    waiting = make_statement("It waits", opinion_map=opinion_map, state=StatementState.WAITING)
    page = desk.get(here(opinion_map, "prepare/")).text
    assert page.index("It waits") < page.index("On the map")
    for deed, state in (("let-through", "shown"), ("hold-back", "held_back"), ("let-through", "shown")):
        desk.post(here(opinion_map, f"prepare/{waiting.key}/{deed}/"))
        waiting.refresh_from_db()
        assert waiting.state == state
    assert desk.post(here(opinion_map, "prepare/nothinghere/hold-back/")).status_code == 404


def test_only_those_who_run_the_consultation_prepare_the_map(consultation: Consultation) -> None:
    opinion_map = make_map(consultation=consultation)
    member = at_the_desk_of(make_member("lena", role="member"))
    assert member.get(here(opinion_map, "prepare/")).status_code == 403
    assert "/account/login/" in guest(make_participant(consultation=consultation)).get(
        here(opinion_map, "prepare/")
    ).headers.get("Location", "")


def test_moderating_costs_the_same_for_one_statement_and_for_three(
    consultation: Consultation, desk: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    opinion_map = make_map(consultation=consultation)
    make_statement(opinion_map=opinion_map)
    desk.get(here(opinion_map, "prepare/"))
    with django_assert_num_queries(11):
        desk.get(here(opinion_map, "prepare/"))
    make_statements(2, opinion_map=opinion_map)
    with django_assert_num_queries(11):
        desk.get(here(opinion_map, "prepare/"))
