"""Markup filled in bulk: every text is escaped on its way in, whatever it is."""

from __future__ import annotations

from django.utils.html import format_html
from hypothesis import given
from hypothesis import strategies as some

from suivi.common.escaping import filled

FORM = '<a href="{address}">{text}</a>'


@given(address=some.text(), text=some.text())
def test_it_says_what_django_says(address: str, text: str) -> None:
    assert filled([(FORM, {"address": address, "text": text})]) == format_html(FORM, address=address, text=text)


def test_rows_stand_one_after_the_other_and_braces_stay_braces() -> None:
    rows = [("<b>{text}</b>", {"text": text}) for text in ("<script>", "{text}")]
    assert filled(rows) == "<b>&lt;script&gt;</b>\n<b>{text}</b>"
