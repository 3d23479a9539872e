"""What people type: tidied, with names after an @ and addresses found in it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from suivi.discussions.rules.languages import OFFERED, offered, own_name
from suivi.discussions.rules.texts import names_after_at, pieces_of, tidied
from suivi.discussions.templatetags.discussions import written

NAMES = ["Mara", "Mara Lind", "نور", "O'Brien"]


def test_line_ends_and_composed_letters_are_kept_in_one_form() -> None:
    assert tidied(" one\r\ntwo\rthree e\u0301 ") == "one\ntwo\nthree é"


def test_what_nobody_can_see_is_taken_out() -> None:
    assert tidied("a\x00b\x07c\u202etxt.exe") == "abctxt.exe"


@given(st.text())
def test_tidying_twice_changes_nothing_more(typed: str) -> None:
    assert tidied(tidied(typed)) == tidied(typed)


def test_the_longest_name_is_meant_however_it_is_cased() -> None:
    assert names_after_at("@MARA LIND, what do you say?", NAMES) == ["Mara Lind"]
    assert names_after_at("ask @mara.", NAMES) == ["Mara"]
    assert names_after_at("@نور ما رأيك؟ and @O'Brien", NAMES) == ["نور", "O'Brien"]


def test_a_name_inside_another_word_or_a_mail_address_is_nobody() -> None:
    assert names_after_at("write to post@mara.example or @Marathon", NAMES) == []


def test_an_address_ends_before_the_full_stop_that_follows_it() -> None:
    assert list(pieces_of("See https://example.org/a?b=c.")) == [
        ("See ", False),
        ("https://example.org/a?b=c", True),
        (".", False),
    ]


@given(st.text(alphabet="ht ps:/.()x\n<>", max_size=60))
def test_the_pieces_of_a_text_are_the_text(text: str) -> None:
    assert "".join(piece for piece, _is_link in pieces_of(text)) == text


def test_markup_that_somebody_types_stays_text() -> None:
    shown = written('<script>alert(1)</script>\nhttps://example.org/"onclick="x javascript:alert(2)')
    assert "<script>" not in shown
    assert "&lt;script&gt;" in shown
    assert (
        '<br><a href="https://example.org/" rel="nofollow noopener noreferrer" dir="ltr">https://example.org/</a>'
        in shown
    )
    assert 'href="javascript' not in shown


def test_every_language_that_is_offered_has_a_name_of_its_own() -> None:
    assert {code for code, _name in offered()} == set(OFFERED)
    assert [code for code, name in offered() if name == code] == []
    assert own_name("nonsense-code") == "nonsense-code"
