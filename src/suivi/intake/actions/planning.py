"""Working out, for every review that an import speaks of, what it would change; and what a person says about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from suivi.coalitions.models import Membership
from suivi.common.jobs.actions import start
from suivi.common.jobs.work import Progress
from suivi.history.actions import tell
from suivi.intake.actions.ending import drop_file, end_import
from suivi.intake.models import BroughtFile, Import, Line, PlannedReview
from suivi.intake.permissions import can_say_more
from suivi.intake.plan import Plan, plan_review
from suivi.intake.plan.belonging import Belonging, settle
from suivi.intake.plan.stages import EXPORTS
from suivi.intake.queries import known_review, reviews_told, sources_of
from suivi.intake.rules import READING_WORK, ImportState
from suivi.intake.spoken import LEFT_OUT
from suivi.record.models import Review


def plan_import(*, intake: Import, progress: Progress, at: datetime, by: Membership) -> None:  # noqa: ARG001
    """Plan every review anew, and let a person look."""
    with transaction.atomic():
        progress.hold()
        _settle(intake)
        intake.reviews.all().delete()
    reviews = reviews_told(intake)
    for place, (state, cycle) in enumerate(reviews):
        progress.tell(place, len(reviews))
        plan = plan_review(known_review(state, cycle), sources_of(intake, state, cycle))
        with transaction.atomic():
            progress.hold()
            _keep(intake, plan)
    with transaction.atomic():
        progress.hold()
        reading = Import.objects.filter(pk=intake.pk, state=ImportState.READING)
        reading.update(state=ImportState.CHECKED, planned_at=at)


@transaction.atomic
def say_review(
    *, file: BroughtFile, state: str, cycle: int, wg_session: int | None, at: datetime, by: Membership
) -> None:
    """Take a person's word for the review a document belongs to, and let the worker plan anew."""
    can_say_more(by, file.intake).require()
    file.state, file.cycle, file.wg_session, file.is_said = state, cycle, wg_session, True
    file.save(update_fields=["state", "cycle", "wg_session", "is_said"])
    details = {"file": file.sha256, "review": f"{state}/{cycle}"}
    tell(
        verb="say_review", thing=f"import:{file.intake.key}", coalition=by.coalition.key, details=details, at=at, by=by
    )
    plan_again(intake=file.intake, by=by)


@transaction.atomic
def say_columns(*, file: BroughtFile, mapping: Mapping[str, int], at: datetime, by: Membership) -> None:
    """Take a person's word for which column holds what (field -> column, from 0), and let the worker read the sheet."""
    can_say_more(by, file.intake).require()
    file.mapping, file.reading = dict(mapping), None
    file.save(update_fields=["mapping", "reading"])
    details = {"file": file.sha256, "fields": sorted(mapping)}
    tell(
        verb="say_columns", thing=f"import:{file.intake.key}", coalition=by.coalition.key, details=details, at=at, by=by
    )
    plan_again(intake=file.intake, by=by)


@transaction.atomic
def leave_out_file(*, file: BroughtFile, at: datetime, by: Membership) -> None:
    """Go on without one of the files; without the last of them the import is discarded."""
    can_say_more(by, file.intake).require()
    file.lines.all().delete()
    drop_file(file=file, sentence=LEFT_OUT, by=by)
    thing, coalition = f"import:{file.intake.key}", by.coalition.key
    tell(verb="leave_out_file", thing=thing, coalition=coalition, details={"file": file.sha256}, at=at, by=by)
    if file.intake.files.filter(sentence="").exists():
        plan_again(intake=file.intake, by=by)
    else:
        end_import(intake=file.intake, state=ImportState.CANCELLED, sentence="", at=at, by=by)


def plan_again(*, intake: Import, by: Membership) -> None:  # noqa: ARG001
    """Let the worker look through an import once more."""
    intake.state, intake.job = ImportState.READING, start(READING_WORK, import_key=intake.key)
    intake.save(update_fields=["state", "job"])


def _settle(intake: Import) -> None:
    """Fill in to which review each document belongs, as far as the documents and the record tell."""
    files = [file for file in intake.files.all() if file.reading and not file.sentence]
    files = [file for file in files if file.reading and file.reading["kind"] not in EXPORTS]
    told = [Belonging(file.state, file.cycle, file.wg_session, (file.reading or {})["symbol"] or "") for file in files]
    reviews = Review.objects.exclude(report_symbol="").values_list("state", "cycle", "wg_session", "report_symbol")
    settle(told, [Belonging(*review) for review in reviews])
    for file, belonging in zip(files, told, strict=True):
        file.state, file.cycle = belonging.state, belonging.cycle
        file.save(update_fields=["state", "cycle"])
        file.lines.update(state=belonging.state, cycle=belonging.cycle)


def _keep(intake: Import, plan: Plan) -> None:
    PlannedReview.objects.create(
        intake=intake,
        state=plan.state,
        cycle=plan.cycle,
        is_new=plan.is_new,
        counts=plan.counts(),
        facts={name: str(value) for name, value in plan.facts.items()},
        differences=[asdict(difference) for difference in plan.differences],
        remarks=[asdict(remark) for remark in plan.remarks],
    )
    judged = [Line(pk=pk, verdict=verdict, recommendation=key) for pk, (verdict, key) in plan.verdicts.items()]
    Line.objects.bulk_update(judged, ["verdict", "recommendation"], batch_size=200)
