"""Addresses of people: the first start, members, invitations, oneself."""

from __future__ import annotations

from django.urls import path

from suivi.coalitions.views import freezing, handing, invitations, joining, lists, me, people, seeing, sessions, start

app_name = "coalitions"
urlpatterns = [
    path("start/", start.start, name="start"),
    path("people/", people.people, name="people"),
    path("people/who-sees-what/", seeing.who_sees_what, name="who_sees_what"),
    path("people/waiting/", seeing.waiting, name="waiting"),
    path("people/waiting/decide/", joining.decide, name="decide"),
    path("people/waiting/vouch/", invitations.vouch, name="vouch"),
    path("people/vouching/", invitations.choose_vouching, name="choose_vouching"),
    path("people/invite/", invitations.new_invitation, name="invite"),
    path("people/invite/list/", lists.bring_list, name="bring_list"),
    path("people/invite/list/empty.csv", lists.empty_list, name="empty_list"),
    path("people/invite/list/make/", lists.make_list, name="make_list"),
    path("people/invitations/<slug:key>/withdraw/", invitations.withdraw, name="withdraw"),
    path("people/links/new/", joining.new_link, name="new_link"),
    path("people/links/<slug:key>/withdraw/", joining.withdraw_link, name="withdraw_link"),
    path("people/asks/<slug:key>/agree/", freezing.agree_to_ask, name="agree"),
    path("people/asks/<slug:key>/take-back/", freezing.take_ask_back, name="take_ask_back"),
    path("people/offers/<slug:key>/accept/", handing.accept_offer, name="accept_offer"),
    path("people/offers/<slug:key>/decline/", handing.decline_offer, name="decline_offer"),
    path("people/organisations/new/", people.new_organisation, name="new_organisation"),
    path("people/organisations/<slug:key>/", people.organisation, name="organisation"),
    path("people/<slug:key>/", people.member, name="member"),
    path("people/<slug:key>/change/", people.change_member, name="change_member"),
    path("people/<slug:key>/end/", people.end_member, name="end_member"),
    path("people/<slug:key>/freeze/", freezing.freeze, name="freeze"),
    path("people/<slug:key>/unfreeze/", freezing.unfreeze, name="unfreeze"),
    path("people/<slug:key>/silence/agree/", freezing.agree_silence, name="agree_silence"),
    path("people/<slug:key>/way-back/", invitations.new_way_back, name="way_back"),
    path("invitation/", invitations.accept, name="accept"),
    path("invitation/ask/", joining.join, name="join"),
    path("me/", me.me, name="me"),
    path("me/silence/", freezing.wish_silence, name="wish_silence"),
    path("me/sessions/end-others/", sessions.end_other_sessions, name="end_other_sessions"),
    path("me/sessions/<int:number>/end/", sessions.end_one_session, name="end_session"),
    path("me/coalitions/<slug:key>/choose/", me.choose_coalition, name="choose_coalition"),
    path("me/coalitions/<slug:key>/hand-over/", handing.hand_over, name="hand_over"),
    path("me/coalitions/<slug:key>/hand-over/withdraw/", handing.withdraw_offer, name="withdraw_offer"),
    path("me/coalitions/<slug:key>/leave/", me.leave_coalition, name="leave"),
]
