"""Where a milestone stands: only what the coalition does can be late, what the record knows is a fact."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from suivi.timeline.rules.counting import Known, counted
from suivi.timeline.rules.figures import figures
from suivi.timeline.rules.steps import Moment, Step, steps
from suivi.timeline.rules.words import Condition, Kind

REVIEWED = date(2026, 1, 28)
LONG_AGO = date(2020, 1, 1)


@dataclass
class Touched:
    kind: str
    round: int = 0
    key: str = "abc"
    title: str = ""
    due_on: date | None = None
    reason: str = ""
    done_on: date | None = None


def look(
    today: date,
    *kept: Touched,
    known: Known | None = None,
    since: date = LONG_AGO,
    newest: bool = True,
) -> dict[str, Step]:
    known = known or Known({Kind.REVIEW: REVIEWED})
    found = steps(counted(known, figures()), kept, known.settled, Moment(today, since, newest))
    return {step.name: step for step in found}


def test_what_we_should_have_done_is_late_and_what_others_do_is_awaited() -> None:
    found = look(date(2026, 4, 1))
    assert found["first_ten_days"].condition == Condition.LATE
    assert found["wg_report"].condition == Condition.AWAITED
    assert found["answer"].condition == Condition.OPEN
    assert found["plenary"].condition == Condition.AHEAD


def test_nothing_is_late_that_was_due_before_the_coalition_began_here() -> None:
    assert look(date(2026, 4, 1), since=date(2026, 3, 1))["first_ten_days"].condition == Condition.PAST


def test_in_an_earlier_cycle_nobody_waits_any_more() -> None:
    found = look(date(2033, 1, 1), newest=False)
    assert {step.condition for step in found.values()} == {Condition.KNOWN, Condition.PAST}


def test_a_fact_is_known_from_its_day_on() -> None:
    known = Known({Kind.REVIEW: REVIEWED, Kind.PLENARY: date(2026, 7, 2)})
    assert look(date(2026, 7, 1), known=known)["plenary"].condition == Condition.AHEAD
    assert look(date(2026, 7, 2), known=known)["plenary"].condition == Condition.KNOWN


def test_once_something_later_is_known_nobody_waits_for_what_came_before() -> None:
    known = Known({Kind.REVIEW: REVIEWED, Kind.ANSWER: date(2026, 4, 8)})
    assert look(date(2026, 4, 9), known=known)["wg_report"].condition == Condition.PAST


def test_what_the_record_holds_without_a_day_is_not_waited_for() -> None:
    known = Known({Kind.REVIEW: REVIEWED}, settled=frozenset({Kind.WG_REPORT}))
    assert look(date(2026, 4, 1), known=known)["wg_report"].condition == Condition.KNOWN


def test_a_letter_that_never_came_is_let_go_of() -> None:
    known = Known({Kind.REVIEW: REVIEWED, Kind.PLENARY: date(2026, 7, 2)})
    assert look(date(2026, 11, 1), known=known)["letter"].condition == Condition.AWAITED
    assert look(date(2027, 3, 1), known=known)["letter"].condition == Condition.PAST


def test_a_milestone_moved_by_hand_stands_where_it_was_put() -> None:
    moved = look(date(2026, 4, 1), Touched(Kind.PLENARY, due_on=date(2026, 6, 30)))["plenary"]
    assert (moved.first, moved.last, moved.moved) == (date(2026, 6, 30), date(2026, 6, 30), True)
    assert moved.counted_on == date(2026, 6, 9)


def test_the_record_knows_better_than_a_hand() -> None:
    known = Known({Kind.REVIEW: REVIEWED, Kind.PLENARY: date(2026, 7, 2)})
    found = look(date(2026, 7, 3), Touched(Kind.PLENARY, due_on=date(2026, 6, 30)), known=known)["plenary"]
    assert (found.first, found.moved, found.condition) == (date(2026, 7, 2), False, Condition.KNOWN)


def test_what_was_ticked_off_is_done_whatever_the_day() -> None:
    found = look(date(2026, 4, 1), Touched(Kind.FIRST_TEN_DAYS, done_on=date(2026, 2, 3)))
    assert found["first_ten_days"].condition == Condition.DONE


@pytest.mark.parametrize("newest", [True, False])
def test_a_milestone_of_one_s_own_is_late_in_any_cycle(*, newest: bool) -> None:
    own = Touched(Kind.OWN, key="k7", title="Letter", due_on=date(2026, 3, 1))
    found = look(date(2026, 4, 1), own, since=date(2026, 3, 15), newest=newest)["k7"]
    assert found.condition == Condition.LATE


def test_a_span_of_ours_is_open_from_its_first_to_its_last_day() -> None:
    for today, condition in (
        (date(2029, 11, 27), Condition.AHEAD),
        (date(2029, 11, 28), Condition.OPEN),
        (date(2030, 1, 28), Condition.OPEN),
        (date(2030, 1, 29), Condition.LATE),
    ):
        assert look(today)["next_submission"].condition == condition


def test_rounds_have_names_of_their_own_and_are_touched_one_by_one() -> None:
    found = look(date(2026, 4, 1), Touched(Kind.ANNUAL_ROUND, round=2, due_on=date(2028, 5, 1)))
    assert found["annual_round-2"].first == date(2028, 5, 1)
    assert not found["annual_round-1"].moved


def test_steps_come_in_order_of_their_days() -> None:
    found = list(look(date(2026, 4, 1), Touched(Kind.OWN, key="k7", due_on=date(2026, 3, 1))).values())
    assert [step.first for step in found] == sorted(step.first for step in found)
