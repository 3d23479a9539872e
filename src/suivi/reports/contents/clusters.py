"""The cluster pack: what a break-out group works on, with room to write; as one table, or a sheet for each ask."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from django.db.models import Prefetch, prefetch_related_objects
from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from suivi.clusters.models import Cluster
from suivi.clusters.queries import Standing, recommendations_of
from suivi.record.models import Response
from suivi.record.names import state_name
from suivi.reports.contents import recommendation as told
from suivi.reports.contents.notes import disclaimer
from suivi.reports.contents.totals import in_numbers, reconcile
from suivi.reports.contents.wanted import Impossible, Wanted, address, fact
from suivi.reports.formats.model import (
    Block,
    Cell,
    Column,
    Facts,
    Heading,
    Listed,
    Paper,
    Paragraph,
    Room,
    Row,
    Run,
    Runs,
    Section,
    Style,
    Table,
    Words,
    cell,
    runs,
)

if TYPE_CHECKING:
    from suivi.record.models import Recommendation

HEIGHT = 30
"""Millimetres to write in, in each row."""


def cluster_table(wanted: Wanted) -> Paper:
    """Return the pack as one wide table."""
    cluster = _cluster(wanted)
    standing = _standing(cluster)
    words = told.shared_words([each.recommendation for each in standing])
    blocks = (_table(standing, words), *_in_their_words(words), disclaimer())
    return _pack(wanted, cluster, standing, (Section(blocks, landscape=True),), "cluster")


def cluster_sheets(wanted: Wanted) -> Paper:
    """Return the pack with a page for each recommendation, after one that shows them all."""
    cluster = _cluster(wanted)
    standing = _standing(cluster)
    words = told.shared_words([each.recommendation for each in standing])
    first = Section((_overview(standing), *_in_their_words(words), disclaimer()))
    sheets = Section(tuple(block for place, each in enumerate(standing) for block in _sheet(each, words, place)))
    return _pack(wanted, cluster, standing, (first, sheets), "cluster-sheets")


def _cluster(wanted: Wanted) -> Cluster:
    found = Cluster.objects.visible_to(wanted.membership).standing().filter(key=wanted.key)
    cluster = found.select_related("review", "convenor__person", "co_convenor__person").first()
    if not cluster:
        raise Http404
    return cluster


def _standing(cluster: Cluster) -> list[Standing]:
    found = recommendations_of(cluster)
    if not found:
        raise Impossible(_("Nothing stands in this cluster yet, so there is nothing to work on."))
    prefetch_related_objects(
        [each.recommendation for each in found], Prefetch("responses", Response.objects.order_by("pk"))
    )
    return found


def _pack(
    wanted: Wanted, cluster: Cluster, standing: Sequence[Standing], sections: tuple[Section, ...], name: str
) -> Paper:
    review = cluster.review
    asked = list({each.recommendation.pk: each.recommendation for each in standing}.values())
    about = _("Cluster pack · Universal Periodic Review of %(state)s, cycle %(cycle)s")
    facts: list[tuple[str, Words]] = [
        (_("What it takes care of"), wanted.typed(cluster.about)),
        (_("Convened by"), _convenors(wanted, cluster)),
        (_("In numbers"), _numbers(cluster, asked)),
        (_("Documents"), ", ".join(filter(None, (review.report_symbol, review.addendum_symbol)))),
        (_("Made on"), wanted.day),
    ]
    return Paper(
        title=cluster.name,
        subtitle=about % {"state": state_name(review.state), "cycle": review.cycle},
        above=wanted.coalition,
        language=wanted.language,
        facts=Facts(tuple(each for each in (fact(*pair) for pair in facts) if any(run.words for run in each[1]))),
        sections=sections,
        foot=f"{cluster.name} · {wanted.day}",
        page_of=wanted.page_of,
        name=f"{name}-{cluster.key}",
    )


def _numbers(cluster: Cluster, asked: Sequence[Recommendation]) -> Runs:
    """Return the figures of the pack; they lead to the cluster, which shows what they count."""
    place = address("clusters:cluster", cluster.key)
    return tuple(replace(run, link=place if run.strong else "") for run in in_numbers(reconcile(asked), ""))


def _convenors(wanted: Wanted, cluster: Cluster) -> Run:
    names = (str(each) for each in (cluster.convenor, cluster.co_convenor) if each)
    return wanted.typed(pgettext("between names in a line", ", ").join(names))


def to_write() -> tuple[tuple[str, float, int], ...]:
    """Return what a group writes down of each recommendation: the name, its share of a table, its lines on a sheet."""
    return (
        (_("Goal"), 1.1, 2),
        (_("What the government should do"), 1.4, 3),
        (_("Indicator"), 1.1, 2),
        (_("Ministry or institution"), 0.9, 1),
        (_("What civil society will do"), 1.4, 3),
        (_("By whom"), 0.8, 1),
        (_("When"), 0.75, 1),
    )


def _table(standing: Sequence[Standing], shared: Collection[str]) -> Table:
    columns = (
        Column(_("Key"), 0.8, for_sheets=True, hidden=True),
        Column(_("Number"), 0.75),
        Column(_("Recommendation"), 2.3),
        Column(_("The State's answer"), 1.5),
        *(Column(name, share) for name, share, _lines in to_write()),
    )
    empty = tuple(cell() for _each in to_write())
    rows = (Row((cell(each.key), *_cells(each, shared), *empty), room=HEIGHT) for each in standing)
    return Table(_("Cluster pack"), columns, tuple(rows))


def _cells(each: Standing, shared: Collection[str]) -> tuple[Cell, ...]:
    recommendation = each.recommendation
    wording, states = told.wording(recommendation, each.wording), told.named(each.states)
    asked = Cell(tuple(filter(None, (runs(wording), runs(Run(states, soft=True))))))
    answered = Cell((*told.answer(recommendation, shared), *_before(each)))
    return cell(told.number(recommendation)), asked, answered


def _before(each: Standing) -> Iterator[Runs]:
    lines = told.before([link.earlier for link in each.before])
    if lines:
        yield runs(Run(_("Asked before:"), soft=True))
        yield from lines


def _overview(standing: Sequence[Standing]) -> Table:
    columns = (Column(_("Number"), 0.7), Column(_("Recommendation"), 4), Column(_("The State's answer"), 1.1))
    rows = (
        Row(
            (
                cell(told.number(each.recommendation)),
                cell(told.wording(each.recommendation, each.wording)),
                cell(each.recommendation.get_position_display()),
            )
        )
        for each in standing
    )
    return Table(_("Recommendations"), columns, tuple(rows))


def _in_their_words(words: Mapping[str, str]) -> Iterator[Block]:
    """Yield what the State said of several recommendations at once, with its source."""
    if words:
        yield Heading(runs(_("The State's own words")), level=1)
        yield Listed(tuple(runs([f"“{said}” ", Run(source, soft=True)]) for said, source in words.items()))


def _sheet(each: Standing, shared: Collection[str], place: int) -> Iterator[Block]:
    recommendation = each.recommendation
    title = recommendation.number or _("Without a number")
    link = address("record:recommendation", *recommendation.key.split("/", 2))
    yield Heading(runs(Run(title, link=link)), opens_page=place > 0)
    yield Paragraph(runs(told.wording(recommendation, each.wording)), Style.LEAD)
    yield Facts(tuple(_facts(each, shared)))
    for name, _share, lines in to_write():
        yield Room(name, lines)


def _facts(each: Standing, shared: Collection[str]) -> Iterator[tuple[str, Runs]]:
    yield fact(_("Asked by"), told.named(each.states))
    position, *words = told.answer(each.recommendation, shared)
    yield _("The State's answer"), position
    yield from (("", line) for line in words)
    for place, line in enumerate(told.before([link.earlier for link in each.before])):
        yield (_("Asked before") if place == 0 else ""), line
