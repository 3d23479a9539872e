"""Nothing that leaves as a table can run in a spreadsheet."""

from __future__ import annotations

import csv
import io

import pytest

from suivi.common.cells import csv_table, neutral


@pytest.mark.parametrize(
    "formula",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        "\t=1",
        "\r=1",
        "\n=1",
        "  =1",
        "\u00a0=1",
        "|x",
        "%0A",
    ],
)
def test_a_formula_becomes_text(formula: str) -> None:
    assert neutral(formula) == f"'{formula}"


@pytest.mark.parametrize("text", ["Ratify", "128.12", "", "État", "酷刑", "a=b", "5 - 3"])
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert neutral(text) == text


def test_a_table_can_be_read_back_with_its_head_neutral_too() -> None:
    written = csv_table(["=head", "n"], [['a, b\n"c"', 3], ["@x", -3]])
    assert written.startswith("\ufeff")
    assert list(csv.reader(io.StringIO(written[1:]))) == [["'=head", "n"], ['a, b\n"c"', "3"], ["'@x", "-3"]]
