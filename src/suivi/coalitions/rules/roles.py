"""Roles as classes one can read, zones, and what each of them opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import Promise


class Zone(models.TextChoices):
    """Who may see a piece of the coalition's work; the narrowest is the default."""

    PRIVATE = "private", _("Only our coalition")
    SHARED = "shared", _("Named partners too")
    PUBLIC = "public", _("Everybody")


class Role:
    """What a person is in a coalition. Everything is closed unless a role opens it."""

    key: str
    label: str | Promise
    says: str | Promise
    keeps_record = False
    """May import documents and correct the record."""
    keeps_people = False
    """May invite people, change roles, end memberships."""
    keeps_calendar = False
    """May move milestones and tick them off."""
    runs_consultations = False
    """May set consultations up, lead them through their phases, and take their results over."""
    arranges_clusters = False
    """May make clusters, put recommendations into them, and decide on suggestions."""
    reads_history = False
    """May read who did what."""
    contributes = False
    """May write in the coalition's name; those who may need a second factor."""
    sees_coalition = True
    """May see the coalition's private work."""


class Coordinator(Role):
    """Runs the coalition's daily work."""

    key, label = "coordinator", _("coordinator")
    says = _("runs the coalition: imports documents, keeps dates and people")
    keeps_record = keeps_people = keeps_calendar = reads_history = contributes = runs_consultations = True
    arranges_clusters = True


class Custodian(Role):
    """Holds the coalition's space in trust, so that it never hangs on one person."""

    key, label = "custodian", _("custodian")
    says = _("holds the space in trust: people, history, hand-over")
    keeps_people = reads_history = contributes = True


class Steering(Role):
    """A member of the steering committee."""

    key, label = "steering", _("steering committee")
    says = _("steers: sees everything of the coalition, keeps its dates")
    keeps_calendar = contributes = runs_consultations = arranges_clusters = True


class Convenor(Role):
    """Leads a cluster."""

    key, label = "convenor", _("convenor")
    says = _("leads a cluster: imports documents and keeps dates")
    keeps_record = keeps_calendar = contributes = runs_consultations = arranges_clusters = True


class Member(Role):
    """Takes part."""

    key, label = "member", _("member")
    says = _("takes part: reads, searches, keeps own views")
    contributes = True


class Translator(Role):
    """Brings texts into other languages."""

    key, label = "translator", _("translator")
    says = _("translates: reads, searches, keeps own views")
    contributes = True


class Observer(Role):
    """Reads only."""

    key, label = "observer", _("observer")
    says = _("reads only")


class Nhri(Role):
    """A national human rights institution: a partner, not a member."""

    key, label = "nhri", _("national human rights institution")
    says = _("a partner: sees the record and what is shared with it")
    sees_coalition = False


class Official(Role):
    """An official invited to the dialogue."""

    key, label = "official", _("invited official")
    says = _("a guest of the dialogue: sees the record and what is shared")
    sees_coalition = False


ROLES: dict[str, type[Role]] = {
    role.key: role
    for role in (Coordinator, Custodian, Steering, Convenor, Member, Translator, Observer, Nhri, Official)
}
