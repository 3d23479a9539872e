"""Draws docs/rooms.md from the first line of every module, so that the list of rooms cannot lie."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from starter.places import ROOT

PAGE = ROOT / "docs" / "rooms.md"
SOURCE = ROOT / "src"

# The house from the top floor down, then what stands beside it.
HOUSES = [
    *(f"suivi/{app}" for app in ("config", "command", "demo", "home", "reports", "minutes", "hall", "plans")),
    *(f"suivi/{app}" for app in ("consent", "priorities", "opinions", "discussions", "consultations", "clusters")),
    *(f"suivi/{app}" for app in ("intake", "timeline", "record", "coalitions", "history", "common")),
    "undocs",
    "coding",
]
NOT_TOLD = {"__init__", "__main__", "apps", "migrations", "templatetags", "tests"}


def drawn() -> str:
    """Return the page: a table for each app, from the top floor down, a line for each room in it."""
    head = [
        "# The rooms, one by one",
        "",
        "Drawn by `make fix` from the first line of each module; the reasons are in [house.md](house.md). Rooms that",
        "are folders end in `/`. Left out is what every app has: `apps`, `migrations`, `templatetags`, `tests`.",
        "",
    ]
    houses = {house: SOURCE / house for house in HOUSES} | {"starter": ROOT / "starter"}
    return "\n".join([*head, *(line for name, folder in houses.items() for line in _table(name, folder))])


def main(words: list[str]) -> int:
    """Write the page; with `--check` write nothing, and return 1 where it is stale or a room says nothing of itself."""
    fresh = drawn()
    if "--check" not in words:
        PAGE.write_text(fresh, encoding="utf-8")
    elif not PAGE.exists() or PAGE.read_text(encoding="utf-8") != fresh:
        sys.stderr.write("docs/rooms.md is stale: 'make fix' draws it anew\n")
        return 1
    silent = [line for line in fresh.splitlines() if line.endswith("|  |")]
    for line in silent:
        sys.stderr.write(f"says nothing of itself: {line}\n")
    return 1 if silent else 0


def _table(name: str, folder: Path) -> Iterator[str]:
    yield from (f"## {name.removeprefix('suivi/')}", "", _first_line(folder / "__init__.py"), "")
    yield from ("| room | what it is for |", "| --- | --- |")
    for path in sorted(folder.iterdir(), key=lambda path: path.stem):
        if path.stem in NOT_TOLD:
            continue
        if path.suffix == ".py":
            yield f"| `{path.stem}` | {_first_line(path)} |"
        elif (path / "__init__.py").exists() and list(path.glob("[!_]*.py")):
            yield f"| `{path.name}/` | {_first_line(path / '__init__.py')} |"
    yield ""


def _first_line(path: Path) -> str:
    words = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return words.partition("\n")[0].replace("|", "\\|")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
