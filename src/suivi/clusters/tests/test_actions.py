"""What is done with clusters: who may, where everything stands after it, and that it is told and can be undone."""

from __future__ import annotations

import random

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from suivi.clusters import actions
from suivi.clusters.actions.placing import clear_recommendations
from suivi.clusters.models import Arrangement, Cluster, Placement
from suivi.clusters.permissions import can_arrange
from suivi.clusters.tests.factories import make_cluster, make_recommendations, put, standing
from suivi.coalitions.models import Membership
from suivi.coalitions.rules import ROLES
from suivi.coalitions.tests.factories import make_coalition, make_member
from suivi.common.decisions import Refused
from suivi.history.models import Event
from suivi.record.models import Recommendation
from suivi.record.tests.factories import make_recommendation, make_review

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def mara() -> Membership:
    return make_member("mara")


def pieces(*asked: Recommendation) -> list[tuple[int, int | None]]:
    return [(each.pk, None) for each in asked]


def test_coordinators_steering_and_convenors_arrange_and_nobody_else() -> None:
    coalition = make_coalition()
    may = {role for role in ROLES if can_arrange(make_member(f"p-{role}", role=role, coalition=coalition))}
    assert may == {"coordinator", "steering", "convenor"}
    assert not can_arrange(None)


def test_a_recommendation_has_one_lead_and_may_stand_in_others_as_well(mara: Membership) -> None:
    (one,) = make_recommendations("Abolish the death penalty")
    justice, women = make_cluster("Justice"), make_cluster("Women")
    put(justice, one, by=mara)
    put(women, one, by=mara, also=True)
    assert standing() == {"128.1": {"Justice": "lead", "Women": "also"}}
    put(women, one, by=mara)
    assert standing() == {"128.1": {"Women": "lead"}}


def test_the_database_refuses_a_second_lead_whoever_writes_it(mara: Membership) -> None:
    (one,) = make_recommendations("Abolish the death penalty")
    put(make_cluster("Justice"), one, by=mara)
    with pytest.raises(IntegrityError), transaction.atomic():
        Placement.objects.create(coalition=mara.coalition, cluster=make_cluster("Women"), recommendation=one)


def test_parts_of_a_recommendation_stand_on_their_own(mara: Membership) -> None:
    one = make_recommendation(parts=[("Ratify the protocol", ["NOR"]), ("Visit prisons", ["SWE"])])
    first, second = one.parts.order_by("order")
    put(make_cluster("Treaties"), first, by=mara)
    put(make_cluster("Justice"), second, by=mara)
    assert standing() == {"128.1+1": {"Treaties": "lead"}, "128.1+2": {"Justice": "lead"}}


def test_taken_out_of_its_lead_the_next_cluster_leads(mara: Membership) -> None:
    (one,) = make_recommendations("Abolish the death penalty")
    justice, women = make_cluster("Justice"), make_cluster("Women")
    put(justice, one, by=mara)
    put(women, one, by=mara, also=True)
    actions.release_recommendations(pieces=pieces(one), cluster=justice, at=NOW, by=mara)
    assert standing() == {"128.1": {"Women": "lead"}}


def test_a_split_takes_what_was_chosen_and_says_where_it_came_from(mara: Membership) -> None:
    one, two = make_recommendations("Visit prisons", "Train judges")
    justice = make_cluster("Justice")
    put(justice, one, two, by=mara)
    made = actions.split_cluster(cluster=justice, name="Prisons", pieces=pieces(one), at=NOW, by=mara)
    assert standing() == {"128.1": {"Prisons": "lead"}, "128.2": {"Justice": "lead"}}
    assert made.split_from == justice


def test_merged_clusters_can_be_parted_again_long_after(mara: Membership) -> None:
    one, two, three = make_recommendations("Visit prisons", "Train judges", "Protect women")
    prisons, justice, women = make_cluster("Prisons"), make_cluster("Justice"), make_cluster("Women")
    put(prisons, one, two, by=mara)
    put(justice, three, by=mara)
    actions.merge_clusters(cluster=prisons, into=justice, at=NOW, by=mara)
    assert set(standing()["128.1"]) == {"Justice"}
    put(women, two, by=mara)
    prisons.refresh_from_db()
    assert (prisons.merged_into, prisons.removed_at) == (justice, NOW)
    actions.put_cluster_back(cluster=prisons, at=NOW, by=mara)
    assert standing() == {
        "128.1": {"Prisons": "lead"},
        "128.2": {"Women": "lead", "Prisons": "also"},
        "128.3": {"Justice": "lead"},
    }


def test_a_cluster_taken_away_leaves_its_recommendations_and_gets_them_back(mara: Membership) -> None:
    one, two = make_recommendations("Visit prisons", "Train judges")
    justice, women = make_cluster("Justice"), make_cluster("Women")
    put(justice, one, two, by=mara)
    put(women, two, by=mara, also=True)
    actions.take_cluster_away(cluster=justice, at=NOW, by=mara)
    assert standing() == {"128.2": {"Women": "lead"}}
    actions.put_cluster_back(cluster=justice, at=NOW, by=mara)
    assert standing()["128.1"] == {"Justice": "lead"}


