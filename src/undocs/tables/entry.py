"""One row of a sheet, or one object of a JSON export, as a recommendation."""

from __future__ import annotations

from collections.abc import Mapping

from undocs.document import Recommendation
from undocs.paragraph import read_paragraph
from undocs.tables import values
from undocs.typed import clean

# Fields of a row, as in `vocabulary/columns.csv`, with their text
type Entry = Mapping[str, str]

_UPR = ("upr", "universal periodic review")
_RECOMMENDATION = ("recommend", "recomm")


def is_recommendation(entry: Entry) -> bool:
    """Return whether a row of UHRI is a recommendation of the Universal Periodic Review."""
    body, sort = entry.get("body", ""), entry.get("annotation_type", "")
    names_review = not body or any(words in body.lower() for words in _UPR)
    return names_review and (not sort or any(words in sort.lower() for words in _RECOMMENDATION))


def from_paragraph(entry: Entry) -> Recommendation:
    """Read a row whose text is a paragraph with number and brackets, or perhaps without them."""
    made = read_paragraph(values.text(entry.get("text", "")))
    made.number = entry.get("number") or made.number
    column = values.names_of_states(entry.get("states", ""))
    if column.states:
        _compare(made, list(column.states))
    made.warnings += [f"“{name}” is not known as the name of a State." for name in column.unknown]
    return _with_the_rest(made, entry)


def from_coded(entry: Entry) -> Recommendation:
    """Read a row of UPR Info: bare text, and one State a row; a pledge has none."""
    written = entry.get("text", "")
    made = Recommendation(None, clean(values.text(written)), as_written=written)
    made.is_pledge = values.is_pledge(entry.get("position", ""))
    if not made.is_pledge:
        column = values.names_of_states(entry.get("states", ""))
        made.states = list(column.states)
        made.warnings = [f"“{name}” is not known as the name of a State." for name in column.unknown]
    return _with_the_rest(made, entry)


def _compare(made: Recommendation, column: list[str]) -> None:
    """Take the States from their own column, and say where the brackets differ."""
    made.warnings = [said for said in made.warnings if said != "No recommending State was found."]
    if made.states and set(made.states) != set(column):
        made.warnings.append(
            f"The column of States says {', '.join(column)}, the brackets say {', '.join(made.states)}."
        )
    made.states = column


def _with_the_rest(made: Recommendation, entry: Entry) -> Recommendation:
    said = entry.get("position", "")
    made.position = values.position(said)
    made.position_as_written = " / ".join(values.items(said)) or None
    made.heading = entry.get("heading") or None
    made.themes = values.items(entry.get("themes", ""))
    made.groups = values.items(entry.get("groups", ""))
    made.issues = values.separated(entry.get("issues", ""))
    made.sdgs = values.goals(entry.get("sdgs", ""))
    action = entry.get("action_category", "").strip()
    made.action_category = int(action) if action in {"1", "2", "3", "4", "5"} else None
    reviewed = values.names_of_states(entry.get("state_under_review", "")).states
    made.state_under_review = reviewed[0] if reviewed else None
    made.wg_session = values.session(entry.get("wg_session", ""))
    made.cycle = values.cycle(entry.get("cycle", ""), entry.get("wg_session", ""))
    made.symbol = entry.get("symbol") or None
    return made
