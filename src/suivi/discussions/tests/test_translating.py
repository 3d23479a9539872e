"""Machine translations: asked for by a person, done by the worker, shown beside the original and marked."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django import Settings

from suivi.common.decisions import Refused
from suivi.common.jobs.models import Job
from suivi.common.jobs.rules import JobState
from suivi.common.jobs.work import InSilence
from suivi.consultations.tests.factories import guest
from suivi.discussions.actions.entries import edit_entry, withdraw_entry
from suivi.discussions.actions.translating import ask_translation
from suivi.discussions.models import Entry, Translation
from suivi.discussions.tasks import close_translation, translate_entry
from suivi.discussions.tests.factories import again, make_participant, make_thread
from suivi.discussions.translating import Apertium, CannotTranslate, LibreTranslate, translator

NOW = timezone.now()

type Asked = list[dict[str, str]]


class Machine(BaseHTTPRequestHandler):
    """Answers as a LibreTranslate server does, or as `answers` tells it to."""

    asked: Asked = []
    answers: tuple[int, bytes, dict[str, str]] | None = None

    def do_POST(self) -> None:
        said = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        Machine.asked.append({"path": self.path, **said})
        right = json.dumps({"translatedText": f"{said['target']}: {said['q']}"}).encode()
        status, body, headers = Machine.answers or (200, right, {})
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the name that the library gives it
        """Say nothing."""


@pytest.fixture
def machine() -> Iterator[str]:
    """Return the address of a machine on this computer."""
    server = HTTPServer(("127.0.0.1", 0), Machine)
    Machine.asked, Machine.answers = [], None
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/api/"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def entry() -> Entry:
    return make_thread(by=make_participant("Heron", language="fr"), text="Bonjour").entries.get()


def test_libretranslate_is_asked_at_the_one_address_and_with_its_key(machine: str) -> None:
    assert LibreTranslate(machine, "secret").translate("Bonjour", "fr", "en") == "en: Bonjour"
    assert Machine.asked == [
        {
            "path": "/api/translate",
            "q": "Bonjour",
            "source": "fr",
            "target": "en",
            "format": "text",
            "api_key": "secret",
        }
    ]


@pytest.mark.parametrize(
    "answers",
    [
        (302, b"", {"Location": "http://127.0.0.1:9/elsewhere"}),
        (500, b"{}", {}),
        (200, b"not json", {}),
        (200, b"[1]", {}),
        (200, b'{"translatedText": 7}', {}),
        (200, b'{"translatedText": " "}', {}),
        (200, b'{"translatedText": "' + b"x" * 500_000 + b'"}', {}),
        (200, b"[" * 100_000, {}),
    ],
    ids=["leads elsewhere", "broke", "no json", "a list", "a figure", "empty", "too long", "too deep"],
)
def test_what_a_server_says_wrongly_is_no_translation(machine: str, answers: tuple[int, bytes, dict[str, str]]) -> None:
    Machine.answers = answers
    with pytest.raises(CannotTranslate):
        LibreTranslate(machine).translate("Bonjour", "fr", "en")
    assert len(Machine.asked) == 1


@pytest.mark.parametrize("address", ["http://127.0.0.1:1", "ftp://127.0.0.1/", "file:///etc/passwd", "nonsense"])
def test_no_server_and_no_web_address_give_no_translation(address: str) -> None:
    with pytest.raises(CannotTranslate):
        LibreTranslate(address).translate("Bonjour", "fr", "en")


def program(folder: Path, text: str) -> str:
    path = folder / "apertium"
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def test_apertium_is_given_the_text_by_its_standard_input_and_a_pair_that_it_listed(tmp_path: Path) -> None:
    command = program(tmp_path, 'if [ "$1" = -l ]; then printf "  spa-eng\\n  fra-spa\\n"; else echo "$2: $(cat)"; fi')
    machine = Apertium(command)
    assert machine.translate("--help; hola", "es", "en") == "spa-eng: --help; hola"
    with pytest.raises(CannotTranslate, match="No pair"):
        machine.translate("hola", "es", "ar")


@pytest.mark.parametrize("text", ["exit 3", 'if [ "$1" = -l ]; then echo es-en; fi'])
def test_a_command_that_fails_or_says_nothing_gives_no_translation(tmp_path: Path, text: str) -> None:
    with pytest.raises(CannotTranslate):
        Apertium(program(tmp_path, text)).translate("hola", "es", "en")


def test_a_command_that_is_not_installed_gives_no_translation() -> None:
    with pytest.raises(CannotTranslate, match="not installed"):
        Apertium("apertium-that-nobody-has").translate("hola", "es", "en")


def test_which_machine_there_is_follows_from_one_setting(settings: Settings) -> None:
    found = []
    for told in ("", "apertium", "https://translate.example.org"):
        settings.TRANSLATOR = told
        machine = translator()
        found.append((machine.name, machine.leaves_server) if machine else None)
    assert found == [None, ("Apertium", ""), ("LibreTranslate", "translate.example.org")]


@pytest.mark.django_db
def test_without_a_machine_nothing_is_offered(entry: Entry) -> None:
    heron = again(entry.written_by)
    with pytest.raises(Refused, match="no machine translation"):
        ask_translation(entry=entry, language="fr", at=NOW, by=heron)
    assert f"{entry.key}/translate/" not in read(entry, "fr")


@pytest.mark.django_db
def test_the_worker_translates_and_the_page_shows_it_beside_the_original(
    entry: Entry, machine: str, settings: Settings
) -> None:
    settings.TRANSLATOR = machine
    page = read(entry, "fr")
    assert f"{entry.key}/translate/" in page
    assert "127.0.0.1" in page
    phone = guest(again(entry.written_by))
    phone.cookies["language"] = "fr"
    phone.post(f"{discussion(entry)}entries/{entry.key}/translate/")
    job = Job.objects.get(work="suivi.discussions.tasks.translate_entry")
    translate_entry(InSilence(), **job.arguments)
    page = read(entry, "fr")
    assert "LibreTranslate" in page
    assert page.index(">Bonjour<") < page.index("fr: Bonjour")


@pytest.mark.django_db
def test_a_translation_is_asked_for_once_and_again_only_where_it_failed(
    entry: Entry, machine: str, settings: Settings
) -> None:
    settings.TRANSLATOR = machine
    heron = again(entry.written_by)
    for _each in range(2):
        asked = ask_translation(entry=entry, language="fr", at=NOW, by=heron)
    assert Job.objects.count() == 1
    Machine.answers = (500, b"", {})
    translate_entry(InSilence(), translation=asked.pk)
    assert Translation.objects.get().state == "failed"
    Job.objects.update(state=JobState.DONE)
    ask_translation(entry=entry, language="fr", at=NOW, by=heron)
    assert Job.objects.count() == 2


@pytest.mark.django_db
def test_a_translation_of_an_earlier_text_is_not_shown(entry: Entry, machine: str, settings: Settings) -> None:
    settings.TRANSLATOR = machine
    heron = again(entry.written_by)
    asked = ask_translation(entry=entry, language="fr", at=NOW, by=heron)
    translate_entry(InSilence(), translation=asked.pk)
    edit_entry(entry=entry, text="Bonsoir", language="en", at=NOW, by=heron)
    assert "fr: Bonjour" not in read(entry, "fr")


@pytest.mark.django_db
def test_what_was_withdrawn_meanwhile_leaves_this_server_no_more(
    entry: Entry, machine: str, settings: Settings
) -> None:
    settings.TRANSLATOR = machine
    heron = again(entry.written_by)
    asked = ask_translation(entry=entry, language="fr", at=NOW, by=heron)
    withdraw_entry(entry=entry, why="", at=NOW, by=heron)
    translate_entry(InSilence(), translation=asked.pk)
    assert (Machine.asked, Translation.objects.get().state) == ([], "failed")


@pytest.mark.django_db
def test_a_job_that_fails_for_good_says_so_on_the_page(entry: Entry, machine: str, settings: Settings) -> None:
    settings.TRANSLATOR = machine
    asked = ask_translation(entry=entry, language="fr", at=NOW, by=again(entry.written_by))
    close_translation(JobState.FAILED, translation=asked.pk)
    assert Translation.objects.get().state == "failed"


def discussion(entry: Entry) -> str:
    return f"/consultations/{entry.thread.consultation.key}/discussion/"


def read(entry: Entry, language: str) -> str:
    phone = guest(again(entry.written_by))
    phone.cookies["language"] = language
    return phone.get(f"{discussion(entry)}threads/{entry.thread.key}/").text
