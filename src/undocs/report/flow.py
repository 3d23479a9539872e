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
_ITEM_AFTER_END = re.compile(r"\d{1,3}[.-]\s+[^\W\d_a-zà-öø-ÿа-я]|\d{1,3}[.-]\d{1,3}\.?\s*[^\W\d_]")
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
# A stretch of fewer lines does not tell how it is set.
_MEASURABLE = 60


@dataclass(slots=True)
class Passage:
    """One paragraph or heading: its text, the page it begins on, its left edge in points, whether set as a heading."""

    text: str
    page: int | None
    x0: float = 0.0
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text is set, in points: the size of most letters, the step from line to line within a passage."""

    size: float
    step: float


def setting_of(pages: Iterable[PdfPage]) -> Setting:
    """Measure how the text of these pages is set: the commonest size, the smallest step that is no rarity."""
    lines = [line for page in pages for line in page.lines]
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    size = sizes.most_common(1)[0][0] if sizes else 0.0
    body = [line for line in lines if is_text(line, size)]
    steps = Counter(round(above.y - below.y) for above, below in pairwise(body))
    likely = [step for step, count in steps.items() if 0.9 * size < step < 3 * size and count >= _RARE * len(body)]
    return Setting(size, min(likely, default=1.2 * size))


def passages(
    pages: Sequence[PdfPage], opens: Callable[[str, str], bool] | None = None, usual: Setting | None = None
) -> list[Passage]:
    """Join the lines of these pages into passages.

    `opens` may say, of a line and the one below it, that the second opens a passage though its place does not tell.
    A stretch too short to measure is set as is `usual`.
    """
    short = sum(len(page.lines) for page in pages) < _MEASURABLE
    setting = usual if usual and short else setting_of(pages)
    found: list[list[PdfLine]] = []
    starts: list[int] = []
    for page in pages:
        for line in page.lines:
            if not is_text(line, setting.size):
                continue
            above = found[-1][-1] if found else None
            if above and not _begins(above, line, setting) and not (opens and opens(above.text, line.text)):
                found[-1].append(line)
            else:
                found.append([line])
                starts.append(page.number)
    return [
        Passage(join(lines), page, lines[0].x0, lines[0].size > _LARGE * setting.size)
        for lines, page in zip(found, starts, strict=True)
    ]


def is_text(line: PdfLine, size: float) -> bool:
    """Return whether a line belongs to the text, not to notes, headers or feet of its page."""
    return line.size >= _SMALL * size and not _FURNITURE.match(line.text)


def join(lines: Sequence[PdfLine]) -> str:
    """Join lines into one; a hyphen at the end of a line stays, as these documents break words at their own hyphens."""
    return "".join(line.text if line.hyphen else line.text + " " for line in lines).strip()


def _begins(above: PdfLine, line: PdfLine, setting: Setting) -> bool:
    """Return whether a line begins a new passage."""
    step = above.y - line.y
    if abs(step) < setting.step / 4:
        return False
    large = _LARGE * setting.size
    if (above.size > large) != (line.size > large):
        return True
    if _ITEM.match(line.text) or (_ENDED.search(above.text) and _ITEM_AFTER_END.match(line.text)):
        return True
    if step > 0:
        return step > _WIDER * setting.step
    # The top of a page or column: only the words can tell.
    return _CLOSED.search(above.text) is not None and not _GOES_ON.match(line.text)
