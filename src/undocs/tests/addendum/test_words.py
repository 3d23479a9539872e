"""What the phrases of the data file say, and where."""

from __future__ import annotations

import pytest

from undocs import Claim, Position
from undocs.addendum.prose import read_prose
from undocs.addendum.words import Place, Says, claim_of, marks, position_of
from undocs.vocabulary import LANGUAGES, rows

ROWS = rows("answers.csv")


def typed(phrase: str) -> str:
    """Return a sentence part that a phrase of the file must match: endings and gaps filled."""
    return phrase.replace(" … ", " quite ").replace("*", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_is_found_where_it_counts(language: str) -> None:
    places = {"": Place.ANSWER, "lead": Place.LEAD, "start": Place.START, "first": Place.FIRST, "after": Place.AFTER}
    for row in ROWS:
        if row["language"] != language or row["where"] not in places:
            continue
        if row["says"] in {Says.ALREADY_IMPLEMENTED, Says.BEING_IMPLEMENTED}:
            assert claim_of(typed(row["phrase"]), language), row
        elif row["says"] != Says.ASIDE:
            assert marks(typed(row["phrase"]), places[row["where"]], language), row


def test_the_file_names_known_sayings_and_languages_only() -> None:
    assert {row["says"] for row in ROWS} <= {says.value for says in Says}
    assert {row["language"] for row in ROWS} == set(LANGUAGES)


@pytest.mark.parametrize(
    ("answer", "position"),
    [
        ("Orvana accepts the recommendation.", Position.SUPPORTED),
        ("The Government of Orvana supports this recommendation.", Position.SUPPORTED),
        ("Accepted.", Position.SUPPORTED),
        ("Supported", Position.SUPPORTED),
        ("The recommendation enjoys the support of Orvana.", Position.SUPPORTED),
        ("Orvana accepts the recommendation and notes that it has acted.", Position.SUPPORTED),
        ("Orvana agrees with this recommendation.", Position.SUPPORTED),
        ("Orvana does not accept this recommendation.", Position.NOTED),
        ("Orvana cannot accept the recommendation.", Position.NOTED),
        ("Orvana is not in a position to accept the recommendation.", Position.NOTED),
        ("The recommendation does not enjoy the support of Orvana.", Position.NOTED),
        ("The recommendation is not accepted.", Position.NOTED),
        ("Rejected.", Position.NOTED),
        ("Orvana takes note of the recommendation.", Position.NOTED),
        ("Noted.", Position.NOTED),
        ("Orvana cannot, at this point in time, make a definitive statement.", Position.NOTED),
        ("Partially accepted.", Position.PARTIALLY_SUPPORTED),
        ("The recommendation is partially accepted.", Position.PARTIALLY_SUPPORTED),
        ("Orvana accepts the recommendation in part.", Position.PARTIALLY_SUPPORTED),
        ("Orvana accepts this recommendation. It rejects the recommendation on nets.", Position.PARTIALLY_SUPPORTED),
        ("Orvana accepts this. It cannot make a definitive statement on nets.", Position.PARTIALLY_SUPPORTED),
        ("The recommendation will be considered by the Government.", Position.PENDING),
        ("Orvana supports its fishermen with boats and nets.", None),
        ("It should be noted that Orvana has many rivers.", None),
        ("Orvana agrees that rivers matter.", None),
        ("Noted Orvana accepts that peace is near.", Position.NOTED),
        ("Supported, but Orvana cannot accept the second half.", Position.PARTIALLY_SUPPORTED),
        ("Orvana accepts the recommendation. Its courts do not accept gifts.", Position.SUPPORTED),
    ],
)  # fmt: skip
def test_prose_takes_a_position_or_none(answer: str, position: Position | None) -> None:
    assert read_prose(answer).position is position


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Protect the river (Chile) (Peru); Accepted. Work has begun.", "Accepted. Work has begun."),
        ("(Chile): Accepted in part", "Accepted in part"),
        ("Response of the Government: Noted.", "Noted."),
        ("Protect the river Noted The tax feeds the schools.", "Noted The tax feeds the schools."),
        ("Protect the river and accept visits (Chile).", ""),
    ],
)
def test_a_quoted_recommendation_is_left_out_of_the_answer(text: str, answer: str) -> None:
    assert read_prose(text).answer == answer


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Orvana considers this recommendation implemented.", Claim.ALREADY_IMPLEMENTED),
        ("They are already implemented or in the process of implementation.", Claim.ALREADY_IMPLEMENTED),
        ("The activities for the implementation of this recommendation are already ongoing.", Claim.BEING_IMPLEMENTED),
        ("The recommendation is being implemented.", Claim.BEING_IMPLEMENTED),
        ("Orvana will implement the recommendation.", None),
    ],
)
def test_what_the_state_says_it_has_done(text: str, claim: Claim | None) -> None:
    assert claim_of(text) is claim


@pytest.mark.parametrize(
    ("answer", "claim"),
    [
        ("Orvana accepts the recommendation. It has already been implemented.", Claim.ALREADY_IMPLEMENTED),
        ("Orvana accepts the recommendation. This recommendation is being implemented.", Claim.BEING_IMPLEMENTED),
        ("Orvana accepts the recommendation. Many programmes have been implemented.", None),
    ],
)
def test_a_claim_is_one_about_the_recommendation(answer: str, claim: Claim | None) -> None:
    assert read_prose(answer).claim is claim


def test_whatever_does_not_enjoy_support_is_noted() -> None:
    assert position_of({Says.UNDECIDED}) is Position.NOTED
    assert position_of({Says.NOT_SUPPORTED}) is Position.NOTED
    assert position_of(set()) is None
