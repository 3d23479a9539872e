"""Writes Orvana's papers as Word documents in the form the United Nations uses: report, addendum, thematic list."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import docx
from docx.document import Document as Paper
from docx.table import Table

from suivi.demo.story import Cycle, Told
from undocs import states
from undocs.document import Position

COLUMNS = (
    "Recommendation and recommending State",
    "Position of the State under review",
    "Human rights themes and groups of persons",
    "Relevant SDGs",
)
WRITTEN = {
    Position.SUPPORTED: "Supported",
    Position.NOTED: "Noted",
    Position.PARTIALLY_SUPPORTED: "Supported/Noted",
    Position.PENDING: "Pending",
}
SAID = {
    Position.SUPPORTED: "supports",
    Position.PARTIALLY_SUPPORTED: "partially supports",
    Position.NOTED: "takes note of",
}
GOALS = (
    "NO POVERTY",
    "ZERO HUNGER",
    "GOOD HEALTH AND WELL-BEING",
    "QUALITY EDUCATION",
    "GENDER EQUALITY",
    "CLEAN WATER AND SANITATION",
    "AFFORDABLE AND CLEAN ENERGY",
    "DECENT WORK AND ECONOMIC GROWTH",
    "INDUSTRY, INNOVATION AND INFRASTRUCTURE",
    "REDUCED INEQUALITIES",
    "SUSTAINABLE CITIES AND COMMUNITIES",
    "RESPONSIBLE CONSUMPTION AND PRODUCTION",
    "CLIMATE ACTION",
    "LIFE BELOW WATER",
    "LIFE ON LAND",
    "PEACE, JUSTICE AND STRONG INSTITUTIONS",
    "PARTNERSHIPS FOR THE GOALS",
)


def write_papers(cycle: Cycle, folder: Path) -> list[Path]:
    """Write the papers of a review into `folder` and return their paths: report, addendum once answered, list."""
    papers = [_report(cycle, folder / f"Orvana-{cycle.number}-report.docx")]
    if cycle.answered_on:
        papers.append(_addendum(cycle, cycle.answered_on, folder / f"Orvana-{cycle.number}-addendum.docx"))
    papers.append(_thematic_list(cycle, folder / f"Orvana-{cycle.number}-thematic-list.docx"))
    return papers


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _front(symbol: str, day: date) -> Paper:
    paper = docx.Document()
    paper.add_paragraph(f"United Nations\t{symbol}")
    paper.add_paragraph("General Assembly\tDistr.: General")
    paper.add_paragraph(_day(day))
    paper.add_paragraph("Original: English")
    paper.add_paragraph("Human Rights Council")
    paper.add_paragraph("Agenda item 6")
    paper.add_paragraph("Universal periodic review")
    paper.add_paragraph("Report of the Working Group on the Universal Periodic Review")
    paper.add_paragraph("Orvana", style="Title")
    return paper


def _report(cycle: Cycle, path: Path) -> Path:
    paper = _front(cycle.symbol, cycle.issued_on)
    paper.add_heading("Introduction", 1)
    paper.add_paragraph(
        f"1.\tThe Working Group on the Universal Periodic Review held its {cycle.session} session. The review of "
        f"Orvana was held on {_day(cycle.reviewed_on)}. The delegation was headed by the Minister of Justice. At its"
        f" meeting held on {_day(cycle.adopted_on)}, the Working Group adopted the report on Orvana.",
    )
    paper.add_heading("II. Conclusions and/or recommendations", 1)
    room = [told for told in cycle.recommendations if told.in_the_room]
    later = [told for told in cycle.recommendations if not told.in_the_room]
    if room:
        _block(paper, room, "have been examined by Orvana and enjoy the support of Orvana:")
    _block(paper, later, "will be examined by Orvana, which will provide responses no later than the next session:")
    closing = int(later[-1].number.split(".")[0]) + 1
    paper.add_paragraph(
        f"{closing}.\tAll conclusions and/or recommendations contained in the present report reflect the position of "
        "the submitting States and/or the State under review. They should not be construed as endorsed by the "
        "Working Group as a whole.",
    )
    paper.save(str(path))
    return path


def _block(paper: Paper, told: list[Told], what_happens: str) -> None:
    paragraph = told[0].number.split(".")[0]
    paper.add_paragraph(
        f"{paragraph}.\tThe recommendations formulated during the dialogue and listed below {what_happens}"
    )
    for each in told:
        paper.add_paragraph(f"{each.number}\t{each.text} {_brackets(each)};")


def _brackets(told: Told) -> str:
    return " ".join(f"({states.name(code)})" for code in told.states)


def _addendum(cycle: Cycle, answered_on: date, path: Path) -> Path:
    paper = _front(f"{cycle.symbol}/Add.1", answered_on)
    paper.add_paragraph("Addendum")
    paper.add_paragraph("Views on conclusions and/or recommendations presented by the State under review")
    paper.add_paragraph(f"1.\tOrvana received {len(cycle.recommendations)} recommendations during its review.")
    for paragraph, (position, verb) in enumerate(SAID.items(), start=2):
        numbers = ", ".join(told.number for told in cycle.recommendations if told.position is position)
        paper.add_paragraph(f"{paragraph}.\tOrvana {verb} the following recommendations: {numbers}.")
    paper.save(str(path))
    return path


def _thematic_list(cycle: Cycle, path: Path) -> Path:
    paper = docx.Document()
    paper.sections[0].header.paragraphs[0].text = f"UPR of Orvana ({cycle.heading})"
    table = paper.add_table(rows=1, cols=len(COLUMNS))
    for cell, title in zip(table.rows[0].cells, COLUMNS, strict=True):
        cell.text = title
    theme = ""
    for told in sorted(cycle.recommendations, key=lambda each: each.themes[0]):
        if told.themes[0] != theme:
            theme = told.themes[0]
            row = table.add_row().cells
            row[0].merge(row[-1]).text = f"Theme: {theme}"
        _row(table, told, cycle)
    paper.save(str(path))
    return path


def _row(table: Table, told: Told, cycle: Cycle) -> None:
    cells = table.add_row().cells  # type: ignore[no-untyped-call]  # python-docx has no type there
    source = cycle.symbol if told.in_the_room or not cycle.answered_on else f"{cycle.symbol}/Add.1"
    cells[0].text = f"{told.number} {told.text} {_brackets(told)};"
    cells[0].add_paragraph(f"Source of Position: {source} - Para.{told.number.split('.')[0]}")
    cells[1].text = WRITTEN[told.position]
    groups = ["Groups of Persons:", *(f"- {group}" for group in told.groups)] if told.groups else []
    cells[2].text = "\n".join([*(f"- {theme}" for theme in told.themes), *groups])
    cells[3].text = "\n".join(f"- {goal} - {GOALS[goal - 1]}" for goal in told.sdgs)
