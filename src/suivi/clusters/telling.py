"""Moves between clusters in words, for whoever looks at the board."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from suivi.clusters.rules.words import ACTIONS, About, Act

if TYPE_CHECKING:
    from suivi.clusters.models import Arrangement


def told(arrangement: Arrangement) -> str:
    """Return a move as a sentence: `12 recommendations put into “Justice”`."""
    count, cluster = arrangement.count, arrangement.cluster
    words = {"count": count, "cluster": cluster.name if cluster else ""}
    match Act(arrangement.act):
        case Act.PLACE:
            say = ngettext("%(count)d put into “%(cluster)s”.", "%(count)d put into “%(cluster)s”.", count)
        case Act.ALSO:
            say = ngettext(
                "%(count)d stands in “%(cluster)s” as well.", "%(count)d stand in “%(cluster)s” as well.", count
            )
        case Act.RELEASE if cluster:
            say = ngettext("%(count)d taken out of “%(cluster)s”.", "%(count)d taken out of “%(cluster)s”.", count)
        case Act.RELEASE:
            say = ngettext("%(count)d stands in no cluster now.", "%(count)d stand in no cluster now.", count)
        case Act.SPLIT:
            say = ngettext("%(count)d split off as “%(cluster)s”.", "%(count)d split off as “%(cluster)s”.", count)
        case Act.MERGE:
            say = _("“%(cluster)s” merged into another cluster.")
        case Act.TAKE_AWAY:
            say = _("“%(cluster)s” taken away.")
        case Act.PUT_BACK:
            say = _("“%(cluster)s” put back.")
        case Act.START:
            say = ngettext(
                "%(count)d placed in clusters made from suggestions.",
                "%(count)d placed in clusters made from suggestions.",
                count,
            )
    return say % words


def name_of_value(about: str, value: str) -> str:
    """Return what a suggestion says, in words: a category by its figure and its sense, an issue by its name."""
    return f"{value} · {ACTIONS[value]}" if about == About.ACTION and value in ACTIONS else value
