"""The gate tells by its content what a file is, and says of each bad one what is wrong and what to do."""

from __future__ import annotations

import stat
import zipfile
from pathlib import Path

import docx
import pytest

from undocs import Unreadable, refusals
from undocs.gate import Form, admit
from undocs.limits import Limits
from undocs.tests.gate.hostile import BODY, CONTENT_TYPES, WORD, old_word, write_compound, write_package

ODF = "application/vnd.oasis.opendocument."


def refusal(path: Path, **limits: int) -> str:
    """Return the sentence with which a file is refused."""
    with pytest.raises(Unreadable) as refused:
        admit(path, Limits(**limits))
    return str(refused.value)


@pytest.mark.parametrize(
    ("content", "form"),
    [
        (b"%PDF-1.7\n", Form.PDF),
        (b"\xef\xbb\xbf\n%PDF-1.4\n", Form.PDF),
        (b'[{"Text": "a"}]', Form.JSON),
        (b'\xef\xbb\xbf {"Text": "a"}', Form.JSON),
        (b"140.7 Protect the river (Chile);", Form.TEXT),
        ("حماية النهر".encode(), Form.TEXT),
        ("Protect".encode("utf-16"), Form.TEXT),
        (b"\x09\x08\x10\x00\x00\x06", Form.SHEET),
    ],
)
def test_the_form_is_told_by_the_content(tmp_path: Path, content: bytes, form: Form) -> None:
    path = tmp_path / "whatever.exe"
    path.write_bytes(content)
    assert admit(path, Limits()) is form


def test_packages_are_told_by_what_they_say_of_themselves(tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "real.docx"))
    assert admit(tmp_path / "real.docx", Limits()) is Form.WORD
    assert admit(write_package(tmp_path / "a.bin", WORD), Limits()) is Form.WORD
    sheet = CONTENT_TYPES.replace("wordprocessingml.document.main", "spreadsheetml.sheet.main")
    assert admit(write_package(tmp_path / "b.doc", {"[Content_Types].xml": sheet}), Limits()) is Form.SHEET
    assert admit(write_package(tmp_path / "c", {"mimetype": ODF + "spreadsheet"}), Limits()) is Form.SHEET


def test_old_office_files_are_told_by_the_names_inside(tmp_path: Path) -> None:
    assert admit(write_compound(tmp_path / "a", {"WordDocument": old_word()}), Limits()) is Form.OLD_WORD
    assert admit(write_compound(tmp_path / "b", {"Workbook": bytes(5000)}), Limits()) is Form.SHEET
    many = {f"Part {at}": b"" for at in range(9)} | {"Book": bytes(9)}
    assert admit(write_compound(tmp_path / "c", many), Limits()) is Form.SHEET


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", refusals.EMPTY),
        (bytes(4096), refusals.EMPTY),
        (b" \r\n\t", refusals.EMPTY),
        (b"\x89PNG\r\n\x1a\n", refusals.PICTURE),
        (b"\xff\xd8\xff\xe0", refusals.PICTURE),
        (b"RIFF\x10\0\0\0WEBPVP8 ", refusals.PICTURE),
        (b"\0\0\0\x18ftypheic", refusals.PICTURE),
        (b"{\\rtf1 Boats}", refusals.RICH_TEXT),
        (b"\n<!DOCTYPE html><html><table>", refusals.WEB_PAGE),
        (b"<html><body>Excel</body></html>", refusals.WEB_PAGE),
        (b"<?xml version='1.0'?><boats/>", refusals.UNKNOWN_FORM),
        (b"\x1f\x8b\x08", refusals.ARCHIVE),
        (b"MZ\x90\0", refusals.PROGRAM),
        (b"\x7fELF\x02", refusals.PROGRAM),
        (b"boats\0and nets", refusals.UNKNOWN_FORM),
        (b"PK\x03\x04 and nothing more", refusals.BROKEN_OFFICE),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"short", refusals.BROKEN_OFFICE),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\xff" * 2000, refusals.BROKEN_OFFICE),
    ],
)
def test_other_files_are_refused_in_a_sentence_of_their_own(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "list.docx"
    path.write_bytes(content)
    assert refusal(path) == sentence


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "missing.pdf") == refusals.MISSING
    assert refusal(tmp_path) == refusals.NO_FILE


