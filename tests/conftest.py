"""What tests of the whole house share: the browser."""

from __future__ import annotations

import os
import shutil

import pytest


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return the path of a Chromium; skip the journey, and say why, where there is none."""
    names = ("chromium", "chromium-browser", "google-chrome")
    path = os.environ.get("SUIVI_TEST_CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if not path:
        pytest.skip(os.environ.get("SUIVI_TEST_NO_CHROMIUM") or "no Chromium is on this machine")
    return path
