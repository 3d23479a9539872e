"""Addresses of coalitions."""

from __future__ import annotations

from django.urls import path

from suivi.home import views

app_name = "coalitions"
urlpatterns = [
    path("people/", views.desk, name="people"),
    path("me/", views.desk, name="me"),
]
