"""The minutes of a consultation: part by part what the house knows, then what the rapporteur wrote."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from suivi.minutes.queries.written import written
from suivi.minutes.rules import Part
from suivi.minutes.telling import telling
from suivi.record.names import state_name
from suivi.reports.contents.consultation import consultation_of, facts_of
from suivi.reports.contents.wanted import Wanted, address, fact
from suivi.reports.formats.model import (
    Block,
    Column,
    Facts,
    Heading,
    Note,
    Paper,
    Paragraph,
    Row,
    Run,
    Runs,
    Section,
    Style,
    Table,
    cell,
    runs,
)

if TYPE_CHECKING:
    from suivi.minutes.models import Note as Noted
    from suivi.minutes.queries.written import SessionNote, Written
    from suivi.minutes.telling import Telling

WIDTHS = ((8, 0.45), (24, 0.9), (60, 1.6))
"""Letters on average in a column, and the share of the width that so many need."""
WIDEST = 2.4


def minutes(wanted: Wanted) -> Paper:
    """Return the minutes; a draft says of itself that it is one."""
    consultation = consultation_of(wanted)
    found = written(consultation, timezone.now())
    review = consultation.review
    title = _("Minutes · Universal Periodic Review of %(state)s, cycle %(cycle)s")
    blocks: list[Block] = []
    for part in Part:
        blocks += _part(wanted, part, telling(part, consultation, found.facts), found)
    return Paper(
        title=consultation.title,
        subtitle=title % {"state": state_name(review.state), "cycle": review.cycle},
        above=wanted.coalition,
        language=wanted.language,
        facts=Facts((*facts_of(wanted, consultation).rows, *_standing(wanted, found, consultation.key))),
        sections=(Section(tuple(blocks)),),
        foot=f"{consultation.title} · {_('Minutes')}",
        page_of=wanted.page_of,
        name=f"minutes-{consultation.key}",
    )


def _standing(wanted: Wanted, found: Written, key: str) -> Iterator[tuple[str, Runs]]:
    begun = found.minutes
    if begun and begun.rapporteur:
        yield fact(_("Rapporteur"), wanted.typed(str(begun.rapporteur.person)))
    agreed = begun.agreed_at if begun and found.is_agreed else None
    said = _("agreed on %(day)s") % {"day": date_format(timezone.localtime(agreed))} if agreed else _("draft")
    yield fact(_("Status"), f"{said} · {wanted.day}")
    place = address("minutes:minutes", key)
    yield fact(_("Where they stand"), Run(place, "en", link=place))


def _part(wanted: Wanted, part: Part, told: Telling, found: Written) -> Iterator[Block]:
    """Yield one part; nothing where there is nothing to tell."""
    note = found.notes.get(part)
    has_sessions = part == Part.AGENDA and bool(found.sessions)
    if told.says_nothing and not has_sessions and not (note and note.text):
        return
    yield Heading(runs(str(part.label)))
    yield from (Paragraph(runs(wanted.typed(sentence))) for sentence in told.sentences)
    if told.rows:
        yield _table(wanted, part, told)
    yield from (Note(runs(wanted.typed(sentence))) for sentence in told.after)
    if has_sessions:
        for session in found.sessions:
            yield from _session(wanted, session)
    yield from _noted(wanted, note)


def _table(wanted: Wanted, part: Part, told: Telling) -> Table:
    """Return the facts of a part as a table; a column of short cells is narrow."""
    columns = tuple(Column(head, _share([row[place] for row in told.rows])) for place, head in enumerate(told.heads))
    rows = tuple(Row(tuple(cell(*map(wanted.typed, text.split("\n"))) for text in row)) for row in told.rows)
    return Table(str(part.label), columns, rows)


def _share(texts: list[str]) -> float:
    length = sum(map(len, texts)) / len(texts)
    return next((share for most, share in WIDTHS if length <= most), WIDEST)


def _session(wanted: Wanted, session: SessionNote) -> Iterator[Block]:
    begins, ends = timezone.localtime(session.starts_at), timezone.localtime(session.ends_at)
    when = f"{date_format(begins, 'l j F')}, {begins:%H:%M}–{ends:%H:%M}"
    yield Heading(runs(wanted.typed(session.told["title"])), level=2)
    yield Paragraph(runs(" · ".join(filter(None, (when, session.told["place"], session.told["cluster"])))), Style.SMALL)
    yield from _noted(wanted, session.note)


def _noted(wanted: Wanted, note: Noted | None) -> Iterator[Block]:
    """Yield what the rapporteur wrote, a paragraph for each of theirs."""
    for text in note.text.replace("\r\n", "\n").split("\n\n") if note else ():
        if text.strip():
            yield Paragraph(runs(wanted.typed(text.strip())))
