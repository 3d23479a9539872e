"""Sentences in which several States share verbs and objects."""

from __future__ import annotations

import pytest

from undocs.brackets import close

EXAMPLES = {
    "Sign (Mexico) and ratify (Austria, Sweden) LAKE-2 (Costa Rica)": [
        ("Sign LAKE-2", "MEX"),
        ("ratify LAKE-2", "AUT SWE"),
        ("ratify LAKE-2", "CRI"),
    ],
    "To join (Algeria)/sign and ratify (Egypt)/consider the ratification (Peru) of the Lake Treaty (Algeria, Egypt)": [
        ("To join the Lake Treaty", "DZA"),
        ("sign and ratify the Lake Treaty", "EGY"),
        ("consider the ratification of the Lake Treaty", "PER"),
    ],
    "Ratify the Lake Treaty (Mali)/Accede (Chad)/proceed quickly towards the ratification (Togo)": [
        ("Ratify the Lake Treaty", "MLI"),
        ("Accede the Lake Treaty", "TCD"),
        ("proceed quickly towards the ratification of the Lake Treaty", "TGO"),
    ],
    "Ratify the Lake Treaty (Mali), the Protocol to the Ferry Treaty (Mali, Chad)": [
        ("Ratify the Lake Treaty", "MLI"),
        ("Ratify the Protocol to the Ferry Treaty", "MLI TCD"),
    ],
    "Sign (Mali), consider ratifying (Chad) the Lake Treaty (Mali, Chad) and its Protocol (Mali)": [
        ("Sign the Lake Treaty", "MLI"),
        ("consider ratifying the Lake Treaty", "TCD"),
        ("Sign its Protocol", "MLI"),
    ],
    "Open the lake (Mali) promptly (Chad) through new laws (Togo)": [
        ("Open the lake", "MLI"),
        ("Open the lake promptly", "TCD"),
        ("Open the lake promptly through new laws", "TGO"),
    ],
    "Ratify the Lake Treaty (Mali) at the earliest possible time (Chad)/as soon as possible (Togo)": [
        ("Ratify the Lake Treaty", "MLI"),
        ("Ratify the Lake Treaty at the earliest possible time", "TCD"),
        ("Ratify the Lake Treaty as soon as possible", "TGO"),
    ],
    "Enact laws (Mali) to abolish (Chad) the toll": [("Enact laws", "MLI"), ("to abolish the toll", "TCD")],
    "Clean the lake (Mali) and open the ferry (Chad)": [("Clean the lake", "MLI"), ("open the ferry", "TCD")],
    "Clean the lake (Mali) without delay": [("Clean the lake without delay", "MLI")],
    "Clean the lake (Mali). Open the ferry": [("Clean the lake", "MLI"), ("Open the ferry", "")],
    "Nettoyer le lac (Mali) et ouvrir le bac (Tchad)": [("Nettoyer le lac", "MLI"), ("ouvrir le bac", "TCD")],
}


@pytest.mark.parametrize("paragraph", EXAMPLES)
def test_each_state_gets_a_sentence_that_can_stand_alone(paragraph: str) -> None:
    assert [(part.text, " ".join(part.states)) for part in close(paragraph).parts] == EXAMPLES[paragraph]


def test_the_text_is_the_paragraph_without_its_states() -> None:
    closing = close("Sign (Spain) and ratify (Mali)/accede to (Chad) the Lake Treaty; open the ferry (Togo);")
    assert closing.text == "Sign and ratify/accede to the Lake Treaty; open the ferry"


@pytest.mark.parametrize(
    ("paragraph", "loose"),
    [
        ("Protect women (Mali), the children (Chad) and fish (Togo)", "the children"),
        ("Consider the possibility (Mali) of abolishing the toll (Chad)", "of abolishing the toll"),
    ],
)
def test_a_piece_whose_verb_is_not_sure_stays_as_it_stands_and_is_told(paragraph: str, loose: str) -> None:
    closing = close(paragraph)
    assert closing.loose == [loose]
    assert [part.states for part in closing.parts if part.text == loose] == [["TCD"]]


def test_what_one_state_adds_to_an_object_is_not_shared() -> None:
    closing = close("Sign (Mali)/ratify (Chad) the Lake Treaty, and establish a body for the lake (Togo)")
    assert [part.text for part in closing.parts] == [
        "Sign the Lake Treaty",
        "ratify the Lake Treaty",
        "ratify the Lake Treaty, and establish a body for the lake",
    ]
