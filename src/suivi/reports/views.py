"""The pages of papers: what can be printed, one paper with its forms and languages, and the file itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from suivi.common.pages import page
from suivi.reports.contents.builders import BUILDERS
from suivi.reports.contents.offered import offered
from suivi.reports.contents.wanted import Impossible, Unreconciled, Wanted
from suivi.reports.formats.look import policy
from suivi.reports.printing import Busy, print_paper
from suivi.reports.rules import FORMS, TYPES, Form, Kind

if TYPE_CHECKING:
    from suivi.coalitions.requests import MemberRequest
    from suivi.reports.formats.model import Paper


@require_safe
def papers(request: MemberRequest) -> HttpResponse:
    """Show what can be printed."""
    return page(request, "reports/papers.html", {"shelves": offered(request.membership)})


@require_safe
def paper(request: MemberRequest, paper: str, key: str) -> HttpResponse:
    """Show one paper with its forms and languages; with a form chosen, lead to the file."""
    kind = _kind(paper)
    query = request.GET.copy()
    form = (query.pop("form", None) or [""])[-1]
    if form in FORMS[kind]:
        return redirect(f"{reverse('reports:file', args=(paper, key, form))}?{query.urlencode()}")
    query.pop("language", None)
    built = _built(request, kind, key, FORMS[kind][-1])  # the form that holds most
    if isinstance(built, HttpResponse):
        return built
    hidden = [(name, value) for name, values in query.lists() for value in values]
    context = {"paper": built, "kind": kind, "key": key, "forms": FORMS[kind], "hidden": hidden}
    return page(request, "reports/paper.html", context | {"spoken": _language(request)})


@require_safe
def file(request: MemberRequest, paper: str, key: str, form: str) -> HttpResponse:
    """Give a paper as a file; the web page opens in the browser, everything else is saved."""
    kind = _kind(paper)
    if form not in FORMS[kind]:
        raise Http404
    built = _built(request, kind, key, Form(form))
    if isinstance(built, HttpResponse):
        return built
    try:
        content = print_paper(built, form)
    except Busy:
        return _refused(request, _("Many papers are being made at this moment. Try again in a minute."), 503)
    response = HttpResponse(content, content_type=TYPES[Form(form)])
    shown = "inline" if form == Form.HTML else "attachment"
    response["Content-Disposition"] = f'{shown}; filename="{built.name}-{built.language}.{form}"'
    if form == Form.HTML:
        response["Content-Security-Policy"] = policy()
    return response


def _built(request: MemberRequest, kind: Kind, key: str, form: Form) -> Paper | HttpResponse:
    """Return a paper in the language asked for, or the page that says why it cannot be made."""
    language = _language(request)
    wanted = Wanted(key, request.GET, form, language, request.membership, timezone.localdate())
    try:
        with translation.override(language):
            return BUILDERS[kind](wanted)
    except (Unreconciled, Impossible) as refusal:
        return _refused(request, str(refusal), 409)


def _refused(request: MemberRequest, sentence: str, status: int) -> HttpResponse:
    return page(request, "reports/refused.html", {"sentence": sentence}, status=status)


def _kind(paper: str) -> Kind:
    if paper not in BUILDERS:
        raise Http404
    return Kind(paper)


def _language(request: MemberRequest) -> str:
    """Return the language chosen for a paper; the reader's where none, or one we do not speak, was chosen."""
    chosen = request.GET.get("language", "")
    return chosen if chosen in dict(settings.LANGUAGES) else translation.get_language()
