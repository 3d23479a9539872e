"""Who may see clusters, who arranges them, and who decides on suggestions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from suivi.common.decisions import ALLOWED, Decision, refused

if TYPE_CHECKING:
    from suivi.clusters.models import Arrangement, Cluster
    from suivi.coalitions.models import Membership


def can_see_clusters(membership: Membership | None) -> Decision:
    """Say whether somebody sees the coalition's clusters: members do, partners and guests do not."""
    if membership and membership.role.sees_coalition:
        return ALLOWED
    return refused(_("Only members see the coalition's clusters; partners and guests do not."))


def can_arrange(membership: Membership | None) -> Decision:
    """Say whether this member may make clusters, put recommendations anywhere, and decide on suggestions."""
    if membership and membership.role.arranges_clusters:
        return ALLOWED
    return refused(_("Only coordinators, convenors and the steering committee arrange the clusters. Ask one of them."))


def can_arrange_cluster(membership: Membership | None, cluster: Cluster) -> Decision:
    """Say whether this member may arrange one cluster: also whoever convenes it, in whatever role."""
    if membership and membership.role.contributes and is_convenor(membership, cluster):
        return ALLOWED
    return can_arrange(membership)


def can_take_lead(membership: Membership | None) -> Decision:
    """Say whether this member may take a recommendation away from the cluster that leads it."""
    return can_arrange(membership)


def can_undo(membership: Membership | None, arrangement: Arrangement) -> Decision:
    """Say whether this member may undo a move: their own, or any where they arrange."""
    if membership and membership.role.contributes and arrangement.made_by_id == membership.pk:
        return ALLOWED
    return can_arrange(membership)


def is_convenor(membership: Membership, cluster: Cluster) -> bool:
    """Say whether a member convenes a cluster, alone or with another."""
    mine = {cluster.convenor_id, cluster.co_convenor_id}
    return cluster.coalition_id == membership.coalition_id and membership.pk in mine
