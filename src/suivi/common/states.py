"""Draws every transition table into docs/states/, so that no picture lies: `python -m suivi.common.states`.

A table is a dictionary named `TRANSITIONS` in the rules of an app: {State.OPEN: {State.CLOSED: "close_round"}}.
Its first state is where a thing begins; a state that leads nowhere is an end; the words are the actions.
"""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Iterator, Mapping
from enum import Enum
from pathlib import Path

import suivi

HOUSE = Path(suivi.__file__).resolve().parent
PICTURES = HOUSE.parent.parent / "docs" / "states"

Transitions = Mapping[Enum, Mapping[Enum, str]]


def tables() -> Iterator[tuple[str, str, Transitions]]:
    """Yield (app, module, table) for every transition table of the house."""
    for room in sorted([*HOUSE.rglob("rules.py"), *HOUSE.rglob("rules/[!_]*.py")]):
        module = ".".join(("suivi", *room.relative_to(HOUSE).with_suffix("").parts))
        table = vars(importlib.import_module(module)).get("TRANSITIONS")
        if table:
            yield room.relative_to(HOUSE).parts[0], module, table


def picture(app: str, module: str, table: Transitions) -> tuple[str, str]:
    """Return the name of the file and the page: a Mermaid diagram, and the same as a table."""
    words = re.sub(r"State$|Status$", "", type(next(iter(table))).__name__)
    # Matches between the words of: ImportRun
    name = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", words).lower()
    page = [
        f"# {name.replace('-', ' ').capitalize()}: where it stands, and what moves it",
        "",
        f"Drawn from `{module}` by `python -m suivi.common.states`. Change the table there, not this page.",
        "",
        "```mermaid",
        "stateDiagram-v2",
        *(f"    {line}" for line in _lines(table)),
        "```",
        "",
        "| from | to | by |",
        "| --- | --- | --- |",
        *(f"| {start} | {end} | {verb if ' ' in verb else f'`{verb}`'} |" for start, end, verb in _moves(table)),
        "",
    ]
    return f"{app}-{name}.md", "\n".join(page)


def main(words: list[str]) -> int:
    """Write the pictures; with `--check` write nothing, and return 1 where one is stale, too many or missing."""
    fresh = dict(picture(*table) for table in tables())
    there = {path.name: path.read_text(encoding="utf-8") for path in PICTURES.glob("*.md")}
    stale = sorted(name for name in fresh.keys() | there.keys() if fresh.get(name) != there.get(name))
    if "--check" in words:
        for name in stale:
            sys.stderr.write(f"docs/states/{name} is stale: 'make fix' draws it anew\n")
        return 1 if stale else 0
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name in stale:
        if name in fresh:
            (PICTURES / name).write_text(fresh[name], encoding="utf-8")
        else:
            (PICTURES / name).unlink()
    return 0


def _moves(table: Transitions) -> Iterator[tuple[str, str, str]]:
    return ((start.value, end.value, verb) for start, ends in table.items() for end, verb in ends.items())


def _lines(table: Transitions) -> Iterator[str]:
    yield f"[*] --> {next(iter(table)).value}"
    yield from (f"{start} --> {end}: {verb}" for start, end, verb in _moves(table))
    yield from (f"{state.value} --> [*]" for state, ends in table.items() if not ends)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
