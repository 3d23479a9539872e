"""UPR Info's coded recommendations, session by session, and the same recommendations in six languages."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

CORPUS = Path(os.environ.get("SUIVI_CORPUS", Path(__file__).parents[3] / "shared" / "corpus"))
TABLE = CORPUS / "upr-info" / "upr-info.csv"
SIX_LANGUAGES = CORPUS / "six-languages" / "uhri.jsonl"

TRAINED_ON = range(1, 15)
TESTED_ON = range(15, 18)


@dataclass(frozen=True, slots=True)
class Rows:
    """Recommendations as people coded them. `issues` has a column for each of `names`, 1 where it was chosen."""

    texts: list[str]
    sessions: NDArray[np.int64]
    actions: NDArray[np.int64]
    issues: NDArray[np.int8]
    names: list[str]

    def where(self, chosen: NDArray[np.bool_]) -> Self:
        """Return some of the rows."""
        texts = [text for text, is_chosen in zip(self.texts, chosen, strict=True) if is_chosen]
        return type(self)(texts, self.sessions[chosen], self.actions[chosen], self.issues[chosen], self.names)

    def of(self, sessions: Sequence[int]) -> Self:
        """Return the rows of some sessions."""
        return self.where(np.isin(self.sessions, list(sessions)))


def rows() -> Rows:
    """Return the whole table."""
    with TABLE.open(encoding="utf-8", newline="") as opened:
        table = list(csv.DictReader(opened))
    chosen = [set(row["Issue"].split(",")) for row in table]
    names = sorted(set().union(*chosen))
    return Rows(
        [row["Text"] for row in table],
        np.array([int(row["Session"]) for row in table]),
        np.array([int(row["Action"]) for row in table]),
        np.array([[name in each for name in names] for each in chosen], dtype=np.int8),
        names,
    )


def six_languages() -> list[dict[str, Any]]:
    """Return recommendations of the review, each a dict with its wording under en, fr, es, ar, ru and zh."""
    lines = SIX_LANGUAGES.read_text(encoding="utf-8").splitlines()
    return [row for row in map(json.loads, lines) if row["is_upr"]]
