"""Saved views: kept, renamed, shown to the coalition or to oneself alone, removed."""

from __future__ import annotations

from django.db import transaction

from suivi.coalitions.models import Membership
from suivi.history.actions import tell
from suivi.record.models import SavedView
from suivi.record.permissions import can_change_view, can_remove_view, can_save_view


@transaction.atomic
def save_view(*, name: str, query: str, for_coalition: bool, by: Membership) -> SavedView:
    """Keep a search (`query` as in the address) under a name."""
    can_save_view(by).require()
    made = SavedView.objects.create(
        coalition=by.coalition, owner=by.person, name=name, query=query, for_coalition=for_coalition
    )
    _tell("save_view", made, by)
    return made


@transaction.atomic
def change_view(*, view: SavedView, name: str, for_coalition: bool, by: Membership) -> None:
    """Rename a view, or change who sees it."""
    can_change_view(by, view).require()
    view.name, view.for_coalition = name, for_coalition
    view.save(update_fields=["name", "for_coalition"])
    _tell("change_view", view, by)


@transaction.atomic
def remove_view(*, view: SavedView, by: Membership) -> None:
    """Remove a view; what it showed stays."""
    can_remove_view(by, view).require()
    _tell("remove_view", view, by)
    view.delete()


def _tell(verb: str, view: SavedView, by: Membership) -> None:
    details = {"for_coalition": view.for_coalition}
    tell(verb=verb, thing=f"view:{view.key}", coalition=by.coalition.key, details=details, by=by)
