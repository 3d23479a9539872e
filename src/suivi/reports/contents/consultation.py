"""What papers of a consultation have in common: who may have them, and the facts on their cover."""

from __future__ import annotations

from django.http import Http404
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from suivi.consultations.models import Consultation
from suivi.reports.contents.wanted import Wanted, fact
from suivi.reports.formats.model import Facts


def consultation_of(wanted: Wanted) -> Consultation:
    """Return the consultation that a paper is about; what somebody may not see is missing."""
    found = Consultation.objects.visible_to(wanted.membership).select_related("coalition", "review")
    consultation = found.filter(key=wanted.key).first()
    if not consultation:
        raise Http404
    return consultation


def facts_of(wanted: Wanted, consultation: Consultation) -> Facts:
    """Return when and where it is, and in which languages."""
    facts = [fact(_("When"), days_of(consultation))]
    if consultation.place:
        facts.append(fact(_("Where"), wanted.typed(consultation.place)))
    if consultation.languages:
        facts.append(fact(_("Languages"), wanted.typed(consultation.languages)))
    return Facts(tuple(facts))


def days_of(consultation: Consultation) -> str:
    """Return its days in words."""
    first, last = (date_format(day) for day in (consultation.begins_on, consultation.ends_on))
    return first if first == last else _("%(first)s to %(last)s") % {"first": first, "last": last}
