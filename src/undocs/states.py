"""Names of States, as people type them in six languages, and their ISO 3166-1 alpha-3 codes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from undocs.language import CHINESE, of_script
from undocs.near import Near
from undocs.stems import stem, without_particles
from undocs.typed import letters, plain
from undocs.vocabulary import listed, rows

# Small words that say nothing about which State it is: "the", "de la", "del"
_SMALL = frozenset(
    ["the", "of", "and", "a", "la", "le", "les", "l", "los", "las", "el", "de", "du", "des", "del", "d", "et", "y"]
)
# The article in front of a formal name: "the Swiss Confederation", "l'État de Palestine"
_ARTICLE = re.compile(r"^(?:the |la |le |les |los |las |el |l')", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST_NEAR = 6
# Letters of the shortest name: "Chad", and "巴西" in Chinese
_SHORTEST_NAME, _SHORTEST_CHINESE_NAME = 4, 2
_LONGEST_RUN = 300


@dataclass(frozen=True, slots=True)
class State:
    """A State's regional group at the United Nations and the organisations it belongs to, as UPR Info coded them."""

    code: str
    group: str
    organisations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """The State a typed name means; `sure` is false where only a near match was found."""

    code: str
    sure: bool = True


def find(name: str, language: str | None = None) -> str | None:
    """Return the ISO 3166-1 alpha-3 code of one name as typed, or None where it is no State's."""
    match = recognise(name, language)
    return match.code if match else None


@lru_cache(maxsize=8192)
def recognise(name: str, language: str | None = None) -> Match | None:
    """Return the State one typed name means, and whether that is sure.

    Every language of the name's script is tried, `language` first. Spaces, accents, case, order of words,
    articles and endings do not matter; a single slip of the finger is forgiven, but not sure.
    """
    key = letters(name)
    if not key:
        return None
    tongues = of_script(name, language)
    sure = (code for ways in (_exactly, _by_words) for tongue in tongues if (code := ways(name, tongue)))
    if code := next(sure, None):
        return Match(code)
    return _nearly(key, tongues) if len(key) >= _SHORTEST_NEAR and not name.islower() else None


def run_together(names: str, language: str | None = None) -> list[str]:
    """Return the States of names that stand together without a sign between them: `ChileMexico`, `Chile - Mexico`.

    The list is empty unless States' names cover every letter.
    """
    key = letters(names)
    shortest = _SHORTEST_CHINESE_NAME if CHINESE.search(names) else _SHORTEST_NAME
    if not shortest * 2 <= len(key) <= _LONGEST_RUN:
        return []
    tongues = of_script(names, language)
    return next(filter(None, (_cover(key, _spellings(tongue), shortest) for tongue in tongues)), [])


def name(code: str, language: str = "en") -> str:
    """Return the United Nations' short name of a State; KeyError for a code that is none."""
    return _names(language)[code][0]


@cache
def every() -> dict[str, State]:
    """Return every State by its code, the invented ones of the examples last."""
    facts = (*rows("states/facts.csv"), *rows("states/invented.csv"))
    return {row["code"]: State(row["code"], row["group"], tuple(listed(row["organisations"]))) for row in facts}


def _exactly(name: str, language: str) -> str | None:
    key, known = letters(name), _spellings(language)
    found = known.get(key)
    if found or language != "ar":
        return found
    return next((known[shorter] for shorter in without_particles(key) if shorter in known), None)


def _by_words(name: str, language: str) -> str | None:
    return _bags(language).get(_bag(name, language))


@cache
def _names(language: str) -> dict[str, list[str]]:
    """Return every spelling of every State in one language, the United Nations' short name first."""
    known = {row["code"]: [row["name"], row["formal"], *listed(row["also"])] for row in rows(f"states/{language}.csv")}
    return known | {row["code"]: listed(row[language]) for row in rows("states/invented.csv")}


@cache
def _spellings(language: str) -> dict[str, str]:
    """Return the State of each spelling's letters, with and without the article in front."""
    known: dict[str, str] = {}
    for code, spellings in _names(language).items():
        for spelling in spellings:
            known[letters(spelling)] = known[letters(_ARTICLE.sub("", spelling))] = code
    return known


@cache
def _bags(language: str) -> dict[str, str | None]:
    """Return the State of each bag of words; None where two States share it."""
    bags: dict[str, str | None] = {"": None}
    for code, spellings in _names(language).items():
        for spelling in spellings:
            bag = _bag(spelling, language)
            bags[bag] = code if bags.get(bag, code) == code else None
    return bags


def _bag(name: str, language: str) -> str:
    """Return a name's words without small ones and endings, in alphabetical order."""
    words = [stem(word, language) for word in _WORD.findall(plain(name)) if word not in _SMALL]
    return " ".join(sorted(words))


def _cover(key: str, known: dict[str, str], shortest: int) -> list[str]:
    """Return the codes of names that together make up all of `key`, or an empty list."""
    covered: dict[int, list[str]] = {0: []}
    for end in range(shortest, len(key) + 1):
        for start, codes in covered.items():
            if end - start >= shortest and (code := known.get(key[start:end])):
                covered[end] = [*codes, code]
                break
    return covered.get(len(key), [])


def _nearly(key: str, tongues: tuple[str, ...]) -> Match | None:
    codes = {_spellings(tongue)[spelling] for tongue in tongues for spelling in _near(tongue).of(key)}
    return Match(codes.pop(), sure=False) if len(codes) == 1 else None


@cache
def _near(language: str) -> Near:
    return Near(_spellings(language))
