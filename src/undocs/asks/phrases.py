"""Finds known phrases in a text of any of six languages, whatever case, ending or small word stands between."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from undocs.stems import stem
from undocs.typed import plain
from undocs.vocabulary import listed, rows

# Chinese has no spaces: each of its letters counts as a word.
_TOKEN = re.compile(r"[\u4e00-\u9fff]|[^\W_\u4e00-\u9fff]+")

type Phrase = tuple[str, ...]


class Phrases:
    """Phrases and what each means, found the longest first."""

    def __init__(self, meanings: Mapping[str, str], language: str) -> None:
        self.language = language
        self._by_first: dict[str, list[tuple[Phrase, str]]] = {}
        for words, meaning in meanings.items():
            if phrase := tuple(tokens(words, language)):
                self._by_first.setdefault(phrase[0], []).append((phrase, meaning))
        for phrases in self._by_first.values():
            phrases.sort(key=lambda known: len(known[0]), reverse=True)

    def find(self, text: str) -> list[str]:
        """Return the meanings of the phrases in the text, in order; a phrase within a longer one does not count."""
        words = tokens(text, self.language)
        found: list[str] = []
        at = 0
        while at < len(words):
            phrase, meaning = self._at(words, at)
            found += [meaning] if phrase else []
            at += len(phrase) or 1
        return found

    def _at(self, words: list[str], at: int) -> tuple[Phrase, str]:
        for phrase, meaning in self._by_first.get(words[at], ()):
            if tuple(words[at : at + len(phrase)]) == phrase:
                return phrase, meaning
        return (), ""


def tokens(text: str, language: str) -> list[str]:
    """Return the words of a text without small ones, endings and accents."""
    return [stem(word, language) for word in _TOKEN.findall(plain(text)) if word not in _small(language)]


@cache
def _small(language: str) -> frozenset[str]:
    return frozenset(_plain_words(row["words"] for row in rows("small_words.csv") if row["language"] == language))


def _plain_words(cells: Iterable[str]) -> Iterable[str]:
    return (plain(word) for cell in cells for word in listed(cell))
