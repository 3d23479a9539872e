"""The list of recommendations: whatever the record's list shows, or what was picked from it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from django.http import Http404, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from suivi.record.models import Recommendation, Review
from suivi.record.names import state_name
from suivi.record.queries.listing import beginning
from suivi.record.queries.naming import value_names
from suivi.record.queries.selection import selection
from suivi.record.rules import TagKind
from suivi.record.search.asked import Asked
from suivi.record.search.filters import Filter
from suivi.reports.contents import recommendation as told
from suivi.reports.contents.notes import disclaimer
from suivi.reports.contents.totals import in_numbers, reconcile
from suivi.reports.contents.wanted import Impossible, Wanted, fact
from suivi.reports.formats.model import Cell, Column, Facts, Paper, Row, Run, Section, Table, cell, valued
from suivi.reports.rules import MOST_ON_PAPER, TO_READ

KEY = "list"


def recommendations(wanted: Wanted) -> Paper:
    """Return the list."""
    if wanted.key != KEY:
        raise Http404
    query = _asked(wanted)
    found = selection(query)
    if not found.recommendations:
        raise Impossible(_("No recommendation answers to this search, so there is nothing to print."))
    if found.is_cut or (wanted.form in TO_READ and found.total > MOST_ON_PAPER):
        raise Impossible(_too_many(found.total))
    reviews = list({each.review_id: each.review for each in found.recommendations}.values())
    counts = reconcile(found.recommendations, whole=_whole(query))
    return Paper(
        title=_title(reviews),
        subtitle=_subtitle(reviews),
        above=wanted.coalition,
        language=wanted.language,
        facts=Facts(
            tuple(
                fact(*each)
                for each in (
                    (_("Chosen"), _chosen(query)),
                    (_("In numbers"), in_numbers(counts, query.urlencode())),
                    (_("Documents"), _documents(reviews)),
                    (_("Made on"), wanted.day),
                )
                if each[1]
            )
        ),
        sections=(
            Section(
                (_table(found.recommendations, wanted.language, mixed=len(reviews) > 1), disclaimer()), landscape=True
            ),
        ),
        foot=f"{_title(reviews)} · {wanted.day}",
        page_of=wanted.page_of,
        name="-".join(["recommendations", *(f"{each.state}-{each.cycle}" for each in reviews[:1])]).lower(),
    )


def _asked(wanted: Wanted) -> QueryDict:
    """Return the question: as in the address, or what the list shows by itself."""
    query = wanted.query.copy()
    if not query.get("all") and not query.getlist("pick"):
        query = QueryDict(beginning(wanted.membership).as_query(), mutable=True)
        query["all"] = "1"
    query.pop("language", None)
    return query


def _whole(query: QueryDict) -> Sequence[Review]:
    """Return the reviews that are asked for whole: those of some States and cycles, with nothing else chosen."""
    asked = Asked.from_query(query)
    if not query.get("all") or asked.text.strip() or set(asked.chosen) != {Filter.STATE, Filter.CYCLE}:
        return ()
    cycles = [cycle for cycle in asked.chosen[Filter.CYCLE] if cycle.isdecimal()]
    return list(Review.objects.filter(state__in=asked.chosen[Filter.STATE], cycle__in=cycles))


def _too_many(total: int) -> str:
    return ngettext(
        "%(count)d recommendation is too much for one paper. Narrow the search, or take Excel.",
        "%(count)d recommendations are too many for one paper. Narrow the search, or take Excel.",
        total,
    ) % {"count": total}


def _title(reviews: Sequence[Review]) -> str:
    states = {each.state for each in reviews}
    if len(states) == 1:
        return _("Recommendations to %(state)s") % {"state": state_name(states.pop())}
    return _("Recommendations to several States")


def _subtitle(reviews: Sequence[Review]) -> str:
    cycles = sorted({each.cycle for each in reviews})
    if len(cycles) == 1:
        return _("Universal Periodic Review, cycle %(cycle)s") % {"cycle": cycles[0]}
    return _("Universal Periodic Review, several cycles")


def _chosen(query: QueryDict) -> str:
    """Return what the list was narrowed by, in words; nothing where whole reviews were asked for."""
    if not query.get("all"):
        return _("picked one by one")
    asked, names = Asked.from_query(query), value_names()
    said = [f"“{asked.text.strip()}”"] if asked.text.strip() else []
    for which, values in asked.chosen.items():
        if which not in {Filter.STATE, Filter.CYCLE}:
            said.append(f"{which.label}: {', '.join(names[which](value) for value in values)}")
    return " · ".join(said)


def _documents(reviews: Sequence[Review]) -> str:
    symbols = (symbol for each in reviews for symbol in (each.report_symbol, each.addendum_symbol))
    return ", ".join(dict.fromkeys(symbol for symbol in symbols if symbol))


def _table(recommendations: Sequence[Recommendation], language: str, *, mixed: bool) -> Table:
    columns = (
        Column(_("State under review"), 0.8, for_sheets=True),
        Column(_("Cycle"), 0.4, for_sheets=True),
        Column(_("Number"), 0.55),
        Column(_("Recommendation"), 3),
        Column(_("Recommending States"), 1.1),
        Column(_("Position"), 1.3),
        Column(_("Source of the position"), 1.2, for_sheets=True),
        Column(_("Themes"), 1.4),
        Column(_("Groups of persons"), 0.9),
        Column(_("SDGs"), 0.5),
    )
    rows: list[Row] = []
    for review, group in groupby(recommendations, key=lambda each: each.review):
        if mixed:
            named = {"state": state_name(review.state), "cycle": review.cycle}
            rows.append(Row((cell(_("%(state)s, cycle %(cycle)s") % named),), joined=True))
        rows += [Row(_cells(each, language)) for each in group]
    return Table(_("Recommendations"), columns, tuple(rows))


def _cells(each: Recommendation, language: str) -> tuple[Cell, ...]:
    source, position = told.sources(each), each.get_position_display()
    return (
        cell(state_name(each.review.state)),
        valued(each.review.cycle),
        cell(told.number(each)),
        cell(told.wording(each)),
        cell(told.states(each)),
        Cell(cell(Run(position, strong=True), Run(source, soft=True)).text, position),
        cell(source),
        told.tags(each, TagKind.THEME, language),
        told.tags(each, TagKind.GROUP, language),
        told.goals(each),
    )
