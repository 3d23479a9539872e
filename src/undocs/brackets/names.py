"""The names within one bracket: `(Chile, Côte d'Ivoire and, on behalf of the European Union, Sweden)`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from undocs import states
from undocs.typed import letters
from undocs.vocabulary import LANGUAGES, listed, rows

# What parts two names: ", ", "、", "; and ", " and ", " и ", "和", Arabic "و" at the head of the next name
_BETWEEN = re.compile(
    r"\s*[,;/|、，；،؛]\s*(?:(?:and|et|y|e|и|و|和|&)\s+)?|\s+(?:and|et|y|e|и|و|&)\s+|\s*[和及与]\s*|\s+(?=و\w)",
    re.IGNORECASE,
)
# A year or a footnote's number: "2010", "4", "12*"
_FIGURE = re.compile(r"^[\W\d]*$")
_ARABIC_AND = "و"
# "Saint Vincent, and the Grenadines" falls into two pieces, Arabic and Chinese names into three at most
_MOST_PIECES = 4
# A bracket of more signs lists no States
_LONGEST = 2500


@dataclass(frozen=True, slots=True)
class Named:
    """What a bracket names: States in order, names nobody knows, and names that were only guessed."""

    states: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    unsure: tuple[tuple[str, str], ...] = ()

    @property
    def closes(self) -> bool:
        """Return whether this bracket names States rather than explains something."""
        return len(self.states) > 0 and len(self.states) >= len(self.unknown)


@lru_cache(maxsize=8192)
def named(content: str, language: str | None = None) -> Named:
    """Return the States that a bracket's content names, the longest possible name first."""
    if match := states.recognise(content, language):
        return Named((match.code,), (), () if match.sure else ((content, match.code),))
    if len(content) > _LONGEST:
        return Named()
    found: list[str] = []
    unknown: list[str] = []
    unsure: list[tuple[str, str]] = []
    for name, codes, sure in _pieces(_phrases().sub(" , ", content), language):
        found += [code for code in codes if code not in found]
        if not codes and not _passed_over(name):
            unknown.append(name)
        elif not sure:
            unsure += [(name, code) for code in codes]
    return Named(tuple(found), tuple(unknown), tuple(unsure))


def _pieces(content: str, language: str | None) -> list[tuple[str, list[str], bool]]:
    """Return (name, codes, whether sure) for each name, joining pieces that only together are one."""
    cuts = [0, *(cut for sign in _BETWEEN.finditer(content) for cut in sign.span()), len(content)]
    spans = list(zip(cuts[::2], cuts[1::2], strict=True))
    read: list[tuple[str, list[str], bool]] = []
    at = 0
    while at < len(spans):
        for to in range(min(len(spans), at + _MOST_PIECES), at, -1):
            name = content[spans[at][0] : spans[to - 1][1]].strip()
            match = states.recognise(name, language) if name else None
            if match and (match.sure or to == at + 1):
                read.append((name, [match.code], match.sure))
                at = to
                break
        else:
            name = content[slice(*spans[at])].strip()
            read.append((name, states.run_together(name, language), True))
            at += 1
    return read


def _passed_over(name: str) -> bool:
    return bool(_FIGURE.match(name)) or letters(name.removeprefix(_ARABIC_AND)) in _speakers()


@cache
def _phrases() -> re.Pattern[str]:
    """Return what finds words such as "on behalf of", of all languages, the longest first."""
    words = sorted((row["words"] for row in rows("bracket_words.csv")), key=len, reverse=True)
    spaced = [re.escape(word).replace(r"\ ", r"\s+") for word in words]
    return re.compile("|".join(word if word[0] > "\u4dff" else rf"\b{word}\b" for word in spaced), re.IGNORECASE)


@cache
def _speakers() -> frozenset[str]:
    """Return groups in whose name a State may speak, which are no States: "European Union", "OIC"."""
    names = [row["name"] for row in rows("speakers.csv")]
    for row in rows("states/organisations.csv"):
        names += [row["organisation"], *(row[language] for language in LANGUAGES), *listed(row["also"])]
    return frozenset(letters(name) for name in names) | frozenset(letters(f"the {name}") for name in names)
