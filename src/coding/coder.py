"""The door: texts in, codes out. English goes by its words, other languages by their meaning."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from coding.features import tokens
from coding.linear import Figures, Linear
from coding.meaning import Meaning
from coding.opening import in_english
from coding.result import Coded, Issue

ACTIONS = 5
_WEIGHTS = Path(__file__).parent / "weights"
_AT_ONCE = 500
_ENGLISH = 0.5
"""So much of an English text stands in words that the model has met; of French and Spanish a third."""

type Data = Mapping[str, NDArray[Any]]


def code(texts: Sequence[str]) -> list[Coded]:
    """Return the code of each text, in the same order. Any of the six UN languages will do."""
    return [coded for begin in range(0, len(texts), _AT_ONCE) for coded in _coded(texts[begin : begin + _AT_ONCE])]


def _coded(texts: Sequence[str]) -> list[Coded]:
    words = [tokens(text) for text in texts]
    verbs = [in_english(text) for text in texts]
    known = _by_words().known(words)
    english = [share >= _ENGLISH and not verb for share, verb in zip(known, verbs, strict=True)]
    ours = _of_english([each for each, is_english in zip(words, english, strict=True) if is_english])
    others = [pair for pair, is_english in zip(zip(texts, verbs, strict=True), english, strict=True) if not is_english]
    theirs = _of_others(*zip(*others, strict=True)) if others else iter(())
    return [next(ours if is_english else theirs) for is_english in english]


def _of_english(words: Sequence[list[str]]) -> Iterator[Coded]:
    data, scores = data_of("words"), _by_words().scores(words)
    return _told(scores, likelihoods(scores, data), data)


def _of_others(texts: Sequence[str], verbs: Sequence[list[str]]) -> Iterator[Coded]:
    data, scores = data_of("meaning"), _by_meaning().scores(texts)
    sure = likelihoods(scores, data)
    by_verb = likelihoods(_by_words().scores(verbs), data_of("words"))
    is_told = np.array([bool(verb) for verb in verbs])
    sure[is_told, :ACTIONS] = (sure[is_told, :ACTIONS] + by_verb[is_told, :ACTIONS]) / 2
    return _told(scores, sure, data)


def _told(scores: Figures, sure: Figures, data: Data) -> Iterator[Coded]:
    names, model = data["issues"].tolist(), str(data["model"])
    for row, likely in zip(scores[:, ACTIONS:], sure, strict=True):
        actions, issues = likely[:ACTIONS], likely[ACTIONS:]
        chosen = [place for place in np.argsort(-issues) if row[place] >= data["enough"]]
        yield Coded(
            action=int(actions.argmax()) + 1,
            action_confidence=round(float(actions.max()), 4),
            issues=[Issue(names[place], round(float(issues[place]), 4)) for place in chosen],
            model=model,
        )


def likelihoods(scores: Figures, data: Data) -> Figures:
    """Return scores as likelihoods: of the categories just one is true, of the issues any number."""
    level = scores * data["slope"] + data["shift"]
    actions = np.exp(level[:, :ACTIONS] - level[:, :ACTIONS].max(axis=1, keepdims=True))
    issues = 1 / (1 + np.exp(-level[:, ACTIONS:]))
    return np.hstack([actions / actions.sum(axis=1, keepdims=True), issues]).astype(np.float32)


@cache
def data_of(name: str) -> Data:
    """Return the data of one of the two models: weights, calibration, names."""
    with np.load(_WEIGHTS / f"{name}.npz", allow_pickle=False) as opened:
        return dict(opened)


@cache
def _by_words() -> Linear:
    return Linear(data_of("words"))


@cache
def _by_meaning() -> Meaning:
    return Meaning(data_of("meaning"))
