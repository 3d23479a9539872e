"""The pages of clusters: what they show to whom, what their forms do, and what they cost."""

from __future__ import annotations

import gzip

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from suivi.clusters import actions
from suivi.clusters.models import Cluster, Placement
from suivi.clusters.queries import clusters_by_recommendation, recommendations_of
from suivi.clusters.tests.factories import make_cluster, make_recommendations, make_same, make_suggestion, put, standing
from suivi.coalitions.models import Membership
from suivi.coalitions.tests.factories import make_coalition, make_member
from suivi.record.models import AskedBefore, Recommendation
from suivi.record.rules import Position
from suivi.record.tests.factories import make_recommendation, make_review

pytestmark = pytest.mark.django_db
HERE = "/clusters/cycle/4/"


@pytest.fixture
def mara() -> Membership:
    return make_member("mara")


def at_the_desk_of(member: Membership) -> Client:
    client = Client()
    client.force_login(member.person)
    return client


def test_without_a_review_the_page_says_what_to_do_first(mara: Membership) -> None:
    assert "Import the Working Group report" in at_the_desk_of(mara).get("/clusters/").text


def test_the_board_shows_every_cluster_its_convenor_and_what_stands_nowhere(mara: Membership) -> None:
    one, _two = make_recommendations("Visit prisons", "Train judges")
    put(make_cluster("Justice", convenor=mara), one, by=mara)
    page = at_the_desk_of(mara).get("/clusters/").text
    for words in ("2 recommendations.", "1 stands in no cluster yet.", "Justice", "Visit prisons", "Train judges"):
        assert words in page
    assert "<bdi>Mara</bdi>" in page


def test_partners_guests_and_strangers_find_nothing_there(mara: Membership) -> None:
    make_review()
    cluster = make_cluster()
    for role in ("nhri", "official"):
        client = at_the_desk_of(make_member(f"p-{role}", role=role, coalition=mara.coalition))
        assert [client.get(path).status_code for path in ("/clusters/", HERE, f"/clusters/{cluster.key}/")] == [404] * 3
        assert "/clusters/" not in client.get("/recommendations/").text


def test_another_coalition_s_cluster_answers_like_a_missing_one(mara: Membership) -> None:
    theirs = make_cluster("Hidden", coalition=make_coalition("Another Coalition"))
    client = at_the_desk_of(mara)
    hidden, missing = client.get(f"/clusters/{theirs.key}/"), client.get("/clusters/nothere234/")
    assert (hidden.status_code, missing.status_code) == (404, 404)
    assert "Hidden" not in hidden.text
    (one,) = make_recommendations("Visit prisons")
    assert client.post(f"{HERE}place/", {"pick": one.key, "into": theirs.key}).status_code == 404


def test_members_look_on_and_are_told_why_they_cannot_arrange(mara: Membership) -> None:
    (one,) = make_recommendations("Visit prisons")
    justice = make_cluster("Justice")
    client = at_the_desk_of(make_member("idris", role="member", coalition=mara.coalition))
    page = client.get("/clusters/").text
    assert "Only coordinators, convenors and the steering committee arrange the clusters." in page
    assert 'name="pick"' not in page
    assert client.post(f"{HERE}place/", {"pick": one.key, "into": justice.key}).status_code == 403
    assert standing() == {}


def test_whoever_convenes_a_cluster_is_offered_that_one_alone(mara: Membership) -> None:
    idris = make_member("idris", role="member", coalition=mara.coalition)
    (one,) = make_recommendations("Visit prisons")
    make_cluster("Justice")
    children = make_cluster("Children", convenor=idris)
    client = at_the_desk_of(idris)
    for path in ("/clusters/", f"{HERE}gather/"):
        bar = client.get(path).text.partition('<select id="into"')[2].partition("</select>")[0]
        assert ">Children<" in bar
        assert ">Justice<" not in bar
    client.post(f"{HERE}place/", {"pick": one.key, "into": children.key})
    assert standing() == {"128.1": {"Children": "lead"}}
    assert client.post(f"{HERE}place/", {"pick": one.key, "into": "-"}).status_code == 403


def test_what_is_ticked_goes_into_a_cluster_into_a_new_one_or_out_of_all(mara: Membership) -> None:
    one, two = make_recommendations("Visit prisons", "Train judges")
    justice, client = make_cluster("Justice"), at_the_desk_of(mara)
    client.post(f"{HERE}place/", {"pick": [one.key, two.key], "into": justice.key})
    client.post(f"{HERE}place/", {"pick": [one.key], "into": "+", "name": "Prisons", "also": "1"})
    assert standing() == {"128.1": {"Justice": "lead", "Prisons": "also"}, "128.2": {"Justice": "lead"}}
    client.post(f"{HERE}place/", {"pick": [one.key], "into": "-"})
    assert standing() == {"128.2": {"Justice": "lead"}}
    client.post(f"{HERE}undo/")
    assert standing()["128.1"] == {"Justice": "lead", "Prisons": "also"}


