"""What a phone sends is done once: the same mark again gets the same answer, and other words under it are refused."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from suivi.common.pages import page
from suivi.consultations.actions.acts import note_act, note_answer
from suivi.consultations.visits import VisitRequest, VisitView, seated

if TYPE_CHECKING:
    from suivi.consultations.models import Participant

IN_PASSING = {"act", "csrfmiddlewaretoken"}


def exactly_once[**P](view: VisitView[P]) -> Callable[..., HttpResponse]:
    """Do a participant's deed once for each mark (`act`, a UUID in the form) that their phone gives it.

    Noted in the transaction of the deed: either both stand or neither. A refused form (status 400 and more) leaves no
    mark. The same mark with another body answers 409 and shows what came.
    """

    @wraps(view)
    def done_once(request: VisitRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        mark = _mark(request.POST.get("act", ""))
        if not mark:
            return view(request, *args, **kwargs)
        with transaction.atomic():
            response = _once(mark, seated(request), lambda: view(request, *args, **kwargs), request)
            if response.status_code >= 400:  # noqa: PLR2004  whatever was refused
                transaction.set_rollback(True)
        return response

    return done_once


def _once(mark: UUID, by: Participant, do: Callable[[], HttpResponse], request: VisitRequest) -> HttpResponse:
    body_hash = _hash(request)
    act, is_new = note_act(act=mark, body_hash=body_hash, at=timezone.now(), by=by)
    if is_new:
        response = do()
        note_answer(act=act, led_to=response.headers.get("Location", ""), by=by)
        return response
    if act.body_hash != body_hash:
        came = [(name, value) for name, value in request.POST.items() if name not in IN_PASSING]
        return page(request, "consultations/conflict.html", {"came": came}, status=409)
    return redirect(act.led_to) if act.led_to else HttpResponse(status=204)


def _mark(typed: str) -> UUID | None:
    try:
        return UUID(typed)
    except ValueError:
        return None


def _hash(request: VisitRequest) -> str:
    said = sorted((name, value) for name, values in request.POST.lists() if name not in IN_PASSING for value in values)
    return hashlib.sha256(repr((request.path, said)).encode()).hexdigest()
