"""A coordinator from the terminal."""

from __future__ import annotations

import pytest
from click.testing import CliRunner, Result

from suivi.coalitions.models import Membership, Person
from suivi.coalitions.tests.factories import PASSWORD, make_coalition, make_member
from suivi.command import createcoordinator
from suivi.history.models import Event

pytestmark = pytest.mark.django_db

TWICE = f"{PASSWORD}\n{PASSWORD}\n"


@pytest.fixture(autouse=True)
def _migrated(monkeypatch: pytest.MonkeyPatch) -> None:
    # The database of a test is up to date, and its one connection must not be closed.
    monkeypatch.setattr(createcoordinator, "require_current_database", lambda: None)


def _run(*words: str, typed: str = TWICE) -> Result:
    return CliRunner().invoke(createcoordinator.command, list(words), input=typed)


def test_where_nobody_is_it_founds_the_coalition() -> None:
    done = _run("--handle", "Mara", "--name", "Mara", "--coalition", "Orvana Coalition", "--state", "Albania")
    assert done.exit_code == 0, done.output
    made = Membership.objects.get()
    assert (made.person.handle, made.role_key, made.coalition.state) == ("mara", "coordinator", "ALB")
    assert made.person.check_password(PASSWORD)
    assert {event.actor for event in Event.objects.all()} == {"the terminal"}


def test_it_asks_for_what_was_not_said() -> None:
    typed = f"mara\nMara\n{TWICE}Orvana Coalition\nNowhere\nalbanie\n"
    done = _run(typed=typed)
    assert done.exit_code == 0, done.output
    assert "No State is called 'Nowhere'" in done.output
    assert Membership.objects.get().coalition.state == "ALB"


def test_where_a_coalition_is_it_adds_to_it() -> None:
    make_member("idris")
    assert _run("--handle", "mara", "--name", "Mara").exit_code == 0
    assert Membership.objects.get(person__handle="mara").coalition == make_coalition()


def test_of_several_coalitions_it_wants_one_named() -> None:
    make_coalition("One")
    make_coalition("Other")
    done = _run("--handle", "mara", "--name", "Mara")
    assert done.exit_code == 1
    assert "One; Other" in done.output
    assert _run("--handle", "mara", "--name", "Mara", "--coalition", "Other").exit_code == 0
    assert Membership.objects.get().coalition.name == "Other"


def test_a_weak_password_is_asked_for_again() -> None:
    done = _run("--handle", "mara", "--name", "M", "--coalition", "C", "--state", "ALB", typed=f"short\nshort\n{TWICE}")
    assert done.exit_code == 0
    assert "too short" in done.output
    assert Person.objects.get().check_password(PASSWORD)


def test_who_is_there_already_gets_a_new_way_in() -> None:
    person = make_member("mara").person
    new = "meadow clock paper wind"
    done = _run("--handle", "MARA", typed=f"{new}\n{new}\n")
    assert done.exit_code == 0, done.output
    person.refresh_from_db()
    assert person.check_password(new)
    assert Membership.objects.count() == 1
