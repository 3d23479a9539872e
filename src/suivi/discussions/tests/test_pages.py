"""The pages of discussions: what they show to whom, and what their forms do."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from suivi.clusters.models import Cluster
from suivi.coalitions.models import Membership
from suivi.coalitions.tests.factories import make_coalition, make_member, make_organisation
from suivi.consultations.models import Consultation, Participant
from suivi.consultations.rules import Phase, Room
from suivi.consultations.tests.factories import at_the_desk_of, guest
from suivi.discussions.actions.entries import withdraw_entry
from suivi.discussions.models import Entry, Follow, Strategy, Support
from suivi.discussions.tests.factories import (
    make_consultation,
    make_entry,
    make_participant,
    make_strategy,
    make_thread,
    move_to,
)
from suivi.record.tests.factories import make_recommendation

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def here() -> Consultation:
    return make_consultation()


@pytest.fixture
def heron(here: Consultation) -> Participant:
    return make_participant("Heron", consultation=here)


@pytest.fixture
def phone(heron: Participant) -> Client:
    """Return the browser of somebody without account."""
    return guest(heron)


@pytest.fixture
def mara() -> Membership:
    return make_member("mara")


def at(consultation: Consultation, path: str = "") -> str:
    return f"/consultations/{consultation.key}/discussion/{path}"


def make_cluster(name: str = "Justice and detention", *, consultation: Consultation) -> Cluster:
    return Cluster.objects.create(coalition=consultation.coalition, review=consultation.review, name=name)


PROPOSED = {
    "area": "national",
    "title": "Meet the law committee",
    "objective": "It asks the ministry.",
    "language": "en",
    "due_on": "2026-07-01",
}


def test_an_empty_discussion_says_how_to_begin(here: Consultation, phone: Client) -> None:
    page = phone.get(at(here)).text
    assert "Nobody has written yet" in page
    assert "Begin a discussion" in page


def test_somebody_without_account_begins_writes_and_is_answered(
    here: Consultation, phone: Client, mara: Membership
) -> None:
    told = {"title": "One voice", "text": "Who speaks?\nsee https://example.org/x", "language": "fr", "mention": ""}
    assert phone.post(at(here, "threads/begin/"), told).status_code == 302
    entry = Entry.objects.get()
    desk = at_the_desk_of(mara)
    page = desk.get(at(here, f"threads/{entry.thread.key}/")).text
    assert 'lang="fr"' in page
    assert 'Who speaks?<br>see <a href="https://example.org/x"' in page
    answer = {"text": "I do", "language": "en", "mention": "", "answers": entry.key}
    led = desk.post(at(here, f"threads/{entry.thread.key}/write/"), answer).headers["Location"]
    assert led.endswith(f"#e-{Entry.objects.get(answers=entry).key}")
    assert "Somebody answered you" in phone.get(at(here, "waiting/")).text


def test_the_first_entry_about_a_recommendation_begins_its_thread(here: Consultation, phone: Client) -> None:
    make_recommendation(review=here.review, number="128.7", text="Abolish the death penalty")
    page = phone.get(at(here, "recommendations/128.7/")).text
    assert "Abolish the death penalty" in page
    assert "/recommendations/XOR/" not in page
    phone.post(at(here, "recommendations/128.7/write/"), {"text": "At last", "language": "en", "mention": ""})
    assert "At last" in phone.get(at(here, "recommendations/128.7/")).text
    thread = Entry.objects.get().thread
    assert phone.get(at(here, f"threads/{thread.key}/")).headers["Location"] == at(here, "recommendations/128.7/")


def test_an_empty_entry_comes_back_with_the_error_and_keeps_what_was_typed(
    here: Consultation, phone: Client, heron: Participant
) -> None:
    thread = make_thread(by=heron)
    refused = phone.post(at(here, f"threads/{thread.key}/write/"), {"text": "Typed", "language": "nonsense"})
    assert refused.status_code == 400
    assert "Typed" in refused.text
    assert Entry.objects.count() == 1


def test_the_same_act_sent_twice_is_one_entry(here: Consultation, phone: Client, heron: Participant) -> None:
    thread = make_thread(by=heron)
    told = {"text": "Once", "language": "en", "mention": "", "act": str(uuid.uuid4())}
    leads = [phone.post(at(here, f"threads/{thread.key}/write/"), told).headers["Location"] for _each in range(2)]
    assert leads[0] == leads[1]
    assert Entry.objects.filter(text="Once").count() == 1


def test_an_edited_entry_says_so_and_shows_what_stood_there_before(
    here: Consultation, phone: Client, heron: Participant
) -> None:
    entry = make_thread(by=heron, text="Before").entries.get()
    phone.post(at(here, f"entries/{entry.key}/edit/"), {"text": "After", "language": "en"})
    assert "edited" in phone.get(at(here, f"threads/{entry.thread.key}/")).text
    assert "Before" in phone.get(at(here, f"entries/{entry.key}/texts/")).text


def test_a_withdrawn_entry_shows_the_reason_and_nowhere_its_text(
    here: Consultation, phone: Client, heron: Participant, mara: Membership
) -> None:
    thread = make_thread(by=heron, text="The witness is named here")
    key = thread.entries.get().key
    desk = at_the_desk_of(mara)
    assert desk.post(at(here, f"entries/{key}/withdraw/"), {"why": ""}).status_code == 400
    desk.post(at(here, f"entries/{key}/withdraw/"), {"why": "It names a witness."})
    pages = ["", "threads/", f"threads/{thread.key}/", f"entries/{key}/texts/", "waiting/"]
    read = [client.get(at(here, path)).text for client in (phone, desk) for path in pages]
    assert "The witness is named here" not in "".join(read)
    assert "It names a witness." in read[2]
    assert "What you wrote was withdrawn" in read[4]
    assert "<bdi>Mara</bdi> withdrew it" in read[4]


def test_a_member_takes_their_seat_by_writing(here: Consultation, mara: Membership) -> None:
    told = {"title": "One voice", "text": "Who speaks?", "language": "en", "mention": ""}
    at_the_desk_of(mara).post(at(here, "threads/begin/"), told)
    assert Entry.objects.get().written_by.membership == mara


def test_an_observer_reads_and_is_told_why_they_cannot_write(here: Consultation, heron: Participant) -> None:
    thread = make_thread(by=heron)
    desk = at_the_desk_of(make_member("olga", role="observer"))
    assert "Observers read" in desk.get(at(here, f"threads/{thread.key}/")).text
    assert desk.post(at(here, f"threads/{thread.key}/write/"), {"text": "x", "language": "en"}).status_code == 403


def test_another_coalition_s_things_answer_like_missing_ones(here: Consultation, mara: Membership) -> None:
    theirs = make_consultation("Theirs", coalition=make_coalition("Another Coalition"))
    them = make_participant("Petrel", consultation=theirs)
    thread, strategy = make_thread(by=them), make_strategy(by=them)
    desk = at_the_desk_of(mara)
    for kind, key in (("threads", thread.key), ("strategies", strategy.key), ("entries", thread.entries.get().key)):
        found = [desk.get(at(here, f"{kind}/{each}/")) for each in (key, "nothinghere")]
        assert [each.status_code for each in found] == [404, 404]
    assert desk.get(at(theirs)).status_code == 404


def test_the_dialogue_never_shows_what_the_coalition_s_room_says(here: Consultation, heron: Participant) -> None:
    dialogue = make_consultation("Dialogue", room=Room.DIALOGUE)
    official = make_member("oskar", role="official")
    seated = make_participant("Oskar", consultation=dialogue, membership=official)
    one = make_recommendation(review=here.review, number="128.7")
    cluster = make_cluster("Kept-apart cluster", consultation=here)
    make_thread("Kept-apart title", by=heron, text="kept-apart words")
    hidden = make_thread(by=heron, recommendation=one, text="kept-apart words").entries.get()
    strategy = make_strategy("Kept-apart strategy", by=heron, cluster=cluster, recommendations=[one])
    make_thread("Open title", by=seated)
    desk = at_the_desk_of(official)
    paths = ["", "threads/", "threads/begin/", "recommendations/", "recommendations/128.7/", "strategies/", "waiting/"]
    read = "".join(desk.get(at(dialogue, path)).text for path in (*paths, "strategies/propose/"))
    assert "Open title" in read
    assert "ept-apart" not in read
    gone = [f"entries/{hidden.key}/", f"strategies/{strategy.key}/", f"clusters/{cluster.key}/"]
    assert {desk.get(at(dialogue, path)).status_code for path in gone} == {404}
    assert {desk.get(at(here, path)).status_code for path in ("", *paths)} == {404}


def test_a_strategy_is_proposed_with_its_recommendations_by_number(here: Consultation, phone: Client) -> None:
    for number in ("128.1", "128.4"):
        make_recommendation(review=here.review, number=number)
    refused = phone.post(at(here, "strategies/propose/"), {**PROPOSED, "recommendations": "128.1, 128.99"})
    assert refused.status_code == 400
    assert "no recommendation 128.99" in refused.text
    phone.post(at(here, "strategies/propose/"), {**PROPOSED, "recommendations": "128.4; 128.1 128.1"})
    strategy = Strategy.objects.get()
    assert [each.number for each in strategy.recommendations.order_by("order")] == ["128.1", "128.4"]
    page = phone.get(at(here, f"strategies/{strategy.key}/")).text
    assert "Meet the law committee" in page
    assert at(here, "recommendations/128.4/") in page


def test_a_draft_is_missing_for_everybody_else(here: Consultation, phone: Client, mara: Membership) -> None:
    phone.post(at(here, "strategies/propose/"), {**PROPOSED, "draft": "1"})
    draft = Strategy.objects.get()
    desk = at_the_desk_of(mara)
    assert desk.get(at(here, f"strategies/{draft.key}/")).status_code == 404
    assert "Meet the law committee" not in desk.get(at(here, "strategies/?state=all")).text
    assert "only you read it" in phone.get(at(here, f"strategies/{draft.key}/")).text
    phone.post(at(here, f"strategies/{draft.key}/propose/"))
    assert "Meet the law committee" in desk.get(at(here, "strategies/")).text


def test_strategies_are_listed_by_area_and_narrowed(here: Consultation, phone: Client, heron: Participant) -> None:
    cluster = make_cluster(consultation=here)
    make_strategy("Write to embassies", by=heron, cluster=cluster)
    make_strategy("Print posters", by=heron)
    Strategy.objects.filter(title="Print posters").update(area="dissemination")
    for query, found in (
        ("area=dissemination", ["Print posters"]),
        (f"cluster={cluster.key}", ["Write to embassies"]),
        ("q=EMBASSIES", ["Write to embassies"]),
        ("state=withdrawn", []),
        ("state=nonsense&area=nonsense", ["Write to embassies", "Print posters"]),
    ):
        page = phone.get(at(here, f"strategies/?{query}")).text
        assert [title for title in ("Write to embassies", "Print posters") if title in page] == found


def test_a_wording_is_suggested_compared_and_accepted(
    here: Consultation, phone: Client, heron: Participant, mara: Membership
) -> None:
    strategy = make_strategy("Meet once", by=heron)
    desk = at_the_desk_of(mara)
    address = at(here, f"strategies/{strategy.key}/suggest/title/")
    assert desk.post(address, {"after": "Meet once"}).status_code == 400
    assert desk.post(address, {"after": ""}).status_code == 400
    assert desk.post(address, {"after": "x" * 200}).status_code == 400
    desk.post(address, {"after": "Meet twice", "why": "Once is not enough"})
    page = phone.get(at(here, f"strategies/{strategy.key}/")).text
    assert "Meet <del>once</del><ins>twice</ins>" in page
    key = strategy.amendments.get().key
    assert phone.post(at(here, f"suggestions/{key}/accept/"), {"wording": "7"}).status_code == 403
    phone.post(at(here, f"suggestions/{key}/accept/"), {"wording": "1"})
    assert "Meet <del>once</del><ins>twice</ins>" in phone.get(at(here, f"strategies/{strategy.key}/wordings/")).text
    assert "Your suggestion was decided" in desk.get(at(here, "waiting/")).text


def test_there_is_no_other_field_to_word_otherwise(here: Consultation, phone: Client, heron: Participant) -> None:
    strategy = make_strategy(by=heron)
    assert phone.get(at(here, f"strategies/{strategy.key}/suggest/state/")).status_code == 404


def test_declining_asks_for_a_reason(here: Consultation, phone: Client, heron: Participant, mara: Membership) -> None:
    strategy = make_strategy("Meet once", by=heron)
    at_the_desk_of(mara).post(at(here, f"strategies/{strategy.key}/suggest/title/"), {"after": "Meet twice"})
    address = at(here, f"suggestions/{strategy.amendments.get().key}/decline/")
    assert phone.post(address, {"why": " "}).status_code == 400
    phone.post(address, {"why": "There is no time"})
    assert "There is no time" in phone.get(at(here, f"strategies/{strategy.key}/")).text


def test_merging_chooses_one_and_is_undone(here: Consultation, heron: Participant, mara: Membership) -> None:
    one, other = make_strategy("Meet once", by=heron), make_strategy("Meet twice", by=heron)
    desk, chosen = at_the_desk_of(mara), f"strategies/merge/?strategy={one.key}&strategy={other.key}"
    assert "Choose two or more" in desk.get(at(here, f"strategies/merge/?strategy={one.key}")).text
    assert "Meet twice" in desk.get(at(here, chosen)).text
    desk.post(at(here, "strategies/merge/"), {"strategy": [one.key, other.key], "into": other.key})
    assert "It went into" in desk.get(at(here, f"strategies/{one.key}/")).text
    page = desk.get(at(here, f"strategies/{other.key}/")).text
    assert "What went into it" in page
    desk.post(at(here, f"merges/{other.merges.get().key}/undo/"))
    assert "It went into" not in desk.get(at(here, f"strategies/{one.key}/")).text


def test_me_too_is_a_number_until_somebody_shows_their_name(
    here: Consultation, heron: Participant, mara: Membership
) -> None:
    strategy = make_strategy(by=make_participant("Ibis", consultation=here))
    address = at(here, f"strategies/{strategy.key}/support/")
    phone, desk = guest(heron), at_the_desk_of(mara)
    phone.post(address)
    page = desk.get(at(here, f"strategies/{strategy.key}/")).text
    assert "1 supports it" in page
    assert ": <bdi>Heron</bdi>" not in page
    phone.post(address, {"named": "on"})
    assert ": <bdi>Heron</bdi>" in desk.get(at(here, f"strategies/{strategy.key}/")).text
    phone.post(address, {"stop": "1"})
    assert not Support.objects.exists()


def test_what_is_new_in_a_followed_place_waits_until_it_is_read(
    here: Consultation, phone: Client, heron: Participant
) -> None:
    ibis = make_participant("Ibis", consultation=here)
    one, cluster = make_recommendation(review=here.review, number="128.7"), make_cluster(consultation=here)
    thread = make_thread("Followed", by=ibis)
    for path in (f"threads/{thread.key}", "recommendations/128.7", f"clusters/{cluster.key}"):
        phone.post(at(here, f"{path}/follow/"))
    assert "nothing new" in phone.get(at(here, "waiting/")).text
    for each in (thread, make_thread(by=ibis, recommendation=one)):
        make_entry(thread=each, by=ibis, at=timezone.now() + timedelta(seconds=1))
    make_thread("In the cluster", by=ibis, cluster=cluster, at=timezone.now() + timedelta(seconds=1))
    page = phone.get(at(here, "waiting/")).text
    assert [page.count(words) for words in ("1 new", "2 new", "nothing new")] == [2, 1, 0]
    assert "3 things wait for you" in phone.get(at(here)).text
    Follow.objects.update(seen_at=timezone.now() + timedelta(minutes=1))
    assert "3 things wait for you" not in phone.get(at(here)).text
    phone.post(at(here, f"threads/{thread.key}/follow/"), {"stop": "1"})
    assert Follow.objects.filter(participant=heron).count() == 2


def test_reading_up_ends_the_news_and_ticking_off_ends_a_notice(
    here: Consultation, phone: Client, heron: Participant
) -> None:
    ibis = make_participant("Ibis", consultation=here)
    thread = make_thread(by=heron, at=NOW - timedelta(hours=1))
    make_entry("@Heron?", thread=thread, by=ibis, at=NOW - timedelta(minutes=1))
    assert "2 things wait for you" in phone.get(at(here)).text
    phone.post(at(here, "waiting/read/"))
    phone.post(at(here, f"waiting/{heron.notices.get().key}/tick/"))
    assert "wait for you</a>" not in phone.get(at(here)).text
    elsewhere = guest(ibis).post(at(here, f"waiting/{heron.notices.get().key}/tick/"))
    assert elsewhere.status_code == 404


def test_an_entry_far_down_is_led_to_on_its_page(here: Consultation, phone: Client, heron: Participant) -> None:
    thread = make_thread(by=heron, at=NOW - timedelta(hours=1))
    for number in range(35):
        make_entry(f"Entry {number}", thread=thread, by=heron, at=NOW + timedelta(seconds=number))
    last = Entry.objects.get(text="Entry 34")
    led = phone.get(at(here, f"entries/{last.key}/")).headers["Location"]
    assert led == at(here, f"threads/{thread.key}/?page=2#e-{last.key}")
    assert "Entry 34" in phone.get(led).text


def test_when_the_consultation_is_closed_the_pages_say_so(
    here: Consultation, phone: Client, heron: Participant
) -> None:
    thread, strategy = make_thread(by=heron), make_strategy(by=heron)
    move_to(here, Phase.CLOSED)
    for path in ("", f"threads/{thread.key}/", f"strategies/{strategy.key}/", "strategies/"):
        page = phone.get(at(here, path)).text
        assert "This consultation is closed" in page, path
        assert "<textarea" not in page


def test_pages_run_from_right_to_left(here: Consultation, phone: Client, heron: Participant) -> None:
    make_entry("نص قصير", thread=make_thread(by=heron), language="ar", by=heron)
    phone.cookies["language"] = "ar"
    page = phone.get(at(here)).text
    assert '<html lang="ar" dir="rtl">' in page
    assert 'dir="auto" lang="ar">نص قصير' in page


@pytest.mark.parametrize("many", [1, 3])
def test_pages_cost_the_same_however_much_is_said(
    here: Consultation, many: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    clusters = [make_cluster(f"Cluster {number}", consultation=here) for number in range(many)]
    people = [
        make_participant(f"P{n}", consultation=here, organisation=make_organisation(f"O{n}")) for n in range(many)
    ]
    thread = make_thread("Of all", by=people[0])
    for number, by in enumerate(people):
        one = make_recommendation(review=here.review, number=f"128.{number + 1}")
        first = make_entry("@P0 hello", thread=thread, by=by)
        make_entry("answer", thread=thread, answers=first, by=by)
        make_thread(by=by, recommendation=one)
        make_thread(f"Title {number}", by=by, cluster=clusters[0])
        strategy = make_strategy(by=by, cluster=clusters[0], recommendations=[one])
        make_thread(by=by, strategy=strategy)
    withdraw_entry(entry=first, why="", at=NOW, by=by)
    client = guest(people[0])
    paths = {
        "": 17,
        "threads/": 7,
        f"threads/{thread.key}/": 12,
        "recommendations/": 7,
        "recommendations/128.1/": 16,
        f"clusters/{clusters[0].key}/": 11,
        "strategies/": 8,
        f"strategies/{strategy.key}/": 21,
        "waiting/": 8,
    }
    for path, bound in paths.items():
        client.get(at(here, path))
        with django_assert_max_num_queries(bound):
            assert client.get(at(here, path)).status_code == 200
