"""Fills an empty instance with the demo: a coalition, its people, four reviews brought as documents, its own dates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext as _

from suivi.coalitions.actions.founding import found_first_coalition
from suivi.coalitions.actions.invitations import accept_as_newcomer, invite
from suivi.coalitions.actions.members import add_organisation
from suivi.coalitions.models import Membership, Organisation, Person
from suivi.common.decisions import Refused
from suivi.common.jobs.loop import run_worker
from suivi.demo.consultation import hold_consultation
from suivi.demo.papers import write_papers
from suivi.demo.story import Cycle, compose, people
from suivi.intake.actions.applying import confirm_import
from suivi.intake.actions.bringing import bring_files
from suivi.record.actions.reviews import date_review
from suivi.record.models import Review
from suivi.timeline.actions import add_milestone


def make_demo(*, password: str, at: datetime, tell: Callable[[str], None], by: object) -> None:
    """Make everything, saying each step to `tell`; the documents go the way that any document goes.

    Raises `Refused` where somebody works on this instance already.
    """
    if Person.objects.exists():
        raise Refused(_("People work on this instance already, so it gets no demo."))
    told = people()
    tell("The coalition and its people")
    coordinator = _people(told, password=password, at=at, by=by)
    with TemporaryDirectory() as folder:
        for cycle in compose(at.date()):
            tell(f"Its review in cycle {cycle.number}, with {len(cycle.recommendations)} recommendations")
            _bring(cycle, Path(folder), at=at, by=coordinator)
    tell("The coalition's own dates")
    _dates(told, at=at, by=coordinator)
    hold_consultation(review=_newest(), at=at, tell=tell, by=coordinator)


def _people(told: dict[str, Any], *, password: str, at: datetime, by: object) -> Membership:
    (first, *others) = told["person"]
    coordinator = found_first_coalition(
        coalition=told["coalition"],
        state=told["state"],
        handle=first["handle"],
        name=first["name"],
        password=password,
        by=by,
    )
    organisations = {name: add_organisation(name=name, by=coordinator) for name in told["organisations"]}
    for person in others:
        invitation, _token = invite(
            meant_for=person["name"],
            role_key=person["role"],
            organisation=organisations[person["organisation"]],
            at=at,
            by=coordinator,
        )
        accept_as_newcomer(
            invitation=invitation,
            at=at,
            name=person["name"],
            handle=person["handle"],
            password=password,
            language="",
            by=by,
        )
    return coordinator


def _bring(cycle: Cycle, folder: Path, *, at: datetime, by: Membership) -> None:
    papers = [SimpleUploadedFile(path.name, path.read_bytes()) for path in write_papers(cycle, folder)]
    intake = bring_files(files=papers, at=at, by=by)
    run_worker(until_idle=True)
    intake.refresh_from_db()
    confirm_import(intake=intake, at=at, by=by)
    run_worker(until_idle=True)
    if cycle.plenary_on:
        date_review(review=_newest(), facts={"plenary_on": cycle.plenary_on}, by=by)


def _newest() -> Review:
    return Review.objects.order_by("-cycle")[0]


def _dates(told: dict[str, Any], *, at: datetime, by: Membership) -> None:
    organisations = {each.name: each for each in Organisation.objects.filter(coalition=by.coalition)}
    for milestone in told["milestone"]:
        add_milestone(
            review=_newest(),
            title=milestone["title"],
            due_on=at.date() + timedelta(days=milestone["days_from_today"]),
            note=milestone["note"],
            organisation=organisations.get(milestone.get("organisation", "")),
            at=at,
            by=by,
        )
