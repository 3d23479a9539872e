"""The poster for the door of a consultation: a code to scan, the same code to type, and how it is done."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from suivi.common.lazily import lazily
from suivi.consultations.permissions import can_run_consultation
from suivi.consultations.queries import open_door
from suivi.reports.contents.consultation import consultation_of, days_of
from suivi.reports.contents.wanted import Impossible, Wanted, address
from suivi.reports.formats.model import Facts, Listed, Paper, Paragraph, Picture, Run, Section, Style, runs

if TYPE_CHECKING:
    import segno
else:
    segno = lazily("segno")

WIDTH = 120


def poster(wanted: Wanted) -> Paper:
    """Return the poster; those who run the consultation print it, while its door is open."""
    consultation = consultation_of(wanted)
    can_run_consultation(wanted.membership, consultation).require()
    door = open_door(consultation, timezone.now())
    if not door:
        raise Impossible(_("The door of this consultation is closed. Open it first: then there is a code to print."))
    place = address("consultations:take_seat", door.code)
    return Paper(
        title=consultation.title,
        subtitle=days_of(consultation),
        above=wanted.coalition,
        language=wanted.language,
        facts=Facts(()),
        sections=(
            Section(
                (
                    Paragraph(runs(_("Take part with your phone")), Style.LARGE),
                    Picture(_drawn(place), _("QR code that opens %(place)s") % {"place": place}, WIDTH),
                    Paragraph(runs(_("or go to")), Style.CENTRED),
                    Paragraph(runs(Run(address("consultations:join"), "en", strong=True)), Style.CENTRED),
                    Paragraph(runs(_("and type")), Style.CENTRED),
                    Paragraph(runs(Run(door.as_shown, "en")), Style.HUGE),
                    Listed(
                        (
                            runs(_("You need no account, and no address.")),
                            runs(_("Choose any name: others see that name alone.")),
                            runs(_("Choose your language. You may leave at any time.")),
                        )
                    ),
                )
            ),
        ),
        bare=True,
        name=f"poster-{consultation.key}",
    )


def _drawn(place: str) -> str:
    """Return the code as SVG."""
    file = io.BytesIO()
    segno.make(place, error="m", micro=False).save(file, kind="svg", border=2, xmldecl=False, light="#ffffff")
    return file.getvalue().decode()
