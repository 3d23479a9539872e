"""What the words in an address of a discussion name: what is said and proposed, and what is one's own of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import models
from django.utils import timezone

from suivi.clusters.models import Cluster
from suivi.consultations.models import Consultation, Participant
from suivi.discussions.models import Amendment, Entry, Merge, Notice, Strategy, Thread
from tests.house.nests import Nest
from tests.house.routes import GROUPS
from tests.house.world import World

type Words = dict[str, Any]
type Naming = Callable[[World, str], tuple[Words, tuple[Words, ...], Words]]

NO_KEY = "nothinghere"


def _said(model: type[models.Model], owner: str = "", known: Words | None = None, **fixed: Any) -> Naming:
    """Name something that is said in the consultation; with `owner`, the field of whoever it belongs to, one's own."""

    def words(world: World, actor: str) -> tuple[Words, tuple[Words, ...], Words]:
        mine = {owner: _seat(world, actor)} if owner and actor in GROUPS["speakers"] else {}
        own = _words(world.here, world.here.another(model, **_more(model, world.here), **(known or {}), **mine), fixed)
        there = _words(world.there, world.there.another(model, **_more(model, world.there), **(known or {})), fixed)
        return own, (there, {**own, "thing": there["thing"]}), {**own, "thing": NO_KEY}

    return words


def _notice(world: World, actor: str) -> tuple[Words, tuple[Words, ...], Words]:
    """Name what waits for an actor: what waits for others is missing."""
    own, others, missing = _said(Notice, "participant")(world, actor)
    return own, (*others, _words(world.here, world.here.another(Notice), {})), missing


def _about(**fixed: Any) -> Naming:
    """Name something of the shared record or of the coalition that a consultation talks about."""

    def words(world: World, _actor: str) -> tuple[Words, tuple[Words, ...], Words]:
        own, there = ({"key": nest.row(Consultation).key, **fixed} for nest in (world.here, world.there))
        return own, (there,), {**own, "number": "128.99"}

    return words


def _cluster(world: World, _actor: str) -> tuple[Words, tuple[Words, ...], Words]:
    own, there = (
        {"key": nest.row(Consultation).key, "thing": nest.row(Cluster).key} for nest in (world.here, world.there)
    )
    return own, (there, {**own, "thing": there["thing"]}), {**own, "thing": NO_KEY}


def _words(nest: Nest, thing: Any, fixed: Words) -> Words:
    return {"key": nest.row(Consultation).key, "thing": thing.key, **fixed}


def _more(model: type[models.Model], nest: Nest) -> Words:
    """Return what one more row of a model must have of its own."""
    return {"strategy": nest.another(Strategy)} if model is Amendment else {}


def _seat(world: World, actor: str) -> Participant:
    if actor == "participant":
        return Participant.objects.get(name="Seated without account", consultation=world.here.row(Consultation))
    return world.seat(actor)


GONE = {"withdrawn_at": timezone.now()}
TALK: dict[str, Naming] = {
    "thread": _said(Thread),
    "entry": _said(Entry),
    "my entry": _said(Entry, "written_by"),
    "withdrawn entry": _said(Entry, known=GONE),
    "strategy": _said(Strategy),
    "my strategy": _said(Strategy, "proposed_by"),
    "my draft": _said(Strategy, "proposed_by", {"state": "drafted", "proposed_at": None}),
    "strategy put forward": _said(Strategy, known={"state": "supported"}),
    "withdrawn strategy": _said(Strategy, known={"state": "withdrawn"}),
    "field of strategy": _said(Strategy, field="objective"),
    "suggested wording": _said(Amendment),
    "my suggested wording": _said(Amendment, "suggested_by"),
    "merge": _said(Merge),
    "my notice": _notice,
    "discussed recommendation": _about(number="128.1"),
    "discussed cluster": _cluster,
}
