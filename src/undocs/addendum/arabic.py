"""Arabic addenda write `101-5` for 101.5, so that a dash there is no range."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

# 101-5 · 101 – 5
_DASHED = re.compile(r"(?<![\d.])(\d{2,3})\s?[-–‑]\s?(\d{1,3})(?![\d.])")
_ENOUGH = 3


def with_dots(texts: Sequence[str]) -> list[str]:
    """Return the texts with dots in the numbers of recommendations, if one paragraph's number leads many dashes."""
    leading = Counter(found[1] for text in texts for found in _DASHED.finditer(text))
    paragraphs = {number for number, count in leading.items() if count >= _ENOUGH}
    return [
        _DASHED.sub(lambda found: f"{found[1]}.{found[2]}" if found[1] in paragraphs else found[0], text)
        for text in texts
    ]
