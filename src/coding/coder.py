"""The door: texts in, codes out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from coding.features import tokens
from coding.linear import Figures, Linear
from coding.result import Coded, Issue

ACTIONS = 5
_WEIGHTS = Path(__file__).parent / "weights"
_AT_ONCE = 500


def code(texts: Sequence[str]) -> list[Coded]:
    """Return the code of each text, in the same order. Any of the six UN languages will do."""
    return [coded for begin in range(0, len(texts), _AT_ONCE) for coded in _coded(texts[begin : begin + _AT_ONCE])]


@cache
def _weights(name: str) -> Mapping[str, NDArray[Any]]:
    with np.load(_WEIGHTS / f"{name}.npz", allow_pickle=False) as opened:
        return dict(opened)


@cache
def _words() -> Linear:
    return Linear(_weights("words"))


def _coded(texts: Sequence[str]) -> Iterator[Coded]:
    data = _weights("words")
    sure = likelihoods(_words().scores([tokens(text) for text in texts]), data)
    names, enough, model = data["issues"].tolist(), data["enough"], str(data["model"])
    for row in sure:
        actions, issues = row[:ACTIONS], row[ACTIONS:]
        chosen = [place for place in np.argsort(-issues) if issues[place] >= enough[place]]
        yield Coded(
            action=int(actions.argmax()) + 1,
            action_confidence=round(float(actions.max()), 4),
            issues=[Issue(names[place], round(float(issues[place]), 4)) for place in chosen],
            model=model,
        )


def likelihoods(scores: Figures, data: Mapping[str, NDArray[Any]]) -> Figures:
    """Return scores as likelihoods: of the categories just one is true, of the issues any number."""
    level = scores * data["slope"] + data["shift"]
    actions = np.exp(level[:, :ACTIONS] - level[:, :ACTIONS].max(axis=1, keepdims=True))
    issues = 1 / (1 + np.exp(-level[:, ACTIONS:]))
    return np.hstack([actions / actions.sum(axis=1, keepdims=True), issues]).astype(np.float32)
