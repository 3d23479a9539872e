"""How well those that ask the same are gathered within one review: invented asks, real reviews, two languages mixed."""

from __future__ import annotations

import csv
import json
import os
import random
import sys
import time
import tomllib
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

from suivi.clusters.alike import ACROSS, LEAST, Group, groups
from suivi.demo.story import DATA, GENERAL, SPECIFIC
from suivi.record.meaning.asks import Ask
from suivi.record.meaning.encoder import SentenceEncoder
from suivi.record.meaning.vectors import packed
from undocs.paragraph import read_paragraph

CORPUS = Path(os.environ.get("SUIVI_CORPUS", "../shared/corpus"))
LEAST_TRUE, LEAST_AGREEING = 0.99, 0.95
REVIEWS, LARGE = 12, 120


def main() -> int:
    """Print shares found and true, and the time; return 1 where a bound is missed."""
    true = _invented()
    agreeing = _real()
    _mixed()
    return int(true < LEAST_TRUE or agreeing < LEAST_AGREEING)


def _invented() -> float:
    """Return which share of the pairs gathered is true, of the demo's asks in all their wordings."""
    told = tomllib.loads((DATA / "asks.toml").read_text(encoding="utf8"))["ask"]
    wordings = [
        (place, frame.format(ask["clause"]).capitalize())
        for place, ask in enumerate(told)
        for frame in (SPECIFIC if ask.get("specific") else GENERAL)
    ]
    asks = _asks([text for _place, text in wordings])
    began = time.perf_counter()
    pairs = _pairs(groups(asks))
    seconds = time.perf_counter() - began
    true = sum(wordings[one][0] == wordings[other][0] for one, other in pairs)
    wanted = sum(one[0] == other[0] for one, other in combinations(wordings, 2))
    print(f"{len(asks)} invented asks: found {true / wanted:.3f}, true {true / len(pairs):.3f}, in {seconds:.2f} s")
    return true / len(pairs)


def _real() -> float:
    """Return which share of the pairs gathered in real reviews was given nearly the same issues by UPR Info."""
    file = CORPUS / "upr-info" / "upr-info.csv"
    if not file.exists():
        print(f"real reviews: left out, {file} is not there")
        return 1.0
    reviews: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(dict)
    with file.open(encoding="utf8", newline="") as rows:
        for row in csv.DictReader(rows):
            reviews[row["To"], row["Session"]][row["Text"]] = set(row["Issue"].split(","))
    large = sorted(key for key, texts in reviews.items() if len(texts) > LARGE)
    count = gathered = agreeing = pairs = 0
    for key in random.Random(REVIEWS).sample(large, REVIEWS):
        issues = list(reviews[key].values())
        found = groups(_asks(list(reviews[key])))
        for one, other in _pairs(found):
            pairs += 1
            agreeing += 2 * len(issues[one] & issues[other]) >= len(issues[one] | issues[other])
        count += len(issues)
        gathered += sum(map(len, found))
    print(f"{REVIEWS} real reviews: {gathered} of {count} gathered; issues agree in {agreeing / pairs:.3f} of {pairs}")
    return agreeing / pairs


def _mixed() -> None:
    """Print how many real recommendations are gathered with themselves in another language, and with others."""
    file = CORPUS / "six-languages" / "uhri.jsonl"
    if not file.exists():
        print(f"six languages: left out, {file} is not there")
        return
    rows = [row for row in map(json.loads, file.read_text(encoding="utf8").splitlines()) if row["is_upr"]]
    english = [read_paragraph(row["en"]).text for row in rows]
    for language in ("fr", "es", "ar", "ru", "zh"):
        texts = [read_paragraph(row[language] or "", language).text for row in rows]
        asks = _asks(english + texts, ["en"] * len(rows) + [language] * len(rows))
        across = [pair for pair in _pairs(groups(asks)) if pair[0] < len(rows) <= pair[1]]
        own = sum(one + len(rows) == other for one, other in across)
        print(f"{language}: {own} of {len(rows)} with their own English wording, {len(across) - own} with others'")


def _asks(sentences: Sequence[str], languages: Sequence[str] | None = None) -> list[Ask]:
    vectors = packed(SentenceEncoder().encode(sentences))
    spoken = languages or ["en"] * len(sentences)
    return [Ask(*each) for each in zip(range(len(sentences)), vectors, sentences, spoken, strict=True)]


def _pairs(found: Sequence[Group]) -> list[tuple[int, int]]:
    return [pair for group in found for pair in combinations(sorted(key for key, _likeness in group), 2)]


if __name__ == "__main__":
    print(f"at a likeness of {LEAST} in one language, {ACROSS} in two")
    sys.exit(main())
