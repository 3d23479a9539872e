"""The field of impact and effort: each recommendation at its middle, with the middle half of the voices as bars."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from suivi.common.pictures.canvas import Anchor, Canvas
from suivi.common.pictures.colours import filled, outlined
from suivi.common.pictures.letters import Direction, width, wrapped
from suivi.common.pictures.svg import Shape
from suivi.priorities.rules.words import HIGHEST, LOWEST

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from suivi.priorities.queries.results import Result, Results
    from suivi.priorities.rules.spread import Spread

type Look = dict[str, str | float | None]

SMALL = 12.0
STEPS = HIGHEST - LOWEST
AIR = 0.27
"""Room around the scale, in steps of it: for the words in the corners, and for marks at its ends."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The bounds of the field on its canvas, and how many recommendations it holds."""

    width: float
    height: float
    start: float
    end: float
    top: float
    bottom: float
    most: int

    def x(self, ease: float) -> float:
        """Return where an ease lies: much effort where reading begins."""
        return self.start + (ease - LOWEST + AIR) / (STEPS + 2 * AIR) * (self.end - self.start)

    def y(self, impact: float) -> float:
        """Return where an impact lies: much of it on top."""
        return self.bottom - (impact - LOWEST + AIR) / (STEPS + 2 * AIR) * (self.bottom - self.top)


