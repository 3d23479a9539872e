"""Coming in: the first coordinator by the code of the terminal, others by invitation; with more than a password."""

from __future__ import annotations

import time
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core.cache import cache
from django.utils import timezone

from suivi.coalitions.actions.invitations import open_way_back
from suivi.coalitions.first_code import make_first_code
from suivi.coalitions.models import Membership, Person
from suivi.coalitions.tests.factories import PASSWORD, make_member
from tests.journeys.visitor import Visitor

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}

type Sit = Callable[..., Visitor]


@pytest.fixture(autouse=True)
def _nothing_counted() -> None:
    cache.clear()


def test_the_first_coordinator_comes_in_with_a_passkey_and_invites_somebody_on_a_phone(somebody: Sit) -> None:
    # Given an instance where nobody is, and the code that its terminal shows
    code = make_first_code() or ""
    mara = somebody()
    _hold_a_device(mara)
    # When Mara opens it and types the code
    mara.goes_to("/")
    mara.fills(code=code, coalition="Orvana Coalition", state="ALB", name="Mara", handle="mara", password=PASSWORD)
    mara.fills(again=PASSWORD)
    mara.presses("main form button")
    # Then she is asked for more than a password, and her device gives it
    assert mara.page.url.endswith("/account/factors/")
    mara.presses("main a[href$='/passkeys/add/']")
    _touches(mara, "#passkey", until="**/codes/")
    assert mara.finds(".codes li") == 10
    # When she invites a convenor
    mara.goes_to("/people/invite/")
    mara.fills(meant_for="the lawyer")
    mara.page.locator("[value='convenor']").check()
    mara.presses("main form button")
    link = urlsplit(mara.page.locator("#link").input_value())
    # Then he comes in on his phone by the link, and sets up an app
    idris = somebody("phone")
    idris.goes_to(f"{link.path}?{link.query}")
    idris.fills(name="Idris", handle="idris", password=PASSWORD, again=PASSWORD)
    idris.presses("main form button")
    idris.presses("main a[href$='/app/activate/']")
    secret = idris.page.locator("#key").input_value()
    idris.fills(code=format_hotp_value(hotp_value(secret, int(time.time()) // 30)))
    idris.presses("main form button")
    assert idris.goes_to("/people/") == 200
    assert idris.finds(".members tbody tr") == 2
    assert Membership.objects.get(person__handle="idris").role_key == "convenor"
    # And Mara signs out, and in again with her device alone
    mara.goes_to("/me/")
    mara.presses(".me form button")
    mara.goes_to("/account/login/")
    _touches(mara, "#passkey_login", until=f"{mara.address}/")
    assert mara.goes_to("/people/") == 200


def test_a_forgotten_password_is_no_way_in_and_a_way_back_is(somebody: Sit) -> None:
    # Given a coordinator, and a member who forgot the password
    mara, idris = make_member("mara"), make_member("idris", role="observer")
    lost = somebody("arabic")
    lost.goes_to("/account/login/")
    lost.presses("main a[href$='/password/lost/']")
    # When the coordinator makes a way back
    _invitation, token = open_way_back(whom=idris, at=timezone.now(), by=mara)
    lost.goes_to(f"/invitation/?by={token}")
    lost.fills(name="Idris", handle="idris-again", password=PASSWORD, again=PASSWORD)
    lost.presses("main form button")
    # Then the member is in their place again, and the old account opens nothing
    assert lost.goes_to("/people/") == 200
    idris.refresh_from_db()
    assert (idris.person.handle, idris.role_key) == ("idris-again", "observer")
    assert not Person.objects.get(handle="idris").is_active


def _hold_a_device(visitor: Visitor) -> None:
    """Give a browser a device that answers for passkeys, as a phone with a fingerprint would."""
    session = visitor.page.context.new_cdp_session(visitor.page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})


def _touches(visitor: Visitor, what: str, *, until: str) -> None:
    """Press a button that asks the device, and wait for where it leads."""
    visitor.page.locator(what).click()
    visitor.page.wait_for_url(until)
    visitor.sees_a_sound_page()
