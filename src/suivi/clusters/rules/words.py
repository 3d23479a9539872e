"""The words of clusters: what may be done with them, what a suggestion is about, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import Promise


class Act(models.TextChoices):
    """What was done to where recommendations stand; each can be undone, the last one first."""

    PLACE = "place", _("put into a cluster")
    ALSO = "also", _("put into a cluster as well")
    RELEASE = "release", _("taken out of a cluster")
    SPLIT = "split", _("split off")
    MERGE = "merge", _("merged")
    TAKE_AWAY = "take_away", _("cluster taken away")
    PUT_BACK = "put_back", _("cluster put back")
    START = "start", _("clusters made from suggestions")


class About(models.TextChoices):
    """What a suggestion, or the coalition's own code, is about."""

    ACTION = "action", _("action category")
    ISSUE = "issue", _("issue")
    DUPLICATE = "duplicate", _("same ask")


class SuggestionState(models.TextChoices):
    """Where a suggestion stands. Only people confirm or decline; the model never does."""

    OPEN = "open", _("suggested")
    CONFIRMED = "confirmed", _("confirmed")
    DECLINED = "declined", _("declined")


TRANSITIONS: dict[SuggestionState, dict[SuggestionState, str]] = {
    SuggestionState.OPEN: {
        SuggestionState.CONFIRMED: "confirm_suggestions",
        SuggestionState.DECLINED: "decline_suggestions",
    },
    SuggestionState.CONFIRMED: {SuggestionState.OPEN: "reopen_suggestions"},
    SuggestionState.DECLINED: {SuggestionState.OPEN: "reopen_suggestions"},
}

ACTIONS: dict[str, str | Promise] = {
    "1": _("Minimal action: seek, share, call on others"),
    "2": _("Continuing action: continue, maintain, pursue"),
    "3": _("Considering action: consider, review, study"),
    "4": _("General action: strengthen, promote, take measures"),
    "5": _("Specific action: ratify, adopt, abolish, establish"),
}
"""UPR Info's five categories of action, from what asks the least of a State to what asks the most."""

SUGGESTING_WORK = "suivi.clusters.tasks.suggest"
"""What the worker does when somebody asks for suggestions."""

VERBS: dict[str, str | Promise] = {
    "make_cluster": _("made a cluster"),
    "change_cluster": _("changed a cluster"),
    "order_clusters": _("put the clusters in order"),
    "order_within": _("put a cluster's recommendations in order"),
    "place_recommendations": _("put recommendations into a cluster"),
    "release_recommendations": _("took recommendations out of a cluster"),
    "name_words": _("said which words of a recommendation a cluster takes care of"),
    "look_over": _("looked over what was placed from suggestions"),
    "split_cluster": _("split a cluster"),
    "merge_clusters": _("merged two clusters"),
    "take_cluster_away": _("took a cluster away"),
    "put_cluster_back": _("put a cluster back"),
    "start_clusters": _("made clusters from suggestions"),
    "undo_arrangement": _("undid the last move between clusters"),
    "ask_for_suggestions": _("asked for suggested clusters"),
    "write_suggestions": _("suggested codes for recommendations"),
    "confirm_suggestions": _("confirmed suggestions"),
    "decline_suggestions": _("declined suggestions"),
    "reopen_suggestions": _("opened decided suggestions again"),
}
"""What each verb of this floor says to a reader of the history."""
