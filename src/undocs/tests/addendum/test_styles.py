"""The manners in which States answer: lists in sentences, lists under headings, one by one."""

from __future__ import annotations

from pathlib import Path

from undocs import Claim, Kind
from undocs.tests.addendum.papers import answer_to, positions, read_pdf, read_word
from undocs.tests.typeset import heading

SUPPORTED, NOTED, IN_PART = "supported", "noted", "partially_supported"


def test_lists_in_numbered_paragraphs_with_prose_on_some_of_their_numbers(tmp_path: Path) -> None:
    document = read_pdf(
        tmp_path,
        "1. This is the answer of Orvana to the recommendations made during its 3rd Universal Periodic Review on "
        "12 November 2030.",
        "2. Orvana supports 7 recommendations and notes 3.",
        heading("Accepted recommendations"),
        "3. Orvana accepts the following recommendations 122.1, 122.3-5 and 122.10.",
        heading(
            "Accepted recommendations that Orvana considers already implemented or in the process of implementation"
        ),
        "4. Orvana accepts the recommendations 122.6, 122.7. It considers that they are already implemented or in the "
        "process of implementation and adds the following.",
        "122.6",
        "The activities for the implementation of this recommendation are already ongoing. Boats have been bought.",
        "Nets will follow.",
        heading("Noted recommendations"),
        "5. For the time being, Orvana notes recommendations 122.2, 122.8–9.",
        "122.8– 9",
        "The salt tax feeds the schools. See also recommendation 122.3.",
    )
    assert positions(document) == {
        **dict.fromkeys(["122.1", "122.3", "122.4", "122.5", "122.10", "122.6", "122.7"], SUPPORTED),
        **dict.fromkeys(["122.2", "122.8", "122.9"], NOTED),
    }
    assert document.totals == {SUPPORTED: 7, NOTED: 3}
    assert document.warnings == []
    boats = answer_to(document, "122.6")
    assert (boats.claim, boats.paragraph, boats.page) == (Claim.BEING_IMPLEMENTED, "4", 2)
    assert boats.reason is not None
    assert boats.reason.startswith("The activities")
    assert boats.reason.endswith("Nets will follow.")
    assert answer_to(document, "122.7").claim is Claim.ALREADY_IMPLEMENTED
    assert answer_to(document, "122.2").reason is None
    assert answer_to(document, "122.9").reason == "The salt tax feeds the schools. See also recommendation 122.3."


def test_plain_numbers_take_the_paragraph_of_the_report_that_the_addendum_names(tmp_path: Path) -> None:
    document = read_pdf(
        tmp_path,
        "1. The numbers of recommendations follow the list in paragraph 115 of the report of the Working Group.",
        "2. Orvana accepts the recommendations 1–3 and 6.",
        "3. Orvana notes recommendations 4 and 5.",
        "Rec. 4 Orvana has no army.",
        "Recs. 5 The salt tax feeds the schools.",
    )
    assert positions(document) == {
        **dict.fromkeys(["115.1", "115.2", "115.3", "115.6"], SUPPORTED),
        **dict.fromkeys(["115.4", "115.5"], NOTED),
    }
    assert answer_to(document, "115.4").reason == "Orvana has no army."


def test_each_numbered_paragraph_answers_the_recommendation_of_its_number(tmp_path: Path) -> None:
    document = read_pdf(
        tmp_path,
        "Orvana welcomes the recommendations made during its review on 16 February 2010. Its answers are as follows:",
        "1. Orvana cannot, at this point in time, make a definitive statement. Its fishermen are heard first.",
        "2. Orvana accepts the recommendation and notes that it has already acted accordingly.",
        "3., 4., 5. Orvana accepts these recommendations. The boats have been ordered.",
        "Nets will follow.",
        "6. Orvana accepts the recommendation on boats. It cannot accept the recommendation to abolish the salt tax.",
        "7. Orvana does not accept the recommendation, which it cannot understand.",
        "8. Orvana agrees that rivers matter. It has many.",
    )
    assert positions(document) == {
        "1": NOTED,
        "2": SUPPORTED,
        **dict.fromkeys(["3", "4", "5"], SUPPORTED),
        "6": IN_PART,
        "7": NOTED,
        "8": "unclear",
    }
    assert answer_to(document, "2").claim is Claim.ALREADY_IMPLEMENTED
    nets = answer_to(document, "4")
    assert nets.as_written == "Orvana accepts these recommendations."
    assert (nets.reason or "").endswith("Nets will follow.")
    assert document.warnings == ["8: the answer does not say whether it is supported or noted."]


