"""What is done in the hall: somebody says something from a phone; whoever runs it chooses what the wall shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from suivi.consultations.models import Consultation
from suivi.consultations.permissions import can_run_consultation
from suivi.discussions.actions.entries import About, begin_thread, write_entry
from suivi.hall.models import Saying, Wall
from suivi.hall.queries import saying_of
from suivi.history.actions import tell

if TYPE_CHECKING:
    from datetime import datetime

    from suivi.coalitions.models import Membership
    from suivi.consultations.models import Participant, Session
    from suivi.discussions.models import Entry
    from suivi.hall.rules import Shown


@transaction.atomic
def show_on_wall(*, consultation: Consultation, shown: Shown, thing: str = "", at: datetime, by: Membership) -> Wall:
    """Choose what the projector shows; what stands there already is left as it is."""
    can_run_consultation(by, consultation).require()
    wall, is_new = Wall.objects.select_for_update().get_or_create(consultation=consultation)
    if not is_new and (wall.shown, wall.thing) == (shown, thing):
        return wall
    wall.shown, wall.thing, wall.changed_at = shown, thing, at
    wall.save()
    told = {"shown": shown.value, "about": thing}
    coalition = consultation.coalition.key
    tell(verb="show_on_wall", thing=f"consultation:{consultation.key}", coalition=coalition, details=told, by=by)
    return wall


@transaction.atomic
def say_in_hall(*, session: Session | None, text: str, language: str, at: datetime, by: Participant) -> Entry:
    """Write what somebody says from a phone into the discussion of the session that is on; the first begins it."""
    said = saying_of(by.consultation, session)
    if said:
        return write_entry(thread=said.thread, text=text, language=language, at=at, by=by)
    # Two who say the first word at once must not begin two discussions.
    Consultation.objects.select_for_update().get(pk=by.consultation_id)
    said = saying_of(by.consultation, session)
    if said:
        return write_entry(thread=said.thread, text=text, language=language, at=at, by=by)
    title = _("Said in the hall: %(session)s") % {"session": session} if session else _("Said in the hall")
    entry = begin_thread(about=About(title=title[:160]), text=text, language=language, at=at, by=by)
    Saying.objects.create(consultation=by.consultation, session=session, thread=entry.thread)
    return entry
