"""Writing in discussions: who may, who is told, and that nothing is taken away silently."""

from __future__ import annotations

import pytest
from django.utils import timezone

from suivi.coalitions.tests.factories import make_member
from suivi.common.decisions import Refused
from suivi.consultations.models import Participant
from suivi.consultations.rules import Phase
from suivi.discussions.actions.entries import (
    About,
    begin_thread,
    edit_entry,
    put_back_entry,
    withdraw_entry,
    write_entry,
)
from suivi.discussions.models import Entry, Follow, Notice, Thread
from suivi.discussions.queries.threads import first_entries, said, threads_of, unanswered
from suivi.discussions.queries.waiting import what_waits_for
from suivi.discussions.rules.words import NoticeKind
from suivi.discussions.tests.factories import again, make_entry, make_participant, make_strategy, make_thread, move_to
from suivi.history.models import Event
from suivi.history.queries import verify_chain
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
    """Return somebody who runs the consultation."""
    return make_participant("Mara", consultation=heron.consultation, membership=make_member("mara"))


def kinds(participant: Participant) -> list[str]:
    return [notice.kind for notice in what_waits_for(participant).notices]


def test_two_first_entries_about_a_recommendation_stand_in_one_thread(heron: Participant, ibis: Participant) -> None:
    one = make_recommendation()
    for by in (heron, ibis):
        begin_thread(about=About(recommendation=one), text="See above", language="en", at=NOW, by=by)
    assert threads_of(heron.consultation).get().entry_count == 2  # type: ignore[attr-defined]


def test_an_answer_to_an_answer_stands_one_level_deep_and_its_author_is_told(
    heron: Participant, ibis: Participant
) -> None:
    thread = make_thread(by=heron)
    first = thread.entries.get()
    answer = make_entry(thread=thread, answers=first, by=ibis)
    second = make_entry(thread=thread, answers=answer, by=heron)
    assert second.answers == first
    assert [[each.entry.text for each in one.answers] for one in said(first_entries(thread), "en")] == [
        ["Agreed.", "Agreed."]
    ]
    assert (kinds(heron), kinds(ibis)) == ([NoticeKind.ANSWER], [NoticeKind.ANSWER])


def test_whoever_is_chosen_or_named_after_an_at_is_told_once_and_not_of_themselves(
    heron: Participant, ibis: Participant
) -> None:
    thread = make_thread(by=heron)
    write_entry(thread=thread, text="@Ibis and @heron?", language="en", mentioned=[ibis], at=NOW, by=heron)
    assert (kinds(ibis), kinds(heron)) == ([NoticeKind.MENTION], [])


def test_somebody_of_another_consultation_is_not_found_by_an_at(heron: Participant) -> None:
    elsewhere = make_participant("Petrel", consultation=make_entry().thread.consultation)
    make_thread(by=heron, text="@Petrel?")
    assert kinds(elsewhere) == []


def test_an_answered_mention_is_one_notice_and_not_two(heron: Participant, ibis: Participant) -> None:
    thread = make_thread(by=heron)
    write_entry(thread=thread, text="@Heron yes", language="en", answers=thread.entries.get(), at=NOW, by=ibis)
    assert kinds(heron) == [NoticeKind.MENTION]


def test_changing_an_entry_keeps_what_it_said_and_tells_those_newly_named(
    heron: Participant, ibis: Participant
) -> None:
    entry = make_thread(by=heron, text="First").entries.get()
    edit_entry(entry=entry, text="Second, @Ibis", language="fr", at=NOW, by=heron)
    edit_entry(entry=entry, text="Third, @Ibis", language="fr", at=NOW, by=heron)
    entry.refresh_from_db()
    assert (entry.text, entry.version, entry.edited_at) == ("Third, @Ibis", 3, NOW)
    assert list(entry.earlier_texts.values_list("version", "text")) == [(2, "Second, @Ibis"), (1, "First")]
    assert kinds(ibis) == [NoticeKind.MENTION]


def test_only_its_author_changes_an_entry(heron: Participant, ibis: Participant, mara: Participant) -> None:
    entry = make_thread(by=heron).entries.get()
    for other in (ibis, mara):
        with pytest.raises(Refused, match="Only whoever wrote it"):
            edit_entry(entry=entry, text="Otherwise", language="en", at=NOW, by=other)


