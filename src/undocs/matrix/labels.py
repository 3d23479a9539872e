"""The cell of themes, groups of persons and SDGs, in the manner of each generation."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

# Affected persons: · Groups of Persons: · SDGs: · Themes: (what follows on the same line belongs to the block)
_BLOCK = re.compile(
    r"\W*(?:(?P<groups>affected\s+persons|groups?\s+of\s+persons|personnes\s+concernées|personas\s+afectadas)"
    r"|(?P<sdgs>(?:relevant\s+)?sdgs?|odd|ods)"
    r"|(?P<themes>(?:human\s+rights\s+|full\s+list\s+of\s+)?themes?))\s*[:：]\s*(?P<rest>.*)",
    re.IGNORECASE,
)
# - general · – general · • general
_DASH = re.compile(r"\s*[-–—•·▪*]\s*")
# 16 - PEACE, JUSTICE AND STRONG INSTITUTIONS · SDG 16 · S16 SDG 16 - peace, justice and strong institutions
_GOAL = re.compile(r"\W*(?:S\d{1,2}\s+)?(?:SDGs?|Goal|ODD|ODS)?\s*(?P<goal>\d{1,2})\b", re.IGNORECASE)
# S16 SDG 16 - peace, justice and strong institutions: a goal that stands among the themes
_GOAL_AS_THEME = re.compile(r"S(\d{1,2})\s+SDG\b", re.IGNORECASE)
_LAST_GOAL = 17


@dataclass(slots=True)
class Labels:
    """Themes and groups exactly as written (codes kept), goals as numbers."""

    themes: list[str] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)
    sdgs: list[int] = field(default_factory=list)


def read_labels(lines: list[str]) -> Labels:
    """Read the cell line by line: themes until a block begins, then what that block holds."""
    blocks: dict[str, list[str]] = {"themes": [], "groups": [], "sdgs": []}
    current = "themes"
    for line in lines:
        begins = _BLOCK.fullmatch(line)
        if begins:
            current = next(name for name in blocks if begins[name])
            line = begins["rest"]  # noqa: PLW2901 - the rest of the line belongs to the block it opens
        _append(blocks[current], line)
    goals = goals_of([*blocks["sdgs"], *(theme for theme in blocks["themes"] if _GOAL_AS_THEME.match(theme))])
    return Labels([_bare(each) for each in blocks["themes"]], [_bare(each) for each in blocks["groups"]], goals)


def goals_of(lines: list[str]) -> list[int]:
    """Return the goal numbers at the head of the lines, in order; a goal that the list writes twice stays twice."""
    heads = (_GOAL.match(line) for line in lines)
    numbers = (int(head["goal"]) for head in heads if head)
    return [number for number in numbers if 1 <= number <= _LAST_GOAL]


def _append(block: list[str], line: str) -> None:
    """Add a line as an entry, or to the entry before it where a list with dashes wraps without one."""
    line = " ".join(line.split())
    if not line:
        return
    wrapped = block and _DASH.match(block[-1]) and not _DASH.match(line)
    if wrapped:
        block[-1] = f"{block[-1]} {line}"
    else:
        block.append(line)


def _bare(entry: str) -> str:
    return _DASH.sub("", entry, count=1) if _DASH.match(entry) else entry
