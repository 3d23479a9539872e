"""Every paper there is, in every form it comes in, from the left and from the right."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.http import QueryDict
from django.utils import timezone, translation

from suivi.clusters.models import Cluster, Placement
from suivi.coalitions.models import Membership
from suivi.coalitions.tests.factories import make_member
from suivi.consultations.models import Consultation, Door
from suivi.consultations.tests.factories import make_consultation, make_participant, make_session
from suivi.plans.tests.factories import make_activity, make_measure
from suivi.record.rules import Position
from suivi.record.tests.factories import make_recommendation, make_response
from suivi.reports.contents.builders import BUILDERS
from suivi.reports.contents.offered import offered
from suivi.reports.contents.wanted import Wanted
from suivi.reports.formats.press import printed
from suivi.reports.rules import FORMS, Kind

pytestmark = pytest.mark.django_db


@pytest.fixture
def mara() -> Membership:
    member = make_member("mara")
    consultation = make_consultation("Three days in May", coalition=member.coalition)
    fill(consultation)
    return member


def fill(consultation: Consultation) -> None:
    asked = make_recommendation(number="128.1", text="End torture", position=Position.NOTED, sdgs=[16, 5])
    make_response(asked, position=Position.NOTED, reason="The law forbids it already")
    cluster = Cluster.objects.create(coalition=consultation.coalition, review=consultation.review, name="احتجاز")
    Placement.objects.create(coalition=consultation.coalition, cluster=cluster, recommendation=asked)
    heron = make_participant(consultation=consultation)
    make_measure(by=heron, goal="No torture in custody", recommendations="128.1", cluster="احتجاز")
    make_activity(by=heron, activity="Letter to the minister", by_when="2027-02-01")
    make_session("Work in clusters", consultation=consultation)
    Door.objects.create(consultation=consultation, closes_at=timezone.now() + timedelta(days=1))


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_every_paper_on_the_shelves_can_be_printed_in_every_form(mara: Membership, language: str) -> None:
    offers = [offer for shelf in offered(mara) for _name, offers in shelf.lines for offer in offers]
    assert {offer.kind for offer in offers} == set(Kind) == set(BUILDERS) == set(FORMS)
    for offer in offers:
        for form in offer.forms:
            wanted = Wanted(offer.key, QueryDict(), form, language, mara, timezone.localdate())
            with translation.override(language):
                paper = BUILDERS[offer.kind](wanted)
            assert printed(paper, form)
            assert paper.language == language
            assert paper.name.isascii()
