"""Suggestions: how they come about, that they never count as decisions, and what clusters are made from them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from django.test import Client
from django.utils import timezone

from suivi.clusters import actions
from suivi.clusters.actions.suggesting import bring_together, write_suggestions
from suivi.clusters.alike import groups
from suivi.clusters.models import Cluster, Code, Placement, Suggestion
from suivi.clusters.queries.suggested import experience, same_asks, tallies
from suivi.clusters.reading import Suggested, read
from suivi.clusters.rules.starting import Wanted
from suivi.clusters.rules.words import SUGGESTING_WORK, About, SuggestionState
from suivi.clusters.tests.factories import (
    MODEL,
    all_codes,
    make_cluster,
    make_code,
    make_recommendations,
    make_same,
    make_suggestion,
    put,
    standing,
)
from suivi.coalitions.models import Membership
from suivi.coalitions.tests.factories import make_coalition, make_member
from suivi.common.decisions import Refused
from suivi.common.jobs.models import Job
from suivi.common.jobs.work import InSilence
from suivi.record.meaning.asks import Ask
from suivi.record.meaning.encoder import Vectors
from suivi.record.meaning.vectors import packed
from suivi.record.models import Recommendation
from suivi.record.tests.factories import make_recommendation, make_review

pytestmark = pytest.mark.django_db
NOW = timezone.now()
HERE = "/clusters/cycle/4/suggestions/"


class ByFirstWord:
    """An encoder for tests: sentences with the same first word mean the same."""

    name = "first-word"

    def encode(self, sentences: Sequence[str]) -> Vectors:
        """Return one axis for each first word."""
        words = sorted({sentence.split()[0] for sentence in sentences})
        found = np.zeros((len(sentences), len(words)), dtype=np.float32)
        for place, sentence in enumerate(sentences):
            found[place, words.index(sentence.split()[0])] = 1.0
        return found


@pytest.fixture
def mara() -> Membership:
    return make_member("mara")


def at_the_desk_of(member: Membership) -> Client:
    client = Client()
    client.force_login(member.person)
    return client


def ask(key: int, vector: Sequence[float], text: str = "Visit prisons", language: str = "en") -> Ask:
    return Ask(key, packed(np.array([vector], dtype=np.float32))[0], text, language)


def write(mara: Membership, *found: Suggested) -> int:
    return write_suggestions(
        coalition=mara.coalition, review=make_review(), found=found, progress=InSilence(), at=NOW, by="suivi"
    )


def test_those_near_each_to_each_are_one_group_and_a_chain_is_not() -> None:
    # 1 and 2 are near, 2 and 3 are near, 1 and 3 are not: three in a chain are no group.
    asks = [ask(1, [1.0, 0.0]), ask(2, [0.9, 0.43]), ask(3, [0.62, 0.78]), ask(4, [-1.0, 0.0])]
    assert [[key for key, _likeness in group] for group in groups(asks)] == [[1, 2]]


def test_other_treaties_and_other_figures_are_never_the_same_ask() -> None:
    same = [1.0, 0.0]
    asks = [
        ask(1, same, "Ratify the Optional Protocol to the Convention against Torture"),
        ask(2, same, "Ratify the Convention on Enforced Disappearance"),
        ask(3, same, "Raise the age of marriage to 18"),
        ask(4, same, "Raise the age of marriage to 16"),
        ask(5, same, "Accede to OP-CAT"),
    ]
    assert [[key for key, _likeness in group] for group in groups(asks)] == [[1, 5]]


def test_in_two_languages_less_likeness_is_enough() -> None:
    likeness = [1.0, 0.0], [0.7, 0.714]
    assert groups([ask(1, likeness[0]), ask(2, likeness[1])]) == []
    assert [len(group) for group in groups([ask(1, likeness[0]), ask(2, likeness[1], language="ru")])] == [2]


def test_no_recommendations_make_no_groups() -> None:
    assert groups([]) == []


def test_every_recommendation_gets_a_category_issues_and_its_group(mara: Membership) -> None:
    make_recommendations("Abolish the death penalty", "Abolish executions", "Ensure free education for all children")
    found = read(list(Recommendation.objects.order_by("order")), ByFirstWord(), InSilence())
    by_about = {about: [each for each in found if each.about == about] for about in About}
    assert len(by_about[About.ACTION]) == 3
    assert {each.value for each in by_about[About.DUPLICATE]} == {"XOR/4/128.1"}
    assert "Death penalty" in {each.value for each in by_about[About.ISSUE]}
    assert all(each.model and 0 <= each.confidence <= 1 for each in found)


def test_asking_starts_one_job_however_often(mara: Membership) -> None:
    review = make_review()
    actions.ask_for_suggestions(review=review, by=mara)
    actions.ask_for_suggestions(review=review, by=mara)
    assert Job.objects.filter(work=SUGGESTING_WORK).count() == 1
    with pytest.raises(Refused):
        actions.ask_for_suggestions(review=review, by=make_member("idris", role="member", coalition=mara.coalition))


def test_what_was_decided_is_not_suggested_again_and_what_was_open_is_replaced(mara: Membership) -> None:
    one, two = make_recommendations("Visit prisons", "Train judges")
    make_suggestion(one, "Detention", state=SuggestionState.DECLINED)
    make_suggestion(one, "4", about=About.ACTION, state=SuggestionState.CONFIRMED)
    make_suggestion(two, "Justice")
    written = write(
        mara,
        Suggested(one.pk, About.ISSUE, "Detention", 0.9, MODEL),
        Suggested(one.pk, About.ACTION, "5", 0.9, MODEL),
        Suggested(two.pk, About.ISSUE, "Labour", 0.7, MODEL),
    )
    assert written == 1
    assert set(Suggestion.objects.values_list("value", "state")) == {
        ("Detention", "declined"), ("4", "confirmed"), ("Labour", "open"),
    }  # fmt: skip


def test_a_suggestion_becomes_a_code_only_when_somebody_confirms_it(mara: Membership) -> None:
    one, two = make_recommendations("Visit prisons", "Train judges")
    first, second = make_suggestion(one), make_suggestion(two, "Justice")
    assert all_codes() == []
    actions.confirm_suggestions(keys=[first.pk], at=NOW, by=mara)
    actions.decline_suggestions(keys=[second.pk], at=NOW, by=mara)
    assert all_codes() == [("128.1", "Detention")]
    assert Code.objects.get().coded_by == mara
    actions.reopen_suggestions(keys=[first.pk, second.pk], by=mara)
    assert all_codes() == []
    assert Suggestion.objects.open().count() == 2


def test_a_second_category_takes_the_place_of_the_first(mara: Membership) -> None:
    (one,) = make_recommendations("Visit prisons")
    make_code(one, "4", about=About.ACTION)
    other = make_suggestion(one, "5", about=About.ACTION)
    actions.confirm_suggestions(keys=[other.pk], at=NOW, by=mara)
    assert all_codes() == [("128.1", "5")]


def test_nobody_decides_on_suggestions_of_another_coalition(mara: Membership) -> None:
    (one,) = make_recommendations("Visit prisons")
    theirs = make_suggestion(one, coalition=make_coalition("Another Coalition"))
    assert actions.confirm_suggestions(keys=[theirs.pk], at=NOW, by=mara) == 0
    at_the_desk_of(mara).post(f"{HERE}decide/", {"confirm": theirs.pk})
    theirs.refresh_from_db()
    assert theirs.state == SuggestionState.OPEN


def test_one_click_makes_clusters_and_places_all_and_one_more_undoes_it(mara: Membership) -> None:
    one, two, three = make_recommendations("Visit prisons", "Protect women", "Do good")
    held = make_cluster("Ours")
    put(held, two, by=mara)
    make_suggestion(one, "Detention")
    make_suggestion(two, "Women's rights")
    wanted = [Wanted("Justice", frozenset({"Detention"})), Wanted("Women", frozenset({"Women's rights"}))]
    actions.start_clusters(review=make_review(), wanted=wanted, at=NOW, by=mara)
    assert standing() == {"128.1": {"Justice": "lead"}, "128.2": {"Ours": "lead"}}
    assert Placement.objects.get(recommendation=one).suggested
    assert Suggestion.objects.open().count() == 2
    assert three.placements.count() == 0
    actions.undo_arrangement(review=make_review(), at=NOW, by=mara)
    assert standing() == {"128.2": {"Ours": "lead"}}
    assert list(Cluster.objects.standing()) == [held]


def test_what_is_declined_leads_nowhere_and_what_is_confirmed_leads_before_what_is_likely(mara: Membership) -> None:
    one, two = make_recommendations("Visit prisons", "Protect women")
    make_suggestion(one, "Detention", state=SuggestionState.DECLINED)
    make_suggestion(two, "Detention", confidence=0.95)
    make_code(two, "Women's rights")
    wanted = [Wanted("Justice", frozenset({"Detention"})), Wanted("Women", frozenset({"Women's rights"}))]
    actions.start_clusters(review=make_review(), wanted=wanted, at=NOW, by=mara)
    assert standing() == {"128.2": {"Women": "lead", "Justice": "also"}}


def test_the_page_of_starting_clusters_makes_what_its_form_says(mara: Membership) -> None:
    (one,) = make_recommendations("Visit prisons")
    make_suggestion(one, "Detention")
    client = at_the_desk_of(mara)
    page = client.get(f"{HERE}start/").text
    assert "1 recommendation would go here" in page
    assert client.post(f"{HERE}start/", {"name-1": "", "issue-0": "1"}).status_code == 400
    client.post(f"{HERE}start/", {"name-0": "Law and order", "issue-0": "0"})
    assert standing() == {"128.1": {"Law and order": "lead"}}


def test_the_same_ask_is_put_together_with_one_action(mara: Membership) -> None:
    one = make_recommendation(text="Visit prisons", states=["NOR"])
    two = make_recommendation(text="Visit every prison", states=["CHL", "PER"])
    make_same(one, two)
    justice = make_cluster("Justice")
    client = at_the_desk_of(mara)
    assert "Same ask by 3 States" in client.get(f"{HERE}same/").text
    client.post(f"{HERE}together/", {"anchor": one.key, "into": justice.key})
    assert standing() == {"128.1": {"Justice": "lead"}, "128.2": {"Justice": "lead"}}
    assert {value for _number, value in all_codes()} == {one.key}
    assert "confirmed by you" in client.get(f"{HERE}same/").text


def test_whoever_may_not_arrange_brings_nothing_together(mara: Membership) -> None:
    one, two = make_recommendations("Visit prisons", "Visit every prison")
    make_same(one, two)
    idris = make_member("idris", role="member", coalition=mara.coalition)
    with pytest.raises(Refused):
        bring_together(review=make_review(), anchor=one.key, cluster=make_cluster(), at=NOW, by=idris)
    assert all_codes() == []


def test_a_group_that_was_declined_is_no_group(mara: Membership) -> None:
    rows = make_same(*make_recommendations("Visit prisons", "Visit every prison"))
    actions.decline_suggestions(keys=[row.pk for row in rows], at=NOW, by=mara)
    assert same_asks(mara, make_review()) == []


def test_suggestions_are_confirmed_singly_and_all_that_are_ticked(mara: Membership) -> None:
    asked = make_recommendations("Visit prisons", "Close prisons", "Mend prisons")
    rows = [make_suggestion(each) for each in asked]
    client = at_the_desk_of(mara)
    client.post(f"{HERE}decide/", {"decline": rows[0].pk, "pick": [row.pk for row in rows]})
    client.post(f"{HERE}decide/", {"confirm": "", "pick": [row.pk for row in rows[1:]]})
    (found,) = tallies(mara, make_review(), About.ISSUE)
    assert (found.open, found.confirmed, found.declined) == (0, 2, 1)
    client.post(f"{HERE}decide/", {"reopen": rows[1].pk})
    assert [each.confirmed for each in tallies(mara, make_review(), About.ISSUE)] == [1]


def test_what_is_open_and_what_was_decided_stand_apart_with_words_and_figures(mara: Membership) -> None:
    one, two = make_recommendations("Visit prisons", "Close prisons")
    make_suggestion(one, confidence=0.72)
    make_suggestion(two, state=SuggestionState.CONFIRMED)
    page = at_the_desk_of(mara).get(f"{HERE}issue/?value=Detention").text
    suggested, _heading, decided = page.partition("Decided by you")
    assert "likely · <bdi>72 %</bdi>" in suggested
    assert "Visit prisons" in suggested
    assert "Visit prisons" not in decided
    assert "confirmed" in decided


def test_how_often_the_coalition_agreed_is_counted_by_how_sure_it_was(mara: Membership) -> None:
    asked = make_recommendations("Visit prisons", "Close prisons", "Mend prisons")
    make_suggestion(asked[0], confidence=0.97, state=SuggestionState.CONFIRMED)
    make_suggestion(asked[1], confidence=0.96, state=SuggestionState.DECLINED)
    make_suggestion(asked[2], confidence=0.97)
    sure = experience(mara)[0]
    assert (sure.confirmed, sure.declined, sure.total) == (1, 1, 2)
    assert "almost certain" in at_the_desk_of(mara).get(f"{HERE}sure/").text


def test_while_the_worker_reads_the_page_says_how_far_it_is(mara: Membership) -> None:
    make_recommendations("Visit prisons")
    client = at_the_desk_of(mara)
    client.post(f"{HERE}ask/")
    assert "Reading the recommendations" in client.get(HERE).text
    Job.objects.update(state="done")
    headers = {"HX-Request": "true", "HX-Target": "section#progress"}
    assert client.get(HERE, headers=headers).headers["HX-Refresh"] == "true"
