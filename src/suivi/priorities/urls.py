"""Addresses of priorities."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "priorities"
urlpatterns: list[URLPattern] = []
