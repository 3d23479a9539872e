"""Throttles hold across server processes: tried with two real ones on one database."""

from __future__ import annotations

from pathlib import Path

from tests.house.instance import found, run, start

KNOCK = """
import django, sys
django.setup()
from django.test import Client
from suivi.coalitions.tests.factories import PASSWORD
for password in ["wrong wrong wrong"] * int(sys.argv[1]) or [PASSWORD]:
    answer = Client().post("/account/login/", {"login": "mara", "password": password})
print(answer.status_code)
"""
NOT_IN, IN = "200", "302"


def test_guesses_made_in_two_processes_are_counted_together(tmp_path: Path) -> None:
    house = found(tmp_path)
    assert [each.wait() for each in [start(house, KNOCK, "5"), start(house, KNOCK, "5")]] == [0, 0]
    assert run(house, KNOCK, "0").strip() == NOT_IN, "the eleventh try was looked at"


def test_a_right_password_opens_before_ten_wrong_ones(tmp_path: Path) -> None:
    house = found(tmp_path)
    assert start(house, KNOCK, "5").wait() == 0
    assert run(house, KNOCK, "0").strip() == IN
