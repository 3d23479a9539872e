"""What a search demands of an index entry, and how the two databases write it: FTS5 and tsquery."""

from __future__ import annotations

from dataclasses import dataclass

EVERYTHING = "=all"
"""A word that stands in every entry."""


@dataclass(frozen=True, slots=True)
class Term:
    """One word, or several that follow one another; with `begins`, the last is only the beginning of a word."""

    words: tuple[str, ...]
    begins: bool = False

    def fts5(self) -> str:
        """Return the term as SQLite's FTS5 writes it: `"ill treatm" *`."""
        phrase = " ".join(self.words).replace('"', '""')
        return f'"{phrase}"{" *" if self.begins else ""}'

    def tsquery(self) -> str:
        """Return the term as PostgreSQL writes it: `'ill' <-> 'treatm':*`."""
        quoted = ["'" + word.replace("\\", "\\\\").replace("'", "''") + "'" for word in self.words]
        return "(" + " <-> ".join(quoted) + (":*" if self.begins else "") + ")"


@dataclass(frozen=True, slots=True)
class Condition:
    """At least one term of each group of `all_of`, and no term of `none_of`."""

    all_of: tuple[tuple[Term, ...], ...] = ()
    none_of: tuple[Term, ...] = ()

    def __and__(self, other: Condition) -> Condition:
        return Condition(self.all_of + other.all_of, self.none_of + other.none_of)

    def fts5(self) -> str:
        """Return what SQLite's FTS5 is to match."""
        groups = self.all_of or ((Term((EVERYTHING,)),),)
        wanted = " AND ".join("(" + " OR ".join(term.fts5() for term in group) + ")" for group in groups)
        unwanted = " OR ".join(term.fts5() for term in self.none_of)
        return f"({wanted}) NOT ({unwanted})" if unwanted else wanted

    def tsquery(self) -> str:
        """Return what PostgreSQL's tsvector is to match."""
        groups = self.all_of or ((Term((EVERYTHING,)),),)
        wanted = ["(" + " | ".join(term.tsquery() for term in group) + ")" for group in groups]
        return " & ".join([*wanted, *(f"!{term.tsquery()}" for term in self.none_of)])


def token(kind: str, value: str | int) -> str:
    """Return the word by which the index keeps a filter: `=position=noted`. No word of a text begins like this."""
    return f"={kind}={value}"


def chosen(kind: str, values: tuple[str, ...]) -> Condition:
    """Return the condition that an entry has at least one of a filter's values."""
    return Condition((tuple(Term((token(kind, value),)) for value in values),))
