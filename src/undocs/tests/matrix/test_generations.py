"""The four generations of OHCHR's list, each with the columns of its years."""

from __future__ import annotations

from pathlib import Path

from undocs import Kind, Position
from undocs.tests.matrix.lists import read

SOURCE = "Source of Position: A/HRC/99/9/Add.1 - Para.3"


def test_the_list_of_2015_has_a_column_of_states_and_themes_with_numbers(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        2015,
        "Right or area: 2.1. Rivers and lakes  ",
        (
            f"166.6. Protect the river (Kenya); (Peru);\n{SOURCE}",
            "Kenya\nPeru\n",
            "Supported/Noted\n",
            "2.1. Rivers and lakes\n12.4. Fishing\nAffected persons:\n- general\n- fishing families",
        ),
    )
    (read_one,) = document.recommendations
    assert (read_one.number, read_one.text, read_one.states) == ("166.6", "Protect the river", ["KEN", "PER"])
    assert read_one.position is Position.PARTIALLY_SUPPORTED
    assert read_one.themes == ["2.1. Rivers and lakes", "12.4. Fishing"]
    assert read_one.groups == ["general", "fishing families"]
    assert read_one.heading == "2.1. Rivers and lakes"
    assert read_one.sdgs == []


def test_the_list_of_2019_has_coded_themes(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        2019,
        "Theme: A12 Rivers and lakes",
        (
            f"115.1 Protect the river (Kenya, Peru);\n{SOURCE}",
            "Noted",
            "A12 Rivers and lakes\nB31 Fishing & boats\nAffected persons:\n- general",
            "\n",
        ),
    )
    (read_one,) = document.recommendations
    assert read_one.position is Position.NOTED
    assert read_one.position_source == "A/HRC/99/9/Add.1 - Para.3"
    assert read_one.themes == ["A12 Rivers and lakes", "B31 Fishing & boats"]
    assert read_one.heading == "A12 Rivers and lakes"


def test_a_goal_among_the_themes_stays_there_and_is_counted(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        2019,
        (
            "115.1 Protect the river (Kenya);",
            "Noted",
            "A12 Rivers\nS06 SDG 6 - clean water\nAffected persons:\n- general",
            "",
        ),
    )
    assert document.recommendations[0].themes == ["A12 Rivers", "S06 SDG 6 - clean water"]
    assert document.recommendations[0].sdgs == [6]


def test_the_list_of_2020_has_goals_in_the_cell_of_themes(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        2020,
        "Theme: Rivers and lakes",
        (
            f"121.1 Protect the river (Kenya) (Peru);\n{SOURCE}",
            "Supported",
            "- Rivers and lakes\n- Fishing\nSDGs: \n- 6 - CLEAN WATER\n- 14 - LIFE\nAffected persons: \n- Anglers",
            "",
        ),
        (
            f"121.2 Build a bridge (Peru);\n{SOURCE}",
            "Supported",
            "- Rivers and lakes\nAffected persons: \n- Ferrymen & boatmen",
            "",
        ),
    )
    first, second = document.recommendations
    assert (first.themes, first.groups, first.sdgs) == (["Rivers and lakes", "Fishing"], ["Anglers"], [6, 14])
    assert (second.themes, second.groups, second.sdgs) == (["Rivers and lakes"], ["Ferrymen & boatmen"], [])


def test_the_list_of_2025_has_a_column_of_goals(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        2025,
        "Rivers and lakes",
        (
            f"140.7 Protect the river (Kenya) (Iran (Islamic Republic of));\n{SOURCE}",
            "Supported",
            "- Rivers and lakes\n- Fishing: boats, nets\nGroups of Persons:\n- Fishing families",
            "- 6 - CLEAN WATER AND SANITATION\n- 14 - LIFE BELOW WATER",
        ),
    )
    (read_one,) = document.recommendations
    assert (read_one.number, read_one.states) == ("140.7", ["KEN", "IRN"])
    assert read_one.themes == ["Rivers and lakes", "Fishing: boats, nets"]
    assert read_one.groups == ["Fishing families"]
    assert read_one.sdgs == [6, 14]
    assert read_one.heading == "Rivers and lakes"


def test_the_page_header_tells_state_cycle_and_session_though_broken_into_runs(tmp_path: Path) -> None:
    document = read(tmp_path, 2025, (f"140.7 Protect the river (Kenya);\n{SOURCE}", "Supported", "- Rivers", ""))
    assert document.kind is Kind.THEMATIC_LIST
    assert (document.state_under_review, document.cycle, document.wg_session) == ("CHL", 4, 48)
    assert document.symbol == "A/HRC/99/9"
    assert document.warnings == []
