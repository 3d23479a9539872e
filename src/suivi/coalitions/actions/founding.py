"""How a coalition begins: with its first coordinator."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from suivi.coalitions.models import Coalition, Membership, Person
from suivi.coalitions.rules import Coordinator
from suivi.common.decisions import Refused
from suivi.history.actions import tell


@transaction.atomic
def found_coalition(*, coalition: str, state: str, handle: str, name: str, password: str, by: object) -> Membership:
    """Make a coalition that follows a State (its ISO3 code), and its first coordinator; return their membership."""
    made = Coalition.objects.create(name=coalition, state=state)
    # Told before the person exists: the head of the history stays locked to the end, so that two cannot found at once.
    tell(verb="found_coalition", thing=f"coalition:{made.key}", coalition=made.key, details={"state": state}, by=by)
    return add_coordinator(coalition=made, handle=handle, name=name, password=password, by=by)


@transaction.atomic
def found_first_coalition(
    *, coalition: str, state: str, handle: str, name: str, password: str, by: object
) -> Membership:
    """Found a coalition on an instance where nobody is yet. Raises `Refused` where somebody came first."""
    founded = found_coalition(coalition=coalition, state=state, handle=handle, name=name, password=password, by=by)
    if Person.objects.exclude(pk=founded.person_id).exists():
        raise Refused(_("Somebody was here first."))
    return founded


@transaction.atomic
def add_coordinator(*, coalition: Coalition, handle: str, name: str, password: str, by: object) -> Membership:
    """Make a person who coordinates a coalition, and return what they are in it."""
    person = Person(handle=handle, name=name)
    person.set_password(password)
    person.save()
    membership = Membership.objects.create(person=person, coalition=coalition, role_key=Coordinator.key)
    thing = f"membership:{membership.key}"
    tell(verb="add_coordinator", thing=thing, coalition=coalition.key, details={"role": Coordinator.key}, by=by)
    return membership
