"""Addresses of decisions."""

from __future__ import annotations

from django.urls import path

from suivi.consent.views import putting, reading

app_name = "consent"
urlpatterns = [
    path("", reading.decisions, name="decisions"),
    path("draft/", putting.draft, name="draft"),
    path("<str:thing>/", reading.motion, name="motion"),
    path("<str:thing>/voice/", reading.voice, name="voice"),
    path("<str:thing>/change/", putting.change, name="change"),
    path("<str:thing>/open/", putting.open_it, name="open"),
    path("<str:thing>/amend/", putting.amend, name="amend"),
    path("<str:thing>/close/", putting.close, name="close"),
    path("<str:thing>/withdraw/", putting.withdraw, name="withdraw"),
]
