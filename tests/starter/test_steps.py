"""Steps tell how far they are; a failure is a sentence, with the whole story in a log."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from starter import children, steps
from starter.children import Children
from starter.steps import Steps, Stopped, run_quietly

FAILS = [sys.executable, "-c", "print('the disk is full'); raise SystemExit(3)"]


@pytest.fixture(autouse=True)
def _logs_of_our_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (steps, children):
        monkeypatch.setattr(module, "LOGS", tmp_path / "logs")
        monkeypatch.setattr(module, "ROOT", tmp_path)


def test_a_step_tells_its_place_and_its_seconds(capsys: pytest.CaptureFixture[str]) -> None:
    count = Steps(2)
    with count.step("Making the environments"):
        pass
    assert capsys.readouterr().out.startswith("1/2 Making the environments ... 0.")


def test_a_failure_says_what_to_do_and_where_the_whole_story_is() -> None:
    with pytest.raises(Stopped) as stopped:
        run_quietly(FAILS, log="copying", otherwise="Make room and start again.")
    sentence, story, end = str(stopped.value).splitlines()
    assert sentence == "Make room and start again."
    assert story == "The whole story is in logs/copying.log; it ends:"
    assert end == "  | the disk is full"


def test_a_program_that_is_not_there_is_a_failure_like_others() -> None:
    with pytest.raises(Stopped, match="Install it"):
        run_quietly(["no-such-program-anywhere"], log="missing", otherwise="Install it.")


def test_a_child_that_ends_by_itself_is_told_with_its_last_words() -> None:
    with Children({}) as family:
        family.start("worker", FAILS)
        family.running["worker"].wait()
        with pytest.raises(Stopped, match=r"The worker ended by itself \(exit status 3\)(.|\n)*the disk is full"):
            family.check()


def test_no_child_outlives_its_parent() -> None:
    with Children({}) as family:
        family.start("server", [sys.executable, "-c", "import time; time.sleep(600)"])
        server = family.running["server"]
        family.check()
    assert server.returncode is not None
