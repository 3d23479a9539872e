"""What was decided and stands in no plan yet: priorities without a line, adopted strategies without an activity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from suivi.clusters.models import Placement
from suivi.discussions.queries.strategies import strategies_of
from suivi.discussions.rules.strategies import StrategyState
from suivi.plans.rules.columns import LONGEST
from suivi.priorities.queries.joint import priorities_of

if TYPE_CHECKING:
    from suivi.consultations.models import Consultation
    from suivi.discussions.models import Strategy
    from suivi.plans.models import PlanRowQuerySet

type Cells = dict[str, str]


def priorities_without_line(consultation: Consultation, lines: PlanRowQuerySet) -> list[Cells]:
    """Return the cells that each joint priority begins with, where none of the lines is about it."""
    told = set(lines.filter(consultation=consultation).values_list("recommendations", flat=True))
    left = [each.recommendation for each in priorities_of(consultation) if each.recommendation_id not in told]
    leading = Placement.objects.filter(
        lead=True, cluster__coalition=consultation.coalition_id, cluster__removed_at=None, recommendation__in=left
    )
    clusters = {each.recommendation_id: each.cluster.name for each in leading.select_related("cluster")}
    return [{"cluster": clusters.get(one.pk, ""), "recommendations": one.number or one.local_key} for one in left]


def strategies_without_activity(consultation: Consultation, activities: PlanRowQuerySet) -> list[tuple[str, Cells]]:
    """Return key and cells of each adopted strategy that never became an activity; one taken off stays off."""
    told = set(activities.filter(consultation=consultation).values_list("came_from", flat=True))
    adopted = strategies_of(consultation, state=StrategyState.ADOPTED)
    return [(each.key, _cells(each)) for each in adopted if each.key not in told]


def _cells(strategy: Strategy) -> Cells:
    numbers = [one.number or one.local_key for one in strategy.recommendations.all()]
    words = "\n".join(filter(None, (strategy.title, strategy.objective)))
    return {
        "cluster": strategy.cluster.name if strategy.cluster else "",
        "recommendations": ", ".join(numbers),
        "activity": words[:LONGEST],
        "by_whom": strategy.doers,
        "by_when": strategy.due_on.isoformat() if strategy.due_on else "",
    }
