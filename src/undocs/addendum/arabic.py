"""Arabic addenda write `101-5` for 101.5, so that a dash there is no range."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from undocs.report.flow import Passage

# 101-5 · 101 – 5
_DASHED = re.compile(r"(?<![\d.])(\d{2,3})\s?[-–‑]\s?(\d{1,3})(?!\d|\.\d)")
_ENOUGH = 3


def with_dots(passages: Sequence[Passage]) -> list[Passage]:
    """Return the passages with dots in the numbers of recommendations, if one paragraph's number leads many dashes."""
    leading = Counter(found[1] for passage in passages for found in _DASHED.finditer(passage.text))
    paragraphs = {number for number, count in leading.items() if count >= _ENOUGH}

    def dotted(found: re.Match[str]) -> str:
        return f"{found[1]}.{found[2]}" if found[1] in paragraphs else found[0]

    return [replace(passage, text=_DASHED.sub(dotted, passage.text)) for passage in passages]
