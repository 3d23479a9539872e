"""The cluster pack: what a break-out group works on, with room to write."""

from __future__ import annotations

import csv
import io

import pytest
from django.test import Client

from suivi.clusters.models import Cluster, Placement
from suivi.coalitions.tests.factories import make_coalition
from suivi.record.models import AskedBefore, Recommendation
from suivi.record.rules import Position
from suivi.record.tests.conftest import SigningIn, signed_in
from suivi.record.tests.factories import make_recommendation, make_response, make_review

__all__ = ["signed_in"]

pytestmark = pytest.mark.django_db


@pytest.fixture
def mara(signed_in: SigningIn) -> Client:
    return signed_in()


def make_cluster(name: str = "Detention", *asked: Recommendation, coalition: str = "") -> Cluster:
    ours = make_coalition(coalition) if coalition else make_coalition()
    cluster = Cluster.objects.create(coalition=ours, review=make_review(), name=name, about="Whoever is locked up")
    for each in asked:
        Placement.objects.create(coalition=ours, cluster=cluster, recommendation=each)
    return cluster


def make_asked() -> Recommendation:
    asked = make_recommendation(number="128.1", text="End torture", states=["NOR"], position=Position.NOTED)
    make_response(asked, position=Position.NOTED, reason="The Penal Code forbids it already", source="Add.1, para. 3")
    earlier = make_recommendation(review=make_review(cycle=3), number="122.4", position=Position.SUPPORTED)
    AskedBefore.objects.create(recommendation=asked, earlier=earlier, similarity=0.9)
    return asked


@pytest.mark.parametrize("paper", ["cluster-table", "cluster-sheets"])
def test_a_pack_says_what_was_asked_by_whom_and_what_the_state_said_now_and_before(mara: Client, paper: str) -> None:
    cluster = make_cluster("Detention", make_asked())
    shown = mara.get(f"/papers/{paper}/{cluster.key}.html").content.decode()
    for words in (
        "Detention",
        "Whoever is locked up",
        "128.1",
        "End torture",
        "Norway",
        "Noted",
        "The Penal Code forbids it already",
        "Add.1, para. 3",
        "Cycle 3, 122.4: Supported",
        "What the government should do",
        "By whom",
    ):
        assert words in shown


def test_words_that_answer_several_recommendations_are_printed_once(mara: Client) -> None:
    asked = [make_recommendation(number=f"128.{each}", position=Position.SUPPORTED) for each in (1, 2, 3)]
    for each in asked:
        make_response(each, words="have been examined and enjoy the support of Orvana", source="A/HRC/61/9, para. 128")
    cluster = make_cluster("Detention", *asked)
    for paper in ("cluster-table", "cluster-sheets"):
        shown = mara.get(f"/papers/{paper}/{cluster.key}.html").content.decode()
        assert shown.count("enjoy the support of Orvana") == 1


def test_the_table_to_fill_in_names_each_row_by_its_key(mara: Client) -> None:
    cluster = make_cluster("Detention", make_asked())
    answer = mara.get(f"/papers/cluster-table/{cluster.key}.csv")
    [head, row] = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")))
    assert (len(head), row[:3], row[4:]) == (11, ["XOR/4/128.1", "128.1", "End torture\nNorway"], [""] * 7)


def test_a_part_is_printed_alone(mara: Client) -> None:
    asked = make_recommendation(parts=[("Sign the treaty", ["NOR"]), ("Ratify it", ["FRA"])], text="Sign; ratify")
    cluster = make_cluster("Treaties")
    Placement.objects.create(
        coalition=cluster.coalition, cluster=cluster, recommendation=asked, part=asked.parts.get(order=2)
    )
    shown = mara.get(f"/papers/cluster-table/{cluster.key}.html").content.decode()
    assert ("Ratify it" in shown, "France" in shown) == (True, True)
    assert ("Sign the treaty" in shown, "Norway" in shown) == (False, False)


def test_an_empty_cluster_is_not_printed(mara: Client) -> None:
    answer = mara.get(f"/papers/cluster-sheets/{make_cluster().key}.pdf")
    assert (answer.status_code, "Nothing stands in this cluster" in answer.content.decode()) == (409, True)


def test_packs_of_another_coalition_are_missing_and_partners_find_none(signed_in: SigningIn, mara: Client) -> None:
    ours = make_cluster("Detention", make_asked())
    theirs = make_cluster("Elsewhere", coalition="Another")
    assert mara.get(f"/papers/cluster-table/{theirs.key}.pdf").status_code == 404
    official = signed_in("official", handle="official")
    assert official.get(f"/papers/cluster-table/{ours.key}.pdf").status_code == 404
    assert "Detention" not in official.get("/papers/").content.decode()
    assert "Elsewhere" not in mara.get("/papers/").content.decode()
