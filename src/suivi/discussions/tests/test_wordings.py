"""Suggested wordings: compared, accepted, declined with a reason; and strategies merged, with all of it undone."""

from __future__ import annotations

import pytest
from django.utils import timezone

from suivi.coalitions.tests.factories import make_member
from suivi.common.decisions import Refused
from suivi.consultations.models import Participant
from suivi.discussions.actions.following import support_strategy
from suivi.discussions.actions.merging import merge_strategies, undo_merge
from suivi.discussions.actions.strategies import adopt_strategy, put_forward, withdraw_strategy
from suivi.discussions.actions.wordings import (
    accept_amendment,
    decline_amendment,
    suggest_amendment,
    withdraw_amendment,
)
from suivi.discussions.models import Amendment, Strategy
from suivi.discussions.queries.strategies import (
    merges_into,
    rewordings_of,
    strategies_of,
    suggestions_for,
    supporters_of,
)
from suivi.discussions.queries.waiting import what_waits_for
from suivi.discussions.rules.words import Field
from suivi.discussions.tests.factories import make_participant, make_strategy
from suivi.record.tests.factories import make_recommendation

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def heron() -> Participant:
    return make_participant("Heron")


@pytest.fixture
def ibis(heron: Participant) -> Participant:
    return make_participant("Ibis", consultation=heron.consultation)


@pytest.fixture
def mara(heron: Participant) -> Participant:
    return make_participant("Mara", consultation=heron.consultation, membership=make_member("mara"))


def suggest(strategy: Strategy, by: Participant, *, field: Field = Field.TITLE, after: str = "Meet twice") -> Amendment:
    return suggest_amendment(strategy=strategy, field=field, after=after, why="Once is not enough", at=NOW, by=by)


def kinds(participant: Participant) -> list[str]:
    return [notice.kind for notice in what_waits_for(participant).notices]


def test_an_accepted_wording_is_kept_as_a_version_of_whoever_suggested_it(
    heron: Participant, ibis: Participant
) -> None:
    strategy = make_strategy("Meet once", by=heron)
    amendment = suggest(strategy, ibis)
    assert kinds(heron) == ["suggested"]
    accept_amendment(amendment=amendment, wording=1, at=NOW, by=heron)
    now = Strategy.objects.get()
    assert (now.title, now.wording, now.state) == ("Meet twice", 2, "amended")
    newest, first = rewordings_of(now)
    assert (str(newest.wording.written_by), str(first.wording.written_by)) == ("Ibis", "Heron")
    assert newest.wording.amendment
    assert str(newest.wording.amendment.decided_by) == "Heron"
    assert (kinds(heron), kinds(ibis)) == ([], ["decided"])


def test_a_wording_is_shown_compared_with_how_the_strategy_reads_now(heron: Participant, ibis: Participant) -> None:
    strategy = make_strategy("Meet once", by=heron)
    suggest(strategy, ibis)
    pieces = suggestions_for(strategy)[0].pieces
    assert [(piece.kind, piece.text) for piece in pieces] == [("same", "Meet "), ("gone", "once"), ("new", "twice")]


def test_declining_says_why_and_changes_nothing(heron: Participant, ibis: Participant) -> None:
    strategy = make_strategy("Meet once", by=heron)
    decline_amendment(amendment=suggest(strategy, ibis), why="There is no time", at=NOW, by=heron)
    notice = what_waits_for(ibis).notices[0]
    assert notice.amendment
    assert (notice.amendment.state, notice.amendment.decided_why) == ("declined", "There is no time")
    assert Strategy.objects.get().title == "Meet once"


def test_the_proposer_and_those_who_run_the_consultation_decide_and_nobody_else(
    heron: Participant, ibis: Participant, mara: Participant
) -> None:
    strategy = make_strategy(by=heron)
    amendment = suggest(strategy, ibis)
    with pytest.raises(Refused, match="Whoever proposed the strategy decides"):
        accept_amendment(amendment=amendment, wording=1, at=NOW, by=ibis)
    accept_amendment(amendment=amendment, wording=1, at=NOW, by=mara)
    with pytest.raises(Refused, match="decided already"):
        decline_amendment(amendment=amendment, why="", at=NOW, by=heron)


def test_nobody_accepts_a_wording_for_a_text_that_they_did_not_see(heron: Participant, ibis: Participant) -> None:
    strategy = make_strategy(by=heron)
    first, second = suggest(strategy, ibis), suggest(strategy, ibis, after="Meet three times")
    accept_amendment(amendment=first, wording=1, at=NOW, by=heron)
    with pytest.raises(Refused, match="reworded while you read"):
        accept_amendment(amendment=second, wording=1, at=NOW, by=heron)
    assert Amendment.objects.select_related("strategy").get(pk=second.pk).is_overtaken
    accept_amendment(amendment=second, wording=2, at=NOW, by=heron)
    assert Strategy.objects.get().title == "Meet three times"


