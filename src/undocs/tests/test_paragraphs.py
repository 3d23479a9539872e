"""Text files with one paragraph a line."""

from __future__ import annotations

from pathlib import Path

import pytest

from undocs import paragraphs
from undocs.document import Kind
from undocs.encoding import decode
from undocs.language import guess
from undocs.refusals import Unreadable

LINES = [
    "9.1 Clean the lake (Chile);",
    "Open the ferry of the lake (Peru);",
    "9.3 Protect all the fish (Côte d’Ivoire).",
]


@pytest.fixture
def written(tmp_path: Path) -> Path:
    return tmp_path / "recommendations.txt"


def test_one_line_gives_one_recommendation_in_order(written: Path) -> None:
    written.write_text("\n".join(LINES) + "\n", encoding="utf-8")
    document = paragraphs.read(written)
    assert (document.kind, document.language) == (Kind.PARAGRAPHS, "en")
    assert [each.number for each in document.recommendations] == ["9.1", None, "9.3"]
    assert [each.states for each in document.recommendations] == [["CHL"], ["PER"], ["CIV"]]


def test_an_empty_line_among_many_keeps_its_place(written: Path) -> None:
    written.write_text("\n".join([*LINES, "", *LINES]), encoding="utf-8")
    texts = [each.text for each in paragraphs.read(written).recommendations]
    assert texts[:3] == texts[4:] == ["Clean the lake", "Open the ferry of the lake", "Protect all the fish"]
    assert texts[3] == ""


def test_blank_lines_between_paragraphs_part_them_even_where_they_are_wrapped(written: Path) -> None:
    written.write_text(
        "9.1 Clean the\nlake (Chile);\n\n9.2 Open the ferry\n(Peru);\n\n\n9.3 Fish (Mali).\n", encoding="utf-8"
    )
    found = [(each.number, each.text, each.states) for each in paragraphs.read(written).recommendations]
    assert found == [
        ("9.1", "Clean the lake", ["CHL"]),
        ("9.2", "Open the ferry", ["PER"]),
        ("9.3", "Fish", ["MLI"]),
    ]


@pytest.mark.parametrize("content", ["\n \n", "Dear all,\nwe met at the lake.\n"])
def test_a_text_without_any_number_or_state_is_refused(written: Path, content: str) -> None:
    written.write_text(content, encoding="utf-8")
    with pytest.raises(Unreadable, match="holds no recommendation"):
        paragraphs.read(written)


def test_numbers_that_say_item_before_paragraph_are_turned_and_said(written: Path) -> None:
    written.write_text("1.140 A (Chile)\n2.140 B (Peru)\n3.140 C (Mali)\n4.140 D (Togo)\n", encoding="utf-8")
    document = paragraphs.read(written)
    assert [each.number for each in document.recommendations] == ["140.1", "140.2", "140.3", "140.4"]
    assert len(document.warnings) == 1


def test_numbers_of_many_reports_are_left_as_they_are(written: Path) -> None:
    written.write_text("98.140 A (Chile)\n99.140 B (Peru)\n101.12 C (Mali)\n", encoding="utf-8")
    assert [each.number for each in paragraphs.read(written).recommendations] == ["98.140", "99.140", "101.12"]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Protéger l’accès à l’eau (Côte d’Ivoire)", "cp1252"),
        ("Protéger l’accès à l’eau (Côte d’Ivoire)", "mac_roman"),
        ("Protéger l’accès à l’eau (Côte d’Ivoire)", "utf-16"),
        ("Protéger l’accès à l’eau (Côte d’Ivoire)", "utf-8-sig"),
        ("Continúe la protección del niño (España)", "mac_roman"),
        ("обеспечить доступ к воде (Испания)", "cp1251"),
        ("ضمان الوصول إلى المياه (مصر)", "cp1256"),
        ("确保用水(巴西)；", "gb18030"),
    ],
)
def test_any_writers_bytes_become_the_text_again(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_every_kind_of_line_end_is_one() -> None:
    assert decode(b"one\r\ntwo\rthree\nfour") == "one\ntwo\nthree\nfour"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Continue with the protection of all the lakes", "en"),
        ("Poursuivre la protection de tous les lacs du pays", "fr"),
        ("Continuar con la protección de los lagos del país", "es"),
        ("مواصلة حماية البحيرات (ILO)", "ar"),
        ("продолжать защиту озер", "ru"),
        ("继续保护湖泊", "zh"),
        ("OPCAT", None),
        ("", None),
    ],
)
def test_the_language_of_a_text_is_guessed(text: str, language: str | None) -> None:
    assert guess(text) == language
