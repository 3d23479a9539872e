"""A browser, windows of three kinds (wide, a phone, right-to-left), and a worker that does what waits."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.journeys.visitor import Visitor

# Playwright's own loop runs in this thread, and Django would take our queries for asynchronous ones.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

QUIET = ("--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update")
COMPLAINTS = {"error", "warning"}
WINDOWS: dict[str, dict[str, Any]] = {
    "wide": {"viewport": {"width": 1280, "height": 900}},
    "phone": {"viewport": {"width": 360, "height": 780}, "is_mobile": True, "has_touch": True},
    "arabic": {"viewport": {"width": 1280, "height": 900}, "locale": "ar"},
}


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """Return a Chromium without a window."""
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=chromium, args=list(QUIET))
        yield started
        started.close()


@pytest.fixture
def somebody(
    browser: Browser, live_server: LiveServer, request: pytest.FixtureRequest
) -> Iterator[Callable[..., Visitor]]:
    """Return a function that seats somebody at a fresh window of one kind."""
    opened = []
    request.node.visitors = visitors = []

    def sit(window: str = "wide", **options: Any) -> Visitor:
        context = browser.new_context(**{**WINDOWS[window], **options})
        opened.append(context)
        visitor = Visitor(context.new_page(), live_server.url)
        visitor.page.set_default_timeout(10_000)
        visitor.runs_scripts = options.get("java_script_enabled", True)
        visitors.append(visitor)
        visitor.page.on("console", lambda said: visitor.hears(said.text) if said.type in COMPLAINTS else None)
        return visitor

    yield sit
    for context in opened:
        context.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Tell, where a journey broke off, what stood on the page."""
    report = yield
    if report.when == "call" and report.failed:
        for visitor in getattr(item, "visitors", []):
            report.sections.append((f"The page {visitor.page.url}", visitor.page.inner_text("body")))
    return report
