"""Exports of UPR Info."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import xlsxwriter

from undocs import tables
from undocs.document import Kind, Position
from undocs.refusals import Unreadable

CORPUS = Path(os.environ.get("SUIVI_CORPUS", "../shared/corpus"))
HEADER = (
    "State under Review,Regional group,Recommending State,Regional group,Recommendation,Response,Action,Issue,Session"
)
ROWS = [
    'Orvana,WEOG,Côte d’Ivoire,Africa,Clean the “great” lake.,Accepted,4,"Environment,Right to water",21',
    "Orvana,WEOG,Peru,GRULAC,Clean the “great” lake.,Accepted,4,Environment,21",
    "Orvana,WEOG,Peru,GRULAC,Close the prison on the island,Rejected,5,Detention,21",
    "Orvana,WEOG,Orvana,WEOG,Publish a report on the lake,Voluntary Pledge,5,General,21",
    "Orvana,WEOG,Atlantis,Africa,Teach every child to swim,No clear position,5,Rights of the Child,21",
]


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / "export.csv"
    path.write_bytes("\r".join([HEADER, *ROWS, ""]).encode("mac_roman"))
    return path


def test_a_file_of_an_old_macintosh_with_doubled_headers_is_read(export: Path) -> None:
    document = tables.read(export)
    assert document.kind is Kind.UPR_INFO_EXPORT
    assert (document.state_under_review, document.cycle, document.wg_session) == ("XOR", 2, 21)
    assert [each.text for each in document.recommendations] == [
        "Clean the “great” lake.",
        "Close the prison on the island",
        "Publish a report on the lake",
        "Teach every child to swim",
    ]


def test_rows_of_one_text_are_one_recommendation_of_several_states(export: Path) -> None:
    first = tables.read(export).recommendations[0]
    assert first.states == ["CIV", "PER"]
    assert first.issues == ["Environment", "Right to water"]
    assert (first.position, first.position_as_written, first.action_category) == (Position.SUPPORTED, "Accepted", 4)


def test_wordings_that_differ_in_a_figure_are_not_one(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    rows = [f"Orvana,Peru,Light {count} lighthouses,Accepted,5,Other,21" for count in (12, 13)]
    path.write_text(
        "\n".join(["State under Review,Recommending State,Recommendation,Response,Action,Issue,Session", *rows])
    )
    assert [each.text for each in tables.read(path).recommendations] == ["Light 12 lighthouses", "Light 13 lighthouses"]


def test_a_pledge_is_no_recommendation_of_the_state_to_itself(export: Path) -> None:
    pledge = tables.read(export).recommendations[2]
    assert (pledge.is_pledge, pledge.states, pledge.position) == (True, [], None)


def test_responses_become_positions_and_unknown_states_warnings(export: Path) -> None:
    document = tables.read(export)
    positions = [each.position for each in document.recommendations]
    assert positions == [Position.SUPPORTED, Position.NOTED, None, Position.UNCLEAR]
    assert document.recommendations[3].warnings == ["“Atlantis” is not known as the name of a State."]
    assert document.warnings == ["No recommending State was found for the one in place 3."]


def test_streaming_gives_a_recommendation_for_each_row(export: Path) -> None:
    assert [each.states for each in tables.stream(export)] == [["CIV"], ["PER"], ["PER"], [], []]


def test_the_columns_of_the_open_data_are_known_too(tmp_path: Path) -> None:
    path = tmp_path / "upr-info.csv"
    path.write_text(
        "To,To-Rgrp,To-Org,Text,From,From-Rgrp,From-Org,Response,Action,Issue,Session\n"
        'Orvana,WEOG,,"Clean, then open the lake",Mali,Africa,AU,Noted,4,"Environment,Other",9\n',
        encoding="utf-8",
    )
    assert tables.recognises(path) is Kind.UPR_INFO_EXPORT
    [only] = tables.read(path).recommendations
    assert (only.text, only.states, only.cycle) == ("Clean, then open the lake", ["MLI"], 1)


def test_a_workbook_with_a_title_above_its_header_is_read(tmp_path: Path) -> None:
    path = tmp_path / "export.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("About").write(0, 0, "Made in Orvana")
        sheet = book.add_worksheet("Data")
        sheet.write(0, 0, "Database of recommendations")
        sheet.write_row(2, 0, HEADER.split(","))
        sheet.write_row(3, 0, ["Orvana", "WEOG", "Chad", "Africa", "Clean the lake", "Noted", 3.0, "Environment", 41.0])
    [only] = tables.read(path).recommendations
    assert (only.states, only.action_category, only.wg_session, only.cycle) == (["TCD"], 3, 41, 4)


@pytest.mark.parametrize("content", ["", "name,age\nAnna,3\n", "just a line"])
def test_a_table_of_something_else_is_refused_with_what_to_do(tmp_path: Path, content: str) -> None:
    path = tmp_path / "table.csv"
    path.write_text(content, encoding="utf-8")
    assert tables.recognises(path) is None
    with pytest.raises(Unreadable, match="columns are not known"):
        tables.read(path)


def test_a_broken_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "export.xlsx"
    path.write_bytes(b"PK\x03\x04 and then nothing")
    with pytest.raises(Unreadable, match="broken"):
        tables.read(path)


@pytest.mark.skipif(not (CORPUS / "upr-info").exists(), reason="the corpus is not there")
def test_the_open_data_is_read_whole() -> None:
    rows = list(tables.stream(CORPUS / "upr-info" / "upr-info.csv"))
    assert len(rows) == 34_415
    assert not [row for row in rows if not row.state_under_review or not row.wg_session or not row.issues]
    assert sum(not row.states and not row.is_pledge for row in rows) == 9  # their State is “(Unknown)”
