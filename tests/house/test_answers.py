"""What every answer carries, and what it says when something is refused or broken."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from pytest_django import Settings

from suivi.coalitions.tests.factories import PASSWORD, make_member
from suivi.config.settings import ADDRESS
from tests.house.addresses import entries, house_with

pytestmark = pytest.mark.django_db

PAGES = ("/", "/people/", "/me/", "/recommendations/", "/account/login/", "/nothing-here/", "/static/common/suivi.css")
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
# Anything that would let a page run what is not ours: 'unsafe-inline', 'unsafe-eval', *, https:, http://elsewhere
LAX = re.compile(r"unsafe|\*|https?:|wss?:")
# Would tell an attacker what runs here: Traceback, Django, Python/3.13, a path of the server
TELLING = re.compile(r"Traceback|[Dd]jango|secret of the server|Python/|File \"|site-packages|granian")


@pytest.fixture
def inside() -> Client:
    """Return the browser of a coordinator, one that shows the page of a failure as visitors see it."""
    client = Client(raise_request_exception=False)
    client.force_login(make_member("mara").person)
    return client


@pytest.mark.parametrize("path", PAGES)
def test_every_answer_carries_the_headers(inside: Client, path: str) -> None:
    headers = _headers(inside, path)
    assert {name: headers.get(name) for name in HEADERS} == HEADERS
    assert "camera=()" in headers["Permissions-Policy"]


@pytest.mark.parametrize("path", PAGES)
def test_a_browser_may_run_and_load_only_what_is_ours(inside: Client, path: str) -> None:
    policy = _headers(inside, path)["Content-Security-Policy"]
    told = dict(each.strip().partition(" ")[::2] for each in policy.split(";"))
    assert LAX.findall(policy) == []
    assert (told["default-src"], told["script-src"], told["style-src"]) == ("'none'", "'self'", "'self'")
    assert (told["frame-ancestors"], told["base-uri"], told["form-action"]) == ("'none'", "'none'", "'self'")


@pytest.mark.parametrize("path", [path for path in PAGES if not path.startswith("/static/")])
def test_no_page_is_kept_by_the_browser(inside: Client, path: str) -> None:
    assert "no-store" in _headers(inside, path)["Cache-Control"]


def test_every_refusal_is_a_page_of_ours_that_tells_nothing(inside: Client, settings: Settings) -> None:
    def broken(_request: HttpRequest) -> HttpResponse:
        raise RuntimeError("a secret of the server")

    settings.ROOT_URLCONF = house_with("broken", broken)
    stranger = Client(enforce_csrf_checks=True)
    answers = {
        400: inside.get("/", headers={"host": "elsewhere.example"}),
        403: stranger.post("/account/login/", {"login": "mara", "password": PASSWORD}),
        404: inside.get("/people/nothinghere/"),
        429: [inside.post("/account/password/change/") for _each in range(6)][-1],
        500: inside.get("/broken/"),
    }
    for status, answer in answers.items():
        page = answer.content.decode()
        assert (answer.status_code, "<h1>" in page, TELLING.findall(page)) == (status, True, [])
        assert "Content-Security-Policy" in answer.headers


def test_what_was_refused_with_a_reason_says_the_reason(inside: Client, settings: Settings) -> None:
    def misunderstood(_request: HttpRequest) -> HttpResponse:
        raise BadRequest("Say which review.")

    settings.ROOT_URLCONF = house_with("misunderstood", misunderstood)
    assert "Say which review." in inside.get("/misunderstood/").content.decode()


def test_every_form_is_guarded_against_forgery() -> None:
    assert [name for name, callback in entries() if getattr(callback, "csrf_exempt", False)] == []


def test_a_forged_host_gets_into_no_link(inside: Client) -> None:
    answer = inside.post("/people/invite/", {"meant_for": "x", "role_key": "member"}, headers={"host": "localhost:99"})
    assert answer.context["link"].startswith(f"{ADDRESS}/invitation/")


def _headers(client: Client, path: str) -> dict[str, str]:
    answer: Any = client.get(path)
    if answer.streaming:
        list(answer.streaming_content)
    return dict(answer.headers)
