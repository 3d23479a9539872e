"""The outcome on paper: a sheet with bars, and the same figures as a table."""

from __future__ import annotations

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from suivi.common.cells import csv_table
from suivi.common.pictures.bars import Bar, Sheet
from suivi.home.pictures.counted import Counted, name_of
from suivi.record.models import Review
from suivi.record.rules import Position

LONGEST = 30
"""Bars on one sheet; the table holds all."""


def word_of(position: Position) -> str:
    """Return a position's word in the key of a picture, where noted must not be taken for refused."""
    return _("Noted (not the same as refused)") if position == Position.NOTED else str(position.label)


def sheet_of(counted: Counted, review: Review, today: date) -> Sheet:
    """Return the sheet to draw."""
    return Sheet(
        name=f"outcome-{counted.name}",
        title=_("%(review)s: %(picture)s") % {"review": name_of(review), "picture": counted.title},
        subtitle=counted.remark,
        key=tuple((str(each), word_of(each)) for each in counted.positions),
        bars=tuple(Bar(row.label, row.counts, row.total, foreign=row.foreign) for row in counted.rows[:LONGEST]),
        foot=tuple(_foot(counted, review, today)),
    )


def table_of(counted: Counted) -> str:
    """Return the figures as comma-separated values: a row's name, its positions, its total."""
    head = (counted.title, *(str(each.label) for each in counted.positions), _("Total"))
    return csv_table(head, [(row.label, *(cell.count for cell in row.cells), row.total) for row in counted.rows])


def _foot(counted: Counted, review: Review, today: date) -> list[str]:
    more = len(counted.rows) - LONGEST
    sources = [symbol for symbol in (review.report_symbol, review.addendum_symbol) if symbol]
    said = []
    if more > 0:
        said.append(
            ngettext("%(count)d more row stands in the table.", "%(count)d more rows stand in the table.", more)
            % {"count": more}
        )
    if sources:
        said.append(_("Source: %(symbols)s.") % {"symbols": ", ".join(sources)})
    said.append(_("As the record stood on %(day)s.") % {"day": date_format(today, "DATE_FORMAT")})
    return said
