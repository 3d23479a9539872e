"""Holds codings against what people chose, and codings of other languages against those of the English wording."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from training import corpus, figures
from training.corpus import Rows

import coding
from undocs.paragraph import read_paragraph

OTHERS = {"fr": "French", "es": "Spanish", "ar": "Arabic", "ru": "Russian", "zh": "Chinese"}

type Said = tuple[NDArray[np.int64], NDArray[np.int8]]


def said(coded: Sequence[coding.Coded], names: Sequence[str]) -> Said:
    """Return the actions, and the issues with a column for each name."""
    places = {name: place for place, name in enumerate(names)}
    issues = np.zeros((len(coded), len(names)), dtype=np.int8)
    for row, each in enumerate(coded):
        issues[row, [places[issue.name] for issue in each.issues]] = 1
    return np.array([each.action for each in coded]), issues


def measured(known: Rows, coded: Sequence[coding.Coded]) -> dict[str, float]:
    """Return what is bounded of how the model codes what people coded."""
    actions, issues = said(coded, known.names)
    places = {name: place for place, name in enumerate(known.names)}
    named = [(row, issue) for row, each in enumerate(coded) for issue in each.issues]
    sure = np.array([issue.confidence for _, issue in named], dtype=np.float32)
    is_right = np.array([known.issues[row, places[issue.name]] for row, issue in named], dtype=np.int8)
    sure_of_action = np.array([each.action_confidence for each in coded], dtype=np.float32)
    return {
        "action accuracy": float(np.mean(actions == known.actions)),
        "issues micro-F1": figures.micro_f1(known.issues, issues),
        "issues macro-F1": float(np.mean(figures.f1_by_issue(known.issues, issues))),
        "action calibration error": figures.calibration_error(sure_of_action, actions == known.actions),
        "issues calibration error": figures.calibration_error(sure, is_right == 1),
    }


def like_the_english() -> dict[str, tuple[float, float]]:
    """Return for each other language how often its action is that of the English wording, and F1 of its issues."""
    rows, names = corpus.six_languages(), corpus.rows().names
    actions, issues = said(_of(rows, "en"), names)
    found = {}
    for language in OTHERS:
        own_actions, own_issues = said(_of(rows, language), names)
        found[language] = (float(np.mean(own_actions == actions)), figures.micro_f1(issues, own_issues))
    return found


def _of(rows: Sequence[dict[str, str]], language: str) -> list[coding.Coded]:
    return coding.code([read_paragraph(row[language]).text for row in rows])
