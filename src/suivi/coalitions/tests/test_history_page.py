"""The page of history: for those whose role reads it, of their own coalition, newest first."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client

from suivi.coalitions.models import Membership
from suivi.coalitions.tests.factories import make_coalition, make_member
from suivi.history.actions import tell

pytestmark = pytest.mark.django_db


def _read(membership: Membership, words: str = "") -> str:
    client = Client()
    client.force_login(membership.person)
    answer = client.get(f"/history/{words}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_it_tells_who_did_what_in_words() -> None:
    mara = make_member("mara")
    tell(verb="invite", thing="invitation:k3y", coalition=mara.coalition.key, details={"role": "convenor"}, by=mara)
    page = _read(mara)
    assert "Mara (coordinator)" in page
    assert "invited somebody" in page
    assert "role: convenor" in page


def test_it_tells_nothing_of_another_coalition() -> None:
    mara = make_member("mara")
    tell(verb="invite", thing="invitation:elsewhere", coalition=make_coalition("Elsewhere").key, by="Idris")
    assert "Idris" not in _read(mara)
    assert "Idris" not in _read(mara, "?thing=invitation:elsewhere")


def test_one_thing_can_be_followed() -> None:
    mara = make_member("mara")
    for number in (1, 2):
        tell(verb="invite", thing=f"invitation:{number}", coalition=mara.coalition.key, by=f"Somebody {number}")
    page = _read(mara, "?thing=invitation:1")
    assert "Somebody 1" in page
    assert "Somebody 2" not in page


def test_long_histories_are_turned_page_by_page() -> None:
    mara = make_member("mara")
    for number in range(101):
        tell(verb="invite", thing=f"invitation:{number}", coalition=mara.coalition.key, by="Mara")
    assert ">invitation:0<" not in _read(mara)
    assert ">invitation:0<" in _read(mara, "?page=2")


def test_whoever_reads_it_can_check_the_chain() -> None:
    mara = make_member("mara")
    tell(verb="invite", thing="x", coalition=mara.coalition.key, by="Mara")
    assert "The chain holds" in _read(mara, "?check=1")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE history_event SET actor = 'forged'")
    assert "The chain is broken" in _read(mara, "?check=1")


def test_a_verb_that_nobody_put_into_words_is_told_with_spaces() -> None:
    mara = make_member("mara")
    tell(verb="paint_the_fence", thing="x", coalition=mara.coalition.key, by="Mara")
    assert "paint the fence" in _read(mara)
