"""Whatever is not sure in an addendum is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from undocs.addendum.totals import read_totals
from undocs.tests.addendum.papers import positions, read_word


def test_a_total_that_does_not_fit_is_said(tmp_path: Path) -> None:
    document = read_word(
        tmp_path,
        "1. Orvana received 9 recommendations. It accepts 4 recommendations and notes 2.",
        "2. Orvana accepts recommendations 101.1, 101.2 and 101.4.",
        "3. Orvana notes recommendations 101.3 and 101.5.",
    )
    assert document.totals == {"received": 9, "supported": 4, "noted": 2}
    assert "The document speaks of 4 supported recommendations; 3 were read." in document.warnings


def test_what_was_supported_in_the_room_is_counted_apart(tmp_path: Path) -> None:
    document = read_word(
        tmp_path,
        "1. Orvana received 9 recommendations, of which 6 were immediately supported.",
        "2. Of the remaining 3 recommendations, 2 are now supported and 1 noted.",
        "3. Orvana accepts recommendations 102.1 and 102.2.",
        "4. Orvana notes recommendation 102.3.",
    )
    assert document.totals == {"received": 9, "supported_at_once": 6, "supported": 2, "noted": 1}
    assert document.warnings == []


@pytest.mark.parametrize(
    ("opening", "totals"),
    [
        ("Orvana had 9 recommendations. It supports 4 and takes note of 5.", {"supported": 4, "noted": 5}),
        ("Of the 9 recommendations, Orvana accepts 4, partially accepts 2 and notes 3.",
         {"supported": 4, "partially_supported": 2, "noted": 3}),
        ("4 recommendations enjoy the support of Orvana and 5 are noted.", {"supported": 4, "noted": 5}),
        ("Orvana thanks for 9 recommendations and supports 21 schools in 3 valleys.", {}),
    ],
)  # fmt: skip
def test_totals_are_counted_in_several_ways(opening: str, totals: dict[str, int]) -> None:
    assert read_totals([opening]) == totals


def test_a_number_in_two_lists_is_said(tmp_path: Path) -> None:
    document = read_word(
        tmp_path,
        "2. Orvana accepts recommendations 101.1 and 101.2.",
        "3. Orvana notes recommendations 101.2 and 101.3.",
    )
    assert positions(document)["101.2"] == "supported"
    assert any(warning.startswith("101.2 stands in two lists") for warning in document.warnings)


def test_a_range_that_cannot_be_right_is_said(tmp_path: Path) -> None:
    document = read_word(tmp_path, "2. Orvana accepts recommendations 101.1, 101.9-102.2.")
    assert any("101.9-102.2" in warning for warning in document.warnings)


def test_skipped_numbers_are_said(tmp_path: Path) -> None:
    document = read_word(tmp_path, "2. Orvana accepts recommendations 101.1-3 and 101.5-9.")
    assert "The numbers skip 101.4." in document.warnings


def test_exceptions_are_not_read_as_what_they_are_exceptions_from(tmp_path: Path) -> None:
    document = read_word(
        tmp_path,
        "2. Orvana accepts recommendations 101.1 and 101.2.",
        "3. Orvana accepts all recommendations of the next paragraph with the exception of 102.7 and 102.9.",
    )
    assert "102.7" not in positions(document)
    assert any("named as exceptions" in warning for warning in document.warnings)


def test_prose_at_odds_with_its_list_is_said_and_the_list_holds(tmp_path: Path) -> None:
    document = read_word(
        tmp_path,
        "5. Orvana notes recommendations 101.2 and 101.3.",
        "101.2",
        "The Government accepts the recommendation.",
    )
    assert positions(document)["101.2"] == "noted"
    assert any("listed as noted, but the prose reads as supported" in warning for warning in document.warnings)


def test_references_to_other_answers_are_no_answers(tmp_path: Path) -> None:
    document = read_word(
        tmp_path,
        "5. Orvana notes recommendations 101.2 and 101.3.",
        "101.2",
        "See recommendations 101.8 and 101.9, which Orvana accepts.",
    )
    assert set(positions(document)) == {"101.2", "101.3"}


def test_an_addendum_that_answers_no_number_says_so(tmp_path: Path) -> None:
    document = read_word(tmp_path, "1. Orvana thanks all States.", "2. It will answer in due course.")
    assert document.positions == []
    assert "No answer to any numbered recommendation was found." in document.warnings
