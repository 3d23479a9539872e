"""Who may write, propose, word otherwise, decide, merge and withdraw; each refusal says why in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from suivi.common.decisions import ALLOWED, Decision, refused
from suivi.consultations.permissions import can_now, can_run, can_speak, can_take_part
from suivi.consultations.presence import Visit
from suivi.consultations.rules import Deed
from suivi.discussions.rules.languages import OTHER
from suivi.discussions.rules.strategies import StrategyState, may_become
from suivi.discussions.sentences import OFF_THE_TABLE
from suivi.discussions.translating import translator

if TYPE_CHECKING:
    from suivi.consultations.models import Participant
    from suivi.discussions.models import Amendment, Entry, Merge, Strategy


def visit_of(participant: Participant) -> Visit:
    """Return the visit of whoever has a seat, so that a deed is asked for as its page was."""
    return Visit(participant.consultation, participant.membership, participant)


def can_do(visit: Visit, deed: Deed) -> Decision:
    """Say whether whoever visits may do a deed now, with a seat or by taking one."""
    return can_speak(visit.participant, deed) if visit.participant else can_now(visit, deed)


def can_write(visit: Visit) -> Decision:
    """Say whether somebody may write in discussions, follow them and support what others propose."""
    return can_do(visit, Deed.WRITE)


def can_edit_entry(visit: Visit, entry: Entry) -> Decision:
    """Say whether somebody may change an entry: its author, while it stands."""
    if not _is(visit, entry.written_by_id):
        return refused(_("Only whoever wrote it may change it."))
    if entry.withdrawn_at:
        return refused(_("It was withdrawn."))
    return can_write(visit)


def can_withdraw_entry(visit: Visit, entry: Entry) -> Decision:
    """Say whether somebody may withdraw an entry: its author, and at any time those who run the consultation."""
    if entry.withdrawn_at:
        return refused(_("It was withdrawn already."))
    if can_run(visit):
        return ALLOWED
    if not _is(visit, entry.written_by_id):
        return refused(_("Only its author and those who run the consultation may withdraw it."))
    return can_write(visit)


def can_put_back_entry(visit: Visit, entry: Entry) -> Decision:
    """Say whether somebody may put a withdrawn entry back: whoever withdrew it, and those who run the consultation."""
    if not entry.withdrawn_at:
        return refused(_("It stands already."))
    if entry.withdrawn_by_others and not can_run(visit):
        return refused(_("Those who run the consultation withdrew it. Ask them."))
    if not entry.withdrawn_by_others and not _is(visit, entry.written_by_id):
        return refused(_("Its author withdrew it; nobody else may put it back."))
    return can_write(visit)


def can_ask_translation(visit: Visit, entry: Entry, language: str) -> Decision:
    """Say whether somebody may ask for a machine translation: whoever takes part, where this server has a machine."""
    if translator() is None:
        return refused(_("This server has no machine translation."))
    if entry.withdrawn_at or language in {entry.language, OTHER} or entry.language == OTHER:
        return refused(_("There is nothing to translate."))
    return can_take_part(visit)


def can_have_post(visit: Visit) -> Decision:
    """Say whether somebody may have a digest by mail: whoever takes part, where this server sends mail."""
    if not settings.MAIL_FROM:
        return refused(_("This server sends no mail."))
    return can_take_part(visit)


def can_propose(visit: Visit) -> Decision:
    """Say whether somebody may propose a strategy."""
    return can_do(visit, Deed.PROPOSE)


def can_reword(visit: Visit, strategy: Strategy) -> Decision:
    """Say whether somebody may reword a strategy at once: whoever proposed it."""
    if not _is(visit, strategy.proposed_by_id):
        return refused(_("Only whoever proposed it may reword it. You can suggest another wording."))
    if strategy.state == StrategyState.DRAFTED:
        return can_propose(visit)
    return _on_the_table(strategy) and can_do(visit, Deed.AMEND)


def can_suggest(visit: Visit, strategy: Strategy) -> Decision:
    """Say whether somebody may suggest another wording of a strategy: whoever proposed it changes it at once."""
    if _is(visit, strategy.proposed_by_id):
        return refused(_("You proposed it, so you can change it at once."))
    return _on_the_table(strategy) and can_do(visit, Deed.AMEND)


def can_decide_amendment(visit: Visit, amendment: Amendment) -> Decision:
    """Say whether somebody may accept or decline a wording: whoever proposed the strategy, and those who run things."""
    if not amendment.is_open:
        return refused(_("This suggestion was decided already."))
    if not _is(visit, amendment.strategy.proposed_by_id) and not can_run(visit):
        return refused(_("Whoever proposed the strategy decides, or those who run the consultation."))
    return _on_the_table(amendment.strategy) and can_do(visit, Deed.AMEND)


def can_withdraw_amendment(visit: Visit, amendment: Amendment) -> Decision:
    """Say whether somebody may take a suggestion back: whoever made it, while nobody decided."""
    if not amendment.is_open:
        return refused(_("This suggestion was decided already."))
    if not _is(visit, amendment.suggested_by_id):
        return refused(_("Only whoever made a suggestion may take it back."))
    return can_write(visit)


def can_support(visit: Visit, strategy: Strategy) -> Decision:
    """Say whether somebody may say "me too" to a strategy."""
    return _on_the_table(strategy) and can_write(visit)


def can_put_forward(visit: Visit, strategy: Strategy) -> Decision:
    """Say whether somebody may put a strategy forward for decision, or take it back into discussion."""
    return _on_the_table(strategy) and can_run(visit) and can_do(visit, Deed.AMEND)


def can_merge(visit: Visit) -> Decision:
    """Say whether somebody may merge strategies: those who run the consultation, until it decides no more."""
    return can_run(visit) and can_do(visit, Deed.AMEND)


def can_undo_merge(visit: Visit, merge: Merge) -> Decision:
    """Say whether somebody may undo a merging: as long as what came of it was not decided."""
    if merge.undone_at:
        return refused(_("It was undone already."))
    if merge.into.state == StrategyState.ADOPTED:
        return refused(_("It was adopted since, so it stays merged."))
    return can_merge(visit)


def can_withdraw_strategy(visit: Visit, strategy: Strategy) -> Decision:
    """Say whether somebody may withdraw a strategy: whoever proposed it, and those who run the consultation."""
    if not may_become(strategy.state, StrategyState.WITHDRAWN):
        return refused(OFF_THE_TABLE)
    if _is(visit, strategy.proposed_by_id):
        return can_write(visit)
    return can_run(visit) and can_do(visit, Deed.AMEND)


def can_put_back_strategy(visit: Visit, strategy: Strategy) -> Decision:
    """Say whether somebody may put a withdrawn strategy back: its proposer, unless those who run things withdrew it."""
    if strategy.state != StrategyState.WITHDRAWN:
        return refused(_("It was not withdrawn."))
    if _is(visit, strategy.proposed_by_id) and not strategy.withdrawn_why:
        return can_write(visit)
    return can_run(visit) and can_do(visit, Deed.AMEND)


def _on_the_table(strategy: Strategy) -> Decision:
    return ALLOWED if strategy.is_open else refused(OFF_THE_TABLE)


def _is(visit: Visit, participant: int) -> bool:
    return visit.participant is not None and visit.participant.pk == participant
