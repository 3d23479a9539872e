"""What each verb of this floor says to a reader of the history."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

VERBS = {
    "found_coalition": _("founded the coalition"),
    "add_coordinator": _("made somebody coordinator"),
    "add_organisation": _("took an organisation in"),
    "rename_organisation": _("gave an organisation another name"),
    "change_membership": _("changed what a member is"),
    "end_membership": _("ended a membership"),
    "invite": _("invited somebody"),
    "open_way_back": _("made a way back for a member"),
    "withdraw_invitation": _("withdrew an invitation"),
    "accept_invitation": _("accepted an invitation"),
    "open_account": _("opened an account"),
    "change_me": _("changed their own name or language"),
    "change_sign_in": _("changed how they sign in"),
    "give_new_way_in": _("was given a new way in from the terminal"),
    "end_session": _("ended one of their own sessions"),
    "vouch_for": _("vouched for an invitation"),
    "ask_for_vouching": _("let the coalition ask for a second member at each invitation"),
    "stop_asking_for_vouching": _("let one member alone invite again"),
    "open_join_link": _("made a link by which several may ask to join"),
    "withdraw_join_link": _("withdrew a link for several"),
    "ask_to_join": _("asked to join"),
    "approve_newcomer": _("let in somebody who asked to join"),
    "decline_newcomer": _("declined somebody who asked to join"),
    "ask_to_freeze": _("asked that a colleague's place be frozen"),
    "ask_to_unfreeze": _("asked that a frozen place be opened again"),
    "withdraw_ask": _("took back what they had asked about a colleague's place"),
    "freeze_membership": _("agreed, and a colleague's place is frozen"),
    "unfreeze_membership": _("agreed, and a frozen place is open again"),
    "set_silence": _("asked to be frozen after a time of silence, or no longer to be"),
    "agree_to_silence": _("agreed that a colleague is frozen after a time of silence"),
    "freeze_the_silent": _("froze the place of a member who had wished so for a time of silence"),
    "offer_hand_over": _("offered to hand over what they hold"),
    "accept_hand_over": _("took over what a colleague held"),
    "decline_hand_over": _("declined to take over what a colleague holds"),
    "withdraw_hand_over": _("withdrew the offer to hand over"),
}
