"""What somebody wants on paper, and why it may not be made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from suivi.reports.formats.model import Run, Words, theirs

if TYPE_CHECKING:
    from django.http import QueryDict

    from suivi.coalitions.models import Membership
    from suivi.reports.rules import Form


class Unreconciled(Exception):
    """Raised where the figures of a paper do not agree with the record; its text is a sentence for the reader."""


class Impossible(Exception):
    """Raised where there is nothing yet to make a paper of; its text is a sentence for the reader."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One paper: of which thing (`key`), narrowed by what (`query`), in which form and language, for whom, when.

    Builders are called while the language is the one in force.
    """

    key: str
    query: QueryDict
    form: Form
    language: str
    membership: Membership | None
    today: date

    def typed(self, words: str, *, strong: bool = False, soft: bool = False) -> Run:
        """Return what somebody typed."""
        return theirs(words, self.language, strong=strong, soft=soft)

    @property
    def coalition(self) -> str:
        """The name of the coalition."""
        return str(self.membership.coalition) if self.membership else ""

    @property
    def page_of(self) -> str:
        """What stands at the foot of each page."""
        return _("Page {page} of {pages}")

    @property
    def day(self) -> str:
        """The day the paper was made, in words."""
        return date_format(self.today)


def address(name: str, *words: object, query: str = "") -> str:
    """Return a whole address of this instance, as it can be printed."""
    return f"{settings.ADDRESS}{reverse(name, args=words)}{'?' if query else ''}{query}"


def fact(name: str, words: Words) -> tuple[str, tuple[Run, ...]]:
    """Return a fact of the cover."""
    said = (words,) if isinstance(words, str | Run) else words
    return name, tuple(each if isinstance(each, Run) else Run(each) for each in said)
