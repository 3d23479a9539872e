"""The line of the cycle: days on a line whose scale may change, drawn wide for the desk and tall for the phone."""

from suivi.common.pictures.cycle.line import CycleLine, Mark, Span, Tick
from suivi.common.pictures.cycle.poster import poster
from suivi.common.pictures.cycle.tall import tall
from suivi.common.pictures.cycle.wide import wide

__all__ = ["CycleLine", "Mark", "Span", "Tick", "poster", "tall", "wide"]
