"""What a phone sends is done once, in whatever order and however often it arrives."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpResponse
from django.shortcuts import redirect
from django.test import RequestFactory

from suivi.consultations.models import Act, Participant
from suivi.consultations.once import exactly_once
from suivi.consultations.presence import Visit, VisitRequest
from suivi.consultations.tests.factories import make_consultation, make_participant

pytestmark = pytest.mark.django_db


def send(by: Participant, body: dict[str, str], view: object = None) -> HttpResponse:
    request = RequestFactory().post("/said/", body)
    request.visit = Visit(by.consultation, None, by)  # type: ignore[attr-defined]
    request.user, request.session = make_nobody(), {}  # type: ignore[assignment]
    request._messages = CookieStorage(request)  # type: ignore[attr-defined]
    return (view or say)(request)  # type: ignore[operator]


def make_nobody() -> object:
    return type("Nobody", (), {"is_authenticated": False})()


SAID: list[str] = []


@exactly_once
def say(request: VisitRequest) -> HttpResponse:
    if request.POST["words"] == "refused":
        return HttpResponse(status=400)
    SAID.append(request.POST["words"])
    return redirect("/there/")


@pytest.fixture(autouse=True)
def _silence() -> None:
    SAID.clear()


def test_the_same_act_again_is_not_done_again_and_leads_to_the_same_place() -> None:
    heron, act = make_participant(), str(uuid4())
    answers = [send(heron, {"act": act, "words": "hello"}) for _each in range(3)]
    assert SAID == ["hello"]
    assert {answer.headers["Location"] for answer in answers} == {"/there/"}


def test_other_words_under_the_same_mark_are_refused_and_shown() -> None:
    heron, act = make_participant(), str(uuid4())
    send(heron, {"act": act, "words": "first"})
    answer = send(heron, {"act": act, "words": "second"})
    assert (SAID, answer.status_code) == (["first"], 409)
    assert "second" in answer.text


def test_two_people_may_use_the_same_mark() -> None:
    consultation, act = make_consultation(), str(uuid4())
    for name in ("Heron", "Swift"):
        send(make_participant(name, consultation=consultation), {"act": act, "words": name})
    assert SAID == ["Heron", "Swift"]


def test_what_was_refused_leaves_no_mark_and_may_be_sent_again() -> None:
    heron, act = make_participant(), str(uuid4())
    assert send(heron, {"act": act, "words": "refused"}).status_code == 400
    assert not Act.objects.exists()
    send(heron, {"act": act, "words": "mended"})
    assert SAID == ["mended"]


def test_without_a_mark_a_form_is_simply_done() -> None:
    send(make_participant(), {"words": "plain"})
    assert SAID == ["plain"]
