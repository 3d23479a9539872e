"""Freezing a colleague's place and opening it again: two people each time; and one's own wish for a time of silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from suivi.coalitions.actions.closing import close_place, lock_people
from suivi.coalitions.models import Ask, Membership, Silence
from suivi.coalitions.permissions.keeping import (
    can_agree,
    can_agree_to_silence,
    can_ask_to_freeze,
    can_ask_to_unfreeze,
    can_withdraw_ask,
)
from suivi.coalitions.queries.keeping import may_lose, silent_at
from suivi.coalitions.rules.freezing import ASK_LASTS, AskState, Wish
from suivi.history.actions import tell

if TYPE_CHECKING:
    from datetime import datetime


@transaction.atomic
def ask_to_freeze(*, whom: Membership, at: datetime, by: Membership) -> Ask:
    """Ask that a colleague's place be frozen; nothing happens until somebody else agrees."""
    lock_people(whom=whom, by=by)
    can_ask_to_freeze(by, whom).require()
    return _ask(whom, Wish.FREEZE, "ask_to_freeze", at, by)


@transaction.atomic
def ask_to_unfreeze(*, whom: Membership, at: datetime, by: Membership) -> Ask:
    """Ask that a frozen place be opened again; nothing happens until somebody else agrees."""
    lock_people(whom=whom, by=by)
    can_ask_to_unfreeze(by, whom).require()
    return _ask(whom, Wish.UNFREEZE, "ask_to_unfreeze", at, by)


@transaction.atomic
def withdraw_ask(*, ask: Ask, at: datetime, by: Membership) -> Ask:
    """Take back what one asked about a colleague, or decline what another asked."""
    lock_people(whom=ask.membership, by=by)
    ask.refresh_from_db(fields=["state"])
    can_withdraw_ask(by, ask, at).require()
    ask.state = AskState.WITHDRAWN
    ask.save(update_fields=["state"])
    _tell("withdraw_ask", ask.membership, by)
    return ask


@transaction.atomic
def agree(*, ask: Ask, at: datetime, by: Membership) -> Membership:
    """Agree, as the second person: the place is frozen, or open again, in this very moment."""
    whom = ask.membership
    lock_people(whom=whom, by=by)
    ask.refresh_from_db(fields=["state"])
    ask.asked_by.refresh_from_db(fields=["role_key", "ended_at", "frozen_at"])
    can_agree(by, ask, at).require()
    ask.state, ask.agreed_by = AskState.AGREED, by
    ask.save(update_fields=["state", "agreed_by"])
    if ask.wish == Wish.FREEZE:
        _freeze(whom, at, by)
        _tell("freeze_membership", whom, by)
    else:
        whom.frozen_at = None
        whom.save(update_fields=["frozen_at"])
        # Whoever wished to be frozen after a time of silence is heard of again from now on.
        Silence.objects.filter(membership=whom).exclude(agreed_at=None).update(agreed_at=at)
        _tell("unfreeze_membership", whom, by)
    return whom


@transaction.atomic
def set_silence(*, days: int | None, at: datetime, by: Membership) -> None:
    """Wish that one's own place be frozen after so many days without signing in, or (None) no longer wish it."""
    Silence.objects.filter(membership=by).delete()
    if days:
        Silence.objects.create(membership=by, days=days, asked_at=at)
    _tell("set_silence", by, by)


@transaction.atomic
def agree_to_silence(*, silence: Silence, at: datetime, by: Membership) -> Silence:
    """Agree that a colleague is frozen after a time of silence: from now on it holds."""
    can_agree_to_silence(by, silence).require()
    silence.agreed_by, silence.agreed_at = by, at
    silence.save(update_fields=["agreed_by", "agreed_at"])
    _tell("agree_to_silence", silence.membership, by)
    return silence


@transaction.atomic
def freeze_the_silent(*, at: datetime, by: object) -> list[Membership]:
    """Freeze everybody who wished so for a time of silence, and was silent; but never one of the last two who keep."""
    frozen = []
    for whom in silent_at(at):
        lock_people(whom=whom, by=by)
        if whom.is_active and may_lose(whom):
            _freeze(whom, at, by)
            _tell("freeze_the_silent", whom, by)
            frozen.append(whom)
    return frozen


def _ask(whom: Membership, wish: Wish, verb: str, at: datetime, by: Membership) -> Ask:
    Ask.objects.filter(membership=whom, state=AskState.ASKED).update(state=AskState.WITHDRAWN)
    made = Ask.objects.create(membership=whom, wish=wish, asked_by=by, asked_at=at, expires_at=at + ASK_LASTS)
    _tell(verb, whom, by)
    return made


def _freeze(whom: Membership, at: datetime, by: object) -> None:
    whom.frozen_at = at
    whom.save(update_fields=["frozen_at"])
    close_place(whom=whom, at=at, by=by)


def _tell(verb: str, whom: Membership, by: object) -> None:
    tell(verb=verb, thing=f"membership:{whom.key}", coalition=whom.coalition.key, by=by)
