"""Two wordings, compared word by word."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from suivi.discussions.rules.comparing import compared

TEXTS = st.text(alphabet="ab ,.\n酷刑é", max_size=40)


def shown(before: str, after: str) -> str:
    marks = {"same": "{}", "gone": "[-{}-]", "new": "[+{}+]"}
    return "".join(marks[piece.kind].format(piece.text) for piece in compared(before, after))


def test_a_changed_word_is_shown_beside_the_one_it_replaces() -> None:
    assert shown("Meet the minister.", "Meet the committee.") == "Meet the [-minister-][+committee+]."


def test_changes_next_to_each_other_are_read_as_one() -> None:
    assert shown("by the end of May", "by early June at last") == "by [-the end of May-][+early June at last+]"


def test_a_space_that_stays_is_not_struck_through() -> None:
    assert shown("in writing why not", "in writing, with reasons, why not") == "in writing[+, with reasons,+] why not"


def test_a_script_without_spaces_is_compared_letter_by_letter() -> None:
    assert shown("禁止酷刑", "禁止体罚和酷刑") == "禁止[+体罚和+]酷刑"


def test_the_same_text_has_no_changes() -> None:
    assert [piece.kind for piece in compared("One\ntwo", "One\ntwo")] == ["same"]
    assert compared("", "") == []


@given(TEXTS, TEXTS)
def test_both_wordings_can_be_read_out_of_the_comparison(before: str, after: str) -> None:
    pieces = compared(before, after)
    assert "".join(piece.text for piece in pieces if piece.kind != "new") == before
    assert "".join(piece.text for piece in pieces if piece.kind != "gone") == after


@given(TEXTS, TEXTS)
def test_no_two_neighbours_are_of_one_kind_and_none_is_empty(before: str, after: str) -> None:
    kinds = [piece.kind for piece in compared(before, after)]
    assert all(one != other for one, other in pairwise(kinds))
    assert all(piece.text for piece in compared(before, after))
