"""Words fit the room they are given."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from suivi.common.pictures.letters import CUT, running, shortened, width, wrapped


def test_broad_letters_take_more_room_than_narrow_ones() -> None:
    assert width("Wm", 10) > width("li", 10) > width("\u064b", 10) == 0


@given(st.text(max_size=80), st.integers(20, 300), st.integers(1, 4))
def test_no_line_is_wider_than_its_room(text: str, room: int, lines: int) -> None:
    found = wrapped(text, 14, room, lines=lines)
    assert 1 <= len(found) <= lines
    assert all(width(line, 14) <= max(room, width(CUT, 14)) for line in found)


def test_words_are_kept_whole_as_long_as_they_fit() -> None:
    assert wrapped("Adoption by the Council", 15, 110) == ["Adoption by", "the Council"]
    assert wrapped("one two three four", 15, 75, lines=2) == ["one two", "three f…"]


def test_what_does_not_fit_says_so() -> None:
    assert shortened("Right to health", 14, 500) == "Right to health"
    assert shortened("Right to health", 14, 60).endswith(CUT)


def test_a_text_is_set_apart_with_its_direction() -> None:
    assert running("28 يناير", "rtl") == "\u206728 يناير\u2069"
    assert running("Right to health", "auto") == "\u2068Right to health\u2069"
