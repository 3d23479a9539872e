"""Office packages (`.docx`, `.xlsx`, `.ods`): zip files that hold what such a document needs, and nothing else."""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from undocs import refusals
from undocs.limits import Limits
from undocs.refusals import Unreadable

_CHUNK = 1 << 16
_ENCRYPTED = 0x1
# Below this size any ratio is harmless: a short file of one letter packs by far more than a hundred.
_SMALL = 1 << 20
_TYPES = "[Content_Types].xml"
_XML = (".xml", ".rels", ".vml")
_MACRO_PARTS = ("vbaproject.bin", "vbadata.xml", "vbaprojectsignature.bin")
# Documents have neither; in UTF-16, as XML may be, each letter has a zero byte beside it.
_DECLARATIONS = tuple(
    word.encode(code) for word in ("<!DOCTYPE", "<!ENTITY") for code in ("ascii", "utf-16-le", "utf-16-be")
)
_LONGEST = max(map(len, _DECLARATIONS))
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, UnicodeError)


def describe(path: Path, limits: Limits) -> str:
    """Check a package and return what it says of its own form: its content types, or its mimetype.

    Raises `Unreadable` for whatever a document does not need.
    """
    try:
        with zipfile.ZipFile(path) as package:
            entries = package.infolist()
            _check_sizes(entries, limits)
            for entry in entries:
                _check_entry(entry)
            names = {entry.filename for entry in entries}
            if len(names) != len(entries):
                raise Unreadable(refusals.STRANGE_PARTS)
            for entry in entries:
                _check_content(package, entry)
            told = names & {_TYPES, "mimetype"}
            return package.read(min(told)).decode("utf-8", "replace") if told else ""
    except _BROKEN as broken:
        raise Unreadable(refusals.BROKEN_OFFICE) from broken


def _check_sizes(entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    dense = any(entry.file_size > max(_SMALL, limits.ratio * entry.compress_size) for entry in entries)
    if (
        len(entries) > limits.entries
        or unpacked > limits.unpacked
        or dense
        or unpacked > max(_SMALL, limits.ratio * packed)
    ):
        raise Unreadable(refusals.TOO_DENSE)


def _check_entry(entry: zipfile.ZipInfo) -> None:
    path = PurePosixPath(entry.filename.replace("\\", "/"))
    escapes = path.is_absolute() or ".." in path.parts or ":" in path.parts[0] if path.parts else True
    if escapes or stat.S_ISLNK(entry.external_attr >> 16):
        raise Unreadable(refusals.STRANGE_PARTS)
    if entry.flag_bits & _ENCRYPTED:
        raise Unreadable(refusals.ENCRYPTED_OFFICE)
    if path.name.lower() in _MACRO_PARTS:
        raise Unreadable(refusals.MACROS)


def _check_content(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    """Read an XML part to its end: it declares no entities, names no macros, and is as long as it says."""
    if not entry.filename.lower().endswith(_XML):
        return
    for chunk in _chunks(package, entry):
        if any(word in chunk for word in _DECLARATIONS):
            raise Unreadable(refusals.ENTITIES)
        if entry.filename == _TYPES and b"macroEnabled" in chunk:
            raise Unreadable(refusals.MACROS)


def _chunks(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """Yield the part in pieces that overlap, so that no word is cut in two."""
    before = b""
    with package.open(entry) as part:
        while chunk := part.read(_CHUNK):
            yield before + chunk
            before = chunk[-_LONGEST:]
