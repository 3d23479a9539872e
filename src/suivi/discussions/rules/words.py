"""The words of discussing: areas of strategies, the fields one may reword, what may wait for somebody, verbs."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import models
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import Promise


class Area(models.TextChoices):
    """The areas of work after a review, as the toolkit names them."""

    ACCEPTANCE = "acceptance", _("Encouraging acceptance")
    NATIONAL = "national", _("Government, parliament and NHRI")
    DISSEMINATION = "dissemination", _("Dissemination")
    INTERNATIONAL = "international", _("International community")
    CHARTER = "charter", _("Outcome charter")
    MONITORING = "monitoring", _("Continued monitoring")


class Field(models.TextChoices):
    """What of a strategy is worded, and can be worded otherwise."""

    TITLE = "title", _("Title")
    OBJECTIVE = "objective", _("Objective")
    TARGET = "target", _("Whom it should move")
    DOERS = "doers", _("Who could do it")


LONGEST: dict[Field, int] = {Field.TITLE: 160, Field.OBJECTIVE: 2000, Field.TARGET: 300, Field.DOERS: 300}
"""How many letters each wording may have."""
LONGEST_ENTRY = 6000
LONGEST_REASON = 600


class NoticeKind(models.TextChoices):
    """Why something waits for somebody."""

    MENTION = "mention", _("You are mentioned")
    ANSWER = "answer", _("Somebody answered you")
    WITHDRAWN = "withdrawn", _("What you wrote was withdrawn")
    SUGGESTED = "suggested", _("Somebody suggests another wording of your proposal")
    DECIDED = "decided", _("Your suggestion was decided")
    MERGED = "merged", _("Your proposal went into another one")
    STRATEGY_WITHDRAWN = "strategy_withdrawn", _("Your proposal was withdrawn")


class TranslationState(models.TextChoices):
    """Where a machine's translation stands."""

    ASKED = "asked", _("asked for")
    MADE = "made", _("made")
    FAILED = "failed", _("could not be made")


class Frequency(models.TextChoices):
    """How often the digest comes at most."""

    DAILY = "daily", _("once a day, where there is news")
    WEEKLY = "weekly", _("once a week, where there is news")


WAITS: dict[Frequency, timedelta] = {
    Frequency.DAILY: timedelta(hours=20),
    Frequency.WEEKLY: timedelta(days=6, hours=20),
}
"""How long after one digest the next may go out: a little less than the days, so that it keeps its hour."""


ROUND_AT = 6
"""The hour at which digests go out, in the server's time: the same for all, so that it tells nothing of anybody."""


def until_next_round(at: datetime) -> timedelta:
    """Return how long it is from a moment until digests go out next."""
    here = localtime(at)
    today = here.replace(hour=ROUND_AT, minute=0, second=0, microsecond=0)
    return (today if today > here else today + timedelta(days=1)) - here


VERBS: dict[str, str | Promise] = {
    "begin_thread": _("began a discussion"),
    "write_entry": _("wrote in a discussion"),
    "edit_entry": _("changed what they wrote in a discussion"),
    "withdraw_entry": _("withdrew an entry of a discussion"),
    "put_back_entry": _("put an entry of a discussion back"),
    "ask_translation": _("asked for a machine translation"),
    "draft_strategy": _("drafted a strategy"),
    "propose_strategy": _("proposed a strategy"),
    "reword_strategy": _("reworded a strategy"),
    "put_forward": _("put a strategy forward for decision"),
    "take_back": _("took a strategy back into discussion"),
    "withdraw_strategy": _("withdrew a strategy"),
    "put_back_strategy": _("put a strategy back"),
    "adopt_strategy": _("adopted a strategy"),
    "suggest_amendment": _("suggested another wording of a strategy"),
    "accept_amendment": _("accepted another wording of a strategy"),
    "decline_amendment": _("declined another wording of a strategy"),
    "withdraw_amendment": _("took a suggested wording back"),
    "merge_strategies": _("merged strategies into one"),
    "undo_merge": _("undid a merging of strategies"),
    "give_post": _("asked for the digest by mail"),
    "stop_post": _("stopped the digest by mail"),
}
"""What each verb of this floor says to a reader of the history."""
