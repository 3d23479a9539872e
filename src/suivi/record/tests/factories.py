"""Makes documents, reviews and recommendations of the invented State Orvana; every argument has a plain default."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date

from django.core.files.base import ContentFile

from suivi.record.models import (
    Document,
    Part,
    Pledge,
    Recommendation,
    RecommendingState,
    Response,
    Review,
    Tag,
    Tagging,
)
from suivi.record.rules import Claim, Position, Scheme, Stage, TagKind
from suivi.record.search.index import index

STATE = "XOR"


def make_document(
    *,
    name: str = "orvana-4-report.pdf",
    kind: str = "working_group_report",
    symbol: str = "A/HRC/61/9",
    content: bytes | None = None,
) -> Document:
    """Make a document whose bytes are `content`, else its name; the same bytes give the same document."""
    content = name.encode() if content is None else content
    known = hashlib.sha256(content).hexdigest()
    found = Document.objects.filter(sha256=known).first()
    if found:
        return found
    document = Document(
        name=name, kind=kind, symbol=symbol, sha256=known, language="en", published_on=date(2026, 3, 24), pages=24
    )
    document.file.save(name, ContentFile(content), save=True)
    return document


def make_review(
    *, state: str = STATE, cycle: int = 4, wg_session: int | None = None, reviewed_on: date | None = date(2026, 1, 28)
) -> Review:
    """Make a review, or return the one there is."""
    known = {
        "wg_session": wg_session or cycle * 13,
        "reviewed_on": reviewed_on,
        "report_symbol": f"A/HRC/{cycle * 15 + 1}/9",
    }
    return Review.objects.get_or_create(state=state, cycle=cycle, defaults=known)[0]


def make_tag(name: str, *, kind: TagKind = TagKind.THEME, scheme: Scheme = Scheme.OHCHR_4, code: str = "") -> Tag:
    """Make a tag, or return the one there is."""
    return Tag.objects.get_or_create(kind=kind, scheme=scheme, name=name, defaults={"code": code})[0]


def make_recommendation(
    *,
    review: Review | None = None,
    number: str = "",
    text: str = "Ratify the Optional Protocol to the Convention against Torture",
    states: Sequence[str] = ("NOR",),
    position: Position = Position.PENDING,
    themes: Sequence[str] = (),
    groups: Sequence[str] = (),
    sdgs: Sequence[int] = (),
    parts: Sequence[tuple[str, Sequence[str]]] = (),
    language: str = "en",
    document: Document | None = None,
    page: int | None = 12,
) -> Recommendation:
    """Make one recommendation with its States and tags, the next of its review, and put it into the index.

    `parts` are (text, States); without them `states` asked for the whole.
    """
    review = review or make_review()
    document = document or make_document()
    order = review.recommendations.count() + 1
    number = number or f"128.{order}"
    made = Recommendation.objects.create(
        review=review,
        key=f"{review.key}/{number}",
        number=number,
        order=order,
        text=text,
        text_language=language,
        fingerprint=hashlib.sha256(text.encode()).hexdigest(),
        position=position,
        document=document,
        page=page,
        as_written=f"{number} {text} ({') ('.join(states)});",
    )
    _ask(made, states, parts)
    tags = [make_tag(name) for name in themes]
    tags += [make_tag(name, kind=TagKind.GROUP) for name in groups]
    tags += [make_tag(f"Goal {goal}", kind=TagKind.SDG, scheme=Scheme.SDG, code=str(goal)) for goal in sdgs]
    Tagging.objects.bulk_create(Tagging(recommendation=made, tag=tag, document=document) for tag in tags)
    index([made.pk])
    made.refresh_from_db()
    return made


def make_response(
    recommendation: Recommendation,
    *,
    position: Position = Position.SUPPORTED,
    stage: Stage = Stage.ADDENDUM,
    given_on: date | None = date(2026, 4, 8),
    words: str = "",
    reason: str = "",
    claim: Claim = Claim.NONE,
    source: str = "A/HRC/61/9/Add.1, para. 3",
    part: Part | None = None,
    document: Document | None = None,
) -> Response:
    """Make an answer of the State."""
    return Response.objects.create(
        recommendation=recommendation, position=position, stage=stage, given_on=given_on, words=words, reason=reason,
        claim=claim, source=source, part=part, document=document,
    )  # fmt: skip


def make_pledge(review: Review, *, text: str = "Orvana will invite two special procedures a year") -> Pledge:
    """Make a voluntary pledge, the next of its review."""
    return Pledge.objects.create(review=review, order=review.pledges.count() + 1, text=text, document=make_document())


def _ask(made: Recommendation, states: Sequence[str], parts: Sequence[tuple[str, Sequence[str]]]) -> None:
    asking: list[tuple[Part | None, Sequence[str]]] = [
        (Part.objects.create(recommendation=made, order=place, text=text), by)
        for place, (text, by) in enumerate(parts, 1)
    ]
    pairs = [(part, state) for part, by in asking for state in by] or [(None, state) for state in states]
    RecommendingState.objects.bulk_create(
        RecommendingState(recommendation=made, part=part, state=state, order=order)
        for order, (part, state) in enumerate(pairs, 1)
    )
