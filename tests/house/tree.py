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


def room(path: Path) -> str:
    """Return the room a file of an app belongs to: `actions` for record/actions.py and for record/actions/tags.py."""
    inside = path.relative_to(SUIVI).parts
    return Path(inside[1]).stem if len(inside) > 1 else Path(inside[0]).stem


def told(path: Path, node: ast.AST | int, what: str) -> str:
    """Return "src/suivi/record/views.py:12: what"."""
    line = node if isinstance(node, int) else getattr(node, "lineno", 1)
    return f"{path.relative_to(ROOT)}:{line}: {what}"
