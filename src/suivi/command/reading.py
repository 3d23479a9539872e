"""A reading in the terminal: what document it is, its rows, its totals, its warnings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from undocs import Answer, Document, Recommendation

_COLOURS = {"supported": "green", "noted": "yellow", "partially_supported": "cyan", "pending": "blue", "unclear": "red"}
_NO_POSITION = "no position"


@dataclass(slots=True)
class Counted:
    """How many recommendations were read, by position, and how many carry a warning of their own."""

    positions: Counter[str] = field(default_factory=Counter)
    doubtful: int = 0

    def add(self, recommendation: Recommendation) -> None:
        """Count one more."""
        self.positions[recommendation.position.value if recommendation.position else _NO_POSITION] += 1
        self.doubtful += bool(recommendation.warnings)


def show(document: Document, console: Console, rows: int, counted: Counted | None = None) -> None:
    """Print a document: head, at most so many rows of each table, totals, warnings.

    `counted` counts more recommendations than the document holds, where it holds only the first of many.
    """
    if counted is None:
        counted = Counted()
        for each in document.recommendations:
            counted.add(each)
    console.print(_head(document))
    if document.recommendations:
        console.print(_recommendations(document.recommendations[:rows], counted.positions.total()))
    if document.positions:
        console.print(_answers(document.positions[:rows], len(document.positions)))
    console.print(_totals(document, counted))
    warnings = list(document.warnings)
    if counted.doubtful:
        warnings.append(f"{counted.doubtful} of the recommendations carry a warning of their own.")
    for warning in warnings:
        console.print(f"[red]![/red] {escape(warning)}")
    if not warnings:
        console.print("[green]Everything in it fits together.[/green]")


def _head(document: Document) -> Table:
    table = Table.grid(padding=(0, 2))
    for name, value in _facts(document):
        table.add_row(f"[bold]{name}[/bold]", escape(value))
    return table


def _facts(document: Document) -> Iterator[tuple[str, str]]:
    facts = {
        "Document": document.kind.value.replace("_", " "),
        "Symbol": document.symbol,
        "State": document.state_under_review,
        "Cycle": document.cycle,
        "Session": document.wg_session,
        "Language": document.language,
        "Published": document.published_on,
        "Reviewed": document.reviewed_on,
        "Adopted": document.adopted_on,
        "Troika": ", ".join(document.troika),
        "Pages": document.pages,
        "Pledges": len(document.pledges) or None,
    }
    return ((name, str(value)) for name, value in facts.items() if value)


def _recommendations(shown: list[Recommendation], of: int) -> Table:
    table = _table("Recommendations", len(shown), of)
    for name in ("Number", "Text", "States", "Position"):
        table.add_column(name, no_wrap=name == "Number", overflow="fold")
    for each in shown:
        states = " ".join(each.states)
        text = escape(each.text) + "".join(f"\n[red]! {escape(warning)}[/red]" for warning in each.warnings)
        table.add_row(each.number or "", text, states, _coloured(each.position.value if each.position else ""))
    return table


def _answers(shown: list[Answer], of: int) -> Table:
    table = _table("Answers", len(shown), of)
    table.add_column("Numbers", overflow="fold", max_width=24)
    table.add_column("Position", overflow="fold", max_width=20)
    table.add_column("In the State's words", overflow="fold")
    for each in shown:
        claim = f"\n{each.claim.value.replace('_', ' ')}" if each.claim else ""
        table.add_row(
            ranges(each.numbers), _coloured(each.position.value) + claim, escape(each.reason or each.as_written)
        )
    return table


def ranges(numbers: list[str]) -> str:
    """Return numbers as people write them: `122.1–3, 122.7` for 122.1, 122.2, 122.3 and 122.7."""
    runs: list[list[str]] = []
    for number in numbers:
        if runs and _next(runs[-1][-1]) == number:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(run[0] if len(run) == 1 else f"{run[0]}–{run[-1].rpartition('.')[2]}" for run in runs)


def _next(number: str) -> str:
    paragraph, dot, item = number.rpartition(".")
    return f"{paragraph}{dot}{int(item) + 1}"


def _table(title: str, shown: int, of: int) -> Table:
    caption = f"{shown} of {of} shown; --rows shows more." if shown < of else None
    return Table(title=title, caption=caption, show_lines=True, header_style="bold")


def _coloured(position: str) -> str:
    colour = _COLOURS.get(position)
    words = position.replace("_", " ")
    return f"[{colour}]{words}[/{colour}]" if colour else words


def _totals(document: Document, counted: Counted) -> Table:
    """Put beside each other what was read and what the document says of itself."""
    read = counted.positions
    if not read:
        read = Counter(each.position.value for each in document.positions for _ in each.numbers)
    table = Table(title="Totals", header_style="bold")
    table.add_column("")
    table.add_column("Read", justify="right")
    table.add_column("The document says", justify="right")
    for name in dict.fromkeys([*read, *document.totals]):
        said = document.totals.get(name)
        table.add_row(_coloured(name), str(read[name]) if name in read else "", "" if said is None else str(said))
    table.add_row("all", str(read.total()), "", style="bold")
    return table
