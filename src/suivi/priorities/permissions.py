"""Who may prepare and end a priority exercise, fill a sheet, and see which figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from suivi.common.decisions import ALLOWED, Decision, refused
from suivi.consultations.permissions import can_now, can_run_consultation, can_speak
from suivi.consultations.rules import Deed
from suivi.priorities.models import Priority
from suivi.priorities.rules.words import FEW, TRANSITIONS, ExerciseState

if TYPE_CHECKING:
    from suivi.coalitions.models import Membership, Organisation
    from suivi.consultations.models import Consultation, Participant
    from suivi.consultations.presence import Visit
    from suivi.priorities.models import Exercise

FEWEST = 2


def can_keep_priorities(membership: Membership | None, consultation: Consultation) -> Decision:
    """Say whether this member may prepare exercises and keep the list of joint priorities."""
    return can_run_consultation(membership, consultation)


def can_move(membership: Membership | None, exercise: Exercise, verb: str) -> Decision:
    """Say whether this member may do with an exercise what its table of states calls `verb`, from where it stands."""
    return can_keep_priorities(membership, exercise.consultation) and _is_next(exercise, verb)


def can_open(membership: Membership | None, exercise: Exercise) -> Decision:
    """Say whether this member may open an exercise: it must ask something of at least two recommendations."""
    decision = can_move(membership, exercise, "open_exercise")
    if not decision:
        return decision
    if exercise.candidates.count() < FEWEST:
        return refused(_("Choose at least two recommendations: one alone cannot be weighed."))
    if not exercise.by_dots and not exercise.criteria.exists():
        return refused(_("Choose at least one criterion to weigh by."))
    return ALLOWED


def can_put_back(membership: Membership | None, priority: Priority) -> Decision:
    """Say whether a joint priority may be put back: not where its recommendation stands on the list again already."""
    decision = can_keep_priorities(membership, priority.consultation)
    same = Priority.objects.standing().filter(
        consultation=priority.consultation_id, recommendation=priority.recommendation_id
    )
    if decision and same.exists():
        return refused(_("This recommendation stands on the list already."))
    return decision


def can_change(membership: Membership | None, exercise: Exercise) -> Decision:
    """Say whether this member may still change what an exercise asks."""
    decision = can_keep_priorities(membership, exercise.consultation)
    if decision and exercise.state != ExerciseState.PREPARED:
        return refused(_("It was opened already: what it asks can no longer be changed."))
    return decision


def can_fill(participant: Participant, exercise: Exercise) -> Decision:
    """Say whether a participant may fill their sheet, or that of their organisation, now."""
    return can_speak(participant, deed_of(exercise)) and _is_asked(exercise, participant.organisation)


def can_fill_now(visit: Visit, exercise: Exercise) -> Decision:
    """Say whether whoever visits may fill a sheet, also a member who would take a seat by doing so."""
    someone = visit.participant or visit.membership
    return can_now(visit, deed_of(exercise)) and _is_asked(exercise, someone.organisation if someone else None)


def can_see_results(exercise: Exercise) -> Decision:
    """Say whether results are to be seen: never while sheets are filled, so that nobody's own sheet can be told."""
    if exercise.is_over:
        return ALLOWED
    return refused(_("Results are shown when the exercise is closed, so that nobody votes by what others did."))


def can_see_few(visit: Visit, exercise: Exercise) -> Decision:
    """Say whether figures that stem from few voices are to be seen: by those who run the consultation alone."""
    decision = can_keep_priorities(visit.membership, exercise.consultation)
    if decision:
        return decision
    return refused(_("Fewer than %(few)d voices: shown only to those who run the consultation.") % {"few": FEW})


def deed_of(exercise: Exercise) -> Deed:
    """Return what the phase table calls it: to score, or to spread dots."""
    return Deed.SPREAD_DOTS if exercise.by_dots else Deed.SCORE


def _is_next(exercise: Exercise, verb: str) -> Decision:
    if verb in TRANSITIONS[ExerciseState(exercise.state)].values():
        return ALLOWED
    return refused(_("This cannot be done from where the exercise stands now. Look at its page again."))


def _is_asked(exercise: Exercise, organisation: Organisation | None) -> Decision:
    if not exercise.is_open:
        return refused(_("This exercise is not open."))
    if exercise.by_organisation and not organisation:
        return refused(_("Here each organisation has one sheet, and you are here for none."))
    return ALLOWED
