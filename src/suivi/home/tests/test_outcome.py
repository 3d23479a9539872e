"""The outcome in numbers: every figure counted once, leading to its list, and taken away as picture or table."""

from __future__ import annotations

import csv
import io
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from suivi.coalitions.tests.factories import make_member
from suivi.home.pictures import counted
from suivi.home.pictures.sheets import sheet_of, table_of
from suivi.home.queries import by_cycle, by_region
from suivi.record.models import Review
from suivi.record.queries import outcome
from suivi.record.rules import Position
from suivi.record.tests.factories import make_recommendation, make_review

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
HERE = "/reviews/XOR/4/outcome/"


@pytest.fixture
def review() -> Review:
    return make_review(reviewed_on=TODAY - timedelta(days=60))


@pytest.fixture
def mara() -> Client:
    client = Client()
    client.force_login(make_member("mara").person)
    return client


def test_a_recommendation_of_several_states_counts_once_in_each_of_their_regions(review: Review) -> None:
    make_recommendation(review=review, states=["NOR", "FRA", "BRA"], position=Position.NOTED)
    make_recommendation(review=review, states=["NOR"], position=Position.SUPPORTED)
    found = {each.value: dict(each.positions) for each in by_region(review)}
    assert found == {"WEOG": {Position.NOTED: 1, Position.SUPPORTED: 1}, "GRULAC": {Position.NOTED: 1}}


def test_cycles_are_counted_side_by_side(review: Review) -> None:
    earlier = make_review(cycle=3)
    make_recommendation(review=earlier, position=Position.SUPPORTED)
    make_recommendation(review=review, position=Position.PENDING)
    make_recommendation(review=review, position=Position.PENDING)
    assert by_cycle([review, earlier]) == {3: {Position.SUPPORTED: 1}, 4: {Position.PENDING: 2}}
    assert [row.label for row in counted.cycles([review, earlier]).rows] == [
        f"Cycle 3, {earlier.reviewed_on:%Y}",
        f"Cycle 4, {review.reviewed_on:%Y}",
    ]


def test_positions_that_nobody_gave_take_no_room(review: Review) -> None:
    make_recommendation(review=review, position=Position.NOTED)
    make_recommendation(review=review, position=Position.SUPPORTED)
    whole = counted.whole(review, outcome(review))
    assert whole.positions == (Position.SUPPORTED, Position.NOTED)
    assert whole.rows[0].counts == (("supported", 1), ("noted", 1))


def test_goals_are_called_by_their_name_in_the_reader_s_language(review: Review) -> None:
    make_recommendation(review=review, sdgs=[16])
    row = counted.goals(review, outcome(review)).rows[0]
    assert row.label == "16 · Peace, justice and strong institutions"
    assert row.address.endswith("sdg=16")


def test_every_figure_of_the_page_opens_as_many_recommendations(mara: Client, review: Review) -> None:
    for number in range(3):
        position = Position.NOTED if number else Position.SUPPORTED
        make_recommendation(
            review=review, position=position, themes=["Right to life"], groups=["Children"], sdgs=[16], states=["NOR"]
        )
    found = outcome(review)
    pictures = [counted.themes, counted.groups, counted.goals]
    rows = [each(review, found).rows[0] for each in pictures] + [counted.regions(review).rows[0]]
    for row in rows:
        for cell in row.cells:
            assert mara.get(cell.address).context["list"].found.total == cell.count


def test_the_page_shows_every_dimension_and_says_how_it_counts(mara: Client, review: Review) -> None:
    make_recommendation(review=review, themes=["Right to life"], groups=["Children"], sdgs=[5], states=["NOR"])
    page = mara.get(HERE).text
    for words in (
        "What Orvana answered",
        "By theme",
        "By group of persons",
        "Gender equality",
        "Western European and other States",
        "Cycle by cycle",
        "A recommendation counts under each of its themes.",
    ):
        assert words in page


def test_a_review_without_recommendations_says_so(mara: Client, review: Review) -> None:
    assert "holds no recommendation" in mara.get(HERE).text


def test_a_review_that_is_not_there_is_missing(mara: Client, review: Review) -> None:
    missing = ["/reviews/XOR/9/outcome/", "/reviews/XXX/4/outcome/", f"{HERE}theme.exe", f"{HERE}nothing.svg"]
    assert [mara.get(path).status_code for path in missing] == [404] * 4


@pytest.mark.parametrize("name", ["all", "theme", "group", "sdg", "region", "cycles"])
def test_every_picture_leaves_as_svg_png_and_csv(mara: Client, review: Review, name: str) -> None:
    make_recommendation(review=review, themes=["Right to life"], groups=["Children"], sdgs=[5])
    svg, png, table = (mara.get(f"{HERE}{name}.{form}") for form in ("svg", "png", "csv"))
    assert svg.content.startswith(b"<svg")
    assert png.content.startswith(b"\x89PNG")
    assert table.content.startswith(b"\xef\xbb\xbf")
    names = [f'attachment; filename="XOR-4-outcome-{name}.{form}"' for form in ("svg", "png", "csv")]
    assert [each.headers["Content-Disposition"] for each in (svg, png, table)] == names


def test_the_table_can_be_read_back_and_holds_no_formula(mara: Client, review: Review) -> None:
    make_recommendation(review=review, themes=["=HYPERLINK(1)"], position=Position.NOTED)
    make_recommendation(review=review, themes=["Right to life"], position=Position.SUPPORTED)
    text = mara.get(f"{HERE}theme.csv").content.decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(text))) == [
        ["By theme", "Supported", "Noted", "Total"],
        ["'=HYPERLINK(1)", "0", "1", "1"],
        ["Right to life", "1", "0", "1"],
    ]


def test_a_sheet_names_its_sources_its_day_and_what_it_leaves_out(review: Review) -> None:
    review.addendum_symbol = "A/HRC/61/9/Add.1"
    make_recommendation(review=review, themes=[f"Theme {number:02}" for number in range(33)])
    sheet = sheet_of(counted.themes(review, outcome(review)), review, TODAY)
    assert len(sheet.bars) == 30
    assert "3 more rows stand in the table." in sheet.foot
    assert "Source: A/HRC/61/9, A/HRC/61/9/Add.1." in sheet.foot
    assert table_of(counted.themes(review, outcome(review))).count("Theme") == 33


def test_from_right_to_left_the_file_is_mirrored_and_speaks_arabic(mara: Client, review: Review) -> None:
    make_recommendation(review=review, states=["NOR"])
    mara.cookies["language"] = "ar"
    drawn = mara.get(f"{HERE}region.svg").text
    assert "دول أوروبا الغربية ودول أخرى" in drawn
    assert 'x="964"' in drawn


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_costs_the_same_for_one_and_for_three(
    mara: Client, review: Review, rows: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(rows):
        make_recommendation(review=review, themes=[f"Theme {number}"], sdgs=[number + 1], states=["NOR", "FRA"])
    mara.get(HERE)
    with django_assert_max_num_queries(9):
        mara.get(HERE)
