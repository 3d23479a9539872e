"""Writes src/coding/MODEL.md from the figures of what is shipped: `../.venv/bin/python -m training.card` in `bench`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from training import corpus, figures
from training.corpus import Rows
from training.measuring import OTHERS, like_the_english, measured, said

import coding

PAGE = Path(coding.__file__).parent / "MODEL.md"
WORDS = Path(__file__).parent / "card.txt"
_WRONG = 8


def main() -> int:
    """Write the page."""
    known = corpus.rows().of(corpus.TESTED_ON)
    coded = coding.code(known.texts)
    parts = {
        "FIGURES": "\n".join(f"| {name} | {value:.3f} |" for name, value in measured(known, coded).items()),
        "ACTIONS": "\n".join(_actions(known, coded)),
        "ISSUES": "\n".join(_issues(known, coded)),
        "MIXED": "\n".join(_mixed(known, coded)),
        "LANGUAGES": "\n".join(
            f"| {OTHERS[language]} | {actions:.2f} | {issues:.2f} |"
            for language, (actions, issues) in like_the_english().items()
        ),
    }
    page = WORDS.read_text(encoding="utf-8")
    for name, lines in parts.items():
        page = page.replace(f"<{name}>", lines)
    PAGE.write_text(page, encoding="utf-8")
    return 0


def _actions(known: Rows, coded: list[coding.Coded]) -> Iterator[str]:
    """Yield a row for each action: how many people gave it, precision, recall, and what the model said instead."""
    actions, _ = said(coded, known.names)
    for action in range(1, 6):
        ours, theirs = actions == action, known.actions == action
        right = int((ours & theirs).sum())
        instead = " | ".join(str(int((theirs & (actions == other)).sum())) for other in range(1, 6))
        yield f"| {action} | {theirs.sum()} | {right / ours.sum():.2f} | {right / theirs.sum():.2f} | {instead} |"


def _issues(known: Rows, coded: list[coding.Coded]) -> Iterator[str]:
    _, issues = said(coded, known.names)
    f1 = figures.f1_by_issue(known.issues, issues)
    for place in np.argsort(-known.issues.sum(axis=0)):
        right = int((issues[:, place] & known.issues[:, place]).sum())
        named, chosen = int(issues[:, place].sum()), int(known.issues[:, place].sum())
        shares = f"{right / max(named, 1):.2f} | {right / max(chosen, 1):.2f}"
        yield f"| {known.names[place]} | {chosen} | {shares} | {f1[place]:.2f} |"


def _mixed(known: Rows, coded: list[coding.Coded]) -> Iterator[str]:
    """Yield the issues that are oftenest overlooked, and oftenest named where no person named them."""
    _, issues = said(coded, known.names)
    overlooked = ((known.issues == 1) & (issues == 0)).sum(axis=0)
    invented = ((known.issues == 0) & (issues == 1)).sum(axis=0)
    for words, counts in (("Overlooked", overlooked), ("Named where no person did", invented)):
        most = ", ".join(f"{known.names[place]} ({counts[place]})" for place in np.argsort(-counts)[:_WRONG])
        yield f"- {words} most often: {most}."


if __name__ == "__main__":
    sys.exit(main())
