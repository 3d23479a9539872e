"""Others' programs open what we write: LibreOffice turns each Word and Excel file into pages."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from suivi.reports.formats.press import printed
from suivi.reports.tests.samples import SENTENCES, sample

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
LONGEST = 120

pytestmark = pytest.mark.skipif(not OFFICE, reason="LibreOffice is not on this machine")


def test_libreoffice_turns_each_word_and_excel_file_into_pages(tmp_path: Path) -> None:
    names = {
        (language, form): tmp_path / f"{language}-{form}.{form}" for language in SENTENCES for form in ("docx", "xlsx")
    }
    for (language, form), file in names.items():
        file.write_bytes(printed(sample(language), form))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    subprocess.run(  # noqa: S603  names of our own
        [str(OFFICE), home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, names.values())],
        check=True,
        capture_output=True,
        timeout=LONGEST,
    )
    missing = {
        name: [word for word in _words(SENTENCES[name[0]]) if word not in _said(file.with_suffix(".pdf"))]
        for name, file in names.items()
        if name[0] not in {"ar", "zh"}
    }
    assert {name: words for name, words in missing.items() if words} == {}
    pages = {name: len(pypdfium2.PdfDocument(file.with_suffix(".pdf"))) for name, file in names.items()}
    assert {name: count for name, count in pages.items() if count < (3 if name[1] == "docx" else 1)} == {}


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def _said(file: Path) -> set[str]:
    pages = pypdfium2.PdfDocument(file)
    return set(_words("\n".join(page.get_textpage().get_text_range() for page in pages)))
