"""Finds a Chromium for the journeys; installs one where it may."""

from __future__ import annotations

import os
import shutil
import subprocess

from starter.places import program
from starter.steps import Stopped, run_quietly

NAMES = ("chromium", "chromium-browser", "google-chrome")
NONE = "no Chromium is here and none can be installed; install the package 'chromium', then start again"


def find_browser() -> tuple[str, str]:
    """Return (path of a Chromium, "") or ("", why there is none)."""
    for find in (_on_path, _from_debian, _from_playwright):
        path = find()
        if path:
            return path, ""
    return "", NONE


def _on_path() -> str:
    """Return the first Chromium that starts: on some systems the name leads to a note how to get one."""
    for name in NAMES:
        path = shutil.which(name)
        if path and subprocess.run([path, "--version"], capture_output=True, check=False).returncode == 0:
            return path
    return ""


def _from_debian() -> str:
    if not shutil.which("apt-get") or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return ""
    unasked = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        run_quietly(["apt-get", "update"], log="apt-update", otherwise=NONE, environment=unasked)
        install = ["apt-get", "install", "--yes", "--no-install-recommends", "chromium"]
        run_quietly(install, log="chromium", otherwise=NONE, environment=unasked)
    except Stopped:
        return ""
    return _on_path()


def _from_playwright() -> str:
    where = "from playwright.sync_api import sync_playwright as p\nwith p() as it: print(it.chromium.executable_path)"
    try:
        run_quietly([program("playwright"), "install", "chromium"], log="playwright", otherwise=NONE)
        path = run_quietly([program("python"), "-c", where], log="playwright-path", otherwise=NONE).strip()
    except Stopped:
        return ""
    return path if os.access(path, os.X_OK) else ""
