"""Reading a file from a stranger: in a child process with limits, so that whatever is in it harms nobody.

This module loads no parser. The child is `undocs.child`; however it dies, the caller gets `Unreadable` with a sentence.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from undocs.document import Document, Kind, Recommendation
from undocs.keeper import Keeper
from undocs.limits import Limits

_FOR_STRANGERS = Limits()


def read(path: str | Path, limits: Limits = _FOR_STRANGERS) -> Document:
    """Read one document as `undocs.read` does."""
    return Document.from_json(json.loads(_ask("read", path, limits)))


def read_mapped(path: str | Path, mapping: Mapping[str, int], limits: Limits = _FOR_STRANGERS) -> Document:
    """Read a sheet as `undocs.tables.read_mapped`, with a mapping (field -> column, from 0) that a person confirmed."""
    return Document.from_json(json.loads(_ask("read_mapped", path, limits, mapping=dict(mapping))))


def columns(path: str | Path, limits: Limits = _FOR_STRANGERS) -> dict[str, Any]:
    """Return what a person needs to map a sheet: `header`, `guess` (field -> column), `sample` rows, `sheet`."""
    found: dict[str, Any] = json.loads(_ask("columns", path, limits))
    return found


def first_rows(path: str | Path, most: int, limits: Limits = _FOR_STRANGERS) -> list[list[str]]:
    """Return the first rows of any sheet, empty ones left out, each a list of texts; at most so many."""
    found: list[list[str]] = json.loads(_ask("rows", path, limits, most=most))["rows"]
    return found


def page_picture(path: str | Path, page: int, width: int, limits: Limits = _FOR_STRANGERS) -> bytes:
    """Return one page of a PDF (`page` from 1) as a PNG `width` pixels wide."""
    return _ask("picture", path, limits, page=page, width=width)


def export_kind(path: str | Path, limits: Limits = _FOR_STRANGERS) -> Kind | None:
    """Return whose export a sheet or JSON file is, `None` where its columns are not known."""
    found = json.loads(_ask("kind", path, limits))["kind"]
    return Kind(found) if found else None


def stream(path: str | Path, limits: Limits = _FOR_STRANGERS) -> Iterator[Recommendation]:
    """Yield the rows of an export of UPR Info or UHRI one by one, as `undocs.tables.stream`, each in its own memory."""
    with Keeper(_request("stream", path, limits), limits) as keeper:
        for line in keeper.lines():
            yield Recommendation.from_json(json.loads(line))


def _ask(task: str, path: str | Path, limits: Limits, **more: object) -> bytes:
    with Keeper(_request(task, path, limits, **more), limits) as keeper:
        return keeper.answer()


def _request(task: str, path: str | Path, limits: Limits, **more: object) -> bytes:
    return json.dumps({"task": task, "path": str(Path(path).absolute()), "limits": asdict(limits), **more}).encode()
