"""One recommendation: wording, answers as dated history, tags, corrections, what was asked before, and its sources."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client

from suivi.coalitions.tests.factories import make_coalition
from suivi.record.models import AskedBefore, Recommendation
from suivi.record.rules import Claim, Position, Stage
from suivi.record.tests.conftest import SigningIn
from suivi.record.tests.factories import make_document, make_recommendation, make_response, make_review

pytestmark = pytest.mark.django_db

ADDRESS = "/recommendations/XOR/4/128.1/"


@pytest.fixture
def mara(signed_in: SigningIn) -> Client:
    return signed_in()


def shown(client: Client, address: str = ADDRESS) -> str:
    return client.get(address).content.decode()


def test_answers_stand_in_the_order_of_the_review_with_words_and_source(mara: Client) -> None:
    one = make_recommendation(number="128.1")
    late = make_document(name="addendum.pdf", symbol="A/HRC/61/9/Add.1")
    make_response(
        one, stage=Stage.ADDENDUM, position=Position.SUPPORTED, words="Orvana accepts it.", reason="A bill is drafted.",
        claim=Claim.BEING_IMPLEMENTED, document=late,
    )  # fmt: skip
    make_response(one, stage=Stage.ROOM, position=Position.PENDING, given_on=date(2026, 1, 30), source="para. 129")
    page = shown(mara)
    assert page.index("in the room") < page.index("in the addendum")
    for piece in ("Orvana accepts it.", "A bill is drafted.", "para. 129", f"/documents/{late.key}/"):
        assert piece in page


def test_a_number_leads_to_its_document_page_and_paragraph(mara: Client) -> None:
    one = make_recommendation(number="128.1", page=17)
    page = shown(mara)
    assert f"/documents/{one.document.key}/?page=17" in page
    assert "para. 128.1" in page


def test_parts_show_their_own_states(mara: Client) -> None:
    make_recommendation(number="128.1", parts=[("Ratify the treaty", ["NOR"]), ("Sign the protocol", ["FRA"])])
    page = shown(mara)
    assert (
        page.index("Ratify the treaty") < page.index("Norway") < page.index("Sign the protocol") < page.index("France")
    )


def test_what_was_asked_before_stands_with_the_answer_of_then(mara: Client) -> None:
    before = make_recommendation(
        review=make_review(cycle=3), number="122.4", text="Ratify OPCAT", position=Position.NOTED
    )
    make_response(before, position=Position.NOTED, reason="Orvana studies the matter.")
    now = make_recommendation(number="128.1")
    AskedBefore.objects.create(recommendation=now, earlier=before, similarity=0.9)
    assert "Orvana studies the matter." in shown(mara)
    assert "/recommendations/XOR/4/128.1/" in shown(mara, "/recommendations/XOR/3/122.4/")


def test_a_correction_keeps_the_original_beside_it(mara: Client) -> None:
    make_recommendation(number="128.1", text="Ratify the tretay")
    mara.post(f"{ADDRESS}text/", {"text": "Ratify the treaty", "reason": "A slip of the printer"})
    page = shown(mara)
    for piece in ("Ratify the treaty", "Ratify the tretay", "A slip of the printer", "Mara"):
        assert piece in page
    assert Recommendation.objects.get().text == "Ratify the tretay"


def test_who_corrected_is_named_only_within_their_coalition(mara: Client, signed_in: SigningIn) -> None:
    make_recommendation(number="128.1", text="Ratify the tretay")
    mara.post(f"{ADDRESS}text/", {"text": "Ratify the treaty", "reason": "A slip of the printer"})
    stranger = signed_in("coordinator", handle="ines", coalition=make_coalition("Another one"))
    page = shown(stranger)
    assert "A slip of the printer" in page
    assert "Mara" not in page


def test_a_recommendation_without_a_number_has_a_page_and_can_be_corrected(mara: Client) -> None:
    one = make_recommendation(number="128.1")
    Recommendation.objects.filter(pk=one.pk).update(number="", key="XOR/4/x0a1b2c3d")
    assert "no number" in mara.get("/recommendations/").content.decode()
    page = shown(mara, "/recommendations/XOR/4/x0a1b2c3d/")
    assert "Recommendation without a number" in page
    for form in ("text", "states", "answer"):
        address = f"/recommendations/XOR/4/x0a1b2c3d/{form}/"
        assert address in page
        assert mara.get(address).status_code == 200


def test_an_unknown_recommendation_is_missing(mara: Client) -> None:
    make_recommendation(number="128.1")
    for address in ("/recommendations/XOR/4/9.9/", "/recommendations/XOR/3/128.1/", "/recommendations/ZZZ/4/128.1/"):
        assert mara.get(address).status_code == 404


def test_the_page_costs_the_same_for_one_answer_and_for_three(mara: Client, django_assert_num_queries: Any) -> None:
    one = make_recommendation(number="128.1", themes=["Right to life"], parts=[("a", ["NOR"]), ("b", ["FRA"])])
    costs: list[int] = []
    for stage in (Stage.ROOM, Stage.ADDENDUM, Stage.PLENARY):
        make_response(one, stage=stage, document=make_document(name=f"{stage}.pdf"))
        earlier = make_recommendation(review=make_review(cycle=3))
        make_response(earlier)
        AskedBefore.objects.create(recommendation=one, earlier=earlier, similarity=0.8)
        shown(mara)
        with django_assert_num_queries(costs[0] if costs else 17, exact=bool(costs)) as counted:
            shown(mara)
        costs.append(len(counted))
