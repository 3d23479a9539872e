"""Every variable that a server may set is told in docs/settings.md, and nothing is told that is not read."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.tree import ROOT, parsed, python_files

READERS = {"text", "switch", "number"}
# Matches the variable in: | `SUIVI_ADDRESS` | ...
TOLD = re.compile(r"`(SUIVI_[A-Z_]+)`")
# Matches a variable read by its whole name: "SUIVI_TEST_POSTGRES"
READ = re.compile(r"SUIVI_[A-Z_]*[A-Z]")


def test_every_variable_is_told_and_every_told_variable_is_read() -> None:
    told = set(TOLD.findall((ROOT / "docs" / "settings.md").read_text(encoding="utf-8")))
    read = {name for path in python_files("src", "starter") if "tests" not in path.parts for name in _variables(path)}
    assert read == told


def _variables(path: Path) -> Iterator[str]:
    """Yield every variable that a file reads: `text("DATA")`, and names written in full outside docstrings."""
    sentences = {ast.get_docstring(node, clean=False) for node in ast.walk(parsed(path)) if isinstance(node, _SPEAKING)}
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in READERS and path.parent.name == "config" and isinstance(node.args[0].value, str):
                yield f"SUIVI_{node.args[0].value}"
        elif isinstance(node, ast.Constant) and node.value not in sentences and READ.fullmatch(str(node.value)):
            yield str(node.value)


_SPEAKING = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
