"""The first cell of a row: the paragraph itself, the source of the position, remarks."""

from __future__ import annotations

import re

from undocs.document import Recommendation
from undocs.paragraph import read_paragraph

# Source of position: A/HRC/59/15/Add.1 - Para.3 (the paragraph perhaps on a line of its own)
_SOURCE = re.compile(
    r"(?:Sources?\s+of\s+(?:the\s+)?positions?|Source\s+de\s+la\s+position|Fuente\s+de\s+la\s+posici[oó]n)\s*[:：]?\s*"
    r"(?P<source>[^\n]*(?:\n\s*[-–]?\s*(?:A/HRC|Para)[^\n]*)*)",
    re.IGNORECASE,
)
# Comments: Information sent in a letter
REMARK = re.compile(
    r"^\s*(?:comments?|notes?|remarks?|n\.?\s?b\.?)\s*[:：]\s*(?P<remark>.*)$", re.IGNORECASE | re.MULTILINE
)


def read_cell(lines: list[str]) -> Recommendation:
    """Read the paragraph; `position_source` as written (stray spaces aside), remarks as warnings."""
    written = "\n".join(lines)
    sources = [" ".join(found["source"].split()) for found in _SOURCE.finditer(written)]
    text = _SOURCE.sub("", written)
    remarks = [found["remark"].strip() for found in REMARK.finditer(text)]
    made = read_paragraph(" ".join(REMARK.sub("", text).split()))
    made.position_source = next(filter(None, sources), None)
    made.as_written = written.strip()
    made.warnings += [f"The list remarks: {remark}" for remark in remarks]
    return made
