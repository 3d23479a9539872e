"""Holds the demo's consultation, from the invitation to the minutes, the way that a coalition would hold it."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from suivi.coalitions.models import Membership
from suivi.consultations.actions.agenda import change_session, count_heads
from suivi.consultations.actions.doors import open_door
from suivi.consultations.actions.seats import take_seat
from suivi.consultations.actions.setting_up import move_on, set_up_consultation
from suivi.consultations.models import Consultation, Participant
from suivi.consultations.queries import agenda_of
from suivi.consultations.rules import Kind, Phase, Room
from suivi.consultations.starting import agenda_for
from suivi.demo.clusters import make_clusters
from suivi.demo.consent import fill_decisions
from suivi.demo.discussions import fill_discussions
from suivi.demo.opinions import fill_opinions
from suivi.demo.priorities import fill_priorities, find_recommendation
from suivi.minutes.actions import name_rapporteur, write_note
from suivi.minutes.rules import Part
from suivi.plans.actions.activities import put_on_calendar
from suivi.plans.actions.rows import add_row, change_row
from suivi.plans.actions.starting import start_plans
from suivi.plans.models import Measure
from suivi.plans.queries.lines import cells_of
from suivi.plans.rules.columns import Table
from suivi.record.models import Review

DATA = Path(__file__).parent / "data" / "consultation.toml"
IN_THE_PLAN = ("goal", "government_action", "indicator", "ministry")


def hold_consultation(*, review: Review, at: datetime, tell: Callable[[str], None], by: Membership) -> Consultation:
    """Make clusters, then lead a consultation of three days (this is its second) as far as its decisions and minutes.

    Leaves a dialogue day with officials three weeks ahead, so that the other room is there to be seen.
    """
    told = tomllib.loads(DATA.read_text(encoding="utf8"))
    tell("Clusters, from suggestions that somebody looked over")
    make_clusters(review=review, at=at, by=by)
    tell("A consultation: discussed, weighed, decided")
    consultation = _set_up(told, review, at, by)
    own = take_seat(consultation=consultation, at=at, by=by)
    for phase, fill in (
        (Phase.DISCUSS, fill_discussions),
        (Phase.DISCUSS, fill_opinions),
        (Phase.PRIORITISE, fill_priorities),
        (Phase.DECIDE, fill_decisions),
    ):
        consultation = move_on(consultation=consultation, to=phase, at=at, by=by)
        fill(consultation=consultation, at=at, by=by)
    tell("Plans, actions and minutes")
    own.consultation = consultation
    _plan(told, consultation, at, own)
    put_on_calendar(consultation=consultation, at=at, by=by)
    _write(told, consultation, at, by)
    _dialogue(told["dialogue"], review, at, by)
    return consultation


def _set_up(told: dict[str, Any], review: Review, at: datetime, by: Membership) -> Consultation:
    begins = at.date() - timedelta(days=1)
    facts = {name: told[name] for name in ("title", "about", "place", "languages")}
    consultation = set_up_consultation(
        review=review, kind=Kind.WORKSHOP, room=Room.COALITION, begins_on=begins, ends_on=begins + timedelta(days=2),
        agenda=agenda_for(Kind.WORKSHOP), at=at, by=by, **facts,
    )  # fmt: skip
    for session in agenda_of(consultation):
        for known in told["session"]:
            if known["words"] in session.title:
                change_session(session=session, facts={**known, "words": None}, by=by)
    count_heads(consultation=consultation, heads=told["heads"], by=by)
    open_door(consultation=consultation, at=at, by=by)
    return consultation


def _plan(told: dict[str, Any], consultation: Consultation, at: datetime, by: Participant) -> None:
    """Begin the plans from what was decided, then fill in some lines as clusters would."""
    start_plans(consultation=consultation, at=at, by=by)
    for line in told["measure"]:
        asked = find_recommendation(consultation, line["words"])
        cells = {name: line[name] for name in IN_THE_PLAN}
        row = Measure.objects.filter(consultation=consultation, recommendations=asked).first() if asked else None
        if row:
            change_row(row=row, cells=cells_of(row) | cells, based_on=row.version, at=at, by=by)
        elif asked:
            cells["recommendations"] = asked.number
            add_row(consultation=consultation, table=Table.IMPLEMENTATION, cells=cells, at=at, by=by)
    for line in told["activity"]:
        day = at.date() + timedelta(days=line["days_from_today"])
        cells = {name: line[name] for name in ("activity", "by_whom", "organisation")} | {"by_when": day.isoformat()}
        add_row(consultation=consultation, table=Table.STRATEGY, cells=cells, at=at, by=by)


def _write(told: dict[str, Any], consultation: Consultation, at: datetime, by: Membership) -> None:
    members = Membership.objects.active().filter(coalition=by.coalition, person__handle=told["rapporteur"])
    name_rapporteur(consultation=consultation, whom=members.first(), by=by)
    sessions = list(agenda_of(consultation))
    for note in told["note"]:
        session = next((each for each in sessions if note.get("words") and note["words"] in each.title), None)
        part = Part.AGENDA if session else Part(note["part"])
        write_note(consultation=consultation, part=part, session=session, text=note["text"], based_on=0, at=at, by=by)


def _dialogue(told: dict[str, Any], review: Review, at: datetime, by: Membership) -> None:
    day = at.date() + timedelta(days=told["days_from_today"])
    set_up_consultation(
        review=review, kind=Kind.DIALOGUE_DAY, room=Room.DIALOGUE, begins_on=day, ends_on=day,
        title=told["title"], about=told["about"], place=told["place"],
        agenda=agenda_for(Kind.DIALOGUE_DAY), at=at, by=by,
    )  # fmt: skip
