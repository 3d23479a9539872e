"""The columns of both tables, as coalitions really use them: what government should do, what civil society will do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import Promise


class Table(models.TextChoices):
    """Which of the two tables."""

    IMPLEMENTATION = "implementation", _("implementation plan")
    STRATEGY = "strategy", _("action strategy")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name in code and sheets, its words, and how much room a cell takes (letters across)."""

    name: str
    label: str | Promise
    width: int
    help: str | Promise = ""


CLUSTER = Column("cluster", _("Cluster"), 18)
RECOMMENDATIONS = Column(
    "recommendations", _("Recommendations"), 16, _("Their numbers, with commas between them: 128.1, 128.14")
)

COLUMNS: dict[Table, tuple[Column, ...]] = {
    Table.IMPLEMENTATION: (
        CLUSTER,
        RECOMMENDATIONS,
        Column("goal", _("Goal to be achieved"), 34),
        Column("government_action", _("Proposed government action"), 40),
        Column("indicator", _("Indicator"), 30, _("How everybody will see that it is done.")),
        Column("ministry", _("Responsible ministry or institution"), 24),
    ),
    Table.STRATEGY: (
        CLUSTER,
        RECOMMENDATIONS,
        Column("activity", _("Activity of civil society"), 44),
        Column("by_whom", _("By whom"), 24),
        Column("organisation", _("Organisation"), 24, _("One of the coalition's, as it is called here.")),
        Column("by_when", _("By when"), 14, _("A day: 2026-07-31")),
    ),
}
"""Uganda 2016 for the first, the action strategies of the same workshops for the second."""

TEXTS: dict[Table, tuple[str, ...]] = {
    Table.IMPLEMENTATION: ("goal", "government_action", "indicator", "ministry"),
    Table.STRATEGY: ("activity", "by_whom"),
}
"""The columns that hold free text; the others name things."""
LONGEST = 2000
"""Letters that a cell may hold."""
