"""The number of a paragraph."""

from __future__ import annotations

import pytest

from undocs.numbers import inside, split_number


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("140.7 Protect the river", "140.7"),
        ("186.28. Protect the river", "186.28"),
        ("115.85 .Protect the river", "115.85"),
        ("86.8.1 Protect the river", "86.8.1"),
        ("157. Protect the river", "157"),
        ("12) Protect the river", "12"),
        ("(3) Protect the river", "3"),
        ("7 Protect the river", "7"),
        ("131-237 حماية النهر", "131.237"),
        ("115 - 181 حماية النهر", "115.181"),
        ("111-35 - حماية النهر", "111.35"),
        ("١٢١-١٢٦ حماية النهر", "121.126"),
        ("89-91 - حماية النهر", "89.91"),
        ("１４１.２０ 保护河流", "141.20"),
        ("127.179保护河流", "127.179"),
        ("140\u201111 Protect the river", "140.11"),
        ("Recommendation No. 140.7: Protect the river", "140.7"),
        ("Rec. 140.7 Protect the river", "140.7"),
        ("§ 140.7 Protect the river", "140.7"),
        ("• 140.7 – Protect the river", "140.7"),
        ("建议140.7 保护河流", "140.7"),
    ],
)
def test_a_number_leads_in_every_form_that_occurs(typed: str, number: str) -> None:
    read = split_number(typed)
    assert (read.number, read.doubts) == (number, ())
    assert read.text in {"Protect the river", "حماية النهر", "保护河流"}


@pytest.mark.parametrize(
    "typed",
    ["50 per cent of seats", "2030 Agenda for all", "Protect 12.3 rivers", "", "1,000 rivers", "3.5 % of rivers"],
)
def test_a_figure_of_the_sentence_is_no_number(typed: str) -> None:
    assert split_number(typed) == (None, typed, ())


def test_a_number_typed_from_right_to_left_is_turned_and_said() -> None:
    read = split_number("259-138 حماية النهر")
    assert read.number == "138.259"
    assert len(read.doubts) == 1


def test_a_number_torn_by_a_space_is_mended_and_said() -> None:
    read = split_number("157 - 17 6 حماية النهر")
    assert read.number == "157.176"
    assert len(read.doubts) == 1


def test_the_number_of_the_next_recommendation_inside_this_one_is_found() -> None:
    assert inside("Protect the river; 118.17. Protect the lake") == ["118.17"]
    assert inside("Protect 12.3 rivers by 2030. Then protect the lake") == []
