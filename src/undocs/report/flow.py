"""Lines of pages become passages: no page headers, page numbers, job numbers or notes; broken lines made whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from undocs.pdf import PdfLine, PdfPage

# Headers and feet that are set as large as the text: "A/HRC/12/9*", "Page 16", "16", "14 GE.11-14583 (E)"
_FURNITURE = re.compile(
    r"(?:A/(?:HRC|[0-9]{2})/\S+(?:\s*\*+)?|(?:[Pp]ages?|[Pp]ágina|[Сс]тр\.)\s*\d+|[-–]?\s*\d{1,3}\s*[-–]?|_{4,}"
    r"|(?:\d{1,3}\s+)?GE\.?\s?\d\d-\d{4,5}.*|A/HRC/\S+\s+(?:[Pp]age\s+)?\d{1,3})$"
)
# A line that begins an item though no space parts it from the line above: "115.12 Ratify", "86.8.1. Ratify", "95-1 …"
_ITEM = re.compile(r"\d{1,3}[.-]\d{1,3}(?:\.\d{1,3})?\.?\s+[^\W\d_a-zà-öø-ÿа-я]")
# The same where the line above is at its end: "12. Ratify", "115.12 ратифицировать"
_ITEM_AFTER_END = re.compile(r"\d{1,3}\.\s+[^\W\d_a-zà-öø-ÿа-я]|\d{1,3}[.-]\d{1,3}\.?\s*[^\W\d_]")
# How a line ends that may be the last of an item: "(Chile);", "(Chile)", "justice."
_ENDED = re.compile(r"[;.:؛；。：)）][*\d\s]*$")
# How a line ends that closes a passage: "(Chile);", "justice.", "as follows:", "؛", "；"
_CLOSED = re.compile(r"[;.:؛；。：][*\d\s]*$")
# How a line begins that goes on with the one above: "republic", "(Chile)", ", and"
_GOES_ON = re.compile(r"[a-zà-öø-ÿа-я(（,;]")
# Smaller than this share of the text's size: notes, headers and feet. Larger than the second: headings.
_SMALL, _LARGE = 0.93, 1.08
# A passage begins where the space above a line is this much wider than between lines.
_WIDER = 1.25
# A step between lines that makes up less than this share of all is a rarity.
_RARE = 0.05


@dataclass(slots=True)
class Passage:
    """One paragraph or heading: its text, the page it begins on, its left edge in points, whether set as a heading."""

    text: str
    page: int | None
    x0: float = 0.0
    is_heading: bool = False


def text_size(pages: Iterable[PdfPage]) -> float:
    """Return the size of letters, in points, that most of the text is set in; 0 where there is none."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def passages(pages: Sequence[PdfPage], opens: Callable[[str, str], bool] | None = None) -> list[Passage]:
    """Join the lines of these pages into passages.

    `opens` may say, of a line and the one below it, that the second opens a passage though its place does not tell.
    """
    size = text_size(pages)
    kept = [(page.number, line) for page in pages for line in page.lines if is_text(line, size)]
    usual = _usual_step([line for _, line in kept], size)
    found: list[list[PdfLine]] = []
    starts: list[int] = []
    for page, line in kept:
        above = found[-1][-1] if found else None
        if above and not _begins(above, line, size, usual) and not (opens and opens(above.text, line.text)):
            found[-1].append(line)
        else:
            found.append([line])
            starts.append(page)
    return [
        Passage(join(lines), page, lines[0].x0, lines[0].size > _LARGE * size)
        for lines, page in zip(found, starts, strict=True)
    ]


def is_text(line: PdfLine, size: float) -> bool:
    """Return whether a line belongs to the text, not to notes, headers or feet of its page."""
    return line.size >= _SMALL * size and not _FURNITURE.match(line.text)


def join(lines: Sequence[PdfLine]) -> str:
    """Join lines into one; a hyphen at the end of a line stays, as these documents break words at their own hyphens."""
    return "".join(line.text if line.hyphen else line.text + " " for line in lines).strip()


def _usual_step(lines: Sequence[PdfLine], size: float) -> float:
    """Return the usual step from line to line, in points: the smallest that is no rarity."""
    steps = Counter(round(above.y - below.y) for above, below in pairwise(lines))
    likely = [step for step, count in steps.items() if 0.9 * size < step < 3 * size and count >= _RARE * len(lines)]
    return min(likely, default=1.2 * size)


def _begins(above: PdfLine, line: PdfLine, size: float, usual: float) -> bool:
    """Return whether a line begins a new passage."""
    step = above.y - line.y
    if abs(step) < usual / 4:
        return False
    if (above.size > _LARGE * size) != (line.size > _LARGE * size):
        return True
    if _ITEM.match(line.text) or (_ENDED.search(above.text) and _ITEM_AFTER_END.match(line.text)):
        return True
    if step > 0:
        return step > _WIDER * usual
    # The top of a page or column: only the words can tell.
    return _CLOSED.search(above.text) is not None and not _GOES_ON.match(line.text)
