"""The words of the position column."""

from __future__ import annotations

import re

from undocs.document import Position

# Supported · Accepted · Enjoys the support of · appuyée · aceptada
_SUPPORTED = re.compile(r"support(?:ed|s)?\b|accept(?:ed|s)\b|acceptée|aceptada|apoyada|appuyée", re.IGNORECASE)
# Noted · Takes note · Not supported · Rejected · Does not enjoy the support of · prend note · toma nota
_NOTED = re.compile(
    r"\bnote[ds]?\b|notée|prend\s+note|toma\s+nota|anotada|tomada\s+nota|reject"
    r"|\b(?:not|no)\s+(?:enjoy\s+(?:the\s+)?)?(?:support|accept)\w*|unsupported",
    re.IGNORECASE,
)
# Partially supported · Supported in part · partly accepted
_IN_PART = re.compile(r"partial|partly|in\s+part\b|partie", re.IGNORECASE)
# Pending · Under consideration · To be examined
_PENDING = re.compile(r"pending|consideration|examin|en\s+suspens|pendiente|deferred", re.IGNORECASE)


def read_position(written: str) -> Position:
    """Return the position that the words of one cell mean; `unclear` where they mean none that is known."""
    noted = bool(_NOTED.search(written))
    supported = bool(_SUPPORTED.search(_NOTED.sub("", written)))
    if _IN_PART.search(written) or (supported and noted):
        return Position.PARTIALLY_SUPPORTED
    if supported:
        return Position.SUPPORTED
    if noted:
        return Position.NOTED
    return Position.PENDING if _PENDING.search(written) else Position.UNCLEAR
