"""The clock of a coalition's review: its steps on a given day, and when its answer can be expected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef

from suivi.coalitions.queries import hash_of
from suivi.record.models import Recommendation, Review
from suivi.timeline.models import CalendarFeed, Milestone
from suivi.timeline.rules.counting import Known, answer_span, counted
from suivi.timeline.rules.figures import figures
from suivi.timeline.rules.steps import Moment, Step, steps
from suivi.timeline.rules.words import Condition, Kind

if TYPE_CHECKING:
    from suivi.coalitions.models import Membership
    from suivi.timeline.models import MilestoneQuerySet


@dataclass(frozen=True, slots=True)
class Window:
    """When the State's answer can be expected: `opens_on` is the earliest realistic decision.

    `days` are how many days after a review answers came; `own`: only the State's own earlier answers were counted.
    """

    opens_on: date
    closes_on: date
    days: tuple[int, int]
    own: bool


@dataclass(frozen=True, slots=True)
class Clock:
    """All steps of one review on a day, in order, and the window of the answer while it is open or ahead."""

    review: Review
    today: date
    steps: list[Step]
    window: Window | None
    newest: bool

    @property
    def late(self) -> list[Step]:
        """What the coalition should have done by now, the oldest first."""
        return [step for step in self.steps if step.condition == Condition.LATE]

    @property
    def waiting(self) -> list[Step]:
        """What comes next: everything that is neither over nor late, in order."""
        return [step for step in self.steps if not step.over and step.condition != Condition.LATE]

    def step(self, name: str) -> Step | None:
        """Return the step of this name, or None."""
        return next((step for step in self.steps if step.name == name), None)


def reviews_of_state(state: str) -> list[Review]:
    """Return a State's reviews, the newest first, with `is_listed`, `is_pending`: has recommendations, open ones."""
    inside = Recommendation.objects.filter(review=OuterRef("pk"))
    found = Review.objects.filter(state=state).annotate(is_listed=Exists(inside), is_pending=Exists(inside.pending()))
    return list(found.order_by("-cycle"))


def clock(membership: Membership, reviews: Sequence[Review], review: Review, today: date) -> Clock:
    """Return the clock of one of the reviews of `reviews_of_state`, as this member may see it, in one query."""
    known = known_of(review, reviews)
    newest = review.cycle == max(each.cycle for each in reviews)
    moment = Moment(today, membership.coalition.founded_at.date(), newest)
    kept = list(touched_milestones(membership, review))
    found = steps(counted(known, figures()), kept, known.settled, moment)
    return Clock(review, today, found, _window(known, found), newest)


def touched_milestones(membership: Membership, review: Review) -> MilestoneQuerySet:
    """Return the milestones of a review that people touched or added, as this member may see them."""
    return Milestone.objects.visible_to(membership).standing().filter(review=review).select_related("organisation")


def removed_milestones(membership: Membership, review: Review) -> MilestoneQuerySet:
    """Return the own milestones that were taken away and may be put back, the latest first."""
    found = Milestone.objects.visible_to(membership).filter(review=review).exclude(removed_at=None)
    return found.order_by("-removed_at")


def known_of(review: Review, reviews: Sequence[Review]) -> Known:
    """Return what the record knows of a review's days; `reviews` are all of the same State."""
    days = {}
    for rule in figures().rules.values():
        day = getattr(review, rule.fact, None) if rule.fact else None
        if day:
            days[rule.kind] = day
    following = next((each.reviewed_on for each in reviews if each.cycle == review.cycle + 1), None)
    if following:
        days[Kind.NEXT_REVIEW] = following
    return Known(days, _settled(review), _earlier_answers(review, reviews))


def feed_of(membership: Membership) -> CalendarFeed | None:
    """Return the feed that a member has open, if any."""
    return CalendarFeed.objects.open().filter(membership=membership).first()


def feed_with(token: str) -> CalendarFeed | None:
    """Return the open feed behind a secret address, or None: withdrawn, ended and never made are one answer."""
    related = ("membership__coalition", "membership__person")
    return CalendarFeed.objects.open().select_related(*related).filter(token_hash=hash_of(token)).first()


def _settled(review: Review) -> frozenset[Kind]:
    """Return the milestones that the record holds though it does not know their day."""
    listed, pending = getattr(review, "is_listed", False), getattr(review, "is_pending", False)
    found = set()
    if listed:
        found |= {Kind.DRAFT_LIST}
    if review.report_symbol:
        found |= {Kind.DRAFT_LIST, Kind.WG_ADOPTION, Kind.WG_REPORT}
    if review.addendum_symbol or (listed and not pending):
        found |= {Kind.ANSWER}
    return frozenset(found)


def _earlier_answers(review: Review, reviews: Sequence[Review]) -> tuple[int, ...]:
    """Return how many days after each earlier review the State's written answer was dated."""
    return tuple(
        (each.addendum_on - each.reviewed_on).days
        for each in sorted(reviews, key=lambda each: each.cycle)
        if each.cycle < review.cycle and each.addendum_on and each.reviewed_on
    )


def _window(known: Known, found: Sequence[Step]) -> Window | None:
    answer = next((step for step in found if step.kind == Kind.ANSWER), None)
    if answer is None or answer.over:
        return None
    return Window(
        answer.first, answer.last, answer_span(known, figures()), len(known.earlier_answers) >= figures().answers_enough
    )
