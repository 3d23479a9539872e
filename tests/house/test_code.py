"""How code is written here: where imports, relations and writes stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.house import laws
from tests.house.tree import SUIVI, parsed, python_files, room, told

EVERYWHERE = ("src", "starter", "tests", "bench", "conftest.py", "run.py")

# The rooms that may write: the actions; what a model does with its own rows; the demo, which makes a whole cycle up.
MAY_WRITE = {"actions", "models", "migrations", "tests"}

# Calls named like writes that are none, or that are somebody else's: file and call -> why it may stay.
NO_WRITE_OF_OURS: dict[tuple[str, str], str] = {}


@pytest.mark.parametrize(
    "law",
    [
        laws.relations_name_classes,
        laws.imports_stand_at_the_top,
        laws.imports_are_absolute,
        laws.no_signal_is_received,
        laws.nothing_goes_unescaped,
    ],
)
def test_no_file_breaks_a_law_of_writing(law: laws.Law) -> None:
    assert _breaches(law, python_files("src", "starter")) == []


def test_writes_stand_in_actions_only() -> None:
    files = [path for path in python_files("src/suivi") if room(path) not in MAY_WRITE and "demo" not in path.parts]
    found = [
        told(path, node, what)
        for path in files
        for node, what in laws.nothing_is_written(parsed(path))
        if (str(path.relative_to(SUIVI)), what.split(": ")[1]) not in NO_WRITE_OF_OURS
    ]
    assert found == []


def test_actions_take_keywords_and_say_by_whom_last() -> None:
    assert _breaches(laws.actions_say_by_whom, [path for path in python_files("src/suivi") if room(path) == "actions"]) == []


def test_every_module_begins_by_saying_what_it_is_for() -> None:
    assert _breaches(laws.modules_say_what_they_are_for, python_files("src", "starter", "tests", "bench")) == []


def _breaches(law: laws.Law, files: list[Path]) -> list[str]:
    return [told(path, node, what) for path in files for node, what in law(parsed(path))]
