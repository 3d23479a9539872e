"""Fills an instance with a consultation in which people vote, or tells what its database holds.

python _hall_world.py fill     prints the code on the wall
python _hall_world.py tell     prints votes and sayings as one line of JSON
"""

from __future__ import annotations

import json
import sys
from datetime import timedelta

import _started  # noqa: F401  sets Django up before its models are imported

# isort: split
from django.utils import timezone

from suivi.coalitions.actions.founding import found_coalition
from suivi.coalitions.models import Membership
from suivi.consultations.actions.doors import open_door
from suivi.consultations.actions.setting_up import move_on, set_up_consultation
from suivi.consultations.models import Act
from suivi.consultations.rules import Kind, Phase, Room
from suivi.consultations.starting import agenda_for
from suivi.discussions.models import Entry
from suivi.history.queries import verify_chain
from suivi.opinions.actions.maps import open_map, prepare_map
from suivi.opinions.actions.statements import seed_statements
from suivi.opinions.models import Statement, Vote
from suivi.opinions.rules.words import Audience
from suivi.record.models import Review

STATEMENTS = 60


def fill() -> str:
    """Make a coalition, its consultation with an open opinion map, and a door; return the code on the wall."""
    now = timezone.now()
    found_coalition(coalition="Orvana", state="XOR", handle="mara", name="Mara", password="bench", by="bench")  # noqa: S106
    mara = Membership.objects.select_related("coalition", "person").get(person__handle="mara")
    review = Review.objects.create(state="XOR", cycle=4, wg_session=51)
    consultation = set_up_consultation(
        review=review, kind=Kind.WORKSHOP, room=Room.COALITION, title="After the review", about="", languages="",
        begins_on=now.date(), ends_on=now.date() + timedelta(days=2), place="Town hall",
        agenda=agenda_for(Kind.WORKSHOP), at=now, by=mara,
    )  # fmt: skip
    move_on(consultation=consultation, to=Phase.DISCUSS, at=now, by=mara)
    drawn = prepare_map(
        consultation=consultation, question="What should come first?", moderated=True, audience=Audience.AT_THE_END,
        by=mara,
    )  # fmt: skip
    texts = [f"Statement {number}: this should come before what stands beside it." for number in range(STATEMENTS)]
    seed_statements(opinion_map=drawn, texts=texts, language="en", by=mara)
    open_map(opinion_map=drawn, at=now, by=mara)
    return open_door(consultation=consultation, at=now, by=mara).code


def tell() -> str:
    """Return what the database holds: who voted what, what was said, how many acts were noted; what may be voted on."""
    votes = Vote.objects.order_by("id").values_list("ballot__participant__name", "statement__key", "choice")
    return json.dumps(
        {
            "votes": [[f"{name}/{statement}", choice] for name, statement, choice in votes],
            "said": list(Entry.objects.order_by("id").values_list("text", flat=True)),
            "acts": Act.objects.count(),
            "statements": list(Statement.objects.values_list("key", flat=True)),
            "history": verify_chain().broken_at is None,
        }
    )


if __name__ == "__main__":
    print(fill() if sys.argv[1] == "fill" else tell())
