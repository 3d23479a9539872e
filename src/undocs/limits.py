"""How large a file may be, and how much reading it may cost."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits for one file. The defaults are for files from strangers; operators may allow more for files of their own.

    Sizes are in bytes: `size` of the file, `unpacked` of all entries of a package together, `memory` of the reading
    process, `answer` of what it gives back. `ratio` is unpacked to packed, `entries` and `pages` are counts.
    """

    size: int = 100 * MEGABYTE
    unpacked: int = 200 * MEGABYTE
    ratio: int = 100
    entries: int = 1000
    pages: int = 300
    memory: int = 512 * MEGABYTE
    cpu_seconds: int = 10
    wall_seconds: int = 30
    answer: int = 64 * MEGABYTE
