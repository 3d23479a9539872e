"""Transition tables, their pictures and their actions agree."""

from __future__ import annotations

import ast

import pytest

from suivi.common import states
from tests.house.tree import parsed, python_files, rooms

TABLES = list(states.tables())


def test_every_picture_of_states_is_fresh() -> None:
    assert states.main(["--check"]) == 0


@pytest.mark.parametrize(("app", "module", "table"), TABLES, ids=[module for _, module, _ in TABLES])
def test_every_state_that_is_led_to_is_in_the_table(app: str, module: str, table: states.Transitions) -> None:
    assert {end for ends in table.values() for end in ends} <= set(table)


@pytest.mark.parametrize(("app", "module", "table"), TABLES, ids=[module for _, module, _ in TABLES])
def test_every_verb_of_a_transition_is_a_function_of_its_app(app: str, module: str, table: states.Transitions) -> None:
    verbs = {verb for ends in table.values() for verb in ends.values() if " " not in verb}
    functions = _functions(app)
    assert [verb for verb in sorted(verbs) if not {verb, f"_{verb}"} & functions] == []


def _functions(app: str) -> set[str]:
    files = [path for path in python_files(f"src/suivi/{app}") if "tests" not in rooms(path)]
    return {node.name for path in files for node in ast.walk(parsed(path)) if isinstance(node, ast.FunctionDef)}
