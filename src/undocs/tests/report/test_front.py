"""The first pages of a report."""

from __future__ import annotations

from datetime import date

import pytest

from undocs import report
from undocs.report.flow import Passage
from undocs.report.front import cycle_of, read_front
from undocs.report.session import session_of
from undocs.tests.report.papers import CLOSING, COVER, DOCUMENTS, OPENING, SUPPORTED, TROIKA, as_pages, passages, read
from undocs.tests.typeset import lay_out


def test_the_first_pages_give_symbol_state_session_and_dates() -> None:
    document = read(SUPPORTED, "95.1 Plant trees (Chile);", CLOSING)
    assert (document.symbol, document.state_under_review, document.language) == ("A/HRC/99/9", "XOR", "en")
    assert (document.wg_session, document.cycle) == (48, 4)
    assert document.published_on == date(2031, 3, 24)
    assert (document.reviewed_on, document.adopted_on) == (date(2031, 1, 28), date(2031, 1, 31))
    assert document.troika == ["CHL", "KEN", "VNM"]


def test_the_name_on_the_cover_tells_the_state_where_no_document_is_cited() -> None:
    front = read_front(COVER, [Passage(OPENING, 3)])
    assert (front.state, front.session) == ("XOR", 48)


def test_a_troika_without_a_colon_is_found_by_its_names() -> None:
    text = TROIKA.replace("of Orvana: Chile", "of Chile")
    assert read_front(COVER, [Passage(DOCUMENTS, 3), Passage(text, 3)]).troika == ["CHL", "KEN", "VNM"]


def test_a_draft_is_known_by_its_own_symbol() -> None:
    assert read_front(["A/HRC/WG.6/48/L.7", "Orvana"], []).symbol == "A/HRC/WG.6/48/L.7"


def test_dates_too_far_apart_are_not_taken_for_review_and_adoption() -> None:
    opening = OPENING.replace("31 January 2031", "31 December 2031")
    front = read_front(COVER, [Passage(opening, 3)])
    assert (front.reviewed_on, front.adopted_on) == (None, None)


@pytest.mark.parametrize(
    ("session", "cycle"), [(1, 1), (12, 1), (13, 2), (26, 2), (27, 3), (40, 3), (41, 4), (None, None)]
)
def test_a_session_belongs_to_its_cycle(session: int | None, cycle: int | None) -> None:
    assert cycle_of(session) == cycle


@pytest.mark.parametrize(
    ("text", "session"),
    [
        ("held its forty-eighth session from 20 to 31 January", 48),
        ("held its third session", 3),
        ("held its 16th session", 16),
        ("celebró su 48º período de sesiones", 48),
        ("провела свою 16-ю сессию", 16),
        ("held a meeting", None),
    ],
)
def test_the_session_is_read_in_words_and_figures(text: str, session: int | None) -> None:
    assert session_of(text) == session


def test_a_report_is_recognised_by_its_title_or_by_its_conclusions() -> None:
    body = passages(SUPPORTED, "95.1 Plant trees (Chile);", CLOSING)
    untitled = [line for line in COVER if not line.startswith("Report")]
    assert report.recognises(as_pages(lay_out(COVER, body)))
    assert report.recognises(as_pages(lay_out(untitled, body)))
    assert not report.recognises(as_pages(lay_out(untitled, ["1. Something else."])))


def test_an_addendum_is_not_taken_for_its_report() -> None:
    cover = ["A/HRC/99/9/Add.1", *COVER[1:]]
    assert not report.recognises(as_pages(lay_out(cover, passages(SUPPORTED, CLOSING))))
