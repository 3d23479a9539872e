"""Every address of the house; each app brings its own."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from suivi.common import refusals

urlpatterns = [
    path("", include("suivi.home.urls")),
    path("", include("suivi.record.urls")),
    path("import/", include("suivi.intake.urls")),
    path("calendar/", include("suivi.timeline.urls")),
    path("clusters/", include("suivi.clusters.urls")),
    path("", include("suivi.consultations.urls")),
    path("consultations/<str:key>/discussion/", include("suivi.discussions.urls")),
    path("consultations/<str:key>/priorities/", include("suivi.priorities.urls")),
    path("consultations/<str:key>/opinions/", include("suivi.opinions.urls")),
    path("consultations/<str:key>/decisions/", include("suivi.consent.urls")),
    path("consultations/<str:key>/plans/", include("suivi.plans.urls")),
    path("consultations/<str:key>/minutes/", include("suivi.minutes.urls")),
    path("", include("suivi.discussions.post_urls")),
    path("", include("suivi.hall.urls")),
    path("papers/", include("suivi.reports.urls")),
    path("", include("suivi.coalitions.urls")),
    path("account/", include("suivi.coalitions.account_urls")),
    path("history/", include("suivi.history.urls")),
    path("language/", login_not_required(require_POST(set_language)), name="set_language"),
]

handler400 = refusals.bad_request
handler403 = refusals.forbidden
handler404 = refusals.not_found
handler429 = refusals.too_many
handler500 = refusals.failed
