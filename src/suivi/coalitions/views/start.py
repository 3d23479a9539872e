"""The first start: whoever holds the one-time code founds the coalition. Open only while nobody is here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.account.utils import perform_login
from allauth.core import ratelimit
from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from suivi.coalitions.actions.founding import found_first_coalition
from suivi.coalitions.first_code import forget_first_code
from suivi.coalitions.forms import StartForm
from suivi.coalitions.models import Person
from suivi.common.pages import page
from suivi.common.refusals import too_many

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@login_not_required
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Ask for the code and the names, make the first coordinator, and lead them to their second factor."""
    if Person.objects.exists():
        raise Http404
    if not ratelimit.consume(request, action="first_code"):
        return too_many(request)
    form = StartForm(request.POST or None)
    if not form.is_valid():
        return page(request, "coalitions/start.html", {"form": form}, status=400 if form.is_bound else 200)
    told = {name: form.cleaned_data[name] for name in ("coalition", "state", "handle", "name", "password")}
    founded = found_first_coalition(**told, by=told["name"])
    forget_first_code()
    return perform_login(request, founded.person, redirect_url=reverse("mfa_index"))