def test_lists_under_headings(tmp_path: Path) -> None:
    document = read_pdf(
        tmp_path,
        "1. Orvana thanks all who took part in the dialogue, and has talked over each recommendation with its "
        "fishermen, farmers and teachers. It sorts them as follows, and will report on each of them in two years.",
        heading("I. Recommendations that enjoy the support of Orvana"),
        "101.1, 101.2, 101.5–7.",
        heading("II. Recommendations that do not enjoy the support of Orvana"),
        "101.3, 101.4.",
        heading("III. Recommendations already implemented"),
        "101.8",
    )
    assert positions(document) == {
        **dict.fromkeys(["101.1", "101.2", "101.5", "101.6", "101.7", "101.8"], SUPPORTED),
        **dict.fromkeys(["101.3", "101.4"], NOTED),
    }
    assert answer_to(document, "101.8").claim is Claim.ALREADY_IMPLEMENTED
    assert answer_to(document, "101.3").as_written == "II. Recommendations that do not enjoy the support of Orvana"


def test_recommendations_quoted_under_a_sentence_that_leads_to_them(tmp_path: Path) -> None:
    document = read_pdf(
        tmp_path,
        "5. The following recommendations enjoy the support of Orvana:",
        "101.1 Protect the river and accept visits of experts (Kenya, Peru);",
        "101.2 Build schools (Kenya);",
        "6. The following recommendations have been noted by Orvana:",
        "101.3 Support the abolition of the salt tax (Norway);",
        "7. Orvana thanks all States.",
    )
    assert positions(document) == {"101.1": SUPPORTED, "101.2": SUPPORTED, "101.3": NOTED}


def test_one_sentence_may_answer_several_lists(tmp_path: Path) -> None:
    document = read_pdf(
        tmp_path,
        "2. Orvana supports recommendations 101.1, 101.2 and 101.5, takes note of 101.3 and partially accepts 101.4.",
        "3. Recommendations 101.6 and 101.7 are accepted, and recommendation 101.8 is not accepted.",
        "4. Orvana accepts recommendations 101.9 and 101.10 in part.",
    )
    assert positions(document) == {
        **dict.fromkeys(["101.1", "101.2", "101.5", "101.6", "101.7"], SUPPORTED),
        **dict.fromkeys(["101.3", "101.8"], NOTED),
        **dict.fromkeys(["101.4", "101.9", "101.10"], IN_PART),
    }


def test_the_response_follows_each_quoted_recommendation(tmp_path: Path) -> None:
    document = read_pdf(
        tmp_path,
        "Recommendation 101.1: Protect the river (Chile).",
        "Response: The Government accepts this recommendation. Work has begun.",
        "Recommendation 101.2: Abolish the salt tax (Norway).",
        "Response: The Government does not accept this recommendation.",
        "Recommendation 101.3: Build schools and bridges (Kenya).",
        "Response: Partially accepted. Bridges are dear.",
    )
    assert positions(document) == {"101.1": SUPPORTED, "101.2": NOTED, "101.3": IN_PART}
    assert answer_to(document, "101.1").reason == "The Government accepts this recommendation. Work has begun."


def test_a_state_in_brackets_within_an_answer_is_no_quoted_recommendation(tmp_path: Path) -> None:
    document = read_pdf(
        tmp_path,
        "Orvana answers the recommendations made during its review as follows:",
        "1. Orvana accepts the recommendation of its neighbour (Chile).",
        "2. Orvana cannot accept the recommendation.",
        "3. Orvana accepts the recommendation.",
    )
    assert positions(document) == {"1": SUPPORTED, "2": NOTED, "3": SUPPORTED}


def test_the_cover_tells_symbol_state_and_date(tmp_path: Path) -> None:
    document = read_word(tmp_path, "1. Orvana accepts recommendations 101.1 and 101.2 of its second cycle.")
    assert document.kind is Kind.ADDENDUM
    assert (document.symbol, document.state_under_review) == ("A/HRC/99/9/Add.1", "CHL")
    assert document.published_on is not None
    assert document.published_on.isoformat() == "2031-03-04"
    assert (document.language, document.cycle) == ("en", 2)
