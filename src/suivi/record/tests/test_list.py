"""The list: what it opens on, what it says of itself, what it leaves out, and what it costs."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from suivi.record.rules import Position
from suivi.record.tests.conftest import SigningIn
from suivi.record.tests.factories import make_recommendation, make_review

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true", "HX-Target": "div#found"}


@pytest.fixture
def mara(signed_in: SigningIn) -> Client:
    return signed_in()


def shown(client: Client, query: str = "", **options: Any) -> str:
    return client.get(f"/recommendations/{query}", **options).content.decode()


def test_the_list_opens_on_the_newest_review_of_the_own_state(mara: Client) -> None:
    make_recommendation(review=make_review(cycle=3), number="122.1")
    make_recommendation(review=make_review(cycle=4), number="128.1")
    make_recommendation(review=make_review(state="SVN", cycle=4), number="140.1")
    page = shown(mara)
    assert "128.1" in page
    assert "122.1" not in page
    assert "140.1" not in page


def test_an_empty_question_shows_everything(mara: Client) -> None:
    make_recommendation(review=make_review(cycle=3), number="122.1")
    make_recommendation(review=make_review(state="SVN", cycle=4), number="140.1")
    page = shown(mara, "?q=")
    assert "Orvana, cycle 3 · 122.1" in page
    assert "Slovenia, cycle 4 · 140.1" in page


def test_an_empty_record_says_what_to_do_first(mara: Client) -> None:
    assert "The record is still empty" in shown(mara)


def test_a_search_without_results_says_what_to_try(mara: Client) -> None:
    make_recommendation()
    assert "Nothing fits all of this" in shown(mara, "?q=giraffe")


def test_few_states_are_named_and_of_many_three(mara: Client) -> None:
    make_recommendation(states=["NOR", "SWE"])
    make_recommendation(states=["FRA", "DEU", "ITA", "ESP", "PRT"])
    page = shown(mara)
    assert "Norway, Sweden<" in page
    assert "France, Germany, Italy and 2 more" in page


def test_chosen_values_can_be_taken_away_one_by_one(mara: Client) -> None:
    make_recommendation(states=["NOR"], position=Position.NOTED)
    page = shown(mara, "?by=NOR&by=SWE&position=noted")
    assert 'href="?q=&amp;position=noted&amp;by=SWE"' in page
    assert 'href="?q=&amp;by=NOR&amp;by=SWE"' in page


def test_htmx_gets_the_results_and_the_filters_alone(mara: Client) -> None:
    make_recommendation(number="128.1")
    part = shown(mara, "?q=ratify&state=&by=&size=200", headers=HTMX)
    assert part.lstrip().startswith('<div id="found"')
    assert '<hx-partial hx-target="#filters"' in part
    assert "<html" not in part
    assert '<input type="hidden" name="size" value="200">' in part


def test_htmx_leaves_the_short_address_that_asks_the_same(mara: Client) -> None:
    answer = mara.get("/recommendations/?q=tor+ture&state=&by=NOR&order=newest", headers=HTMX)
    assert answer["HX-Replace-Url"] == "/recommendations/?q=tor+ture&by=NOR"


def test_text_from_documents_is_never_markup(mara: Client) -> None:
    make_recommendation(text="Repeal <script>alert(1)</script> & more", themes=["<b>theme</b>"])
    page = shown(mara)
    assert "<script>alert" not in page
    assert "<b>theme" not in page


def test_pages_lead_on_and_back(mara: Client) -> None:
    for _each in range(51):
        make_recommendation()
    first, second = shown(mara), shown(mara, "?state=XOR&cycle=4&page=2")
    assert 'rel="next" href="?q=&amp;state=XOR&amp;cycle=4&amp;page=2"' in first
    assert 'rel="prev"' not in first
    assert 'rel="prev" href="?q=&amp;state=XOR&amp;cycle=4"' in second
    assert "51 to 51 of 51" in second


def test_a_page_beyond_the_last_is_empty_and_no_error(mara: Client) -> None:
    make_recommendation()
    assert mara.get("/recommendations/?page=77").status_code == 200


@pytest.mark.parametrize(
    "query", ["?q=%00", "?q=%ff%fe", "?state=%00", "?page=-1", "?size=9999999999999", "?by=" + "A" * 500]
)
def test_odd_addresses_are_answered_like_any_other(mara: Client, query: str) -> None:
    assert mara.get(f"/recommendations/{query}").status_code == 200


def test_the_list_costs_the_same_for_one_and_for_three(mara: Client, django_assert_max_num_queries: Any) -> None:
    review = make_review()
    mara.get("/recommendations/")
    for _each in range(3):
        make_recommendation(review=review, states=["NOR", "SWE"], themes=["Right to life"])
        with django_assert_max_num_queries(12):
            mara.get("/recommendations/")
