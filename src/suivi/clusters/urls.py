"""Addresses of clusters."""

from __future__ import annotations

from django.urls import path

from suivi.clusters.views import board, clusters, gathering, placing, suggestions, where

CYCLE = "cycle/<int:cycle_number>/"
SUGGESTED = f"{CYCLE}suggestions/"

app_name = "clusters"
urlpatterns = [
    path("", board.newest, name="board"),
    path("gather/", gathering.picked, name="picked"),
    path(CYCLE, board.cycle, name="cycle"),
    path(f"{CYCLE}new/", clusters.new, name="new"),
    path(f"{CYCLE}order/", clusters.order, name="order"),
    path(f"{CYCLE}place/", placing.place, name="place"),
    path(f"{CYCLE}undo/", placing.undo, name="undo"),
    path(f"{CYCLE}gather/", gathering.gather, name="gather"),
    path(f"{CYCLE}where/<str:number>/", where.where, name="where"),
    path(f"{CYCLE}where/<str:number>/words/", where.words, name="words"),
    path(SUGGESTED, suggestions.overview, name="suggestions"),
    path(f"{SUGGESTED}ask/", suggestions.ask, name="ask"),
    path(f"{SUGGESTED}decide/", suggestions.decide, name="decide"),
    path(f"{SUGGESTED}start/", suggestions.start, name="start"),
    path(f"{SUGGESTED}same/", suggestions.same, name="same"),
    path(f"{SUGGESTED}together/", suggestions.together, name="together"),
    path(f"{SUGGESTED}sure/", suggestions.how_sure, name="how_sure"),
    path(f"{SUGGESTED}<str:about>/", suggestions.one, name="suggested"),
    path("<str:key>/", clusters.cluster, name="cluster"),
    path("<str:key>/change/", clusters.change, name="change"),
    path("<str:key>/sort/", clusters.sort, name="sort"),
    path("<str:key>/take-out/", placing.take_out, name="take_out"),
    path("<str:key>/looked-over/", placing.looked_over, name="looked_over"),
    path("<str:key>/split/", clusters.split, name="split"),
    path("<str:key>/merge/", clusters.merge, name="merge"),
    path("<str:key>/take-away/", clusters.take_away, name="take_away"),
    path("<str:key>/put-back/", clusters.put_back, name="put_back"),
]
