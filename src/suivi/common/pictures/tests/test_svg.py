"""Markup is written once, escaped, and stands in a page as markup."""

from __future__ import annotations

import pytest
from django.template import Context, Template

from suivi.common.pictures.svg import figure, shape


def test_words_and_attributes_are_escaped() -> None:
    drawn = shape("text", "<b> & “you”", name='a"><script>')
    assert str(drawn) == """<text name='a"&gt;&lt;script&gt;'>&lt;b&gt; &amp; “you”</text>"""


def test_a_page_takes_a_shape_for_markup_and_its_words_for_words() -> None:
    page = Template("{{ drawn }}").render(Context({"drawn": shape("g", shape("text", "<script>"))}))
    assert page == "<g><text>&lt;script&gt;</text></g>"


def test_names_are_written_as_svg_writes_them_and_what_is_none_is_left_out() -> None:
    assert str(shape("rect", class_="f-ink", font_size=12.0, fill=None)) == '<rect class="f-ink" font-size="12"/>'


@pytest.mark.parametrize(("value", "written"), [(12.0, "12"), (12.34, "12.3"), (-0.01, "0"), (0.25, "0.2"), (-7, "-7")])
def test_lengths_are_short(value: float, written: str) -> None:
    assert figure(value) == written
