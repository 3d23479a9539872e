"""Names of States as people type them."""

from __future__ import annotations

import csv
import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from undocs import states
from undocs.vocabulary import LANGUAGES, listed, rows

CORPUS = Path(os.environ.get("SUIVI_CORPUS", "../shared/corpus"))
UN_MEMBERS, OTHERS = 193, {"VAT", "PSE", "COK", "NIU"}


def test_every_member_of_the_united_nations_has_a_name_in_six_languages() -> None:
    for language in LANGUAGES:
        codes = {row["code"] for row in rows(f"states/{language}.csv")}
        assert len(codes) == UN_MEMBERS + len(OTHERS)
        assert codes > OTHERS
        assert codes | {"XOR"} == set(states.every())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_spelling_of_the_table_is_found_and_means_one_state(language: str) -> None:
    for row in rows(f"states/{language}.csv"):
        for spelling in (row["name"], row["formal"], *listed(row["also"])):
            assert states.recognise(spelling, language) == states.Match(row["code"])
            assert states.find(spelling) == row["code"]


@given(st.sampled_from(sorted(states.every())), st.sampled_from(LANGUAGES), st.data())
def test_a_name_torn_by_spaces_is_still_that_name(code: str, language: str, data: st.DataObject) -> None:
    name = states.name(code, language)
    torn = "".join(sign + " " * data.draw(st.integers(0, 1)) for sign in name)
    assert states.find(torn, language) == code


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Plurinational S tate of Bolivia", "BOL"),
        ("Iran (the Islamic Republic of)", "IRN"),
        ("Netherlands (the)", "NLD"),
        ("Trinidad & Tobago", "TTO"),
        ("Cote d'Ivoire", "CIV"),
        ("CÔTE D’IVOIRE", "CIV"),
        ("Mexico 4", "MEX"),
        ("Guinea\u2011Bissau", "GNB"),
        ("Korea, Republic of", "KOR"),
        ("Congo Democratic Republic", "COD"),
        ("l’Iran (République islamique d’)", "IRN"),
        ("du Chili", "CHL"),
        ("del Perú", "PER"),
        ("los Países Bajos", "NLD"),
        ("Swaziland", "SWZ"),
        ("The former Yugoslav Republic of Macedonia", "MKD"),
        ("Libyan Arab Jamahiriya", "LBY"),
    ],
)
def test_names_are_known_as_people_type_them(typed: str, code: str) -> None:
    assert states.recognise(typed) == states.Match(code)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Российской Федерации", "RUS"),
        ("Исландии", "ISL"),
        ("Соединенному Королевству Великобритании и Северной Ирландии", "GBR"),
        ("Соединенных Штатов Америки", "USA"),
        ("Нигера", "NER"),
        ("Нигерии", "NGA"),
        ("Египтом", "EGY"),
        ("Филиппин", "PHL"),
        ("Китаем", "CHN"),
        ("والنرويج", "NOR"),
        ("للهند", "IND"),
        ("وتركيا", "TUR"),
        ("وكينيا", "KEN"),
        ("وبولندا", "POL"),
        ("بالأردن", "JOR"),
        ("إيران (جمهورية - الإسلامية)", "IRN"),
    ],
)
def test_endings_in_russian_and_particles_in_arabic_do_not_hide_a_name(typed: str, code: str) -> None:
    assert states.recognise(typed) == states.Match(code)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Lichtenstein", "LIE"),
        ("Azerbeijan", "AZE"),
        ("United Sates of America", "USA"),
        ("Boliviarian Republic of Venezuela", "VEN"),
        ("كابو فردي", "CPV"),
        ("Киргизкстан", "KGZ"),
    ],
)
def test_a_slip_of_the_finger_is_forgiven_but_not_sure(typed: str, code: str) -> None:
    assert states.recognise(typed) == states.Match(code, sure=False)


@pytest.mark.parametrize(
    "typed",
    ["", " ", "12", "No. 29", "2009–2014", "ICPPED", "Ieland", "Serbian", "Romani", "Republic", "the State", "Africa"],
)
def test_what_is_no_states_name_is_none(typed: str) -> None:
    assert states.find(typed) is None


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("ChileMexico", ["CHL", "MEX"]),
        ("Chile - Mexico", ["CHL", "MEX"]),
        ("Papua New Guinea Niger", ["PNG", "NER"]),
        ("巴西 智利", ["BRA", "CHL"]),
        ("Chile and more", []),
        ("Chile", []),
    ],
)
def test_names_that_run_together_are_told_apart(typed: str, codes: list[str]) -> None:
    assert states.run_together(typed) == codes


def test_groups_and_organisations_of_states_are_known_ones() -> None:
    groups = {row["group"] for row in rows("states/groups.csv")}
    organisations = {row["organisation"] for row in rows("states/organisations.csv")}
    assert {state.group for state in states.every().values()} == groups
    assert {each for state in states.every().values() for each in state.organisations} == organisations


@pytest.mark.skipif(not (CORPUS / "upr-info").exists(), reason="the corpus is not there")
def test_every_state_of_upr_infos_rows_is_known() -> None:
    with (CORPUS / "upr-info" / "upr-info.csv").open(encoding="utf-8") as table:
        names = {name for row in csv.DictReader(table) for name in (row["To"], row["From"])}
    assert [name for name in sorted(names) if not states.find(name, "en")] == ["&#40;Unknown&#41;"]


@pytest.mark.skipif(not (CORPUS.parent / "score").exists(), reason="the score is not there")
def test_every_name_of_the_score_means_the_same_here() -> None:
    names = json.loads((CORPUS.parent / "score" / "states.json").read_text(encoding="utf-8"))
    assert {name: states.find(name) for name in names} == names
