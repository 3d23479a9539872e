"""What people type, as it is kept and read: tidy signs, names after an @, addresses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

# Signs that nobody can see and that can make a page lie: controls but for tab and line end, overrides of direction
_HARMFUL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff\ufffe\uffff]")
# An address as people paste it: https://www.example.org/a?b=c  (a full stop or bracket after it is not part of it)
_ADDRESS = re.compile(r"https?://[^\s<>\"']+[^\s<>\"'.,;:!?()\[\]{}«»“”،؛؟]", re.IGNORECASE)
# The sign before a name; in a mail address, ann@example.org, it is none
_AT = re.compile(r"(?<!\w)@")


def tidied(typed: str) -> str:
    """Return a text as it is kept: composed letters, one kind of line end, nothing that cannot be seen."""
    plain = typed.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _HARMFUL.sub("", plain)).strip()


def pieces_of(text: str) -> Iterator[tuple[str, bool]]:
    """Yield (piece, whether it is an address) for a text, in order; the pieces together are the text."""
    reached = 0
    for found in _ADDRESS.finditer(text):
        if found.start() > reached:
            yield text[reached : found.start()], False
        yield found.group(), True
        reached = found.end()
    if reached < len(text):
        yield text[reached:], False


def names_after_at(text: str, names: Iterable[str]) -> list[str]:
    """Return which of the names stand in a text after an @, however they are cased: "@Mara, what do you say?".

    The longest name wins where one begins another: "@Mara Lind" is not "Mara".
    """
    read, found = text.casefold(), []
    by_length = sorted({name for name in names if name}, key=len, reverse=True)
    for start in [each.end() for each in _AT.finditer(read)]:
        for name in by_length:
            folded = name.casefold()
            rest = read[start + len(folded) : start + len(folded) + 1]
            if read.startswith(folded, start) and not rest.isalnum():
                found.append(name)
                break
    return list(dict.fromkeys(found))
