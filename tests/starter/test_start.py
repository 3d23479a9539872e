"""Starting: the next free port, only what changed, locks without addresses, and every word that make knows."""

from __future__ import annotations

import re
import socket
from pathlib import Path

import pytest

from starter import __main__ as door
from starter import database, install, locking
from starter.places import TOOLS_LOCK
from starter.running import HOST, free_port
from tests.house.tree import ROOT


def test_a_taken_port_gives_the_next_free_one() -> None:
    with socket.create_server((HOST, 0)) as other:
        taken = other.getsockname()[1]
        assert free_port(taken) > taken


def test_what_did_not_change_is_not_installed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = tmp_path / "some.lock"
    lock.write_text("a==1", encoding="ascii")
    monkeypatch.setattr(install, "STAMPS", tmp_path / "stamps")
    assert install.steps_needed(lock) == 3

    for name, files in (("tools", [TOOLS_LOCK]), ("some", [lock]), ("project", install._PROJECT)):
        install._stamp(name, files)
    assert install.steps_needed(lock) == 0

    lock.write_text("a==2", encoding="ascii")
    assert install.steps_needed(lock) == 3


def test_a_database_is_brought_up_to_date_once_and_again_when_it_is_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(database, "run_quietly", lambda command, **_: asked.append(command))
    environment = {"SUIVI_DATA": str(tmp_path)}
    database.bring_up_to_date(environment)
    assert asked[0][-2:] == ["migrate", "--no-input"]
    assert not database.is_up_to_date(environment), "the file itself is missing"

    (tmp_path / "suivi.sqlite3").touch()
    assert database.is_up_to_date(environment)
    assert not database.is_up_to_date({**environment, "SUIVI_DATABASE": "postgres://elsewhere/suivi"})

    monkeypatch.setattr(database, "_print_of_code", lambda: "newer")
    assert not database.is_up_to_date(environment)


def test_an_address_in_a_lock_file_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = tmp_path / "some.lock"
    lock.write_text("a==1\n--index-url https://mirror.example/simple\n", encoding="ascii")
    monkeypatch.setattr(locking, "LOCKS", {lock: []})
    monkeypatch.setattr(locking, "ROOT", tmp_path)
    assert locking.find_addresses() == ["some.lock:2: https://mirror.example/simple"]


def test_make_knows_every_command_of_the_door_and_no_other() -> None:
    # Matches the words before the last colon: "run setup test: "
    targets = re.findall(r"^([a-z ]+):$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)[-1].split()
    assert targets == list(door.COMMANDS)


def test_a_word_too_many_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        door.main(["clean", "everything"])
    assert "'clean' knows nothing of: everything" in capsys.readouterr().err
