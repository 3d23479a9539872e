"""Real lists, addenda and other papers, where the corpus lies beside the project."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

import undocs
from undocs import Unreadable, guarded, refusals

CORPUS = Path(os.environ.get("SUIVI_CORPUS", "../shared/corpus"))
pytestmark = pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not there: set SUIVI_CORPUS")

OTHERS = {
    "A-HRC-DEC-43-112.pdf": refusals.STRANGERS["decision"],
    "Advance_questions_Slovenia_first_batch.doc": refusals.STRANGERS["advance_questions"],
    "AdvancedQuestionsSlovenia.doc": refusals.STRANGERS["advance_questions"],
    "Letter-OHCHR-HC-Slovenia.pdf": refusals.NO_TEXT,
    "Slovenia_Infographic.pdf": refusals.STRANGERS["infographic"],
}
NEEDS_LIBREOFFICE = {"Advance_questions_Slovenia_first_batch.doc"}
POSITIONS = {"Supported": "supported", "Noted": "noted", "Supported/Noted": "partially_supported"}


def answers(name: str) -> dict[str, dict[str, str]]:
    """Return what OHCHR put down for each number of a list."""
    lines = (CORPUS / "matrices" / f"{name}.gold.jsonl").read_text(encoding="utf-8").splitlines()
    return {row["paragraph"]: row for row in map(json.loads, lines)}


@pytest.mark.parametrize("name", OTHERS)
def test_other_papers_are_refused_by_their_own_name_in_the_confined_child_too(name: str) -> None:
    if name in NEEDS_LIBREOFFICE and not shutil.which("soffice"):
        pytest.skip("LibreOffice is not installed")
    for read in (undocs.read, guarded.read):
        with pytest.raises(Unreadable) as refused:
            read(CORPUS / "others" / name)
        assert str(refused.value) == OTHERS[name]


@pytest.mark.parametrize("name", ["CHN-C2", "EGY-C2", "SVN-C2", "SVN-C3"])
def test_every_row_of_a_list_has_its_number_and_position(name: str) -> None:
    document = undocs.read(CORPUS / "matrices" / f"{name}.docx")
    assert {each.number: each.position for each in document.recommendations} == {
        number: POSITIONS[row["position"].strip()] for number, row in answers(name).items()
    }
    assert document.warnings == []


@pytest.mark.parametrize(("name", "matrix"), [("A-HRC-28-15-Add.1", "SVN-C2"), ("A-HRC-43-15-Add.1", "SVN-C3")])
def test_an_addendum_answers_as_the_list_drawn_up_from_it_says(name: str, matrix: str) -> None:
    document = undocs.read(CORPUS / "addenda" / f"{name}.pdf")
    given = {number: answer.position for answer in document.positions for number in answer.numbers}
    # The list names the addendum as the source of two rows of another paragraph, which were answered in the room.
    paragraphs = {number.split(".")[0] for number in given}
    assert given == {
        number: POSITIONS[row["position"].strip()]
        for number, row in answers(matrix).items()
        if "Add.1" in row["source_of_position"] and number.split(".")[0] in paragraphs
    }
    assert document.warnings == []


def test_an_addendum_in_prose_answers_one_by_one() -> None:
    document = undocs.read(CORPUS / "addenda" / "A-HRC-14-15-Add.1.pdf")
    given = {number: answer.position for answer in document.positions for number in answer.numbers}
    assert sorted(given, key=int) == [str(number) for number in range(1, 98)]
    assert {number for number, position in given.items() if position == "partially_supported"} == {"3", "32", "58"}
    assert {number for number, position in given.items() if position == "noted"} == {"1", "84", "88", "93"}
    assert {number for number, position in given.items() if position == "unclear"} == {"15"}
