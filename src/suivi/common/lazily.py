"""Libraries that few requests need are loaded when first used: a process that serves pages stays small."""

from __future__ import annotations

import importlib
from types import ModuleType
from typing import cast

from django.utils.functional import SimpleLazyObject


def lazily(name: str) -> ModuleType:
    """Return a library that loads itself at the first use of one of its names."""
    return cast("ModuleType", SimpleLazyObject(lambda: importlib.import_module(name)))
