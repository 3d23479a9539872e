"""How large and how named the rooms are."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from pathlib import Path

from tests.house.tree import ROOT, python_files, templates

END = 400  # lines: the longest a file may be
NINE_IN_TEN = 300
MEDIAN = 100
TEMPLATE = 150

FORBIDDEN = {
    "utils", "util", "helpers", "helper", "service", "services", "manager", "managers", "core", "base", "misc",
}  # fmt: skip


def test_no_file_is_longer_than_one_can_read_at_a_sitting() -> None:
    long = {str(path.relative_to(ROOT)): count for path, count in _lengths().items() if count > END}
    assert long == {}


def test_most_files_are_short(record_property: Callable[[str, object], None]) -> None:
    counts = sorted(count for count in _lengths().values() if count > 1)
    median, ninth = statistics.median(counts), statistics.quantiles(counts, n=10)[-1]
    record_property("lines of a file: median", median)
    record_property("lines of a file: nine in ten below", ninth)
    assert median <= MEDIAN
    assert ninth <= NINE_IN_TEN


def test_templates_are_short() -> None:
    counts = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in templates()}
    assert {path: count for path, count in counts.items() if count > TEMPLATE} == {}


def test_no_room_has_a_name_that_says_nothing() -> None:
    paths = [path.relative_to(ROOT) for path in python_files("src", "starter", "bench")]
    assert [str(path) for path in paths if FORBIDDEN & {*path.parts[:-1], path.stem}] == []


def _lengths() -> dict[Path, int]:
    files = python_files("src", "starter", "tests", "bench")
    return {path: len(path.read_text(encoding="utf-8").splitlines()) for path in files}
