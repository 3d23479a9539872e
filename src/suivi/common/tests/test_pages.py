"""Every answer forbids the browser what no page needs; errors are calm and say nothing of the inside."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.test import Client, RequestFactory

from suivi.common import refusals
from suivi.common.decisions import Refused
from suivi.common.pages import asks_for_part


@pytest.mark.django_db
def test_pages_allow_no_script_or_style_but_our_own() -> None:
    answer = Client().get("/account/login/")
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer.headers["Cache-Control"]
    assert "camera=()" in answer.headers["Permissions-Policy"]


def test_htmx_asks_for_a_part_and_a_browser_for_the_page() -> None:
    ask = RequestFactory()
    assert asks_for_part(ask.get("/")) is None
    assert asks_for_part(ask.get("/", headers={"HX-Request": "true", "HX-Target": "div#results"})) == "results"
    assert asks_for_part(ask.get("/", headers={"HX-Request": "true", "HX-Boosted": "true", "HX-Target": "x"})) is None


@pytest.fixture
def asking(rf: RequestFactory) -> HttpRequest:
    return rf.get("/somewhere/")


def test_a_refused_decision_says_its_sentence_and_django_s_own_refusal_says_nothing_of_the_inside(
    asking: HttpRequest,
) -> None:
    assert b"Ask Mara." in refusals.forbidden(asking, Refused("Ask Mara.")).content
    assert b"secret" not in refusals.forbidden(asking, PermissionDenied("secret")).content


def test_what_is_not_there_is_told_calmly(asking: HttpRequest) -> None:
    answer = refusals.not_found(asking, Http404("model Secret"))
    assert answer.status_code == 404
    assert b"Secret" not in answer.content


def test_a_broken_page_is_shown_without_touching_the_database(asking: HttpRequest) -> None:
    answer = refusals.failed(asking)
    assert answer.status_code == 500
    assert b"Something broke" in answer.content
