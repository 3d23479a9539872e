"""The criteria on offer, with the words of their scales; a coalition takes what it wants, and changes or adds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from suivi.priorities.rules.words import Direction, Weighs

if TYPE_CHECKING:
    from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Offer:
    """A criterion on offer: its name, what it asks, and what each of the five steps of its scale means."""

    key: str
    name: str | Promise
    asks: str | Promise
    scale: tuple[str | Promise, ...]
    weighs: Weighs
    direction: Direction = Direction.FOR
    weight: int = 1
    usual: bool = True


OFFERS: dict[str, Offer] = {
    offer.key: offer
    for offer in (
        Offer(
            "impact",
            _("Impact"),
            _("If the State did this, how much would change for people?"),
            (_("hardly anything"), _("a little"), _("something"), _("much"), _("very much")),
            Weighs.IMPACT,
            weight=2,
        ),
        Offer(
            "urgency",
            _("Urgency"),
            _("What happens if nothing is done before the next review?"),
            (_("nothing gets worse"), _("little"), _("some harm"), _("serious harm"), _("harm that cannot be undone")),
            Weighs.IMPACT,
        ),
        Offer(
            "groups",
            _("Affected groups"),
            _("Does it reach those who are left furthest behind?"),
            (_("no"), _("some of them, by chance"), _("some of them"), _("many of them"), _("them above all")),
            Weighs.IMPACT,
            usual=False,
        ),
        Offer(
            "feasibility",
            _("Feasibility"),
            _("Can it be done by the next review, with the money, laws and people there are?"),
            (_("no"), _("only with luck"), _("with much work"), _("yes, with work"), _("yes, easily")),
            Weighs.EFFORT,
            weight=2,
        ),
        Offer(
            "window",
            _("Window"),
            _("Is there a moment coming that helps: a bill, a budget, a new minister, a strong answer of the State?"),
            (_("the moment has passed"), _("none in sight"), _("perhaps"), _("one is coming"), _("it is open now")),
            Weighs.EFFORT,
        ),
        Offer(
            "cost",
            _("Cost"),
            _("How much would our own organisations have to put in?"),
            (
                _("next to nothing"),
                _("a little"),
                _("a fair part of it all"),
                _("most of it"),
                _("more than we have"),
            ),
            Weighs.EFFORT,
            direction=Direction.AGAINST,
            usual=False,
        ),
    )
}
PLAIN_SCALE: tuple[str | Promise, ...] = (_("very low"), _("low"), _("middling"), _("high"), _("very high"))
"""The words of a scale to which the coalition gave none of its own."""
