"""Keeps the index: called in the same transaction as whatever changed a recommendation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import batched
from zlib import crc32

from django.db import connection, transaction
from django.db.models import F, Func, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from suivi.common.normalise import index_words
from suivi.record.models import Recommendation, RecommendingState, Review, Tagging
from suivi.record.models.entry import TABLE, Entry
from suivi.record.search.condition import EVERYTHING, token
from suivi.record.search.filters import filter_tokens

SAMPLES = tuple(2**power for power in range(1, 10))
"""One in so many recommendations carries the mark of a sample, by which large counts are estimated."""
BATCH = 2000
_LONGEST_WORD = 100
_LAST_POSITION = 16_383


@transaction.atomic
def index(recommendations: Collection[int]) -> None:
    """Write the entries of these recommendations (primary keys) anew."""
    for some in batched(recommendations, BATCH, strict=False):
        found = Recommendation.objects.filter(pk__in=some)
        _forget(found.exclude(place=None).values_list("place", flat=True))
        _put_in_place(found)
        Entry.objects.bulk_create(_entries(some), batch_size=BATCH // 10)
    if len(recommendations) > BATCH and connection.vendor == "sqlite":
        _tidy()


@transaction.atomic
def forget(recommendations: Collection[int]) -> None:
    """Take these recommendations (primary keys) out of the index, before they are deleted."""
    for some in batched(recommendations, BATCH, strict=False):
        found = Recommendation.objects.filter(pk__in=some).exclude(place=None)
        _forget(found.values_list("place", flat=True))
        found.update(place=None)


def first_place(review: Review) -> int:
    """Return the place from which a review's recommendations follow: later cycles and sessions before earlier ones."""
    return (63 - review.cycle) << 54 | (1023 - (review.wg_session or 0)) << 44 | review.pk << 20


def _tidy() -> None:
    """Merge the pieces that a large import leaves in SQLite's index; it merges small ones by itself."""
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {TABLE}({TABLE}) VALUES('optimize')")


def _forget(places: Iterable[int | None]) -> None:
    Entry.objects.filter(place__in=list(places)).delete()


def _put_in_place(found: QuerySet[Recommendation]) -> None:
    """Set place and number of States, with two statements a review."""
    reviews = Review.objects.filter(recommendations__in=found).distinct()
    counted = (
        RecommendingState.objects.filter(recommendation=OuterRef("pk"))
        .order_by()
        .annotate(n=Func(F("state"), function="COUNT", template="%(function)s(DISTINCT %(expressions)s)"))
        .values("n")
    )
    for review in reviews:
        Recommendation.objects.filter(pk__in=found, review=review).update(
            place=Value(first_place(review)) + F("order"), state_count=Coalesce(Subquery(counted), 0)
        )


def _entries(keys: Collection[int]) -> Iterator[Entry]:
    by, tags = defaultdict(list), defaultdict(list)
    for key, state in RecommendingState.objects.filter(recommendation__in=keys).values_list("recommendation", "state"):
        by[key].append(state)
    tagged = Tagging.objects.filter(recommendation__in=keys)
    for key, kind, code, name in tagged.values_list("recommendation", "tag__kind", "tag__code", "tag__name"):
        tags[key].append((kind, code, name))
    for each in Recommendation.objects.filter(pk__in=keys).select_related("review"):
        filters = filter_tokens(
            state=each.review.state,
            cycle=each.review.cycle,
            number=each.number,
            position=each.position,
            by=by[each.pk],
            tags=tags[each.pk],
        )
        filters += [EVERYTHING, *_samples(each.key)]
        words = [word[:_LONGEST_WORD] for word in index_words(each.wording)]
        kept = _tsvector(words, filters) if connection.vendor == "postgresql" else " ".join(words)
        yield Entry(place=each.place or 0, words=kept, filters=" ".join(filters), recommendation=each.pk)


def _samples(key: str) -> list[str]:
    """Return the marks of the samples a recommendation belongs to; chosen by its name, so always the same."""
    lot = crc32(key.encode())
    return [token("sample", rate) for rate in SAMPLES if lot % rate == 0]


def _tsvector(words: list[str], filters: list[str]) -> str:
    """Return words with their positions, and filters without, as PostgreSQL writes a tsvector."""
    positions: dict[str, list[int]] = defaultdict(list)
    for position, word in enumerate(words, start=1):
        positions[word].append(min(position, _LAST_POSITION))
    lexemes = [f"{_quoted(word)}:{','.join(map(str, found))}" for word, found in positions.items()]
    return " ".join([*lexemes, *map(_quoted, filters)])


def _quoted(lexeme: str) -> str:
    return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'"
