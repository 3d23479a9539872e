"""Nothing leaks by content: every page is read as everybody, and searched for what they must not see.

Pages, files and models added later are looked at without anybody asking for it.
"""

from __future__ import annotations

import io
import logging
import re
import zipfile
from collections import deque
from collections.abc import Iterator
from html import unescape

import pytest
from django.core import mail
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from pytest_django import Settings

from suivi.coalitions.models import Organisation
from suivi.consultations.rules import MAY, Deed, Phase
from tests.house.addresses import addresses, house_with
from tests.house.nests import SHORTEST, Nest
from tests.house.routes import routes
from tests.house.things import Named, named
from tests.house.world import ACTORS, World

pytestmark = pytest.mark.django_db

CANARY = re.compile(rf"nest[0-9a-f]{{{SHORTEST - 4}}}")
# Matches the address in: href="/people/"  and  src="/documents/k3y/pages/1.png?wide=1"
LINK = re.compile(r"""(?:href|src|action|hx-get)=["'](/(?!static/)[^"'#]*)""")
ASKING = ("", "?q=nest", "?page=2", "?thing=nest")
"""What is asked of each page that needs no words: as it is, searched, turned over."""
FARTHEST = 1200
OPENED_BY_A_SECRET = {"timeline:feed"}
"""Whoever knows such an address may read what is there; nobody here is told it."""
GUESTS = {"nhri", "official"}
OF_THE_CONSULTATION = (
    "consultations.", "clusters.Cluster", "discussions.", "priorities.", "opinions.", "consent.", "plans.", "minutes.",
    "coalitions.Organisation.name", "coalitions.Coalition.name",
)  # fmt: skip
"""What somebody with a seat and no account may read of the coalition: what is said in the consultation they sit in."""
AT_THE_HEAD = "here:coalitions.Coalition.name"
"""Stands at the head of every page of whoever belongs to it."""

# Nobody reads these, not even in their own coalition.
SECRET = {
    "coalitions.Person.handle",
    "coalitions.Invitation.token_hash",
    "timeline.CalendarFeed.token_hash",
    "consultations.Participant.token_hash",
    "discussions.Post.address",
}
# What a coordinator reads in their own coalition: proof that the sweep sees what there is to see.
SEEN_AT_HOME = {
    "coalitions.Coalition.name", "coalitions.Organisation.name", "coalitions.Person.name",
    "coalitions.Invitation.meant_for", "history.Event.actor", "history.Event.verb", "history.Event.thing",
    "history.Event.details", "record.SavedView.name", "record.Correction.made_by", "timeline.Milestone.title",
    "timeline.Milestone.note", "intake.BroughtFile.name", "intake.BroughtFile.reading", "intake.Line.read",
    "consultations.Consultation.title", "consultations.Session.title", "consultations.Participant.name",
    "discussions.Thread.title", "discussions.Entry.text", "discussions.Strategy.title", "discussions.Amendment.after",
    "priorities.Exercise.title", "priorities.Priority.reason", "consent.Motion.title", "consent.Wording.text",
    "opinions.OpinionMap.question", "opinions.Statement.text",
    "record.Recommendation.text", "record.Response.words", "record.Pledge.text", "record.Tag.name",
}  # fmt: skip


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> World:
    """Return two coalitions and somebody of every kind, at a moment when every deed of a consultation is allowed."""
    monkeypatch.setitem(MAY, Phase.DISCUSS, frozenset(Deed))
    return World()


