"""What the laws look at: the project's own files, each read and parsed once."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCE = ROOT / "src"
SUIVI = SOURCE / "suivi"

APPS = sorted(path.parent.name for path in SUIVI.glob("*/apps.py"))


@cache
def python_files(*folders: str) -> list[Path]:
    """Return every Python file under these folders of the project, migrations left out: Django writes those."""
    found = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    return [path for path in found if "migrations" not in path.parts]


@cache
def templates() -> list[Path]:
    """Return every template of every app."""
    return sorted(SOURCE.rglob("templates/**/*.*"))


@cache
def parsed(path: Path) -> ast.Module:
    """Return the syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def rooms(path: Path) -> set[str]:
    """Return the names of the rooms a file stands in: {"record", "actions", "tags"} for record/actions/tags.py."""
    return set(path.relative_to(SUIVI).with_suffix("").parts)


def told(path: Path, node: ast.AST | int, what: str) -> str:
    """Return "src/suivi/record/views.py:12: what"."""
    line = node if isinstance(node, int) else getattr(node, "lineno", 1)
    return f"{path.relative_to(ROOT)}:{line}: {what}"
