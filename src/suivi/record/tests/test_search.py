"""Finding: words in any script, phrases, beginnings, what is not wanted, filters and their counts."""

from __future__ import annotations

import pytest
from django.http import QueryDict

from suivi.record.models import Recommendation
from suivi.record.rules import Position
from suivi.record.search.asked import Asked
from suivi.record.search.filters import Filter
from suivi.record.search.find import Found, find
from suivi.record.search.index import forget, index
from suivi.record.tests.factories import make_recommendation, make_review

pytestmark = pytest.mark.django_db


def found(query: str) -> list[str]:
    answer = ask(query)
    numbers = dict(Recommendation.objects.filter(pk__in=answer.keys).values_list("pk", "number"))
    assert answer.total == len(answer.keys)
    return [numbers[key] for key in answer.keys]


def ask(query: str) -> Found:
    return find(Asked.from_query(QueryDict(query)))


@pytest.fixture
def three() -> None:
    make_recommendation(
        number="1.1", text="Prevent torture in all places of detention", states=["NOR", "SWE"], position=Position.NOTED
    )
    make_recommendation(
        number="1.2",
        text="Train police officers on human rights",
        states=["FRA"],
        sdgs=[16],
        position=Position.SUPPORTED,
    )
    make_recommendation(
        number="1.3",
        text="Protect human beings and their rights from torture",
        states=["NOR"],
        themes=["Right to life"],
    )


def test_every_word_must_be_there(three: None) -> None:
    assert found("q=torture+detention+") == ["1.1"]
    assert found("q=torture+police+") == []


def test_the_last_word_is_a_beginning_until_a_space_follows(three: None) -> None:
    assert found("q=tort") == ["1.1", "1.3"]
    assert found("q=tort+") == []
    assert found("q=tort*+det") == ["1.1"]


def test_one_letter_waits_for_the_second(three: None) -> None:
    assert found("q=p") == ["1.1", "1.2", "1.3"]
    assert found("q=torture+d") == ["1.1", "1.3"]


def test_a_phrase_keeps_its_order(three: None) -> None:
    assert found('q="human+rights"') == ["1.2"]
    assert found("q=human+rights") == ["1.2", "1.3"]


def test_what_is_not_wanted_stays_out_even_alone(three: None) -> None:
    assert found("q=torture+-detention+") == ["1.3"]
    assert found("q=-torture+") == ["1.2"]
    assert found('q=-"human+rights"') == ["1.1", "1.3"]


def test_signs_of_the_query_language_are_only_signs(three: None) -> None:
    for typed in (
        '"',
        '""',
        "-",
        "*",
        "(",
        "a OR",
        "NOT",
        "torture) OR (x",
        "words:torture",
        "'",
        "\\",
        "=all",
        "; --",
        "\x00",
        "é'" * 50,
    ):
        ask(QueryDict(mutable=True).urlencode() + "&" + _query(typed))


def _query(typed: str) -> str:
    query = QueryDict(mutable=True)
    query["q"] = typed
    return query.urlencode()


def test_case_accents_and_ligatures_do_not_matter() -> None:
    make_recommendation(
        number="1.1", text="Protéger l'État de droit et mettre fin à la détention arbitraire", language="fr"
    )
    assert found("q=ETAT+detention+") == ["1.1"]
    assert found('q="l’état+de+droit"') == ["1.1"]


def test_chinese_is_found_within_a_sentence_and_one_letter_is_enough() -> None:
    make_recommendation(number="1.1", text="采取措施禁止酷刑和虐待", language="zh")
    make_recommendation(number="1.2", text="加强教育", language="zh")
    assert found("q=酷刑") == ["1.1"]
    assert found("q=禁止酷刑") == ["1.1"]
    assert found("q=刑酷") == []
    assert found("q=育") == ["1.2"]
    assert found("q=教") == ["1.2"]


def test_arabic_is_found_with_or_without_article_marks_and_hamza() -> None:
    make_recommendation(number="1.1", text="مناهضة التَّعذيب وإساءة المعاملة للأطفال", language="ar")
    for typed in ("تعذيب", "التعذيب", "والتعذيب", "معاملة", "المعامله", "اساءة", "الأطفال"):
        assert found(_query(typed)) == ["1.1"], typed


