"""What holds for every test: no stranger's network, its own data folder, quick passwords, a lane for PostgreSQL."""

from __future__ import annotations

import socket
import tempfile
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from django.conf import settings

NEAR = {"127.0.0.1", "::1", "localhost"}
USES_DATABASE = {"db", "transactional_db", "live_server", "django_db_setup"}

_connect = socket.socket.connect


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer the choice of tests for a second database."""
    parser.addoption("--database-only", action="store_true", help="only tests that touch the database, and no journeys")


def pytest_configure(config: pytest.Config) -> None:
    """Close the network, and keep an instance's data and its slow passwords out of the tests."""
    hypothesis.settings.register_profile("house", deadline=None)  # a slow machine is no mistake of ours
    hypothesis.settings.load_profile("house")
    setattr(socket.socket, "connect", _connect_near)  # noqa: B010  a type checker would not let us, and rightly
    folder = tempfile.TemporaryDirectory(prefix="suivi-tests-")
    config.add_cleanup(folder.cleanup)
    settings.DATA = Path(folder.name)
    settings.MEDIA_ROOT = settings.DATA / "files"
    settings.FIRST_CODE = settings.DATA / "first_code"
    # A file, as on a server: pages, worker and tests each have their own connection, and see what is committed.
    database: dict[str, Any] = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        database.setdefault("TEST", {})["NAME"] = str(settings.DATA / "test.sqlite3")
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With `--database-only`, leave the tests that another database cannot make fail."""
    if not config.getoption("--database-only"):
        return
    kept = [item for item in items if _touches_database(item) and not item.get_closest_marker("journey")]
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = kept


def _touches_database(item: pytest.Item) -> bool:
    return bool(item.get_closest_marker("django_db") or USES_DATABASE & set(getattr(item, "fixturenames", ())))


def _connect_near(self: socket.socket, address: object) -> None:
    if isinstance(address, tuple) and address[0] not in NEAR:
        raise AssertionError(f"A test reached for the network: {address}")
    _connect(self, address)  # type: ignore[arg-type]
