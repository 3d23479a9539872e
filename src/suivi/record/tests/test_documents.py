"""Documents: what was read from a page stands beside its picture; the file leaves as it came and runs nowhere."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from django.test import Client

from suivi.record.models import Document
from suivi.record.tests.conftest import SigningIn
from suivi.record.tests.factories import make_document, make_recommendation

pytestmark = pytest.mark.django_db


@pytest.fixture
def mara(signed_in: SigningIn) -> Client:
    return signed_in("observer")


@pytest.fixture
def two_pages(tmp_path: Path) -> Document:
    """Return a document that is a real PDF of two empty pages."""
    path = tmp_path / "report.pdf"
    pdf = pypdfium2.PdfDocument.new()
    for _each in range(2):
        pdf.new_page(595, 842)
    pdf.save(path)
    pdf.close()
    document = make_document(content=path.read_bytes())
    Document.objects.filter(pk=document.pk).update(pages=2)
    return document


def test_a_page_shows_what_was_read_from_it(mara: Client, two_pages: Document) -> None:
    make_recommendation(number="128.1", text="End torture", page=1, document=two_pages)
    make_recommendation(number="128.2", text="Protect children", page=2, document=two_pages)
    page = mara.get(f"/documents/{two_pages.key}/?page=2").content.decode()
    assert "Protect children" in page
    assert "End torture" not in page


def test_a_page_comes_as_a_picture_and_is_drawn_once(
    mara: Client, two_pages: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = mara.get(f"/documents/{two_pages.key}/pages/1.png")
    assert first["Content-Type"] == "image/png"
    assert first.content.startswith(b"\x89PNG")
    monkeypatch.setattr("undocs.guarded._ask", None)
    assert mara.get(f"/documents/{two_pages.key}/pages/1.png").content == first.content


@pytest.mark.parametrize("number", [0, 3, 9999])
def test_a_page_that_is_not_there_is_missing(mara: Client, two_pages: Document, number: int) -> None:
    assert mara.get(f"/documents/{two_pages.key}/pages/{number}.png").status_code == 404


def test_a_document_without_pages_has_no_pictures(mara: Client) -> None:
    document = make_document(name="list.docx", content=b"no PDF at all")
    assert mara.get(f"/documents/{document.key}/pages/1.png").status_code == 404


@pytest.mark.parametrize("page", ["", "0", "99", "x", "²", "-1"])
def test_an_odd_page_shows_the_document_alone(mara: Client, two_pages: Document, page: str) -> None:
    response = mara.get(f"/documents/{two_pages.key}/?page={page}")
    assert response.status_code == 200
    assert "<img" not in response.content.decode()


def test_the_file_leaves_as_an_attachment_that_no_browser_opens(mara: Client) -> None:
    document = make_document(name="list.html", content=b"<script>alert(1)</script>")
    response = mara.get(f"/documents/{document.key}/file/")
    assert b"".join(response.streaming_content) == b"<script>alert(1)</script>"  # type: ignore[attr-defined]
    assert response["Content-Disposition"].startswith("attachment")
    assert response["Content-Type"] == "application/octet-stream"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]


def test_documents_are_for_those_signed_in() -> None:
    document = make_document()
    for address in ("", "file/", "pages/1.png"):
        assert Client(SERVER_NAME="127.0.0.1").get(f"/documents/{document.key}/{address}").status_code == 302
