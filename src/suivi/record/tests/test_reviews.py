"""Reviews: cycles side by side, dates, documents, pledges, and what was asked again."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from suivi.record.models import AskedBefore
from suivi.record.queries.reviews import compare_cycles
from suivi.record.rules import Position
from suivi.record.tests.conftest import SigningIn
from suivi.record.tests.factories import make_document, make_pledge, make_recommendation, make_response, make_review

pytestmark = pytest.mark.django_db


@pytest.fixture
def mara(signed_in: SigningIn) -> Client:
    return signed_in("observer")


def test_cycles_are_compared_by_positions_states_and_answers_to_what_was_asked_before() -> None:
    third, fourth = make_review(cycle=3), make_review(cycle=4)
    before = make_recommendation(review=third, position=Position.NOTED, states=["NOR"])
    now = make_recommendation(review=fourth, position=Position.SUPPORTED, states=["NOR", "FRA"])
    make_recommendation(review=fourth, states=["FRA"])
    AskedBefore.objects.create(recommendation=now, earlier=before, similarity=0.9)
    newest, older = compare_cycles("XOR")
    assert (newest.review, newest.total, newest.states) == (fourth, 2, 2)
    assert dict(newest.positions) == {Position.SUPPORTED: 1, Position.PENDING: 1}
    assert dict(newest.again) == {Position.NOTED: 1}
    assert (older.total, dict(older.again)) == (1, {})


def test_of_several_earlier_asks_the_answer_of_the_latest_counts() -> None:
    second = make_recommendation(review=make_review(cycle=2), position=Position.SUPPORTED)
    third = make_recommendation(review=make_review(cycle=3), position=Position.NOTED)
    now = make_recommendation(review=make_review(cycle=4))
    for earlier in (third, second):
        AskedBefore.objects.create(recommendation=now, earlier=earlier, similarity=0.9)
    assert dict(compare_cycles("XOR")[0].again) == {Position.NOTED: 1}


def test_the_reviews_begin_with_the_own_state_and_name_the_others(mara: Client) -> None:
    make_recommendation(review=make_review(cycle=4))
    make_review(state="SVN", cycle=3)
    page = mara.get("/reviews/").content.decode()
    assert page.index("Orvana") < page.index("Slovenia")
    assert "/reviews/SVN/3/" in page


def test_a_review_shows_its_documents_and_pledges(mara: Client) -> None:
    review = make_review()
    make_recommendation(review=review)
    make_response(
        make_recommendation(review=review), document=make_document(name="addendum.pdf", symbol="A/HRC/61/9/Add.1")
    )
    make_pledge(review, text="Orvana will build three shelters")
    page = mara.get("/reviews/XOR/4/").content.decode()
    for piece in ("A/HRC/61/9/Add.1", "Orvana will build three shelters", "28 January 2026"):
        assert piece in page


def test_a_review_that_is_not_there_is_missing(mara: Client) -> None:
    assert mara.get("/reviews/XOR/4/").status_code == 404


@pytest.mark.parametrize("address", ["/reviews/", "/reviews/XOR/4/"])
def test_the_pages_cost_the_same_for_one_and_for_three(
    mara: Client, address: str, django_assert_max_num_queries: Any
) -> None:
    review = make_review()
    make_pledge(review)
    make_recommendation(review=review)
    mara.get(address)
    with django_assert_max_num_queries(14) as first:
        mara.get(address)
    for cycle in (3, 2):
        make_recommendation(review=make_review(cycle=cycle), states=["NOR", "FRA"])
        make_recommendation(review=review)
        make_pledge(review)
    with django_assert_max_num_queries(len(first)):
        mara.get(address)
