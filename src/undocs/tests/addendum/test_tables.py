"""Answers in tables, in Word and in PDF."""

from __future__ import annotations

from pathlib import Path

import pytest

import undocs
from undocs.tests.addendum.papers import COVER, answer_to, positions, read_word
from undocs.tests.typeset import Line, lay_out, write_pdf

SUPPORTED, NOTED, IN_PART = "supported", "noted", "partially_supported"


@pytest.mark.parametrize("order", ["cell by cell", "line by line"])
def test_a_table_in_a_pdf_whose_columns_run_into_each_other(tmp_path: Path, order: str) -> None:
    rows = [
        (
            "101.1",
            ["Protect the river and", "its banks (Chile) (Peru)"],
            "Supported",
            ["The work has begun", "and goes on."],
        ),
        (
            "101.2",
            ["Abolish the salt tax", "and the boat tax (Kenya)"],
            "Noted",
            ["Orvana accepts that", "taxes are dear."],
        ),
        ("101.3", ["Build schools (Kenya)"], "Supported", []),
    ]
    lines = []
    for at, (number, quote, answer, comment) in enumerate(rows):
        columns = zip((113, 160, 330, 400), ([number], quote, [answer], comment), strict=True)
        cells = [Line(text, x, 700 - 40 * at - 12 * line) for x, cell in columns for line, text in enumerate(cell)]
        lines += cells if order == "cell by cell" else sorted(cells, key=lambda cell: (-cell.y, cell.x))
    document = undocs.read(write_pdf(tmp_path / "a.pdf", [*lay_out(COVER, ["1. Orvana answers as follows."]), lines]))
    assert positions(document) == {"101.1": SUPPORTED, "101.2": NOTED, "101.3": SUPPORTED}


def test_a_table_in_word_with_a_column_for_the_answer(tmp_path: Path) -> None:
    document = read_word(
        tmp_path,
        [
            ("No.", "Recommendation", "Position", "Comments"),
            ("101.1", "Accept visits (Chile)", "Supported", ""),
            ("101.2", "Abolish the salt tax (Norway)", "Noted", "The tax feeds the schools."),
            ("101.3, 101.4", "Build schools (Kenya)", "Partially supported", "Only in the hills."),
        ],
    )
    assert positions(document) == {"101.1": SUPPORTED, "101.2": NOTED, "101.3": IN_PART, "101.4": IN_PART}
    assert answer_to(document, "101.2").reason == "Noted. The tax feeds the schools."


def test_a_table_in_word_whose_sections_are_rows(tmp_path: Path) -> None:
    document = read_word(
        tmp_path,
        [
            ("Accepted recommendations", ""),
            ("101.1", "Protect the river (Chile)"),
            ("Noted recommendations", ""),
            ("101.2", "Abolish the salt tax (Norway)"),
        ],
    )
    assert positions(document) == {"101.1": SUPPORTED, "101.2": NOTED}
