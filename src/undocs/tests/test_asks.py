"""Treaties and numbers that tell one ask from another."""

from __future__ import annotations

import pytest

from undocs.asks import numbers, treaties
from undocs.vocabulary import LANGUAGES, listed, rows

TREATIES = rows("treaties/names.csv")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_name_of_a_treaty_means_that_treaty_alone(language: str) -> None:
    for row in TREATIES:
        for name in listed(row[language]) + listed(row["acronyms"]):
            assert treaties(name, language) == {row["code"]}, name


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_name_of_a_protocol_means_that_protocol_and_not_its_treaty(language: str) -> None:
    names = {row["code"]: listed(row[language]) for row in TREATIES}
    for row in rows("treaties/protocols.csv"):
        if row["language"] == language:
            for form in listed(row["names"]):
                for name in names[row["of"]]:
                    assert treaties(form.format(name), language) == set(listed(row["code"])), form


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Ratify ICCPR-OP2", {"ICCPR-OP2"}),
        ("Ratify OP-ICESCR", {"ICESCR-OP"}),
        ("Ratify the Optional Protocol (OP-CAT) to the Convention against Torture (CAT)", {"OPCAT"}),
        ("Ratify the ICESCR and its Optional Protocol", {"ICESCR", "ICESCR-OP"}),
        ("Ratify OP-CRC-AC and OP-CRC-SC", {"CRC-OPAC", "CRC-OPSC"}),
        ("Ratify ILO Conventions Nos. 169 and 189 by 2030", {"ILO-169", "ILO-189"}),
        ("Ratify the Rome Statute, with its Kampala amendments", {"ROME", "KAMPALA"}),
        ("во исполнение Международного пакта об экономических, социальных и культурных правах", {"ICESCR"}),
        ("التصديق على البروتوكول الاختياري لاتفاقية مناهضة التعذيب", {"OPCAT"}),
        ("批准《残疾人权利公约》及其任择议定书", {"CRPD", "CRPD-OP"}),
        ("Clean the lake, and feed the cats", set()),
    ],
)
def test_treaties_are_found_within_sentences(text: str, codes: set[str]) -> None:
    assert treaties(text) == codes


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Clean the lake by 2030, in line with SDG 16.3 and article 12", {"2030", "16.3", "12"}),
        ("Visit the second and the third lake", {"2", "3"}),
        ("Plant 1,000 trees in 2018–2023", {"1000", "2018", "2023"}),
        ("le deuxième lac, et quatre rivières", {"2", "4"}),
        ("el tercer lago", {"3"}),
        ("второго озера", {"2"}),
        ("البحيرة الثالثة والمادة ١٢", {"3", "12"}),
        ("第二个湖泊和第16条", {"2", "16"}),
        ("Clean a lake", set()),
    ],
)
def test_numbers_are_found_in_figures_and_words(text: str, found: set[str]) -> None:
    assert numbers(text) == found
