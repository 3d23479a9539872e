"""Frozen by one's own silence: wished by oneself, agreed to by another, done by time."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from suivi.coalitions.actions.freezing import (
    agree,
    agree_to_silence,
    ask_to_unfreeze,
    freeze_the_silent,
    set_silence,
)
from suivi.coalitions.models import Membership, Silence
from suivi.coalitions.tests.factories import PASSWORD, make_member, signed_in
from suivi.common.decisions import Refused
from suivi.history.models import Event

pytestmark = pytest.mark.django_db

DAYS = 14


@pytest.fixture
def keepers() -> tuple[Membership, Membership]:
    """Return the two who keep people."""
    return make_member("mara"), make_member("tomas", role="custodian")


def _wished(whom: Membership, keeper: Membership, *, at: datetime) -> Silence:
    set_silence(days=DAYS, at=at, by=whom)
    return agree_to_silence(silence=Silence.objects.get(membership=whom), at=at, by=keeper)


def test_after_so_many_days_of_silence_the_place_is_frozen(keepers: tuple[Membership, Membership]) -> None:
    lina, now = make_member("lina", role="convenor"), timezone.now()
    _wished(lina, keepers[0], at=now)
    assert freeze_the_silent(at=now + timedelta(days=DAYS, seconds=-1), by="suivi") == []
    assert freeze_the_silent(at=now + timedelta(days=DAYS), by="suivi") == [lina]
    assert freeze_the_silent(at=now + timedelta(days=DAYS), by="suivi") == []
    assert Event.objects.get(verb="freeze_the_silent").actor == "suivi"


def test_signing_in_counts_as_being_heard_of(keepers: tuple[Membership, Membership]) -> None:
    lina, now = make_member("lina", role="convenor"), timezone.now()
    _wished(lina, keepers[0], at=now - timedelta(days=DAYS + 1))
    signed_in(lina)
    assert freeze_the_silent(at=now, by="suivi") == []


def test_nothing_happens_before_somebody_agreed(keepers: tuple[Membership, Membership]) -> None:
    lina, now = make_member("lina", role="convenor"), timezone.now()
    set_silence(days=DAYS, at=now, by=lina)
    assert freeze_the_silent(at=now + timedelta(days=300), by="suivi") == []
    with pytest.raises(Refused, match="Only coordinators and custodians"):
        agree_to_silence(silence=lina.silence, at=now, by=make_member("idris", role="member"))
    set_silence(days=DAYS, at=now, by=keepers[0])
    with pytest.raises(Refused, match="Somebody else"):
        agree_to_silence(silence=keepers[0].silence, at=now, by=keepers[0])


def test_one_of_the_last_two_who_keep_people_is_never_frozen_so(keepers: tuple[Membership, Membership]) -> None:
    mara, tomas = keepers
    now = timezone.now()
    _wished(mara, tomas, at=now)
    assert freeze_the_silent(at=now + timedelta(days=DAYS), by="suivi") == []
    make_member("lina")
    assert freeze_the_silent(at=now + timedelta(days=DAYS), by="suivi") == [mara]


def test_of_three_silent_keepers_one_is_frozen_and_two_remain() -> None:
    now = timezone.now()
    three = [make_member("mara"), make_member("tomas", role="custodian"), make_member("lina")]
    for whom, keeper in zip(three, three[1:] + three[:1], strict=True):
        _wished(whom, keeper, at=now)
    assert len(freeze_the_silent(at=now + timedelta(days=DAYS), by="suivi")) == 1
    assert Membership.objects.active().keepers().count() == 2


def test_whoever_signs_in_after_the_silence_finds_the_place_frozen(keepers: tuple[Membership, Membership]) -> None:
    lina = make_member("lina", role="observer", second_factor=False)
    _wished(lina, keepers[0], at=timezone.now() - timedelta(days=DAYS + 1))
    client = Client()
    client.post("/account/login/", {"login": "lina", "password": PASSWORD})
    lina.refresh_from_db()
    assert lina.frozen_at is not None
    assert "Your account rests" in client.get("/").content.decode()


def test_opening_the_place_again_begins_the_count_afresh(keepers: tuple[Membership, Membership]) -> None:
    mara, tomas = keepers
    lina, now = make_member("lina", role="convenor"), timezone.now()
    _wished(lina, mara, at=now)
    later = now + timedelta(days=DAYS)
    freeze_the_silent(at=later, by="suivi")
    lina.refresh_from_db()
    agree(ask=ask_to_unfreeze(whom=lina, at=later, by=mara), at=later, by=tomas)
    assert freeze_the_silent(at=later + timedelta(days=1), by="suivi") == []
    assert freeze_the_silent(at=later + timedelta(days=DAYS), by="suivi") == [lina]


def test_wishing_another_time_asks_for_a_new_word_and_none_is_none(keepers: tuple[Membership, Membership]) -> None:
    lina, client = make_member("lina", role="convenor"), signed_in(keepers[0])
    hers = signed_in(lina)
    hers.post("/me/silence/", {"days": "7"})
    assert "1 member wishes to be frozen" in client.get("/people/").content.decode()
    client.post(f"/people/{lina.key}/silence/agree/")
    assert Silence.objects.get(membership=lina).agreed_by == keepers[0]
    hers.post("/me/silence/", {"days": "30"})
    assert Silence.objects.get(membership=lina).agreed_at is None
    hers.post("/me/silence/", {"days": "0"})
    assert not Silence.objects.filter(membership=lina).exists()
    hers.post("/me/silence/", {"days": "5000"})
    assert not Silence.objects.filter(membership=lina).exists()
