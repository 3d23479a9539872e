"""What documents would change in the record of one review: pure, so that looking and doing cannot differ."""

from suivi.intake.plan.changes import Difference, Plan, Remark, Source
from suivi.intake.plan.known import KnownAnswer, KnownPart, KnownRecommendation, KnownReview
from suivi.intake.plan.planning import plan_review

__all__ = [
    "Difference",
    "KnownAnswer",
    "KnownPart",
    "KnownRecommendation",
    "KnownReview",
    "Plan",
    "Remark",
    "Source",
    "plan_review",
]
