"""The words of consultations: kinds, rooms, and the one table that says what may be done in which phase."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import Promise


class Kind(models.TextChoices):
    """What sort of meeting it is; each has an agenda to start from."""

    WORKSHOP = "workshop", _("three-day workshop")
    ONE_DAY = "one_day", _("one-day workshop")
    ONLINE = "online", _("online, over weeks")
    DIALOGUE_DAY = "dialogue_day", _("dialogue day with officials")
    VALIDATION_MEETING = "validation_meeting", _("validation meeting")


class Room(models.TextChoices):
    """Two rooms that never leak into each other: what is said in one is in no page of the other."""

    COALITION = "coalition", _("the coalition's room")
    DIALOGUE = "dialogue", _("the dialogue with officials")


class Phase(models.TextChoices):
    """Where a consultation stands."""

    GATHER = "gather", _("gather")
    DISCUSS = "discuss", _("discuss")
    PRIORITISE = "prioritise", _("prioritise")
    DECIDE = "decide", _("decide")
    CLOSED = "closed", _("closed")


class Deed(models.TextChoices):
    """What somebody who takes part may do, phase by phase."""

    JOIN = "join", _("take a seat")
    WRITE = "write", _("write in discussions")
    PROPOSE = "propose", _("propose a strategy")
    AMEND = "amend", _("suggest another wording")
    STATE = "state", _("put a statement on the opinion map")
    VOTE = "vote", _("say what one thinks of statements")
    SCORE = "score", _("score recommendations")
    SPREAD_DOTS = "spread_dots", _("spread dots")
    VOICE = "voice", _("have a voice in decisions")
    PLAN = "plan", _("fill in plans")


MAY: dict[Phase, frozenset[Deed]] = {
    Phase.GATHER: frozenset({Deed.JOIN, Deed.WRITE, Deed.PROPOSE, Deed.STATE}),
    Phase.DISCUSS: frozenset({Deed.JOIN, Deed.WRITE, Deed.PROPOSE, Deed.AMEND, Deed.STATE, Deed.VOTE, Deed.PLAN}),
    Phase.PRIORITISE: frozenset(
        {Deed.JOIN, Deed.WRITE, Deed.AMEND, Deed.VOTE, Deed.SCORE, Deed.SPREAD_DOTS, Deed.PLAN}
    ),
    Phase.DECIDE: frozenset({Deed.JOIN, Deed.WRITE, Deed.AMEND, Deed.VOICE, Deed.PLAN}),
    Phase.CLOSED: frozenset(),
}
"""What may be done when: the one table."""

TRANSITIONS: dict[Phase, dict[Phase, str]] = {
    Phase.GATHER: {Phase.DISCUSS: "move_on"},
    Phase.DISCUSS: {Phase.PRIORITISE: "move_on", Phase.GATHER: "move_back"},
    Phase.PRIORITISE: {Phase.DECIDE: "move_on", Phase.DISCUSS: "move_back"},
    Phase.DECIDE: {Phase.CLOSED: "move_on", Phase.PRIORITISE: "move_back"},
    Phase.CLOSED: {Phase.DECIDE: "move_back"},
}


class SafeCategory(models.TextChoices):
    """Whom one may count in a hall without harming anybody; counted as heads, never linked to a person."""

    WOMEN = "women", _("women")
    MEN = "men", _("men")
    OTHERS = "others", _("others, or not said")
    YOUTH = "youth", _("under 25")
    PROVINCES = "provinces", _("from outside the capital")
    DISABILITIES = "disabilities", _("persons with disabilities")


ANSWERS_ALL = frozenset({SafeCategory.WOMEN, SafeCategory.MEN, SafeCategory.OTHERS})
"""These three together are everybody; the others count some of them once more."""

DOOR_LASTS = timedelta(days=3)
SEAT_LASTS = timedelta(days=60)
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def make_code() -> str:
    """Return a code for the wall: eight letters and digits that nobody mistakes for one another."""
    return "".join(secrets.choice(LETTERS) for _each in range(8))


def as_code(typed: str) -> str:
    """Return a code as it is kept, however it was typed: `KRVB 4TNX` is `krvb4tnx`."""
    return "".join(letter for letter in typed.casefold() if letter.isalnum())


VERBS: dict[str, str | Promise] = {
    "set_up_consultation": _("set a consultation up"),
    "change_consultation": _("changed a consultation"),
    "move_on": _("moved a consultation on to its next phase"),
    "move_back": _("moved a consultation back a phase"),
    "add_session": _("put something on the agenda"),
    "change_session": _("changed the agenda"),
    "remove_session": _("took something off the agenda"),
    "put_back_session": _("put something back on the agenda"),
    "keep_template": _("kept an agenda as a template"),
    "open_door": _("opened the door of a consultation with a code"),
    "close_door": _("closed the door of a consultation"),
    "take_seat": _("took a seat in a consultation"),
    "leave_seat": _("left a consultation"),
    "end_seat": _("took somebody's seat in a consultation away"),
    "count_heads": _("counted heads"),
}
"""What each verb of this floor says to a reader of the history."""
