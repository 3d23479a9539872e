"""Old Office files (`.doc`, `.xls`): the names in the root of an OLE compound file, and how one of its streams begins.

After [MS-CFB]: a header of 512 bytes, sectors chained by a table of next sectors, a directory of 128-byte entries.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

SIGNATURE = bytes.fromhex("d0cf11e0a1b11ae1")
_FREE = 0xFFFFFFFA  # this and all above it are no sector numbers
_NOBODY = 0xFFFFFFFF
_ENTRY = 128
# The two sizes there are, by the power of two that the header gives
_SECTOR_SIZES = {9: 512, 12: 4096}
_MOST_ENTRIES = 4096
_SMALL_STREAM = 4096


class Broken(Exception):
    """The file does not hold together."""


@dataclass(frozen=True, slots=True)
class Stream:
    """One entry of the directory: its name, first sector and size in bytes."""

    name: str
    sector: int
    size: int


class Compound:
    """A compound file, held in memory."""

    def __init__(self, content: bytes) -> None:
        """Read header and directory; raise `Broken` where they do not hold together."""
        self.content = content
        try:
            self.sector_size = _SECTOR_SIZES[struct.unpack_from("<H", content, 30)[0]]
            self.next = self._table()
            self.root = self._root()
        except (struct.error, KeyError, IndexError, ValueError) as wrong:
            raise Broken from wrong

    def begins(self, stream: Stream, length: int) -> bytes:
        """Return the first bytes of a stream; nothing for one so small that it lies among the small ones."""
        if stream.size < _SMALL_STREAM:
            return b""
        start = (stream.sector + 1) * self.sector_size
        return self.content[start : start + min(length, self.sector_size)]

    def _table(self) -> list[int]:
        """Return, for each sector, the one that follows it."""
        places = struct.unpack_from("<109I", self.content, 76)
        further, count = struct.unpack_from("<II", self.content, 68)
        sectors = [place for place in places if place < _FREE]
        per_sector = self.sector_size // 4
        for _ in range(min(count, len(self.content) // self.sector_size)):
            *more, further = struct.unpack_from(f"<{per_sector}I", self.content, (further + 1) * self.sector_size)
            sectors += [place for place in more if place < _FREE]
        table: list[int] = []
        for place in sectors:
            table += struct.unpack_from(f"<{per_sector}I", self.content, (place + 1) * self.sector_size)
        return table

    def _root(self) -> dict[str, Stream]:
        """Return the entries directly under the root, by name."""
        directory = self._directory(struct.unpack_from("<I", self.content, 48)[0])
        found: dict[str, Stream] = {}
        waiting, seen = [_links(directory, 0)[2]], {_NOBODY}
        while waiting:
            entry = waiting.pop()
            if entry in seen:
                continue
            seen.add(entry)
            left, right, _ = _links(directory, entry)
            waiting += [left, right]
            stream = _stream(directory, entry)
            found[stream.name] = stream
        return found

    def _directory(self, sector: int) -> bytes:
        pieces: list[bytes] = []
        while sector < _FREE and len(pieces) * self.sector_size < _MOST_ENTRIES * _ENTRY:
            start = (sector + 1) * self.sector_size
            pieces.append(self.content[start : start + self.sector_size])
            sector = self.next[sector]
        return b"".join(pieces)


def _links(directory: bytes, entry: int) -> tuple[int, int, int]:
    """Return the entries to the left, to the right and below."""
    left, right, child = struct.unpack_from("<3I", directory, entry * _ENTRY + 68)
    return left, right, child


def _stream(directory: bytes, entry: int) -> Stream:
    start = entry * _ENTRY
    (length,) = struct.unpack_from("<H", directory, start + 64)
    name = directory[start : start + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
    sector, size = struct.unpack_from("<II", directory, start + 116)
    return Stream(name, sector, size)
