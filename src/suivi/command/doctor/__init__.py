"""`suivi doctor`: looks at everything that keeps an instance safe, and says in sentences what to mend."""

from __future__ import annotations

import sys

import click

from suivi.command.doctor import database, folder, server
from suivi.command.doctor.findings import Check, Finding, State

CHECKS: tuple[Check, ...] = (*database.CHECKS, *folder.CHECKS, *server.CHECKS)
COLOURS = {State.GOOD: "green", State.LOOK: "yellow", State.BAD: "red"}


@click.command("doctor")
@click.option("--quiet", is_flag=True, help="Say only what is not good.")
def command(*, quiet: bool) -> None:
    """Look at database, history, disk, permissions, address and worker. Ends with 1 where something is bad."""
    found = [(check.name, check.find()) for check in CHECKS]
    for name, finding in found:
        if not quiet or finding.state is not State.GOOD:
            _say(name, finding)
    sys.exit(any(finding.state is State.BAD for _name, finding in found))


def _say(name: str, finding: Finding) -> None:
    """Print one finding: the word before the colour, for those who see no colours."""
    state = click.style(f"{finding.state.value:<10}", fg=COLOURS[finding.state])
    click.echo(f"{state} {name}: {finding.says}")
    if finding.remedy:
        click.echo(f"{'':<11}{finding.remedy}")
