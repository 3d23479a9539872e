"""The demo's clusters: six, convened, made from what the worker suggests, with something left to do."""

from __future__ import annotations

import pytest
from django.utils import timezone

from suivi.clusters.models import Code, Placement, Suggestion
from suivi.coalitions.tests.factories import make_member
from suivi.demo.clusters import LEFT, make_clusters
from suivi.record.tests.factories import make_recommendation, make_review

ASKS = (
    "Abolish the death penalty for all crimes", "Protect journalists from violence", "End early marriage of girls",
    "Ratify the Optional Protocol to the Convention against Torture", "Guarantee free education for all children",
    "Ensure free legal aid in rural districts",
)  # fmt: skip


@pytest.mark.django_db(transaction=True)
def test_the_demo_has_six_clusters_with_convenors_and_leaves_something_to_do() -> None:
    mara = make_member("mara")
    lina = make_member("lina", role="convenor")
    for text in ASKS + tuple(f"Adopt a law on matter {number}" for number in range(LEFT)):
        make_recommendation(text=text)
    made = make_clusters(review=make_review(), at=timezone.now(), by=mara)
    assert len(made) == 6
    assert {cluster.convenor for cluster in made} == {mara, lina, None}
    placed = Placement.objects.leading().values_list("recommendation__text", "cluster__name")
    assert dict(placed)["Ensure free legal aid in rural districts"] == "Justice, detention and torture"
    assert {text for text, _name in placed} == set(ASKS)
    assert Placement.objects.filter(suggested=True, cluster__in=made[:4], lead=True).count() == 0
    assert Suggestion.objects.open().exists()
    assert set(Code.objects.values_list("about", flat=True)) <= {"issue"}
