"""Makes recommendations and answers out of what the conclusions hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from undocs.brackets import close
from undocs.document import Answer, Part, Position, Recommendation
from undocs.paragraph import doubts
from undocs.report.citations import Cited
from undocs.report.conclusions import Block, Item, Remark
from undocs.typed import clean


def from_item(item: Item, block: Block, symbol: str | None, language: str | None) -> Recommendation:
    """Return one item of a list as a recommendation."""
    closing = close(clean(item.text), language)
    recommendation = _answered(closing.text, block, symbol)
    recommendation.number = item.number(block.number) or None
    recommendation.states = list(dict.fromkeys(code for part in closing.parts for code in part.states))
    recommendation.parts = closing.parts if len(closing.parts) > 1 else []
    recommendation.heading = item.heading
    recommendation.page = item.page
    recommendation.as_written = item.written
    recommendation.warnings = [*item.doubts, *doubts(closing)]
    return recommendation


def from_citation(cited: Cited, block: Block, symbol: str | None) -> Recommendation:
    """Return what stands at a place of the dialogue that the conclusions cite; each sentence that asks is a part."""
    recommendation = _answered("; ".join(cited.texts), block, symbol)
    recommendation.number = cited.citation.number
    recommendation.states = [cited.state] if cited.state else []
    recommendation.parts = [Part(text, recommendation.states) for text in cited.texts] if len(cited.texts) > 1 else []
    recommendation.page = cited.page
    recommendation.as_written = cited.paragraph
    return recommendation


def answers(remarks: Iterable[Remark], recommendations: Sequence[Recommendation]) -> list[Answer]:
    """Return what the State said, after the lists, of some of their numbers; claims go to those it supports too."""
    by_number = {each.number: each for each in recommendations}
    found = []
    for remark in remarks:
        named = [by_number[number] for number in remark.numbers if number in by_number]
        position = remark.saying.position or (named[0].position if named else None) or Position.UNCLEAR
        supported = [each for each in named if each.position is Position.SUPPORTED]
        for each in supported:
            each.claim = each.claim or remark.saying.claim
        claim = remark.saying.claim if supported else None
        paragraph = str(remark.number) if remark.number else None
        found.append(Answer(remark.numbers, position, claim, remark.text, None, remark.page, paragraph))
    return found


def _answered(text: str, block: Block, symbol: str | None) -> Recommendation:
    source = f"{symbol} - Para. {block.number}" if symbol and block.number else None
    return Recommendation(
        None,
        text,
        position=block.saying.position,
        position_as_written=block.lead_in or None,
        position_source=source,
        claim=block.saying.claim,
    )
