"""Writes SVG: a shape knows its attributes and what is inside it, and escapes both."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from django.utils.safestring import SafeString, mark_safe

NAMESPACE = "http://www.w3.org/2000/svg"


@dataclass(frozen=True, slots=True)
class Shape:
    """An SVG element. `str(shape)` is its markup; templates write `{{ shape }}`, for everything in it is escaped."""

    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    inside: tuple[Shape | str, ...] = ()

    def __str__(self) -> SafeString:
        # Django writes an object into a page by its string, so the string itself must say that it is markup.
        attributes = "".join(f" {name}={quoteattr(value)}" for name, value in self.attributes)
        inside = "".join(str(each) if isinstance(each, Shape) else escape(each) for each in self.inside)
        markup = f"<{self.name}{attributes}>{inside}</{self.name}>" if inside else f"<{self.name}{attributes}/>"
        return mark_safe(markup)  # noqa: S308  every attribute and every text was escaped above

    def __html__(self) -> SafeString:
        return self.__str__()


def shape(element: str, *inside: Shape | str | None, **attributes: str | float | None) -> Shape:
    """Return an element: `class_` is written `class`, `font_size` is written `font-size`; what is None is left out."""
    written = tuple(
        (_attribute(name), value if isinstance(value, str) else figure(value))
        for name, value in attributes.items()
        if value is not None
    )
    return Shape(element, written, tuple(each for each in inside if each is not None))


def figure(value: float) -> str:
    """Return a length as SVG writes it, rounded to a tenth and without idle digits: `12`, `12.5`."""
    written = f"{value:.1f}".removesuffix(".0")
    return "0" if written == "-0" else written


def _attribute(name: str) -> str:
    return name.rstrip("_").replace("_", "-")
