"""Addresses of consultations."""

from __future__ import annotations

from django.urls import path

from suivi.consultations.views import agenda, consulting, seats

ONE = "consultations/<str:key>/"

app_name = "consultations"
urlpatterns = [
    path("consultations/", consulting.consultations, name="consultations"),
    path("consultations/new/", consulting.new, name="new"),
    path(ONE, consulting.consultation, name="consultation"),
    path(f"{ONE}change/", consulting.change, name="change"),
    path(f"{ONE}phase/<str:phase>/", consulting.move, name="move"),
    path(f"{ONE}agenda/", agenda.agenda, name="agenda"),
    path(f"{ONE}agenda.ics", agenda.agenda_calendar, name="agenda_calendar"),
    path(f"{ONE}agenda/add/", agenda.add, name="add_session"),
    path(f"{ONE}agenda/keep/", agenda.keep, name="keep_template"),
    path(f"{ONE}agenda/<str:session>/", agenda.session, name="session"),
    path(f"{ONE}agenda/<str:session>/remove/", agenda.remove, name="remove_session"),
    path(f"{ONE}agenda/<str:session>/put-back/", agenda.put_back, name="put_back_session"),
    path(f"{ONE}people/", seats.people, name="people"),
    path(f"{ONE}people/heads/", seats.heads, name="count_heads"),
    path(f"{ONE}people/<str:participant>/end/", seats.end, name="end_seat"),
    path(f"{ONE}door/open/", seats.open_the_door, name="open_door"),
    path(f"{ONE}door/close/", seats.close_the_door, name="close_door"),
    path(f"{ONE}leave/", seats.leave, name="leave"),
    path("join/", seats.join, name="join"),
    path("join/<str:code>/", seats.take, name="take_seat"),
]
