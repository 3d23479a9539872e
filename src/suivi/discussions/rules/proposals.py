"""A strategy as somebody typed it, before it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from suivi.clusters.models import Cluster
    from suivi.record.models import Recommendation


@dataclass(frozen=True, slots=True)
class Proposal:
    """What somebody proposes, as they typed it."""

    area: str
    title: str
    objective: str
    language: str
    target: str = ""
    doers: str = ""
    due_on: date | None = None
    cluster: Cluster | None = None
    recommendations: Sequence[Recommendation] = ()
