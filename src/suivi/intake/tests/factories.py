"""Makes people who bring documents, and imports at each of their stations. Every argument has a plain default."""

from __future__ import annotations

from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from suivi.coalitions.models import Coalition, Membership, Person
from suivi.coalitions.rules import Coordinator, Role
from suivi.common.jobs.models import Job
from suivi.common.jobs.running import run_job
from suivi.intake.actions.applying import confirm_import
from suivi.intake.actions.bringing import bring_files
from suivi.intake.models import Import
from suivi.intake.rules import ImportState


def make_member(*, role: type[Role] = Coordinator, coalition: Coalition | None = None, handle: str = "") -> Membership:
    """Make a person with this role, in a coalition of their own unless one is given."""
    number = Person.objects.count() + 1
    coalition = coalition or Coalition.objects.create(name=f"Orvana Coalition {number}", state="XOR")
    person = Person.objects.create(handle=handle or f"person-{number}", name=f"Person {number}")
    return Membership.objects.create(person=person, coalition=coalition, role_key=role.key)


def make_import(*files: UploadedFile, by: Membership | None = None) -> Import:
    """Bring these files; the worker has not looked at them yet."""
    return bring_files(files=files, at=timezone.now(), by=by or make_member())


def work() -> None:
    """Do what waits for the worker, until nothing waits."""
    while job := Job.objects.open().first():
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
