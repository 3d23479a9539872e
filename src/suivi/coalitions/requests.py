"""What a request looks like in this house, for those who read types: who asks, and in which coalition they work now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpRequest

if TYPE_CHECKING:
    from suivi.coalitions.models import Membership, Person


class MemberRequest(HttpRequest):
    """A request after our middleware. `membership` is falsy where the person belongs to no coalition."""

    user: Person
    membership: Membership
