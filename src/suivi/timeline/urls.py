"""Addresses of the calendar."""

from __future__ import annotations

from django.urls import path

from suivi.timeline.views import calendar, feeds, milestones

app_name = "timeline"
urlpatterns = [
    path("", calendar.calendar, name="calendar"),
    path("feed/make/", feeds.make, name="make_feed"),
    path("feed/withdraw/", feeds.withdraw, name="withdraw_feed"),
    path("feed/<str:token>.ics", feeds.feed, name="feed"),
    path("<str:state>/<int:cycle_number>/", calendar.cycle_page, name="cycle"),
    path("<str:state>/<int:cycle_number>/calendar.ics", calendar.cycle_file, name="file"),
    path("<str:state>/<int:cycle_number>/line.<str:form>", calendar.cycle_picture, name="picture"),
    path("<str:state>/<int:cycle_number>/add/", milestones.add, name="add"),
    path("<str:state>/<int:cycle_number>/<str:name>/", milestones.milestone, name="milestone"),
    path("<str:state>/<int:cycle_number>/<str:name>/change/", milestones.change, name="change"),
    path("<str:state>/<int:cycle_number>/<str:name>/move/", milestones.move, name="move"),
    path("<str:state>/<int:cycle_number>/<str:name>/count-again/", milestones.count_again, name="count_again"),
    path("<str:state>/<int:cycle_number>/<str:name>/tick/", milestones.tick, name="tick"),
    path("<str:state>/<int:cycle_number>/<str:name>/untick/", milestones.untick, name="untick"),
    path("<str:state>/<int:cycle_number>/<str:name>/note/", milestones.note, name="note"),
    path("<str:state>/<int:cycle_number>/<str:name>/remove/", milestones.remove, name="remove"),
    path("<str:state>/<int:cycle_number>/<str:name>/put-back/", milestones.put_back, name="put_back"),
]
