"""Addenda in the other languages of the United Nations."""

from __future__ import annotations

from pathlib import Path

import pytest

from undocs.tests.addendum.papers import positions, read_word

FRENCH = (
    "Examen périodique universel",
    "Additif",
    "1. Orvana accepte les recommandations 101.1 à 101.3 et 101.5.",
    "2. Orvana prend note des recommandations 101.4 et 101.6.",
    "3. La recommandation 101.7 est acceptée en partie.",
    "4. Les recommandations 101.8 et 101.9 ne recueillent pas l’appui d’Orvana.",
)
SPANISH = (
    "Examen Periódico Universal",
    "Adición",
    "1. Orvana acepta las recomendaciones 101.1 a 101.3 y 101.5.",
    "2. Orvana toma nota de las recomendaciones 101.4 y 101.6.",
    "3. La recomendación 101.7 es aceptada parcialmente.",
    "4. Las recomendaciones 101.8 y 101.9 no cuentan con el apoyo de Orvana.",
)
RUSSIAN = (
    "Универсальный периодический обзор",
    "Добавление",
    "1. Орвана принимает рекомендации 101.1–101.3 и 101.5.",
    "2. Орвана принимает к сведению рекомендации 101.4 и 101.6.",
    "3. Орвана частично принимает рекомендацию 101.7.",
    "4. Рекомендации 101.8 и 101.9 не пользуются поддержкой Орваны.",
)
ARABIC = (
    "الاستعراض الدوري الشامل",
    "إضافة",
    "1- تقبل أورفانا التوصيات 101-1 و101-2 و101-3 و101-5.",
    "2- تحيط أورفانا علماً بالتوصيتين 101-4 و101-6.",
    "3- تقبل جزئياً أورفانا التوصية 101-7.",
    "4- لا تحظى التوصيات 101-8 و101-9 بتأييد أورفانا.",
)
CHINESE = (
    "普遍定期审议",
    "增编",
    "1. 奥尔瓦纳接受建议101.1至101.3和101.5。",
    "2. 奥尔瓦纳注意到建议101.4和101.6。",
    "3. 奥尔瓦纳部分接受建议101.7。",
    "4. 奥尔瓦纳不接受建议101.8和101.9。",
)


@pytest.mark.parametrize(
    ("language", "lines"),
    [("fr", FRENCH), ("es", SPANISH), ("ru", RUSSIAN), ("ar", ARABIC), ("zh", CHINESE)],
)
def test_lists_are_answered_in_each_language(tmp_path: Path, language: str, lines: tuple[str, ...]) -> None:
    document = read_word(tmp_path, *lines[2:], cover=("A/HRC/99/9/Add.1", *lines[:2]))
    assert document.language == language
    assert positions(document) == {
        **dict.fromkeys(["101.1", "101.2", "101.3", "101.5"], "supported"),
        **dict.fromkeys(["101.4", "101.6", "101.8", "101.9"], "noted"),
        "101.7": "partially_supported",
    }
    assert document.warnings == []
