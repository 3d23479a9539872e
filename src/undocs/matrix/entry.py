"""One recommendation of the list, from the lines of its columns."""

from __future__ import annotations

import re

from undocs import states
from undocs.document import Position, Recommendation
from undocs.matrix.columns import Column
from undocs.matrix.labels import goals_of, read_labels
from undocs.matrix.paragraph_cell import read_cell
from undocs.matrix.positions import read_position
from undocs.matrix.rows import Entry

# Between the names in the States' own column: one a line, or "Chile; Ghana"
_BETWEEN_NAMES = re.compile(r"[\n;]+")


def read_entry(entry: Entry) -> Recommendation:
    """Read one recommendation; whatever is not sure stands in its warnings."""
    made = read_cell(entry.lines[Column.RECOMMENDATION])
    made.heading = entry.heading
    if made.number is None:
        made.warnings.append("This row of the list has no number.")
    _add_position(made, entry.written(Column.POSITION))
    labels = read_labels(entry.lines.get(Column.LABELS, []))
    made.themes, made.groups = labels.themes, labels.groups
    made.sdgs = goals_of(entry.lines.get(Column.SDGS, [])) or labels.sdgs
    if Column.STATES in entry.lines:
        _compare_states(made, entry.lines[Column.STATES])
    return made


def _add_position(made: Recommendation, written: str) -> None:
    made.position_as_written = written or None
    made.position = read_position(written)
    if made.position is Position.UNCLEAR:
        made.warnings.append(f"The position “{written}” is not known." if written else "The list gives no position.")


def _compare_states(made: Recommendation, lines: list[str]) -> None:
    """Take the States from their own column, and say where it and the brackets differ."""
    names = [" ".join(name.split()) for name in _BETWEEN_NAMES.split("\n".join(lines)) if name.strip()]
    found = {name: states.find(name) for name in names}
    made.warnings += [f"“{name}” is not known as the name of a State." for name, code in found.items() if code is None]
    column = list(dict.fromkeys(code for code in found.values() if code))
    if column and set(column) != set(made.states):
        brackets = ", ".join(made.states) or "none"
        made.warnings.append(f"The column of States says {', '.join(column)}, the brackets say {brackets}.")
        made.states = column
