"""Who prepares an opinion map, who may write statements and vote on them now, and who sees the results when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from suivi.common.decisions import ALLOWED, Decision, refused
from suivi.consultations.permissions import can_now, can_run, can_run_consultation, can_speak
from suivi.consultations.rules import Deed
from suivi.opinions.rules.maps import TRANSITIONS, MapState
from suivi.opinions.rules.statements import StatementState
from suivi.opinions.rules.words import STATEMENTS_EACH, STATEMENTS_IN_ALL, Audience

if TYPE_CHECKING:
    from suivi.coalitions.models import Membership
    from suivi.consultations.models import Consultation, Participant
    from suivi.consultations.presence import Visit
    from suivi.opinions.models import OpinionMap, Statement

NO_MAP = _("There is no opinion map here yet. Whoever runs the consultation prepares one.")
NOT_OPEN = _("The opinion map is still being prepared.")
IS_CLOSED = _("The opinion map is closed. What was said counts; nothing more can be said.")


def can_prepare(membership: Membership | None, consultation: Consultation) -> Decision:
    """Say whether this member may prepare the opinion map, open and close it, and moderate its statements."""
    return can_run_consultation(membership, consultation)


def can_move(membership: Membership | None, opinion_map: OpinionMap, to: MapState) -> Decision:
    """Say whether this member may open or close the opinion map now."""
    decision = can_prepare(membership, opinion_map.consultation)
    if decision and to not in TRANSITIONS[MapState(opinion_map.state)]:
        return refused(_("The opinion map stands elsewhere by now. Look again."))
    return decision


def can_state(participant: Participant, opinion_map: OpinionMap, *, own: int, in_all: int) -> Decision:
    """Say whether a participant may put one more statement on the map, beside `own` and those of all."""
    return can_speak(participant, Deed.STATE) and _is_open(opinion_map) and _leaves_room(own, in_all)


def can_vote(participant: Participant, statement: Statement) -> Decision:
    """Say whether a participant may vote on a statement now."""
    if statement.opinion_map.consultation_id != participant.consultation_id:
        return refused(_("This statement belongs to another consultation."))
    if statement.state != StatementState.SHOWN:
        return refused(_("This statement is not on the map."))
    return can_speak(participant, Deed.VOTE) and _is_open(statement.opinion_map)


def can_do_here(visit: Visit, opinion_map: OpinionMap | None, deed: Deed) -> Decision:
    """Say whether whoever visits may do this on the map now: for the page, before anything is written."""
    return _is_open(opinion_map) and can_now(visit, deed)


def can_see_results(visit: Visit, opinion_map: OpinionMap) -> Decision:
    """Say whether whoever visits may see the results that stand."""
    audience = Audience(opinion_map.audience)
    if can_run(visit) or audience == Audience.WHILE_OPEN:
        return ALLOWED
    if audience == Audience.RUNNERS:
        return refused(_("The results are shown to those who run the consultation; they say when all may see them."))
    if opinion_map.state == MapState.CLOSED:
        return ALLOWED
    return refused(_("The results come when voting is closed, so that nobody is swayed by them."))


def _is_open(opinion_map: OpinionMap | None) -> Decision:
    if not opinion_map:
        return refused(NO_MAP)
    if opinion_map.state == MapState.PREPARED:
        return refused(NOT_OPEN)
    return ALLOWED if opinion_map.state == MapState.OPEN else refused(IS_CLOSED)


def _leaves_room(own: int, in_all: int) -> Decision:
    if own >= STATEMENTS_EACH:
        return refused(_("You have put as many statements on the map as one person may. Now hear the others."))
    if in_all >= STATEMENTS_IN_ALL:
        return refused(_("The map is full: nobody could vote on more statements. Vote on those that are there."))
    return ALLOWED
