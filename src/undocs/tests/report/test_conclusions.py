"""Lists of recommendations in every form of numbering that reports have had."""

from __future__ import annotations

from pathlib import Path

import pytest

import undocs
from undocs import report
from undocs.tests.report.papers import (
    CLOSING,
    COVER,
    NOTED,
    PENDING,
    SUPPORTED,
    as_pages,
    numbers,
    passages,
    read,
    read_word,
    read_word_counting,
    told,
)
from undocs.tests.typeset import heading, lay_out, write_pdf


def test_dotted_numbers_give_each_item_its_number_text_and_states() -> None:
    document = read(
        SUPPORTED, "95.1 Plant trees (Chile) (Kenya);", "95.2 Mend roads (Iran (Islamic Republic of));", CLOSING
    )
    assert told(document) == [("95.1", "Plant trees", ["CHL", "KEN"]), ("95.2", "Mend roads", ["IRN"])]
    assert document.warnings == []


def test_three_levels_of_numbers_are_kept() -> None:
    assert numbers(read(SUPPORTED, "95.8.1 Plant trees (Chile);", "95.8.2. Mend roads (Kenya);", CLOSING)) == [
        "95.8.1",
        "95.8.2",
    ]


def test_plain_numbers_that_begin_anew_under_each_lead_in_carry_its_paragraph() -> None:
    document = read(
        SUPPORTED, "1. Plant trees (Chile);", "2. Mend roads (Kenya);", PENDING, "1. Dig wells (Chad);", CLOSING
    )
    assert numbers(document) == ["95.1", "95.2", "96.1"]


def test_plain_numbers_that_run_on_are_told_from_paragraphs() -> None:
    items = [f"{number}. Do good thing {number} (Chile);" for number in range(1, 99)]
    document = read(SUPPORTED, *items[:60], PENDING, *items[60:], CLOSING)
    assert numbers(document) == [f"95.{n}" for n in range(1, 61)] + [f"96.{n}" for n in range(61, 99)]


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        (["(a) Plant trees (Chile);", "(b) Mend roads (Kenya)."], ["95 (a)", "95 (b)"]),
        (["• Plant trees (Chile);", "• Mend roads (Kenya)."], [None, None]),
        (["Plant trees (Chile);", "Mend roads (Kenya)."], [None, None]),
    ],
    ids=["letters", "bullets", "prose"],
)
def test_items_without_numbers_are_items_all_the_same(items: list[str], expected: list[str | None]) -> None:
    document = read(SUPPORTED, *items, CLOSING)
    assert [(number, states) for number, _, states in told(document)] == list(
        zip(expected, [["CHL"], ["KEN"]], strict=True)
    )


def test_letters_inside_a_numbered_item_belong_to_it() -> None:
    document = read(SUPPORTED, "95.1 Plant: (a) oaks;", "(b) elms (Chile);", "95.2 Mend roads (Kenya);", CLOSING)
    assert told(document)[0] == ("95.1", "Plant: (a) oaks; (b) elms", ["CHL"])


def test_an_item_that_ends_without_a_mark_does_not_swallow_the_next() -> None:
    document = read(SUPPORTED, "95.1 Plant trees (Chile)", "95.2 Mend roads (Kenya)", CLOSING)
    assert numbers(document) == ["95.1", "95.2"]


def test_two_sentences_under_one_number_keep_their_own_states() -> None:
    document = read(SUPPORTED, "95.1 Plant trees (Chile); mend roads (Kenya);", CLOSING)
    assert [(part.text, part.states) for part in document.recommendations[0].parts] == [
        ("Plant trees", ["CHL"]),
        ("mend roads", ["KEN"]),
    ]


@pytest.mark.parametrize("slip", ["85.2", "96.2"])
def test_a_slip_in_the_paragraphs_number_is_put_right_and_said(slip: str) -> None:
    document = read(
        SUPPORTED,
        "95.1 Plant (Chile);",
        f"{slip} Mend (Kenya);",
        "95.3 Dig (Chad);",
        PENDING,
        "96.1 Sow (Peru);",
        CLOSING,
    )
    assert numbers(document) == ["95.1", "95.2", "95.3", "96.1"]
    assert document.recommendations[1].warnings == [f"The report writes {slip} after 95.1: it was read as 95.2."]
    assert document.recommendations[1].as_written == f"{slip} Mend (Kenya);"


