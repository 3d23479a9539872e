"""Addresses of the desk and of outcomes in numbers."""

from __future__ import annotations

from django.urls import path

from suivi.home import views

app_name = "home"
urlpatterns = [
    path("", views.desk, name="desk"),
    path("together/", views.together, name="together"),
    path("reviews/<str:state>/<int:cycle>/outcome/", views.outcome, name="outcome"),
    path("reviews/<str:state>/<int:cycle>/outcome/<slug:name>.<str:form>", views.outcome_file, name="outcome_file"),
]
