"""Makes files that nobody should open unwarned: bombs, traps, locked and broken ones."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path

CONTENT_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
BODY = (
    '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body><w:p><w:r><w:t>Boats</w:t></w:r></w:p></w:body></w:document>"
)
WORD = {"[Content_Types].xml": CONTENT_TYPES, "word/document.xml": BODY}
_SECTOR = 512
_FREE, _END, _TABLE, _NOBODY = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF


def write_package(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    """Write a zip file of these parts and return its path."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return path


def write_compound(path: Path, streams: Mapping[str, bytes]) -> Path:
    """Write an OLE compound file with these streams in its root and return its path."""
    names = list(streams)
    sectors = [bytes(_SECTOR)]  # the table of sectors, filled in at the end
    table = [_TABLE]
    starts = []
    for content in streams.values():
        pieces = [content[at : at + _SECTOR].ljust(_SECTOR, b"\0") for at in range(0, max(1, len(content)), _SECTOR)]
        starts.append(len(sectors))
        table += [*range(len(sectors) + 1, len(sectors) + len(pieces)), _END]
        sectors += pieces
    directory = [_entry("Root Entry", 5, child=1 if names else _NOBODY)]
    for at, name in enumerate(names, start=1):
        right = at + 1 if at < len(names) else _NOBODY
        directory.append(_entry(name, 2, right=right, start=starts[at - 1], size=len(streams[name])))
    written = b"".join(directory)
    first = len(sectors)
    count = -(-len(written) // _SECTOR)
    table += [*range(first + 1, first + count), _END]
    sectors += [written[at : at + _SECTOR].ljust(_SECTOR, b"\0") for at in range(0, len(written), _SECTOR)]
    sectors[0] = struct.pack("<128I", *(table + [_FREE] * 128)[:128])
    path.write_bytes(_header(first) + b"".join(sectors))
    return path


def _header(directory: int) -> bytes:
    signature = bytes.fromhex("d0cf11e0a1b11ae1")
    head = signature + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, directory, 0, 4096, _END, 0, _END, 0)
    return head + struct.pack("<109I", 0, *[_FREE] * 108)


def _entry(name: str, kind: int, *, child: int = _NOBODY, right: int = _NOBODY, start: int = 0, size: int = 0) -> bytes:
    encoded = name.encode("utf-16-le")
    head = encoded.ljust(64, b"\0") + struct.pack("<HBB", len(encoded) + 2, kind, 1)
    return head + struct.pack("<III", _NOBODY, right, child) + bytes(36) + struct.pack("<IQ", start, size)


def old_word(*, locked: bool = False) -> bytes:
    """Return the stream of an old Word document, with or without the flag of encryption."""
    return struct.pack("<HHHHHH", 0xA5EC, 0xC1, 0, 0, 0, 0x0100 if locked else 0).ljust(5000, b"\0")
