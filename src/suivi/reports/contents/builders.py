"""Which builder fills which paper."""

from __future__ import annotations

from collections.abc import Callable

from suivi.reports.contents.agenda import agenda
from suivi.reports.contents.clusters import cluster_sheets, cluster_table
from suivi.reports.contents.minutes import minutes
from suivi.reports.contents.plans import action_strategy, implementation_plan
from suivi.reports.contents.poster import poster
from suivi.reports.contents.recommendations import recommendations
from suivi.reports.contents.wanted import Wanted
from suivi.reports.formats.model import Paper
from suivi.reports.rules import Kind

BUILDERS: dict[Kind, Callable[[Wanted], Paper]] = {
    Kind.RECOMMENDATIONS: recommendations,
    Kind.CLUSTER_TABLE: cluster_table,
    Kind.CLUSTER_SHEETS: cluster_sheets,
    Kind.AGENDA: agenda,
    Kind.IMPLEMENTATION_PLAN: implementation_plan,
    Kind.ACTION_STRATEGY: action_strategy,
    Kind.MINUTES: minutes,
    Kind.POSTER: poster,
}
