"""What the words and numbers in an address name: one's own, somebody else's, nothing at all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db import models
from django.utils import timezone

from suivi.clusters.models import Cluster
from suivi.coalitions.models import (
    Ask,
    Coalition,
    HandOver,
    Invitation,
    JoinLink,
    Membership,
    Organisation,
    Person,
    Silence,
)
from suivi.coalitions.queries import hash_of
from suivi.coalitions.tests.factories import make_passkey, make_person
from suivi.consent.models import Motion, Wording
from suivi.consultations.models import Consultation, Door, Participant, Session
from suivi.consultations.rules import Room
from suivi.intake.models import BroughtFile, Import
from suivi.opinions.models import Statement
from suivi.plans.models import Activity, BroughtSheet, Measure
from suivi.priorities.models import Candidate, Exercise, Priority
from suivi.record.models import Document, Recommendation, SavedView
from suivi.timeline.models import CalendarFeed, Milestone
from tests.house.nests import Nest
from tests.house.routes import GROUPS
from tests.house.talk import TALK, Naming
from tests.house.world import World

type Words = dict[str, Any]

NO_KEY, NO_NUMBER = "nothinghere", 987_654
REVIEW, CYCLE = {"state": "XOR", "cycle": 4}, {"state": "XOR", "cycle_number": 4}


class Named(NamedTuple):
    """The words of an address: for what is one's own, for each thing of others, and for nothing at all."""

    own: Words
    others: tuple[Words, ...] = ()
    missing: Words | None = None


def named(thing: str, world: World, actor: str) -> Named:
    """Return what an actor may put into an address that names `thing`."""
    return THINGS[thing](world, actor)


def _by_key(model: type[models.Model], **fixed: Any) -> Callable[[World, str], Named]:
    """Name a thing of a coalition by its key."""

    def both(world: World, _actor: str) -> Named:
        own, other = (nest.row(model).key for nest in (world.here, world.there))  # type: ignore[attr-defined]
        return Named({"key": own, **fixed}, ({"key": other, **fixed},), {"key": NO_KEY, **fixed})

    return both


def _shared(own: Words, **missing: Any) -> Callable[[World, str], Named]:
    """Name a thing of the record: everybody's own."""
    return lambda _world, _actor: Named(own, (), own | missing)


def _milestone(*, removed: bool = False) -> Callable[[World, str], Named]:
    def both(world: World, _actor: str) -> Named:
        gone = timezone.now() if removed else None
        keys = [nest.another(Milestone, removed_at=gone).key for nest in (world.here, world.there)]
        words = [{**CYCLE, "name": key} for key in (*keys, NO_KEY)]
        return Named(words[0], (words[1],), words[2])

    return both


def _cluster_that_went(world: World, _actor: str) -> Named:
    keys = [nest.another(Cluster, removed_at=timezone.now()).key for nest in (world.here, world.there)]
    return Named({"key": keys[0]}, ({"key": keys[1]},), {"key": NO_KEY})


def _view(world: World, actor: str, *, mine: bool) -> Named:
    here, there = world.here, world.there
    known = {"owner": world.people[actor]} if mine and actor in GROUPS["contributors"] else {"for_coalition": True}
    own = here.another(SavedView, **known)
    private, elsewhere = here.another(SavedView), there.another(SavedView, for_coalition=True)
    return Named({"key": own.key}, ({"key": private.key}, {"key": elsewhere.key}), {"key": NO_KEY})


def _feed(world: World, _actor: str) -> Named:
    world.here.another(CalendarFeed, token_hash=hash_of("a-secret-token"))
    return Named({"token": "a-secret-token"}, (), {"token": NO_KEY})


def _session(world: World, actor: str) -> Named:
    return _number("number", actor, world, UserSession.objects, lambda owner: _make_session(owner).pk)


def _passkey(world: World, actor: str) -> Named:
    found = Authenticator.objects.filter(type="webauthn")
    return _number("pk", actor, world, found, lambda owner: make_passkey(owner).pk)


