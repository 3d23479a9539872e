"""HTML: one file with its own style and no script, as good on paper as on the screen."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from lxml import etree

from suivi.reports.formats.look import look
from suivi.reports.formats.model import (
    Facts,
    Heading,
    Listed,
    Note,
    PageBreak,
    Paper,
    Paragraph,
    Picture,
    Room,
    Row,
    Run,
    Runs,
    Style,
    Table,
    direction_of,
)


def page(paper: Paper) -> bytes:
    """Return a paper as a page that needs nothing else."""
    body = _element("body", class_="bare" if paper.bare else None)
    for place, section in enumerate(paper.sections):
        # The head of the paper lies on the first page, whichever way that lies.
        front = _front(paper) if place == 0 else ()
        blocks = (_BLOCKS[type(block)](paper, block) for block in section.blocks)
        body.append(_element("section", *front, *blocks, class_="landscape" if section.landscape else None))
    if paper.foot:
        body.append(_element("footer", _element("p", paper.foot)))
    head = _element(
        "head",
        _element("meta", charset="utf-8"),
        _element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        _element("title", paper.title),
        _element("style", look()),
    )
    whole = _element("html", head, body, lang=paper.language, dir=paper.direction)
    return etree.tostring(whole, method="html", encoding="utf-8", doctype="<!doctype html>")


def _element(tag: str, *inside: Any, **attributes: str | None) -> Any:
    """Return an element; text in it is escaped when it is written."""
    told = {name.rstrip("_"): value for name, value in attributes.items() if value is not None}
    made = etree.Element(tag, told)
    for each in inside:
        if not isinstance(each, str):
            made.append(each)
        elif len(made):
            made[-1].tail = (made[-1].tail or "") + each
        else:
            made.text = (made.text or "") + each
    return made


def _front(paper: Paper) -> Iterator[Any]:
    lines = [_element("p", paper.above, class_="above")] if paper.above else []
    lines.append(_element("h1", paper.title))
    if paper.subtitle:
        lines.append(_element("p", paper.subtitle, class_="subtitle"))
    if paper.facts.rows:
        lines.append(_facts(paper, paper.facts))
    yield _element("header", *lines)


def _said(paper: Paper, tag: str, text: Runs, class_: str | None = None, *, is_pinned: bool = False) -> Any:
    """Return an element with a text in it, which runs as most of its words do, or as the paper does where pinned."""
    main = paper.language_of(text)
    turned = direction_of(main) if direction_of(main) != paper.direction and not is_pinned else None
    return _element(tag, *(_run(run) for run in text), class_=class_, dir=turned)


def _run(run: Run) -> Any:
    spoken = {"lang": run.language, "dir": direction_of(run.language)} if run.language else {}
    lines: list[Any] = []
    for place, line in enumerate(run.words.split("\n")):
        lines += [_element("br"), line] if place else [line]
    made = _element("bdi", *lines, **spoken)
    if run.strong:
        made = _element("b", made)
    if run.soft:
        made = _element("small", made)
    return _element("a", made, href=run.link) if run.link else made


def _heading(paper: Paper, block: Heading) -> Any:
    return _said(paper, f"h{block.level + 1}", block.text, "opens-page" if block.opens_page else None, is_pinned=True)


def _paragraph(paper: Paper, block: Paragraph) -> Any:
    return _said(paper, "p", block.text, block.style if block.style != Style.BODY else None)


def _note(paper: Paper, block: Note) -> Any:
    return _said(paper, "p", block.text, "note")


def _listed(paper: Paper, block: Listed) -> Any:
    return _element("ol" if block.numbered else "ul", *(_said(paper, "li", item) for item in block.items))


def _facts(paper: Paper, block: Facts) -> Any:
    pairs = ((_element("dt", name), _said(paper, "dd", text, is_pinned=True)) for name, text in block.rows)
    return _element("dl", *(each for pair in pairs for each in pair))


def _room(_paper: Paper, block: Room) -> Any:
    lines = (_element("span", class_="line") for _line in range(block.lines))
    return _element("div", _element("p", block.label), *lines, class_="room")


def _picture(_paper: Paper, block: Picture) -> Any:
    drawn = base64.b64encode(block.svg.encode()).decode()
    width = str(round(block.width * 3.78))
    return _element("p", _element("img", src=f"data:image/svg+xml;base64,{drawn}", alt=block.words, width=width))


def _break(_paper: Paper, _block: PageBreak) -> Any:
    return _element("hr", class_="opens-page")


def _table(paper: Paper, block: Table) -> Any:
    shown = [place for place, column in enumerate(block.columns) if not column.for_sheets]
    whole = sum(block.columns[place].share for place in shown)
    # Widths as attributes: a policy that lets one style in lets no other in.
    columns = (_element("col", width=f"{100 * block.columns[place].share / whole:.1f}%") for place in shown)
    heads = (_element("th", block.columns[place].title, scope="col") for place in shown)
    rows = (_row(paper, row, shown) for row in block.rows)
    about = [_element("caption", block.about)] if block.about else []
    return _element(
        "table",
        *about,
        _element("colgroup", *columns),
        _element("thead", _element("tr", *heads)),
        _element("tbody", *rows),
        class_="ruled" if any(row.room for row in block.rows) else None,
    )


def _row(paper: Paper, row: Row, shown: list[int]) -> Any:
    if row.joined:
        words = (_said(paper, "div", text, is_pinned=True) for text in row.cells[0].text)
        return _element("tr", _element("th", *words, colspan=str(len(shown)), scope="colgroup"), class_="joined")
    cells = (_element("td", *(_said(paper, "div", text) for text in row.cells[place].text)) for place in shown)
    return _element("tr", *cells, class_="room" if row.room else None)


_BLOCKS: Mapping[type, Callable[[Paper, Any], Any]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Note: _note,
    Listed: _listed,
    Facts: _facts,
    Table: _table,
    Picture: _picture,
    Room: _room,
    PageBreak: _break,
}
