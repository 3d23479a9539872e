"""What does not add up between the documents of one review, and between them and the record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from suivi.intake.plan.board import Board
from suivi.intake.plan.changes import Plan, Remark, Source
from suivi.intake.plan.likeness import likeness
from suivi.intake.plan.naming import is_full
from suivi.intake.plan.stages import standing
from suivi.record.rules import Position
from undocs.document import Kind

_WORDED = (Kind.WORKING_GROUP_REPORT, Kind.THEMATIC_LIST)
"""Kinds of documents that hold every recommendation of a review."""
_UNLIKE = 50.0
"""Below this likeness (0 to 100) two wordings have nothing to do with one another."""


def reconcile(board: Board, sources: Sequence[Source], plan: Plan) -> list[Remark]:
    """Return what does not reconcile, the gravest first."""
    return [
        *_another_review(plan),
        *_missing(sources),
        *_totals(board, sources),
        *_without_answer(board, sources),
        *_other_language(board, sources),
    ]


def _another_review(plan: Plan) -> Iterator[Remark]:
    """Remark where most wordings that differ have nothing in common: the document may belong to another review."""
    differing = [each for each in plan.differences if each.field == "text"]
    unlike = [each for each in differing if likeness(each.recorded, each.told) < _UNLIKE]
    if len(unlike) > max(2, (plan.agreeing + len(differing)) / 4):
        yield Remark("another_review", {"count": len(unlike), "of": plan.agreeing + len(differing)})


def _missing(sources: Sequence[Source]) -> Iterator[Remark]:
    """Remark on numbers that one document of the import has and another lacks."""
    worded = [source for source in sources if source.document.kind in _WORDED]
    numbers = {source.origin: _numbers(source) for source in worded}
    for source in worded:
        for other in worded:
            missing = numbers[other.origin] - numbers[source.origin]
            if missing and all(numbers.values()):
                params = {"numbers": sorted(missing, key=_in_order), "document": source.title, "other": other.title}
                yield Remark("missing", params)


def _numbers(source: Source) -> set[str]:
    return {read.number for read in source.document.recommendations if read.number and is_full(read.number)}


def _in_order(number: str) -> tuple[int, ...]:
    return tuple(int(figure) for figure in number.split("."))


def _totals(board: Board, sources: Sequence[Source]) -> Iterator[Remark]:
    """Remark where an addendum states how many were supported or noted, and the record would hold another count.

    Some count what was supported at once in the room, some only what was left to answer.
    """
    holding = Counter(standing(known.answers, len(known.parts)) for known in board.recommendations)
    for source in sources:
        totals = source.document.totals if source.document.kind is Kind.ADDENDUM else {}
        for position in set(totals) & set(Position):
            stated, held = totals[position], holding[Position(position)]
            if held not in {stated, stated + totals.get(f"{position}_at_once", 0)}:
                yield Remark("totals", {"document": source.title, "position": position, "stated": stated, "held": held})


def _without_answer(board: Board, sources: Sequence[Source]) -> Iterator[Remark]:
    """Remark where answers came and some recommendations are still without one."""
    if any(source.document.kind in {Kind.ADDENDUM, Kind.THEMATIC_LIST} for source in sources):
        without = [known.number for known in board.recommendations if not known.answers and known.number]
        if without and len(without) < len(board.keys):
            yield Remark("without_answer", {"numbers": without})


def _other_language(board: Board, sources: Sequence[Source]) -> Iterator[Remark]:
    spoken = {known.language for known in board.recommendations}
    for source in sources:
        language = source.document.language
        if language and source.document.recommendations and spoken - {language}:
            yield Remark("other_language", {"document": source.title, "language": language})
