"""Writing: an entry, an answer, a new thread, a change, withdrawing, a translation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from suivi.common.pages import page
from suivi.consultations.once import exactly_once
from suivi.consultations.visits import for_participants, seated
from suivi.discussions.actions.entries import (
    About,
    begin_thread,
    edit_entry,
    put_back_entry,
    withdraw_entry,
    write_entry,
)
from suivi.discussions.actions.translating import ask_translation
from suivi.discussions.forms.entries import BeginForm, EditForm, EntryForm, OwnReasonForm, ReasonForm
from suivi.discussions.leading import address_of
from suivi.discussions.models import Thread
from suivi.discussions.permissions import (
    can_edit_entry,
    can_put_back_entry,
    can_withdraw_entry,
    can_write,
)
from suivi.discussions.queries.places import clusters_in
from suivi.discussions.views.finding import found_entry, found_recommendation, found_strategy, found_thread
from suivi.discussions.views.showing import language_of_reader, show_thread
from suivi.discussions.views.strategies import show_strategy

if TYPE_CHECKING:
    from django.http import HttpResponse

    from suivi.consultations.presence import VisitRequest
    from suivi.discussions.models import Entry


@for_participants
@require_http_methods(["GET", "HEAD", "POST"])
@exactly_once
def begin(request: VisitRequest, key: str) -> HttpResponse:
    """Begin a thread about a cluster, or about what its title says."""
    visit = request.visit
    can_write(visit).require()
    initial = {"language": _language(request), "cluster": request.GET.get("cluster"), "title": request.GET.get("title")}
    offered = {"clusters": clusters_in(visit.consultation), "consultation": visit.consultation, "initial": initial}
    form = BeginForm(request.POST or None, **offered)
    if not form.is_valid():
        address = reverse("discussions:recommendations", args=(key,))
        context = {"form": form, "recommendations_address": address}
        return page(request, "discussions/begin.html", context, status=400 if form.is_bound else 200)
    about = About(title=form.cleaned_data["title"], cluster=form.chosen_cluster)
    entry = begin_thread(about=about, **_told(form), at=timezone.now(), by=seated(request))
    return _to(request, entry)


@for_participants
@require_POST
@exactly_once
def write(request: VisitRequest, key: str, thing: str) -> HttpResponse:
    """Write in a thread, or answer an entry of it."""
    thread = found_thread(request, thing)
    can_write(request.visit).require()
    form = EntryForm(request.POST, consultation=request.visit.consultation)
    if not form.is_valid():
        return show_thread(request, thread, form)
    answers = thread.entries.select_related("answers", "written_by").filter(key=request.POST.get("answers", "")).first()
    told = {**_told(form), "answers": answers}
    return _to(request, write_entry(thread=thread, **told, at=timezone.now(), by=seated(request)))


@for_participants
@require_POST
@exactly_once
def write_on_recommendation(request: VisitRequest, key: str, number: str) -> HttpResponse:
    """Write the first entry about a recommendation."""
    one = found_recommendation(request, number)
    can_write(request.visit).require()
    form = EntryForm(request.POST, consultation=request.visit.consultation)
    if not form.is_valid():
        return show_thread(request, Thread(consultation=request.visit.consultation, recommendation=one), form)
    entry = begin_thread(about=About(recommendation=one), **_told(form), at=timezone.now(), by=seated(request))
    return _to(request, entry)


@for_participants
@require_POST
@exactly_once
def write_on_strategy(request: VisitRequest, key: str, thing: str) -> HttpResponse:
    """Write the first entry about a strategy."""
    strategy = found_strategy(request, thing)
    can_write(request.visit).require()
    form = EntryForm(request.POST, consultation=request.visit.consultation)
    if not form.is_valid():
        return show_strategy(request, strategy, form)
    entry = begin_thread(about=About(strategy=strategy), **_told(form), at=timezone.now(), by=seated(request))
    return _to(request, entry)


@for_participants
@require_http_methods(["GET", "HEAD", "POST"])
@exactly_once
def edit(request: VisitRequest, key: str, thing: str) -> HttpResponse:
    """Change what an entry says."""
    entry = found_entry(request, thing)
    can_edit_entry(request.visit, entry).require()
    form = EditForm(request.POST or None, initial={"text": entry.text, "language": entry.language})
    if not form.is_valid():
        context = {"form": form, "entry": entry}
        return page(request, "discussions/edit.html", context, status=400 if form.is_bound else 200)
    return _to(request, edit_entry(entry=entry, **form.cleaned_data, at=timezone.now(), by=seated(request)))


@for_participants
@require_http_methods(["GET", "HEAD", "POST"])
@exactly_once
def withdraw(request: VisitRequest, key: str, thing: str) -> HttpResponse:
    """Withdraw an entry; where it is somebody else's, say why."""
    entry, visit = found_entry(request, thing), request.visit
    can_withdraw_entry(visit, entry).require()
    own = bool(visit.participant) and visit.participant == entry.written_by
    form = (OwnReasonForm if own else ReasonForm)(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        context = {"form": form, "entry": entry, "own": own}
        return page(request, "discussions/withdraw.html", context, status=400 if form.is_bound else 200)
    withdraw_entry(entry=entry, **form.cleaned_data, at=timezone.now(), by=seated(request))
    messages.success(request, _("Withdrawn. Its author is told why.") if not own else _("Withdrawn."))
    return _to(request, entry)


@for_participants
@require_POST
def put_back(request: VisitRequest, key: str, thing: str) -> HttpResponse:
    """Show a withdrawn entry again."""
    entry = found_entry(request, thing)
    can_put_back_entry(request.visit, entry).require()
    return _to(request, put_back_entry(entry=entry, by=seated(request)))


@for_participants
@require_POST
def translate(request: VisitRequest, key: str, thing: str) -> HttpResponse:
    """Ask for a machine translation of an entry into the reader's language."""
    entry = found_entry(request, thing)
    by = seated(request)
    ask_translation(entry=entry, language=language_of_reader(), at=timezone.now(), by=by)
    messages.success(request, _("Asked for. The translation will stand beside the original in a moment."))
    return _to(request, entry)


def _told(form: EntryForm) -> dict[str, Any]:
    mention = form.cleaned_data["mention"]
    told = {"text": form.cleaned_data["text"], "language": form.cleaned_data["language"]}
    return {**told, "mentioned": [mention] if mention else []}


def _language(request: VisitRequest) -> str:
    return (request.visit.participant.language if request.visit.participant else "") or language_of_reader()


def _to(request: VisitRequest, entry: Entry) -> HttpResponse:
    """Lead to an entry, wherever its thread is shown."""
    return HttpResponseRedirect(address_of(request.visit.consultation, entry))
