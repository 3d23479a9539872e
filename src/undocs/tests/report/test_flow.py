"""Lines become passages whatever the page does to them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from undocs import report
from undocs.pdf import PdfLine, PdfPage
from undocs.report.flow import passages
from undocs.tests.report import papers
from undocs.tests.report.papers import CLOSING, COVER, PENDING, SUPPORTED, as_pages, told
from undocs.tests.typeset import lay_out

STEP = 12.0


def _page(*lines: tuple[str, float], size: float = 10.0, number: int = 1) -> PdfPage:
    """Return a page of lines given as (text, space above)."""
    height, laid = 760.0, []
    for text, above in lines:
        height -= above
        laid.append(PdfLine(text, 113.0, height, size))
    return PdfPage(number, 595, 842, laid)


def _texts(*pages: PdfPage) -> list[str]:
    return [passage.text for passage in passages(pages)]


FILLER = tuple(("and so on and so forth until the end of the page", STEP) for _ in range(20))


def test_headers_page_numbers_and_job_numbers_set_like_the_text_are_left_out() -> None:
    first = _page(("A/HRC/12/9", 0), ("Page 16", STEP), ("1. Plant trees that", STEP), *FILLER)
    second = _page(
        ("A/HRC/12/9*", 0), ("page 17", STEP), ("give shade (Chile);", STEP), ("GE.09-14614 (E)", STEP), number=2
    )
    text = " ".join(_texts(first, second))
    assert "give shade (Chile);" in text
    assert not any(furniture in text for furniture in ("A/HRC", "Page", "page 1", "GE."))


def test_notes_in_smaller_letters_are_left_out() -> None:
    page = _page(("95.1 Plant trees (Chile);", 0), *FILLER)
    page.lines.append(PdfLine("1 The recommendation as read during the dialogue: Plant oaks.", 113, 100, 8.5))
    assert "as read" not in " ".join(_texts(page))


def test_a_hyphen_at_the_end_of_a_line_stays_and_the_space_goes() -> None:
    page = _page(
        ("against all forms of dis-", 0), ("crimination, and non-", STEP), ("discrimination in law", STEP), *FILLER
    )
    for line in page.lines[:2]:
        line.hyphen = True
    assert _texts(page)[0].startswith("against all forms of dis-crimination, and non-discrimination in law")


def test_a_wider_space_parts_passages_and_a_number_does_without() -> None:
    page = _page(
        ("95.1 Plant trees", 0), ("(Chile);", STEP), ("95.2 Mend roads (Kenya);", STEP), ("Comment.", 18), *FILLER
    )
    assert _texts(page)[:3] == [
        "95.1 Plant trees (Chile);",
        "95.2 Mend roads (Kenya);",
        "Comment. " + " ".join([FILLER[0][0]] * 20),
    ]


def test_a_sentence_goes_on_at_the_top_of_the_next_page() -> None:
    first = _page(*FILLER, ("95.1 Plant trees in Venezuela (Bolivarian", 18))
    second = _page(("Republic of) and water them (Chile);", 0), ("95.2 Mend roads (Kenya);", 18), number=2)
    assert _texts(first, second)[-2:] == [
        "95.1 Plant trees in Venezuela (Bolivarian Republic of) and water them (Chile);",
        "95.2 Mend roads (Kenya);",
    ]


ITEMS = [
    f"95.{number} Continue to plant trees, mend roads and dig wells number {number} in every province of the country, "
    f"with due regard to those who live there (Chile) (Iran (Islamic Republic of)) (Côte d’Ivoire);"
    for number in range(1, 40)
]


@given(st.integers(min_value=0, max_value=60))
def test_where_the_pages_break_makes_no_difference(lines_before: int) -> None:
    filler = [f"{number}. Peru thanked Orvana." for number in range(4, 4 + lines_before)]
    body = papers.passages(SUPPORTED, *ITEMS, PENDING, "96.1 Rest (Chad);", CLOSING, dialogue=filler)
    document = report.read(as_pages(lay_out(COVER, body, "A/HRC/99/9")))
    assert [number for number, _, _ in told(document)] == [f"95.{n}" for n in range(1, 40)] + ["96.1"]
    assert {tuple(states) for _, _, states in told(document)[:-1]} == {("CHL", "IRN", "CIV")}
    assert document.warnings == []
