"""The door finds a Python new enough, or says in one sentence what to do."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

from starter import python
from tests.house.tree import ROOT


def test_a_new_python_is_taken_as_it_is() -> None:
    assert python.newer_python("/here/python", (3, 12, 0)) == "/here/python"


def test_an_old_python_hands_over_to_a_newer_one_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", {"python3.13": sys.executable}.get)
    assert python.newer_python("/here/python", (3, 9, 2)) == sys.executable


def test_a_placeholder_that_does_not_start_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    placeholder = tmp_path / "python3.13"
    placeholder.write_text("#!/bin/sh\nexit 127\n", encoding="ascii")
    placeholder.chmod(0o755)
    monkeypatch.setattr("shutil.which", {"python3.13": str(placeholder), "python3.12": sys.executable}.get)
    assert python.newer_python("/here/python", (3, 9, 2)) == sys.executable


def test_without_any_newer_python_one_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", {}.get)
    with pytest.raises(SystemExit, match=r"needs Python 3\.12 or newer; this one is 3\.8\. Install"):
        python.newer_python("/here/python", (3, 8, 0))


@pytest.mark.parametrize("file", ["run.py", "starter/__init__.py", "starter/python.py"])
def test_what_an_old_python_reads_is_written_in_its_syntax(file: str) -> None:
    ast.parse((ROOT / file).read_text(encoding="utf-8"), feature_version=(3, 6))
