"""Finds a Python new enough. Older Pythons read this room and the door too, so its syntax is that of 3.6."""

import shutil
import subprocess
import sys

OLDEST = (3, 12)
OTHERS = ("python3.13", "python3.14", "python3.12")


def newer_python(current: str, version: "tuple[int, ...]") -> str:
    """Return the path of a Python of at least `OLDEST`: the current one if it will do; else stop with one sentence."""
    if version[:2] >= OLDEST:
        return current
    for name in OTHERS:
        path = shutil.which(name)
        if path and _works(path):
            return path
    sys.exit(
        f"Suivi needs Python {OLDEST[0]}.{OLDEST[1]} or newer; this one is {version[0]}.{version[1]}. "
        "Install a newer Python from your system's packages or from python.org, then start again."
    )


def _works(path: str) -> bool:
    """Say whether this Python starts and is new enough: a version manager's empty placeholder may lie on the path."""
    question = f"import sys; sys.exit(sys.version_info < {OLDEST})"
    return subprocess.call([path, "-c", question], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0
