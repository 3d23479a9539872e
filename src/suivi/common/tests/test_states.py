"""A transition table becomes a picture, and a stale picture is found."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

import pytest

from suivi.common import states


class AssessmentRoundState(StrEnum):
    OPEN = "open"
    CLOSED = "closed"


TABLE: states.Transitions = {
    AssessmentRoundState.OPEN: {AssessmentRoundState.CLOSED: "close_round"},
    AssessmentRoundState.CLOSED: {AssessmentRoundState.OPEN: "a year passes"},
}


def test_a_table_is_drawn_from_its_first_state_with_the_verbs_of_its_moves() -> None:
    name, page = states.picture("monitoring", "suivi.monitoring.rules", TABLE)
    assert name == "monitoring-assessment-round.md"
    assert "    [*] --> open\n    open --> closed: close_round\n    closed --> open: a year passes\n```" in page
    assert "| open | closed | `close_round` |\n| closed | open | a year passes |" in page


def test_a_state_that_leads_nowhere_is_an_end() -> None:
    _, page = states.picture("a", "suivi.a.rules", {AssessmentRoundState.CLOSED: {}})
    assert "    [*] --> closed\n    closed --> [*]\n" in page


def test_a_stale_picture_is_found_and_mended_and_one_too_many_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(states, "PICTURES", tmp_path)
    monkeypatch.setattr(states, "tables", lambda: [("monitoring", "suivi.monitoring.rules", TABLE)])
    (tmp_path / "gone-thing.md").write_text("of a table that is no more", encoding="utf-8")

    assert states.main(["--check"]) == 1
    assert capsys.readouterr().err.count("is stale") == 2
    assert states.main([]) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["monitoring-assessment-round.md"]
    assert states.main(["--check"]) == 0
