"""Addresses of intake."""

from __future__ import annotations

from django.urls import path

from suivi.home import views

app_name = "intake"
urlpatterns = [
    path("imports/", views.desk, name="imports"),
]
