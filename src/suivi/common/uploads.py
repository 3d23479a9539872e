"""Receives files onto the disk, and stops before one file, or all of a request together, grow too large."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import SkipFile, StopUpload, TemporaryFileUploadHandler
from django.http import HttpRequest

TIMES = 3
"""All files of one request may be this many times as large as one of them."""


class BoundedUpload(TemporaryFileUploadHandler):
    """Lets go of a file that passes `UPLOAD_LIMIT`, and of the whole request where nobody would mean that much."""

    received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keep a piece of the file that begins at this place."""
        self.received += len(raw_data)
        if self.received > TIMES * settings.UPLOAD_LIMIT:
            raise StopUpload(connection_reset=True)
        if start + len(raw_data) > settings.UPLOAD_LIMIT:
            _note_too_large(self.request, self.file_name or "")
            self.file.close()
            raise SkipFile
        super().receive_data_chunk(raw_data, start)


def too_large(request: HttpRequest) -> list[str]:
    """Return the names of the files of this request that were let go of."""
    found: list[str] = getattr(request, "too_large", [])
    return found


def _note_too_large(request: Any, name: str) -> None:
    request.too_large = [*too_large(request), name]
