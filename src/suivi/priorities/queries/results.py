"""What came of an exercise: how each recommendation was weighed, and where people are of one mind."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from suivi.priorities.models import Candidate, Criterion, Dots, Score
from suivi.priorities.queries.exercises import criteria_of
from suivi.priorities.queries.sheets import candidates_of
from suivi.priorities.rules.spread import Spread, Weighing, ranks, spread, taken_together
from suivi.priorities.rules.words import FEW, Direction, Weighs

if TYPE_CHECKING:
    from suivi.priorities.models import Exercise
    from suivi.record.models import Recommendation

type Given = Mapping[int, Mapping[int, int]]
"""What voices gave one recommendation: sheet -> criterion -> score."""

DIFFERING = 8
"""So many stand at most in the list of where people differ most."""


@dataclass(frozen=True, slots=True)
class Result:
    """How one recommendation was weighed. `rank` is empty where too few voices weighed it; `tied` shares its rank."""

    candidate: Candidate
    voices: int
    figure: float
    overall: Spread | None
    impact: Spread | None
    ease: Spread | None
    criteria: tuple[tuple[Criterion, Spread | None], ...]
    rank: int | None = None
    tied: bool = False

    @property
    def recommendation(self) -> Recommendation:
        """What was weighed."""
        return self.candidate.recommendation

    @property
    def widest(self) -> tuple[Criterion, Spread] | None:
        """The criterion on which people agree least."""
        known = [(each, found) for each, found in self.criteria if found]
        return min(known, key=lambda pair: pair[1].agreement) if known else None


@dataclass(frozen=True, slots=True)
class Results:
    """All that an exercise gave. `few`: so few voices in all that only those who run it see any figure."""

    exercise: Exercise
    criteria: list[Criterion]
    voices: int
    ranked: list[Result]
    unranked: list[Result]
    few: bool

    @property
    def ties(self) -> list[list[Result]]:
        """Recommendations that nothing tells apart, the first ones first."""
        by_rank: dict[int, list[Result]] = defaultdict(list)
        for each in self.ranked:
            by_rank[each.rank or 0].append(each)
        return [each for each in by_rank.values() if len(each) > 1]

    @property
    def differing(self) -> list[Result]:
        """Where people differ most, the widest apart first."""
        apart = [each for each in self.ranked if each.overall and (each.overall.apart or _torn(each))]
        return sorted(apart, key=_agreement)[:DIFFERING]

    @property
    def agreed(self) -> list[Result]:
        """What people put high with one mind: of the upper half, those on which they agree."""
        upper = self.ranked[: (len(self.ranked) + 1) // 2]
        return [each for each in upper if each.overall and each.overall.alike][:DIFFERING]


def results_of(exercise: Exercise, *, few_too: bool) -> Results:
    """Return the results in three queries; `few_too` for those who may see figures that stem from few voices."""
    criteria = criteria_of(exercise)
    found = _dotted(exercise, few_too=few_too) if exercise.by_dots else _scored(exercise, criteria, few_too=few_too)
    results, voices = found
    few = 0 < voices < FEW
    if few and not few_too:
        return Results(exercise, criteria, voices, [], [], few=True)
    enough = 1 if few else FEW
    compared = [each for each in results if each.voices and (exercise.by_dots or each.voices >= enough)]
    apart = [each for each in results if each not in compared]
    return Results(exercise, criteria, voices, _ranked(compared), apart, few)


def _scored(exercise: Exercise, criteria: Sequence[Criterion], *, few_too: bool) -> tuple[list[Result], int]:
    given: dict[int, dict[int, dict[int, int]]] = defaultdict(lambda: defaultdict(dict))
    sheets = set()
    rows = Score.objects.filter(sheet__exercise=exercise).order_by()
    for sheet, candidate, criterion, value in rows.values_list("sheet", "candidate", "criterion", "value"):
        given[candidate][sheet][criterion] = value
        sheets.add(sheet)
    least = 1 if few_too else FEW
    return [_weighed(each, criteria, given[each.pk], least) for each in candidates_of(exercise)], len(sheets)


def _weighed(candidate: Candidate, criteria: Sequence[Criterion], given: Given, least: int) -> Result:
    """Weigh one recommendation by what voices gave it; spreads of fewer than `least` voices stay empty."""
    whole = [_weighing(each) for each in criteria]
    impact = [_weighing(each) for each in criteria if each.weighs == Weighs.IMPACT]
    effort = [_weighing(each) for each in criteria if each.weighs == Weighs.EFFORT]
    overall = _spread_of(given, whole, least=1)
    return Result(
        candidate=candidate,
        voices=len(given),
        figure=overall.middle if overall else 0,
        overall=overall if overall and overall.voices >= least else None,
        impact=_spread_of(given, impact, least=least),
        ease=_spread_of(given, effort, least=least),
        criteria=tuple((each, _spread_as_given(given, each.pk, least=least)) for each in criteria),
    )


def _weighing(criterion: Criterion) -> Weighing:
    return Weighing(criterion.pk, criterion.direction == Direction.AGAINST, criterion.weight)


def _spread_of(given: Given, weighings: Sequence[Weighing], *, least: int) -> Spread | None:
    """Return how voices spread over some criteria taken together; None where fewer than `least` gave any of them."""
    found = [taken_together(scores, weighings) for scores in given.values()]
    values = [each for each in found if each is not None]
    return spread(values) if len(values) >= least else None


def _spread_as_given(given: Given, criterion: int, *, least: int) -> Spread | None:
    """Return how voices spread over one criterion, as they gave it."""
    values = [scores[criterion] for scores in given.values() if criterion in scores]
    return spread(values) if len(values) >= least else None


def _dotted(exercise: Exercise, *, few_too: bool) -> tuple[list[Result], int]:
    given: dict[int, dict[int, int]] = defaultdict(dict)
    rows = Dots.objects.filter(sheet__exercise=exercise, count__gt=0).order_by()
    for sheet, candidate, count in rows.values_list("sheet", "candidate", "count"):
        given[candidate][sheet] = count
    voices = {sheet for by in given.values() for sheet in by}
    results = []
    for each in candidates_of(exercise):
        dots = given[each.pk]
        shown = len(dots) if few_too or len(dots) >= FEW else min(len(dots), 1)
        results.append(Result(each, shown, sum(dots.values()), None, None, None, ()))
    return results, len(voices)


def _ranked(results: Iterable[Result]) -> list[Result]:
    """Return results by rank; those of one rank in the order of the record."""
    shown = list(results)
    places = ranks([each.figure for each in shown])
    shared = Counter(places)
    placed = [replace(each, rank=place, tied=shared[place] > 1) for each, place in zip(shown, places, strict=True)]
    return sorted(placed, key=lambda each: (each.rank or 0, each.candidate.order))


def _torn(result: Result) -> bool:
    widest = result.widest
    return bool(widest and widest[1].apart)


def _agreement(result: Result) -> float:
    widest = result.widest
    return min(result.overall.agreement if result.overall else 1, widest[1].agreement if widest else 1)
