"""How code is written here: where imports, relations and writes stand."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.house import laws
from tests.house.tree import SUIVI, parsed, python_files, rooms, told

EVERYWHERE = ("src", "starter", "tests", "bench", "conftest.py", "run.py")

# The rooms that may write: actions; a model, its own rows; the demo, which makes a whole cycle up.
MAY_WRITE = {"actions", "models", "migrations", "tests", "demo"}

# Places where a law does not hold, each with its reason.
NO_WRITE_OF_OURS = {
    "record/search/index.py": "a derived index, kept in the transaction of the action that calls it",
    "record/pictures.py": "pages drawn as pictures and kept: made anew from the document at any time",
    "reports/contents/poster.py": "draws a picture into memory",
    "reports/formats/word/document.py": "writes a paper into memory",
    "common/jobs/running.py": "the worker's own notes on a job while it runs; starting and cancelling one are actions",
}
BY_NOBODY = {
    "record/actions/derived.py": "makes anew what follows from the record, inside the action that says by whom",
    "common/jobs/actions.py": "keeps the line of waiting jobs; who asked is said by the action that starts one",
}
ESCAPES_ITSELF = {
    "common/escaping.py": "fills markup of ours with texts, and escapes every one of them",
    "common/pictures/svg.py": "the one place that writes markup: it escapes every attribute and every text",
}


@pytest.mark.parametrize(
    "law",
    [
        laws.relations_name_classes,
        laws.imports_stand_at_the_top,
        laws.imports_are_absolute,
        laws.no_signal_is_received,
    ],
)
def test_no_file_breaks_a_law_of_writing(law: laws.Law) -> None:
    _holds(law, python_files("src", "starter"))


def test_no_text_is_declared_safe_by_hand() -> None:
    _holds(laws.nothing_goes_unescaped, python_files("src"), but_for=ESCAPES_ITSELF)


def test_every_module_begins_by_saying_what_it_is_for() -> None:
    _holds(laws.modules_say_what_they_are_for, python_files("src", "starter", "tests", "bench"))


def test_actions_take_keywords_and_say_by_whom_last() -> None:
    actions = [path for path in python_files("src/suivi") if "actions" in rooms(path) and "tests" not in rooms(path)]
    _holds(laws.actions_say_by_whom, actions, but_for=BY_NOBODY)


def test_writes_stand_in_actions_only() -> None:
    files = [path for path in python_files("src/suivi") if not MAY_WRITE & rooms(path)]
    _holds(laws.nothing_is_written, files, but_for=NO_WRITE_OF_OURS)


def test_every_exception_is_still_needed() -> None:
    for law, exceptions in (
        (laws.nothing_is_written, NO_WRITE_OF_OURS),
        (laws.actions_say_by_whom, BY_NOBODY),
        (laws.nothing_goes_unescaped, ESCAPES_ITSELF),
    ):
        assert [place for place in exceptions if not any(law(parsed(SUIVI / place)))] == []


def _holds(law: laws.Law, files: list[Path], but_for: Mapping[str, str] | None = None) -> None:
    excepted = {SUIVI / place for place in but_for or {}}
    found = [told(path, node, what) for path in files if path not in excepted for node, what in law(parsed(path))]
    assert not found, "\n".join(["", *found])
