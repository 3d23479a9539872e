"""What each role opens, in sentences: drawn from the flags of the classes, so that no page can claim anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import gettext_lazy as _

from suivi.coalitions.rules.roles import ROLES, Role, Zone

if TYPE_CHECKING:
    from django.utils.functional import Promise

OPENS: dict[str, str | Promise] = {
    "sees_coalition": _("Sees the coalition's private work, and who belongs to it"),
    "contributes": _("Writes and votes in the coalition's name"),
    "keeps_calendar": _("Moves milestones and ticks them off"),
    "keeps_record": _("Imports documents and corrects the record"),
    "runs_consultations": _("Sets consultations up, leads them and takes their results over"),
    "arranges_clusters": _("Makes clusters and puts recommendations into them"),
    "keeps_people": _("Invites people, changes roles, ends memberships, freezes together with a second"),
    "reads_history": _("Reads who did what"),
}
"""A sentence for every flag of a role, in the order in which they are read; a test sees that none is left out."""


class Beside(NamedTuple):
    """Somebody who sees a part of the work without a role in the coalition."""

    who: str | Promise
    sees: str | Promise


BESIDE: dict[str, Beside] = {
    "visitor": Beside(
        _("Somebody who is not signed in"),
        _("The page where one signs in. What a secret link opens, to whoever was given one. Nothing else."),
    ),
    "waiting": Beside(
        _("Somebody who waits for approval, or whose place is frozen"), _("One sentence, and nothing else.")
    ),
    "elsewhere": Beside(
        _("Members of other coalitions on this server"),
        _("What the United Nations published, and corrections of it. Nothing of this coalition."),
    ),
}
"""Whoever else sees something. Apps further up add theirs when they are loaded, as they do with their verbs."""


def flags_of(role: type[Role]) -> frozenset[str]:
    """Return the names of what a role opens."""
    return frozenset(name for name in vars(Role) if isinstance(getattr(role, name), bool) and getattr(role, name))


def opened_by(role: type[Role]) -> list[str]:
    """Return what a role opens, as sentences in the reader's language."""
    flags = flags_of(role)
    return [str(says) for name, says in OPENS.items() if name in flags]


def zones_of(role: type[Role]) -> frozenset[Zone]:
    """Return the zones that a role sees: partners and guests see what was shared with them, not what is private."""
    return frozenset(Zone) if role.sees_coalition else frozenset({Zone.SHARED, Zone.PUBLIC})


def roles_with(flag: str) -> list[type[Role]]:
    """Return the roles that open something."""
    return [role for role in ROLES.values() if flag in flags_of(role)]
