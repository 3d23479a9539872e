"""Tags of a document's line, each in the vocabulary of whoever gave it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import undocs
from suivi.record.rules import Scheme, TagKind
from undocs.document import Kind

# A theme with its code: "A12 Acceptance of norms", "2.1. Acceptance of norms"
_CODED = re.compile(r"(?P<code>[A-Z]\d{0,3}|\d{1,2}\.\d{1,2})\.?\s+(?P<name>\S.*)")
_LONGEST = 200
_FIRST_CYCLE_WITHOUT_CODES = 3


def tags_of(read: undocs.Recommendation, kind: Kind, cycle: int) -> Iterator[tuple[TagKind, str, str, str]]:
    """Yield (kind, scheme, code, name) for each tag of a line."""
    for written in read.themes:
        code, name = _split(written)
        yield TagKind.THEME, _scheme(kind, cycle, code), code, name
    coded = any(_split(written)[0] for written in read.themes)
    for written in read.groups:
        code, name = _split(written)
        yield TagKind.GROUP, _scheme(kind, cycle, code or ("coded" if coded else "")), code, name
    for goal in read.sdgs:
        yield TagKind.SDG, Scheme.SDG, str(goal), f"Goal {goal}"
    for issue in read.issues:
        yield TagKind.ISSUE, Scheme.UPR_INFO, "", issue.strip()[:_LONGEST]


def _split(written: str) -> tuple[str, str]:
    match = _CODED.fullmatch(written.strip())
    return (match["code"], match["name"][:_LONGEST]) if match else ("", written.strip()[:_LONGEST])


def _scheme(kind: Kind, cycle: int, code: str) -> Scheme:
    """Return whose words these are; OHCHR numbered its themes until the second cycle, and renamed them with each."""
    if kind is Kind.UHRI_EXPORT:
        return Scheme.UHRI
    if kind is Kind.UPR_INFO_EXPORT:
        return Scheme.UPR_INFO
    if code or cycle < _FIRST_CYCLE_WITHOUT_CODES:
        return Scheme.OHCHR_2
    return Scheme.OHCHR_3 if cycle == _FIRST_CYCLE_WITHOUT_CODES else Scheme.OHCHR_4
