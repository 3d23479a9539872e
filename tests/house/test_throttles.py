"""Throttles hold across server processes: tried with two real ones on one database."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

MAKE = """
import django
django.setup()
from django.core.management import call_command
from suivi.coalitions.tests.factories import make_person
call_command("migrate", verbosity=0)
make_person("mara")
"""
KNOCK = """
import django, sys
django.setup()
from django.test import Client
from suivi.coalitions.tests.factories import PASSWORD
for password in ["wrong wrong wrong"] * int(sys.argv[1]) or [PASSWORD]:
    answer = Client().post("/account/login/", {"login": "mara", "password": password})
print(answer.status_code)
"""


@pytest.fixture
def house(tmp_path: Path) -> dict[str, str]:
    """Return the environment of an instance of its own."""
    house = {
        "SUIVI_DATA": str(tmp_path),
        "SUIVI_ALSO_KNOWN_AS": "testserver",
        "DJANGO_SETTINGS_MODULE": "suivi.config.settings",
        "PATH": os.environ["PATH"],
    }
    subprocess.run([sys.executable, "-c", MAKE], env=house, check=True)
    return house


def test_guesses_made_in_two_processes_are_counted_together(house: dict[str, str]) -> None:
    five = [sys.executable, "-c", KNOCK, "5"]
    both = [subprocess.Popen(five, env=house, stdout=subprocess.DEVNULL) for _each in range(2)]
    assert [one.wait() for one in both] == [0, 0]
    right = subprocess.run([sys.executable, "-c", KNOCK, "0"], env=house, check=True, capture_output=True, text=True)
    assert right.stdout.strip() == "200", "the eleventh try was looked at"
