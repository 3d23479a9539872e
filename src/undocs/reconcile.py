"""Holds a reading against itself: totals, gaps and doubles in the numbers, names that no list of States has."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from undocs.document import Document, Kind, Position, Recommendation

# Kinds whose rows come from many reviews: their numbers are no sequence.
_MANY_REVIEWS = {Kind.UPR_INFO_EXPORT, Kind.UHRI_EXPORT, Kind.TABLE}
_COUNTED = {*(position.value for position in Position), "recommendations", "total"}
# A selection has more gaps than this share and says so by itself; a few gaps are something lost.
_DENSE = 0.6
_FEWEST = 3
# Sentences name so many numbers, and count the rest.
_NAMED = 12


def check(document: Document) -> None:
    """Add to the document's warnings, as sentences, whatever does not fit together. Checking twice adds nothing."""
    found = [*_totals(document), *_states(document)]
    if document.kind not in _MANY_REVIEWS:
        found += [*_doubles(document), *_gaps(document), *_twice_answered(document)]
    document.warnings += [sentence for sentence in found if sentence not in document.warnings]


def _totals(document: Document) -> Iterator[str]:
    """Compare what the document says of itself with what was read."""
    read = Counter(each.position.value for each in document.recommendations if each.position)
    if not any(document.totals.get(position.value) and read[position.value] for position in Position):
        read = Counter(answer.position.value for answer in document.positions for _ in answer.numbers)
    read["recommendations"] = read["total"] = len(document.recommendations) or sum(read.values())
    for what, said in document.totals.items():
        if what in _COUNTED and read[what] != said:
            yield f"The document speaks of {said} {_words(what)}; {read[what]} were read."


def _words(what: str) -> str:
    name = what.replace("_", " ")
    return "recommendations" if what in {"recommendations", "total"} else f"{name} recommendations"


def _states(document: Document) -> Iterator[str]:
    """Name the recommendations without a recommending State."""
    asked = [each for each in document.recommendations if not each.is_pledge]
    none = [_label(each, at) for at, each in enumerate(asked, 1) if not each.states]
    if none and len(none) < len(asked):
        yield f"No recommending State was found for {_listed(none)}."
    elif none:
        yield "No recommending State was found for any recommendation."


def _doubles(document: Document) -> Iterator[str]:
    counts = Counter(each.number for each in document.recommendations if each.number)
    doubled = [number for number, count in counts.items() if count > 1]
    if doubled:
        yield f"More than one recommendation bears the number {_listed(doubled)}."


def _gaps(document: Document) -> Iterator[str]:
    """Find numbers that the sequence skips; each paragraph of the report is a sequence of its own."""
    sequences: dict[str, set[int]] = defaultdict(set)
    answered = (number for answer in document.positions for number in answer.numbers)
    # An addendum has answers only; where both stand in a document, the recommendations are the sequence.
    for number in [each.number or "" for each in document.recommendations] or answered:
        paragraph, _, item = number.rpartition(".")
        if item.isdecimal():
            sequences[paragraph].add(int(item))
    missing = [number for paragraph, items in sequences.items() for number in _skipped(paragraph, items)]
    if missing:
        yield f"The numbers skip {_listed(missing)}."


def _skipped(paragraph: str, items: set[int]) -> Iterator[str]:
    first = 1 if paragraph else min(items)
    if len(items) < _FEWEST or len(items) < _DENSE * (max(items) - first + 1):
        return
    for item in range(first, max(items)):
        if item not in items:
            yield f"{paragraph}.{item}" if paragraph else str(item)


def _twice_answered(document: Document) -> Iterator[str]:
    """Find numbers to which the State gives two different answers."""
    given: dict[str, set[Position]] = defaultdict(set)
    for answer in document.positions:
        for number in answer.numbers:
            given[number].add(answer.position)
    twice = [number for number, positions in given.items() if len(positions) > 1]
    if twice:
        yield f"The document gives two different answers to {_listed(twice)}."


def _label(each: Recommendation, at: int) -> str:
    return each.number or f"the one in place {at}"


def _listed(items: Iterable[str]) -> str:
    """Return "a", "a and b", "a, b and c", or the first dozen and how many more."""
    names = list(items)
    if len(names) > _NAMED:
        names = [*names[:_NAMED], f"{len(names) - _NAMED} more"]
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
