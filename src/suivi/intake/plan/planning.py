"""Lays the documents of one review on the board in their order, and works out what stands afterwards."""

from __future__ import annotations

from collections.abc import Iterable

from suivi.intake.plan.board import Board
from suivi.intake.plan.changes import Plan, Source
from suivi.intake.plan.facts import learn_facts
from suivi.intake.plan.known import KnownReview
from suivi.intake.plan.laying import Laying
from suivi.intake.plan.reconciling import reconcile
from suivi.intake.plan.stages import standing
from undocs.document import Kind

IN_ORDER = (
    Kind.WORKING_GROUP_REPORT,
    Kind.ADDENDUM,
    Kind.THEMATIC_LIST,
    Kind.PARAGRAPHS,
    Kind.TABLE,
    Kind.UHRI_EXPORT,
    Kind.UPR_INFO_EXPORT,
)
"""The report gives wordings, the addendum the State's own answers, the list tags and what is still missing."""


def plan_review(review: KnownReview, sources: Iterable[Source]) -> Plan:
    """Return everything that these documents would change in the record of one review.

    `review` is used up: it ends as the record would stand afterwards.
    """
    plan = Plan(review.state, review.cycle, is_new=not review.exists)
    board = Board(review)
    laid = sorted(sources, key=lambda source: IN_ORDER.index(source.document.kind))
    for source in laid:
        learn_facts(review, source, plan)
        Laying(board, source, plan).lay()
    answered = {answer.key for answer in plan.answers}
    for known in board.recommendations:
        if known.key in answered:
            plan.positions[known.key] = standing(known.answers, len(known.parts))
    plan.remarks += reconcile(board, laid, plan)
    review.recommendations = board.recommendations
    return plan
