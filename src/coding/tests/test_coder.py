"""Coding invented recommendations: actions, issues, languages, and texts that are no recommendations at all."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import coding
from coding import Coded, code
from coding.coder import data_of

ISSUES = Path(coding.__file__).parents[1] / "undocs" / "vocabulary" / "issues.csv"

TRAFFICKING = {
    "en": "Continue to combat trafficking in women and children",
    "fr": "Continuer de lutter contre la traite des femmes et des enfants",
    "es": "Seguir luchando contra la trata de mujeres y niños",
    "ar": "مواصلة مكافحة الاتجار بالنساء والأطفال",
    "ru": "Продолжать борьбу с торговлей женщинами и детьми",
    "zh": "继续打击贩运妇女和儿童的行为",
}


def _names(coded: Coded) -> set[str]:
    return {issue.name for issue in coded.issues}


@pytest.mark.parametrize(
    ("action", "text"),
    [
        (1, "Seek technical assistance from the international community to rebuild its courts in the islands"),
        (2, "Continue its efforts to bring clean water to the hill villages"),
        (3, "Consider abolishing the tax on fishing boats"),
        (4, "Take effective measures to protect those who mend nets"),
        (5, "Abolish the death penalty on the islands"),
    ],
)
def test_what_is_asked_is_one_of_five_actions(action: int, text: str) -> None:
    assert code([text])[0].action == action


@pytest.mark.parametrize(
    ("text", "issues"),
    [
        ("Abolish the death penalty on the islands", {"Death penalty"}),
        ("Build schools so that every child on the islands can read", {"Right to education", "Rights of the Child"}),
        ("Ratify the Convention on Enforced Disappearance", {"Enforced disappearances", "International instruments"}),
    ],
)
def test_what_it_is_about_is_named_as_upr_info_does(text: str, issues: set[str]) -> None:
    assert _names(code([text])[0]) == issues


@pytest.mark.parametrize("language", TRAFFICKING)
def test_the_same_ask_is_coded_alike_in_the_six_languages(language: str) -> None:
    coded = code([TRAFFICKING[language]])[0]
    assert coded.action == 2
    assert "Women's rights" in _names(coded)
    assert coded.model.endswith("words" if language == "en" else "meaning")


def test_texts_of_many_languages_keep_their_order() -> None:
    texts = [*TRAFFICKING.values(), "Abolish the death penalty"]
    together, alone = code(texts), [code([text])[0] for text in texts]
    assert [(each.action, _names(each)) for each in together] == [(each.action, _names(each)) for each in alone]


def test_many_texts_are_coded_as_each_alone() -> None:
    texts = [f"Build {number} wells in the hill villages" for number in range(1203)]
    coded = code(texts)
    assert len(coded) == 1203
    assert coded[1202].action_confidence == pytest.approx(code(texts[1202:])[0].action_confidence, abs=1e-3)


def test_confidence_is_a_likelihood_and_the_likeliest_issue_comes_first() -> None:
    coded = code(["Ratify the Convention against Torture and train prison guards and judges"])[0]
    likely = [issue.confidence for issue in coded.issues]
    assert likely == sorted(likely, reverse=True)
    assert all(0 < each <= 1 for each in [*likely, coded.action_confidence])
    assert len(likely) > 1


def test_a_number_before_it_and_capitals_change_nothing() -> None:
    assert code(["140.31 ABOLISH THE DEATH PENALTY"]) == code(["Abolish the death penalty"])


@pytest.mark.parametrize("text", ["", "  ", "…", "12.3", "\x00", "\ud800", "🌊", "x" * 100_000])
def test_what_is_no_recommendation_is_coded_too_and_without_conviction(text: str) -> None:
    assert code([text])[0].action_confidence < 0.9


def test_a_text_without_end_is_coded_by_its_beginning() -> None:
    assert code(["Abolish the death penalty. " * 10_000])[0].action == 5


def test_nothing_comes_of_nothing() -> None:
    assert code([]) == []


def test_the_names_are_those_of_the_list_of_54() -> None:
    with ISSUES.open(encoding="utf-8", newline="") as opened:
        names = {row["issue"] for row in csv.DictReader(opened)}
    data = data_of("words")
    assert set(data["issues"].tolist()) == names
    assert len(names) == 54


def test_the_weights_are_small_enough_to_ship() -> None:
    files = list(Path(coding.__file__).parent.rglob("*.npz"))
    assert len(files) == 2
    assert sum(file.stat().st_size for file in files) < 15_000_000
