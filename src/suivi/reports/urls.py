"""Addresses of papers to print or send."""

from __future__ import annotations

from django.urls import path

from suivi.reports import views

app_name = "reports"
urlpatterns = [
    path("", views.papers, name="papers"),
    path("<slug:paper>/<str:key>/", views.paper, name="paper"),
    path("<slug:paper>/<str:key>.<slug:form>", views.file, name="file"),
]
