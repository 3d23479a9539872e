"""What the wall shows: the slide that was chosen, with the figures of this moment, and the slides beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from suivi.coalitions.squares import square
from suivi.consultations.permissions import can_run
from suivi.consultations.queries import open_door, participants_of
from suivi.hall.queries import Programme, mark_of, programme_at, wall_of
from suivi.hall.rules import LOOK_AGAIN_PLAIN, LOOK_AGAIN_WALL
from suivi.hall.slides import Slide, figures_of, slides_of

if TYPE_CHECKING:
    from datetime import datetime

    from suivi.common.decisions import Decision
    from suivi.consultations.models import Door
    from suivi.consultations.presence import Visit


@dataclass(frozen=True, slots=True)
class OnWall:
    """What stands on the wall; `mark` changes when it does, and each minute, for the clock's sake."""

    visit: Visit
    at: datetime
    slide: Slide
    slides: list[Slide]
    programme: Programme
    door: Door | None
    seats: int
    may_run: Decision
    mark: str
    figures: dict[str, Any] = field(default_factory=dict)
    every: int = LOOK_AGAIN_WALL
    every_plain: int = LOOK_AGAIN_PLAIN

    @property
    def before(self) -> Slide | None:
        """The slide before this one, or None."""
        place = self.slides.index(self.slide)
        return self.slides[place - 1] if place else None

    @property
    def after(self) -> Slide | None:
        """The slide after this one, or None."""
        return next(iter(self.slides[self.slides.index(self.slide) + 1 :]), None)

    @property
    def address(self) -> str:
        """Where the code on the wall is typed: the configured address, never that of a request."""
        return f"{settings.ADDRESS}{reverse('consultations:join')}"

    @property
    def address_short(self) -> str:
        """The same, as people say it."""
        return self.address.partition("://")[2].rstrip("/")

    @property
    def picture(self) -> str:
        """The way in as a QR code, for `<img src>`; empty while the door is closed."""
        way = reverse("consultations:take_seat", args=(self.door.code,)) if self.door else ""
        return square(f"{settings.ADDRESS}{way}") if way else ""


def on_wall(visit: Visit, at: datetime) -> OnWall:
    """Return what stands on the wall at a moment."""
    consultation, wall, slides = visit.consultation, wall_of(visit.consultation), slides_of(visit.consultation, at)
    slide = next((each for each in slides if (each.shown, each.thing) == (wall.shown, wall.thing)), slides[0])
    programme, door = programme_at(consultation, at), open_door(consultation, at)
    seats = participants_of(consultation).count()
    minute = timezone.localtime(at).replace(second=0, microsecond=0)
    figures = figures_of(slide)
    beside = [each.name for each in slides]
    code, moved = door.code if door else "", (seats, consultation.phase, consultation.title)
    mark = mark_of(slide.name, slide.about, figures.get("mark"), beside, minute, programme.told, code, moved)
    return OnWall(visit, at, slide, slides, programme, door, seats, can_run(visit), mark, figures)
