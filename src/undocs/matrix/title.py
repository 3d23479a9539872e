"""The page header of the list: the only place where State, cycle and session stand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from undocs import states

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")
# UPR of Slovenia  (4th Cycle · UPR of Egypt - Second Cycle · UPR of Saint Kitts and Nevis – 3 rd cycle
_STATE = re.compile(
    r"(?:UPR|Universal\s+Periodic\s+Review)\s+of\s+(?:the\s+)?(?P<state>.+?)\s*"
    r"(?:\(\s*\d|\(?\s*(?:first|second|third|fourth|fifth|sixth)\s+cycle|[-–—,]\s*(?:\d|first|second|third|fourth|fifth|sixth)|$)",
    re.IGNORECASE | re.MULTILINE,
)
# once all spaces are gone: 4thcycle · secondcycle
_CYCLE = re.compile(rf"(?:(?P<figure>\d)(?:st|nd|rd|th)?|(?P<word>{'|'.join(_ORDINALS)}))cycle")
# once all spaces are gone: 48thsession
_SESSION = re.compile(r"(?P<figure>\d{1,2})(?:st|nd|rd|th)?(?:wg|workinggroup)?session")


@dataclass(slots=True)
class Title:
    """State under review (ISO3), cycle and session of the Working Group, as far as told."""

    state: str | None = None
    cycle: int | None = None
    session: int | None = None


def read_title(texts: Iterable[str]) -> Title:
    """Read the first of the texts that names a review; words and figures may be broken by stray spaces."""
    title = Title()
    for text in texts:
        named = _STATE.search(text)
        if named and title.state is None:
            title.state = states.find(" ".join(named["state"].split()))
        tight = re.sub(r"\s+", "", text).lower()
        cycle, session = _CYCLE.search(tight), _SESSION.search(tight)
        if cycle and title.cycle is None:
            title.cycle = int(cycle["figure"]) if cycle["figure"] else _ORDINALS.index(cycle["word"]) + 1
        if session and title.session is None:
            title.session = int(session["figure"])
    return title
