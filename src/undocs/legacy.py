"""Old Word documents (`.doc`): turned into `.docx` by LibreOffice, where it is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from undocs import refusals
from undocs.refusals import Unreadable

_SECONDS = 25
_PROGRAMS = ("soffice", "libreoffice")
# Where macOS keeps it, outside the path.
_ON_MACOS = "/Applications/LibreOffice.app/Contents/MacOS/soffice"


@contextmanager
def as_docx(path: Path) -> Iterator[Path]:
    """Give the same document as `.docx` while the context lasts; raise `Unreadable` where that cannot be done."""
    program = next(filter(None, map(shutil.which, (*_PROGRAMS, _ON_MACOS))), None)
    if program is None:
        raise Unreadable(refusals.NO_LIBREOFFICE)
    with tempfile.TemporaryDirectory(prefix="undocs-") as name:
        room = Path(name)
        # A name of ours: the one it came with could be read as an option.
        shutil.copyfile(path, room / "old.doc")
        try:
            subprocess.run(  # noqa: S603 - no word of a stranger gets into it
                [
                    program,
                    # A profile of its own: no settings, macros or locks of the person's LibreOffice.
                    f"-env:UserInstallation={(room / 'profile').as_uri()}",
                    *("--headless", "--norestore", "--nolockcheck"),
                    *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(room / "new"), str(room / "old.doc")),
                ],
                check=True,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=_SECONDS,
            )
        except (subprocess.SubprocessError, OSError) as failed:
            raise Unreadable(refusals.LIBREOFFICE_FAILED) from failed
        converted = room / "new" / "old.docx"
        if not converted.exists():
            raise Unreadable(refusals.LIBREOFFICE_FAILED)
        yield converted
