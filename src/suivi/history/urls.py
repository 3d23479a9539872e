"""Address of the history."""

from __future__ import annotations

from django.urls import path

from suivi.history import views

app_name = "history"
urlpatterns = [path("", views.history, name="history")]