def test_whoever_runs_the_consultation_withdraws_with_a_reason_and_the_author_is_told(
    heron: Participant, mara: Participant
) -> None:
    entry = make_thread(by=heron).entries.get()
    withdraw_entry(entry=entry, why="It names a witness.", at=NOW, by=mara)
    notice = what_waits_for(heron).notices[0]
    assert notice.entry
    assert (notice.kind, notice.entry.withdrawn_why) == (NoticeKind.WITHDRAWN, "It names a witness.")
    assert str(notice.entry.withdrawn_by) == "Mara"
    with pytest.raises(Refused, match="Ask them"):
        put_back_entry(entry=entry, by=heron)
    put_back_entry(entry=entry, by=mara)
    assert kinds(heron) == []
    assert Entry.objects.standing().get() == entry


def test_others_withdraw_nothing_and_the_author_may_put_back(heron: Participant, ibis: Participant) -> None:
    entry = make_thread(by=heron).entries.get()
    with pytest.raises(Refused, match="Only its author"):
        withdraw_entry(entry=entry, why="", at=NOW, by=ibis)
    withdraw_entry(entry=entry, why="", at=NOW, by=heron)
    assert threads_of(heron.consultation).get().entry_count == 0  # type: ignore[attr-defined]
    with pytest.raises(Refused, match="nobody else"):
        put_back_entry(entry=entry, by=ibis)
    put_back_entry(entry=entry, by=heron)
    assert Entry.objects.standing().count() == 1


def test_when_the_consultation_is_closed_nobody_writes_but_harm_can_still_be_withdrawn(
    heron: Participant, mara: Participant
) -> None:
    thread = make_thread(by=heron)
    move_to(heron.consultation, Phase.CLOSED)
    with pytest.raises(Refused, match="closed"):
        make_entry(thread=thread, by=again(heron))
    withdraw_entry(entry=thread.entries.get(), why="It names a witness.", at=NOW, by=again(mara))
    assert not Entry.objects.standing().exists()


def test_observers_read_and_do_not_write(heron: Participant) -> None:
    observer = make_participant(
        "Olga", consultation=heron.consultation, membership=make_member("olga", role="observer")
    )
    with pytest.raises(Refused, match="Observers read"):
        make_entry(thread=make_thread(by=heron), by=observer)


def test_a_thread_with_one_entry_waits_for_an_answer(heron: Participant, ibis: Participant) -> None:
    thread = make_thread(by=heron)
    assert unanswered(threads_of(heron.consultation)).get() == thread
    make_entry(thread=thread, by=ibis)
    assert not unanswered(threads_of(heron.consultation)).exists()


def test_the_thread_of_a_draft_is_read_by_its_author_alone(heron: Participant, ibis: Participant) -> None:
    draft = make_strategy(by=heron, propose=False)
    make_thread(by=heron, strategy=draft)
    assert [threads_of(heron.consultation, who).count() for who in (heron, ibis, None)] == [1, 0, 0]


def test_whoever_writes_follows_the_thread(heron: Participant) -> None:
    thread = make_thread(by=heron)
    make_entry(thread=thread, by=heron)
    assert Follow.objects.get().thread == thread


def test_every_deed_is_told_without_a_word_that_anybody_wrote(heron: Participant, mara: Participant) -> None:
    entry = make_thread("Secret title", by=heron, text="Secret text").entries.get()
    edit_entry(entry=entry, text="Secret again", language="en", at=NOW, by=heron)
    withdraw_entry(entry=entry, why="Secret reason", at=NOW, by=mara)
    put_back_entry(entry=entry, by=mara)
    told = list(Event.objects.order_by("sequence").values_list("verb", "actor", "coalition"))
    key = heron.consultation.coalition.key
    deeds = ["begin_thread", "write_entry", "edit_entry"]
    assert told == [*((verb, "Heron", key) for verb in deeds), *(
        (verb, "Mara", key) for verb in ("withdraw_entry", "put_back_entry")
    )]  # fmt: skip
    assert "ecret" not in "".join(str(event.details) for event in Event.objects.all())
    assert verify_chain().broken_at is None


def test_a_refused_entry_leaves_nothing_behind(heron: Participant) -> None:
    move_to(heron.consultation, Phase.CLOSED)
    with pytest.raises(Refused):
        make_thread(by=heron)
    assert (Thread.objects.count(), Entry.objects.count(), Notice.objects.count(), Event.objects.count()) == (
        0,
        0,
        0,
        0,
    )
