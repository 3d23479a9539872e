"""PDF: words in are words out, in six languages; tagged, with embedded letters, and nothing in it is a command."""

from __future__ import annotations

import re

import pypdfium2
import pytest

from suivi.reports.formats import letters
from suivi.reports.formats.model import Paper, Paragraph, Picture, Row, Section, Table, cell, runs
from suivi.reports.formats.pdf import pdf
from suivi.reports.tests.samples import FORMULAS, MARKUP, SENTENCES, hostile, sample

# Signs that only say which way a line runs, and hyphens that only say where one could break.
UNSEEN = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\u00ad\ufffe]")


def words_of(content: bytes) -> str:
    pages = pypdfium2.PdfDocument(content)
    return UNSEEN.sub("", "\n".join(page.get_textpage().get_text_range() for page in pages))


@pytest.mark.parametrize("language", [each for each in SENTENCES if each != "zh"])
def test_every_word_can_be_found_again(language: str) -> None:
    found = re.findall(r"\w+", words_of(pdf(sample(language))))
    wanted = re.findall(r"\w+", SENTENCES[language])
    assert set(wanted) - set(found) == set()
    assert min(found.count(word) for word in wanted) >= 15


def test_chinese_can_be_found_again_sign_by_sign() -> None:
    found = "".join(words_of(pdf(sample("zh"))).split())
    assert found.count(SENTENCES["zh"]) >= 15


def test_a_paper_is_tagged_in_its_language_and_carries_its_title() -> None:
    content = pdf(sample("ar"))
    known = pypdfium2.PdfDocument(content).get_metadata_dict()
    assert (known["Title"], known["Author"]) == (SENTENCES["ar"], "")
    assert all(mark in content for mark in (b"/MarkInfo", b"/StructTreeRoot", b"/Lang(ar)", b"pdfuaid"))


def test_all_letters_come_with_the_paper() -> None:
    content = pdf(sample("zh"))
    names = set(re.findall(rb"/FontName/([A-Z]{6}\+)?([\w-]+)", content))
    assert names
    assert all(mark for mark, _name in names)


def test_a_paper_says_which_page_of_how_many() -> None:
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf(sample("en")))]
    assert [f"{number} ÷ {len(pages)}" in page for number, page in enumerate(pages, 1)] == [True] * len(pages)


def test_nothing_that_somebody_wrote_is_read_as_markup() -> None:
    said = words_of(pdf(hostile()))
    assert " ".join(MARKUP.split()) in " ".join(said.split())
    assert all(each in said for each in FORMULAS)


def test_the_head_of_a_table_stands_on_every_page() -> None:
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf(sample("en", rows=40)))]
    with_rows = [page for page in pages if "24 November 2026" in page]
    assert len(with_rows) > 3
    assert all("choice" in page for page in with_rows)


def test_a_row_that_is_longer_than_a_page_is_printed_whole() -> None:
    long = " ".join(f"word{number}" for number in range(1500))
    table = Table("t", sample().tables[0].columns[:2], (Row((cell(), cell(long))),))
    said = words_of(pdf(Paper("Long", "en", (Section((table,)),))))
    assert all(f"word{number}" in said for number in (0, 700, 1499))


def test_a_picture_without_words_or_of_no_kind_is_no_paper() -> None:
    with pytest.raises(Exception, match="SVG"):
        pdf(Paper("Broken", "en", (Section((Picture("<svg", "broken", 10),)),)))


def test_letters_of_all_six_languages_come_with_the_house() -> None:
    assert all(any(folder.rglob("*.ttf")) for folder in letters.folders())
    assert letters.families()[:3] == ("Noto Sans", "Amiri", "Noto Sans SC")


def test_signs_that_no_typeface_has_do_not_keep_a_paper_from_being_made() -> None:
    content = pdf(Paper("\U0001f600 ⵣ ꯍ", "en", (Section((Paragraph(runs("and words after")),)),)))
    assert "words after" in words_of(content)
    assert b"/StructTreeRoot" in content
    assert b"pdfuaid" not in content
