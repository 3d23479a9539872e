"""Which builder fills which paper."""

from __future__ import annotations

from collections.abc import Callable

from suivi.reports.contents.agenda import agenda
from suivi.reports.contents.poster import poster
from suivi.reports.contents.recommendations import recommendations
from suivi.reports.contents.wanted import Wanted
from suivi.reports.formats.model import Paper
from suivi.reports.rules import Kind

BUILDERS: dict[Kind, Callable[[Wanted], Paper]] = {
    Kind.RECOMMENDATIONS: recommendations,
    Kind.AGENDA: agenda,
    Kind.POSTER: poster,
}
