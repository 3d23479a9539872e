"""Addresses of the opinion map, inside a consultation."""

from __future__ import annotations

from django.urls import path

from suivi.opinions.views import preparing, results, voting

app_name = "opinions"
urlpatterns = [
    path("", voting.opinion_map, name="map"),
    path("vote/<str:statement>/", voting.vote, name="vote"),
    path("mine/", voting.mine, name="mine"),
    path("write/", voting.write, name="write"),
    path("results/", results.results, name="results"),
    path("results/groups.<str:form>", results.picture, name="picture"),
    path("results/statements.csv", results.table, name="table"),
    path("prepare/", preparing.prepare, name="prepare"),
    path("prepare/move/<str:to>/", preparing.move, name="move"),
    path("prepare/seed/", preparing.seed, name="seed"),
    path("prepare/<str:statement>/let-through/", preparing.let_through, name="let_through"),
    path("prepare/<str:statement>/hold-back/", preparing.hold_back, name="hold_back"),
]