def _number(word: str, actor: str, world: World, found: Any, make: Callable[[Person], int]) -> Named:
    """Name something that is somebody's alone, by its number."""
    other = make(make_person(f"owner-{Person.objects.count()}"))
    own = found.filter(user=world.people.get(actor)).first()
    return Named({word: own.pk if own else other}, ({word: other},), {word: NO_NUMBER})


def _make_session(owner: Person) -> UserSession:
    return UserSession.objects.create(user=owner, session_key=f"of-{owner.pk}", ip="fd00::")


def _document(**fixed: Any) -> Callable[[World, str], Named]:
    return lambda world, _actor: Named({"key": world.record.row(Document).key, **fixed}, (), {"key": NO_KEY, **fixed})


def _file(**fixed: Any) -> Callable[[World, str], Named]:
    def both(world: World, _actor: str) -> Named:
        def words(nest: Nest) -> Words:
            return {"key": nest.row(Import).key, "order": nest.row(BroughtFile).order, **fixed}

        own = words(world.here)
        return Named(own, (words(world.there),), {**own, "key": NO_KEY})

    return both


def _sheet(world: World, _actor: str) -> Named:
    """Name a sheet of which nobody knows yet what its columns hold, in an import that waits."""

    def words(nest: Nest) -> Words:
        intake = nest.another(Import)
        head = nest.canary("intake.BroughtFile.columns")
        sheet = nest.another(BroughtFile, intake=intake, columns={"header": [head], "sample": [[head]], "guess": {}})
        return {"key": intake.key, "order": sheet.order}

    own = words(world.here)
    return Named(own, (words(world.there),), {**own, "key": NO_KEY})


def inside(
    model: type[models.Model], word: str, known: Words | None = None, **fixed: Any
) -> Callable[[World, str], Named]:
    """Name a thing of a consultation by the keys of both: `/consultations/<key>/agenda/<session>/`.

    `known` is what is said of the thing beyond its canaries, `fixed` are more words of the address.
    """

    def both(world: World, _actor: str) -> Named:
        def words(nest: Nest) -> Words:
            thing = nest.another(model, **known) if known else nest.row(model)
            return {"key": nest.row(Consultation).key, word: thing.key, **fixed}  # type: ignore[attr-defined]

        own = words(world.here)
        elsewhere = words(world.there)
        return Named(own, (elsewhere, {**own, word: elsewhere[word]}), {**own, word: NO_KEY})

    return both


def _dialogue(world: World, _actor: str) -> Named:
    """Name a consultation in the room that is shared with officials: its words are theirs too."""
    said = {"room": Room.DIALOGUE, "title": "Dialogue", "about": "", "place": "", "languages": ""}
    own, other = (nest.another(Consultation, **said).key for nest in (world.here, world.there))
    return Named({"key": own}, ({"key": other},), {"key": NO_KEY})


def _with(found: Named, **fixed: Any) -> Named:
    """Name the same things at an address that has more words."""
    return Named(
        {**found.own, **fixed},
        tuple({**other, **fixed} for other in found.others),
        None if found.missing is None else {**found.missing, **fixed},
    )


def _sheet_of_a_plan(world: World, actor: str) -> Named:
    """Name a sheet that the member brought: nobody else looks into it."""
    here, there = world.here, world.there
    seat = world.seat("member")
    keys = [each.key for each in (here.another(BroughtSheet, participant=seat), here.row(BroughtSheet))]
    words = [{"key": here.row(Consultation).key, "sheet": key} for key in (*keys, NO_KEY)]
    elsewhere = {"key": there.row(Consultation).key, "sheet": there.row(BroughtSheet).key}
    return Named(words[0], (words[1], elsewhere) if actor == "member" else (elsewhere,), words[2])


