"""The typefaces that papers are set in: they come with the house, nothing is taken from the system."""

from __future__ import annotations

import importlib.util
import pkgutil
from functools import cache
from pathlib import Path

LATIN, ARABIC, CHINESE = "Noto Sans", "Amiri", "Noto Sans SC"
_PLACES = {"fontpkg_noto_sans": "files", "fontpkg_amiri": "files", "justmytype_intl_cjk": "fonts/ofl/notosanssc"}
_MORE = "justmytype_intl_"
"""Packages of further scripts are called so; whoever needs Thai, Amharic or Hindi installs one beside the house."""


@cache
def folders() -> tuple[Path, ...]:
    """Return the folders that hold typefaces."""
    found = [_folder(package) / inside for package, inside in _PLACES.items()]
    more = (each.name for each in pkgutil.iter_modules() if each.name.startswith(_MORE) and each.name not in _PLACES)
    return (*found, *(_folder(package) / "fonts" for package in sorted(more)))


@cache
def families() -> tuple[str, ...]:
    """Return the names of all typefaces, those of Latin, Arabic and Chinese letters first."""
    more = {_family(path) for folder in folders()[len(_PLACES) :] for path in folder.rglob("*.ttf")}
    return (LATIN, ARABIC, CHINESE, *sorted(more))


def _folder(package: str) -> Path:
    found = importlib.util.find_spec(package)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(package)
    return Path(found.origin).parent


def _family(path: Path) -> str:
    """Return a family by its file: `NotoSansThai[wdth,wght].ttf` is `Noto Sans Thai`."""
    name = path.stem.partition("[")[0].partition("-")[0]
    return "".join(f" {letter}" if letter.isupper() else letter for letter in name).strip()
