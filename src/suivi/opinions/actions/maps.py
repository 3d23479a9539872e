"""Preparing an opinion map, opening it, closing it, and opening it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from suivi.common.jobs.actions import start
from suivi.history.actions import tell
from suivi.opinions.models import OpinionMap
from suivi.opinions.permissions import can_move, can_prepare
from suivi.opinions.rules.maps import MapState

if TYPE_CHECKING:
    from datetime import datetime

    from suivi.coalitions.models import Membership
    from suivi.consultations.models import Consultation
    from suivi.opinions.rules.words import Audience

DRAWING = "suivi.opinions.tasks.draw_results"


@transaction.atomic
def prepare_map(
    *, consultation: Consultation, question: str, moderated: bool, audience: Audience, by: Membership
) -> OpinionMap:
    """Say what an opinion map asks, whether its statements are moderated, and who sees its results."""
    can_prepare(by, consultation).require()
    told = {"question": question, "moderated": moderated, "audience": audience}
    prepared, _is_new = OpinionMap.objects.update_or_create(consultation=consultation, defaults=told)
    _tell(prepared, "prepare_map", by)
    return prepared


@transaction.atomic
def open_map(*, opinion_map: OpinionMap, at: datetime, by: Membership) -> OpinionMap:
    """Open an opinion map: from now on statements come in and are voted on, as the phase allows."""
    can_move(by, opinion_map, MapState.OPEN).require()
    opinion_map.opened_at = at
    return _move(opinion_map, MapState.OPEN, "open_map", by)


@transaction.atomic
def close_map(*, opinion_map: OpinionMap, at: datetime, by: Membership) -> OpinionMap:
    """Close an opinion map, and have its last results drawn."""
    can_move(by, opinion_map, MapState.CLOSED).require()
    opinion_map.closed_at = at
    _move(opinion_map, MapState.CLOSED, "close_map", by)
    start(DRAWING, once=f"opinions:{opinion_map.pk}:closing", opinion_map=opinion_map.pk)
    return opinion_map


@transaction.atomic
def reopen_map(*, opinion_map: OpinionMap, by: Membership) -> OpinionMap:
    """Open a closed opinion map again; the results stand until enough people have said more."""
    can_move(by, opinion_map, MapState.OPEN).require()
    opinion_map.closed_at = None
    return _move(opinion_map, MapState.OPEN, "reopen_map", by)


def _move(opinion_map: OpinionMap, to: MapState, verb: str, by: Membership) -> OpinionMap:
    opinion_map.state = to
    opinion_map.save(update_fields=["state", "opened_at", "closed_at"])
    _tell(opinion_map, verb, by)
    return opinion_map


def _tell(opinion_map: OpinionMap, verb: str, by: Membership) -> None:
    consultation = opinion_map.consultation
    tell(verb=verb, thing=f"consultation:{consultation.key}", coalition=consultation.coalition.key, by=by)