def _door(world: World, _actor: str) -> Named:
    """Name a code on the wall: whoever reads it may take a seat, whosever consultation it is."""
    return Named({"code": world.here.row(Door).code}, (), {"code": NO_KEY})


def _colleague(nest: Nest, **known: Any) -> Membership:
    """Make one more member of a coalition."""
    return nest.another(Membership, person=nest.another(Person), role_key="member", **known)


def _frozen(world: World, _actor: str) -> Named:
    own, other = (_colleague(nest, frozen_at=timezone.now()).key for nest in (world.here, world.there))
    return Named({"key": own}, ({"key": other},), {"key": NO_KEY})


def _silence(world: World, _actor: str) -> Named:
    own, other = (nest.row(Silence).membership.key for nest in (world.here, world.there))
    return Named({"key": own}, ({"key": other},), {"key": NO_KEY})


def _ask(world: World, _actor: str) -> Named:
    """Name what one who keeps people asked about a colleague, to which anybody else who does may agree."""
    own, other = (nest.another(Ask, membership=_colleague(nest)).key for nest in (world.here, world.there))
    return Named({"key": own}, ({"key": other},), {"key": NO_KEY})


def _offer(world: World, actor: str) -> Named:
    """Name what a coordinator offers to hand over to an actor."""
    belongs = actor in world.people and actor not in {"stranger", "frozen", "closed"}
    taker = world.membership(actor) if belongs else _colleague(world.here)
    own = world.here.another(HandOver, taker=taker).key
    others = (nest.another(HandOver, taker=_colleague(nest)).key for nest in (world.here, world.there))
    return Named({"key": own}, tuple({"key": each} for each in others), {"key": NO_KEY})


def _one_more_recommendation(world: World) -> Recommendation:
    """Make another recommendation of the shared record."""
    place = Recommendation.objects.count() + 1
    return world.record.another(Recommendation, key=f"XOR/4/128.{place}", number=f"128.{place}", order=place)


def _exercise_to_open(world: World, _actor: str) -> Named:
    """Name an exercise that is ready: it weighs two recommendations."""
    rows = [world.record.row(Recommendation), _one_more_recommendation(world)]

    def words(nest: Nest) -> Words:
        made = nest.another(Exercise, state="prepared", method="dots")
        for order, each in enumerate(rows, 1):
            nest.another(Candidate, exercise=made, recommendation=each, order=order)
        return {"key": nest.row(Consultation).key, "thing": made.key}

    own = words(world.here)
    return Named(own, (words(world.there),), {**own, "thing": NO_KEY})


def _removed_priority(world: World, _actor: str) -> Named:
    """Name a joint priority that was taken off the list, on which its recommendation does not stand any more."""
    told = {"recommendation": _one_more_recommendation(world), "removed_at": timezone.now()}
    own, other = (
        {"key": nest.row(Consultation).key, "thing": nest.another(Priority, **told).key}
        for nest in (world.here, world.there)
    )
    return Named(own, (other, {**own, "thing": other["thing"]}), {**own, "thing": NO_KEY})


def _draft(world: World, _actor: str) -> Named:
    """Name a motion that was put to nobody yet."""

    def words(nest: Nest) -> Words:
        made = nest.another(Motion, state="drafted")
        nest.another(Wording, motion=made, number=1)
        return {"key": nest.row(Consultation).key, "thing": made.key}

    own, other = words(world.here), words(world.there)
    return Named(own, (other, {**own, "thing": other["thing"]}), {**own, "thing": NO_KEY})


def _talked(words: Naming) -> Callable[[World, str], Named]:
    return lambda world, actor: Named(*words(world, actor))


