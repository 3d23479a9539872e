"""Forgetting: ended sessions and counted tries tell who was here when, so they go as soon as they are over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection, transaction

if TYPE_CHECKING:
    from datetime import datetime


@transaction.atomic
def forget_what_is_over(*, at: datetime, by: object) -> None:  # noqa: ARG001  too small a thing for history
    """Remove sessions and counts of tries that have expired. Called at each sign-in."""
    Session.objects.filter(expire_date__lt=at).delete()
    UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()
    # Django's cache in the database removes what has expired only once it is full, and offers nothing else.
    table = connection.ops.quote_name(str(settings.CACHES["default"]["LOCATION"]))
    moment = connection.ops.adapt_datetimefield_value(at.replace(microsecond=0))
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table} WHERE expires < %s", [moment])  # noqa: S608  the name is our own setting
