"""The links that are handed over: made from the configured address, never from that of the request."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse

HELD, TOKEN = "invitation", "by"
"""The link carries its token in the query: servers' logs keep paths, ours never keeps queries."""


def invitation_link(token: str) -> str:
    """Return the link of an invitation for one."""
    return f"{settings.ADDRESS}{reverse('coalitions:accept', query={TOKEN: token})}"


def join_link(token: str) -> str:
    """Return the link by which several may ask to join."""
    return f"{settings.ADDRESS}{reverse('coalitions:join', query={TOKEN: token})}"