def test_ticking_nothing_is_said_and_changes_nothing(mara: Membership) -> None:
    make_recommendations("Visit prisons")
    client = at_the_desk_of(mara)
    page = client.post(f"{HERE}place/", {"into": make_cluster().key}, follow=True).text
    assert "Tick some recommendations first" in page
    assert standing() == {}


def test_a_card_that_is_dragged_gets_the_sentence_the_way_back_and_the_counts(mara: Membership) -> None:
    one, _two = make_recommendations("Visit prisons", "Train judges")
    justice, client = make_cluster("Justice"), at_the_desk_of(mara)
    headers = {"HX-Request": "true", "HX-Target": "div#said"}
    said = client.post(f"{HERE}place/", {"pick": one.key, "into": justice.key}, headers=headers).text
    assert "1 put into “Justice”." in said
    assert f'<data hidden value="{justice.key}">1</data>' in said
    assert '<data hidden value="-">1</data>' in said
    assert f'action="{HERE}undo/"' in said
    assert "<html" not in said


def test_a_form_leads_back_to_pages_of_clusters_only(mara: Membership) -> None:
    (one,) = make_recommendations("Visit prisons")
    justice, client = make_cluster("Justice"), at_the_desk_of(mara)
    told = {"pick": one.key, "into": justice.key}
    for back, there in ((f"/clusters/{justice.key}/", f"/clusters/{justice.key}/"), ("//evil.example/clusters/", HERE)):
        assert client.post(f"{HERE}place/", {**told, "back": back}).headers["Location"] == there


def test_a_cluster_shows_wording_answer_states_what_was_asked_before_and_who_asks_the_same(mara: Membership) -> None:
    earlier = make_recommendation(review=make_review(cycle=3), text="Visit prisons", states=["SWE"])
    one = make_recommendation(text="Visit all prisons", states=["NOR", "CHL"], position=Position.NOTED)
    two = make_recommendation(text="Visit every prison", states=["PER"])
    AskedBefore.objects.create(recommendation=one, earlier=earlier, similarity=0.9)
    make_same(one, two)
    justice = make_cluster("Justice")
    put(justice, one, by=mara)
    page = at_the_desk_of(mara).get(f"/clusters/{justice.key}/").text
    for words in ("Visit all prisons", "Norway", "Chile", "Noted", "asked before", "Same ask by 3 States"):
        assert words in page
    (found,) = recommendations_of(justice)
    assert (found.number, found.wording, found.states) == ("128.1", "Visit all prisons", ["NOR", "CHL"])
    assert [each.earlier.review.cycle for each in found.before] == [3]


def test_a_recommendation_is_led_elsewhere_taken_out_and_narrowed_to_some_words(mara: Membership) -> None:
    one = make_recommendation(text="Ratify the protocol and visit prisons")
    justice, treaties, client = make_cluster("Justice"), make_cluster("Treaties"), at_the_desk_of(mara)
    where = f"{HERE}where/128.1/"
    client.post(where, {"pick": one.key, "into": justice.key})
    client.post(where, {"pick": one.key, "into": treaties.key, "also": "1"})
    client.post(where, {"pick": one.key, "into": treaties.key})
    assert standing() == {"128.1": {"Treaties": "lead"}}
    client.post(where, {"pick": one.key, "into": justice.key, "also": "1"})
    refused = client.post(f"{where}words/", {"cluster": justice.key, "words": "Close prisons"}, follow=True).text
    assert "These words do not stand in the recommendation." in refused
    client.post(f"{where}words/", {"cluster": justice.key, "words": "visit prisons"})
    assert [each.wording for each in recommendations_of(justice)] == ["visit prisons"]
    client.post(where, {"pick": one.key, "out": justice.key})
    assert standing() == {"128.1": {"Treaties": "lead"}}


def test_making_changing_ordering_splitting_merging_and_putting_back(mara: Membership) -> None:
    one, two = make_recommendations("Visit prisons", "Train judges")
    client = at_the_desk_of(mara)
    client.post(f"{HERE}new/", {"name": "Justice", "about": "", "convenor": mara.pk, "co_convenor": ""})
    justice = Cluster.objects.get()
    put(justice, one, two, by=mara)
    told = {"name": "Law", "about": "Courts", "convenor": mara.pk, "co_convenor": mara.pk}
    assert client.post(f"/clusters/{justice.key}/change/", told).status_code == 400
    client.post(f"/clusters/{justice.key}/change/", {**told, "co_convenor": ""})
    client.post(f"/clusters/{justice.key}/sort/", {f"place-{two.key}": "1"})
    assert [each.number for each in recommendations_of(justice)] == ["128.2", "128.1"]
    assert client.post(f"/clusters/{justice.key}/split/", {"name": "Prisons"}).status_code == 400
    client.post(f"/clusters/{justice.key}/split/", {"name": "Prisons", "pick": one.key})
    prisons = Cluster.objects.get(name="Prisons")
    client.post(f"{HERE}order/", {f"place-{prisons.key}": "1"})
    assert list(Cluster.objects.values_list("name", flat=True)) == ["Prisons", "Law"]
    client.post(f"/clusters/{prisons.key}/merge/", {"into": justice.key})
    assert "merged into “Law”" in client.get("/clusters/").text
    client.post(f"/clusters/{prisons.key}/put-back/")
    assert standing() == {"128.1": {"Prisons": "lead"}, "128.2": {"Law": "lead"}}


