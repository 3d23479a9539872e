"""Run by itself on an instance of its own: brings a file, reads it, confirms it, and leaves the rest to a worker."""

from __future__ import annotations

import sys
from pathlib import Path

import django
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone


def main(path: Path) -> None:
    """Bring the file, in the name of a coordinator made for it."""
    from suivi.intake.actions.applying import confirm_import  # noqa: PLC0415
    from suivi.intake.tests.factories import make_checked  # noqa: PLC0415

    intake = make_checked(SimpleUploadedFile(path.name, path.read_bytes()))
    confirm_import(intake=intake, at=timezone.now(), by=intake.brought_by)


if __name__ == "__main__":
    django.setup()
    main(Path(sys.argv[1]))
