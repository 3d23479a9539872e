"""Shows a thread with its entries and the form to write in it; forms in the wrong come back with what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.utils.translation import get_language

from suivi.common.pages import page
from suivi.consultations.permissions import can_run
from suivi.discussions.forms.entries import EntryForm
from suivi.discussions.leading import PER_PAGE, address_to_write
from suivi.discussions.models import Entry
from suivi.discussions.permissions import can_propose, can_write
from suivi.discussions.queries.strategies import strategies_of
from suivi.discussions.queries.threads import first_entries, said
from suivi.discussions.rules.languages import OTHER
from suivi.discussions.translating import translator

if TYPE_CHECKING:
    from django.http import HttpResponse

    from suivi.consultations.presence import VisitRequest
    from suivi.discussions.models import Thread


def language_of_reader() -> str:
    """Return the language in which a page is read: `fr`."""
    return (get_language() or "en").partition("-")[0]


def thread_context(request: VisitRequest, thread: Thread, form: EntryForm | None = None) -> dict[str, Any]:
    """Return what a page about a thread shows; a thread that nobody began yet has no key and no entries."""
    visit, language, machine = request.visit, language_of_reader(), translator()
    there = bool(thread.pk)
    entries = first_entries(thread) if there else Entry.objects.none()
    shown = Paginator(entries, PER_PAGE).get_page(request.GET.get("page"))
    answered = request.POST.get("answers") or request.GET.get("answer", "")
    offered = form or EntryForm(
        consultation=visit.consultation,
        initial={"language": (visit.participant.language if visit.participant else "") or language},
    )
    return {
        "thread": thread,
        "page": shown,
        "said": said(shown, language),
        "write_address": address_to_write(visit.consultation, thread),
        "form": offered,
        "answers": thread.entries.filter(key=answered).select_related("written_by").first() if there else None,
        "may_write": can_write(visit),
        "may_run": can_run(visit),
        "follows": bool(visit.participant and _follows(visit.participant, thread)),
        "machine": machine,
        "reader": language,
        "other": OTHER,
    }


def show_thread(request: VisitRequest, thread: Thread, form: EntryForm | None = None) -> HttpResponse:
    """Render the page of a thread: about a recommendation, a cluster, or what its title says."""
    context = thread_context(request, thread, form)
    if thread.recommendation:
        visit = request.visit
        about = strategies_of(visit.consultation, participant=visit.participant)
        context["strategies"] = about.filter(recommendations=thread.recommendation)
        context["may_propose"] = can_propose(visit)
    return page(request, "discussions/thread.html", context, status=400 if form else 200)


def _follows(participant: Any, thread: Thread) -> bool:
    places = {"recommendation": thread.recommendation} if thread.recommendation else {"thread": thread}
    if "thread" in places and not thread.pk:
        return False
    return participant.follows.filter(**places).exists()