def test_a_list_whose_lead_in_is_missing_is_still_read_and_has_no_answer() -> None:
    document = read(SUPPORTED, "95.1 Plant (Chile);", "96.1 Mend (Kenya);", "96.2 Dig (Chad);", CLOSING)
    assert [(each.number, each.position) for each in document.recommendations][1:] == [("96.1", None), ("96.2", None)]
    assert document.warnings == ["What the State answers to the recommendations of paragraph 96 was not understood."]


def test_a_number_that_the_list_skips_is_a_warning() -> None:
    document = read(
        SUPPORTED, "95.1 Plant (Chile);", "95.2 Mend (Kenya);", "95.4 Dig (Chad);", "95.5 Sow (Peru);", CLOSING
    )
    assert document.warnings == ["The numbers skip 95.3."]


def test_headings_between_items_are_kept_with_them() -> None:
    document = read(
        SUPPORTED, "Land and water", "95.1 Plant trees (Chile);", heading("Roads"), "95.2 Mend (Kenya);", CLOSING
    )
    assert [each.heading for each in document.recommendations] == ["Land and water", "Roads"]


def test_the_annex_is_never_read_as_recommendations() -> None:
    document = read(SUPPORTED, "95.1 Plant trees (Chile);", heading("Annex"), "1. Head of delegation (Orvana);")
    assert numbers(document) == ["95.1"]


def test_what_follows_the_closing_paragraph_is_no_recommendation() -> None:
    assert numbers(read(SUPPORTED, "95.1 Plant trees (Chile);", CLOSING, "99.1 Mend roads (Kenya);")) == ["95.1"]


def test_conclusions_without_a_heading_are_found_and_said() -> None:
    lines = [
        passage for passage in passages(SUPPORTED, "95.1 Plant trees (Chile);", CLOSING) if isinstance(passage, str)
    ]
    document = report.read(as_pages(lay_out(COVER, lines)))
    assert numbers(document) == ["95.1"]
    assert document.warnings == [
        "The heading of the conclusions was not found: the first list of recommendations was taken for them.",
    ]


def test_a_report_without_recommendations_says_so() -> None:
    document = report.read(as_pages(lay_out(COVER, ["1. Nothing follows."])))
    assert document.warnings == [
        "The heading of the conclusions was not found: this report was read without recommendations.",
    ]


def test_the_same_report_in_word_reads_the_same(tmp_path: Path) -> None:
    conclusions = (SUPPORTED, "95.1 Plant trees (Chile);", NOTED, "97.1 Mend roads (Kenya);", CLOSING)
    on_paper, in_word = read(*conclusions), read_word(tmp_path, *conclusions)
    assert told(in_word) == told(on_paper)
    assert (in_word.symbol, in_word.state_under_review) == ("A/HRC/99/9", "XOR")


def test_numbers_that_word_counts_itself_are_read(tmp_path: Path) -> None:
    lead_in, closing = SUPPORTED.removeprefix("95. "), CLOSING.removeprefix("98. ")
    document = read_word_counting(
        tmp_path,
        (0, lead_in),
        (1, "Plant trees (Chile);"),
        (1, "Mend roads (Kenya);"),
        (None, "Comment."),
        (0, closing),
    )
    assert told(document) == [("95.1", "Plant trees", ["CHL"]), ("95.2", "Mend roads", ["KEN"])]
    assert document.recommendations[0].position_source == "A/HRC/99/9 - Para. 95"


def test_a_pdf_is_read_through_the_public_door(tmp_path: Path) -> None:
    pages = lay_out(COVER, passages(SUPPORTED, "95.1 Plant trees (Côte d’Ivoire);", CLOSING), "A/HRC/99/9")
    document = undocs.read(write_pdf(tmp_path / "report.pdf", pages))
    assert document.kind is undocs.Kind.WORKING_GROUP_REPORT
    assert told(document) == [("95.1", "Plant trees", ["CIV"])]
    assert document.recommendations[0].page == 2
