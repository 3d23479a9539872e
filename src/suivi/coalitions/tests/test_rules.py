"""Names to sign in with, and the end of sessions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suivi.coalitions.rules import ROLES, as_handle, session_has_ended

HOUR = 3600


@pytest.mark.parametrize("typed", ["Mara", " mara ", "MARA", "ｍａｒａ"])
def test_a_name_to_sign_in_with_is_one_name_however_it_is_typed(typed: str) -> None:
    assert as_handle(typed) == "mara"


@given(st.text(max_size=60))
def test_the_one_form_of_a_name_does_not_change_when_taken_again(typed: str) -> None:
    assert as_handle(as_handle(typed)) == as_handle(typed)


@pytest.mark.parametrize(
    ("seen", "now", "over"),
    [
        (0, 29 * 60, False),
        (0, 31 * 60, True),
        (12 * HOUR - 60, 12 * HOUR - 1, False),
        (12 * HOUR - 60, 12 * HOUR + 1, True),
        (2 * HOUR, HOUR, True),
    ],
    ids=["in use", "idle", "nearly twelve hours", "twelve hours", "the clock was set back"],
)
def test_a_session_ends_after_half_an_hour_idle_and_twelve_hours_in_any_case(
    seen: int, now: int, *, over: bool
) -> None:
    assert session_has_ended(began=0, seen=seen, now=now, idle=HOUR // 2, longest=12 * HOUR) is over


def test_partners_and_guests_see_nothing_of_the_coalition() -> None:
    assert {key for key, role in ROLES.items() if not role.sees_coalition} == {"nhri", "official"}


def test_only_coordinators_and_custodians_keep_people() -> None:
    assert {key for key, role in ROLES.items() if role.keeps_people} == {"coordinator", "custodian"}


def test_whoever_keeps_anything_needs_a_second_factor() -> None:
    keeping = [role for role in ROLES.values() if role.keeps_record or role.keeps_people or role.keeps_calendar]
    assert all(role.contributes for role in keeping)
