"""What people do for themselves: say "me too", follow, tick off what waits. None of it is told in the history.

Who supports what is shown as a number where they want no name, and what somebody follows is nobody's business: a
history that names them would tell both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from suivi.discussions.actions.strategies import lock_strategy
from suivi.discussions.models import Follow, Support
from suivi.discussions.permissions import can_support, can_write, visit_of

if TYPE_CHECKING:
    from datetime import datetime

    from suivi.clusters.models import Cluster
    from suivi.consultations.models import Participant
    from suivi.discussions.models import Notice, Strategy, Thread
    from suivi.record.models import Recommendation


@transaction.atomic
def support_strategy(*, strategy: Strategy, named: bool, at: datetime, by: Participant) -> Support:
    """Say "me too", with one's name or as one more in the number."""
    strategy = lock_strategy(strategy=strategy, by=by)
    can_support(visit_of(by), strategy).require()
    found, _made = Support.objects.update_or_create(
        strategy=strategy, participant=by, defaults={"named": named}, create_defaults={"named": named, "at": at}
    )
    return found


@transaction.atomic
def unsupport_strategy(*, strategy: Strategy, by: Participant) -> None:
    """Take one's support back."""
    can_support(visit_of(by), strategy).require()
    Support.objects.filter(strategy=strategy, participant=by).delete()


@transaction.atomic
def follow(
    *,
    thread: Thread | None = None,
    recommendation: Recommendation | None = None,
    cluster: Cluster | None = None,
    at: datetime,
    by: Participant,
) -> None:
    """Follow a thread, a recommendation or a cluster: what is new there waits for one."""
    can_write(visit_of(by)).require()
    Follow.objects.get_or_create(
        participant=by,
        thread=thread,
        recommendation=recommendation,
        cluster=cluster,
        defaults={"began_at": at, "seen_at": at},
    )


@transaction.atomic
def stop_following(
    *,
    thread: Thread | None = None,
    recommendation: Recommendation | None = None,
    cluster: Cluster | None = None,
    by: Participant,
) -> None:
    """Follow it no more. Whoever was allowed to follow may always stop."""
    Follow.objects.of(by).filter(thread=thread, recommendation=recommendation, cluster=cluster).delete()


@transaction.atomic
def read_up(*, at: datetime, by: Participant) -> None:
    """Note that somebody has read everything new in the places they follow."""
    Follow.objects.of(by).update(seen_at=at)


@transaction.atomic
def tick_notice(*, notice: Notice, at: datetime, by: Participant) -> None:
    """Tick off something that waited for oneself."""
    by.notices.filter(pk=notice.pk, seen_at=None).update(seen_at=at)
