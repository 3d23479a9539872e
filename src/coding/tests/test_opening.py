"""The first verb of a text in another language, in English."""

from __future__ import annotations

import pytest

from coding.opening import in_english


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("Envisager de ratifier la Convention", ["consider"]),
        ("140.2 Poursuivre ses efforts", ["continue"]),
        ("S’abstenir de toute mesure", ["refrain"]),
        ("Adoptar medidas para proteger los ríos", ["take"]),
        ("Adoptar una ley de ríos", ["adopt"]),
        ("إعادة النظر في القانون", ["review"]),
        ("النظر في القانون", ["consider"]),
        ("В кратчайшие сроки ратифицировать Конвенцию", ["ratify"]),
        ("应继续努力", ["continue"]),
        ("مواصلة تعزيز المدارس", ["continue"]),
    ],
)
def test_the_verb_is_found_and_said_in_english(text: str, english: list[str]) -> None:
    assert in_english(text) == english


@pytest.mark.parametrize("text", ["Ratify the Convention", "Continue its efforts", "", "Des efforts"])
def test_where_there_is_none_nothing_is_said(text: str) -> None:
    assert in_english(text) == []
