"""The pages of papers: what is offered, in which form and language, and what is refused with a sentence."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
import pytest
import segno
from django.conf import settings
from django.test import Client
from django.utils import timezone

from suivi.coalitions.tests.factories import make_coalition
from suivi.consultations.models import Door, Session
from suivi.consultations.rules import Room
from suivi.consultations.tests.factories import make_consultation
from suivi.record.models import Entry
from suivi.record.rules import Position
from suivi.record.tests.conftest import SigningIn, signed_in
from suivi.record.tests.factories import make_recommendation, make_response
from suivi.reports.contents import recommendations as builder
from suivi.reports.formats.press import WRITERS
from suivi.reports.rules import FORMS, Form
from undocs import guarded

__all__ = ["signed_in"]

pytestmark = pytest.mark.django_db
LIST = "/papers/recommendations/list"
COLUMNS = {"number": 2, "text": 3, "states": 4}
QUERIES = 5


@pytest.fixture
def mara(signed_in: SigningIn) -> Client:
    return signed_in()


def page(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status
    return answer.content.decode()


def table(client: Client, query: str = "") -> list[list[str]]:
    answer = client.get(f"{LIST}.csv?{query}")
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))


def make_agenda(title: str = "Three days in May", **known: Any) -> Session:
    consultation = make_consultation(title, **known)
    begins = timezone.now()
    return Session.objects.create(
        consultation=consultation, title="Opening", starts_at=begins, ends_at=begins + timedelta(hours=1), place="Hall"
    )


def test_there_is_a_writer_for_each_form_that_is_offered() -> None:
    assert set(WRITERS) == set(Form) == {form for forms in FORMS.values() for form in forms}


@pytest.mark.parametrize(
    ("form", "begins"),
    [("docx", b"PK"), ("xlsx", b"PK"), ("pdf", b"%PDF"), ("html", b"<!doctype html>"), ("csv", "\ufeff".encode())],
)
def test_the_list_comes_in_every_form(mara: Client, form: str, begins: bytes) -> None:
    make_recommendation(text="End torture")
    answer = mara.get(f"{LIST}.{form}")
    assert (answer.status_code, answer.content.startswith(begins)) == (200, True)
    shown = "inline" if form == "html" else "attachment"
    assert answer["Content-Disposition"] == f'{shown}; filename="recommendations-xor-4-en.{form}"'


def test_a_form_or_a_paper_that_there_is_not_is_missing(mara: Client) -> None:
    make_recommendation()
    assert [mara.get(f"{path}").status_code for path in (f"{LIST}.exe", "/papers/will/list.pdf")] == [404, 404]


def test_the_web_page_may_load_its_own_style_and_nothing_else(mara: Client) -> None:
    make_recommendation()
    policy = mara.get(f"{LIST}.html")["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy


def test_the_list_holds_what_the_records_list_shows(mara: Client) -> None:
    make_recommendation(number="128.1", text="End torture", position=Position.SUPPORTED)
    make_recommendation(number="128.2", text="Protect children", position=Position.NOTED)
    assert [row[2] for row in table(mara)[1:]] == ["128.1", "128.2"]
    assert [row[2] for row in table(mara, "all=1&q=torture")[1:]] == ["128.1"]
    assert [row[2] for row in table(mara, "all=1&q=&position=noted")[1:]] == ["128.2"]
    assert [row[2] for row in table(mara, "pick=XOR/4/128.2")[1:]] == ["128.2"]


def test_the_words_of_a_paper_are_in_the_language_chosen_and_those_of_the_record_as_they_came(mara: Client) -> None:
    make_recommendation(text="End torture", states=["NOR"])
    [head, row] = table(mara, "language=fr")
    assert row[3:5] == ["End torture", "Norvège"]
    assert head != table(mara)[0]
    assert table(mara, "language=xx")[0] == table(mara)[0]


def test_figures_lead_to_the_list_that_shows_them(mara: Client) -> None:
    make_recommendation(number="128.1", position=Position.SUPPORTED)
    make_recommendation(number="128.2", position=Position.NOTED)
    shown = page(mara, f"{LIST}/")
    assert "2 recommendations" in shown
    assert "/recommendations/?q=&amp;state=XOR&amp;cycle=4&amp;position=noted" in shown


def test_a_paper_whose_positions_do_not_follow_from_the_answers_is_refused(mara: Client) -> None:
    asked = make_recommendation(position=Position.SUPPORTED)
    make_response(asked, position=Position.NOTED)
    assert "does not follow from the answers" in page(mara, f"{LIST}.csv", status=409)


def test_a_paper_that_would_tell_of_fewer_than_the_record_holds_is_refused(mara: Client) -> None:
    make_recommendation(number="128.1")
    lost = make_recommendation(number="128.2")
    Entry.objects.filter(recommendation=lost.pk).delete()
    assert "1 recommendations where the record holds 2" in page(mara, f"{LIST}.docx", status=409)


def test_more_than_fits_on_paper_leaves_as_a_sheet(mara: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(builder, "MOST_ON_PAPER", 1)
    make_recommendation(number="128.1")
    make_recommendation(number="128.2")
    assert "2 recommendations are too many for one paper" in page(mara, f"{LIST}.docx", status=409)
    assert 'value="xlsx"' in page(mara, f"{LIST}/")
    assert len(table(mara)) == 3


def test_the_list_that_left_as_excel_can_be_imported_again(mara: Client, tmp_path: Path) -> None:
    make_recommendation(number="128.1", text="End torture", states=["NOR", "CHL"], position=Position.NOTED)
    make_recommendation(number="128.2", text="Protégez les enfants", states=["FRA"], position=Position.SUPPORTED)
    for language in ("en", "fr", "ar"):
        file = tmp_path / f"{language}.xlsx"
        file.write_bytes(mara.get(f"{LIST}.xlsx?language={language}").content)
        mapping = guarded.columns(file)["guess"] if language == "en" else COLUMNS
        read = guarded.read_mapped(file, mapping).recommendations
        assert [(each.number, each.text, each.states) for each in read] == [
            ("128.1", "End torture", ["NOR", "CHL"]),
            ("128.2", "Protégez les enfants", ["FRA"]),
        ]


def test_nothing_found_is_said_and_not_printed(mara: Client) -> None:
    make_recommendation()
    assert "nothing to print" in page(mara, f"{LIST}.pdf?all=1&q=nowhere", status=409)


def test_a_form_chosen_leads_to_the_file_and_keeps_the_search(mara: Client) -> None:
    make_recommendation()
    answer = mara.get(f"{LIST}/?all=1&q=torture&language=ar&form=docx")
    assert (answer.status_code, answer["Location"]) == (302, f"{LIST}.docx?all=1&q=torture&language=ar")
    assert 'name="q" value="torture"' in page(mara, f"{LIST}/?all=1&q=torture")


def test_the_agenda_is_printed_day_by_day(mara: Client) -> None:
    session = make_agenda()
    shown = page(mara, f"/papers/agenda/{session.consultation.key}.html")
    assert all(words in shown for words in ("Three days in May", "Opening", "Hall"))


def test_an_agenda_with_nothing_on_it_is_not_printed(mara: Client) -> None:
    assert "Nothing is on the agenda" in page(mara, f"/papers/agenda/{make_consultation().key}.pdf", status=409)


def test_the_poster_shows_the_code_while_the_door_is_open(mara: Client) -> None:
    consultation = make_consultation()
    assert "door of this consultation is closed" in page(mara, f"/papers/poster/{consultation.key}.html", status=409)
    Door.objects.create(consultation=consultation, code="krvb4tnx", closes_at=timezone.now() + timedelta(days=1))
    shown = page(mara, f"/papers/poster/{consultation.key}.html")
    assert "KRVB 4TNX" in shown
    assert "QR code that opens" in shown


def test_the_poster_in_print_can_be_scanned(mara: Client) -> None:
    consultation = make_consultation()
    Door.objects.create(consultation=consultation, code="krvb4tnx", closes_at=timezone.now() + timedelta(days=1))
    document = pypdfium2.PdfDocument(mara.get(f"/papers/poster/{consultation.key}.pdf").content)
    wanted = np.array(list(segno.make(f"{settings.ADDRESS}/join/krvb4tnx/", error="m", micro=False).matrix)) > 0
    assert np.array_equal(_squares(document[0].render(scale=4).to_numpy()[:, :, 0] < 128, len(wanted)), wanted)


def _squares(dark: np.ndarray[Any, Any], count: int) -> np.ndarray[Any, Any]:
    """Return the squares of the largest drawing on a page: the rows that hold the most ink, from edge to edge."""
    middle = dark[:, dark.shape[1] // 4 : 3 * dark.shape[1] // 4]
    inked = np.flatnonzero(middle.any(axis=1))
    runs = np.split(inked, np.flatnonzero(np.diff(inked) > 1) + 1)
    rows = max(runs, key=len)
    columns = np.flatnonzero(dark[rows].any(axis=0))
    at = (np.arange(count) + 0.5) / count
    down = (rows[0] + at * (rows[-1] + 1 - rows[0])).astype(int)
    across = (columns[0] + at * (columns[-1] + 1 - columns[0])).astype(int)
    return dark[np.ix_(down, across)]


def test_the_poster_is_for_those_who_run_the_consultation(signed_in: SigningIn) -> None:
    consultation = make_consultation()
    assert signed_in("member").get(f"/papers/poster/{consultation.key}.pdf").status_code == 403


def test_papers_of_another_coalition_are_missing(mara: Client) -> None:
    session = make_agenda(coalition=make_coalition("Elsewhere"))
    assert mara.get(f"/papers/agenda/{session.consultation.key}.pdf").status_code == 404
    assert "Three days" not in page(mara, "/papers/")


def test_officials_find_the_papers_of_the_dialogue_alone(signed_in: SigningIn) -> None:
    make_agenda("Among ourselves")
    make_agenda("With the ministry", room=Room.DIALOGUE)
    shown = page(signed_in("official"), "/papers/")
    assert ("With the ministry" in shown, "Among ourselves" in shown) == (True, False)


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_of_papers_costs_the_same_for_one_consultation_and_for_three(
    mara: Client, count: int, django_assert_num_queries: Any
) -> None:
    for _each in range(count):
        make_agenda()
    mara.get("/papers/")
    with django_assert_num_queries(QUERIES):
        mara.get("/papers/")
