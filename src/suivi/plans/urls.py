"""Addresses of plans."""

from __future__ import annotations

from django.urls import path

from suivi.plans.views import activities, lines, sheets, typing

app_name = "plans"
urlpatterns = [
    path("", lines.overview, name="plans"),
    path("start/", lines.start, name="start"),
    path("actions/", activities.actions, name="actions"),
    path("actions/calendar/", activities.calendar, name="put_on_calendar"),
    path("actions/<str:row>/<str:state>/", activities.tick, name="tick"),
    path("sheet/<str:sheet>/", sheets.check, name="check_sheet"),
    path("sheet/<str:sheet>/discard/", sheets.discard, name="discard_sheet"),
    path("<str:table>/", lines.table, name="table"),
    path("<str:table>/add/", lines.add, name="add"),
    path("<str:table>/typing/", typing.type_in, name="typing"),
    path("<str:table>/workbook.xlsx", sheets.workbook, name="workbook"),
    path("<str:table>/bring/", sheets.bring, name="bring"),
    path("<str:table>/<str:row>/", lines.line, name="line"),
    path("<str:table>/<str:row>/remove/", lines.remove, name="remove"),
    path("<str:table>/<str:row>/put-back/", lines.put_back, name="put_back"),
]
