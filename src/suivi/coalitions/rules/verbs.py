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
}
