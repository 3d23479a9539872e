"""Documents that get through the gate but hold nothing to read: each is refused by its own name."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import docx
import pytest

import undocs
from undocs import Unreadable, kinds, legacy, refusals
from undocs.limits import Limits
from undocs.strangers import name_stranger
from undocs.tests.gate.hostile import WORD, old_word, write_compound, write_package
from undocs.tests.matrix.lists import HEADERS, write
from undocs.tests.typeset import Line, write_pdf

SOFFICE = shutil.which("soffice") or ""
ROW = (
    "140.7 Protect the river (Kenya);\nSource of Position: A/HRC/99/9/Add.1 - Para.3",
    "Noted",
    "- Rivers",
    "- 6 - WATER",
)


def refusal(path: Path) -> str:
    """Return the sentence with which a document is refused."""
    with pytest.raises(Unreadable) as refused:
        undocs.read(path)
    return str(refused.value)


def test_a_pdf_without_text_is_called_a_scan(tmp_path: Path) -> None:
    assert refusal(write_pdf(tmp_path / "scan.pdf", [[], []])) == refusals.NO_TEXT


def test_a_locked_pdf_is_called_so(tmp_path: Path) -> None:
    assert refusal(write_pdf(tmp_path / "locked.pdf", [[Line("Boats")]], locked=True)) == refusals.ENCRYPTED_PDF


def test_a_broken_pdf_is_called_so(tmp_path: Path) -> None:
    path = tmp_path / "broken.pdf"
    path.write_bytes(b"%PDF-1.4\n" + b"boats" * 100)
    assert refusal(path) == refusals.BROKEN_PDF


def test_a_pdf_with_too_many_pages_is_refused(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "long.pdf", [[Line("Boats")]] * 301)
    assert refusal(path) == refusals.TOO_MANY_PAGES.format(limit=300)
    with pytest.raises(Unreadable) as refused:
        kinds.read(path, Limits(pages=301))
    assert str(refused.value) == refusals.UNKNOWN_DOCUMENT


def test_a_word_document_without_a_body_is_broken(tmp_path: Path) -> None:
    broken = {name: part for name, part in WORD.items() if name != "word/document.xml"}
    assert refusal(write_package(tmp_path / "a.docx", broken)) == refusals.BROKEN_OFFICE
    assert refusal(write_package(tmp_path / "b.docx", WORD | {"word/document.xml": "<w:"})) == refusals.BROKEN_OFFICE


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (("United Nations A/HRC/DEC/99/112", "Outcome of the universal periodic review: Orvana"), "decision"),
        (("Decision adopted by the Human Rights Council", "on 12 March 2031"), "decision"),
        (("ADVANCE QUESTIONS TO ORVANA (FIRST BATCH)", "KENYA", "What of the boats?"), "advance_questions"),
        (("ADVANCED QUESTIONS FOR ORVANA",), "advance_questions"),
        (("A/HRC/WG.6/98/XOR/1", "National report"), "national_report"),
        (("A/HRC/WG.6/98/XOR/2", "Compilation on Orvana"), "compilation"),
        (("A/HRC/WG.6/98/XOR/3", "Summary of stakeholders’ submissions on Orvana"), "summary"),
        (("Summary of Stakeholders’ submissions on Orvana",), "summary"),
        (("Report of the Human Rights Council on its ninety-ninth session",), "session_report"),
        (("Orvana", "Trends in supported", "recommendations", "Top 5 Sustainable Development Goals"), "infographic"),
        (("HAUT-COMMISSARIAT", "Dear Minister,", "I have the honour"), "letter"),
        (("The Permanent Mission of Orvana presents its compliments to the Office",), "letter"),
        (("Monsieur le Ministre,",), "letter"),
    ],
)
def test_documents_without_recommendations_are_named(tmp_path: Path, lines: tuple[str, ...], kind: str) -> None:
    as_pdf = write_pdf(tmp_path / "a.pdf", [[Line(text, y=700 - 20 * at) for at, text in enumerate(lines)]])
    assert refusal(as_pdf) == refusals.STRANGERS[kind]
    paper = docx.Document()
    for text in lines:
        paper.add_paragraph(text)
    paper.save(str(tmp_path / "a.docx"))
    assert refusal(tmp_path / "a.docx") == refusals.STRANGERS[kind]


def test_a_symbol_that_is_only_cited_names_nothing() -> None:
    assert name_stranger(["Notes", "as said in A/HRC/WG.6/98/XOR/1, boats"]) == refusals.UNKNOWN_DOCUMENT


def test_a_decision_that_cites_an_addendum_is_still_a_decision(tmp_path: Path) -> None:
    lines = ("United Nations A/HRC/DEC/99/112", "Universal periodic review", "2 A/HRC/99/9/Add.1; see also A/HRC/99/2")
    path = write_pdf(tmp_path / "a.pdf", [[Line(text, y=700 - 20 * at) for at, text in enumerate(lines)]])
    assert refusal(path) == refusals.STRANGERS["decision"]


def test_any_other_document_is_told_what_could_be_read(tmp_path: Path) -> None:
    assert refusal(write_pdf(tmp_path / "song.pdf", [[Line("A song of boats")]])) == refusals.UNKNOWN_DOCUMENT
    (tmp_path / "boats.json").write_text('{"boats": [1, 2]}')
    assert refusal(tmp_path / "boats.json") == refusals.UNKNOWN_DOCUMENT


def test_an_old_word_document_without_libreoffice_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(legacy, "_ON_MACOS", "missing")
    assert refusal(write_compound(tmp_path / "list.doc", {"WordDocument": old_word()})) == refusals.NO_LIBREOFFICE


@pytest.mark.skipif(not SOFFICE, reason="LibreOffice is not installed")
def test_an_old_word_document_that_libreoffice_cannot_read_is_refused(tmp_path: Path) -> None:
    assert refusal(write_compound(tmp_path / "list.doc", {"WordDocument": old_word()})) == refusals.LIBREOFFICE_FAILED


@pytest.mark.skipif(not SOFFICE, reason="LibreOffice is not installed")
def test_an_old_word_document_is_read_through_libreoffice(tmp_path: Path) -> None:
    path = write(tmp_path / "list.docx", HEADERS[2025], ["Rivers", ROW])
    subprocess.run(  # noqa: S603 - only our own words are in it
        [
            SOFFICE,
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            *("--headless", "--convert-to", "doc:MS Word 97", "--outdir", str(tmp_path), str(path)),
        ],
        check=True,
        capture_output=True,
        timeout=60,
    )
    document = undocs.read(tmp_path / "list.doc")
    assert (document.state_under_review, document.wg_session) == ("CHL", 48)
    (found,) = document.recommendations
    assert (found.number, found.states, found.heading, found.sdgs) == ("140.7", ["KEN"], "Rivers", [6])
