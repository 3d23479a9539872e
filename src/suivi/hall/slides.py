"""What the wall may show of opinions, decisions and priorities: never more than everybody in the hall may know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.text import Truncator
from django.utils.translation import get_language_bidi

from suivi.consent.pictures import voices
from suivi.consent.queries.motions import Standing, standings_of
from suivi.consultations.presence import Visit
from suivi.hall.rules import Shown
from suivi.opinions.models import OpinionMap
from suivi.opinions.permissions import can_see_results as may_see_opinions
from suivi.opinions.pictures import dots_of
from suivi.opinions.queries.results import results_of as opinions_of
from suivi.opinions.queries.voting import map_of, turnout
from suivi.priorities.models import Exercise
from suivi.priorities.permissions import can_see_results as may_see_priorities
from suivi.priorities.pictures.field import field
from suivi.priorities.queries.exercises import exercises_of
from suivi.priorities.queries.results import results_of as priorities_of
from suivi.priorities.rules.words import ExerciseState

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from django.utils.functional import Promise

    from suivi.common.pictures.letters import Direction
    from suivi.consultations.models import Consultation

MOST = 3
"""So many lines of a list stand on the wall: more cannot be read from the last row."""
WORDS = 12


@dataclass(frozen=True, slots=True)
class Slide:
    """Something that the wall may show. `about` are its words where it is about one of several things."""

    shown: Shown
    label: str | Promise
    thing: str = ""
    about: str = ""
    source: OpinionMap | Standing | Exercise | None = None

    @property
    def name(self) -> str:
        """What a form calls it: `decision`, or `decision:k3y` where there are several."""
        return f"{self.shown.value}:{self.thing}" if self.thing else self.shown.value


def slides_of(consultation: Consultation, at: datetime) -> list[Slide]:
    """Return everything that the wall may show, in the order of a day; in a constant number of queries."""
    always = [Slide(Shown.AGENDA, Shown.AGENDA.label), Slide(Shown.DOOR, Shown.DOOR.label)]
    return [*always, *_opinions(consultation), *_priorities(consultation), *_decisions(consultation, at)]


def figures_of(slide: Slide) -> dict[str, Any]:
    """Return what a slide shows beyond its words, as everybody in the hall may know it."""
    match slide.source:
        case OpinionMap() as opinion_map:
            return _opinion_figures(opinion_map)
        case Exercise() as exercise:
            return _priority_figures(exercise)
        case Standing() as standing:
            return _decision_figures(standing)
    return {}


def _opinions(consultation: Consultation) -> Iterator[Slide]:
    opinion_map = map_of(consultation)
    if opinion_map and opinion_map.state != opinion_map.State.PREPARED:
        yield Slide(Shown.OPINIONS, Shown.OPINIONS.label, about=opinion_map.question, source=opinion_map)


def _priorities(consultation: Consultation) -> Iterator[Slide]:
    for exercise in reversed(exercises_of(consultation)):
        if exercise.state != ExerciseState.PREPARED:
            yield Slide(Shown.PRIORITIES, Shown.PRIORITIES.label, exercise.key, exercise.title, exercise)


def _decisions(consultation: Consultation, at: datetime) -> Iterator[Slide]:
    for standing in reversed(standings_of(consultation, at, drafts=False)):
        about = Truncator(standing.motion.title).words(WORDS)
        yield Slide(Shown.DECISION, Shown.DECISION.label, standing.motion.key, about, standing)


def _opinion_figures(opinion_map: OpinionMap) -> dict[str, Any]:
    anybody = Visit(opinion_map.consultation, None, None)
    shown = opinions_of(opinion_map) if may_see_opinions(anybody, opinion_map) else None
    found: dict[str, Any] = {"turnout": turnout(opinion_map), "shown": shown, "mark": shown and shown.result.drawn_at}
    if shown:
        found |= {"lines": shown.together[:MOST], "drawing": dots_of(shown.outcome, _direction())}
    return found


def _priority_figures(exercise: Exercise) -> dict[str, Any]:
    results = priorities_of(exercise, few_too=False) if may_see_priorities(exercise) else None
    found: dict[str, Any] = {"exercise": exercise, "results": results, "mark": (exercise.state, exercise.voices)}  # type: ignore[attr-defined]
    if results and results.ranked:
        found |= {"lines": results.ranked[:MOST], "drawing": field(results, _direction())}
    return found


def _decision_figures(standing: Standing) -> dict[str, Any]:
    splits = standing.shows_split
    drawing = voices(standing.tally, _direction(), splits=splits)
    wording = standing.motion.wordings.filter(number=standing.motion.wording).first()
    mark = (standing.tally, standing.state, standing.motion.wording)
    return {"standing": standing, "splits": splits, "drawing": drawing, "wording": wording, "mark": mark}


def _direction() -> Direction:
    return "rtl" if get_language_bidi() else "ltr"
