"""An old phone that runs no script: everything works by links and forms, a page at a time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from pytest_django import Settings

from suivi.coalitions.tests.factories import PASSWORD, make_member
from suivi.common.jobs.loop import run_worker
from suivi.demo.papers import write_papers
from suivi.demo.story import compose
from tests.journeys.visitor import Visitor

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
CONFIRM = "main form[action$='/confirm/'] .btn"


def test_a_review_is_brought_searched_and_read_without_any_script(
    somebody: Callable[..., Visitor], tmp_path: Path, settings: Settings
) -> None:
    settings.SECOND_FACTOR = False  # its codes are typed in the other stories
    make_member("lina", role="convenor", second_factor=False)
    lina = somebody("phone", java_script_enabled=False)
    _given_she_signs_in(lina)
    _when_she_brings_a_list_and_looks_again_until_it_is_read(lina, tmp_path)
    _then_she_searches_and_filters_by_the_form(lina)
    _and_chooses_several_and_takes_them_along(lina)


def _given_she_signs_in(lina: Visitor) -> None:
    lina.goes_to("/account/login/")
    lina.fills(login="lina", password=PASSWORD)
    lina.presses("main form:has([name='password']) .btn")


def _when_she_brings_a_list_and_looks_again_until_it_is_read(lina: Visitor, folder: Path) -> None:
    lina.goes_to("/import/")
    lina.brings(write_papers(compose(date(2026, 5, 1))[0], folder)[-1])
    lina.presses("main form .btn")
    run_worker(until_idle=True)
    lina.waits_for(CONFIRM)
    lina.presses(CONFIRM)
    run_worker(until_idle=True)
    lina.waits_for("main a[href*='XOR']")


def _then_she_searches_and_filters_by_the_form(lina: Visitor) -> None:
    lina.goes_to("/recommendations/")
    lina.fills(q="torture")
    lina.page.locator("main summary").first.click()
    lina.fills(position="noted")
    lina.presses("#search .btn")
    assert "q=torture" in lina.page.url
    assert "position=noted" in lina.page.url
    assert lina.finds(".recommendations li") >= 1
    assert lina.finds(".recommendations li:not(:has(.noted))") == 0


def _and_chooses_several_and_takes_them_along(lina: Visitor) -> None:
    lina.page.locator("[name='pick']").first.check()
    lina.presses(".picking .btn")
    assert lina.finds("main a[href*='selected.csv']") == 1
