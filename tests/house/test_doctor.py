"""The doctor, asked about a real instance: what it measures is what our own connection does."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.instance import House, found

FORGE = "UPDATE history_event SET actor = 'forged' WHERE sequence = 1"
TELL = """
import django
django.setup()
from suivi.history.actions import tell
tell(verb="invite", thing="x", by="Mara")
"""


@pytest.fixture
def house(tmp_path: Path) -> House:
    """Return an instance in a folder that only its owner may enter."""
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    return found(folder)


def _ask(house: House) -> tuple[int, str]:
    doctor = "import sys; from suivi.command import main; sys.argv = ['suivi', 'doctor']; main()"
    done = subprocess.run([sys.executable, "-c", doctor], env=house, check=False, capture_output=True, text=True)
    return done.returncode, done.stdout


def test_a_fresh_instance_is_well_and_writes_durably(house: House) -> None:
    code, told = _ask(house)
    assert code == 0, told
    assert "journal_mode=wal, synchronous=2" in told
    assert f"SQLite {sqlite3.sqlite_version}" in told


def test_a_folder_that_others_can_enter_is_bad(house: House) -> None:
    Path(house["SUIVI_DATA"]).chmod(0o755)
    code, told = _ask(house)
    assert code == 1
    assert "chmod 700" in told


def test_a_forged_history_is_bad(house: House) -> None:
    subprocess.run([sys.executable, "-c", TELL], env=house, check=True)
    with sqlite3.connect(Path(house["SUIVI_DATA"]) / "suivi.sqlite3") as database:
        database.execute(FORGE)
    database.close()
    code, told = _ask(house)
    assert code == 1
    assert "The history does not hold from entry 1 on" in told
