"""The address in a digest that stops it."""

from __future__ import annotations

from django.urls import path

from suivi.discussions.views import post

app_name = "post"
urlpatterns = [path("stop/<str:token>/", post.stop, name="stop")]
