"""`suivi createcoordinator`: a coordinator from the terminal, or a new way in for whoever lost theirs."""

from __future__ import annotations

import click
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from suivi.coalitions.actions.accounts import give_new_way_in
from suivi.coalitions.actions.founding import add_coordinator, found_coalition
from suivi.coalitions.first_code import forget_first_code
from suivi.coalitions.models import Coalition, Person
from suivi.command.house import require_current_database, stop
from undocs import states

BY = "the terminal"


@click.command("createcoordinator")
@click.option("--handle", prompt="Name to sign in with", help="Name to sign in with.")
@click.option("--name", help="Name that others see; a pseudonym is welcome.")
@click.option("--coalition", help="Name of the coalition: one that is there, or a new one.")
@click.option("--state", help="For a new coalition: the State it follows, by name or code.")
def command(*, handle: str, name: str | None, coalition: str | None, state: str | None) -> None:
    """Make a coordinator, and their coalition where there is none.

    For a name to sign in with that is there already, ask for a new password, forget passkeys and authenticator app, and
    end all sessions: for somebody who lost their way in.
    """
    require_current_database()
    person = Person.objects.filter(handle=handle).first()
    if person:
        give_new_way_in(person=person, password=_password(person), by=BY)
        click.echo(f"{person.name} comes in with the new password, and sets up a passkey or an app again.")
        return
    name = name or click.prompt("Name that others see")
    there = _coalition(coalition)
    told = {"handle": handle, "name": name, "password": _password(Person(handle=handle, name=name)), "by": BY}
    if there:
        add_coordinator(coalition=there, **told)
    else:
        called = coalition or click.prompt("Name of the coalition")
        found_coalition(coalition=called, state=_state(state), **told)
    forget_first_code()
    click.echo(f"{name} coordinates {there or called}, and signs in as {Person.objects.get(handle=handle).handle}.")


def _coalition(name: str | None) -> Coalition | None:
    """Return the coalition of this name, or the only one there is; None where a new one is meant."""
    there = list(Coalition.objects.all())
    found = [each for each in there if each.name == name] if name else there
    if len(found) > 1:
        stop("Which coalition? Say it with --coalition: " + "; ".join(each.name for each in there))
    return found[0] if found else None


def _state(typed: str | None) -> str:
    """Return the code of the State that was typed, asking until it is one."""
    while True:
        typed = typed or click.prompt("State it follows")
        code = typed.upper() if typed.upper() in states.every() else states.find(typed)
        if code:
            return code
        click.echo(f"No State is called {typed!r}. Type its name, or its code of three letters.", err=True)
        typed = None


def _password(person: Person) -> str:
    """Ask for a password, twice, until it is hard to guess."""
    while True:
        typed: str = click.prompt("Password", hide_input=True, confirmation_prompt="The same again")
        try:
            validate_password(typed, person)
        except ValidationError as too_weak:
            click.echo(" ".join(too_weak.messages), err=True)
        else:
            return typed