THINGS: dict[str, Callable[[World, str], Named]] = {
    "review": _shared(REVIEW, cycle=99),
    "cycle": _shared(CYCLE, cycle_number=99),
    "line of cycle": _shared({**CYCLE, "form": "svg"}, cycle_number=99),
    "step of cycle": _shared({**CYCLE, "name": "midterm"}, name=NO_KEY),
    "picture of outcome": _shared({**REVIEW, "name": "all", "form": "svg"}, name=NO_KEY),
    "recommendation": _shared({**REVIEW, "number": "128.1"}, number="128.99"),
    "document": _document(),
    "page of document": _document(number=1),
    "milestone": _milestone(),
    "removed milestone": _milestone(removed=True),
    "feed": _feed,
    "cycle of clusters": _shared({"cycle_number": 4}, cycle_number=99),
    "recommendation of clusters": _shared({"cycle_number": 4, "number": "128.1"}, number="128.99"),
    "suggestions of clusters": _shared({"cycle_number": 4, "about": "issue"}, cycle_number=99),
    "cluster": _by_key(Cluster),
    "cluster that went": _cluster_that_went,
    "my view": lambda world, actor: _view(world, actor, mine=True),
    "view shown to all": lambda world, actor: _view(world, actor, mine=False),
    "import": _by_key(Import),
    "file of import": _file(),
    "sheet of import": _sheet,
    "page of import": _file(number=1),
    "consultation": _by_key(Consultation),
    "dialogue": _dialogue,
    "minutes": _by_key(Consultation, state="agreed"),
    "part of minutes": _by_key(Consultation, part="opening"),
    "plan": _by_key(Consultation, table="implementation"),
    "line of plan": inside(Measure, "row", table="implementation"),
    "removed line of plan": inside(Measure, "row", {"removed_at": timezone.now()}, table="implementation"),
    "activity": inside(Activity, "row", state="done"),
    "my sheet": _sheet_of_a_plan,
    "list on paper": _shared({"paper": "recommendations", "key": "list"}, key=NO_KEY),
    "list as a file": _shared({"paper": "recommendations", "key": "list", "form": "html"}, key=NO_KEY),
    "pack of cluster": _by_key(Cluster, paper="cluster-sheets"),
    "pack of cluster as a file": _by_key(Cluster, paper="cluster-table", form="html"),
    "agenda on paper": _by_key(Consultation, paper="agenda"),
    "agenda of dialogue on paper": lambda world, actor: _with(_dialogue(world, actor), paper="agenda"),
    "plan as a file": _by_key(Consultation, paper="implementation-plan", form="html"),
    "poster": _by_key(Consultation, paper="poster"),
    "next phase of consultation": _by_key(Consultation, phase="discuss"),
    "session": inside(Session, "session"),
    "removed session": inside(Session, "session", {"removed_at": timezone.now()}),
    "seat": inside(Participant, "participant"),
    "door": _door,
    "picture of opinions": _by_key(Consultation, form="svg"),
    "next state of opinion map": _by_key(Consultation, to="closed"),
    "statement": inside(Statement, "statement"),
    "exercise": inside(Exercise, "thing"),
    "place in exercise": inside(Exercise, "thing", place=1),
    "prepared exercise": inside(Exercise, "thing", {"state": "prepared"}),
    "exercise to open": _exercise_to_open,
    "closed exercise": inside(Exercise, "thing", {"state": "closed"}),
    "picture of exercise": inside(Exercise, "thing", {"state": "closed"}, form="svg"),
    "exercise taken over": inside(Exercise, "thing", {"state": "taken_over"}),
    "priority": inside(Priority, "thing"),
    "removed priority": _removed_priority,
    "motion": inside(Motion, "thing"),
    "draft of motion": _draft,
    **{name: _talked(words) for name, words in TALK.items()},
    "stop of post": lambda _world, _actor: Named({"token": "made-up"}),
    "invitation": _by_key(Invitation),
    "join link": _by_key(JoinLink),
    "frozen membership": _frozen,
    "silence": _silence,
    "ask": _ask,
    "offer": _offer,
    "organisation": _by_key(Organisation),
    "membership": _by_key(Membership),
    "coalition": _by_key(Coalition),
    "my session": _session,
    "my passkey": _passkey,
}
