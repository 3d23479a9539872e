"""Lists of numbers as people type them."""

from __future__ import annotations

from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from undocs.addendum.numbers import LIST, mended, read_numbers, spaced


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("1–5, 14–16, 150 – 152", ["1", "2", "3", "4", "5", "14", "15", "16", "150", "151", "152"]),
        ("122.17-18, 122.34- 35", ["122.17", "122.18", "122.34", "122.35"]),
        ("122.62-\n64", ["122.62", "122.63", "122.64"]),
        ("122.141-142,122.146", ["122.141", "122.142", "122.146"]),
        ("140.35. 140.36", ["140.35", "140.36"]),
        ("140.35.140.36", ["140.35", "140.36"]),
        ("140.82-84, 87", ["140.82", "140.83", "140.84", "140.87"]),
        ("140.9–140.11", ["140.9", "140.10", "140.11"]),
        ("122.141-43", ["122.141", "122.142", "122.143"]),
        ("5., 6., 7.", ["5", "6", "7"]),
        ("Nos. 1, 2 and 3", ["1", "2", "3"]),
        ("140.1 to 140.3", ["140.1", "140.2", "140.3"]),
        ("140.1 à 140.3 et 140.5", ["140.1", "140.2", "140.3", "140.5"]),
        ("140.1、140.2和140.4", ["140.1", "140.2", "140.4"]),
        ("86.8.1, 86.8.3-4", ["86.8.1", "86.8.3", "86.8.4"]),
        ("1,2,3,14", ["1", "2", "3", "14"]),
        ("98,99,100,101", ["98", "99", "100", "101"]),
    ],
)
def test_a_list_is_read_however_it_is_typed(typed: str, numbers: list[str]) -> None:
    read = read_numbers(typed)
    assert (read.numbers, read.doubtful) == (numbers, [])


@pytest.mark.parametrize("typed", ["122.98–123.2", "17-5", "1–999"])
def test_a_range_that_cannot_be_right_gives_its_ends_and_a_doubt(typed: str) -> None:
    read = read_numbers(typed)
    assert read.doubtful == [typed]
    assert len(read.numbers) == 2


@pytest.mark.parametrize("text", ["171,136 persons", "9,400 boats", "50 % of them", "40% of them", "in 2014"])
def test_figures_are_no_list(text: str) -> None:
    assert LIST.search(spaced(text)) is None


@given(
    st.sets(st.integers(1, 300), min_size=1),
    st.sampled_from(["-", "–", " – ", "- "]),
    st.sampled_from([", ", ",", "; "]),
)
def test_every_set_of_numbers_survives_being_typed_as_ranges(items: set[int], dash: str, comma: str) -> None:
    ordered = sorted(items)
    runs = [
        [item for _, item in run] for _, run in groupby(enumerate(ordered), key=lambda placed: placed[1] - placed[0])
    ]
    typed = comma.join(f"122.{run[0]}" if len(run) == 1 else f"122.{run[0]}{dash}{run[-1]}" for run in runs)
    assert LIST.fullmatch(spaced(typed))
    assert read_numbers(typed).numbers == [f"122.{item}" for item in ordered]


@pytest.mark.parametrize("torn", ["140. 36", "140 .36", "140,36"])
def test_a_torn_number_is_mended_where_its_paragraph_is_known(torn: str) -> None:
    assert mended(f"accepts {torn}, 140.37", ["140"]) == "accepts 140.36, 140.37"
    assert mended(f"accepts {torn}, 140.37", ["122"]) == f"accepts {torn}, 140.37"


def test_a_full_stop_for_a_comma_is_not_taken_for_a_torn_number() -> None:
    assert mended("140.35. 140.36", ["140"]) == "140.35. 140.36"
