"""What is derived from recommendations and never older than they: called inside the action that changed them."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction

from suivi.record.search import index as search


@transaction.atomic
def index_recommendations(*, recommendations: Collection[int]) -> None:
    """Put these recommendations (primary keys) into the index of the search as they are now."""
    search.index(recommendations)


@transaction.atomic
def forget_recommendations(*, recommendations: Collection[int]) -> None:
    """Take these recommendations (primary keys) out of the index, before they are deleted."""
    search.forget(recommendations)
