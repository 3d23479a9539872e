"""Two coalitions side by side on one record, and somebody of every kind signed in."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookies import SimpleCookie
from typing import Any, NamedTuple

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.utils import timezone

from suivi.coalitions.middleware import BEGAN, SEEN
from suivi.coalitions.models import Coalition, Invitation, JoinLink, Membership, Person
from suivi.coalitions.tests.factories import make_member, make_passkey
from suivi.coalitions.views.joining import HELD as HELD_LINK
from suivi.coalitions.views.links import HELD
from suivi.consultations.models import Consultation, Participant
from suivi.consultations.tests.factories import guest, make_participant
from tests.house.nests import Nest
from tests.house.routes import OTHERS, ROLES

ACTORS = (*ROLES, "stranger", *sorted(OTHERS))


class Answer(NamedTuple):
    """What came back: status, where it leads, what it says, and its headers."""

    status: int
    place: str
    body: bytes
    headers: dict[str, str]


class World:
    """`here` is the coalition of the actors, `there` another one, `record` what both share."""

    def __init__(self) -> None:
        self.record = Nest("record").fill()
        self.here = Nest("here", self.record).fill()
        self.there = Nest("there", self.record).fill()
        self.people: dict[str, Person] = {}
        self.clients = {actor: self._seat(actor) for actor in ACTORS}

    def membership(self, actor: str) -> Membership:
        """Return what an actor is in the coalition of here."""
        return Membership.objects.get(person=self.people[actor], coalition=self.here.row(Coalition))

    def seat(self, actor: str) -> Participant:
        """Return the seat of an actor with a membership in the consultation of here; they take it when first asked."""
        membership, consultation = self.membership(actor), self.here.row(Consultation)
        found = Participant.objects.filter(consultation=consultation, membership=membership).first()
        return found or make_participant(actor, consultation=consultation, membership=membership)

    def ask(self, actor: str, method: str, path: str) -> Answer:
        """Send one request without words in it, as an actor, and undo whatever it did."""
        client = self.clients[actor]
        with _undone(client):
            answer: Any = client.generic(method, path)
            body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        return Answer(answer.status_code, answer.headers.get("Location", ""), body, dict(answer.headers))

    def _seat(self, actor: str) -> Client:
        client = Client(raise_request_exception=False)
        if actor in {"anonymous", "participant"}:
            return self._hold_invitation(self._take_seat(client) if actor == "participant" else client)
        membership = make_member(
            f"actor-{actor}",
            role=actor if actor in ROLES else "coordinator",
            coalition=self.here.row(Coalition),
            second_factor=False,
        )
        person = self.people[actor] = membership.person
        if actor != "unproved":
            _equip(person)
        client.force_login(person)
        UserSession.objects.create(
            user=person, session_key=client.session.session_key, ip="fd00::", user_agent="Firefox/"
        )
        self._leave(actor, membership)
        return self._hold_invitation(client)

    def _take_seat(self, client: Client) -> Client:
        """Let a browser without account keep a seat in the consultation of here."""
        consultation = self.here.row(Consultation)
        seat = make_participant("Seated without account", consultation=consultation)
        client.cookies = guest(seat).cookies
        return client

    def _hold_invitation(self, client: Client) -> Client:
        """Let a browser hold an open invitation, and have signed in just now where somebody has."""
        session = client.session
        now = int(timezone.now().timestamp())
        held = {HELD: self.here.row(Invitation).token_hash, HELD_LINK: self.here.row(JoinLink).token_hash}
        session.update({**held, BEGAN: now, SEEN: now})
        session.save()
        client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key or ""
        return client

    def _leave(self, actor: str, membership: Membership) -> None:
        if actor == "stranger":
            membership.ended_at = timezone.now()
            membership.save()
        if actor == "frozen":
            membership.frozen_at = timezone.now()
            membership.save()
        if actor == "closed":
            membership.person.is_active = False
            membership.person.save()


def _equip(person: Person) -> None:
    """Give a person each kind of factor, as if they had set them up."""
    make_passkey(person)
    kinds = {Authenticator.Type.TOTP: {"secret": "JBSWY3DPEHPK3PXP"}, Authenticator.Type.RECOVERY_CODES: {"seed": "ab"}}
    for kind, data in kinds.items():
        Authenticator.objects.create(user=person, type=kind, data={"used_mask": 0, **data})


@contextmanager
def _undone(client: Client) -> Iterator[None]:
    """Roll back what happens inside, in the database and in the browser."""
    cookies: SimpleCookie = copy.deepcopy(client.cookies)
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    client.cookies = cookies