def test_a_convenor_of_another_coalition_is_not_accepted(mara: Membership) -> None:
    make_review()
    stranger = make_member("stranger", coalition=make_coalition("Another Coalition"))
    told = {"name": "Justice", "about": "", "convenor": stranger.pk, "co_convenor": ""}
    assert at_the_desk_of(mara).post(f"{HERE}new/", told).status_code == 400
    assert not Cluster.objects.exists()


def test_gathering_finds_by_theme_state_issue_and_cluster(mara: Membership) -> None:
    one = make_recommendation(text="Visit prisons", states=["NOR"], themes=["Detention conditions"])
    two = make_recommendation(text="Train judges", states=["CHL"])
    make_suggestion(two, "Justice")
    put(make_cluster("Justice"), one, by=mara)
    client = at_the_desk_of(mara)
    for asked, found in (
        ("theme=detention-conditions", "Visit prisons"), ("by=CHL", "Train judges"), ("q=judges", "Train judges"),
        ("suggested=Justice", "Train judges"), ("cluster=-", "Train judges"),
    ):  # fmt: skip
        page = client.get(f"{HERE}gather/?{asked}").text
        assert "1 recommendation<" in page
        assert found in page
    assert "Issue, only suggested" in page
    assert "Issue, confirmed by us" not in page


def test_what_is_picked_in_the_list_comes_over_without_what_belongs_to_other_reviews(mara: Membership) -> None:
    old = make_recommendation(review=make_review(cycle=3), text="Old ask")
    (one,) = make_recommendations("Visit prisons")
    client = at_the_desk_of(mara)
    query = f"pick={one.key}&pick={old.key}".replace("/", "%2F")
    assert "/clusters/gather/?" in client.get(f"/recommendations/selected/?{query}").text
    page = client.get(f"/clusters/gather/?{query}").text
    assert "Visit prisons" in page
    assert "Old ask" not in page
    assert "belongs to another review" in page


def test_where_things_stand_is_known_by_recommendation_and_to_members_only(mara: Membership) -> None:
    (one,) = make_recommendations("Visit prisons")
    justice, women = make_cluster("Justice"), make_cluster("Women")
    put(women, one, by=mara)
    put(justice, one, by=mara, also=True)
    found = clusters_by_recommendation(mara, make_review())
    assert [(each.cluster.name, each.lead) for each in found[one.pk]] == [("Women", True), ("Justice", False)]
    partner = make_member("envoy", role="nhri", coalition=mara.coalition)
    assert clusters_by_recommendation(partner, make_review()) == {}


@pytest.mark.parametrize("rows", [1, 3])
def test_pages_cost_the_same_for_one_row_and_for_three(mara: Membership, rows: int) -> None:
    asked = make_recommendations(*(f"Visit prison {number}" for number in range(2 * rows)))
    elsewhere = make_cluster("Elsewhere")
    for number in range(rows):
        put(make_cluster(f"Cluster {number}", convenor=mara), asked[number], by=mara)
        make_suggestion(asked[number])
    justice = Cluster.objects.exclude(pk=elsewhere.pk)[0]
    put(justice, *asked[:rows], by=mara, also=True)
    put(elsewhere, asked[-1], by=mara)
    make_same(*asked)
    client, counts = at_the_desk_of(mara), {}
    client.get("/clusters/")
    for path in PAGES:
        with CaptureQueriesContext(connection) as asked_of_the_database:
            client.get(path.replace("KEY", justice.key))
        counts[path] = len(asked_of_the_database)
    assert counts == PAGES


PAGES = {
    "/clusters/": 12,
    "/clusters/KEY/": 14,
    f"{HERE}gather/": 15,
    f"{HERE}where/128.1/": 10,
    f"{HERE}suggestions/": 9,
    f"{HERE}suggestions/same/": 9,
    f"{HERE}suggestions/issue/?value=Detention": 5,
}


def test_a_board_of_four_hundred_is_light(mara: Membership) -> None:
    (first,) = make_recommendations("Take further measures, in law and in practice, to protect people of group 0")
    words = [f"Take further measures, in law and in practice, to protect people of group {n}" for n in range(400)]
    Recommendation.objects.bulk_create(
        Recommendation(
            review=first.review, document=first.document, order=n + 1, key=f"XOR/4/128.{n + 1}", number=f"128.{n + 1}",
            text=words[n], fingerprint=str(n),
        )
        for n in range(1, 400)
    )  # fmt: skip
    asked = list(Recommendation.objects.order_by("order"))
    for number in range(10):
        pieces = [(each.pk, None) for each in asked[number * 30 : number * 30 + 30]]
        cluster = make_cluster(f"Cluster {number}")
        actions.place_recommendations(pieces=pieces, cluster=cluster, at=timezone.now(), by=mara)
    answer = at_the_desk_of(mara).get("/clusters/")
    assert Placement.objects.count() == 300
    assert "100 stand in no cluster yet." in answer.text
    assert "10 more" in answer.text
    assert len(gzip.compress(answer.content)) < 25_000
