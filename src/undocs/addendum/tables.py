"""Tables of answers in Word: number, recommendation, position, comment. Each row becomes one passage of prose."""

from __future__ import annotations

import re
from enum import Enum

from undocs.addendum.numbers import LIST
from undocs.word import Cell, Table


class _Column(Enum):
    NUMBER = "number"
    QUOTE = "quote"
    ANSWER = "answer"


# Titles of columns; the first that fits is taken.
_TITLES = (
    # Position · Response of the Government · Accepted/Noted · Comments · Explanation
    (
        _Column.ANSWER,
        re.compile(
            r"position|response|status|accept|support|comment|explanation|reason|réponse|observations|respuesta|posici",
            re.IGNORECASE,
        ),
    ),
    # No. · № · # · Number · Rec. No. · Paragraph
    (
        _Column.NUMBER,
        re.compile(r"\W*(?:rec\w*\.?\s*)?(?:nos?\b|n°|nº|№|#|number|paragraph|para\b|num[eé]ro|número)", re.IGNORECASE),
    ),
    # Recommendation · Recommandations
    (
        _Column.QUOTE,
        re.compile(r"\W*(?:recommendation|recommandation|recomendaci|рекомендаци|توصي|التوصي|建议)", re.IGNORECASE),
    ),
)
_LONGEST_TITLE = 80
# How a cell ends that needs no stop of ours
_ENDS = re.compile(r"[.;:,!?؛。；]\Z")


def of_table(table: Table) -> list[str]:
    """Return one text a row: its number, then what answers it; a quoted recommendation stays only for its number."""
    columns: list[_Column | None] = []
    texts = []
    for row in table.rows:
        titles = _titles(row)
        if titles:
            columns = titles
        elif any(cell.text for cell in row):
            texts.append(_row(row, columns if len(columns) == len(row) else []))
    return texts


def _titles(row: list[Cell]) -> list[_Column | None]:
    """Return what the columns hold if this row tells it, nothing otherwise."""
    found = [_title(" ".join(cell.text.split())) for cell in row]
    told = {column for column in found if column}
    return found if _Column.ANSWER in told and len(told) > 1 and len(row) > 1 else []


def _title(text: str) -> _Column | None:
    if len(text) > _LONGEST_TITLE or LIST.search(text):
        return None
    return next((column for column, pattern in _TITLES if pattern.search(text)), None)


def _row(row: list[Cell], columns: list[_Column | None]) -> str:
    texts = [" ".join(cell.text.split()) for cell in row]
    if columns:
        texts = [_head(text) if column is _Column.QUOTE else text for text, column in zip(texts, columns, strict=True)]
    return _joined(list(filter(None, texts)))


def _joined(texts: list[str]) -> str:
    """Return cells as sentences, such as `122.5: Noted. The tax feeds the schools`."""
    if texts and LIST.fullmatch(texts[0]):
        texts[0] += ":"
    return " ".join(text if at == len(texts) - 1 or _ENDS.search(text) else f"{text}." for at, text in enumerate(texts))


def _head(quote: str) -> str:
    """Return only the number with which a quoted recommendation begins."""
    number = LIST.match(quote)
    return number[0] if number and "." in number[0] else ""
