"""What a list of people to invite is held against: words in every language of the pages, and the names of now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.translation import override

from suivi.coalitions.queries.doors import open_invitations_of
from suivi.coalitions.queries.people import organisations_of, places_of
from suivi.coalitions.rules import ROLES
from suivi.coalitions.rules.lists import ALSO_CALLED, COLUMNS, ROLES_ALSO_CALLED, Known
from suivi.common.normalise import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from django.utils.functional import Promise

    from suivi.coalitions.models import Coalition


def known_for(coalition: Coalition, now: datetime) -> Known:
    """Return what a list of this coalition is held against, in three queries."""
    people = places_of(coalition).values_list("person__name", flat=True)
    invited = open_invitations_of(coalition, now).values_list("meant_for", flat=True)
    return Known(
        columns=_words(COLUMNS) | _also(ALSO_CALLED),
        roles=_words({key: role.label for key, role in ROLES.items()}) | _also(ROLES_ALSO_CALLED),
        languages=_words(dict(settings.LANGUAGES)),
        organisations={plain(each.name): each.name for each in organisations_of(coalition)},
        taken=frozenset(map(plain, [*people, *invited])),
    )


def _also(words: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {plain(word): key for key, several in words.items() for word in several}


def _words(labels: Mapping[str, str | Promise]) -> dict[str, str]:
    """Return (word -> key) for each key itself and for its label in every language of the pages."""
    found = {key: key for key in labels}
    for code, _name in settings.LANGUAGES:
        with override(code):
            found |= {plain(str(label)): key for key, label in labels.items()}
    return found
