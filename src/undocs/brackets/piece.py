"""A piece of a paragraph: the words before one closing bracket, or after the last."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Piece:
    """Words, the sign that parts them from the piece before (such as ";" or "/"), and the States behind them."""

    sign: str
    text: str
    states: list[str]
