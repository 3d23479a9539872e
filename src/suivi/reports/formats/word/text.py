"""Runs and paragraphs of a Word document: language, direction, links."""

from __future__ import annotations

from functools import cache
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from suivi.reports.formats.model import UNKNOWN, Paper, Run, Runs, direction_of
from suivi.reports.formats.word.markup import element, flag

_CHINESE, _ACCENT = "zh", "0B5C86"


class Writer:
    """Writes texts of one paper into one part of a document, which keeps the links."""

    def __init__(self, paper: Paper, part: Any) -> None:
        self.paper, self.part = paper, part
        self._linked = cache(lambda address: part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))

    def paragraph(
        self,
        text: Runs,
        style: str = "",
        *,
        before: tuple[Any, ...] = (),
        is_centred: bool = False,
        is_pinned: bool = False,
    ) -> Any:
        """Return a paragraph; it runs as most of its words do. `before` are properties of its own.

        One that is pinned begins where lines of the paper begin, whichever way its own words run.
        """
        runs_left = direction_of(self.paper.language_of(text)) == "rtl"
        # To Word, "right" is the end of the line, wherever that is.
        turned = is_pinned and runs_left != (self.paper.direction == "rtl")
        aligned = "center" if is_centred else "right" if turned else ""
        properties = element(
            "pPr",
            element("pStyle", val=style) if style else None,
            *before,
            flag("bidi", is_set=runs_left),
            element("jc", val=aligned) if aligned else None,
        )
        return element("p", properties, *(self._placed(run) for run in text))

    def label(self, words: str, style: str = "", *, before: tuple[Any, ...] = (), is_centred: bool = False) -> Any:
        """Return a paragraph in the paper's own language."""
        return self.paragraph((Run(words),) if words else (), style, before=before, is_centred=is_centred)

    def _placed(self, run: Run) -> Any:
        if not run.link:
            return self.run(run)
        made = element("hyperlink", self.run(run))
        made.set(qn("r:id"), self._linked(run.link))
        return made

    def run(self, run: Run) -> Any:
        """Return a run with its language, and its direction where that is from the right."""
        style = "Hyperlink" if run.link else "Soft" if run.soft else ""
        properties = element(
            "rPr",
            element("rStyle", val=style) if style else None,
            flag("b", is_set=run.strong),
            flag("bCs", is_set=run.strong),
            element("color", val=_ACCENT) if run.link else None,
            *_spoken(run.language or self.paper.language),
        )
        made = element("r", properties)
        for place, line in enumerate(run.words.split("\n")):
            if place:
                made.append(element("br"))
            words = element("t")
            words.text = line
            words.set(qn("xml:space"), "preserve")
            made.append(words)
        return made


def _spoken(language: str) -> tuple[Any, ...]:
    if direction_of(language) == "rtl":
        return element("rtl"), element("lang", bidi=language)
    if language.startswith(_CHINESE):
        return (element("lang", eastAsia="zh-CN"),)
    return () if language == UNKNOWN else (element("lang", val=language),)
