"""`suivi import`: documents from this machine's disk into the record, with the same check as in the browser."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

import click
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from rich.console import Console
from rich.table import Table

from suivi.coalitions.models import Membership
from suivi.command.house import require_current_database, stop
from suivi.command.waiting import wait_for
from suivi.common.jobs.rules import JobState
from suivi.intake.actions.applying import confirm_import
from suivi.intake.actions.bringing import bring_files, discard_import
from suivi.intake.actions.planning import say_review
from suivi.intake.models import Import
from suivi.intake.permissions import can_confirm_import
from suivi.intake.queries import files_that_wait
from suivi.intake.rules import ImportState, cycle_of_session
from suivi.intake.screen import outcome, remarks
from suivi.record.permissions import can_change_record

REFUSED, DISCARDED, BROKEN_OFF = 1, 3, 4
_EXAMPLES = """\b
Examples:
  suivi import report.pdf addendum.pdf matrix.docx
  suivi import --yes uhri-export.json
  suivi import --state SVN --cycle 3 list.docx

\b
Exit status: 0 if everything is in the record, 1 if it cannot be read or
may not be brought, 2 if the command was mistyped, 3 if it was discarded,
4 if it broke off.
"""


@click.command("import", epilog=_EXAMPLES)
@click.option("--by", "handle", help="In whose name: what they sign in with. Without it, a coordinator's.")
@click.option("--state", help="The State under review (ISO 3166, three letters), where a document does not say it.")
@click.option("--cycle", type=click.IntRange(1, 20), help="The cycle, where a document does not say it.")
@click.option("--session", type=click.IntRange(1, 999), help="The session of the Working Group instead of the cycle.")
@click.option("--yes", is_flag=True, help="Take it into the record without asking.")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
def command(
    files: Sequence[Path], *, handle: str | None, state: str | None, cycle: int | None, session: int | None, yes: bool
) -> None:
    """Bring FILES into the record: reports, addenda, lists, exports, in any order.

    What was read and what it would change is shown first. Without --yes you are asked; what you do not confirm is
    discarded. Importing twice changes nothing.
    """
    require_current_database()
    console = Console(stderr=True)
    by = _member(handle)
    with ExitStack() as opened:
        brought = [
            UploadedFile(opened.enter_context(path.open("rb")), path.name, size=path.stat().st_size) for path in files
        ]
        intake = bring_files(files=brought, at=timezone.now(), is_from_disk=True, by=by)
    _wait(intake, "Reading", console)
    if intake.state == ImportState.CHECKED and files_that_wait(intake) and state and (cycle or session):
        _say(intake, state.upper(), cycle or cycle_of_session(session) or 0, session, by)
        _wait(intake, "Looking through it again", console)
    if intake.state != ImportState.CHECKED:
        stop(intake.sentence or "It was stopped; nothing was changed.", REFUSED)
    _show(intake, console)
    decision = can_confirm_import(by, intake)
    if not decision or not (yes or _asked(console)):
        discard_import(intake=intake, at=timezone.now(), by=by)
        stop(str(decision.why) or "Discarded; nothing was changed.", DISCARDED if decision else REFUSED)
    confirm_import(intake=intake, at=timezone.now(), by=by)
    ended = _wait(intake, "Taking it into the record", console, units=True)
    if ended != JobState.DONE:
        stop(intake.sentence or "It was stopped.", BROKEN_OFF)
    click.echo("It is in the record.")


def _member(handle: str | None) -> Membership:
    """Return the member in whose name documents are brought."""
    members = Membership.objects.active().select_related("coalition", "person").order_by("pk")
    named = members.filter(person__handle=handle) if handle else members
    found = next((member for member in named if can_change_record(member)), None)
    if found is None and handle:
        stop(f"{handle} may not change the record, or nobody signs in with that name.", REFUSED)
    if found is None:
        stop("Nobody may change the record yet: start the server and make the first coordinator.", REFUSED)
    return found


def _wait(intake: Import, title: str, console: Console, *, units: bool = False) -> JobState:
    intake.refresh_from_db()
    ended = wait_for(intake.job, title, console, units=units) if intake.job else JobState.DONE
    intake.refresh_from_db()
    return ended


def _say(intake: Import, state: str, cycle: int, session: int | None, by: Membership) -> None:
    for file in files_that_wait(intake):
        if not file.columns:
            say_review(file=file, state=state, cycle=cycle, wg_session=session, at=timezone.now(), by=by)


def _show(intake: Import, console: Console) -> None:
    for remarked in remarks(intake):
        console.print(f"[bold]{remarked.about}[/]", highlight=False)
        for sentence in remarked.sentences:
            console.print(f"  {sentence}", highlight=False, markup=False)
    reviews = list(intake.reviews.all())
    counts = outcome(reviews)["counts"]
    table = Table("review", *(_COLUMNS.values()), box=None)
    for review in reviews[:_ROWS]:
        table.add_row(review.key, *(str(review.counts[name] or "") for name in _COLUMNS))
    if len(reviews) > 1:
        table.add_row(f"{len(reviews)} reviews", *(str(counts[name] or "") for name in _COLUMNS), style="bold")
    console.print(table)


_ROWS = 40
_COLUMNS = {
    "recommendations": "new recommendations",
    "answers": "new answers",
    "tags": "new tags",
    "same": "same as before",
    "differences": "differences",
}


def _asked(console: Console) -> bool:
    if not sys.stdin.isatty():
        console.print("Nobody is there to ask: say --yes to take it into the record.")
        return False
    return click.confirm("Take it into the record?", err=True)