def test_thai_khmer_and_myanmar_are_found_without_spaces() -> None:
    make_recommendation(number="1.1", text="ป้องกันการทรมานในเรือนจำ", language="th")
    make_recommendation(number="1.2", text="ការពារសិទ្ធិមនុស្ស", language="km")
    make_recommendation(number="1.3", text="လူ့အခွင့်အရေးကာကွယ်ပါ", language="my")
    assert found("q=ทรมาน") == ["1.1"]
    assert found("q=សិទ្ធិ") == ["1.2"]
    assert found("q=အခွင့်အရေး") == ["1.3"]


def test_a_number_is_found_as_a_number(three: None) -> None:
    assert found("q=1.2") == ["1.2"]


def test_values_of_one_filter_are_alternatives_and_filters_add_up(three: None) -> None:
    assert found("by=NOR&by=FRA") == ["1.1", "1.2", "1.3"]
    assert found("by=NOR&position=noted") == ["1.1"]
    assert found("by=NOR&theme=right-to-life&q=torture") == ["1.3"]
    assert found("sdg=16") == ["1.2"]
    assert found("organisation=OIF") == ["1.2"]
    assert found("region=WEOG&position=pending") == ["1.3"]


def test_unknown_values_find_nothing_and_unknown_filters_do_nothing(three: None) -> None:
    assert found("by=ZZZ") == []
    assert found("nothing=at-all&order=odd&size=7&page=x") == ["1.1", "1.2", "1.3"]


def test_every_filter_counts_its_values_within_the_results(three: None) -> None:
    counts = ask("q=torture").counts
    assert counts[Filter.BY].seen == {"NOR": 2, "SWE": 1}
    assert counts[Filter.POSITION].seen == {"noted": 1, "pending": 1}
    assert counts[Filter.STATE].seen == {"XOR": 2}
    assert all(each.exact for each in counts.values())


def test_a_chosen_filter_counts_its_other_values_as_if_it_were_not_chosen(three: None) -> None:
    counts = ask("position=noted&by=NOR").counts
    assert counts[Filter.POSITION].seen == {"noted": 1, "pending": 1}
    assert counts[Filter.BY].seen == {"NOR": 1, "SWE": 1}
    assert counts[Filter.THEME].seen == {}


def test_newer_reviews_come_first_and_within_one_the_numbers_follow() -> None:
    older, newer = make_review(cycle=3), make_review(cycle=4)
    make_recommendation(review=newer, number="9.1")
    make_recommendation(review=older, number="8.1")
    make_recommendation(review=newer, number="9.2")
    assert found("q=") == ["9.1", "9.2", "8.1"]


def test_the_order_can_be_by_states_or_by_relevance(three: None) -> None:
    make_recommendation(number="1.4", text="Torture", states=["SWE", "NOR", "FRA"])
    assert found("q=torture&order=states") == ["1.4", "1.1", "1.3"]
    assert found("q=torture&order=relevance")[0] == "1.4"
    assert found("q=&order=number") == ["1.1", "1.2", "1.3", "1.4"]


def test_a_page_holds_as_many_as_asked_for() -> None:
    for number in range(1, 54):
        make_recommendation(number=f"1.{number}")
    assert len(ask("q=").keys) == 50
    assert len(ask("q=&page=2").keys) == 3
    assert len(ask("q=&size=200").keys) == 53


def test_indexing_anew_forgets_what_was_there_before(three: None) -> None:
    recommendation = Recommendation.objects.get(number="1.1")
    Recommendation.objects.filter(pk=recommendation.pk).update(
        corrected_text="Close all camps", position=Position.SUPPORTED
    )
    index([recommendation.pk])
    assert found("q=camps") == ["1.1"]
    assert found("q=torture+") == ["1.3"]
    assert found("position=noted") == []


def test_a_forgotten_recommendation_is_found_no_more(three: None) -> None:
    forget([Recommendation.objects.get(number="1.1").pk])
    assert found("q=torture") == ["1.3"]


def test_the_same_search_costs_the_same_for_one_and_for_three(django_assert_num_queries: object) -> None:
    make_recommendation()
    with django_assert_num_queries(3):  # type: ignore[operator]
        ask("q=ratify&by=NOR&position=pending")
    for _each in range(3):
        make_recommendation()
    with django_assert_num_queries(3):  # type: ignore[operator]
        ask("q=ratify&by=NOR&position=pending")
