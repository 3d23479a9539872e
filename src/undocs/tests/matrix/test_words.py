"""The words of the list's small cells: positions, labels, page header."""

from __future__ import annotations

import pytest

from undocs import Position
from undocs.matrix.columns import Column, columns
from undocs.matrix.labels import goals_of, read_labels
from undocs.matrix.positions import read_position
from undocs.matrix.title import read_title
from undocs.word import Cell


@pytest.mark.parametrize(
    ("written", "position"),
    [
        ("Supported", Position.SUPPORTED),
        ("SUPPORTED\n", Position.SUPPORTED),
        ("Accepted", Position.SUPPORTED),
        ("Noted ", Position.NOTED),
        ("Not supported", Position.NOTED),
        ("Does not enjoy the support", Position.NOTED),
        ("Supported/Noted", Position.PARTIALLY_SUPPORTED),
        ("Supported / Noted", Position.PARTIALLY_SUPPORTED),
        ("Partially supported", Position.PARTIALLY_SUPPORTED),
        ("Supported in part", Position.PARTIALLY_SUPPORTED),
        ("Pending", Position.PENDING),
        ("Under consideration", Position.PENDING),
        ("", Position.UNCLEAR),
        ("Blue", Position.UNCLEAR),
    ],
)
def test_each_way_of_writing_a_position_means_one(written: str, position: Position) -> None:
    assert read_position(written) is position


@pytest.mark.parametrize(
    ("lines", "state", "cycle", "session"),
    [
        (["UPR of Chile (2nd Cycle – 17th session)"], "CHL", 2, 17),
        (["UPR of Chile - Second Cycle"], "CHL", 2, None),
        (["UPR of Chile  (4th Cycle - 4 8 th Session)\tThematic list"], "CHL", 4, 48),
        (["UPR of the Netherlands (3 rd cycle, 27 th session)"], "NLD", 3, 27),
        (["UPR of Bosnia and Herzegovina – 3rd cycle"], "BIH", 3, None),
        (["Universal Periodic Review of Côte d’Ivoire (4th Cycle – 47th Session)"], "CIV", 4, 47),
        (["Thematic list of recommendations", "UPR of Guinea-Bissau (3rd Cycle – 35th session)"], "GNB", 3, 35),
        (["Thematic list of recommendations"], None, None, None),
    ],
)
def test_the_page_header_tells_state_cycle_and_session(
    lines: list[str], state: str | None, cycle: int | None, session: int | None
) -> None:
    title = read_title(lines)
    assert (title.state, title.cycle, title.session) == (state, cycle, session)


def test_what_follows_the_name_of_a_block_on_its_line_belongs_to_it() -> None:
    labels = read_labels(["Themes: Rivers", "Affected persons: general", "SDGs: 6 - CLEAN WATER"])
    assert (labels.themes, labels.groups, labels.sdgs) == (["Rivers"], ["general"], [6])


def test_a_theme_about_persons_is_no_block() -> None:
    labels = read_labels(["F41 Persons with boats: definition", "Affected persons:", "- persons with boats"])
    assert labels.themes == ["F41 Persons with boats: definition"]
    assert labels.groups == ["persons with boats"]


def test_an_entry_that_wraps_stays_one() -> None:
    assert read_labels(["- Rivers, lakes", "and ponds", "- Fishing"]).themes == ["Rivers, lakes and ponds", "Fishing"]


def test_only_the_seventeen_goals_are_goals() -> None:
    assert goals_of(["- 1 - NO POVERTY", "SDG 17", "18 - NOTHING", "all of them", "2030 Agenda"]) == [1, 17]


def test_a_table_with_other_columns_is_no_such_list() -> None:
    assert columns([Cell(["Recommendation"]), Cell(["Position"]), Cell(["Ministry"])]) is None
    assert columns([Cell(["Recommendation"]), Cell(["Position"]), Cell(["Full list of themes"])]) == {
        Column.RECOMMENDATION: 0,
        Column.POSITION: 1,
        Column.LABELS: 2,
    }
