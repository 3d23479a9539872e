"""Writes tags and what they are put on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db.models import Q

from suivi.intake.plan.changes import NewTag
from suivi.record.models import Document, Tag, Tagging

_BATCH = 500


def write_tags(
    *,
    changes: Sequence[NewTag],
    recommendations: Mapping[str, int],
    documents: Mapping[str, Document],
    by: object,  # noqa: ARG001
) -> None:
    """Put tags on recommendations (key -> primary key), making the words that no vocabulary has yet."""
    words = {(change.kind, change.scheme, change.name): change.code for change in changes}
    tags = [Tag(kind=kind, scheme=scheme, name=name, code=code[:12]) for (kind, scheme, name), code in words.items()]
    Tag.objects.bulk_create(tags, ignore_conflicts=True, batch_size=_BATCH)
    named = Q(name__in=[name for _kind, _scheme, name in words])
    ids = {
        (kind, scheme, name): pk
        for pk, kind, scheme, name in Tag.objects.filter(named).values_list("pk", "kind", "scheme", "name")
    }
    Tagging.objects.bulk_create(
        [
            Tagging(
                recommendation_id=recommendations[change.key],
                tag_id=ids[change.kind, change.scheme, change.name],
                document=documents[change.origin],
            )
            for change in changes
        ],
        batch_size=_BATCH,
    )
