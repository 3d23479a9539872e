"""Recommendations that the conclusions only cite by paragraph and letter."""

from __future__ import annotations

import pytest

from undocs.report.citations import citations
from undocs.report.speaker import speaker
from undocs.tests.report.papers import CLOSING, SUPPORTED, read, told

KENYA = (
    "20. Kenya welcomed the new law. It recommended that Orvana (a) plant trees; (b) mend roads, and (c) dig wells. "
    "Kenya asked about schools."
)
DIALOGUE = (
    *(f"{number}. Peru thanked Orvana." for number in range(4, 20)),
    KENYA,
    "21. The Netherlands recommended that Orvana open a museum. It also encouraged the building of a theatre.",
    "22. Chile recommended a) more bread; b) (i) fewer taxes and (ii) longer holidays.",
)
CITING = "96. The recommendations noted in the report in paragraphs {} above did not enjoy the support of Orvana."


def _cited(places: str) -> list[tuple[str | None, str, list[str]]]:
    document = read(SUPPORTED, "95.1 Sow (Chad);", CITING.format(places), CLOSING, dialogue=DIALOGUE)
    return told(document)[1:]


def test_a_letter_gives_the_sentence_behind_it_and_the_state_that_spoke() -> None:
    assert _cited("20 (a) and (c)") == [("20 (a)", "plant trees", ["KEN"]), ("20 (c)", "dig wells", ["KEN"])]


def test_a_paragraph_without_letters_gives_every_sentence_that_asks() -> None:
    document = read(SUPPORTED, "95.1 Sow (Chad);", CITING.format("21"), CLOSING, dialogue=DIALOGUE)
    cited = document.recommendations[1]
    assert [(part.text, part.states) for part in cited.parts] == [
        ("that Orvana open a museum", ["NLD"]),
        ("the building of a theatre", ["NLD"]),
    ]
    assert (cited.position, cited.position_source) == ("noted", "A/HRC/99/9 - Para. 96")


def test_letters_with_one_bracket_and_letters_under_letters_are_found() -> None:
    assert _cited("22 (a), (b) (i) and (ii)") == [
        ("22 (a)", "more bread", ["CHL"]),
        ("22 (b) (i)", "fewer taxes", ["CHL"]),
        ("22 (b) (ii)", "longer holidays", ["CHL"]),
    ]


def test_what_stands_under_letters_of_a_letter_is_asked_one_by_one() -> None:
    document = read(SUPPORTED, "95.1 Sow (Chad);", CITING.format("22 (b)"), CLOSING, dialogue=DIALOGUE)
    assert [part.text for part in document.recommendations[1].parts] == ["fewer taxes", "longer holidays"]


def test_places_that_the_lead_in_of_a_list_cites_do_not_hide_the_list() -> None:
    lead_in = SUPPORTED.replace(":", ". Orvana gave its views on recommendations in paragraphs 20 (a) and 21:")
    assert told(read(lead_in, "95.1 Sow (Chad);", CLOSING, dialogue=DIALOGUE)) == [("95.1", "Sow", ["TCD"])]


def test_comments_on_cited_places_are_no_recommendations() -> None:
    comment = "1. With regard to the recommendation in paragraph 20 (a) (Kenya), Orvana said that trees were many."
    document = read(SUPPORTED, "95.1 Sow (Chad);", CITING.format("20 (a)"), comment, CLOSING, dialogue=DIALOGUE)
    assert told(document)[1:] == [("20 (a)", "plant trees", ["KEN"])]


def test_the_state_under_review_is_not_taken_for_the_speaker() -> None:
    assert speaker("Referring to Orvana’s laws, and to those of its provinces, Belgium asked for more.", "XOR") == "BEL"
    assert speaker("The United States of America noted the law.", "XOR") == "USA"
    assert speaker("The delegation thanked everybody.", "XOR") is None


def test_a_place_that_holds_nothing_is_a_warning() -> None:
    document = read(SUPPORTED, "95.1 Sow (Chad);", CITING.format("20 (f)"), CLOSING, dialogue=DIALOGUE)
    assert document.warnings == [
        "Paragraph 20 (f), which paragraph 96 cites, holds no recommendation that could be read."
    ]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "in paragraphs 53 (b) and (c), 64 (a), 79 (c) and (d) above",
            ["53 (b)", "53 (c)", "64 (a)", "79 (c)", "79 (d)"],
        ),
        (
            "in paragraphs: 71; 72 (c); 67 (a), (b) (i) and (ii); 21",
            ["71", "72 (c)", "67 (a)", "67 (b) (i)", "67 (b) (ii)", "21"],
        ),
        ("in paragraph 72 and paragraph 65 above", ["72", "65"]),
        ("in paragraphs 59 (g), (h) and (i)", ["59 (g)", "59 (h)", "59 (i)"]),
        ("in paragraphs 48 (b, c and f), 19(d) above", ["48 (b)", "48 (c)", "48 (f)", "19 (d)"]),
        ("in paragraphs 93 and 120 above", ["93"]),
        ("without any paragraph", []),
    ],
)
def test_lists_of_places_are_read_as_people_type_them(text: str, places: list[str]) -> None:
    assert [place.number for place in citations(text, before=95)] == places
