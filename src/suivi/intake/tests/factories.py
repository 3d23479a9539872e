"""Makes people who bring documents, and imports at each of their stations. Every argument has a plain default."""

from __future__ import annotations

from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from suivi.coalitions.models import Membership
from suivi.coalitions.rules import Coordinator
from suivi.coalitions.tests.factories import make_member
from suivi.common.jobs.models import Job
from suivi.common.jobs.running import run_job
from suivi.intake.actions.applying import confirm_import
from suivi.intake.actions.bringing import bring_files
from suivi.intake.models import Import
from suivi.intake.rules import ImportState


def coordinator() -> Membership:
    """Return the coordinator of the coalition, made where there is none yet."""
    return Membership.objects.filter(role_key=Coordinator.key).first() or make_member("mara")


def make_import(*files: UploadedFile, by: Membership | None = None) -> Import:
    """Bring these files; the worker has not looked at them yet."""
    return bring_files(files=files, at=timezone.now(), by=by or coordinator())


def work() -> None:
    """Do what waits for the worker in the intake, until nothing waits."""
    while job := Job.objects.open().filter(work__startswith="suivi.intake.").first():
        run_job.call(job.pk)


def make_checked(*files: UploadedFile, by: Membership | None = None) -> Import:
    """Bring these files and let the worker read them."""
    intake = make_import(*files, by=by)
    work()
    intake.refresh_from_db()
    return intake


def make_applied(*files: UploadedFile, by: Membership | None = None) -> Import:
    """Bring these files, and take into the record whatever was read."""
    intake = make_checked(*files, by=by)
    assert intake.state == ImportState.CHECKED, intake.sentence
    confirm_import(intake=intake, at=timezone.now(), by=intake.brought_by)
    work()
    intake.refresh_from_db()
    return intake
