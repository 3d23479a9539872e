"""The tables of words."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from undocs import vocabulary
from undocs.vocabulary import LANGUAGES, rows

FOLDER = Path(vocabulary.__file__).parent
TABLES = sorted(str(path.relative_to(FOLDER)) for path in FOLDER.rglob("*.csv"))


@pytest.mark.parametrize("table", TABLES)
def test_every_row_has_a_cell_for_each_column_and_stands_once(table: str) -> None:
    with (FOLDER / table).open(encoding="utf-8", newline="") as opened:
        lines = list(csv.reader(opened))
    assert {len(line) for line in lines} == {len(lines[0])}
    assert len({tuple(line) for line in lines}) == len(lines)
    assert not [cell for line in lines for cell in line if cell != cell.strip()]


@pytest.mark.parametrize("table", TABLES)
def test_the_readme_tells_of_every_table(table: str) -> None:
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    folder, _, name = table.rpartition("/")
    assert (
        f"`{name}`" in text
        or f"`{table}`" in text
        or (folder == "states" and name[:2] in LANGUAGES)
        or f"`{folder}/`" in text
    )


def test_the_seventeen_goals_have_names_in_six_languages() -> None:
    assert [row["goal"] for row in rows("sdgs.csv")] == [str(goal) for goal in range(1, 18)]
    assert all(row[language] for row in rows("sdgs.csv") for language in LANGUAGES)


def test_there_are_fifty_four_issues_and_five_categories() -> None:
    assert len(rows("issues.csv")) == 54
    assert [row["category"] for row in rows("actions.csv")] == ["1", "2", "3", "4", "5"]


def test_every_theme_says_its_scheme() -> None:
    assert {row["scheme"] for row in rows("themes.csv")} == {"ohchr-2", "ohchr-3", "ohchr-4"}
    assert {row["scheme"] for row in rows("persons.csv")} == {"ohchr-2", "ohchr-3", "ohchr-4"}
