"""The digest by mail: it says that there is news and nothing else, to one address a message, until it is stopped."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from suivi.common.decisions import Refused
from suivi.common.jobs.models import Job
from suivi.common.jobs.work import InSilence
from suivi.consultations.models import Participant
from suivi.consultations.rules import Phase
from suivi.consultations.tests.factories import guest
from suivi.discussions.actions.following import read_up
from suivi.discussions.actions.post import give_post, note_sent
from suivi.discussions.models import Post
from suivi.discussions.rules.words import Frequency, until_next_round
from suivi.discussions.sealing import STOP_LASTS, sealed, stop_token, stopped_by, unsealed
from suivi.discussions.tasks import send_digests
from suivi.discussions.tests.factories import again, make_entry, make_participant, make_thread, move_to
from suivi.history.models import Event

NOW = timezone.now()
ADDRESS = "heron@mail.example"


@pytest.fixture(autouse=True)
def server(settings: Settings) -> Settings:
    """Let the server send mail, under an address of its own."""
    settings.MAIL_FROM = "suivi@coalition.example"
    settings.ADDRESS = "https://coalition.example"
    return settings


@pytest.fixture
def heron() -> Participant:
    return make_participant("Heron", language="en")


def wants(participant: Participant, *, frequency: Frequency = Frequency.DAILY, days_ago: float = 2) -> Post:
    """Let a participant have the digest, the last one so many days ago."""
    return give_post(address=ADDRESS, frequency=frequency, at=NOW - timedelta(days=days_ago), by=participant)


def news_for(participant: Participant) -> None:
    ibis = make_participant("Ibis", consultation=participant.consultation)
    make_thread("A secret title", by=ibis, text=f"@{participant.name}, the witness is in Sorrel", at=NOW)


@pytest.mark.django_db
def test_a_digest_says_that_there_is_news_and_nothing_else(heron: Participant) -> None:
    wants(heron)
    news_for(heron)
    send_digests(InSilence())
    (message,) = mail.outbox
    whole = message.message().as_string()
    assert (message.subject, message.to, message.cc, message.bcc) == ("There is news", [ADDRESS], [], [])
    for secret in ("Heron", "Ibis", "secret", "Sorrel", heron.consultation.key, heron.consultation.title, heron.key):
        assert secret not in whole
    assert message.extra_headers["Message-ID"].endswith("@coalition.example>")
    assert message.body.count("https://coalition.example/stop/") == 1


@pytest.mark.django_db
def test_without_news_or_before_its_time_nothing_is_sent(heron: Participant) -> None:
    post = wants(heron)
    send_digests(InSilence())
    assert mail.outbox == []
    news_for(heron)
    Post.objects.update(sent_at=NOW - timedelta(hours=2))
    send_digests(InSilence())
    assert mail.outbox == []
    Post.objects.update(sent_at=NOW - timedelta(days=2), frequency=Frequency.WEEKLY)
    send_digests(InSilence())
    assert mail.outbox == []
    Post.objects.update(sent_at=NOW - timedelta(days=8))
    send_digests(InSilence())
    send_digests(InSilence())
    assert len(mail.outbox) == 1
    post.refresh_from_db()
    assert post.sent_at
    assert post.sent_at >= NOW


@pytest.mark.django_db
def test_what_somebody_has_read_is_no_news(heron: Participant) -> None:
    thread = make_thread(by=heron, at=NOW - timedelta(hours=3))
    wants(heron)
    make_entry(thread=thread, by=make_participant("Ibis", consultation=heron.consultation), at=NOW)
    read_up(at=NOW + timedelta(seconds=1), by=heron)
    send_digests(InSilence())
    assert mail.outbox == []


@pytest.mark.django_db
def test_nobody_who_left_and_nobody_of_a_closed_consultation_gets_mail(heron: Participant) -> None:
    wants(heron)
    news_for(heron)
    move_to(heron.consultation, Phase.CLOSED)
    send_digests(InSilence())
    move_to(heron.consultation, Phase.DISCUSS)
    Participant.objects.filter(pk=heron.pk).update(left_at=NOW)
    send_digests(InSilence())
    assert mail.outbox == []


@pytest.mark.django_db
def test_the_next_round_is_planned_once_while_anybody_wants_a_digest(heron: Participant) -> None:
    wants(heron, days_ago=0)
    send_digests(InSilence())
    send_digests(InSilence())
    assert Job.objects.filter(work="suivi.discussions.tasks.send_digests").count() == 1
    Post.objects.all().delete()
    Job.objects.all().delete()
    send_digests(InSilence())
    assert not Job.objects.exists()


@pytest.mark.django_db
def test_two_workers_send_a_digest_once(heron: Participant) -> None:
    wants(heron)
    one, other = Post.objects.get(), Post.objects.get()
    assert note_sent(post=one, at=NOW, by="suivi")
    assert not note_sent(post=other, at=NOW, by="suivi")


@pytest.mark.django_db
def test_the_address_cannot_be_read_in_the_database_or_the_history(heron: Participant) -> None:
    post = wants(heron)
    with connection.cursor() as cursor:
        cursor.execute("SELECT address FROM discussions_post")
        kept = cursor.fetchone()[0]
    assert ADDRESS not in kept
    assert unsealed(post.address) == ADDRESS
    assert ADDRESS not in "".join(str(event.details) for event in Event.objects.all())


def test_another_secret_key_opens_nothing(settings: Settings) -> None:
    kept = sealed(ADDRESS)
    settings.SECRET_KEY = "another"
    assert unsealed(kept) == ""


@pytest.mark.django_db
def test_an_address_is_given_and_taken_away_on_one_page(heron: Participant) -> None:
    phone, address = guest(heron), f"/consultations/{heron.consultation.key}/discussion/post/"
    assert phone.post(address, {"address": "no address", "frequency": "daily"}).status_code == 400
    phone.post(address, {"address": ADDRESS, "frequency": "weekly"})
    page = phone.get(address).text
    assert "An address is kept for you" in page
    assert ADDRESS not in page
    phone.post(address, {"stop": "1"})
    assert not Post.objects.exists()


@pytest.mark.django_db
def test_the_link_in_a_mail_stops_it_when_the_button_is_pressed_and_not_when_it_is_opened(heron: Participant) -> None:
    link = f"/stop/{stop_token(wants(heron).key)}/"
    assert "Press the button" in Client().get(link).text
    assert Post.objects.exists()
    Client().post(link)
    assert not Post.objects.exists()
    assert "No messages go out by this link any more" in Client().get(link).text
    assert "No messages go out by this link any more" in Client().get("/stop/made-up/").text


def test_a_link_stops_nothing_when_it_is_too_old_or_was_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    token = stop_token("k3y")
    assert (stopped_by(token), stopped_by(f"{token}x"), stopped_by("k3y")) == ("k3y", "", "")
    later = datetime.now(tz=ZoneInfo("UTC")).timestamp() + STOP_LASTS + 1
    monkeypatch.setattr("django.core.signing.time.time", lambda: later)
    assert stopped_by(token) == ""


@pytest.mark.django_db
def test_a_server_without_mail_offers_no_digest(heron: Participant, settings: Settings) -> None:
    settings.MAIL_FROM = ""
    phone, address = guest(heron), f"/consultations/{heron.consultation.key}/discussion/"
    assert "This server sends no mail" in phone.get(f"{address}post/").text
    assert phone.post(f"{address}post/", {"address": ADDRESS, "frequency": "daily"}).status_code == 403
    assert "Digest by mail" not in phone.get(f"{address}waiting/").text
    with pytest.raises(Refused):
        wants(again(heron))


def test_digests_go_out_at_one_hour_for_all() -> None:
    zone = ZoneInfo("UTC")
    waits = [until_next_round(datetime(2026, 5, 4, hour, 30, tzinfo=zone)) for hour in (5, 6, 23)]
    assert [wait.total_seconds() / 3600 for wait in waits] == [0.5, 23.5, 6.5]
