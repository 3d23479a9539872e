"""Two at once, each with a connection of their own: nothing is lost, nothing is there twice."""

from __future__ import annotations

import pytest
from django.utils import timezone

from suivi.coalitions.tests.factories import make_member
from suivi.common.decisions import Refused
from suivi.discussions.actions.entries import About, begin_thread, edit_entry
from suivi.discussions.actions.following import support_strategy
from suivi.discussions.actions.merging import merge_strategies
from suivi.discussions.actions.strategies import adopt_strategy, withdraw_strategy
from suivi.discussions.actions.wordings import accept_amendment, decline_amendment, suggest_amendment
from suivi.discussions.models import Amendment, Entry, Strategy, Support, Thread
from suivi.discussions.tests.factories import make_participant, make_strategy, make_thread
from suivi.discussions.tests.together import at_once
from suivi.history.queries import verify_chain
from suivi.record.tests.factories import make_recommendation

pytestmark = pytest.mark.django_db(transaction=True)
NOW = timezone.now()


def test_several_who_begin_about_one_recommendation_write_into_one_thread() -> None:
    one, first = make_recommendation(), make_participant("P0")
    people = [first, *(make_participant(f"P{n}", consultation=first.consultation) for n in (1, 2, 3))]
    about = About(recommendation=one)
    at_once(*(lambda by=by: begin_thread(about=about, text=by.name, language="en", at=NOW, by=by) for by in people))
    assert (Thread.objects.count(), Entry.objects.count()) == (1, 4)
    assert verify_chain().broken_at is None


def test_strategies_proposed_at_once_have_numbers_of_their_own() -> None:
    first = make_participant("P0")
    people = [first, *(make_participant(f"P{n}", consultation=first.consultation) for n in (1, 2, 3))]
    at_once(*(lambda by=by: make_strategy(by=by) for by in people))
    assert sorted(Strategy.objects.values_list("number", flat=True)) == [1, 2, 3, 4]


def test_of_two_wordings_accepted_at_once_one_counts_and_the_other_is_looked_at_again() -> None:
    heron = make_participant("Heron")
    ibis = make_participant("Ibis", consultation=heron.consultation)
    strategy = make_strategy(by=heron)
    told = {"strategy": strategy, "field": "title", "why": "", "at": NOW, "by": ibis}
    made = [suggest_amendment(after=after, **told) for after in ("Meet twice", "Meet three times")]  # type: ignore[arg-type]
    seen = at_once(*(lambda each=each: accept_amendment(amendment=each, wording=1, at=NOW, by=heron) for each in made))
    assert sum(isinstance(each, Refused) for each in seen) == 1
    assert Strategy.objects.get().wording == 2
    assert sorted(Amendment.objects.values_list("state", flat=True)) == ["accepted", "open"]


def test_a_suggestion_is_decided_once() -> None:
    heron = make_participant("Heron")
    mara = make_participant("Mara", consultation=heron.consultation, membership=make_member("mara"))
    ibis = make_participant("Ibis", consultation=heron.consultation)
    made = suggest_amendment(
        strategy=make_strategy(by=heron), field="title", after="Meet twice", why="", at=NOW, by=ibis
    )
    seen = at_once(
        lambda: accept_amendment(amendment=made, wording=1, at=NOW, by=heron),
        lambda: decline_amendment(amendment=made, why="no", at=NOW, by=mara),
    )
    assert sum(isinstance(each, Refused) for each in seen) == 1
    assert Strategy.objects.get().wording == (2 if Amendment.objects.get().state == "accepted" else 1)


def test_what_is_merged_withdrawn_and_adopted_at_once_ends_in_one_place() -> None:
    heron = make_participant("Heron")
    mara = make_participant("Mara", consultation=heron.consultation, membership=make_member("mara"))
    target, source = make_strategy("Into", by=heron), make_strategy("From", by=heron)
    seen = at_once(
        lambda: merge_strategies(into=target, sources=[source], at=NOW, by=mara),
        lambda: withdraw_strategy(strategy=source, at=NOW, by=heron),
        lambda: adopt_strategy(strategy=source, at=NOW, by=mara),
    )
    assert sum(isinstance(each, Refused) for each in seen) == 2
    ended = Strategy.objects.get(pk=source.pk)
    assert bool(ended.merged_into) == (ended.state == "merged")


def test_two_presses_on_me_too_count_once() -> None:
    heron = make_participant("Heron")
    strategy = make_strategy(by=heron)
    at_once(*(lambda: support_strategy(strategy=strategy, named=False, at=NOW, by=heron) for _each in range(3)))
    assert Support.objects.count() == 1


def test_an_entry_changed_in_two_windows_at_once_keeps_every_text() -> None:
    heron = make_participant("Heron")
    entry = make_thread(by=heron, text="First").entries.get()
    at_once(
        *(
            lambda text=text: edit_entry(entry=entry, text=text, language="en", at=NOW, by=heron)
            for text in ("Second", "Third")
        )
    )
    now = Entry.objects.get()
    assert now.version == 3
    assert {now.text, *now.earlier_texts.values_list("text", flat=True)} == {"First", "Second", "Third"}
