"""Cookies, as a server behind https sets them."""

from __future__ import annotations

import json

import pytest

from tests.house.instance import found, run

SIGN_IN = """
import django, json
django.setup()
from django.test import Client
from suivi.coalitions.tests.factories import PASSWORD
client = Client()
door = client.get("/account/login/", secure=True)
inside = client.post("/account/login/", {"login": "mara", "password": PASSWORD}, secure=True)
spoken = client.post("/language/", {"language": "fr"}, secure=True)
print(json.dumps([str(each.OutputString()) for answer in (door, inside, spoken) for each in answer.cookies.values()]))
"""
# Holds the language of the pages and nothing else, so it may outlive the session and be read by nobody's harm.
NAMES_NOBODY = {"language"}


@pytest.fixture(scope="module")
def cookies(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Return each cookie that signing in sets: name -> attributes in small letters."""
    house = found(tmp_path_factory.mktemp("https"), SUIVI_ADDRESS="https://suivi.example")
    told = [cookie.split("; ") for cookie in json.loads(run(house, SIGN_IN))]
    return {parts[0].partition("=")[0]: [part.lower() for part in parts[1:]] for parts in told}


def test_signing_in_sets_these_cookies_and_no_others(cookies: dict[str, list[str]]) -> None:
    assert set(cookies) == {"__Host-csrf", "__Host-session", "__Host-device", *NAMES_NOBODY}


def test_every_cookie_is_bound_to_this_host_over_https_and_to_this_site(cookies: dict[str, list[str]]) -> None:
    for name, attributes in cookies.items():
        assert {"secure", "path=/", "samesite=lax"} <= set(attributes), name
        assert not [each for each in attributes if each.startswith("domain")], name


def test_no_script_reads_a_cookie_that_opens_anything(cookies: dict[str, list[str]]) -> None:
    assert {name for name, attributes in cookies.items() if "httponly" not in attributes} <= NAMES_NOBODY


def test_the_session_ends_with_the_browser(cookies: dict[str, list[str]]) -> None:
    assert not [each for each in cookies["__Host-session"] if each.startswith(("max-age", "expires"))]
