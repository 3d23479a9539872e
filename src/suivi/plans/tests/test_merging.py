"""How two hands' changes come together: properties that hold for whatever people type."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from suivi.plans.rules.merging import Clash, merge

CELLS = some.dictionaries(some.sampled_from(["goal", "indicator", "ministry"]), some.text(max_size=5))


def test_each_kind_of_change() -> None:
    was = {"goal": "a", "indicator": "b", "ministry": "c", "cluster": "d"}
    stands = was | {"indicator": "theirs", "ministry": "both"}
    brought = was | {"goal": "mine", "ministry": "both", "indicator": "mine"}
    merged = merge(was=was, stands=stands, brought=brought)
    assert merged.cells == {"goal": "mine"}
    assert merged.clashes == [Clash("indicator", "b", "theirs", "mine")]


@given(was=CELLS, stands=CELLS, brought=CELLS)
def test_no_cell_that_somebody_else_changed_is_ever_set(
    was: dict[str, str], stands: dict[str, str], brought: dict[str, str]
) -> None:
    merged = merge(was=was, stands=stands, brought=brought)
    assert all(was.get(column, "") == stands.get(column, "") for column in merged.cells)


@given(was=CELLS, stands=CELLS, brought=CELLS)
def test_nothing_that_was_brought_is_lost(was: dict[str, str], stands: dict[str, str], brought: dict[str, str]) -> None:
    merged = merge(was=was, stands=stands, brought=brought)
    seen = {**stands, **merged.cells, **{each.column: each.brought for each in merged.clashes}}
    assert all(text in (seen.get(column, ""), was.get(column, "")) for column, text in brought.items())


@given(was=CELLS, brought=CELLS)
def test_one_hand_alone_gets_what_it_brought(was: dict[str, str], brought: dict[str, str]) -> None:
    merged = merge(was=was, stands=was, brought=brought)
    assert merged.clashes == []
    assert all({**was, **merged.cells}.get(column, "") == text for column, text in brought.items())
