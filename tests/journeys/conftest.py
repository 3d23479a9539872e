"""A browser, windows of three kinds (wide, a phone, right-to-left), and a worker that does what waits."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.journeys.visitor import Visitor

QUIET = ("--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update")
WINDOWS = {
    "wide": {"viewport": {"width": 1280, "height": 900}},
    "phone": {"viewport": {"width": 360, "height": 780}, "is_mobile": True, "has_touch": True},
    "arabic": {"viewport": {"width": 1280, "height": 900}, "locale": "ar"},
}


@pytest.fixture(autouse=True)
def _synchronous_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    # Playwright's own loop runs in this thread, and Django would take our queries for asynchronous ones.
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """Return a Chromium without a window."""
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=chromium, args=list(QUIET))
        yield started
        started.close()


@pytest.fixture
def somebody(browser: Browser, live_server: LiveServer) -> Iterator[Callable[..., Visitor]]:
    """Return a function that seats somebody at a fresh window of one kind."""
    opened = []

    def sit(window: str = "wide", **options: object) -> Visitor:
        context = browser.new_context(**{**WINDOWS[window], **options})
        opened.append(context)
        visitor = Visitor(context.new_page(), live_server.url)
        visitor.page.on(
            "console", lambda said: visitor.complaints.append(said.text) if said.type in {"error", "warning"} else None
        )
        return visitor

    yield sit
    for context in opened:
        context.close()
