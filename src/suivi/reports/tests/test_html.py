"""The web page: one file, escaped, under a policy that lets its own style in and nothing else."""

from __future__ import annotations

import base64
import hashlib

import pytest
from lxml import html

from suivi.reports.formats.look import policy
from suivi.reports.formats.page import page
from suivi.reports.tests.samples import MARKUP, SENTENCES, hostile, sample


@pytest.mark.parametrize("language", SENTENCES)
def test_every_text_stands_in_the_page_in_its_language(language: str) -> None:
    whole = html.fromstring(page(sample(language)).decode())
    assert (whole.get("lang"), whole.get("dir")) == (language, "rtl" if language == "ar" else "ltr")
    assert str(whole.text_content()).count(SENTENCES[language]) >= 15


def test_the_policy_knows_the_style_of_the_page() -> None:
    [style] = html.fromstring(page(sample()).decode()).xpath("//style/text()")
    known = base64.b64encode(hashlib.sha256(str(style).encode()).digest()).decode()
    assert f"style-src 'sha256-{known}'" in policy()


def test_the_page_needs_nothing_else_and_styles_nothing_by_itself() -> None:
    whole = html.fromstring(page(sample()).decode())
    assert whole.xpath("//script | //link | //@style | //*[@onclick]") == []
    assert [str(each)[:5] for each in whole.xpath("//@src")] == ["data:"]


def test_words_of_another_language_carry_it_and_its_direction() -> None:
    whole = html.fromstring(page(sample("en")).decode())
    [first, *_more] = whole.xpath("//bdi[@lang='ar']")
    assert first.get("dir") == "rtl"
    assert whole.xpath("//p[@dir='rtl']/@class") == ["lead"]


def test_nothing_that_somebody_wrote_is_read_as_markup() -> None:
    whole = html.fromstring(page(hostile()).decode())
    assert whole.xpath("//h1")[0].text == MARKUP
    assert whole.xpath("//td//b") == []


def test_heads_of_tables_and_names_of_facts_are_marked_as_such() -> None:
    whole = html.fromstring(page(sample()).decode())
    assert whole.xpath("//th[@scope='col']/text()") == [SENTENCES["en"], "choice", "number", "day"]
    assert len(whole.xpath("//dt")) == 3
