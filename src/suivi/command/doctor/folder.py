"""The data folder: who can look into it, and how much still fits."""

from __future__ import annotations

import shutil
import stat
from pathlib import Path

from django.conf import settings

from suivi.command.doctor.findings import Check, Finding, bad, good, look

OTHERS = stat.S_IRWXG | stat.S_IRWXO
MB = 1024 * 1024
SCARCE, LITTLE = 500 * MB, 2048 * MB


def judge_free(free: int) -> Finding:
    """Judge how much fits on the disk, in bytes: below 500 MB an import may not end, below 2 GB it is time to look."""
    told = f"{free // MB} MB are free on the disk of the data."
    if free < SCARCE:
        return bad(told, "Make room: writes fail once the disk is full.")
    return look(told, "Make room before it becomes scarce.") if free < LITTLE else good(told)


def judge_folder(mode: int) -> Finding:
    """Judge who may enter the data folder, by its mode."""
    if mode & OTHERS:
        return bad(
            f"Other accounts of this machine can look into the data folder (mode {stat.S_IMODE(mode):o}).",
            f"chmod 700 {settings.DATA}",
        )
    return good("Only its owner can look into the data folder.")


def judge_key(mode: int | None) -> Finding:
    """Judge who may read the secret key, by its mode; None where the environment gives it."""
    if mode is None:
        return good("The secret key comes from the environment.")
    if mode & OTHERS:
        return bad(
            f"Other accounts of this machine can read the secret key (mode {stat.S_IMODE(mode):o}).",
            f"chmod 600 {settings.DATA / 'secret_key'}",
        )
    return good("Only its owner can read the secret key.")


def _key() -> int | None:
    path = Path(settings.DATA) / "secret_key"
    return path.stat().st_mode if path.exists() else None


CHECKS = (
    Check("Free disk", lambda: shutil.disk_usage(settings.DATA).free, judge_free),
    Check("Data folder", lambda: Path(settings.DATA).stat().st_mode, judge_folder),
    Check("Secret key", _key, judge_key),
)
