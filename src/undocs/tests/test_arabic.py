"""Arabic text as PDFs give it."""

from __future__ import annotations

import pytest

from undocs.arabic import is_arabic, righted


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("غرس الأشجار )شيلي( )كينيا(؛", "غرس الأشجار (شيلي) (كينيا)؛"),
        ("غرس الأشجار (شيلي)؛", "غرس الأشجار (شيلي)؛"),
        ("-95 نظرت أورفانا", "95- نظرت أورفانا"),
        ("يناير .2025 واعتمد", "يناير 2025. واعتمد"),
        ("الإنسان ،5/1 دورته", "الإنسان 5/1، دورته"),
        ("في الفقرات 20-31", "في الفقرات 20-31"),
    ],
)
def test_brackets_and_signs_stand_where_they_were_written(given: str, written: str) -> None:
    assert righted(given) == written


def test_only_arabic_letters_make_a_text_arabic() -> None:
    assert is_arabic("Orvana (أورفانا)")
    assert not is_arabic("Orvana 2025 ؟")
