"""The facts of minutes in words of the reader's language: sentences and tables, for the page and for paper alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from suivi.consent.rules.words import Choice, Outcome
from suivi.consultations.rules import SafeCategory
from suivi.discussions.rules.words import Area
from suivi.minutes.queries.facts import day_of
from suivi.minutes.rules import Part
from suivi.opinions.rules.words import Choice as Opinion
from suivi.record.names import state_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from suivi.consultations.models import Consultation
    from suivi.minutes.queries.facts import Facts, Told


@dataclass(frozen=True, slots=True)
class Telling:
    """One part in words: sentences, then a table where `heads` names its columns, then what is to be said after it."""

    sentences: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    after: tuple[str, ...] = ()

    @property
    def says_nothing(self) -> bool:
        """Whether there is no fact to tell."""
        return not (self.sentences or self.rows)


def telling(part: Part, consultation: Consultation, facts: Facts) -> Telling:
    """Return the facts of one part in words; the sessions of the agenda are told one by one elsewhere."""
    if part == Part.OPENING:
        return _opening(consultation)
    return TELLERS[part](facts) if part in TELLERS else Telling()


def _opening(consultation: Consultation) -> Telling:
    days = date_format(consultation.begins_on)
    if consultation.ends_on != consultation.begins_on:
        days = f"{days} – {date_format(consultation.ends_on)}"
    about = _("It was about the Universal Periodic Review of %(state)s, cycle %(cycle)s.")
    where = [consultation.get_kind_display().capitalize(), days, consultation.place]
    review = {"state": state_name(consultation.review.state), "cycle": consultation.review.cycle}
    languages = _("Languages: %(languages)s.") % {"languages": consultation.languages} if consultation.languages else ""
    return Telling(tuple(filter(None, (" · ".join(filter(None, where)), about % review, languages))))


def _who(facts: Facts) -> Telling:
    seats = ngettext("%(n)d person took a seat.", "%(n)d people took a seat.", facts.seats) % {"n": facts.seats}
    told = [seats]
    if facts.organisations:
        words = ngettext("%(n)d organisation spoke.", "%(n)d organisations spoke.", facts.organisations)
        told.append(words % {"n": facts.organisations})
    if facts.heads:
        heads = _(", ").join(f"{SafeCategory(name).label} {count}" for name, count in facts.heads.items())
        told.append(_("Counted in the hall: %(heads)s.") % {"heads": heads})
    return Telling(tuple(told))


def _talk(facts: Facts) -> Telling:
    if not facts.entries and not facts.strategies:
        return Telling()
    words = ngettext("%(n)d contribution was written.", "%(n)d contributions were written.", facts.entries)
    rows = tuple((str(each["number"]), str(Area(each["area"]).label), each["title"]) for each in facts.strategies)
    heads = (_("Number"), _("Area"), _("Strategy adopted")) if rows else ()
    return Telling((words % {"n": facts.entries},), heads, rows)


def _opinions(facts: Facts) -> Telling:
    if not facts.voters:
        return Telling()
    people = ngettext("%(n)d person said what they think", "%(n)d people said what they think", facts.voters)
    statements = ngettext("of %(n)d statement.", "of %(n)d statements.", facts.statements)
    sentence = f"{people % {'n': facts.voters}} {statements % {'n': facts.statements}}"
    rows = tuple((each["text"], _opinion(each["choice"])) for each in facts.together)
    return Telling((sentence,), (_("What all groups say alike"), _("What they say")) if rows else (), rows)


def _opinion(choice: object) -> str:
    return str(Opinion(choice).label) if choice in Opinion.values else ""


def _priorities(facts: Facts) -> Telling:
    rows = tuple((str(each["rank"]), each["number"], each["text"], each["reason"]) for each in facts.priorities)
    return Telling((), (_("Rank"), _("Number"), _("Recommendation"), _("Why")) if rows else (), rows)


def _decisions(facts: Facts) -> Telling:
    rows = tuple(_decision(each) for each in facts.decisions)
    dissent = tuple(
        _("Dissent on “%(title)s”: %(reason)s (%(who)s)")
        % {"title": each["title"], "reason": said["reason"], "who": said["name"] or Choice(said["choice"]).label}
        for each in facts.decisions
        for said in each["dissent"]
    )
    return Telling((), (_("What was decided"), _("Outcome"), _("Voices")) if rows else (), rows, dissent)


def _decision(told: Told) -> tuple[str, str, str]:
    outcome = str(Outcome(told["outcome"]).label).capitalize() if told["outcome"] else _("Still open")
    review = day_of(told["review_on"])
    if review:
        outcome += " · " + _("to be looked at again on %(day)s") % {"day": date_format(review)}
    voices = ""
    if told["agree"] is not None:
        counts = ((choice.label, told[choice.value]) for choice in Choice)
        voices = _(", ").join(f"{label} {count}" for label, count in counts)
    said = "\n".join(filter(None, (told["title"], told["statement"])))
    return said, outcome, voices


def _actions(facts: Facts) -> Telling:
    rows = tuple(
        (each["activity"], each["organisation"] or each["by_whom"], _day(each["by_when"])) for each in facts.activities
    )
    return Telling((), (_("Activity"), _("By whom"), _("By when")) if rows else (), rows)


def _day(text: str) -> str:
    day = day_of(text)
    return date_format(day) if day else ""


TELLERS: dict[Part, Callable[[Facts], Telling]] = {
    Part.WHO: _who,
    Part.TALK: _talk,
    Part.OPINIONS: _opinions,
    Part.PRIORITIES: _priorities,
    Part.DECISIONS: _decisions,
    Part.ACTIONS: _actions,
}
