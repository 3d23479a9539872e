"""What the sentences before, between and after the lists say of them."""

from __future__ import annotations

import pytest

from undocs.document import Claim, Position
from undocs.report.lead_ins import says
from undocs.tests.report.papers import CLOSING, NOTED, PENDING, SUPPORTED, read

DONE = (
    "96. The following recommendations enjoy the support of Orvana, which considers that they are already implemented "
    "or in the process of implementation:"
)


def test_each_lead_in_gives_its_items_position_words_and_source() -> None:
    document = read(SUPPORTED, "95.1 Plant (Chile);", PENDING, "96.1 Mend (Kenya);", NOTED, "97.1 Dig (Chad);", CLOSING)
    supported, pending, noted = document.recommendations
    assert (supported.position, pending.position, noted.position) == ("supported", "pending", "noted")
    assert supported.position_as_written == SUPPORTED.removeprefix("95. ")
    assert supported.position_source == "A/HRC/99/9 - Para. 95"


def test_a_claim_stands_beside_the_support() -> None:
    done = read(DONE, "96.1 Mend roads (Kenya);", CLOSING).recommendations[0]
    assert (done.position, done.claim) == (Position.SUPPORTED, Claim.ALREADY_IMPLEMENTED)


def test_an_answer_after_the_list_goes_to_the_list() -> None:
    document = read(
        "95. In the course of the discussion, the following recommendations were made to Orvana:",
        "1. Plant trees (Chile);",
        "96. These recommendations will be examined by Orvana, which will provide responses in due time.",
        CLOSING,
    )
    assert [each.position for each in document.recommendations] == [Position.PENDING]


def test_a_remark_on_some_numbers_gives_them_its_claim_and_is_kept() -> None:
    document = read(
        SUPPORTED,
        *(f"95.{item} Do good thing {item} (Chile);" for item in range(1, 6)),
        "96. Orvana considers that the recommendations in paragraphs 95.2 and 95.4 to 95.5 above have already been "
        "implemented.",
        CLOSING,
    )
    assert [each.number for each in document.recommendations if each.claim] == ["95.2", "95.4", "95.5"]
    assert document.positions[0].numbers == ["95.2", "95.4", "95.5"]


def test_a_remark_may_name_plain_numbers() -> None:
    document = read(
        SUPPORTED,
        *(f"{item}. Do good thing {item} (Chile);" for item in range(1, 6)),
        "96. Orvana considers that recommendations Nos. 1, 3 and 4 are in the process of implementation.",
        CLOSING,
    )
    assert [each.number for each in document.recommendations if each.claim] == ["95.1", "95.3", "95.4"]


def test_an_answer_that_is_not_understood_is_a_warning_and_no_guess() -> None:
    document = read("95. Orvana looked at what follows with great interest:", "95.1 Plant trees (Chile);", CLOSING)
    assert document.recommendations[0].position is None
    assert document.warnings == ["What the State answers to the recommendations of paragraph 95 was not understood."]


def test_conclusions_made_with_the_states_agreement_are_no_recommendations() -> None:
    document = read(
        "95. In the course of the discussion, the following conclusions were made:",
        "1. Efforts were welcomed.",
        CLOSING,
    )
    assert document.recommendations == []


@pytest.mark.parametrize(
    ("language", "sentence", "position"),
    [
        ("en", "The recommendations did not enjoy the support of Orvana", "noted"),
        ("en", "Orvana notes those recommendations and will provide the response in due time", "pending"),
        ("en", "Orvana considers that the recommendations below cannot be accepted", "noted"),
        ("en", "The following recommendations enjoy the partial support of Orvana", "partially_supported"),
        ("fr", "Les recommandations ci-après ont été examinées par l’Orvana et recueillent son adhésion", "supported"),
        ("fr", "Les recommandations ci-après n’ont pas recueilli l’adhésion de l’Orvana, qui en a pris note", "noted"),
        ("fr", "seront examinées par l’Orvana, qui y répondra en temps voulu", "pending"),
        ("es", "han sido examinadas por Orvana y cuentan con su apoyo", "supported"),
        ("es", "no cuentan con el apoyo de Orvana, que tomó nota de ellas", "noted"),
        ("es", "Orvana examinará las siguientes recomendaciones y les dará respuesta a su debido tiempo", "pending"),
        ("ru", "были рассмотрены Орваной и получили ее поддержку", "supported"),
        ("ru", "не получили поддержки Орваны и поэтому были приняты к сведению", "noted"),
        ("ru", "будут рассмотрены Орваной, которая представит ответы в надлежащее время", "pending"),
        ("ar", "نظرت أورفانا في التوصيات التالية وهي تحظى بتأييدها", "supported"),
        ("ar", "لم تحظ التوصيات التالية بتأييد أورفانا، ومن ثم فقد أحاطت علماً بها", "noted"),
        ("ar", "ستنظر أورفانا في التوصيات التالية وستقدم ردودها في الوقت المناسب", "pending"),
        ("zh", "以下建议已经过奥尔瓦纳审议，得到奥尔瓦纳的支持", "supported"),
        ("zh", "下列建议未得到奥尔瓦纳的支持，因此予以注意", "noted"),
        ("zh", "奥尔瓦纳将审议下列建议，并将在适当时候作出答复", "pending"),
    ],
)
def test_lead_ins_are_understood_in_six_languages(language: str, sentence: str, position: str) -> None:
    assert says(sentence, language).position == position


@pytest.mark.parametrize(
    "torn", ["enjoy the sup port of Orvana", "ENJOY THE SUPPORT OF ORVANA", "enjoy  the\u00a0support"]
)
def test_torn_words_and_capitals_do_not_hide_a_lead_in(torn: str) -> None:
    assert says(torn).position is Position.SUPPORTED
