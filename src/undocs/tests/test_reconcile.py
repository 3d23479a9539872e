"""A reading held against itself."""

from __future__ import annotations

import pytest

from undocs import reconcile
from undocs.document import Answer, Document, Kind, Position, Recommendation


def _list(*numbers: str, position: Position | None = None) -> Document:
    made = [Recommendation(number, f"Clean lake {number}", ["CHL"], position=position) for number in numbers]
    return Document(Kind.THEMATIC_LIST, recommendations=made)


def _said(document: Document) -> list[str]:
    reconcile.check(document)
    return document.warnings


def test_a_reading_that_fits_together_gives_no_warning() -> None:
    document = _list("9.1", "9.2", "9.3", position=Position.SUPPORTED)
    document.totals = {"supported": 3, "recommendations": 3}
    assert _said(document) == []


def test_totals_of_the_document_that_differ_from_what_was_read_are_said() -> None:
    document = _list("9.1", "9.2", "9.3", position=Position.SUPPORTED)
    document.totals = {"supported": 4, "noted": 1}
    assert _said(document) == [
        "The document speaks of 4 supported recommendations; 3 were read.",
        "The document speaks of 1 noted recommendations; 0 were read.",
    ]


def test_totals_of_an_addendum_are_held_against_its_answers() -> None:
    answers = [Answer(["9.1", "9.2"], Position.SUPPORTED), Answer(["9.3"], Position.NOTED)]
    document = Document(Kind.ADDENDUM, positions=answers, totals={"supported": 2, "noted": 1, "total": 3})
    assert _said(document) == []


def test_numbers_that_the_sequence_skips_are_named() -> None:
    assert _said(_list("9.1", "9.2", "9.4", "9.7")) == []  # too sparse to be a sequence
    assert _said(_list("9.2", "9.3", "9.4", "9.6", "9.7")) == ["The numbers skip 9.1 and 9.5."]
    assert _said(_list("5", "6", "8")) == ["The numbers skip 7."]


def test_each_paragraph_of_a_report_is_a_sequence_of_its_own() -> None:
    assert _said(_list("8.1", "8.2", "8.3", "9.1", "9.2", "9.3")) == []


def test_doubled_numbers_are_named_and_long_lists_shortened() -> None:
    numbers = [f"9.{item}" for item in range(1, 16)]
    assert _said(_list(*numbers, *numbers)) == [
        (
            "More than one recommendation bears the number "
            "9.1, 9.2, 9.3, 9.4, 9.5, 9.6, 9.7, 9.8, 9.9, 9.10, 9.11, 9.12 and 3 more."
        )
    ]


@pytest.mark.parametrize("kind", [Kind.UPR_INFO_EXPORT, Kind.UHRI_EXPORT, Kind.TABLE])
def test_numbers_of_many_reviews_are_no_sequence(kind: Kind) -> None:
    document = _list("9.1", "9.1", "9.3", "9.4")
    document.kind = kind
    assert _said(document) == []


def test_recommendations_without_a_state_are_named() -> None:
    document = _list("9.1", "9.2", "9.3")
    document.recommendations[1].states = []
    assert _said(document) == ["No recommending State was found for 9.2."]


def test_two_answers_to_one_number_are_said() -> None:
    answers = [Answer(["9.1", "9.2"], Position.SUPPORTED), Answer(["9.2"], Position.NOTED)]
    document = Document(Kind.ADDENDUM, positions=answers)
    assert _said(document) == ["The document gives two different answers to 9.2."]


def test_checking_twice_says_everything_once() -> None:
    document = _list("9.1", "9.2", "9.4")
    reconcile.check(document)
    assert _said(document) == ["The numbers skip 9.3."]