WIDE = Frame(width=820, height=560, start=20, end=800, top=44, bottom=514, most=40)
NARROW = Frame(width=344, height=420, start=10, end=334, top=40, bottom=376, most=18)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the field with all that stand there: what nothing tells apart shares one mark."""

    ease: Spread
    impact: Spread
    results: tuple[Result, ...]

    @property
    def label(self) -> str:
        """The numbers of those that stand here, as many as have room."""
        numbers = [each.recommendation.number or str(each.candidate.order) for each in self.results]
        return ", ".join(numbers[:3]) + (f" +{len(numbers) - 3}" if len(numbers) > 3 else "")  # noqa: PLR2004

    @property
    def apart(self) -> bool:
        """Whether people are apart on this, in either direction."""
        return self.ease.apart or self.impact.apart


def field(results: Results, direction: Direction, *, narrow: bool = False) -> Shape | None:
    """Draw the field; None where criteria speak of one direction only, so that nothing can lie in it."""
    frame = NARROW if narrow else WIDE
    spots = list(_spots(results, frame.most))
    if not spots:
        return None
    canvas = Canvas(frame.width, direction)
    name = "field-tall" if narrow else "field-wide"
    title, says = _("Impact and effort"), _said(spots)
    return canvas.sheet(name, frame.height, title, says, *_ground(canvas, frame), *_marks(canvas, frame, spots))


def poster(results: Results, direction: Direction) -> Shape:
    """Draw the field with title, key and figures as a sheet to print or to send."""
    frame, margin = WIDE, 30.0
    spots = list(_spots(results, frame.most))
    canvas, y = Canvas(frame.width, direction), margin
    shapes: list[Shape] = []
    for line in wrapped(str(results.exercise), 22, frame.width - 2 * margin):
        shapes.append(canvas.text(line, margin, y, 22, bold=True, foreign=True))
        y += 28
    moved = Frame(frame.width, frame.height, frame.start, frame.end, frame.top + y, frame.bottom + y, frame.most)
    shapes += [*_ground(canvas, moved), *_marks(canvas, moved, spots)]
    y += frame.height
    for sentence in (_voices(results), key_sentence()):
        for line in wrapped(sentence, SMALL, frame.width - 2 * margin, lines=3):
            shapes.append(canvas.text(line, margin, y, SMALL, colour="ink-soft"))
            y += 18
    paper = canvas.box(0, 0, frame.width, y + margin / 2, **filled("paper"))
    return canvas.sheet("priorities", y + margin / 2, str(results.exercise), _said(spots), paper, *shapes)


def key_sentence() -> str:
    """Return how to read the field."""
    return _(
        "Each mark stands where half of the voices lie on either side; its bars reach over the middle half of them. "
        "A diamond says that people are apart."
    )


def _voices(results: Results) -> str:
    said = ngettext("%(n)d voice.", "%(n)d voices.", results.voices)
    return said % {"n": results.voices}


def _spots(results: Results, most: int) -> Iterator[Spot]:
    at: dict[tuple[float, float], list[Result]] = defaultdict(list)
    for each in results.ranked[:most]:
        if each.ease and each.impact:
            at[round(each.ease.middle, 1), round(each.impact.middle, 1)].append(each)
    for found in at.values():
        first = found[0]
        if first.ease and first.impact:
            yield Spot(first.ease, first.impact, tuple(found))


def _ground(canvas: Canvas, frame: Frame) -> Iterator[Shape]:
    """Draw what everything lies on: a grid, what its sides mean, and a word for each corner."""
    for step in range(LOWEST, HIGHEST + 1):
        look: Look = {"stroke_width": 1.5 if step == (LOWEST + HIGHEST) / 2 else 0.75, **outlined("rule")}
        yield canvas.line(frame.x(step), frame.top, frame.x(step), frame.bottom, **look)
        yield canvas.line(frame.start, frame.y(step), frame.end, frame.y(step), **look)
    yield canvas.text(_("↑ more would change"), frame.start, frame.top - 12, SMALL, bold=True)
    yield canvas.text(_("much effort"), frame.start, frame.bottom + 20, SMALL, bold=True)
    yield canvas.text(_("little effort"), frame.end, frame.bottom + 20, SMALL, anchor="end", bold=True)
    for words, x, y, anchor in _corners(frame):
        yield canvas.text(words, x, y, SMALL, colour="ink-soft", anchor=anchor)


def _corners(frame: Frame) -> tuple[tuple[str, float, float, Anchor], ...]:
    """Return a word for each corner, and where it stands."""
    return (
        (_("worth a long effort"), frame.start + 6, frame.top + 14, "start"),
        (_("begin here"), frame.end - 6, frame.top + 14, "end"),
        (_("later"), frame.start + 6, frame.bottom - 8, "start"),
        (_("easily done on the way"), frame.end - 6, frame.bottom - 8, "end"),
    )


def _marks(canvas: Canvas, frame: Frame, spots: Sequence[Spot]) -> Iterator[Shape]:
    """Draw all bars first, then the marks, then the labels, so that no bar runs over a number."""
    for spot in spots:
        x, y = frame.x(spot.ease.middle), frame.y(spot.impact.middle)
        look: Look = {"stroke_width": 3, "stroke_opacity": "0.3", "stroke_linecap": "round"}
        look |= outlined("warn" if spot.apart else "accent")
        yield canvas.line(frame.x(spot.ease.lower), y, frame.x(spot.ease.upper), y, **look)
        yield canvas.line(x, frame.y(spot.impact.lower), x, frame.y(spot.impact.upper), **look)
    for spot in spots:
        x, y = frame.x(spot.ease.middle), frame.y(spot.impact.middle)
        yield canvas.dot(x, y, 5.5, diamond=spot.apart, **filled("warn" if spot.apart else "accent"))
    yield from _labels(canvas, frame, spots)


def _labels(canvas: Canvas, frame: Frame, spots: Sequence[Spot]) -> Iterator[Shape]:
    """Write each label where there is room beside its mark; where there is none, the table alone has it."""
    taken = [(frame.x(each.ease.middle) - 6, frame.y(each.impact.middle) - 6, 12.0, 12.0) for each in spots]
    for words, at, base, anchor in _corners(frame):
        wide = width(words, SMALL)
        taken.append((at if anchor == "start" else at - wide, base - SMALL, wide, SMALL + 2))
    for spot in spots:
        x, y, wide = frame.x(spot.ease.middle), frame.y(spot.impact.middle), width(spot.label, SMALL)
        for left, base in ((x + 9, y - 5), (x + 9, y + 14), (x - wide - 9, y - 5), (x - wide - 9, y + 14)):
            place = (left, base - SMALL, wide, SMALL + 2)
            inside = frame.start <= left and left + wide <= frame.end and frame.top <= base - SMALL
            if inside and not any(_overlap(place, other) for other in taken):
                taken.append(place)
                yield canvas.text(spot.label, left, base, SMALL, bold=spot.apart)
                break


def _overlap(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[0] + b[2] and b[0] < a[0] + a[2] and a[1] < b[1] + b[3] and b[1] < a[1] + a[3]


def _said(spots: Sequence[Spot]) -> str:
    """Return the picture in words, for those who listen; the table has every figure."""
    best = sorted(spots, key=lambda each: -(each.ease.middle + each.impact.middle))[:3]
    numbers = ", ".join(each.label for each in best)
    return _("Most impact for least effort: %(numbers)s. Every figure stands in the table below.") % {
        "numbers": numbers
    }
