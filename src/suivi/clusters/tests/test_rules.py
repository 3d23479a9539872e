"""How places change, whatever is done in whatever order; where issues lead; how sure is said."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from suivi.clusters.rules import sureness
from suivi.clusters.rules.placing import Place, Places, given_back, joined, left, moved, passed_on
from suivi.clusters.rules.starting import Going, Wanted, home_of, planned, starting
from undocs.vocabulary import rows

CLUSTERS = st.integers(1, 4)
MOVES = st.lists(st.tuples(st.sampled_from(["move", "join", "leave", "pass", "back"]), CLUSTERS, CLUSTERS), max_size=12)


def leads(places: Places) -> list[int]:
    return [key for key, place in places.items() if place.lead]


@given(MOVES)
def test_whatever_is_done_there_is_one_lead_as_long_as_it_stands_anywhere(moves: list[tuple[str, int, int]]) -> None:
    places: Places = {}
    before: Places = {}
    for what, one, other in moves:
        match what:
            case "move":
                places = moved(places, one)
            case "join":
                places = joined(places, one)
            case "leave":
                before, places = places, left(places, one)
            case "pass" if one != other:
                before, places = places, passed_on(places, one, other)
            case "back":
                places = given_back(places, one, before, other if other != one else None)
        assert len(leads(places)) == (1 if places else 0)


def test_a_move_leaves_the_old_lead_and_keeps_those_beside() -> None:
    places = joined(moved({}, 1), 2)
    assert {key: place.lead for key, place in moved(places, 3).items()} == {3: True, 2: False}


def test_moving_to_where_it_stood_beside_makes_that_the_lead() -> None:
    assert leads(moved(joined(moved({}, 1), 2), 2)) == [2]
    assert set(moved(joined(moved({}, 1), 2), 2)) == {2}


def test_leaving_the_lead_hands_it_to_the_next() -> None:
    assert leads(left(joined(moved({}, 1), 2), 1)) == [2]


@given(st.booleans(), st.booleans())
def test_what_was_merged_and_put_back_stands_as_before(lead: bool, both: bool) -> None:
    start = moved({}, 1) if lead else joined(moved({}, 9), 1)
    start = joined(start, 2) if both else start
    assert dict(given_back(passed_on(start, 1, 2), 1, start, 2)) == dict(start)


def test_what_was_moved_on_after_a_merge_stays_there_when_the_cluster_is_put_back() -> None:
    start = moved({}, 1)
    after = moved(passed_on(start, 1, 2), 3)
    assert leads(given_back(after, 1, start, 2)) == [3]


def test_a_place_that_was_only_suggested_is_looked_at_by_whoever_moves_it() -> None:
    assert not moved({1: Place(suggested=True, placed_at="then")}, 1)[1].suggested


WANTED = [
    Wanted("Justice", frozenset({"Detention", "Justice"})),
    Wanted("Women", frozenset({"Women's rights"})),
    Wanted("Treaties", frozenset({"International instruments"}), yields=True),
]


def test_the_surest_issue_leads_and_a_cluster_that_yields_stands_beside() -> None:
    issues = {
        1: [("International instruments", 0.99), ("Women's rights", 0.6)],
        2: [("International instruments", 0.9)],
    }
    assert planned(issues, WANTED) == {1: Going(1, (2,)), 2: Going(2)}


def test_a_second_issue_that_is_not_sure_puts_nothing_beside() -> None:
    assert planned({1: [("Detention", 0.9), ("Women's rights", 0.5)]}, WANTED) == {1: Going(0)}


def test_an_issue_that_leads_nowhere_leaves_the_recommendation_out() -> None:
    assert planned({1: [("Right to food", 0.9)]}, WANTED) == {}


def test_those_that_ask_the_same_go_together_even_where_one_has_no_issue() -> None:
    issues = {1: [("Detention", 0.9)], 2: [("Detention", 0.8)], 3: [("Women's rights", 0.9)]}
    found = planned(issues, WANTED, same=[[1, 2, 3, 4]])
    assert {key: going.lead for key, going in found.items()} == {1: 0, 2: 0, 3: 0, 4: 0}


def test_every_one_of_the_issues_has_one_starting_cluster() -> None:
    offered = [issue for each in starting() for issue in each.issues]
    assert sorted(offered) == sorted(row["issue"] for row in rows("issues.csv"))
    assert home_of("Right to food") is not None
    assert home_of("No such issue") is None


def test_starting_clusters_are_named_in_the_six_languages_and_in_english_elsewhere() -> None:
    assert {frozenset(each.names) for each in starting()} == {frozenset({"en", "fr", "es", "ar", "ru", "zh"})}
    assert starting()[3].name("sw") == "Children"
    assert starting()[3].name("fr-ca") == "Enfants"


def test_no_confidence_is_said_to_be_certain() -> None:
    assert sureness.per_cent(1.0) == 99
    assert [sureness.sure_words(each) for each in (0.99, 0.9, 0.75, 0.6, 0.2)] == [
        "almost certain", "very likely", "likely", "uncertain", "a guess",
    ]  # fmt: skip
