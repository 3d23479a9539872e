"""How sure a model is, in words: a figure alone sounds more certain than it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import Promise

BANDS: tuple[tuple[float, str | Promise], ...] = (
    (0.95, _("almost certain")),
    (0.85, _("very likely")),
    (0.70, _("likely")),
    (0.50, _("uncertain")),
    (0.0, _("a guess")),
)
"""From which confidence on which words are used; the last one is for all the rest."""


def sure_words(confidence: float) -> str:
    """Return a confidence (0 to 1) in words."""
    return str(next(words for least, words in BANDS if confidence >= least))


def band_of(confidence: float) -> float:
    """Return where the band of a confidence begins."""
    return next(least for least, _words in BANDS if confidence >= least)


def per_cent(confidence: float) -> int:
    """Return a confidence as a whole percentage; never 100, for no model is that sure."""
    return min(99, round(confidence * 100))
