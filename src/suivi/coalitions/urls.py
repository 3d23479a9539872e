"""Addresses of people: the first start, members, invitations, oneself."""

from __future__ import annotations

from django.urls import path

from suivi.coalitions.views import invitations, me, people, sessions, start

app_name = "coalitions"
urlpatterns = [
    path("start/", start.start, name="start"),
    path("people/", people.people, name="people"),
    path("people/invite/", invitations.new_invitation, name="invite"),
    path("people/invitations/<slug:key>/withdraw/", invitations.withdraw, name="withdraw"),
    path("people/organisations/new/", people.new_organisation, name="new_organisation"),
    path("people/organisations/<slug:key>/", people.organisation, name="organisation"),
    path("people/<slug:key>/", people.member, name="member"),
    path("people/<slug:key>/change/", people.change_member, name="change_member"),
    path("people/<slug:key>/end/", people.end_member, name="end_member"),
    path("people/<slug:key>/way-back/", invitations.new_way_back, name="way_back"),
    path("invitation/", invitations.accept, name="accept"),
    path("me/", me.me, name="me"),
    path("me/sessions/end-others/", sessions.end_other_sessions, name="end_other_sessions"),
    path("me/sessions/<int:number>/end/", sessions.end_one_session, name="end_session"),
    path("me/coalitions/<slug:key>/choose/", me.choose_coalition, name="choose_coalition"),
    path("me/coalitions/<slug:key>/leave/", me.leave_coalition, name="leave"),
]