def test_moves_are_undone_one_after_the_other_back_to_the_beginning(mara: Membership) -> None:
    one, two, three = make_recommendations("Visit prisons", "Train judges", "Protect women")
    review, justice, women = make_review(), make_cluster("Justice"), make_cluster("Women")
    chance, seen = random.Random(7), []  # noqa: S311  any order will do
    for _turn in range(15):
        before, known = standing(), Arrangement.objects.filter(undone_at=None).count()
        asked, cluster = chance.choice([one, two, three]), chance.choice([justice, women])
        if chance.random() < 0.2:
            clear_recommendations(review=review, pieces=pieces(one, two), at=NOW, by=mara)
        else:
            put(cluster, asked, by=mara, also=chance.random() < 0.4)
        if Arrangement.objects.filter(undone_at=None).count() > known:
            seen.append(before)
    for before in reversed(seen):
        actions.undo_arrangement(review=review, at=NOW, by=mara)
        assert standing() == before
    assert standing() == {}
    with pytest.raises(Refused, match="nothing left to undo"):
        actions.undo_arrangement(review=review, at=NOW, by=mara)


def test_undoing_a_split_and_a_merge_brings_the_clusters_back_too(mara: Membership) -> None:
    one, two = make_recommendations("Visit prisons", "Train judges")
    review, justice = make_review(), make_cluster("Justice")
    put(justice, one, two, by=mara)
    made = actions.split_cluster(cluster=justice, name="Prisons", pieces=pieces(one), at=NOW, by=mara)
    actions.merge_clusters(cluster=made, into=justice, at=NOW, by=mara)
    actions.undo_arrangement(review=review, at=NOW, by=mara)
    assert standing()["128.1"] == {"Prisons": "lead"}
    actions.undo_arrangement(review=review, at=NOW, by=mara)
    assert set(Cluster.objects.standing().values_list("name", flat=True)) == {"Justice"}
    assert standing()["128.1"] == {"Justice": "lead"}


def test_a_move_that_moves_nothing_leaves_nothing_to_undo(mara: Membership) -> None:
    (one,) = make_recommendations("Visit prisons")
    justice = make_cluster("Justice")
    put(justice, one, by=mara)
    put(justice, one, by=mara, also=True)
    assert Arrangement.objects.filter(undone_at=None).count() == 1


def test_whoever_convenes_a_cluster_arranges_it_but_takes_no_lead_from_another(mara: Membership) -> None:
    idris = make_member("idris", role="member", coalition=mara.coalition)
    one, two = make_recommendations("Visit prisons", "Train judges")
    justice, children = make_cluster("Justice"), make_cluster("Children", convenor=idris)
    put(justice, one, by=mara)
    put(children, one, two, by=idris)
    assert standing() == {"128.1": {"Justice": "lead", "Children": "also"}, "128.2": {"Children": "lead"}}
    with pytest.raises(Refused):
        put(justice, two, by=idris)
    with pytest.raises(Refused):
        actions.take_cluster_away(cluster=children, at=NOW, by=idris)
    actions.undo_arrangement(review=make_review(), at=NOW, by=idris)
    assert standing() == {"128.1": {"Justice": "lead"}}


def test_one_coalition_cannot_move_anything_of_another_s(mara: Membership) -> None:
    (one,) = make_recommendations("Visit prisons")
    justice = make_cluster("Justice")
    stranger = make_member("stranger", coalition=make_coalition("Another Coalition"))
    for act in (
        lambda: put(justice, one, by=stranger),
        lambda: actions.take_cluster_away(cluster=justice, at=NOW, by=stranger),
        lambda: actions.merge_clusters(cluster=justice, into=justice, at=NOW, by=stranger),
    ):
        with pytest.raises(Cluster.DoesNotExist):
            act()


def test_what_is_moved_is_told_without_a_word_that_anybody_wrote(mara: Membership) -> None:
    (one,) = make_recommendations("Visit prisons")
    made = actions.make_cluster(review=make_review(), name="Secret name", about="Hidden plan", at=NOW, by=mara)
    put(made, one, by=mara)
    actions.undo_arrangement(review=make_review(), at=NOW, by=mara)
    actions.order_clusters(review=make_review(), keys=[made.key], by=mara)
    told = Event.objects.filter(coalition=mara.coalition.key).order_by("sequence")
    assert list(told.values_list("verb", flat=True)) == [
        "make_cluster", "place_recommendations", "undo_arrangement", "order_clusters",
    ]  # fmt: skip
    assert "Secret name" not in str(list(told.values()))
    assert "Hidden plan" not in str(list(told.values()))


def test_nothing_of_the_record_is_changed_by_any_of_it(mara: Membership) -> None:
    one, two = make_recommendations("Visit prisons", "Train judges")
    before = list(Recommendation.objects.order_by("pk").values())
    justice, women = make_cluster("Justice"), make_cluster("Women")
    put(justice, one, two, by=mara)
    actions.merge_clusters(cluster=justice, into=women, at=NOW, by=mara)
    actions.undo_arrangement(review=make_review(), at=NOW, by=mara)
    assert list(Recommendation.objects.order_by("pk").values()) == before
