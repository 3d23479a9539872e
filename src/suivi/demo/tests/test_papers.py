"""Orvana's papers are read back as they were told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import undocs
from suivi.demo.papers import write_papers
from suivi.demo.story import Cycle, compose

TODAY = date(2026, 5, 1)
CYCLES = compose(TODAY)


def test_the_story_is_the_same_each_time() -> None:
    assert compose(TODAY) == CYCLES


@pytest.mark.parametrize("cycle", CYCLES, ids=lambda cycle: f"cycle {cycle.number}")
def test_every_paper_gives_back_its_recommendations_without_a_doubt(cycle: Cycle, tmp_path: Path) -> None:
    told = {each.number: each for each in cycle.recommendations}
    papers = [undocs.read(path) for path in write_papers(cycle, tmp_path)]
    assert [warning for paper in papers for warning in paper.warnings] == []
    assert {paper.state_under_review for paper in papers} == {"XOR"}
    report, thematic_list = papers[0], papers[-1]
    assert report.reviewed_on == cycle.reviewed_on
    for paper in (report, thematic_list):
        assert {each.number: (each.text, each.states) for each in paper.recommendations} == {
            number: (each.text, each.states) for number, each in told.items()
        }
    assert {each.number: (each.themes, each.groups, each.sdgs) for each in thematic_list.recommendations} == {
        number: (each.themes, each.groups, each.sdgs) for number, each in told.items()
    }


def test_the_addendum_answers_every_recommendation_once(tmp_path: Path) -> None:
    cycle = CYCLES[2]
    addendum = undocs.read(write_papers(cycle, tmp_path)[1])
    answered = [(number, answer.position) for answer in addendum.positions for number in answer.numbers]
    assert sorted(answered) == sorted((each.number, each.position) for each in cycle.recommendations)
