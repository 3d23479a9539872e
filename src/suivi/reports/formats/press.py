"""Prints papers in a process of their own: setting a page takes far more memory than showing one."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable

from suivi.reports.formats.model import Paper
from suivi.reports.formats.packing import unpacked

WRITERS = {"docx": "word.word", "pdf": "pdf.pdf", "html": "page.page", "xlsx": "sheet.sheet", "csv": "values.values"}
"""Where the writer of each form is; it is loaded when it is asked for."""


def printed(paper: Paper, form: str) -> bytes:
    """Return a paper in one of the forms, made in this process."""
    module, _, name = WRITERS[form].partition(".")
    writer: Callable[[Paper], bytes] = getattr(importlib.import_module(f"suivi.reports.formats.{module}"), name)
    return writer(paper)


def main() -> None:
    """Read a paper from the standard input and write it, in the form named by the first word, to the output."""
    sys.stdout.buffer.write(printed(unpacked(sys.stdin.buffer.read()), sys.argv[1]))


if __name__ == "__main__":
    main()
