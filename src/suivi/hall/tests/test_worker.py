"""The worker that opens the phone's page offline: which files it keeps, and which pages."""

from __future__ import annotations

import gzip
import json
import re
from typing import Any

import pytest
from django.test import Client

from suivi.coalitions.tests.factories import make_member
from suivi.consultations.tests.factories import at_the_desk_of, guest, make_participant

pytestmark = pytest.mark.django_db


def test_it_opens_to_everybody_and_is_asked_for_anew_each_time() -> None:
    answer = Client().get("/c/sw.js")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "text/javascript")
    assert answer.headers["Cache-Control"] == "no-cache"


def test_it_keeps_exactly_the_files_that_the_page_is_made_of() -> None:
    heron = make_participant()
    page = guest(heron).get(f"/c/{heron.consultation.key}/").text
    told = re.match(r"const FILES = (\[.*?\]),", Client().get("/c/sw.js").text)
    assert told
    assert set(json.loads(told[1])) == set(re.findall(r'(?:href|src)="(/static/[^"]+)"', page))


def test_it_keeps_the_page_of_a_phone_and_no_other() -> None:
    told = re.search(r"PAGE = /(.*?)/;", Client().get("/c/sw.js").text)
    assert told
    kept = re.compile(told[1].replace("\\/", "/"))
    assert kept.match("/c/k3y9abcdef/")
    assert not [path for path in ("/", "/c/k3y/now/", "/consultations/k3y/", "/c/sw.js") if kept.match(path)]


def test_a_first_visit_weighs_little_with_all_that_it_brings() -> None:
    heron = make_participant()
    browser, page = guest(heron), f"/c/{heron.consultation.key}/"
    files = re.findall(r'(?:href|src)="(/static/[^"]+)"', browser.get(page).text)
    weights = {path: _packed(browser, path) for path in (page, "/c/sw.js", *files)}
    assert sum(weights.values()) < 25_000, weights


def test_whoever_signs_out_leaves_no_page_behind_that_opens_offline() -> None:
    desk = at_the_desk_of(make_member("lina", role="member"))
    assert "Clear-Site-Data" not in desk.get("/account/logout/").headers
    assert desk.post("/account/logout/").headers["Clear-Site-Data"] == '"cache", "storage"'


def _packed(browser: Client, path: str) -> int:
    answer: Any = browser.get(path)
    return len(gzip.compress(b"".join(answer.streaming_content) if answer.streaming else answer.content))
