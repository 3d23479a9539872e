"""Inviting by a list: what is wrong row by row, single invitations, and a sheet to print that shows each link once."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from django.utils.translation import override

from suivi.coalitions.models import Invitation, Membership, Organisation
from suivi.coalitions.queries.lists import known_for
from suivi.coalitions.rules.lists import MOST_ROWS, Row, read_list
from suivi.coalitions.tests.factories import make_invitation, make_member, make_organisation, signed_in

pytestmark = pytest.mark.django_db

HEADER = ("Name", "Role", "Organisation", "Language")


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    """Say sentences in English, whatever language the page before was in; and leave no other behind."""
    with override("en"):
        yield


@pytest.fixture
def mara() -> Membership:
    """Return a coordinator beside whom another keeps people too."""
    make_member("tomas", role="custodian")
    return make_member("mara")


def _sheet(rows: Sequence[Sequence[str]]) -> SimpleUploadedFile:
    book, file = openpyxl.Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    book.save(file)
    return SimpleUploadedFile("people.xlsx", file.getvalue())


def _csv(*lines: str) -> SimpleUploadedFile:
    return SimpleUploadedFile("people.csv", "\n".join(lines).encode())


def _brought(client: Client, file: SimpleUploadedFile) -> Any:
    return client.post("/people/invite/list/", {"sheet": file})


def _read(membership: Membership, *rows: Sequence[str]) -> list[Row]:
    found = read_list(rows, known_for(membership.coalition, timezone.now()))
    assert found is not None
    return found


def test_a_list_becomes_single_invitations_each_shown_once(
    mara: Membership, capsys: pytest.CaptureFixture[str]
) -> None:
    legal_aid = make_organisation(coalition=mara.coalition)
    client = signed_in(mara)
    people = [
        ("Heron", "observer", "legal aid network", "ar"),
        ("Wren", "", "River Women", ""),
        ("Swift", "convenor", "", "French"),
    ]
    checked = _brought(client, _sheet([HEADER, *people]))
    assert checked.status_code == 200
    assert "River Women" in checked.content.decode()
    assert not Invitation.objects.exists()
    printed = client.post("/people/invite/list/make/", {"rows": checked.context["sealed"]})
    made = {each.meant_for: each for each in Invitation.objects.all()}
    assert {name: (each.role_key, each.language) for name, each in made.items()} == {
        "Heron": ("observer", "ar"),
        "Wren": ("member", ""),
        "Swift": ("convenor", "fr"),
    }
    assert made["Heron"].organisation == legal_aid
    assert made["Wren"].organisation == Organisation.objects.get(name="River Women")
    page = printed.content.decode()
    assert page.count('class="slip"') == 3
    assert 'lang="ar" dir="rtl"' in page
    tokens = [slip.link.partition("by=")[2] for slip in printed.context["slips"]]
    assert all(token in page for token in tokens)
    capsys.readouterr()
    call_command("dumpdata", "coalitions", "history", "sessions")
    kept = capsys.readouterr().out
    assert not any(token in kept for token in tokens)
    assert all(Client().get(f"/invitation/?by={token}", follow=True).status_code == 200 for token in tokens)


def test_a_printed_invitation_opens_in_its_own_language(mara: Membership) -> None:
    client = signed_in(mara)
    checked = _brought(client, _csv("Name,Language", "Heron,fr"))
    printed = client.post("/people/invite/list/make/", {"rows": checked.context["sealed"]})
    newcomer = Client()
    page = newcomer.get(
        printed.context["slips"][0].link.partition("/invitation")[2].join(["/invitation", ""]), follow=True
    )
    assert '<html lang="fr"' in page.content.decode()


def test_each_row_says_what_is_wrong_with_it(mara: Membership) -> None:
    make_invitation(by=mara, meant_for="Already Invited")
    rows = _read(
        mara,
        ("Participants of the workshop",),
        HEADER,
        ("Heron", "observer", "", ""),
        ("", "member", "", ""),
        ("Wren", "minister", "", ""),
        ("Swift", "member", "", "Klingon"),
        ("heron", "member", "", ""),
        ("MARA", "member", "", ""),
        ("Already invited", "member", "", ""),
        ("x" * 61, "", "y" * 121, ""),
        ("Short row",),
    )
    assert [(row.number, row.wrong) for row in rows] == [
        (3, []),
        (4, ["The name is missing."]),
        (5, ["“minister” is no role here."]),
        (6, ["“Klingon” is no language of these pages."]),
        (7, ["Somebody of this name is here, invited, or higher up in the list."]),
        (8, ["Somebody of this name is here, invited, or higher up in the list."]),
        (9, ["Somebody of this name is here, invited, or higher up in the list."]),
        (10, ["The name is longer than 60 characters.", "The organisation's name is longer than 120 characters."]),
        (11, []),
    ]


def test_columns_and_roles_are_known_in_every_language_of_the_pages_and_in_any_order(mara: Membership) -> None:
    rows = _read(mara, ("Langue", "Nom", "Rôle"), ("français", "Heron", "observateur"), ("العربية", "Wren", "عضو"))
    assert [(row.name, row.role_key, row.language, row.wrong) for row in rows] == [
        ("Heron", "observer", "fr", []),
        ("Wren", "member", "ar", []),
    ]


def test_rows_that_are_wrong_are_left_out_and_the_rest_is_made(mara: Membership) -> None:
    client = signed_in(mara)
    checked = _brought(client, _csv("Name;Role", "Heron;observer", "Wren;minister"))
    assert "1 row cannot be used" in checked.content.decode()
    client.post("/people/invite/list/make/", {"rows": checked.context["sealed"]})
    assert [each.meant_for for each in Invitation.objects.all()] == ["Heron"]


def test_sending_it_twice_invites_once(mara: Membership) -> None:
    client = signed_in(mara)
    sealed = _brought(client, _csv("Name", "Heron")).context["sealed"]
    assert client.post("/people/invite/list/make/", {"rows": sealed}).status_code == 200
    assert client.post("/people/invite/list/make/", {"rows": sealed}).status_code == 400
    assert Invitation.objects.count() == 1


def test_what_nobody_looked_at_or_somebody_else_looked_at_makes_nothing(mara: Membership) -> None:
    sealed = _brought(signed_in(mara), _csv("Name", "Heron")).context["sealed"]
    tomas = Membership.objects.get(person__handle="tomas")
    for client, rows in ((signed_in(tomas), sealed), (signed_in(mara), sealed[:-2]), (signed_in(mara), "")):
        assert client.post("/people/invite/list/make/", {"rows": rows}).status_code == 302
    assert not Invitation.objects.exists()


@pytest.mark.parametrize(
    ("file", "says"),
    [
        (SimpleUploadedFile("people.pdf", b"%PDF-1.7 nothing"), "could not be read as a table"),
        (SimpleUploadedFile("people.xlsx", b"PK\x03\x04 broken"), "could not be read as a table"),
        (SimpleUploadedFile("people.csv", b"\x00\x01\x02\x00"), "could not be read as a table"),
        (_csv("Who,What", "Heron,observer"), "No people were found"),
        (_csv("Name,Role"), "No people were found"),
        (_csv("Name", *(f"Person {number}" for number in range(MOST_ROWS + 1))), "more than 200 people"),
    ],
    ids=["pdf", "broken", "binary", "no name", "nobody", "too many"],
)
def test_what_is_no_list_is_refused_with_a_sentence(mara: Membership, file: SimpleUploadedFile, says: str) -> None:
    file.seek(0)
    answer = _brought(signed_in(mara), file)
    assert answer.status_code == 400
    assert says in answer.content.decode()


def test_a_formula_in_a_name_stays_text(mara: Membership) -> None:
    rows = _read(mara, ("Name",), ("=HYPERLINK(1)",), ("<b>Heron</b>",))
    assert [row.name for row in rows] == ["=HYPERLINK(1)", "<b>Heron</b>"]
    checked = _brought(signed_in(mara), _csv("Name", "<b>Heron</b>"))
    assert "<b>Heron" not in checked.content.decode()


def test_the_empty_sheet_has_the_columns_that_are_read(mara: Membership) -> None:
    answer = signed_in(mara).get("/people/invite/list/empty.csv")
    head = answer.content.decode("utf-8-sig").strip().split(",")
    assert head == list(HEADER)


def test_a_hundred_and_fifty_invitations_are_printed_on_one_page(mara: Membership) -> None:
    client = signed_in(mara)
    checked = _brought(client, _csv("Name", *(f"Person {number}" for number in range(150))))
    printed = client.post("/people/invite/list/make/", {"rows": checked.context["sealed"]})
    assert printed.content.decode().count('class="slip"') == Invitation.objects.count() == 150
