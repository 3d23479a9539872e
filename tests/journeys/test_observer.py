"""A person without rights: she reads everything the United Nations published, and is told why she changes nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from suivi.coalitions.tests.factories import PASSWORD, make_coalition, make_member
from suivi.record.models import SavedView
from suivi.record.tests.factories import make_recommendation
from tests.journeys.visitor import Visitor

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("window", ["wide", "phone", "arabic"])
def test_an_observer_reads_and_is_told_why_she_may_not_change(somebody: Callable[..., Visitor], window: str) -> None:
    found = make_recommendation(number="128.4", text="Ratify the Optional Protocol to the Convention against Torture")
    theirs = _something_of_another_coalition()
    make_member("heron", role="observer", second_factor=False)
    heron = somebody(window)
    _given_she_signs_in(heron)
    _then_she_reads_the_list_and_the_recommendation(heron, found.key)
    _but_bringing_documents_is_closed_and_says_why(heron)
    _and_correcting_is_refused_in_a_sentence(heron, found.key)
    _and_what_belongs_to_another_coalition_is_not_there(heron, theirs.key)


def _something_of_another_coalition() -> SavedView:
    stranger = make_member("stranger", coalition=make_coalition("Another coalition"))
    return SavedView.objects.create(
        coalition=stranger.coalition, owner=stranger.person, name="Not hers", query="text=torture", for_coalition=True
    )


def _given_she_signs_in(heron: Visitor) -> None:
    heron.goes_to("/account/login/")
    heron.fills(login="heron", password=PASSWORD)
    heron.presses("main form:has([name='password']) .btn")


def _then_she_reads_the_list_and_the_recommendation(heron: Visitor, key: str) -> None:
    assert heron.goes_to("/recommendations/?q=torture") == 200
    heron.presses(f"main a[href*='/recommendations/{key}/']")
    assert heron.reads("Optional Protocol")
    assert heron.finds("main a[href$='/text/']") == 0


def _but_bringing_documents_is_closed_and_says_why(heron: Visitor) -> None:
    heron.expects_refusals = True
    assert heron.goes_to("/import/") == 403
    assert heron.finds("main .lead p") >= 1


def _and_correcting_is_refused_in_a_sentence(heron: Visitor, key: str) -> None:
    assert heron.goes_to(f"/recommendations/{key}/text/") == 403
    assert heron.finds("main .lead p") >= 1


def _and_what_belongs_to_another_coalition_is_not_there(heron: Visitor, key: str) -> None:
    assert heron.goes_to(f"/recommendations/views/{key}/") == 404
    theirs = heron.page.inner_text("main")
    assert heron.goes_to("/recommendations/views/nothing234/") == 404
    assert heron.page.inner_text("main") == theirs
