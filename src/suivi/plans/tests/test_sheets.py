"""Plans out to Excel and back: nothing is lost, clashes are shown, nothing becomes a formula."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from suivi.coalitions.tests.factories import make_member
from suivi.consultations.models import Consultation
from suivi.consultations.tests.factories import at_the_desk_of, guest, make_consultation, make_participant
from suivi.plans.actions.rows import change_row
from suivi.plans.models import BroughtSheet, Measure
from suivi.plans.queries.lines import cells_of
from suivi.plans.tests.factories import make_measure
from suivi.record.tests.factories import make_recommendation

pytestmark = pytest.mark.django_db
GOAL = 4
"""The place of the goal's column in the workbook, counted from 1."""


@pytest.fixture
def consultation() -> Consultation:
    found = make_consultation()
    make_recommendation(review=found.review, number="128.1")
    return found


@pytest.fixture
def desk(consultation: Consultation) -> Client:
    return at_the_desk_of(make_member("mara"))


@pytest.fixture
def here(consultation: Consultation) -> str:
    return f"/consultations/{consultation.key}/plans/implementation/"


def changed(desk: Client, here: str, change: Callable[[Any], None]) -> bytes:
    """Return the workbook of the plan after somebody changed its sheet in another program."""
    book = openpyxl.load_workbook(io.BytesIO(desk.get(f"{here}workbook.xlsx").content))
    change(book.active)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def brought(desk: Client, here: str, content: bytes, name: str = "plan.xlsx") -> str:
    """Bring a workbook back, and return the address of what it would change."""
    answer = desk.post(f"{here}bring/", {"sheet": SimpleUploadedFile(name, content)})
    assert answer.status_code == 302, answer.text
    return answer.headers["Location"]


def test_what_was_changed_in_excel_comes_back(desk: Client, here: str, consultation: Consultation) -> None:
    row = make_measure(goal="Goal", recommendations="128.1", by=make_participant(consultation=consultation))

    def change(sheet: Any) -> None:
        sheet.cell(2, GOAL).value = "A better goal"
        for place, text in enumerate(["", "", "128.1", "A new line"], start=1):
            sheet.cell(3, place).value = text

    address = brought(desk, here, changed(desk, here, change))
    assert "A better goal" in desk.get(address).text
    desk.post(address)
    row.refresh_from_db()
    assert (row.goal, [measure.goal for measure in Measure.objects.exclude(pk=row.pk)]) == (
        "A better goal",
        ["A new line"],
    )


def test_the_same_workbook_again_changes_nothing(desk: Client, here: str, consultation: Consultation) -> None:
    make_measure(goal="Goal", by=make_participant(consultation=consultation))

    def change(sheet: Any) -> None:
        sheet.cell(2, GOAL).value = "A better goal"
        sheet.cell(3, GOAL).value = "A new line"

    content = changed(desk, here, change)
    desk.post(brought(desk, here, content))
    rows = {row.key: cells_of(row) for row in Measure.objects.all()}
    address = brought(desk, here, content)
    assert "Nothing would change" in desk.get(address).text
    desk.post(address)
    assert {row.key: cells_of(row) for row in Measure.objects.all()} == rows


def test_a_clash_is_shown_and_overwrites_nothing_unless_chosen(
    desk: Client, here: str, consultation: Consultation
) -> None:
    heron = make_participant(consultation=consultation)
    row = make_measure(goal="Goal", by=heron)
    content = changed(desk, here, lambda sheet: setattr(sheet.cell(2, GOAL), "value", "From Excel"))
    change_row(row=row, cells={"goal": "From the phone"}, based_on=1, at=timezone.now(), by=heron)
    address = brought(desk, here, content)
    page = desk.get(address).text
    assert all(words in page for words in ("From Excel", "From the phone", "changed here and in the workbook"))
    desk.post(address)
    row.refresh_from_db()
    assert row.goal == "From the phone"
    desk.post(brought(desk, here, content), {"take": "2/goal"})
    row.refresh_from_db()
    assert row.goal == "From Excel"


def test_a_line_that_nobody_understands_is_left_out_and_told(
    desk: Client, here: str, consultation: Consultation
) -> None:
    make_measure(goal="Goal", by=make_participant(consultation=consultation))
    content = changed(desk, here, lambda sheet: setattr(sheet.cell(2, 3), "value", "999.1"))
    address = brought(desk, here, content)
    assert "The review has no recommendation 999.1." in desk.get(address).text
    desk.post(address)
    assert Measure.objects.get().version == 1


def test_no_cell_becomes_a_formula(desk: Client, here: str, consultation: Consultation) -> None:
    make_measure(goal="=1+1", indicator="@SUM(A1)", by=make_participant(consultation=consultation))
    sheet = openpyxl.load_workbook(io.BytesIO(desk.get(f"{here}workbook.xlsx").content)).active
    assert sheet
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} == {"s"}
    address = brought(desk, here, desk.get(f"{here}workbook.xlsx").content)
    assert "Nothing would change" in desk.get(address).text


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.xlsx", b"PK\x03\x04 broken"), ("a.csv", b"a,b\n1,2\n"), ("a.txt", b""), ("a.pdf", b"%PDF-1.7")],
)
def test_another_file_gets_a_sentence_and_leaves_no_trace(desk: Client, here: str, name: str, content: bytes) -> None:
    answer = desk.post(f"{here}bring/", {"sheet": SimpleUploadedFile(name, content)})
    assert answer.status_code == 400
    assert 'class="errorlist"' in answer.text or "error" in answer.text
    assert not BroughtSheet.objects.exists()


def test_nobody_looks_into_a_sheet_that_somebody_else_brought(
    desk: Client, here: str, consultation: Consultation
) -> None:
    make_measure(goal="Goal", by=make_participant(consultation=consultation))
    address = brought(desk, here, desk.get(f"{here}workbook.xlsx").content)
    other = guest(make_participant("Swift", consultation=consultation))
    assert other.get(address).status_code == 404
