"""A paper as JSON and back, for the process that prints it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, get_type_hints

from suivi.reports.formats import model
from suivi.reports.formats.model import Paper

_KIND, _DAY = "is", "day"


def packed(paper: Paper) -> str:
    """Return a paper as JSON."""
    return json.dumps(_pack(paper), ensure_ascii=False, separators=(",", ":"))


def unpacked(text: str | bytes) -> Paper:
    """Return the paper that was packed."""
    paper: Paper = _unpack(json.loads(text))
    return paper


def _pack(value: object) -> Any:
    if isinstance(value, date):
        return {_DAY: value.isoformat()}
    if isinstance(value, tuple):
        return [_pack(each) for each in value]
    if is_dataclass(value):
        told = {field.name: getattr(value, field.name) for field in fields(value)}
        return {_KIND: type(value).__name__, **{name: _pack(each) for name, each in told.items()}}
    return value


def _unpack(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_unpack(each) for each in value)
    if isinstance(value, dict):
        if _DAY in value:
            return date.fromisoformat(value[_DAY])
        made: type = getattr(model, value[_KIND])
        enums = _enums(made)
        return made(
            **{
                name: enums[name](each) if name in enums else _unpack(each)
                for name, each in value.items()
                if name != _KIND
            }
        )
    return value


@cache
def _enums(made: type) -> Mapping[str, type[StrEnum]]:
    """Return which fields of a class hold one of a set of words."""
    hints = get_type_hints(made)
    return {name: hint for name, hint in hints.items() if isinstance(hint, type) and issubclass(hint, StrEnum)}
