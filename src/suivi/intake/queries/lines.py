"""The lines of one document, page by page, as they stand beside it."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db.models import Q, QuerySet

from suivi.intake.models import BroughtFile, Line
from suivi.intake.rules import Verdict

LINES_A_PAGE = 25
ODD = Q(has_warnings=True) | Q(verdict__in=[Verdict.DIFFERS, Verdict.NOWHERE])
"""Lines that a person should look at first."""


@dataclass(slots=True)
class Beside:
    """One stretch of a document and its lines: a page of a PDF, or so many rows of anything else.

    `page` counts from 1; `pages` are those that have lines to show; `is_picture` says that a page can be drawn.
    """

    file: BroughtFile
    only_odd: bool
    page: int
    pages: list[int]
    odd: int
    is_picture: bool = False
    lines: list[Line] = field(default_factory=list)

    @property
    def before(self) -> int | None:
        """The page before that has lines."""
        return max((page for page in self.pages if page < self.page), default=None)

    @property
    def after(self) -> int | None:
        """The next page that has lines."""
        return min((page for page in self.pages if page > self.page), default=None)


def beside(file: BroughtFile, page: int, *, only_odd: bool) -> Beside:
    """Return the lines of one page of a document; of a page without lines, the next that has some."""
    odd = file.lines.filter(ODD).count()
    lines = file.lines.filter(ODD) if only_odd else file.lines.all()
    if file.reading and file.reading["pages"]:
        return _by_page(Beside(file, only_odd, page, [], odd, is_picture=True), lines)
    count = lines.count()
    pages = list(range(1, max(1, -(-count // LINES_A_PAGE)) + 1))
    shown = min(max(page, 1), pages[-1])
    first = (shown - 1) * LINES_A_PAGE
    return Beside(file, only_odd, shown, pages, odd, lines=list(lines[first : first + LINES_A_PAGE]))


def _by_page(found: Beside, lines: QuerySet[Line]) -> Beside:
    with_lines = lines.exclude(page=None).order_by("page").values_list("page", flat=True).distinct()
    found.pages = [page for page in with_lines if page is not None] or [1]
    found.page = min((page for page in found.pages if page >= found.page), default=found.pages[-1])
    # What is on no page stands with the first.
    here = Q(page=found.page) | Q(page=None) if found.page == found.pages[0] else Q(page=found.page)
    found.lines = list(lines.filter(here))
    return found