def test_a_file_larger_than_allowed_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes(b"a" * (2 << 20))
    assert refusal(path, size=1 << 20) == refusals.TOO_LARGE.format(limit=1)
    assert admit(path, Limits()) is Form.TEXT


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ({"boats.txt": "nets"}, refusals.ARCHIVE),
        ({"mimetype": ODF + "text", "content.xml": "<a/>"}, refusals.OPEN_TEXT),
        ({"[Content_Types].xml": "presentationml.presentation.main"}, refusals.SLIDES),
        (WORD | {"word/vbaProject.bin": "Sub"}, refusals.MACROS),
        (WORD | {"[Content_Types].xml": CONTENT_TYPES.replace("+xml", ".macroEnabled+xml")}, refusals.MACROS),
        (WORD | {"../../etc/boats": "nets"}, refusals.STRANGE_PARTS),
        (WORD | {"/etc/boats": "nets"}, refusals.STRANGE_PARTS),
        (WORD | {"..\\boats": "nets"}, refusals.STRANGE_PARTS),
        (WORD | {"C:/boats": "nets"}, refusals.STRANGE_PARTS),
        (WORD | {"word/bomb.xml": bytes(30 << 20)}, refusals.TOO_DENSE),
        (WORD | {f"word/{at}.xml": "<a/>" for at in range(1001)}, refusals.TOO_DENSE),
        (WORD | {"word/document.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]>" + BODY}, refusals.ENTITIES),
        (WORD | {"word/header1.xml": ("<!-- " + "x" * 65530 + "--><!DOCTYPE a><a/>")}, refusals.ENTITIES),
        (WORD | {"word/header1.xml": "<!DOCTYPE a><a/>".encode("utf-16")}, refusals.ENTITIES),
    ],
)  # fmt: skip
def test_packages_with_what_no_document_needs_are_refused(
    tmp_path: Path, parts: dict[str, str | bytes], sentence: str
) -> None:
    assert refusal(write_package(tmp_path / "list.docx", parts)) == sentence


def test_a_package_with_a_symbolic_link_is_refused(tmp_path: Path) -> None:
    path = write_package(tmp_path / "list.docx", WORD)
    with zipfile.ZipFile(path, "a") as package:
        link = zipfile.ZipInfo("word/media/boat.png")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        package.writestr(link, "/etc/hostname")
    assert refusal(path) == refusals.STRANGE_PARTS


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_package_with_two_parts_of_one_name_is_refused(tmp_path: Path) -> None:
    path = write_package(tmp_path / "list.docx", WORD)
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("word/document.xml", "<other/>")
    assert refusal(path) == refusals.STRANGE_PARTS


def test_a_damaged_package_is_refused(tmp_path: Path) -> None:
    path = write_package(tmp_path / "list.docx", WORD | {"word/styles.xml": "<a>" + "boats" * 999 + "</a>"})
    content = path.read_bytes()
    at = content.index(b"word/styles.xml") + 40
    path.write_bytes(content[:at] + bytes(8) + content[at + 8 :])
    assert refusal(path) == refusals.BROKEN_OFFICE


@pytest.mark.parametrize(
    ("streams", "sentence"),
    [
        ({"EncryptedPackage": bytes(9), "EncryptionInfo": bytes(9)}, refusals.ENCRYPTED_OFFICE),
        ({"WordDocument": old_word(locked=True)}, refusals.ENCRYPTED_OFFICE),
        ({"WordDocument": old_word(), "Macros": b""}, refusals.MACROS),
        ({"Workbook": bytes(9), "_VBA_PROJECT_CUR": b""}, refusals.MACROS),
        ({"PowerPoint Document": bytes(9)}, refusals.SLIDES),
        ({"__properties_version1.0": bytes(9)}, refusals.UNKNOWN_FORM),
    ],
)
def test_old_office_files_that_may_not_be_opened_are_refused(
    tmp_path: Path, streams: dict[str, bytes], sentence: str
) -> None:
    assert refusal(write_compound(tmp_path / "list.doc", streams)) == sentence


def test_every_sentence_says_what_to_do() -> None:
    sentences = [value for name, value in vars(refusals).items() if name.isupper() and isinstance(value, str)]
    sentences += refusals.STRANGERS.values()
    for sentence in sentences:
        assert sentence.endswith("."), sentence
        assert ":" in sentence, sentence
