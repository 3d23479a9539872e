"""Which of the six languages a text is in: by its script, and within the Latin script by its small words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from undocs.vocabulary import LANGUAGES, listed, rows

CHINESE = re.compile("[\u4e00-\u9fff]")
# One letter of a script that only one of the languages has
_SCRIPTS = {"ar": re.compile("[\u0600-\u06ff]"), "ru": re.compile("[\u0400-\u04ff]"), "zh": CHINESE}
_LATIN = re.compile(r"[A-Za-zÀ-ÿ]+")
# So much of a text says enough.
_SAMPLE = 20_000
# A Chinese letter says as much as several of ours.
_CHINESE_LETTER = 3


def of_script(text: str, first: str | None = None) -> tuple[str, ...]:
    """Return the languages that a few words may be in, by their script; `first` leads where it is given."""
    found = next(((language,) for language, script in _SCRIPTS.items() if script.search(text)), ("en", "fr", "es"))
    return (first, *(language for language in found if language != first)) if first in LANGUAGES else found


def guess(text: str) -> str | None:
    """Return the language as in `vocabulary.LANGUAGES`, or None where the text is too short or too mixed to say."""
    sample = text[:_SAMPLE]
    words = _LATIN.findall(sample.lower())
    letters = Counter({language: len(script.findall(sample)) for language, script in _SCRIPTS.items()})
    letters["zh"] *= _CHINESE_LETTER
    language, most = letters.most_common(1)[0]
    return language if most > sum(map(len, words)) else _by_words(words)


def _by_words(words: list[str]) -> str | None:
    counts = Counter(language for word in words for language in _small_words().get(word, ()))
    (first, most), (_, next_most) = (*counts.most_common(2), ("", 0), ("", 0))[:2]
    return first if most > next_most else None


@cache
def _small_words() -> dict[str, list[str]]:
    known: dict[str, list[str]] = {}
    for row in rows("function_words.csv"):
        for word in listed(row["words"]):
            known.setdefault(word, []).append(row["language"])
    return known
