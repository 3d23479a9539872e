"""Documents of the same world that hold no recommendations to read: which they are, so that the refusal can say so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from undocs import refusals

if TYPE_CHECKING:
    from collections.abc import Sequence

_FIRST_LINES = 120
# Each with words that stand on the first page of such a document; the first that fits is named.
_STRANGERS = (
    # A/HRC/DEC/43/112 · Decision adopted by the Human Rights Council on 12 March 2020
    (
        r"A/HRC/DEC/\d|decision\s+adopted\s+by\s+the\s+(?:human\s+rights\s+)?council|décision\s+adoptée\s+par\s+le\s+conseil"
        r"|decisión\s+aprobada\s+por\s+el\s+consejo|решение,?\s+принятое\s+советом|مقرر\s+اعتمده\s+مجلس|人权理事会.{0,20}通过的决定",
        refusals.DECISION,
    ),
    # ADVANCE QUESTIONS TO ORVANA (FIRST BATCH)
    (r"advanced?\s+questions?\s+(?:to|for|from)|questions\s+écrites\s+(?:préalables|à\s+l)|preguntas\s+anticipadas", refusals.ADVANCE_QUESTIONS),
    # A/HRC/WG.6/48/XOR/1 · National report submitted in accordance with
    (r"A/HRC/WG\.6/\d+/[A-Z]{3}/1\b|national\s+report\s+(?:submitted|presented)|rapport\s+national\s+(?:présenté|soumis)", refusals.NATIONAL_REPORT),
    # A/HRC/WG.6/48/XOR/2 · Compilation of information prepared by
    (r"A/HRC/WG\.6/\d+/[A-Z]{3}/2\b|compilation\s+(?:of\s+information\s+)?prepared\s+by", refusals.COMPILATION),
    # A/HRC/WG.6/48/XOR/3 · Summary of stakeholders’ submissions on Orvana
    (r"A/HRC/WG\.6/\d+/[A-Z]{3}/3\b|summary\s+of\s+(?:stakeholders|other\s+stakeholders)", refusals.SUMMARY),
    # Report of the Human Rights Council on its forty-third session
    (r"report\s+of\s+the\s+human\s+rights\s+council\s+on\s+its", refusals.SESSION_REPORT),
    # Top 5 Sustainable Development Goals · Trends in supported recommendations · Recommendations by issue
    (r"top\s+\d+\s+sustainable|trends\s+in\s+supported|recommendations\s+by\s+issue", refusals.INFOGRAPHIC),
    # Dear Minister, · Your Excellency · presents its compliments to
    (
        r"^\W*(?:dear\s+(?:minister|mr|ms|madam|sir|colleague|ambassador|excellency)|(?:your\s+)?excellency\s*,)"
        r"|presents\s+its\s+compliments|présente\s+ses\s+compliments|saluda\s+atentamente",
        refusals.LETTER,
    ),
)
_PATTERNS = tuple((re.compile(words, re.IGNORECASE | re.MULTILINE), sentence) for words, sentence in _STRANGERS)


def name_stranger(lines: Sequence[str]) -> str:
    """Return the refusal for a document that no reader recognises, by its first lines."""
    text = "\n".join(lines[:_FIRST_LINES])
    return next((sentence for words, sentence in _PATTERNS if words.search(text)), refusals.UNKNOWN_DOCUMENT)
