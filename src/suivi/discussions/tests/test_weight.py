"""Pages stay light when a whole hall writes: the text of a page, before it is packed."""

from __future__ import annotations

import pytest
from django.utils import timezone

from suivi.coalitions.tests.factories import make_organisation
from suivi.consultations.models import Participant
from suivi.consultations.tests.factories import guest
from suivi.discussions.models import Entry, Strategy, Thread
from suivi.discussions.rules.words import Area
from suivi.discussions.tests.factories import make_consultation, make_participant
from suivi.record.models import Recommendation
from suivi.record.tests.factories import make_recommendation

pytestmark = pytest.mark.django_db
HEAVIEST = 60_000  # bytes
PEOPLE, WRITTEN, PROPOSED = 150, 120, 60
TEXT = "The State noted this twice. We should show what it costs, and who in the ministry can say yes. " * 3


def test_no_page_is_heavier_than_a_slow_line_can_bear() -> None:
    here = make_consultation()
    network = make_organisation("Network of organisations in the provinces", coalition=here.coalition)
    reader = make_participant("Heron", consultation=here)
    seats = [Participant(consultation=here, name=f"Participant {n}", organisation=network) for n in range(PEOPLE)]
    people = Participant.objects.bulk_create(seats)
    one = make_recommendation(review=here.review, number="128.1", text=TEXT)
    others = [
        Recommendation(review=here.review, key=f"XOR/4/128.{n}", number=f"128.{n}", order=n) for n in range(2, 202)
    ]
    for other in others:
        other.text, other.fingerprint, other.document = TEXT, "0" * 64, one.document
    Recommendation.objects.bulk_create(others)
    thread = Thread.objects.create(consultation=here, title="Of all", begun_by=reader)
    Entry.objects.bulk_create(
        Entry(thread=thread, written_by=people[n], language="fr", text=TEXT, written_at=timezone.now())
        for n in range(WRITTEN)
    )
    Strategy.objects.bulk_create(
        Strategy(
            consultation=here,
            number=n + 1,
            area=list(Area)[n % 6],
            title=TEXT[:150],
            objective=TEXT,
            language="en",
            state="proposed",
            proposed_by=people[n],
            proposed_at=timezone.now(),
        )
        for n in range(PROPOSED)
    )
    client, base = guest(reader), f"/consultations/{here.key}/discussion/"
    pages = ["", "threads/", f"threads/{thread.key}/", "recommendations/", "recommendations/128.1/", "strategies/"]
    weights = {page: len(client.get(f"{base}{page}").content) for page in pages}
    assert {page: weight for page, weight in weights.items() if weight > HEAVIEST} == {}
