"""Who may read who did what."""

from __future__ import annotations

from typing import Protocol

from django.utils.translation import gettext_lazy as _

from suivi.common.decisions import ALLOWED, Decision, refused


class Office(Protocol):
    """What somebody is: this floor does not know roles, only whether one reads history."""

    @property
    def reads_history(self) -> bool:
        """Whether it opens history."""


class Place(Protocol):
    """Where somebody works: a coalition, by its key."""

    @property
    def key(self) -> str:
        """The name under which events are told of it."""


class Reader(Protocol):
    """Somebody with an office in a coalition."""

    @property
    def coalition(self) -> Place:
        """Where."""

    @property
    def role(self) -> Office:
        """What they are."""


def can_read_history(reader: Reader | None) -> Decision:
    """Say whether somebody may read who did what in their coalition."""
    if reader and reader.role.reads_history:
        return ALLOWED
    return refused(_("Only coordinators and custodians read who did what."))
