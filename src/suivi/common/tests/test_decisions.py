"""A decision is true, or says why not."""

from __future__ import annotations

import pytest

from suivi.common.decisions import ALLOWED, Refused, refused


def test_what_is_allowed_is_true_and_says_nothing() -> None:
    assert ALLOWED
    assert ALLOWED.why == ""
    ALLOWED.require()


def test_what_is_refused_is_false_and_its_sentence_reaches_whoever_tried() -> None:
    decision = refused("Ask a coordinator.")
    assert not decision
    with pytest.raises(Refused, match=r"Ask a coordinator\."):
        decision.require()
