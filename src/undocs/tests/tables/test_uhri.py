"""Exports of the Universal Human Rights Index: sheet and JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from undocs import tables
from undocs.document import Kind, Position
from undocs.refusals import Unreadable

SHEET = {
    "OHCHR Annotation Id": "8d1f0c7e-0001",
    "Document Symbol": "A/HRC/38/99",
    "Document Publication Date": 43208,
    "Reccomending Body": "- UPR",
    "Type": "- Recommendations",
    "Countries Concerned": "- Orvana",
    "Regions Concerned": "- Europe",
    "Themes": "- Right to health\n- Safe drinking water & sanitation",
    "Affected Persons": "- Children\n- Women & girls",
    "Sdgs": "- 3 - GOOD HEALTH AND WELL-BEING\n- 6 - CLEAN WATER AND SANITATION",
    "Text": "127.9 Clean the lake (Peru) (Côte d’Ivoire);",
    "UPR Session": "- 28th Session - Cycle 3",
    "UPR Reccomending States": "- Peru\n- Côte d'Ivoire",
    "UPR Position": "- Supported",
}
OBJECT: dict[str, Any] = {
    "AnnotationId": "8d1f0c7e-0001",
    "Text": "<p>127.9 Clean the lake (Peru) (Côte d’Ivoire)&nbsp;;</p>",
    "Symbol": "A/HRC/38/99",
    "Body": "UPR",
    "AnnotationType": "Recommendations",
    "Countries": ["Orvana"],
    "Regions": ["Europe"],
    "Themes": ["Right to health", "Safe drinking water & sanitation"],
    "AffectedPersons": ["Children", "Women & girls"],
    "Sdgs": ["3 - GOOD HEALTH AND WELL-BEING", "6 - CLEAN WATER AND SANITATION"],
    "PublicationDate": "2018-04-18T00:00:00",
    "UprCycle": "3",
    "UprSession": "28",
    "UprPositions": ["Supported"],
    "UprRecommendingCountry": ["Peru", "Côte d'Ivoire"],
}


def _sheet(path: Path, *rows: dict[str, Any]) -> Path:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate([dict(zip(SHEET, SHEET, strict=True)), *rows]):
            sheet.write_row(at, 0, list(row.values()))
    return path


def _check(path: Path) -> None:
    document = tables.read(path)
    assert (document.kind, document.warnings) == (Kind.UHRI_EXPORT, [])
    assert (document.symbol, document.state_under_review) == ("A/HRC/38/99", "XOR")
    assert (document.cycle, document.wg_session) == (3, 28)
    [only] = document.recommendations
    assert (only.number, only.text, only.states) == ("127.9", "Clean the lake", ["PER", "CIV"])
    assert only.themes == ["Right to health", "Safe drinking water & sanitation"]
    assert (only.groups, only.sdgs) == (["Children", "Women & girls"], [3, 6])
    assert (only.position, only.position_as_written) == (Position.SUPPORTED, "Supported")
    assert only.warnings == []


def test_a_sheet_is_read(tmp_path: Path) -> None:
    _check(_sheet(tmp_path / "uhri.xlsx", SHEET))


WRAPPED = {
    "array": "[{}]",
    "object with an array": '{{"total": 1, "value": [{}]}}',
    "array two objects deep": '{{"data": {{"hits": [{}]}}}}',
    "one object": "{}",
}


@pytest.mark.parametrize("indent", [None, 1])
@pytest.mark.parametrize("wrapping", WRAPPED)
def test_json_is_read_however_its_objects_are_wrapped(tmp_path: Path, wrapping: str, indent: int | None) -> None:
    path = tmp_path / "uhri.json"
    path.write_text(WRAPPED[wrapping].format(json.dumps(OBJECT, indent=indent)), encoding="utf-8")
    _check(path)


def test_json_with_an_object_a_line_is_read(tmp_path: Path) -> None:
    path = tmp_path / "uhri.jsonl"
    other = {**OBJECT, "Text": "127.10 Open the ferry (Mali);", "UprRecommendingCountry": ["Mali"]}
    path.write_text("\n".join(json.dumps(each) for each in (OBJECT, other)), encoding="utf-8")
    assert [each.states for each in tables.stream(path)] == [["PER", "CIV"], ["MLI"]]


def test_what_other_bodies_say_is_left_out(tmp_path: Path) -> None:
    committee = {**SHEET, "Reccomending Body": "- CEDAW", "Text": "Clean the lake"}
    concern = {**SHEET, "Type": "- Concerns/Observations"}
    path = _sheet(tmp_path / "uhri.xlsx", committee, SHEET, concern)
    assert len(tables.read(path).recommendations) == 1


def test_a_column_of_states_that_differs_from_the_brackets_wins_and_is_said(tmp_path: Path) -> None:
    path = _sheet(tmp_path / "uhri.xlsx", {**SHEET, "UPR Reccomending States": "- Peru"})
    [only] = tables.read(path).recommendations
    assert only.states == ["PER"]
    assert only.warnings == ["The column of States says PER, the brackets say PER, CIV."]


@pytest.mark.parametrize("content", ['[{"AnnotationId": 1, "Text": ', "[}", "{", "[1 2]"])
def test_broken_json_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "uhri.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(Unreadable, match="JSON"):
        list(tables.stream(path))
