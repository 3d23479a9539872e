"""Which column of the list holds what: told by the header row, so that a new generation needs no new code."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum

from undocs.word import Cell


class Column(StrEnum):
    """What a column holds."""

    RECOMMENDATION = "recommendation"
    STATES = "states"
    POSITION = "position"
    LABELS = "labels"
    SDGS = "sdgs"
    REMARKS = "remarks"


# The first that fits is taken, so the order matters.
_HEADERS = (
    # Assessment/comments on level of implementation
    (Column.REMARKS, re.compile(r"assess|comment|observa|évaluation|evaluaci", re.IGNORECASE)),
    # Position · Position of the State under review · Posición
    (Column.POSITION, re.compile(r"^\W*(position|posici[oó]n|response|réponse|respuesta)", re.IGNORECASE)),
    # Recommendation · Recommendation and recommending State · Recommandation · Recomendación
    (
        Column.RECOMMENDATION,
        re.compile(r"^\W*(recommendations?|recommandations?|recomendaci[oó]n(es)?)\b", re.IGNORECASE),
    ),
    # Recommending state/s · État auteur de la recommandation
    (Column.STATES, re.compile(r"recommending|\b(state|country|État|Estado)", re.IGNORECASE)),
    # Relevant SDGs · Sustainable Development Goals · ODD · ODS
    (
        Column.SDGS,
        re.compile(r"^\W*(relevant\s+)?(sdgs?\b|sustainable|odd\b|ods\b|objectifs|objetivos)", re.IGNORECASE),
    ),
    # Full list of themes · Full list of rights/affected persons · Human rights themes and groups of persons
    (Column.LABELS, re.compile(r"themes?\b|rights\b|affected|groups? of persons|thèmes?\b|temas?\b", re.IGNORECASE)),
)
_INDISPENSABLE = {Column.RECOMMENDATION, Column.POSITION, Column.LABELS}


def columns(row: Sequence[Cell]) -> Mapping[Column, int] | None:
    """Return where each column stands if this row is the header of such a list, else `None`."""
    found: dict[Column, int] = {}
    place = 0
    for cell in row:
        title = " ".join(cell.text.split())
        kind = next((kind for kind, pattern in _HEADERS if pattern.search(title)), None)
        if kind is not None and len(title) <= _LONGEST_TITLE:
            found.setdefault(kind, place)
        place += cell.span
    return found if found.keys() >= _INDISPENSABLE else None


_LONGEST_TITLE = 100


def spread(row: Sequence[Cell]) -> list[Cell]:
    """Return the row with a spanning cell repeated for each column it covers, so that places count columns."""
    return [cell for cell in row for _ in range(cell.span)]
