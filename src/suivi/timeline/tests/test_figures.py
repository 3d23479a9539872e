"""The figures of the clock can be edited, and what cannot be counted with is said when they are read."""

from __future__ import annotations

import pytest

from suivi.record.models import Review
from suivi.timeline.rules.figures import FILE, WrongFigures, figures, read_figures
from suivi.timeline.rules.words import Kind

TOLD = FILE.read_text(encoding="utf-8")


def test_every_milestone_of_a_cycle_has_its_rule() -> None:
    assert set(figures().rules) == set(Kind) - {Kind.OWN}


def test_every_fact_is_a_field_of_the_review_or_the_next_review() -> None:
    facts = {rule.fact for rule in figures().rules.values() if rule.fact} - {"next_reviewed_on"}
    assert facts <= {field.name for field in Review._meta.get_fields()}


@pytest.mark.parametrize(
    ("said", "instead", "complaint"),
    [
        ('counts_from = "plenary"\nrounds', 'counts_from = "nothing"\nrounds', "annual_round"),
        ('kind = "plenary"\ncounts_from = "review"', 'kind = "plenary"\ncounts_from = "letter"', "from itself"),
        ("rounds = [12, 24, 36]", "rounds = [12]\ndays = [3]", "exactly one way"),
        ('who = "state"', 'who = "nobody"', "nobody"),
        ("earlier_answers = true", "erlier_answers = true", "erlier_answers"),
        ('kind = "letter"\ncounts_from', 'kind = "letter"\ncount_from', "count_from"),
    ],
)
def test_figures_that_cannot_be_counted_with_are_refused(said: str, instead: str, complaint: str) -> None:
    assert said in TOLD
    with pytest.raises(WrongFigures, match=complaint):
        read_figures(TOLD.replace(said, instead))


def test_a_changed_figure_changes_the_clock() -> None:
    changed = read_figures(TOLD.replace("months = [24]", "months = [30]"))
    assert changed.rules[Kind.MIDTERM].months == (30,)
