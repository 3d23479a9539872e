"""Words for templates about the clock: a step's title, its day, where it stands, and how its day was found."""

from __future__ import annotations

from django import template

from suivi.timeline.telling import brief_of, day_of, distance, found_how, standing_of, title_of, when_of

register = template.Library()

register.filter("brief_of", brief_of)
register.filter("title_of", title_of)
register.filter("when_of", when_of)
register.filter("standing_of", standing_of)
register.filter("found_how", found_how)
register.filter("day_of", day_of)
register.filter("distance_from", distance)
