"""One recommendation on paper: number, wording, States, the answer with its source and reasons, what came before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from suivi.record.models import Recommendation, Response
from suivi.record.names import state_name, tag_name
from suivi.record.queries.rows import place_of
from suivi.record.rules import Claim, TagKind
from suivi.reports.contents.wanted import address
from suivi.reports.formats.model import Cell, Run, Runs, cell, runs, theirs

_SHOWN_BEFORE = 3


def number(recommendation: Recommendation) -> Run:
    """Return the number, which leads to the record."""
    written = recommendation.number or _("no number")
    return Run(written, strong=True, link=address("record:recommendation", *recommendation.key.split("/", 2)))


def wording(recommendation: Recommendation, words: str = "") -> Run:
    """Return the text, or some words of it, in the language it came in."""
    return Run(words or recommendation.wording, recommendation.text_language)


def states(recommendation: Recommendation) -> str:
    """Return the recommending States in one line."""
    return named([each.state for each in recommendation.recommending_states.all()])


def named(codes: Iterable[str]) -> str:
    """Return States in one line, each once."""
    return pgettext("between names in a line", ", ").join(dict.fromkeys(map(state_name, codes)))


def answer(recommendation: Recommendation, shared: Collection[str] = ()) -> list[Runs]:
    """Return the answer that counts, where it stands, and what the State says of it; `shared` words stand elsewhere."""
    lines = [runs(Run(recommendation.get_position_display(), strong=True))]
    for each in recommendation.responses.all():
        lines += [runs(line) for line in _told(each, recommendation.text_language, shared)]
    return list(dict.fromkeys(lines))


def shared_words(recommendations: Collection[Recommendation]) -> dict[str, str]:
    """Return the words with which the State answers several recommendations at once, each with its source."""
    said = [each for one in recommendations for each in one.responses.all() if each.words]
    often = Counter(each.words for each in said)
    return {each.words: each.source for each in said if often[each.words] > 1}


def sources(recommendation: Recommendation) -> str:
    """Return where the answers stand, in one line."""
    return "; ".join(dict.fromkeys(each.source for each in recommendation.responses.all() if each.source))


def before(earlier: Sequence[Recommendation]) -> list[Runs]:
    """Return what was asked before and how it was answered then."""
    lines = [_earlier(each) for each in earlier[:_SHOWN_BEFORE]]
    more = len(earlier) - len(lines)
    if more:
        said = ngettext("and %(count)d more time before", "and %(count)d more times before", more) % {"count": more}
        lines.append(runs(Run(said, soft=True)))
    return lines


def tags(recommendation: Recommendation, kind: TagKind, language: str) -> Cell:
    """Return the tags of a kind in one cell, as their vocabulary writes them."""
    found = (each.tag for each in recommendation.taggings.all() if each.tag.kind == kind)
    said = "; ".join(dict.fromkeys(tag_name(tag.kind, tag.code, tag.name) for tag in found))
    return cell(theirs(said, language))


def goals(recommendation: Recommendation) -> Cell:
    """Return the goals in one cell: on paper their figures, in a sheet their names as well."""
    found = [each.tag for each in recommendation.taggings.all() if each.tag.kind == TagKind.SDG]
    figures = sorted({tag.code for tag in found}, key=lambda code: code.zfill(2))
    named = dict.fromkeys(tag_name(tag.kind, tag.code, tag.name) for tag in found)
    return Cell(cell(", ".join(figures)).text, "; ".join(named))


def _told(response: Response, language: str, shared: Collection[str]) -> Iterator[Iterable[Run]]:
    if response.claim != Claim.NONE:
        yield (Run(response.get_claim_display()),)
    own = response.words if len(response.words.split()) > 1 and response.words not in shared else ""
    for words in filter(None, (own, response.reason)):
        yield Run("“"), Run(words, language), Run("”")
    if response.source:
        yield (Run(response.source, soft=True),)


def _earlier(recommendation: Recommendation) -> Runs:
    review = recommendation.review
    told = {
        "cycle": review.cycle,
        "number": recommendation.number,
        "position": recommendation.get_position_display(),
    }
    said = (
        _("Cycle %(cycle)s, %(number)s: %(position)s") if recommendation.number else _("Cycle %(cycle)s: %(position)s")
    )
    return runs(Run(said % told, link=address("record:recommendation", *recommendation.key.split("/", 2))))


def place(recommendation: Recommendation) -> str:
    """Return State, cycle and number."""
    return place_of(recommendation.review.state, recommendation.review.cycle, recommendation.number)
