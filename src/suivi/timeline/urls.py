"""Addresses of timeline."""

from __future__ import annotations

from django.urls import path

from suivi.home import views

app_name = "timeline"
urlpatterns = [
    path("milestones/", views.desk, name="milestones"),
]
