"""How well "asked before" finds the same ask in other words and languages, beside the word measure others use."""

from __future__ import annotations

import json
import os
import sys
import time
import tomllib
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path

from rapidfuzz import fuzz

from suivi.demo.story import DATA, GENERAL, SPECIFIC
from suivi.record.meaning.asks import SAME_ASK, Ask, same_asks
from suivi.record.meaning.encoder import SentenceEncoder
from suivi.record.meaning.vectors import packed
from undocs.paragraph import read_paragraph

CORPUS = Path(os.environ.get("SUIVI_CORPUS", "../shared/corpus")) / "six-languages" / "uhri.jsonl"
LEAST_FOUND, LEAST_TRUE = 0.98, 0.99
# Above this, words alone make as few mistakes on the invented asks as the vectors do.
WORDS_ALIKE = 80


def main() -> int:
    """Print shares found and true, and the time; return 1 where a bound is missed."""
    sentences, belongs = _invented()
    began = time.perf_counter()
    asks = _asks(sentences, ["en"] * len(sentences))
    seconds = time.perf_counter() - began
    found = {frozenset(pair[:2]) for pair in same_asks(asks, asks, most=len(asks)) if pair[0] != pair[1]}
    ours = _tell("by meaning, treaties and figures", found, belongs)
    words = {
        frozenset((one, other))
        for one, other in combinations(range(len(sentences)), 2)
        if fuzz.token_sort_ratio(sentences[one], sentences[other]) >= WORDS_ALIKE
    }
    theirs = _tell("by words alone (rapidfuzz)", words, belongs)
    print(f"found, as a ratio to words alone: {ours[0] / theirs[0]:.2f}")
    print(f"{len(sentences)} sentences: {seconds:.2f} s, {len(sentences) / seconds:.0f} a second, model loaded")
    _other_languages()
    return int(ours[0] < LEAST_FOUND or ours[1] < LEAST_TRUE)


def _invented() -> tuple[list[str], Callable[[int, int], bool]]:
    """Return the demo's asks in each of their wordings, and which of them belong together."""
    told = tomllib.loads((DATA / "asks.toml").read_text(encoding="utf8"))["ask"]
    wordings = [
        (place, frame.format(ask["clause"]).capitalize())
        for place, ask in enumerate(told)
        for frame in (SPECIFIC if ask.get("specific") else GENERAL)
    ]
    return [text for _place, text in wordings], lambda one, other: wordings[one][0] == wordings[other][0]


def _asks(sentences: Sequence[str], languages: Sequence[str]) -> list[Ask]:
    vectors = packed(SentenceEncoder().encode(sentences))
    return [Ask(*each) for each in zip(range(len(sentences)), vectors, sentences, languages, strict=True)]


def _tell(how: str, found: set[frozenset[int]], belongs: Callable[[int, int], bool]) -> tuple[float, float]:
    """Print and return the shares of pairs found, and of those that are true."""
    size = max(max(pair) for pair in found) + 1
    true = sum(belongs(*pair) for pair in found)
    wanted = sum(belongs(one, other) for one, other in combinations(range(size), 2))
    print(f"{how}: found {true / wanted:.3f} ({true}/{wanted}), true {true / len(found):.3f} ({true}/{len(found)})")
    return true / wanted, true / len(found)


def _other_languages() -> None:
    """Print, for real recommendations, how many find their own English wording, where the corpus is at hand."""
    if not CORPUS.exists():
        print(f"six languages: left out, {CORPUS} is not there")
        return
    rows = [row for row in map(json.loads, CORPUS.read_text(encoding="utf8").splitlines()) if row["is_upr"]]
    english = _asks([read_paragraph(row["en"]).text for row in rows], ["en"] * len(rows))
    for language in ("fr", "es", "ar", "ru", "zh"):
        texts = [read_paragraph(row[language] or "", language).text for row in rows]
        pairs = list(same_asks(_asks(texts, [language] * len(rows)), english))
        own = len({later for later, earlier, _likeness in pairs if later == earlier})
        print(f"{language}: at a likeness of {SAME_ASK} {own} of {len(rows)} find their own English wording")


if __name__ == "__main__":
    sys.exit(main())
