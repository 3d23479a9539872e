"""The child process that prints: it gives what the writers give, knows nothing of us, and lets others wait."""

from __future__ import annotations

import subprocess
import threading
from dataclasses import replace

import pytest

from suivi.reports import printing
from suivi.reports.formats.model import Paper, Section, Table, theirs
from suivi.reports.formats.packing import packed, unpacked
from suivi.reports.formats.press import WRITERS, printed
from suivi.reports.printing import Busy, print_paper
from suivi.reports.tests.samples import SENTENCES, hostile, sample


@pytest.mark.parametrize("language", SENTENCES)
def test_a_paper_that_travels_as_json_stays_the_same(language: str) -> None:
    assert unpacked(packed(sample(language))) == sample(language)
    assert unpacked(packed(hostile())) == hostile()


@pytest.mark.parametrize("form", ["html", "csv"])
def test_the_child_writes_what_the_writers_write(form: str) -> None:
    assert print_paper(sample("ar"), form) == printed(sample("ar"), form)


@pytest.mark.parametrize(("form", "begins"), [("docx", b"PK"), ("xlsx", b"PK"), ("pdf", b"%PDF")])
def test_the_child_writes_every_form(form: str, begins: bytes) -> None:
    assert print_paper(sample("zh"), form).startswith(begins)


def test_no_form_needs_django_or_the_database() -> None:
    code = (
        "import sys; from suivi.reports.formats.press import WRITERS, printed;"
        "from suivi.reports.formats.packing import unpacked; paper = unpacked(sys.stdin.buffer.read());"
        "[printed(paper, form) for form in WRITERS]; print([name for name in sys.modules if name.startswith('django')])"
    )
    told = subprocess.run(  # noqa: S603  a command of our own
        [printing._PRESS[0], "-I", "-c", code], input=packed(sample()).encode(), capture_output=True, check=True
    )
    assert told.stdout.decode().strip() == "[]"


def test_whoever_waits_too_long_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "_PATIENCE", 0.01)
    monkeypatch.setattr(printing, "_TURN", threading.BoundedSemaphore(1))
    with printing._TURN, pytest.raises(Busy):
        print_paper(sample(), "csv")


def test_after_a_paper_that_failed_the_next_one_is_printed() -> None:
    without = replace(sample(), sections=(Section(()),))
    with pytest.raises(subprocess.CalledProcessError):
        print_paper(without, "csv")
    assert print_paper(sample(), "csv")


@pytest.mark.parametrize(
    ("words", "language", "found"),
    [
        ("Lina", "en", ""),
        ("لينا", "ar", ""),
        ("لينا", "en", "ar"),
        ("Lina", "ar", "und"),
        ("128.1", "ar", ""),
        ("防止酷刑", "en", "zh"),
        ("لجنة CAT", "en", "ar"),
    ],
)
def test_what_somebody_typed_runs_as_its_letters_do(words: str, language: str, found: str) -> None:
    assert theirs(words, language).language == found


def test_every_form_has_its_writer() -> None:
    table = Table("t", sample().tables[0].columns, ())
    paper = Paper("Empty", "en", (Section((table,)),))
    assert {form for form in WRITERS if printed(paper, form)} == set(WRITERS)