def test_a_proposer_suggests_nothing_to_themselves(heron: Participant) -> None:
    with pytest.raises(Refused, match="change it at once"):
        suggest(make_strategy(by=heron), heron)


def test_a_suggestion_is_taken_back_by_whoever_made_it(heron: Participant, ibis: Participant) -> None:
    amendment = suggest(make_strategy(by=heron), ibis)
    with pytest.raises(Refused, match="Only whoever made"):
        withdraw_amendment(amendment=amendment, at=NOW, by=heron)
    withdraw_amendment(amendment=amendment, at=NOW, by=ibis)
    assert kinds(heron) == []


def test_merged_strategies_stay_readable_and_bring_their_recommendations(
    heron: Participant, ibis: Participant, mara: Participant
) -> None:
    one, two = make_recommendation(), make_recommendation()
    target = make_strategy("Into", by=heron, recommendations=[one])
    source = make_strategy("From", by=ibis, recommendations=[one, two])
    merge_strategies(into=target, sources=[target, source], at=NOW, by=mara)
    found = strategies_of(heron.consultation).get(pk=source.pk)
    assert (found.state, found.merged_into) == ("merged", target)
    assert set(target.recommendations.all()) == {one, two}
    assert [each.strategy for merge in merges_into(target) for each in merge.sources.all()] == [source]
    assert kinds(ibis) == ["merged"]


def test_undoing_a_merging_puts_everything_back(heron: Participant, ibis: Participant, mara: Participant) -> None:
    one, two = make_recommendation(), make_recommendation()
    target = make_strategy("Into", by=heron, recommendations=[one])
    source = make_strategy("From", by=ibis, recommendations=[one, two])
    put_forward(strategy=source, at=NOW, by=mara)
    merge = merge_strategies(into=target, sources=[source], at=NOW, by=mara)
    undo_merge(merge=merge, at=NOW, by=mara)
    back = Strategy.objects.get(pk=source.pk)
    assert (back.state, back.merged_into, back.former_state) == ("supported", None, "")
    assert list(target.recommendations.all()) == [one]
    assert (merges_into(target), kinds(ibis)) == ([], [])
    with pytest.raises(Refused, match="undone already"):
        undo_merge(merge=merge, at=NOW, by=mara)


def test_who_supports_both_of_two_merged_strategies_counts_once(
    heron: Participant, ibis: Participant, mara: Participant
) -> None:
    target, source = make_strategy("Into", by=heron), make_strategy("From", by=ibis)
    for strategy, by in ((target, mara), (source, mara), (source, ibis)):
        support_strategy(strategy=strategy, named=False, at=NOW, by=by)
    merge_strategies(into=target, sources=[source], at=NOW, by=mara)
    assert supporters_of(target, mara).count == 2
    assert supporters_of(target, mara).mine
    assert not supporters_of(target, ibis).mine


def test_only_those_who_run_the_consultation_merge_and_only_what_is_on_the_table(
    heron: Participant, mara: Participant
) -> None:
    target, source = make_strategy("Into", by=heron), make_strategy("From", by=heron)
    with pytest.raises(Refused, match="run consultations"):
        merge_strategies(into=target, sources=[source], at=NOW, by=heron)
    withdraw_strategy(strategy=source, at=NOW, by=heron)
    with pytest.raises(Refused, match="no longer on the table"):
        merge_strategies(into=target, sources=[source], at=NOW, by=mara)
    assert merges_into(target) == []


def test_nothing_goes_into_a_strategy_that_left_the_table(heron: Participant, mara: Participant) -> None:
    target, source = make_strategy("Into", by=heron), make_strategy("From", by=heron)
    withdraw_strategy(strategy=target, at=NOW, by=heron)
    with pytest.raises(Refused, match="no longer on the table"):
        merge_strategies(into=target, sources=[source], at=NOW, by=mara)


def test_what_was_adopted_cannot_be_taken_apart(heron: Participant, mara: Participant) -> None:
    target, source = make_strategy("Into", by=heron), make_strategy("From", by=heron)
    merge = merge_strategies(into=target, sources=[source], at=NOW, by=mara)
    adopt_strategy(strategy=target, at=NOW, by=mara)
    with pytest.raises(Refused, match="stays merged"):
        undo_merge(merge=merge, at=NOW, by=mara)
