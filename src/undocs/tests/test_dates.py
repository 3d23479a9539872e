"""Dates as documents write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from undocs import dates
from undocs.vocabulary import listed, rows


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("20 JULY 2009", date(2009, 7, 20)),
        ("on 5 November 2014, the", date(2014, 11, 5)),
        ("le 1er mars 2013", date(2013, 3, 1)),
        ("el 3 de abril de 2012", date(2012, 4, 3)),
        ("24 января 2025 года", date(2025, 1, 24)),
        ("24 كانون الثاني/يناير 2025", date(2025, 1, 24)),
        ("2014年12月24日", date(2014, 12, 24)),
        ("31 February 2020", None),
        ("in May 2020", None),
    ],
)
def test_a_date_is_found_in_six_languages(text: str, day: date | None) -> None:
    assert dates.find(text) == day


def test_the_dates_of_a_text_come_in_its_order() -> None:
    assert dates.find_all("from 20 to 31 January 2025; on 24 January 2025") == [date(2025, 1, 31), date(2025, 1, 24)]


@given(st.dates(date(2006, 1, 1), date(2040, 12, 31)), st.sampled_from(["en", "fr", "es", "ru", "ar"]), st.data())
def test_every_name_of_a_month_leads_to_its_date(day: date, language: str, data: st.DataObject) -> None:
    names = listed(next(row for row in rows("months.csv") if row["language"] == language)[str(day.month)])
    name = data.draw(st.sampled_from(names))
    assert dates.find(f"({day.day} {name} {day.year})") == day


def test_the_day_of_a_document_is_that_of_its_distribution_and_not_of_the_session() -> None:
    session, day = "24 February–20 March 2020", "19 December 2019"
    assert dates.published([session, "Distr.: General", day]) == date(2019, 12, 19)
    assert dates.published([session, "Distr.: General 19 December 2019"]) == date(2019, 12, 19)
    assert dates.published([session, day]) == date(2019, 12, 19)
    assert dates.published([session]) is None
