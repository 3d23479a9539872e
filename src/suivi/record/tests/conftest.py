"""Somebody signed in, in whatever role a test asks for."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from suivi.coalitions.models import Coalition
from suivi.coalitions.tests.factories import make_member

type SigningIn = Callable[..., Client]


@pytest.fixture
def signed_in() -> SigningIn:
    """Return a function that makes a member and gives the browser they are signed in with."""

    def sign_in(role: str = "coordinator", *, handle: str = "mara", coalition: Coalition | None = None) -> Client:
        client = Client(SERVER_NAME="127.0.0.1")
        client.force_login(make_member(handle, role=role, coalition=coalition).person)
        return client

    return sign_in
