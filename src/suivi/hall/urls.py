"""Addresses of the hall: short ones for phones, the wall's inside the consultation."""

from __future__ import annotations

from django.urls import path

from suivi.hall.views import phone, wall, worker

PHONE = "c/<str:key>/"
WALL = "consultations/<str:key>/live/"

app_name = "hall"
urlpatterns = [
    path("c/sw.js", worker.worker, name="worker"),
    path(PHONE, phone.phone, name="phone"),
    path(f"{PHONE}now/", phone.now, name="now"),
    path(f"{PHONE}say/", phone.say, name="say"),
    path(f"{PHONE}vote/", phone.vote, name="vote"),
    path(f"{PHONE}voice/", phone.voice, name="voice"),
    path(WALL, wall.live, name="live"),
    path(f"{WALL}now/", wall.live_now, name="live_now"),
    path(f"{WALL}show/", wall.show, name="show"),
    path(f"{WALL}remote/", wall.remote, name="remote"),
]
