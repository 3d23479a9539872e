"""Strategies: proposed, reworded, supported, put forward, withdrawn, adopted."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from suivi.coalitions.tests.factories import make_coalition, make_member
from suivi.common.decisions import Refused
from suivi.consultations.models import Participant
from suivi.consultations.rules import Phase
from suivi.discussions.actions.following import support_strategy, unsupport_strategy
from suivi.discussions.actions.strategies import (
    adopt_strategy,
    propose_strategy,
    put_back_strategy,
    put_forward,
    reword_strategy,
    take_back,
    withdraw_strategy,
)
from suivi.discussions.models import Strategy
from suivi.discussions.queries.strategies import rewordings_of, strategies_of, supporters_of
from suivi.discussions.queries.waiting import what_waits_for
from suivi.discussions.rules.proposals import Proposal
from suivi.discussions.rules.strategies import StrategyState
from suivi.discussions.rules.words import Area
from suivi.discussions.tests.factories import again, make_participant, make_strategy, make_thread, move_to
from suivi.history.models import Event
from suivi.record.tests.factories import make_recommendation

pytestmark = pytest.mark.django_db
NOW = timezone.now()
WORDED = Proposal(area=Area.CHARTER, title="Two meetings", objective="Both ministries answer.", language="fr")


@pytest.fixture
def heron() -> Participant:
    return make_participant("Heron")


@pytest.fixture
def ibis(heron: Participant) -> Participant:
    return make_participant("Ibis", consultation=heron.consultation)


@pytest.fixture
def mara(heron: Participant) -> Participant:
    return make_participant("Mara", consultation=heron.consultation, membership=make_member("mara"))


def test_strategies_are_numbered_in_their_consultation(heron: Participant) -> None:
    elsewhere = make_participant("Petrel")
    made = [make_strategy(by=heron), make_strategy(by=elsewhere), make_strategy(by=heron, propose=False)]
    assert [each.number for each in made] == [1, 1, 2]


def test_a_draft_is_read_by_its_author_alone_until_it_is_proposed(heron: Participant, ibis: Participant) -> None:
    draft = make_strategy(by=heron, propose=False)
    assert [strategies_of(heron.consultation, participant=who).count() for who in (heron, ibis, None)] == [1, 0, 0]
    assert what_waits_for(heron).drafts == [draft]
    with pytest.raises(Refused, match="Only whoever proposed it"):
        propose_strategy(strategy=draft, at=NOW, by=ibis)
    propose_strategy(strategy=draft, at=NOW, by=heron)
    assert strategies_of(heron.consultation, state="proposed").get().proposed_at == NOW


def test_rewording_a_draft_keeps_one_wording_and_rewording_a_proposal_keeps_both(heron: Participant) -> None:
    one = make_recommendation()
    draft = make_strategy(by=heron, propose=False)
    reword_strategy(strategy=draft, proposal=WORDED, at=NOW, by=heron)
    propose_strategy(strategy=draft, at=NOW, by=heron)
    assert draft.wordings.get().title == "Two meetings"
    told = Proposal(
        area=Area.CHARTER,
        title="Three meetings",
        objective=WORDED.objective,
        language="fr",
        due_on=date(2026, 7, 1),
        recommendations=[one],
    )
    reword_strategy(strategy=draft, proposal=told, at=NOW, by=heron)
    now = Strategy.objects.get()
    assert (now.state, now.wording, now.title, list(now.recommendations.all())) == (
        "amended",
        2,
        "Three meetings",
        [one],
    )
    newest, first = rewordings_of(now)
    assert (newest.wording.number, first.wording.number, first.changes) == (2, 1, [])
    assert ["".join(piece.text for piece in pieces) for _label, pieces in newest.changes] == [
        "TwoThree meetings",
        "2026-07-01",
    ]


def test_another_area_or_recommendation_alone_is_no_new_wording(heron: Participant) -> None:
    strategy = make_strategy(by=heron)
    told = Proposal(
        area=Area.MONITORING,
        title=strategy.title,
        objective=strategy.objective,
        language="en",
        target=strategy.target,
        doers=strategy.doers,
    )
    reword_strategy(strategy=strategy, proposal=told, at=NOW, by=heron)
    now = Strategy.objects.get()
    assert (now.area, now.wording, now.state) == ("monitoring", 1, "proposed")


def test_whoever_proposes_follows_what_is_said_about_it(heron: Participant, ibis: Participant) -> None:
    strategy = make_strategy(by=heron)
    make_thread(strategy=strategy, by=ibis, at=timezone.now() + timedelta(seconds=1))
    assert [follow.thread and follow.thread.strategy for follow in what_waits_for(heron).news] == [strategy]


def test_support_is_counted_once_and_named_only_where_somebody_chose_it(
    heron: Participant, ibis: Participant, mara: Participant
) -> None:
    strategy = make_strategy(by=heron)
    for by, named in ((ibis, False), (mara, True), (mara, True)):
        support_strategy(strategy=strategy, named=named, at=NOW, by=by)
    found = supporters_of(strategy, ibis)
    assert (found.count, found.names, found.unnamed) == (2, ["Mara"], 1)
    assert found.mine
    assert not supporters_of(strategy, heron).mine
    unsupport_strategy(strategy=strategy, by=ibis)
    assert supporters_of(strategy, None).count == 1


def test_support_stands_in_no_history_because_some_want_no_name(heron: Participant, ibis: Participant) -> None:
    strategy = make_strategy(by=heron)
    before = Event.objects.count()
    support_strategy(strategy=strategy, named=False, at=NOW, by=ibis)
    assert Event.objects.count() == before


def test_those_who_run_the_consultation_put_forward_and_take_back(heron: Participant, mara: Participant) -> None:
    strategy = make_strategy(by=heron)
    with pytest.raises(Refused, match="run consultations"):
        put_forward(strategy=strategy, at=NOW, by=heron)
    put_forward(strategy=strategy, at=NOW, by=mara)
    assert strategies_of(heron.consultation, state=StrategyState.SUPPORTED).exists()
    take_back(strategy=strategy, at=NOW, by=mara)
    assert strategies_of(heron.consultation, state=StrategyState.PROPOSED).exists()


def test_a_proposer_withdraws_and_puts_back_their_own(heron: Participant, ibis: Participant) -> None:
    strategy = make_strategy(by=heron)
    with pytest.raises(Refused):
        withdraw_strategy(strategy=strategy, why="", at=NOW, by=ibis)
    withdraw_strategy(strategy=strategy, why="", at=NOW, by=heron)
    assert Strategy.objects.get().state == StrategyState.WITHDRAWN
    put_back_strategy(strategy=strategy, at=NOW, by=heron)
    assert Strategy.objects.get().state == StrategyState.PROPOSED


def test_a_proposer_is_told_why_theirs_was_withdrawn_and_cannot_put_it_back(
    heron: Participant, mara: Participant
) -> None:
    strategy = make_strategy(by=heron)
    withdraw_strategy(strategy=strategy, why="The same stands in the plan.", at=NOW, by=mara)
    assert [each.kind for each in what_waits_for(heron).notices] == ["strategy_withdrawn"]
    with pytest.raises(Refused):
        put_back_strategy(strategy=strategy, at=NOW, by=heron)
    put_back_strategy(strategy=strategy, at=NOW, by=mara)
    assert Strategy.objects.get().withdrawn_why == ""


def test_a_withdrawn_draft_comes_back_as_a_draft(heron: Participant) -> None:
    draft = make_strategy(by=heron, propose=False)
    withdraw_strategy(strategy=draft, at=NOW, by=heron)
    put_back_strategy(strategy=draft, at=NOW, by=heron)
    assert Strategy.objects.get().state == StrategyState.DRAFTED


def test_adopting_is_for_those_who_run_the_consultation_with_or_without_a_seat(
    heron: Participant, mara: Participant
) -> None:
    one, other = make_strategy(by=heron), make_strategy(by=heron)
    foreign = make_member("nils", coalition=make_coalition("Another Coalition"))
    with pytest.raises(Refused):
        adopt_strategy(strategy=one, at=NOW, by=heron)
    with pytest.raises(Refused, match="another coalition"):
        adopt_strategy(strategy=one, at=NOW, by=foreign)
    adopt_strategy(strategy=one, at=NOW, by=mara)
    assert mara.membership
    adopt_strategy(strategy=other, at=NOW, by=mara.membership)
    assert Strategy.objects.adopted().count() == 2


def test_what_was_adopted_stays_as_it_is(heron: Participant, mara: Participant) -> None:
    strategy = make_strategy(by=heron)
    adopt_strategy(strategy=strategy, at=NOW, by=mara)
    for refused in (
        lambda: adopt_strategy(strategy=strategy, at=NOW, by=mara),
        lambda: withdraw_strategy(strategy=strategy, why="x", at=NOW, by=mara),
        lambda: reword_strategy(strategy=strategy, proposal=WORDED, at=NOW, by=heron),
        lambda: support_strategy(strategy=strategy, named=False, at=NOW, by=mara),
    ):
        with pytest.raises(Refused, match="no longer on the table"):
            refused()


def test_strategies_are_proposed_while_people_discuss_and_not_while_they_decide(heron: Participant) -> None:
    move_to(heron.consultation, Phase.DECIDE)
    with pytest.raises(Refused, match="Propose a strategy"):
        make_strategy(by=again(heron))
