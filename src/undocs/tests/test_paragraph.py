"""One paragraph in six languages: number, text, States, parts."""

from __future__ import annotations

import pytest

from undocs import states
from undocs.document import Part
from undocs.paragraph import read_paragraph
from undocs.vocabulary import LANGUAGES


@pytest.mark.parametrize(
    "closing",
    [
        "(Chile) (Peru);",
        "(Chile, Peru);",
        "(Chile); (Peru);",
        "(Chile), (Peru).",
        "(Chile) and (Peru);",
        "(Chile; and Peru);",
        "(Chile)(Peru); and",
        "( Chile )\u00a0( Peru )\u00a0;",
        "(Chile / Peru)1;",
        "[Chile, Peru].**",
        "（Chile、Peru）；",
        "(ChilePeru)",
        "(Chile, Peru",
        "(joint recommendation of Chile and Peru);",
        "(Chile, also on behalf of Peru);",
        "(Chile, jointly with Peru, 2012);",
        "(Chile and Peru, on behalf of the Arab Group);",
    ],
)
def test_states_are_read_from_every_form_of_closing_brackets(closing: str) -> None:
    read = read_paragraph(f"141.2 Keep the ferry of the lake free {closing}")
    assert (read.number, read.text) == ("141.2", "Keep the ferry of the lake free")
    assert read.states == ["CHL", "PER"]
    assert read.parts == []
    assert read.warnings == []


IN_SIX_LANGUAGES = {
    "141.2 Keep the lake open (Sao Tome and Principe and Peru);": ("Keep the lake open", ["STP", "PER"]),
    "141.2 Ouvrir le lac (Îles Salomon et Fédération de Russie)&nbsp;;": ("Ouvrir le lac", ["SLB", "RUS"]),
    "141.2 Abrir el lago (Antigua y Barbuda y España);": ("Abrir el lago", ["ATG", "ESP"]),
    "141-2 - فتح البحيرة (باكستان وتركيا والبوسنة والهرسك)؛": ("فتح البحيرة", ["PAK", "TUR", "BIH"]),
    "١٤١-٢ فتح البحيرة )مصر(؛": ("فتح البحيرة", ["EGY"]),
    "141.2 о ткрыть озеро (Ис п ания и Босния и Герцеговина);": ("о ткрыть озеро", ["ESP", "BIH"]),
    "141.2开放湖泊(大不列颠及北爱尔兰联合王国和多米尼加共和国)；": ("开放湖泊", ["GBR", "DOM"]),
}


@pytest.mark.parametrize("paragraph", IN_SIX_LANGUAGES)
def test_six_languages_are_read_alike(paragraph: str) -> None:
    read = read_paragraph(paragraph)
    assert (read.number, read.warnings) == ("141.2", [])
    assert (read.text, read.states) == IN_SIX_LANGUAGES[paragraph]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["({})", "({});", "（{}）；"])
def test_every_state_closes_a_paragraph_in_every_language(language: str, form: str) -> None:
    for code in states.every():
        name = states.name(code, language)
        read = read_paragraph(f"9.1 Ω {form.format(name)}", language)
        assert (read.text, read.states) == ("Ω", [code]), name


def test_brackets_that_explain_something_stay_in_the_text() -> None:
    read = read_paragraph(
        "9.2 Apply Act 12 (No. 29) of the plan (2009–2014) (arts. 21 and 22) (the Act) (Iran (Islamic Republic of));"
    )
    assert read.text == "Apply Act 12 (No. 29) of the plan (2009–2014) (arts. 21 and 22) (the Act)"
    assert read.states == ["IRN"]


@pytest.mark.parametrize(
    "paragraph",
    [
        "9.3 Clean the lake (Ukraine); Open the ferry (Slovakia);",
        "9.3 Clean the lake (Ukraine).Open the ferry (Slovakia).",
        "9.3 Clean the lake (Ukraine) Open the ferry (Slovakia)",
    ],
)
def test_two_sentences_under_one_number_keep_their_own_states(paragraph: str) -> None:
    read = read_paragraph(paragraph)
    assert read.parts == [Part("Clean the lake", ["UKR"]), Part("Open the ferry", ["SVK"])]
    assert read.states == ["UKR", "SVK"]


def test_states_that_share_an_object_are_each_given_the_whole_sentence() -> None:
    read = read_paragraph(
        "9.4 Sign (Egypt)/consider ratifying (Argentina) as soon as possible (Chile) the Lake Convention;"
    )
    assert [(part.text, part.states) for part in read.parts] == [
        ("Sign the Lake Convention", ["EGY"]),
        ("consider ratifying the Lake Convention", ["ARG"]),
        ("consider ratifying as soon as possible the Lake Convention", ["CHL"]),
    ]
    assert read.text == "Sign/consider ratifying as soon as possible the Lake Convention"


def test_a_continuation_gives_its_state_the_whole_of_it() -> None:
    read = read_paragraph("9.5 Ratify the Lake Convention (France) as well as its Protocol (Chile);")
    assert read.parts == [
        Part("Ratify the Lake Convention", ["FRA"]),
        Part("Ratify the Lake Convention as well as its Protocol", ["CHL"]),
    ]


@pytest.mark.parametrize(
    ("paragraph", "warning"),
    [
        ("9.6 Clean the lake (Atlantis);", "“Atlantis” is not known as the name of a State."),
        ("9.6 Clean the lake (Chile) (Atlantis) (Peru);", "“Atlantis” is not known as the name of a State."),
        ("9.6 Clean the lake (Chile, Atlantis);", "“Atlantis” is not known as the name of a State."),
        ("9.6 Clean the lake (Lichtenstein);", "“Lichtenstein” was taken for Liechtenstein."),
        ("9.6 Clean the lake;", "No recommending State was found."),
        ("9.6 Clean the lake (Chile). Open the ferry.", "One of its sentences names no recommending State."),
        (
            "9.6 Clean the lake (Chile); 9.7. Open the ferry (Peru);",
            "The number 9.7 stands inside this recommendation.",
        ),
    ],
)
def test_whatever_is_not_sure_is_a_warning(paragraph: str, warning: str) -> None:
    assert warning in read_paragraph(paragraph).warnings


def test_brackets_that_lack_a_partner_are_still_read() -> None:
    assert read_paragraph("9.8 Clean the lake (Iran (Islamic Republic of);").states == ["IRN"]
    assert read_paragraph("9.8 Clean the lake Portugal);").states == ["PRT"]
    assert read_paragraph("9.8 Clean the lake (for fish; and birds (Chile);").states == ["CHL"]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("garantir l ’ accès à l ’eau et d’ abord", "garantir l’accès à l’eau et d’abord"),
        ("protect children ’ s rights and States’ lakes", "protect children’s rights and States’ lakes"),
    ],
)
def test_apostrophes_that_were_set_apart_join_their_words_again(written: str, text: str) -> None:
    assert read_paragraph(f"9.9 {written} (Chile);").text == text


def test_the_raw_paragraph_is_kept() -> None:
    raw = "9.9\n Clean  the&nbsp;lake (Chile);\n"
    read = read_paragraph(raw)
    assert (read.as_written, read.text) == (raw, "Clean the lake")
