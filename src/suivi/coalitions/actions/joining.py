"""One link for many: whoever follows it asks to join, and waits until somebody who keeps people lets them in."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from suivi.coalitions.actions.accounts import end_sessions
from suivi.coalitions.models import JoinLink, JoinRequest, Membership, Person
from suivi.coalitions.permissions.doors import can_approve, can_ask_to_join, can_decide_on, can_invite_many
from suivi.coalitions.permissions.people import can_keep_people
from suivi.coalitions.queries.doors import join_link_with
from suivi.coalitions.queries.people import has_place
from suivi.coalitions.queries.signing import hash_of
from suivi.coalitions.rules.joining import WAITS, JoinState
from suivi.history.actions import tell

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from suivi.coalitions.models import Organisation


@transaction.atomic
def open_join_link(
    *,
    meant_for: str,
    role_key: str,
    organisation: Organisation | None,
    places: int,
    days: int,
    at: datetime,
    by: Membership,
) -> tuple[JoinLink, str]:
    """Make a link for several; return it, and its token, which is kept nowhere and can never be shown again."""
    can_invite_many(by).require()
    token = secrets.token_urlsafe(32)
    made = JoinLink(coalition=by.coalition, opened_by=by, opened_at=at, expires_at=at + timedelta(days=days))
    made.meant_for, made.role_key, made.organisation = meant_for, role_key, organisation
    made.places, made.token_hash = places, hash_of(token)
    made.save(force_insert=True)
    details = {"role": role_key, "organisation": organisation.key if organisation else ""}
    tell(verb="open_join_link", thing=f"link:{made.key}", coalition=by.coalition.key, details=details, by=by)
    return made, token


@transaction.atomic
def withdraw_join_link(*, link: JoinLink, at: datetime, by: Membership) -> JoinLink:
    """Let nobody else ask by a link; who waits already goes on waiting."""
    can_keep_people(by).require()
    link.withdrawn_at = at
    link.save(update_fields=["withdrawn_at"])
    tell(verb="withdraw_join_link", thing=f"link:{link.key}", coalition=by.coalition.key, by=by)
    return link


@transaction.atomic
def ask_to_join(*, link: JoinLink, word: str, at: datetime, by: Person) -> JoinRequest:
    """Ask to join by a link. Nothing opens until somebody who keeps people says yes."""
    JoinLink.objects.select_for_update().get(pk=link.pk)
    can_ask_to_join(join_link_with(link.token_hash), by, at).require()
    made, is_new = JoinRequest.objects.get_or_create(
        link=link, person=by, state=JoinState.WAITING, defaults={"word": word, "asked_at": at}
    )
    if is_new:
        tell(verb="ask_to_join", thing=f"request:{made.key}", coalition=link.coalition.key, by=by)
    return made


@transaction.atomic
def ask_as_newcomer(
    *, link: JoinLink, word: str, name: str, handle: str, password: str, language: str, at: datetime, by: object
) -> JoinRequest:
    """Make an account that opens nothing yet for somebody who follows a link, and ask to join."""
    can_ask_to_join(link, None, at).require()
    person = Person(handle=handle, name=name, language=language)
    person.set_password(password)
    person.save()
    tell(verb="open_account", thing=f"link:{link.key}", coalition=link.coalition.key, by=by)
    return ask_to_join(link=link, word=word, at=at, by=person)


@transaction.atomic
def approve_newcomers(*, requests: Iterable[JoinRequest], at: datetime, by: Membership) -> list[Membership]:
    """Let people in who came by a link: they are what the link says."""
    joined = []
    for request in _locked(requests, by):
        can_approve(by, request).require()
        if has_place(request.person, by.coalition):
            _decide(request, JoinState.DECLINED, by)
            continue
        link = request.link
        made = Membership(person=request.person, coalition=by.coalition, role_key=link.role_key, began_at=at)
        made.organisation = link.organisation
        made.save(force_insert=True)
        joined.append(made)
        _decide(request, JoinState.APPROVED, by)
        details = {"membership": made.key, "role": made.role_key}
        tell(
            verb="approve_newcomer",
            thing=f"request:{request.key}",
            coalition=by.coalition.key,
            details=details,
            by=by,
        )
    return joined


@transaction.atomic
def decline_newcomers(*, requests: Iterable[JoinRequest], by: Membership) -> int:
    """Decline people who came by a link; of those who are nowhere else, nothing is kept."""
    found = _locked(requests, by)
    for request in found:
        can_decide_on(by, request).require()
        tell(verb="decline_newcomer", thing=f"request:{request.key}", coalition=by.coalition.key, by=by)
        _decide(request, JoinState.DECLINED, by)
        _forget(request.person, by)
    return len(found)


@transaction.atomic
def forget_newcomers(*, at: datetime, by: object) -> int:
    """Decline those whom nobody looked at for two weeks: time alone ends it."""
    late = JoinRequest.objects.filter(state=JoinState.WAITING, asked_at__lt=at - WAITS)
    found = list(late.select_related("person", "link__coalition"))
    for request in found:
        coalition = request.link.coalition.key
        tell(verb="decline_newcomer", thing=f"request:{request.key}", coalition=coalition, by=by)
        _decide(request, JoinState.DECLINED, None)
        _forget(request.person, by)
    return len(found)


def _locked(requests: Iterable[JoinRequest], by: Membership) -> list[JoinRequest]:
    wanted = [each.pk for each in requests]
    locked = JoinRequest.objects.select_for_update(of=("self",)).filter(pk__in=wanted, link__coalition=by.coalition)
    return list(locked.select_related("person", "link__coalition", "link__organisation"))


def _decide(request: JoinRequest, state: JoinState, by: Membership | None) -> None:
    request.state, request.word, request.decided_by = state, "", by
    request.save(update_fields=["state", "word", "decided_by"])


def _forget(person: Person, by: object) -> None:
    """Remove the account of somebody who was never let in anywhere, and waits nowhere else."""
    waits = person.join_requests.filter(state=JoinState.WAITING).exists()
    if not waits and not person.memberships.exists():
        end_sessions(person=person, but="", by=by)
        person.delete()
