"""Addresses of the desk."""

from __future__ import annotations

from django.urls import path

from suivi.home import views

app_name = "home"
urlpatterns = [path("", views.desk, name="desk")]
