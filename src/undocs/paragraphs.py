"""The plain kind: a text file with one paragraph a line, which gives one recommendation a line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from undocs import reconcile, refusals
from undocs.document import Document, Kind
from undocs.encoding import decode
from undocs.language import guess
from undocs.numbers import split_number
from undocs.paragraph import read_paragraph
from undocs.refusals import Unreadable

_TABLES = {".csv", ".tsv", ".tab", ".json", ".jsonl"}
# Numbers of one report share their first piece. From so many on, sharing the last one means they are reversed.
_ENOUGH = 3
_NEARLY_ALL, _HALF = 0.8, 0.5
# With so many blank lines for each filled one they part the paragraphs; a few only keep a place.
_BLANK = 0.2


def recognises(path: Path) -> bool:
    """Return whether a file of text is plain paragraphs; commas and tabs in a `.csv` or `.tsv` make a table."""
    return path.suffix.lower() not in _TABLES


def read(path: Path) -> Document:
    """Read one paragraph a line, in any of six languages; an empty line among them stays, as an empty one.

    Where blank lines part the paragraphs, each may run over several lines. Raises Unreadable where nothing in it
    has a number or a State.
    """
    text = decode(path.read_bytes())
    document = Document(Kind.PARAGRAPHS, language=guess(text))
    document.recommendations = [read_paragraph(paragraph) for paragraph in _paragraphs(text)]
    if not any(each.number or each.states for each in document.recommendations):
        raise Unreadable(refusals.NO_PARAGRAPHS)
    _turn_reversed_numbers(document)
    reconcile.check(document)
    return document


def _paragraphs(text: str) -> Iterator[str]:
    lines = text.rstrip().split("\n") if text.strip() else []
    filled = sum(bool(line.strip()) for line in lines)
    if len(lines) - filled < filled * _BLANK or filled <= 1:
        yield from lines
        return
    block: list[str] = []
    for line in lines:
        if block and (not line.strip() or split_number(line).number):
            yield "\n".join(block)
            block = []
        block += [line] if line.strip() else []
    yield "\n".join(block)


def _turn_reversed_numbers(document: Document) -> None:
    """Turn `7.140`, `8.140`, `9.140` round, where it is the last piece that all numbers share."""
    pairs = [(each, each.number.split(".")) for each in document.recommendations if each.number]
    pairs = [(each, pieces) for each, pieces in pairs if len(pieces) == len(("paragraph", "item"))]
    if len(pairs) < _ENOUGH or not _share_their_last([pieces for _, pieces in pairs]):
        return
    for each, (item, paragraph) in pairs:
        each.number = f"{paragraph}.{item}"
    document.warnings.append(
        "The numbers are written the other way round: item first, paragraph last. They were turned."
    )


def _share_their_last(numbers: list[list[str]]) -> bool:
    first, last = (Counter(pieces[at] for pieces in numbers).most_common(1)[0][1] for at in (0, -1))
    return last >= _NEARLY_ALL * len(numbers) and first <= _HALF * len(numbers)
