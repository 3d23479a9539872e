"""What is counted: rows of positions under one heading, with the way back to the recommendations behind each figure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from suivi.home.queries import by_cycle, by_region
from suivi.record.models import Review
from suivi.record.names import goal_name, state_name
from suivi.record.queries import Outcome, Slice
from suivi.record.rules import Position, TagKind
from suivi.record.search.filters import Filter
from suivi.record.templatetags.record import list_address

ORDER = (Position.SUPPORTED, Position.PARTIALLY_SUPPORTED, Position.NOTED, Position.PENDING, Position.UNCLEAR)
"""The order of positions in every bar and table."""
FIRST = 10
"""Rows that a page shows before somebody asks for all."""


@dataclass(frozen=True, slots=True)
class Cell:
    """How many recommendations of a row have one position, and the address of their list."""

    position: Position
    count: int
    address: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row: what it counts (`foreign` words are a document's), its cells in the order of positions, and its list."""

    label: str
    cells: tuple[Cell, ...]
    total: int
    address: str
    foreign: bool = False

    @property
    def counts(self) -> tuple[tuple[str, int], ...]:
        """The figures alone, as bars want them."""
        return tuple((str(cell.position), cell.count) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Counted:
    """One picture: its name in addresses, its heading, what to know of its figures, and its rows, the largest first."""

    name: str
    title: str
    remark: str
    rows: tuple[Row, ...]
    positions: tuple[Position, ...]

    @property
    def largest(self) -> int:
        """The total that fills a bar."""
        return max((row.total for row in self.rows), default=0)

    @property
    def first(self) -> tuple[Row, ...]:
        """The rows that a page shows at once."""
        return self.rows[:FIRST]

    @property
    def rest(self) -> tuple[Row, ...]:
        """The rows that a page shows on asking."""
        return self.rows[FIRST:]


def whole(review: Review, outcome: Outcome) -> Counted:
    """Return the positions of all recommendations of a review."""
    title = _("All recommendations")
    return _counted("all", title, "", [_row(_("All"), outcome.positions, review, foreign=False)])


def themes(review: Review, outcome: Outcome) -> Counted:
    """Return the positions by theme."""
    remark = _("A recommendation counts under each of its themes.")
    return _counted("theme", _("By theme"), remark, _of_tags(review, outcome, TagKind.THEME))


def groups(review: Review, outcome: Outcome) -> Counted:
    """Return the positions by group of persons."""
    remark = _("A recommendation counts under each group it speaks of.")
    return _counted("group", _("By group of persons"), remark, _of_tags(review, outcome, TagKind.GROUP))


def goals(review: Review, outcome: Outcome) -> Counted:
    """Return the positions by Sustainable Development Goal."""
    remark = _("A recommendation counts under each goal it is linked with.")
    return _counted("sdg", _("By Sustainable Development Goal"), remark, _of_tags(review, outcome, TagKind.SDG))


def regions(review: Review) -> Counted:
    """Return the positions by regional group of the recommending States."""
    remark = _("A recommendation of several States counts once in each regional group among them.")
    title = _("By regional group of the recommending States")
    rows = [_of_slice(each, review, Filter.REGION, foreign=False) for each in by_region(review)]
    return _counted("region", title, remark, rows)


def cycles(reviews: Sequence[Review]) -> Counted:
    """Return the positions of each cycle of one State."""
    counts, known = by_cycle(reviews), {each.cycle: each for each in reviews}
    rows = [
        _row(_of_cycle(known[cycle]), positions, known[cycle], foreign=False) for cycle, positions in counts.items()
    ]
    return _counted("cycles", _("Cycle by cycle"), "", rows)


def _of_tags(review: Review, outcome: Outcome, kind: TagKind) -> list[Row]:
    foreign = kind != TagKind.SDG
    return [_of_slice(each, review, kind, foreign=foreign) for each in outcome.by.get(kind, ())]


def _of_slice(piece: Slice, review: Review, kind: str, *, foreign: bool) -> Row:
    label = f"{piece.value} · {goal_name(piece.value)}" if kind == TagKind.SDG else piece.name
    return _row(label, piece.positions, review, foreign=foreign, **{str(kind): piece.value})


def _row(label: str, positions: Counter[Position], review: Review, *, foreign: bool, **chosen: str) -> Row:
    address = list_address(review, **chosen)
    cells = tuple(Cell(each, positions[each], f"{address}&position={each}") for each in ORDER)
    return Row(label, cells, positions.total(), address, foreign)


def _counted(name: str, title: str, remark: str, rows: Iterable[Row]) -> Counted:
    """Leave out the positions that no row has."""
    kept = tuple(rows)
    used = {cell.position for row in kept for cell in row.cells if cell.count}
    positions = tuple(each for each in ORDER if each in used)
    narrowed = (
        Row(row.label, tuple(cell for cell in row.cells if cell.position in used), row.total, row.address, row.foreign)
        for row in kept
    )
    return Counted(name, title, remark, tuple(narrowed), positions)


def _of_cycle(review: Review) -> str:
    if review.reviewed_on is None:
        return _("Cycle %(cycle)d") % {"cycle": review.cycle}
    return _("Cycle %(cycle)d, %(year)d") % {"cycle": review.cycle, "year": review.reviewed_on.year}


def name_of(review: Review) -> str:
    """Return what a review is called on sheets: the State and the number of the cycle."""
    return _("%(state)s, cycle %(cycle)d") % {"state": state_name(review.state), "cycle": review.cycle}
