"""`suivi worker`: does what takes longer than a page may, until it is told to end."""

from __future__ import annotations

from datetime import datetime

import click

from suivi.coalitions.actions.freezing import freeze_the_silent
from suivi.coalitions.actions.joining import forget_newcomers
from suivi.command.house import require_current_database
from suivi.common.jobs.loop import run_worker


@click.command("worker")
@click.option(
    "--interval", type=click.FloatRange(0.05, 60), default=0.5, show_default=True, help="Seconds between two looks."
)
@click.option("--until-idle", is_flag=True, help="End when nothing waits, instead of staying.")
def command(*, interval: float, until_idle: bool) -> None:
    """Do the long work that waits in the database, one piece after the other.

    SIGTERM or Ctrl-C ends it cleanly: what it was doing waits for the next worker. Where a worker is killed, the next
    one takes its work over after half a minute. Several workers may run side by side.
    """
    require_current_database()
    run_worker(interval=interval, until_idle=until_idle, also=(_freeze, _forget))


def _freeze(now: datetime) -> None:
    """Freeze those who wished it for a time of silence, and were silent."""
    freeze_the_silent(at=now, by="suivi")


def _forget(now: datetime) -> None:
    """Forget whom nobody let in for two weeks."""
    forget_newcomers(at=now, by="suivi")
