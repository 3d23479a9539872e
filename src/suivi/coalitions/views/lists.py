"""Inviting by a list: bring a sheet, look what is wrong row by row, then print an invitation for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core import signing
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from suivi.coalitions.actions.lists import invite_list
from suivi.coalitions.forms import ListForm
from suivi.coalitions.permissions import can_keep_people
from suivi.coalitions.permissions.doors import can_invite_many
from suivi.coalitions.queries.lists import known_for
from suivi.coalitions.rules import ROLES
from suivi.coalitions.rules.lists import COLUMNS, MOST_ROWS, Row, checked, read_list
from suivi.coalitions.squares import square
from suivi.coalitions.views.links import invitation_link
from suivi.common.cells import csv_table
from suivi.common.pages import page
from undocs import guarded
from undocs.refusals import Unreadable

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

    from suivi.coalitions.models import Invitation
    from suivi.coalitions.requests import MemberRequest

SALT, AN_HOUR = "suivi.coalitions.lists", 60 * 60
HEADER_AND_ONE = 12
"""Rows read beyond the most that may be invited: titles above the header, and one to know that there are too many."""


@dataclass(frozen=True, slots=True)
class Slip:
    """One printed invitation."""

    invitation: Invitation
    link: str
    square: str


@require_http_methods(["GET", "HEAD", "POST"])
def bring_list(request: MemberRequest) -> HttpResponse:
    """Take a list, and show what is wrong in it; nothing is kept on the way."""
    can_keep_people(request.membership).require()
    may_invite = can_invite_many(request.membership)
    form = ListForm(request.POST, request.FILES) if request.method == "POST" else ListForm()
    if form.is_bound and form.is_valid():
        may_invite.require()
        rows = _read(form, request)
        if rows is not None:
            return _check(request, rows)
    roles = [str(role.label) for role in ROLES.values()]
    context = {"form": form, "may_invite": may_invite, "columns": COLUMNS, "roles": roles}
    return page(request, "coalitions/list.html", context, status=400 if form.is_bound else 200)


@require_POST
def make_list(request: MemberRequest) -> HttpResponse:
    """Make the invitations of a list that was looked at, and give them as slips to print: this once."""
    can_keep_people(request.membership).require()
    try:
        told = signing.loads(request.POST.get("rows", ""), salt=_salt(request), max_age=AN_HOUR)
    except signing.BadSignature:
        return redirect("coalitions:bring_list")
    now = timezone.now()
    rows = checked([Row(**each) for each in told], known_for(request.membership.coalition, now))
    if all(row.wrong for row in rows):
        return _check(request, rows, status=400)
    made = invite_list(rows=rows, at=now, by=request.membership)
    links = [(invitation, invitation_link(token)) for invitation, token in made]
    slips = [Slip(invitation, link, square(link)) for invitation, link in links]
    return page(request, "coalitions/slips.html", {"slips": slips, "coalition": request.membership.coalition})


@require_safe
def empty_list(request: MemberRequest) -> HttpResponse:
    """Give a sheet to fill in: the names of the columns, in the reader's language."""
    can_keep_people(request.membership).require()
    content = csv_table([str(label) for label in COLUMNS.values()], [])
    disposition = 'attachment; filename="people.csv"'
    return HttpResponse(content, content_type="text/csv; charset=utf-8", headers={"Content-Disposition": disposition})


def _read(form: ListForm, request: MemberRequest) -> list[Row] | None:
    """Return the rows of the list that was brought; None where the form now says what is wrong with it."""
    file: UploadedFile = form.cleaned_data["sheet"]
    try:
        cells = guarded.first_rows(file.temporary_file_path(), MOST_ROWS + HEADER_AND_ONE)  # type: ignore[attr-defined]
    except Unreadable:
        form.add_error("sheet", _("This could not be read as a table. Save it as .xlsx or .csv and bring it again."))
        return None
    rows = read_list(cells, known_for(request.membership.coalition, timezone.now()))
    if not rows:
        form.add_error("sheet", _("No people were found. One column must be called “Name”, with people below it."))
        return None
    if len(rows) > MOST_ROWS:
        said = _("These are more than %(most)d people. Bring them in several lists.")
        form.add_error("sheet", said % {"most": MOST_ROWS})
        return None
    return rows


def _check(request: MemberRequest, rows: list[Row], status: int = 200) -> HttpResponse:
    right = [row for row in rows if not row.wrong]
    known = known_for(request.membership.coalition, timezone.now()).organisations.values()
    context = {
        "rows": [(row, str(ROLES[row.role_key].label) if row.role_key else "") for row in rows],
        "right": right,
        "wrong": len(rows) - len(right),
        "new_organisations": sorted({row.organisation for row in right if row.organisation} - set(known)),
        "sealed": signing.dumps([row.as_json() for row in right], salt=_salt(request), compress=True),
    }
    return page(request, "coalitions/list_check.html", context, status=status)


def _salt(request: MemberRequest) -> str:
    """Bind what was looked at to whoever looked: nobody else can send it."""
    return f"{SALT}.{request.membership.key}"
