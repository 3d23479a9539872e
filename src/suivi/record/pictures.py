"""Pages of documents as pictures, drawn once by a child process and then kept."""

from __future__ import annotations

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from suivi.record.models import Document
from undocs import guarded

WIDTH = 900


def page_picture(document: Document, page: int) -> bytes:
    """Return a page (from 1) as a PNG. Raises `undocs.Unreadable` where the document has no such page."""
    name = f"pictures/{document.sha256}/{page}-{WIDTH}.png"
    if not default_storage.exists(name):
        drawn = guarded.page_picture(document.file.path, page, WIDTH)
        default_storage.save(name, ContentFile(drawn))
        return drawn
    with default_storage.open(name) as kept:
        return kept.read()
