"""Run by itself on an instance of its own: brings a file, reads it, confirms it, and leaves the rest to a worker."""

from __future__ import annotations

import sys
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from suivi.intake.actions.applying import confirm_import
from suivi.intake.tests.factories import make_checked

if __name__ == "__main__":
    path = Path(sys.argv[1])
    intake = make_checked(SimpleUploadedFile(path.name, path.read_bytes()))
    confirm_import(intake=intake, at=timezone.now(), by=intake.brought_by)
