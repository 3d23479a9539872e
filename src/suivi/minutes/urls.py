"""Addresses of minutes."""

from __future__ import annotations

from django.urls import path

from suivi.minutes import views

app_name = "minutes"
urlpatterns = [
    path("", views.minutes, name="minutes"),
    path("rapporteur/", views.rapporteur, name="rapporteur"),
    path("state/<str:state>/", views.settle, name="settle"),
    path("parts/<str:part>/", views.note, name="note"),
    path("sessions/<str:session>/", views.session_note, name="session_note"),
]
