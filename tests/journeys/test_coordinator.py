"""The day after a review: a coordinator starts from nothing, and works on her own review three minutes later."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from pytest_django import Settings

from suivi.coalitions.first_code import make_first_code
from suivi.common.jobs.loop import run_worker
from suivi.demo.papers import write_papers
from suivi.demo.story import compose
from tests.journeys.visitor import Visitor

PASSWORD = "a long way to Geneva 26"
CHINESE = "134.900 采取进一步措施，防止酷刑，并批准《禁止酷刑公约任择议定书》(法国)；"

CONFIRM = "main form[action$='/confirm/'] .btn"

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("window", ["wide", "phone", "arabic"])
def test_a_coordinator_brings_the_documents_and_finds_what_the_state_said(
    somebody: Callable[..., Visitor], window: str, tmp_path: Path, settings: Settings
) -> None:
    settings.DEMO = True  # so that invented States may be chosen
    mara = somebody(window)
    _given_she_founds_the_coalition_with_the_code_of_the_terminal(mara)
    _and_sets_up_a_second_factor(mara)
    _when_she_brings_report_and_list_and_confirms_what_was_read(mara, tmp_path)
    _then_she_finds_torture_and_sees_what_the_state_said_when(mara)
    _and_the_desk_says_what_is_due_next(mara)
    _when_she_brings_a_chinese_text(mara, tmp_path)
    _then_she_finds_it_by_a_chinese_word(mara)


def _given_she_founds_the_coalition_with_the_code_of_the_terminal(mara: Visitor) -> None:
    code = make_first_code()
    assert code
    mara.goes_to("/start/")
    mara.fills(code=code, coalition="Orvana Rights Coalition", state="XOR")
    mara.fills(name="Mara", handle="mara", password=PASSWORD, again=PASSWORD)
    mara.presses("main form .btn")


def _and_sets_up_a_second_factor(mara: Visitor) -> None:
    mara.presses("main a[href$='/factors/app/activate/']")
    secret = mara.page.locator("#key").input_value()
    counter = next(iter(yield_hotp_counters_from_time()))
    mara.fills(code=format_hotp_value(hotp_value(secret, counter)))
    mara.presses("main form .btn")
    assert mara.goes_to("/") == 200


def _when_she_brings_report_and_list_and_confirms_what_was_read(mara: Visitor, folder: Path) -> None:
    newest = compose(date(2026, 5, 1))[-1]
    mara.goes_to("/import/")
    mara.brings(*write_papers(newest, folder))
    mara.presses("main form .btn")
    run_worker(until_idle=True)
    mara.waits_for(CONFIRM)
    assert mara.reads("231")
    mara.presses(CONFIRM)
    run_worker(until_idle=True)
    mara.waits_for("main a[href*='XOR']")


def _then_she_finds_torture_and_sees_what_the_state_said_when(mara: Visitor) -> None:
    mara.goes_to("/recommendations/?q=torture")
    assert mara.reads("Convention against Torture")
    mara.presses("main a[href*='/recommendations/XOR/4/']")
    assert mara.finds("main blockquote") >= 1


def _and_the_desk_says_what_is_due_next(mara: Visitor) -> None:
    mara.goes_to("/")
    assert mara.finds("main svg") >= 1
    assert mara.finds("main .dated li") >= 3
    mara.goes_to("/calendar/")
    mara.goes_to("/reviews/XOR/4/outcome/")
    assert mara.reads("143")


def _when_she_brings_a_chinese_text(mara: Visitor, folder: Path) -> None:
    paper = folder / "chinese.txt"
    paper.write_text(CHINESE, encoding="utf8")
    mara.goes_to("/import/")
    mara.brings(paper)
    mara.presses("main form .btn")
    run_worker(until_idle=True)
    mara.waits_for("main [name='file-1-state']")
    mara.fills(**{"file-1-state": "XOR", "file-1-cycle": "4"})
    mara.presses("main form[action$='/review/'] .btn")
    run_worker(until_idle=True)
    mara.waits_for(f"{CONFIRM}:not([disabled])")
    mara.presses(CONFIRM)
    run_worker(until_idle=True)
    mara.waits_for("main .actions a[href='/import/']")


def _then_she_finds_it_by_a_chinese_word(mara: Visitor) -> None:
    mara.goes_to("/recommendations/?q=酷刑")
    assert mara.reads("134.900")
