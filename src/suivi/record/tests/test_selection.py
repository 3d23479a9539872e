"""Several recommendations at once: picked or all that a search finds, as text and as a table without formulas."""

from __future__ import annotations

import csv
import io

import pytest
from django.test import Client

from suivi.record.rules import Position
from suivi.record.tests.conftest import SigningIn
from suivi.record.tests.factories import make_recommendation, make_response, make_review

pytestmark = pytest.mark.django_db


@pytest.fixture
def mara(signed_in: SigningIn) -> Client:
    return signed_in()


def table(client: Client, query: str) -> list[list[str]]:
    response = client.get(f"/recommendations/selected.csv?{query}")
    assert "attachment" in response["Content-Disposition"]
    return list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))


def test_picked_recommendations_become_text_in_the_order_of_the_list(mara: Client) -> None:
    make_recommendation(number="128.1", text="End torture.", states=["NOR"], position=Position.SUPPORTED)
    make_recommendation(number="128.2", text="Protect children", states=["FRA", "DEU"])
    make_recommendation(number="128.3", text="Left out")
    page = mara.get("/recommendations/selected/?pick=XOR/4/128.2&pick=XOR/4/128.1").content.decode()
    first = page.index("128.1 End torture (Norway). Supported.")
    assert first < page.index("128.2 Protect children (France, Germany). No answer yet.")
    assert "Left out" not in page


def test_text_from_several_reviews_says_where_each_comes_from(mara: Client) -> None:
    make_recommendation(review=make_review(cycle=3), number="122.4", text="End torture")
    make_recommendation(number="128.1", text="Protect children")
    page = mara.get("/recommendations/selected/?pick=XOR/3/122.4&pick=XOR/4/128.1").content.decode()
    assert "Orvana, cycle 4 · 128.1 Protect children" in page
    assert "Orvana, cycle 3 · 122.4 End torture" in page


def test_all_results_of_a_search_can_leave_at_once(mara: Client) -> None:
    make_recommendation(number="128.1", text="End torture")
    make_recommendation(number="128.2", text="Protect children")
    assert [row[2] for row in table(mara, "q=torture&all=1")[1:]] == ["128.1"]


def test_the_table_names_states_position_source_and_tags(mara: Client) -> None:
    recommendation = make_recommendation(
        number="128.1", states=["NOR", "SWE"], position=Position.NOTED, themes=["Right to life"], sdgs=[16]
    )
    make_response(recommendation, position=Position.NOTED, source="A/HRC/61/9/Add.1, para. 3")
    [_head, row] = table(mara, "pick=XOR/4/128.1")
    assert row[:3] == ["Orvana", "4", "128.1"]
    assert row[4:8] == ["Norway; Sweden", "Noted", "A/HRC/61/9/Add.1, para. 3", "Right to life"]


def test_no_cell_of_the_table_is_a_formula(mara: Client) -> None:
    make_recommendation(number="128.1", text='=HYPERLINK("http://evil.example")', themes=["@SUM(1)"])
    [_head, row] = table(mara, "pick=XOR/4/128.1")
    assert row[3].startswith("'=")
    assert row[7].startswith("'@")


def test_nothing_picked_says_what_to_do(mara: Client) -> None:
    assert "Nothing was picked" in mara.get("/recommendations/selected/").content.decode()
