"""Any other sheet, with columns that a person confirms."""

from __future__ import annotations

from pathlib import Path

import pytest

from undocs import tables
from undocs.document import Kind, Position
from undocs.refusals import Unreadable


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "ministry.csv"
    path.write_text(
        "N°;Recommandation;Pays;Position;Suivi\n"
        "1;140.7 Ouvrir le lac (Pérou);;Acceptée;à faire\n"
        "2;140.8 Protéger les poissons;Chili et Côte d’Ivoire;Notée;\n"
        ";;;;\n",
        encoding="cp1252",
    )
    return path


def test_a_person_sees_a_guess_and_some_rows(sheet: Path) -> None:
    seen = tables.columns(sheet)
    assert seen.header == ["N°", "Recommandation", "Pays", "Position", "Suivi"]
    assert seen.guess == {"number": 0, "text": 1, "position": 3}
    assert seen.sample[0] == ["1", "140.7 Ouvrir le lac (Pérou)", "", "Acceptée", "à faire"]


def test_the_sheet_is_read_as_the_person_confirmed(sheet: Path) -> None:
    document = tables.read_mapped(sheet, {"text": 1, "states": 2, "position": 3})
    assert document.kind is Kind.TABLE
    found = [(each.number, each.text, each.states, each.position) for each in document.recommendations]
    assert found == [
        ("140.7", "Ouvrir le lac", ["PER"], Position.SUPPORTED),
        ("140.8", "Protéger les poissons", ["CHL", "CIV"], Position.NOTED),
    ]


def test_a_column_of_numbers_wins_over_the_number_in_the_text(sheet: Path) -> None:
    document = tables.read_mapped(sheet, {"number": 0, "text": 1})
    assert [each.number for each in document.recommendations] == ["1", "2"]


def test_a_row_with_an_empty_cell_is_no_header(tmp_path: Path) -> None:
    path = tmp_path / "unnamed.csv"
    path.write_text("What was asked;Who;Notes\nOpen the lake;Peru;today\nClose the lake;Chile;\n", encoding="utf-8")
    seen = tables.columns(path)
    assert (seen.header, seen.guess) == (["What was asked", "Who", "Notes"], {})


def test_a_field_that_is_none_is_an_error(sheet: Path) -> None:
    with pytest.raises(KeyError, match="weather"):
        tables.read_mapped(sheet, {"text": 1, "weather": 2})


def test_a_sheet_without_rows_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "empty.csv"
    path.write_text("", encoding="utf-8")
    with pytest.raises(Unreadable, match="empty"):
        tables.columns(path)
