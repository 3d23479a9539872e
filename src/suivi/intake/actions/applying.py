"""Taking an import into the record: one transaction a review, so that a restart goes on where it stopped."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from suivi.coalitions.models import Membership
from suivi.common.jobs.actions import start
from suivi.common.jobs.work import Progress
from suivi.history.actions import tell
from suivi.intake.actions.ending import end_import
from suivi.intake.actions.planning import plan_again
from suivi.intake.actions.writing import write_plan
from suivi.intake.models import Import, PlannedReview
from suivi.intake.permissions import can_confirm_import, can_see_import
from suivi.intake.plan import plan_review
from suivi.intake.queries import is_outdated, known_review, sources_of
from suivi.intake.rules import APPLYING_WORK, ImportState
from suivi.record.models import Review


@transaction.atomic
def confirm_import(*, intake: Import, at: datetime, by: Membership) -> bool:
    """Let the worker take it into the record; where that changed meanwhile, plan anew instead and return False."""
    current = Import.objects.select_for_update().get(pk=intake.pk)
    can_confirm_import(by, current).require()
    if is_outdated(current):
        plan_again(intake=current, by=by)
        return False
    current.state, current.confirmed_by = ImportState.APPLYING, by
    current.job = start(APPLYING_WORK, import_key=current.key)
    current.save(update_fields=["state", "confirmed_by", "job"])
    details = {"reviews": current.reviews.count()}
    tell(
        verb="confirm_import", thing=f"import:{current.key}", coalition=by.coalition.key, details=details, at=at, by=by
    )
    return True


def apply_import(*, intake: Import, progress: Progress, clock: Callable[[], datetime], by: Membership) -> None:
    """Write what was confirmed, review by review. Begun anew after a crash, it goes on with the first one not done."""
    can_see_import(by, intake).require()
    if intake.state != ImportState.APPLYING:
        return
    reviews = list(intake.reviews.all())
    for done, planned in enumerate(reviews):
        progress.tell(done, len(reviews))
        if planned.applied_at is None:
            _apply(intake, planned, progress, clock(), by)
    with transaction.atomic():
        progress.hold()
        end_import(intake=intake, state=ImportState.APPLIED, sentence="", at=clock(), by=by)


@transaction.atomic
def _apply(intake: Import, planned: PlannedReview, progress: Progress, at: datetime, by: Membership) -> None:
    progress.hold()
    # Two workers at the same review come one after the other, and the second one sees what the first one wrote.
    Review.objects.select_for_update().filter(state=planned.state, cycle=planned.cycle).first()
    sources = sources_of(intake, planned.state, planned.cycle)
    plan = plan_review(known_review(planned.state, planned.cycle), sources)
    documents = write_plan(plan=plan, sources=sources, intake=intake, at=at, by=by)
    planned.counts, planned.applied_at = plan.counts(), at
    planned.save(update_fields=["counts", "applied_at"])
    details = {"import": intake.key, "documents": [document.key for document in documents], **plan.counts()}
    thing = f"review:{planned.key}"
    tell(verb="apply_import", thing=thing, coalition=intake.coalition.key, details=details, at=at, by=by)
