"""Real reports against the lists that others drew up from them; skipped where the corpus is not at hand."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

import undocs

CORPUS = Path(os.environ.get("SUIVI_CORPUS", "../shared/corpus"))
needs_corpus = pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not there: set SUIVI_CORPUS")
REPORTS = (("A-HRC-28-15-slovenia2014", "SVN-C2"), ("A-HRC-43-15-slovenia2019", "SVN-C3"))


@needs_corpus
@pytest.mark.parametrize(("report", "listed"), REPORTS)
def test_a_report_has_every_number_of_its_list_and_no_other(report: str, listed: str) -> None:
    document = undocs.read(CORPUS / "wg-reports" / f"{report}.pdf")
    rows = map(json.loads, (CORPUS / "matrices" / f"{listed}.gold.jsonl").read_text(encoding="utf-8").splitlines())
    answered = {row["paragraph"]: row["source_of_position"] for row in rows}
    assert {each.number for each in document.recommendations} == set(answered)
    answered_in_the_room = {number for number, source in answered.items() if "Add." not in source}
    supported = {each.number for each in document.recommendations if each.position == "supported"}
    assert answered_in_the_room <= supported


@needs_corpus
def test_every_report_is_recognised_and_every_list_has_an_answer() -> None:
    for path in sorted((CORPUS / "wg-reports").glob("*2013.pdf")):
        document = undocs.read(path)
        assert document.kind is undocs.Kind.WORKING_GROUP_REPORT
        assert all(each.position for each in document.recommendations), path.name
        assert document.state_under_review, path.name
