"""Every address x method x person x thing, held against the one table in `routes.py`.

Hidden is missing: what belongs to another coalition answers in just the way of what does not exist.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.urls import reverse

from suivi.common.decisions import Decision
from suivi.consultations.rules import MAY, Deed, Phase
from tests.house.addresses import addresses
from tests.house.routes import Route, routes
from tests.house.things import Named, named
from tests.house.world import ACTORS, Answer, World

pytestmark = pytest.mark.django_db

OTHER_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
DOOR, SET_UP = "/account/login/?next=", "/account/factors/"
GONE, FORBIDDEN, NOT_ALLOWED, BROKEN, LED_AWAY = 404, 403, 405, 500, 302
REFUSED = {FORBIDDEN, LED_AWAY}
# What differs from one answer to the next without telling anything: name="csrfmiddlewaretoken" value="k3y..."
FLEETING = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> World:
    """Return two coalitions and somebody of every kind, at a moment when every deed of a consultation is allowed."""
    monkeypatch.setitem(MAY, Phase.DISCUSS, frozenset(Deed))
    return World()


def test_every_address_of_the_house_has_its_line() -> None:
    assert {route.address for route in routes()} == set(addresses())


@pytest.mark.parametrize("actor", ACTORS)
def test_everybody_gets_what_the_table_says(world: World, actor: str) -> None:
    found = list(_breaches(world, actor))
    assert not found, "\n".join(["", *found])


def test_the_table_sees_a_permission_that_refuses_nobody(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Decision, "require", lambda _self: None)
    monkeypatch.setattr(Decision, "__bool__", lambda _self: True)
    assert len(list(_breaches(world, "observer"))) > len(routes()) / 4


def _breaches(world: World, actor: str) -> Iterator[str]:
    """Yield a sentence for every answer that is not what the table says."""
    for route in routes():
        words = named(route.thing, world, actor) if route.thing != "-" else Named({})
        for method in route.methods:
            yield from _checked(world, actor, route, method, words)
        if actor == "coordinator":
            yield from _other_methods(world, actor, route, words)


def _checked(world: World, actor: str, route: Route, method: str, words: Named) -> Iterator[str]:
    told = f"{actor}: {method} {route.address}"
    own = world.ask(actor, method, reverse(route.address, kwargs=words.own))
    if own.status >= BROKEN:
        yield f"{told} breaks with {own.status}"
    elif _is_refused(own, actor) == (actor in route.may):
        yield f"{told} gives {own.status} {own.place} for {route.thing!r} of their own"
    if words.missing is not None:
        yield from _hidden(world, actor, route, method, words)


def _hidden(world: World, actor: str, route: Route, method: str, words: Named) -> Iterator[str]:
    """See that nothing there is to be had, and that what others have looks the same."""
    told = f"{actor}: {method} {route.address}"
    nothing = _faceless(world, actor, route, method, words.missing or {})
    if nothing[0] == GONE or _led_out(nothing, actor) or (nothing[0] in REFUSED and actor not in route.may):
        for other in words.others:
            seen = _faceless(world, actor, route, method, other)
            if seen != nothing and not _led_out(seen, actor):
                yield f"{told} answers {seen[0]} for {route.thing!r} of others, not as for none ({nothing[0]})"
    else:
        yield f"{told} gives {nothing[0]} for {route.thing!r} that does not exist"


def _led_out(seen: tuple[int, str, str], actor: str) -> bool:
    """Say whether somebody with a seat elsewhere is led to sign in, as for a consultation that does not exist."""
    return actor == "participant" and seen[0] == LED_AWAY and seen[1].startswith(DOOR)


def _other_methods(world: World, actor: str, route: Route, words: Named) -> Iterator[str]:
    allowed = {method for each in routes() if each.address == route.address for method in each.methods}
    for method in set(OTHER_METHODS) - allowed:
        answer = world.ask(actor, method, reverse(route.address, kwargs=words.own))
        if answer.status not in {NOT_ALLOWED, GONE}:
            yield f"{actor}: {method} {route.address} gives {answer.status}; the table does not know this method"


def _is_refused(answer: Answer, actor: str) -> bool:
    led_away = answer.place.startswith(DOOR) or (actor == "unproved" and answer.place == SET_UP)
    return led_away or answer.status in {FORBIDDEN, GONE}


def _faceless(world: World, actor: str, route: Route, method: str, words: dict[str, object]) -> tuple[int, str, str]:
    """Return status, place led to and body, without what names the thing that was asked for."""
    path = reverse(route.address, kwargs=words)
    answer = world.ask(actor, method, path)
    body = FLEETING.sub("", answer.body.decode(errors="replace")).replace(path, "(here)")
    return answer.status, answer.place.replace(path, "(here)"), body
