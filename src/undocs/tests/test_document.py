"""The form of a reading survives the way through JSON."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from undocs import Document, Kind, Recommendation


@given(st.from_type(Document))
def test_a_document_comes_back_from_json_as_it_was(document: Document) -> None:
    assert Document.from_json(json.loads(json.dumps(document.as_json()))) == document


@given(st.from_type(Recommendation))
def test_a_recommendation_comes_back_from_json_as_it_was(recommendation: Recommendation) -> None:
    assert Recommendation.from_json(json.loads(json.dumps(recommendation.as_json()))) == recommendation


def test_what_is_not_given_is_empty() -> None:
    assert Document.from_json({"kind": "addendum"}) == Document(Kind.ADDENDUM)


@pytest.mark.parametrize("wrong", [{"kind": "song"}, {"kind": "addendum", "boats": 3}])
def test_what_is_no_reading_is_not_taken_for_one(wrong: dict[str, object]) -> None:
    with pytest.raises((TypeError, ValueError)):
        Document.from_json(wrong)
