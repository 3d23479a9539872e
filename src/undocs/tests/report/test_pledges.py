"""What the State under review promises of its own accord."""

from __future__ import annotations

from undocs.tests.report.papers import CLOSING, SUPPORTED, numbers, read
from undocs.tests.typeset import heading

PLEDGES = heading("III. Voluntary pledges and commitments")


def test_pledges_are_read_one_by_one_without_the_sentence_before_them() -> None:
    document = read(
        SUPPORTED,
        "95.1 Plant trees (Chile);",
        CLOSING,
        PLEDGES,
        "99. Orvana made the following voluntary pledges:",
        "(a) To open the archives;",
        "(b) To publish its budget.",
        heading("Annex"),
        "The delegation was headed by the Minister of Justice.",
    )
    assert document.pledges == ["To open the archives", "To publish its budget."]
    assert numbers(document) == ["95.1"]


def test_pledges_among_the_conclusions_are_no_recommendations() -> None:
    document = read(
        SUPPORTED,
        "1. Plant trees (Chile);",
        "96. Orvana announced the following voluntary commitments:",
        "1. To open the archives;",
        CLOSING,
    )
    assert document.pledges == ["To open the archives"]
    assert numbers(document) == ["95.1"]
