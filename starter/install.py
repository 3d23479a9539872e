"""Installs what the project needs, each thing with its hash, and only when something changed since the last time."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from starter.places import HOME, ROOT, RUN_LOCK, STAMPS, TOOLS, TOOLS_LOCK, program
from starter.steps import Steps, Stopped, run_quietly


def steps_needed(lock: Path = RUN_LOCK) -> int:
    """Return how many steps `install` will take: none where nothing changed since the last time."""
    up_to_date = _stamped("tools", [TOOLS_LOCK]) and _stamped(lock.stem, [lock]) and _stamped("project", _PROJECT)
    return 0 if up_to_date else 3


def install(steps: Steps, lock: Path = RUN_LOCK) -> None:
    """Make both environments ready for what this lock file lists, where they are not."""
    if not steps_needed(lock):
        return
    with steps.step("Making the environments"):
        _make_environments()
    with steps.step("Installing the libraries, each checked against its hash"):
        _install("libraries", "--require-hashes", "--requirements", str(lock))
    with steps.step("Installing Suivi itself"):
        _install("project", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    _stamp(lock.stem, [lock])
    _stamp("project", _PROJECT)


def uv(*words: str, log: str, otherwise: str) -> str:
    """Run the installer with these words and return what it said."""
    return run_quietly([program("uv", TOOLS), *words], log=log, otherwise=otherwise, environment={**os.environ, **_UV})


_UV = {"UV_PYTHON_DOWNLOADS": "never", "VIRTUAL_ENV": str(HOME)}  # one Python for everything: the one that runs this
_PROJECT = [ROOT / "pyproject.toml"]
_NO_ROOM = "No environment can be made here. See that the disk has room and that this folder may be written to."
_OFFLINE = "The libraries could not be fetched. See that this machine reaches its package index, then start again."


def _install(log: str, *words: str) -> None:
    uv("pip", "install", "--python", program("python"), *words, log=log, otherwise=_OFFLINE)


def _make_environments() -> None:
    if not _stamped("tools", [TOOLS_LOCK]) or not Path(program("uv", TOOLS)).exists():
        _make_tools()
    if not Path(program("python")).exists():
        uv(
            "venv",
            "--python",
            sys.executable,
            "--clear",
            str(HOME),
            log="venv",
            otherwise=_NO_ROOM,
        )
    _stamp("tools", [TOOLS_LOCK])


def _make_tools() -> None:
    if importlib.util.find_spec("ensurepip") is None:
        raise Stopped(
            "This Python cannot make environments: its part 'venv' is missing. "
            "On Debian and Ubuntu say 'apt install python3-venv'; then start again."
        )
    shutil.rmtree(TOOLS, ignore_errors=True)
    run_quietly([sys.executable, "-m", "venv", str(TOOLS)], log="tools", otherwise=_NO_ROOM)
    fetch = [program("python", TOOLS), "-m", "pip", "install", "--require-hashes", "--requirement", str(TOOLS_LOCK)]
    run_quietly([*fetch, "--disable-pip-version-check"], log="installer", otherwise=_OFFLINE)


def _stamped(name: str, files: Iterable[Path]) -> bool:
    """Say whether these very files were installed, by this Python, into this folder."""
    stamp = STAMPS / name
    return stamp.exists() and stamp.read_text(encoding="ascii") == _print_of(files)


def _stamp(name: str, files: Iterable[Path]) -> None:
    STAMPS.mkdir(parents=True, exist_ok=True)
    (STAMPS / name).write_text(_print_of(files), encoding="ascii")


def _print_of(files: Iterable[Path]) -> str:
    whole = hashlib.sha256(f"{sys.version} {ROOT}".encode())
    for file in files:
        whole.update(file.read_bytes())
    return whole.hexdigest()
