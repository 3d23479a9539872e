"""A JSON export of any size, object by object, in the memory that one object takes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import ijson

from undocs import refusals
from undocs.refusals import Unreadable
from undocs.tables.header import guess

# What ijson calls an element of an array
_WITHIN_ARRAY = "item"


def objects(path: Path) -> Iterator[dict[str, str]]:
    """Yield each object of the file's first array (or each object of a line) with our names of fields.

    Raises Unreadable where the file is no JSON, or ends too early.
    """
    try:
        with path.open("rb") as file:
            prefix = _prefix(file)
            file.seek(0)
            for each in ijson.items(file, prefix, use_float=True, multiple_values=not prefix):
                if isinstance(each, dict):
                    yield _entry(each)
    except (ijson.JSONError, UnicodeDecodeError) as broken:
        raise Unreadable(refusals.BROKEN_JSON) from broken


def _prefix(file: BinaryIO) -> str:
    """Return where the objects are: `item`, `value.item`, or "" where each line is one."""
    for prefix, event, _ in ijson.parse(file, multiple_values=True):
        if event == "start_map" and prefix.split(".")[-1] == _WITHIN_ARRAY:
            return str(prefix)
        if event == "end_map" and not prefix:
            break
    return ""


def _entry(found: dict[str, Any]) -> dict[str, str]:
    """Return the fields of one object as a sheet would hold them: text, lists as `- item` lines."""
    names = list(found)
    return {field: _cell(found[names[at]]) for field, at in guess(names).items()}


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return "\n".join(f"- {_cell(each)}" for each in value)
    if isinstance(value, dict):
        return next((str(each) for each in value.values() if isinstance(each, str)), "")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)
