"""What tests of the whole house share: the browser; and a line about the house at the head of a run."""

from __future__ import annotations

import os
import shutil

import pytest

from tests.house import sizes


def pytest_report_header() -> str:
    """Tell how long files are, at the head of every run."""
    return sizes.told()


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return the path of a Chromium; skip the journey, and say why, where there is none."""
    names = ("chromium", "chromium-browser", "google-chrome")
    path = os.environ.get("SUIVI_TEST_CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if not path:
        pytest.skip(os.environ.get("SUIVI_TEST_NO_CHROMIUM") or "no Chromium is on this machine")
    return path
