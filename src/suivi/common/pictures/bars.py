"""Stacked bars on a sheet to print or send: title, key, bars with their figures, and where those come from."""

from __future__ import annotations

from dataclasses import dataclass

from suivi.common.pictures.canvas import Canvas
from suivi.common.pictures.colours import filled, outlined
from suivi.common.pictures.letters import Direction, width, wrapped
from suivi.common.pictures.looks import OPEN, paint, textures
from suivi.common.pictures.svg import Shape

WIDTH, MARGIN, LABELS, TOTALS = 1000.0, 36.0, 300.0, 52.0
ROOM = WIDTH - 2 * MARGIN
TITLE, WORDS, SMALL = 24.0, 14.0, 12.5
_LINE, _BAR, _AIR, _SWATCH = 18.0, 22.0, 12.0, 16.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A row: what it counts, how many of each look, and how many in all; `foreign` words keep their own direction."""

    label: str
    counts: tuple[tuple[str, int], ...]
    total: int
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that stands on the sheet. `key` gives each look its word; `foot` are sentences below."""

    name: str
    title: str
    subtitle: str
    key: tuple[tuple[str, str], ...]
    bars: tuple[Bar, ...]
    foot: tuple[str, ...]


def stacked(sheet: Sheet, direction: Direction) -> Shape:
    """Draw the sheet."""
    pen = _Pen(Canvas(WIDTH, direction), sheet)
    pen.head()
    pen.key()
    for bar in sheet.bars:
        pen.bar(bar)
    pen.foot()
    paper = pen.canvas.box(0, 0, WIDTH, pen.y, **filled("paper"))
    return pen.canvas.sheet(sheet.name, pen.y, sheet.title, _says(sheet), textures(sheet.name), paper, *pen.shapes)


def _says(sheet: Sheet) -> str:
    words = dict(sheet.key)
    rows = []
    for bar in sheet.bars:
        counts = ", ".join(f"{words[look]} {count}" for look, count in bar.counts if count)
        rows.append(f"{bar.label}: {counts}")
    return "; ".join((sheet.subtitle, *rows))


class _Pen:
    """Goes down the sheet; `y` is how far it has come."""

    def __init__(self, canvas: Canvas, sheet: Sheet) -> None:
        self.canvas, self.sheet = canvas, sheet
        self.shapes: list[Shape] = []
        self.y = MARGIN
        self.scale = (ROOM - LABELS - TOTALS) / max((bar.total for bar in sheet.bars), default=1)

    def head(self) -> None:
        for line in wrapped(self.sheet.title, TITLE, ROOM):
            self.y += TITLE
            self.shapes.append(self.canvas.text(line, MARGIN, self.y, TITLE, bold=True))
            self.y += 6
        self._sentences((self.sheet.subtitle,), WORDS)
        self.y += 14

    def key(self) -> None:
        x = MARGIN
        for look, word in self.sheet.key:
            taken = _SWATCH + 8 + width(word, WORDS) + 22
            if x > MARGIN and x + taken > WIDTH - MARGIN:
                x, self.y = MARGIN, self.y + 26
            self._box(look, x, self.y, _SWATCH, _SWATCH)
            self.shapes.append(self.canvas.text(word, x + _SWATCH + 8, self.y + 13, WORDS))
            x += taken
        self.y += 40

    def bar(self, bar: Bar) -> None:
        lines = wrapped(bar.label, WORDS, LABELS - 16, lines=3)
        height = max(_BAR, len(lines) * _LINE)
        middle = self.y + height / 2
        for n, line in enumerate(lines):
            y = middle + 5 + (n - (len(lines) - 1) / 2) * _LINE
            self.shapes.append(self.canvas.text(line, MARGIN, y, WORDS, foreign=bar.foreign))
        x = MARGIN + LABELS
        for look, count in bar.counts:
            if count:
                self._box(look, x, middle - _BAR / 2, count * self.scale - 1.5, _BAR)
                self._figure(str(count), x, middle, count * self.scale - 1.5)
                x += count * self.scale
        total = self.canvas.text(str(bar.total), WIDTH - MARGIN, middle + 5, WORDS, anchor="end", bold=True)
        self.shapes.append(total)
        self.y += height + _AIR

    def foot(self) -> None:
        self.y += 8
        self.shapes.append(self.canvas.line(MARGIN, self.y, WIDTH - MARGIN, self.y, **outlined("rule")))
        self.y += 8
        self._sentences(self.sheet.foot, SMALL)
        self.y += MARGIN

    def _sentences(self, sentences: tuple[str, ...], size: float) -> None:
        for sentence in sentences:
            for line in wrapped(sentence, size, ROOM, lines=4):
                self.y += size + 5
                self.shapes.append(self.canvas.text(line, MARGIN, self.y, size, colour="ink-soft"))

    def _box(self, look: str, x: float, top: float, wide: float, high: float) -> None:
        edge = 0.8 if look in OPEN else 0.0  # an outline stays inside its bounds
        inside = max(wide - 2 * edge, 0.5)
        look_of_it = paint(look, self.sheet.name)
        self.shapes.append(self.canvas.box(x + edge, top + edge, inside, high - 2 * edge, rx=2, **look_of_it))

    def _figure(self, figure: str, x: float, middle: float, room: float) -> None:
        """Write a count into its box where it fits, on a plate of paper so that no texture disturbs it."""
        plate = width(figure, SMALL) + 8
        if plate <= room - 2:
            left, top = x + (room - plate) / 2, middle - _BAR / 2 + 3
            self.shapes.append(self.canvas.box(left, top, plate, _BAR - 6, rx=3, **filled("paper")))
            self.shapes.append(self.canvas.text(figure, x + room / 2, middle + 4.5, SMALL, anchor="middle"))
