"""An instance of its own, in processes of its own: for what only settings, cookies and two processes can show."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

FOUND = """
import django
django.setup()
from django.core.management import call_command
from suivi.coalitions.tests.factories import make_person
call_command("migrate", verbosity=0)
make_person("mara")
"""

type House = dict[str, str]


def found(folder: Path, **variables: str) -> House:
    """Make an instance with one person, `mara`, in a folder; return the environment in which it lives."""
    house = {
        "SUIVI_DATA": str(folder),
        "SUIVI_ALSO_KNOWN_AS": "testserver",
        "DJANGO_SETTINGS_MODULE": "suivi.config.settings",
        "PATH": os.environ["PATH"],
        **variables,
    }
    run(house, FOUND)
    return house


def run(house: House, script: str, *words: str) -> str:
    """Run a script in an instance, and return what it printed."""
    done = subprocess.run(
        [sys.executable, "-c", script, *words], env=house, check=True, stdout=subprocess.PIPE, text=True
    )
    return done.stdout


def start(house: House, script: str, *words: str) -> subprocess.Popen[bytes]:
    """Start a script in an instance, and do not wait for it."""
    return subprocess.Popen([sys.executable, "-c", script, *words], env=house, stdout=subprocess.DEVNULL)