@pytest.mark.parametrize("actor", ACTORS)
def test_nobody_reads_what_is_not_theirs(world: World, actor: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    forbidden = _forbidden(world, actor)
    seen = {(place, where) for place, where in _sweep(world, actor) if where in forbidden.values()}
    found = {f"{where} in {place}" for place, where in seen if not _is_on_the_invitation(place, where)}
    assert not found, "\n".join(["", *sorted(found)])
    private = {**world.here.canaries, **world.there.canaries}
    assert [private[each] for each in CANARY.findall(caplog.text) if each in private] == []
    assert not mail.outbox


def test_a_coordinator_reads_what_is_their_own(world: World) -> None:
    assert SEEN_AT_HOME - {where.partition(":")[2] for _place, where in _sweep(world, "coordinator")} == set()


def test_the_sweep_finds_a_page_that_forgets_whose_things_it_shows(world: World, settings: Settings) -> None:
    def leaking(_request: HttpRequest) -> HttpResponse:
        return HttpResponse(", ".join(Organisation.objects.values_list("name", flat=True)))

    settings.ROOT_URLCONF = house_with("leak", leaking)
    leaks = {where for _place, where in _sweep(world, "observer")} & set(_forbidden(world, "observer").values())
    assert leaks == {"there:coalitions.Organisation.name"}


def _sweep(world: World, actor: str) -> Iterator[tuple[str, str]]:
    """Yield (address, "nest:field") for every canary that an actor gets to see."""
    ahead = deque(_beginnings(world, actor))
    planted = {**_told(world.here), **_told(world.there), **_told(world.record)}
    visited: set[str] = set()
    while ahead and len(visited) < FARTHEST:
        place = ahead.popleft()
        if place in visited or "logout" in place:
            continue
        visited.add(place)
        answer = world.ask(actor, "GET", place)
        text = _text(answer.body) + answer.place
        yield from ((place, planted[each]) for each in set(CANARY.findall(text)) if each in planted)
        ahead.extend(unescape(link) for link in LINK.findall(text))


def _beginnings(world: World, actor: str) -> Iterator[str]:
    """Yield every page without words, and every other with words for what is one's own and what is not."""
    things = {route.address: route.thing for route in routes() if route.thing != "-"}
    for address in set(addresses()) - OPENED_BY_A_SECRET:
        if address not in things:
            yield from (f"{reverse(address)}{asked}" for asked in ASKING)
            continue
        words: Named = named(things[address], world, actor)
        yield from (reverse(address, kwargs=each) for each in (words.own, *words.others))


def _forbidden(world: World, actor: str) -> dict[str, str]:
    """Return the canaries that an actor must never see, each with where it is."""
    hidden = {**_told(world.there), **{each: where for each, where in _told(world.here).items() if _is_secret(where)}}
    if actor in {"anonymous", "closed", "frozen"}:
        hidden |= {**_told(world.here), **_told(world.record)}
    if actor == "stranger":
        hidden |= _told(world.here)
    if actor == "participant":
        hidden |= {
            each: where
            for each, where in _told(world.here).items()
            if not where.partition(":")[2].startswith(OF_THE_CONSULTATION)
        }
    if actor in {*GUESTS, "unproved"}:
        hidden |= {each: where for each, where in _told(world.here).items() if where != AT_THE_HEAD}
    return hidden


def _is_on_the_invitation(place: str, where: str) -> bool:
    """Say whether whoever holds an invitation, or reads the code on the wall, may read this: to what, and for whom."""
    invited = place.startswith("/invitation/") and where in {AT_THE_HEAD, "here:coalitions.Organisation.name"}
    return invited or (place.startswith("/join/") and where in {AT_THE_HEAD, "here:consultations.Consultation.title"})


def _told(nest: Nest) -> dict[str, str]:
    return {canary: f"{nest.name}:{where}" for canary, where in nest.canaries.items()}


def _is_secret(where: str) -> bool:
    return where.partition(":")[2] in SECRET


def _text(body: bytes) -> str:
    """Return what a body says; of a packed file, what all its parts say."""
    if not body.startswith(b"PK"):
        return body.decode(errors="replace")
    with zipfile.ZipFile(io.BytesIO(body)) as packed:
        return "\n".join(packed.read(name).decode(errors="replace") for name in packed.namelist())
