"""The child of `undocs.guarded`: confines itself, then reads one file and gives the result on its standard output.

The exit status says how it ended; the reason, if there is one, goes to what was standard error when it started.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from undocs import kinds, pictures, tables
from undocs.confinement import confine
from undocs.endings import Ending
from undocs.limits import Limits
from undocs.refusals import Unreadable

# More would not fit into the pipe before the parent reads it.
_LONGEST_REASON = 10_000


def main() -> int:
    """Read the request, do as it says, give the result; return how it ended."""
    reason = os.fdopen(os.dup(sys.stderr.fileno()), "w", encoding="utf-8")
    # The libraries may grumble; only the reason itself goes to the parent.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())
    request = json.load(sys.stdin)
    limits = Limits(**request["limits"])
    confine(limits)
    try:
        for piece in _answer(request, Path(request["path"]), limits):
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
    except Unreadable as refusal:
        reason.write(str(refusal))
        return Ending.REFUSED
    except MemoryError:
        return Ending.STARVED
    except Exception:  # noqa: BLE001 - whatever went wrong, the parent is told, and a person gets a sentence
        reason.write(traceback.format_exc()[-_LONGEST_REASON:])
        return Ending.FAILED
    return Ending.DONE


def _answer(request: dict[str, Any], path: Path, limits: Limits) -> Iterator[bytes]:
    match request["task"]:
        case "read":
            yield _json(kinds.read(path, limits).as_json())
        case "read_mapped":
            kinds.admit_sheet(path, limits)
            yield _json(tables.read_mapped(path, request["mapping"]).as_json())
        case "columns":
            kinds.admit_sheet(path, limits)
            yield _json(asdict(tables.columns(path)))
        case "rows":
            kinds.admit_sheet(path, limits)
            yield _json({"rows": tables.first_rows(path, request["most"])})
        case "stream":
            kinds.admit_sheet(path, limits)
            for row in tables.stream(path):
                yield _json(row.as_json()) + b"\n"
        case "kind":
            kinds.admit_sheet(path, limits)
            yield _json({"kind": tables.recognises(path)})
        case "picture":
            yield pictures.page_picture(path, request["page"], request["width"], limits)
        case unknown:
            raise ValueError(unknown)


def _json(plain: dict[str, Any]) -> bytes:
    return json.dumps(plain, ensure_ascii=False).encode("utf-8", "surrogatepass")


if __name__ == "__main__":
    sys.exit(main())
