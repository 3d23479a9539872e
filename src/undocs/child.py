"""The child of `undocs.guarded`: confines itself, then reads one file and answers on its standard output."""

from __future__ import annotations

import json
import sys
import traceback
from pathlib import Path
from typing import Any

from undocs import kinds, pictures
from undocs.confinement import confine
from undocs.endings import Ending
from undocs.limits import Limits
from undocs.refusals import Unreadable


def main() -> int:
    """Read the request, do as it says, write the answer; return how it ended."""
    request = json.load(sys.stdin)
    limits = Limits(**request["limits"])
    confine(limits)
    try:
        ending, answer = Ending.DONE, _answer(request, limits)
    except Unreadable as refusal:
        ending, answer = Ending.REFUSED, str(refusal).encode()
    except MemoryError:
        ending, answer = Ending.STARVED, b""
    except Exception:  # noqa: BLE001 - whatever went wrong, the parent is told, and a person gets a sentence
        ending, answer = Ending.FAILED, traceback.format_exc().encode()
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()
    return ending


def _answer(request: dict[str, Any], limits: Limits) -> bytes:
    path = Path(request["path"])
    if request["task"] == "picture":
        return pictures.page_picture(path, request["page"], request["width"], limits)
    return json.dumps(kinds.read(path, limits).as_json(), ensure_ascii=False).encode()


if __name__ == "__main__":
    sys.exit(main())
