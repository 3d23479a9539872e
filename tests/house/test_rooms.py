"""How large and how named the rooms are."""

from __future__ import annotations

from tests.house import sizes
from tests.house.tree import ROOT, python_files, templates

END = 400  # lines: the longest a file may be
NINE_IN_TEN = 300
MEDIAN = 75
TEMPLATE = 150

FORBIDDEN = {
    "utils", "util", "helpers", "helper", "service", "services", "manager", "managers", "core", "base", "misc",
}  # fmt: skip


def test_no_file_is_longer_than_one_can_read_at_a_sitting() -> None:
    assert {str(path.relative_to(ROOT)): count for path, count in sizes.lengths().items() if count > END} == {}


def test_most_files_are_short() -> None:
    assert sizes.median() <= MEDIAN
    assert sizes.nine_in_ten() <= NINE_IN_TEN


def test_templates_are_short() -> None:
    counts = {str(path.relative_to(ROOT)): sizes.line_count(path) for path in templates()}
    assert {path: count for path, count in counts.items() if count > TEMPLATE} == {}


def test_no_room_has_a_name_that_says_nothing() -> None:
    paths = [path.relative_to(ROOT) for path in python_files("src", "starter", "bench")]
    assert [str(path) for path in paths if FORBIDDEN & {*path.parts[:-1], path.stem}] == []
