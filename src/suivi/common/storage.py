"""Files that survive a power cut, and static files whose address changes with their content."""

from __future__ import annotations

import hashlib
import os
import secrets
from functools import cache
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import StaticFilesStorage
from django.core.files.storage import FileSystemStorage


class DurableStorage(FileSystemStorage):
    """Writes beside the place, flushes to the disk, renames, flushes the folder: only then is a file acknowledged.

    Django's own storage never calls `fsync`, so that an acknowledged upload could vanish in a power cut.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(file_permissions_mode=0o600, directory_permissions_mode=0o700, **options)

    def _save(self, name: str, content: IO[Any]) -> str:
        path = Path(self.path(name))
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        beside = path.with_name(f".{secrets.token_hex(8)}.part")
        try:
            with beside.open("xb") as file:
                beside.chmod(0o600)
                for chunk in content.chunks():  # type: ignore[attr-defined]
                    file.write(chunk)
                file.flush()
                os.fsync(file.fileno())
            beside.rename(path)
        finally:
            beside.unlink(missing_ok=True)
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
        return name


class NamedByContent(StaticFilesStorage):
    """Adds a mark of the content to each address, so that browsers may keep a file for a year."""

    def url(self, name: str | None, *args: Any, **options: Any) -> str:
        """Return the address of a static file with the first digits of its SHA-256."""
        address = super().url(name, *args, **options)
        mark = _mark_fresh(name or "") if settings.DEBUG else _mark(name or "")
        return f"{address}?v={mark}" if mark else address


def _mark_fresh(name: str) -> str:
    found = finders.find(name)
    return (
        hashlib.sha256(Path(found).read_bytes()).hexdigest()[:10]
        if isinstance(found, str) and Path(found).is_file()
        else ""
    )


_mark = cache(_mark_fresh)
