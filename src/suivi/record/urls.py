"""Addresses of record."""

from __future__ import annotations

from django.urls import path

from suivi.home import views

app_name = "record"
urlpatterns = [
    path("recommendations/", views.desk, name="recommendations"),
    path("reviews/", views.desk, name="reviews"),
]
