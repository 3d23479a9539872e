"""Two at once, each with a connection of their own: a voice counts once, and a motion ends once."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone

from suivi.coalitions.tests.factories import make_member, make_organisation
from suivi.common.decisions import Refused
from suivi.consent import actions
from suivi.consent.models import Motion, Voice
from suivi.consent.queries.motions import standing_of
from suivi.consent.rules.words import Choice, Outcome, Printed
from suivi.consent.tests.factories import make_motion, make_voice
from suivi.consultations.tests.factories import make_participant
from suivi.discussions.tests.together import at_once
from suivi.history.models import Event
from suivi.priorities.rules.words import VoiceOf

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_phones_of_one_organisation_give_one_voice() -> None:
    motion = make_motion(voice_of=VoiceOf.ORGANISATION)
    network = make_organisation(coalition=motion.consultation.coalition)
    seats = [make_participant(name, consultation=motion.consultation, organisation=network) for name in "ABCD"]
    told: dict[str, Any] = {
        "motion": motion,
        "choice": Choice.AGREE,
        "reason": "",
        "printed": Printed.NOT,
        "at": timezone.now(),
    }
    given = at_once(*(lambda seat=seat: actions.give_voice(**told, by=seat) for seat in seats))
    assert len({each.pk for each in given}) == 1
    assert Voice.objects.count() == 1


def test_of_two_who_close_at_once_one_learns_that_it_is_closed() -> None:
    motion, members = make_motion(), [make_member("mara"), make_member("tomas", role="steering")]
    make_voice(motion)
    told: dict[str, Any] = {"motion": motion, "statement": "", "review_on": None, "at": timezone.now()}
    seen = at_once(*(lambda by=by: actions.close_motion(**told, by=by) for by in members))
    assert sorted(type(each).__name__ for each in seen) == ["Motion", "Refused"]
    assert Event.objects.filter(verb="close_motion").count() == 1


def test_an_objection_that_comes_as_a_motion_closes_counts_or_is_refused_never_both() -> None:
    motion, mara = make_motion(), make_member("mara")
    make_voice(motion)
    heron, now = make_participant(consultation=motion.consultation), timezone.now()
    told: dict[str, Any] = {
        "motion": motion,
        "choice": Choice.OBJECT,
        "reason": "Wait",
        "printed": Printed.NOT,
        "at": now,
    }
    objection, _closed = at_once(
        lambda: actions.give_voice(**told, by=heron),
        lambda: actions.close_motion(motion=motion, statement="", review_on=None, at=now, by=mara),
    )
    standing = standing_of(Motion.objects.get(), now)
    if isinstance(objection, Refused):
        assert (standing.tally.object, standing.outcome) == (0, Outcome.CONSENT)
    else:
        assert (standing.tally.object, standing.outcome) == (1, Outcome.OBJECTED)
