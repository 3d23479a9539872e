"""The gate: what a file is, told by its content, and whether it may be opened at all."""

from __future__ import annotations

import codecs
from enum import StrEnum
from pathlib import Path

from undocs import compound, refusals
from undocs.limits import MEGABYTE, Limits
from undocs.packages import describe
from undocs.refusals import Unreadable


class Form(StrEnum):
    """The forms that are let in."""

    PDF = "pdf"
    WORD = "word"
    OLD_WORD = "old_word"
    SHEET = "sheet"
    JSON = "json"
    TEXT = "text"


_HEAD = 4096
# A PDF may begin with a few bytes of something else.
_PDF_WITHIN = 1024
# What other files begin with, and what to say of them
_OTHERS = (
    ((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"\0\0\1\0"), refusals.PICTURE),
    ((b"{\\rtf",), refusals.RICH_TEXT),
    ((b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!", b"\x28\xb5\x2f\xfd"), refusals.ARCHIVE),
    ((b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"#!"), refusals.PROGRAM),
)
# Kinds of picture whose name stands a few bytes further on
_PICTURES_AT = ((8, b"WEBP"), (4, b"ftyphei"), (4, b"ftypavif"), (4, b"ftypmif1"))
# Sheets from before OLE: BIFF 2, 3, 4, and 5 or 8 without its envelope
_BARE_SHEETS = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08\x08\x00", b"\x09\x08\x10\x00")
_WEB = (b"<!doctype html", b"<html", b"<head", b"<body", b"<table", b"<meta")
# What packages say of themselves
_PACKAGES = {
    "wordprocessingml.document.main": Form.WORD,
    "wordprocessingml.template.main": Form.WORD,
    "spreadsheetml.sheet.main": Form.SHEET,
    "opendocument.spreadsheet": Form.SHEET,
}
_OTHER_PACKAGES = {
    "presentationml": refusals.SLIDES,
    "opendocument.presentation": refusals.SLIDES,
    "opendocument.text": refusals.OPEN_TEXT,
}
_FLAGS_END = 12
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")


def admit(path: Path, limits: Limits) -> Form:
    """Return the form of a file that may be opened; raise `Unreadable`, which says why, for any other."""
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise Unreadable(refusals.NO_FILE)
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except FileNotFoundError as missing:
        raise Unreadable(refusals.MISSING) from missing
    except PermissionError as closed:
        raise Unreadable(refusals.NOT_ALLOWED) from closed
    if not head.strip(b"\0 \t\r\n"):
        raise Unreadable(refusals.EMPTY)
    if size > limits.size:
        raise Unreadable(refusals.TOO_LARGE.format(limit=limits.size // MEGABYTE))
    return _form(path, head, limits)


def _form(path: Path, head: bytes, limits: Limits) -> Form:
    if b"%PDF-" in head[:_PDF_WITHIN]:
        return Form.PDF
    if head.startswith(_ZIP):
        return _package(describe(path, limits))
    if head.startswith(compound.SIGNATURE):
        return _old_office(path.read_bytes())
    if head.startswith(_BARE_SHEETS):
        return Form.SHEET
    for beginnings, sentence in _OTHERS:
        if head.startswith(beginnings):
            raise Unreadable(sentence)
    if any(head[at:].startswith(name) for at, name in _PICTURES_AT):
        raise Unreadable(refusals.PICTURE)
    return _text(head)


def _package(says: str) -> Form:
    """Return the form of a zip file by what it says of itself."""
    for words, form in _PACKAGES.items():
        if words in says:
            return form
    for words, sentence in _OTHER_PACKAGES.items():
        if words in says:
            raise Unreadable(sentence)
    raise Unreadable(refusals.ARCHIVE)


def _old_office(content: bytes) -> Form:
    """Return the form of an OLE file by the names in its root."""
    try:
        file = compound.Compound(content)
    except compound.Broken as broken:
        raise Unreadable(refusals.BROKEN_OFFICE) from broken
    names = file.root.keys()
    if "EncryptedPackage" in names:
        raise Unreadable(refusals.ENCRYPTED_OFFICE)
    if names & {"Macros", "_VBA_PROJECT_CUR"}:
        raise Unreadable(refusals.MACROS)
    if "WordDocument" in names:
        if _is_locked(file.begins(file.root["WordDocument"], _FLAGS_END)):
            raise Unreadable(refusals.ENCRYPTED_OFFICE)
        return Form.OLD_WORD
    if names & {"Workbook", "Book"}:
        return Form.SHEET
    raise Unreadable(refusals.SLIDES if "PowerPoint Document" in names else refusals.UNKNOWN_FORM)


def _is_locked(beginning: bytes) -> bool:
    """Say whether the flags at the head of an old Word document call it encrypted ([MS-DOC] 2.5.2, fEncrypted)."""
    return len(beginning) == _FLAGS_END and bool(beginning[_FLAGS_END - 1] & 0x01)


def _text(head: bytes) -> Form:
    """Return the form of a file that is none of the others: text or JSON, if its signs are those of a text."""
    marked = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if b"\0" in head and not marked:
        raise Unreadable(refusals.UNKNOWN_FORM)
    begins = head.removeprefix(codecs.BOM_UTF8).lstrip().lower()
    if begins.startswith(b"<"):
        raise Unreadable(refusals.WEB_PAGE if any(word in begins for word in _WEB) else refusals.UNKNOWN_FORM)
    return Form.JSON if begins.startswith((b"{", b"[")) else Form.TEXT
