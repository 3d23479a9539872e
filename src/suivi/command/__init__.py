"""The command `suivi`: one door in the terminal. Each subcommand loads only what it needs."""

from __future__ import annotations

import importlib
from typing import cast

import click

# Subcommand -> the module of this folder that holds it, and the one line that `suivi --help` says of it.
# No module is loaded before it is called.
SUBCOMMANDS = {
    "serve": ("suivi.command.serve", "Serve the pages."),
    "worker": ("suivi.command.worker", "Do the long work: reading, importing, comparing."),
    "import": ("suivi.command.importing", "Bring documents into the record."),
    "demo": ("suivi.command.demo", "Fill an empty instance with an invented State."),
    "createcoordinator": ("suivi.command.createcoordinator", "Make a coordinator, or give somebody a new way in."),
    "doctor": ("suivi.command.doctor", "Look at everything that keeps an instance safe."),
    "read": ("suivi.command.read", "Read one UN document and show what it says."),
    "classify": ("suivi.command.classify", "Suggest action and issues of recommendations."),
}
WITHOUT_THE_HOUSE = {"read", "classify"}
"""What works without settings and database; before all others Django is set up."""


class Lazy(click.Group):
    """A group that loads a subcommand's module only when that subcommand is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own form
        """Return the names, in the order of the table."""
        return list(SUBCOMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's own form
        """Load and return one subcommand, or `None` where there is none of this name."""
        if cmd_name not in SUBCOMMANDS:
            return None
        if cmd_name not in WITHOUT_THE_HOUSE:
            importlib.import_module("suivi.command.house").open_house()
        module, _ = SUBCOMMANDS[cmd_name]
        return cast("click.Command", importlib.import_module(module).command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the list of subcommands from the table, loading none of them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in SUBCOMMANDS.items()])


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="suivi")
def main() -> None:
    """Suivi: what civil society does after a State's Universal Periodic Review."""
