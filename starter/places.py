"""Where the starter keeps things: the project, its two environments, its logs."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / ".tools"
HOME = ROOT / ".venv"
LOGS = TOOLS / "logs"
STAMPS = HOME / ".stamps"

RUN_LOCK = ROOT / "requirements.lock"
DEV_LOCK = ROOT / "requirements-dev.lock"
TOOLS_LOCK = ROOT / "requirements-tools.lock"

_PROGRAMS = "Scripts" if os.name == "nt" else "bin"


def program(name: str, environment: Path = HOME) -> str:
    """Return the path of a program inside one of the two environments."""
    return str(environment / _PROGRAMS / (f"{name}.exe" if os.name == "nt" else name))


def nobodys_environment() -> dict[str, str]:
    """Return this environment without the settings of an instance: tests and checks must not depend on them."""
    ours = {name for name in os.environ if name.startswith("SUIVI_") and name != "SUIVI_CORPUS"}
    return {name: value for name, value in os.environ.items() if name not in ours}
