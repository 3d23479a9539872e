"""What people and programs do to a list, and what is read all the same."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

import undocs
from undocs.tests.matrix.lists import HEADERS, read, read_one, write

SOURCE = "Source of position: A/HRC/99/9/Add.1 - Para. 3"


@pytest.mark.parametrize(
    ("written", "number", "text", "states"),
    [
        ("140.7 Protect the river (Kenya);", "140.7", "Protect the river", ["KEN"]),
        ("186.28. Protect the river (Kenya) (Peru);", "186.28", "Protect the river", ["KEN", "PER"]),
        ("140.7\u00a0Protect the river (Kenya, Peru)", "140.7", "Protect the river", ["KEN", "PER"]),
        ("140\u20117 Protect the river (Kenya); (Peru); ", "140.7", "Protect the river", ["KEN", "PER"]),
        ("140.7 Protect the river (Plurinational S tate of Bolivia).", "140.7", "Protect the river", ["BOL"]),
        (
            "140.7 Ratify the River Convention (No. 29) (Kenya);",
            "140.7",
            "Ratify the River Convention (No. 29)",
            ["KEN"],
        ),
        (
            "140.7 Keep the plan (2009–2014) (arts. 21 and 22) (Kenya);",
            "140.7",
            "Keep the plan (2009–2014) (arts. 21 and 22)",
            ["KEN"],
        ),
    ],
)
def test_a_paragraph_is_read_however_it_is_typed(
    tmp_path: Path, written: str, number: str, text: str, states: list[str]
) -> None:
    found = read_one(tmp_path, f"{written}\n{SOURCE}")
    assert (found.number, found.text, found.states) == (number, text, states)


def test_two_sentences_under_one_number_keep_their_own_states(tmp_path: Path) -> None:
    found = read_one(tmp_path, f"140.7 Protect the river (Kenya); Plant trees on its banks (Peru) (Chile);\n{SOURCE}")
    assert [(part.text, part.states) for part in found.parts] == [
        ("Protect the river", ["KEN"]),
        ("Plant trees on its banks", ["PER", "CHL"]),
    ]


@pytest.mark.parametrize(
    ("written", "source"),
    [
        ("Source of Position: A/HRC/99/9 - Para 121", "A/HRC/99/9 - Para 121"),
        ("Source of position: A/HRC/99/9/Add.1 - Para.3vv", "A/HRC/99/9/Add.1 - Para.3vv"),
        (
            "Source of position : A/HRC/99/9/Add.1A/HRC/99/9/Add.1 - Para. 3 ",
            "A/HRC/99/9/Add.1A/HRC/99/9/Add.1 - Para. 3",
        ),
        ("Sources of positions: A/HRC/99/9/Add.1\n- Para. 3", "A/HRC/99/9/Add.1 - Para. 3"),
    ],
)
def test_the_source_of_a_position_is_kept_as_typed(tmp_path: Path, written: str, source: str) -> None:
    found = read_one(tmp_path, f"140.7 Protect the river (Kenya);\n{written}\n")
    assert found.position_source == source
    assert found.text == "Protect the river"


def test_a_source_on_the_line_of_the_paragraph_is_found(tmp_path: Path) -> None:
    found = read_one(tmp_path, f"140.7 Protect the river (Kenya); {SOURCE}")
    assert (found.text, found.position_source) == ("Protect the river", "A/HRC/99/9/Add.1 - Para. 3")


def test_a_remark_instead_of_a_source_is_shown_as_a_warning(tmp_path: Path) -> None:
    found = read_one(tmp_path, "140.7 Protect the river (Kenya);\nComments: Said in a letter")
    assert found.position_source is None
    assert found.text == "Protect the river"
    assert "The list remarks: Said in a letter" in found.warnings


def test_a_remark_across_all_columns_is_no_heading(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        2019,
        "Theme: A12 Rivers",
        "Note: the list was drawn up in May",
        (f"140.7 Protect the river (Kenya);\n{SOURCE}", "Noted", "A12 Rivers", ""),
    )
    assert document.recommendations[0].heading == "A12 Rivers"
    assert "The list remarks: the list was drawn up in May" in document.warnings


def test_a_row_without_number_and_position_goes_on_with_the_one_above(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        2019,
        ("140.7 Protect the river and", "Supported", "A12 Rivers", ""),
        (f"its banks (Kenya);\n{SOURCE}", "", "B31 Fishing\nAffected persons:\n- general", ""),
    )
    (found,) = document.recommendations
    assert (found.text, found.states) == ("Protect the river and its banks", ["KEN"])
    assert (found.themes, found.groups) == (["A12 Rivers", "B31 Fishing"], ["general"])


def test_a_cell_merged_downwards_holds_for_each_row(tmp_path: Path) -> None:
    path = write(
        tmp_path / "list.docx",
        HEADERS[2019],
        [
            (f"140.7 Protect the river (Kenya);\n{SOURCE}", "Supported", "A12 Rivers", ""),
            (f"140.8 Protect the lake (Peru);\n{SOURCE}", "", "A12 Rivers", ""),
        ],
    )
    paper = docx.Document(str(path))
    paper.tables[0].cell(1, 1).merge(paper.tables[0].cell(2, 1))
    paper.save(str(path))
    assert [each.position_as_written for each in undocs.read(path).recommendations] == ["Supported", "Supported"]


def test_the_header_row_printed_again_is_no_recommendation(tmp_path: Path) -> None:
    row = (f"140.7 Protect the river (Kenya);\n{SOURCE}", "Supported", "A12 Rivers", "")
    document = read(tmp_path, 2019, row, HEADERS[2019], "Theme: B31 Fishing")
    assert [each.number for each in document.recommendations] == ["140.7"]


def test_a_list_cut_into_several_tables_is_read_whole(tmp_path: Path) -> None:
    row = ("140.7 Protect the river (Kenya);", "Supported", "A12 Rivers", "")
    path = write(tmp_path / "list.docx", HEADERS[2019], [row])
    paper = docx.Document(str(path))
    second = paper.add_table(rows=1, cols=4)
    for cell, text in zip(
        second.rows[0].cells, ("140.8 Protect the lake (Peru);", "Noted", "A12 Rivers", ""), strict=True
    ):
        cell.text = text
    paper.save(str(path))
    assert [each.number for each in undocs.read(path).recommendations] == ["140.7", "140.8"]


def test_states_of_the_column_win_over_the_brackets_and_the_difference_is_said(tmp_path: Path) -> None:
    document = read(tmp_path, 2015, ("140.7 Protect the river (Kenya);", "Kenya\nPeru", "Noted", "2.1. Rivers"))
    (found,) = document.recommendations
    assert found.states == ["KEN", "PER"]
    assert any("KEN, PER" in warning for warning in found.warnings)


def test_a_name_nobody_knows_in_the_column_of_states_is_said(tmp_path: Path) -> None:
    document = read(tmp_path, 2015, ("140.7 Protect the river (Kenya);", "Kenya\nAtlantis", "Noted", "2.1. Rivers"))
    assert "“Atlantis” is not known as the name of a State." in document.recommendations[0].warnings


def test_a_word_document_under_the_name_of_an_old_one_is_read_as_what_it_is(tmp_path: Path) -> None:
    path = write(tmp_path / "list.docx", HEADERS[2025], [("140.7 Protect the river (Kenya);", "Noted", "- Rivers", "")])
    assert undocs.read(path.rename(tmp_path / "list.doc")).recommendations[0].number == "140.7"
