"""The words of the opinion map: what may be said to a statement, whom results are shown to, and how much is enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import Promise


class Choice(models.IntegerChoices):
    """What somebody says to a statement."""

    AGREE = 1, _("Agree")
    DISAGREE = -1, _("Disagree")
    PASS = 0, _("Pass")


class Audience(models.TextChoices):
    """To whom results are shown, and from when on. How many have voted everybody may know at any time."""

    RUNNERS = "runners", _("only to those who run the consultation")
    AT_THE_END = "at_the_end", _("to everybody who takes part, once voting is closed")
    WHILE_OPEN = "while_open", _("to everybody who takes part, also while voting is open")


LONGEST = 140
"""Letters of a statement: one idea, that a phone shows at once."""
STATEMENTS_EACH = 10
"""So many statements one participant may put on the map."""
STATEMENTS_IN_ALL = 300
VOTES_ENOUGH = 7
"""Whoever voted on fewer statements than this (or than half of them, where there are few) has no place yet."""
FEW = 5
"""Nothing is told of fewer people than this: no group, no share, no difference between two results."""
FIRST = 10
"""While voting is open, the first results wait for so many people."""


def votes_enough(statements: int) -> int:
    """Return on how many of these statements somebody must have voted to have a place on the map."""
    return max(1, min(VOTES_ENOUGH, -(-statements // 2)))


VERBS: dict[str, str | Promise] = {
    "prepare_map": _("prepared an opinion map"),
    "open_map": _("opened an opinion map"),
    "close_map": _("closed an opinion map"),
    "reopen_map": _("opened an opinion map again"),
    "seed_statements": _("put first statements on an opinion map"),
    "state_opinion": _("put a statement on an opinion map"),
    "let_through": _("let a statement through to an opinion map"),
    "hold_back": _("held a statement of an opinion map back"),
    "draw_map": _("drew an opinion map anew"),
}
"""What each verb of this floor says to a reader of the history. Votes are secret: nobody is told of them."""
