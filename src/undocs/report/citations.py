"""Recommendations that the conclusions only cite, `noted in paragraphs 25 (a), 54 (b) and (c) above`, found there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from undocs.report.flow import Passage
from undocs.report.labels import Sort, split
from undocs.report.speaker import speaker

# One thing in a list of citations: "25", "(a)", "(ii)", "(b, c and f)", "(last sentence)"
_CITED = re.compile(
    r"(?P<number>\b\d{1,3}\b)|\((?P<last>last sentence)\)"
    r"|\(\s*(?P<letters>[a-z]{1,4}(?:(?:\s*[,;]\s*|\s+and\s+)[a-z]{1,4})*)\s*\)"
)
_LETTER = re.compile(r"\b(?!and\b)[a-z]{1,4}\b")
# What may stand between two things of one list: " ", ", ", " and ", "; and ", " and paragraph "
_BETWEEN = re.compile(r"\s*[,;:]?\s*(?:(?:and|et|y|и)\s+)?(?:paragraphs?\s*:?\s*)?", re.IGNORECASE)
# Where a list of citations begins: "in paragraphs 25", "at paragraph: 71"
_LIST = re.compile(r"\bparagraphs?\s*:?\s*(?=\d)", re.IGNORECASE)
_ROMAN = re.compile(r"[ivx]+")
# Letters in the text: "(a) ", "(iv) ", "a) "
_LETTERED = re.compile(r"(?:\(\s*|\s)([a-z]|[ivx]{1,4})\s*\)")
# The end of a sentence: "settings. It"
_SENTENCE = re.compile(r"(?<=[.”])\s+(?=[A-Z])")
# "recommended that", "also encouraged"
_ASKS = re.compile(
    r"\b(?:recommend(?:ed|s|ing)?|encourag(?:ed|es|ing)|suggest(?:ed|s)|urg(?:ed|es)|invit(?:ed|es)"
    r"|call(?:ed|s) (?:for|on|upon))\b"
)
# What may follow a piece before the next letter: " and", " and also recommended that Orvana"
_AFTER = re.compile(r"\s(?:and|or)(?:\s(?:also\s)?(?:recommend|encourag)ed(?:\sthat\s[A-Z]\w+)?)?$")
_LOOSE = " ,;:."


@dataclass(slots=True)
class Citation:
    """One place cited: a paragraph, and letters under it (`("b", "i")`), or its last sentence."""

    paragraph: int
    letters: tuple[str, ...] = ()
    last: bool = False

    @property
    def number(self) -> str:
        """Return the place as these reports write it, `67 (b) (i)`."""
        return " ".join([str(self.paragraph), *(f"({letter})" for letter in self.letters)])


@dataclass(slots=True)
class Cited:
    """What stands at a place: each text that asks for something, who spoke, the whole paragraph and its page."""

    citation: Citation
    texts: list[str] = field(default_factory=list)
    state: str | None = None
    paragraph: str = ""
    page: int | None = None


@dataclass(slots=True)
class _Paragraph:
    text: str
    page: int | None


def citations(text: str, before: int | None) -> list[Citation]:
    """Return the places before a paragraph that its sentence cites, each once."""
    found: list[Citation] = []
    for head in _LIST.finditer(text):
        at = head.end()
        while (thing := _CITED.match(text, at)) is not None:
            _take(found, thing)
            at = _BETWEEN.match(text, thing.end()).end()  # type: ignore[union-attr]  # matches the empty string too
    return [each for index, each in enumerate(found) if each.paragraph < (before or 0) and each not in found[:index]]


def _take(found: list[Citation], thing: re.Match[str]) -> None:
    if thing["number"]:
        found.append(Citation(int(thing["number"])))
    elif not found:
        return
    elif thing["last"]:
        found[-1].last = True
    else:
        for letter in _LETTER.findall(thing["letters"]):
            _letter(found, letter)


def _letter(found: list[Citation], letter: str) -> None:
    before = found[-1].letters
    # "(b) (i)" goes a step down, "(i) and (ii)" stays, "(a) and (b)" too.
    below = len(before) == 1 and _ROMAN.fullmatch(letter) and not (letter == "i" and before[0] == "h")
    if not before or (below and letter == "i"):
        found[-1].letters = (*before, letter)
    elif len(before) > 1 and _ROMAN.fullmatch(letter):
        found.append(Citation(found[-1].paragraph, (*before[:-1], letter)))
    else:
        found.append(Citation(found[-1].paragraph, (letter,)))


def look_up(cited: Sequence[Citation], dialogue: Iterable[Passage], reviewed: str | None) -> list[Cited]:
    """Return what stands at these places of the dialogue; nothing found leaves `texts` empty."""
    paragraphs = _numbered(dialogue)
    return [_found(each, paragraphs.get(each.paragraph), reviewed) for each in cited]


def _numbered(dialogue: Iterable[Passage]) -> dict[int, _Paragraph]:
    paragraphs: dict[int, _Paragraph] = {}
    last = 0
    for passage in dialogue:
        label, text = split(passage.text)
        if label.sort is Sort.PLAIN and last < label.paragraph <= last + 2:
            last = label.paragraph
            paragraphs[last] = _Paragraph(text, passage.page)
        elif last and not passage.is_heading:
            paragraphs[last].text += f" {passage.text}"
    return paragraphs


def _found(citation: Citation, paragraph: _Paragraph | None, reviewed: str | None) -> Cited:
    cited = Cited(citation)
    if paragraph is not None:
        cited.paragraph, cited.page = paragraph.text, paragraph.page
        cited.state = speaker(paragraph.text, reviewed)
        cited.texts = _lettered(paragraph.text, citation.letters) or _asking(paragraph.text, citation)
    return cited


def _lettered(text: str, letters: tuple[str, ...]) -> list[str]:
    """Return what follows the letters, up to the next letter or the end of the sentence; `(i)` and `(ii)` apart."""
    for letter in letters:
        marks = [mark for mark in _LETTERED.finditer(text) if mark[1] == letter]
        if not marks:
            return []
        rest = text[marks[0].end() :]
        ends = [mark for mark in _LETTERED.finditer(rest) if not _is_below(mark[1], letter)]
        text = rest[: ends[0].start()] if ends else rest
    # Split at "(i)" and "(ii)": what stands before the first of them asks for nothing yet.
    pieces = _LETTERED.split(text)[2::2] or [text]
    return [_bare(_SENTENCE.split(piece)[0]) for piece in pieces] if letters else []


def _is_below(letter: str, above: str) -> bool:
    """Return whether a letter stands under another: `(i)` under `(b)`, but after `(h)`, and `(ii)` after `(i)`."""
    if not _ROMAN.fullmatch(letter) or _ROMAN.fullmatch(above):
        return False
    return letter != "i" or above != "h"


def _asking(text: str, citation: Citation) -> list[str]:
    """Return what the sentences of a paragraph, or only its last one, ask for; a place with letters holds none."""
    sentences = [] if citation.letters else _SENTENCE.split(text)
    asks = [(sentence, found) for sentence in sentences if (found := _ASKS.search(sentence))]
    return [_bare(sentence[found.end() :]) for sentence, found in (asks[-1:] if citation.last else asks)]


def _bare(piece: str) -> str:
    return _AFTER.sub("", piece.strip(_LOOSE)).strip(_LOOSE)
