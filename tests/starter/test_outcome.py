"""What came of the tests is counted from pytest's own results, and every skip keeps its reason."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from starter.outcome import Outcome, read_outcome

RESULTS = """<testsuites><testsuite>
<testcase name="a"/><testcase name="b"/>
<testcase name="c"><failure message="no"/></testcase>
<testcase name="d"><error message="broken"/></testcase>
<testcase name="e"><skipped message="no corpus here"/></testcase>
<testcase name="f"><skipped message="no corpus here"/></testcase>
</testsuite></testsuites>"""


def test_tests_are_counted_by_what_came_of_them(tmp_path: Path) -> None:
    results = tmp_path / "results.xml"
    results.write_text(RESULTS, encoding="utf-8")
    assert read_outcome(results, 1) == Outcome(2, 2, Counter({"no corpus here": 2}))


def test_a_run_that_broke_off_counts_as_a_failure(tmp_path: Path) -> None:
    outcome = read_outcome(tmp_path / "never-written.xml", 4)
    assert (outcome.failed, outcome.is_good) == (1, False)


def test_a_run_without_any_test_is_not_good() -> None:
    assert not Outcome().is_good


def test_two_lanes_add_up_to_one_closing_line_with_the_reasons_above_it() -> None:
    both = Outcome(3, 0, Counter({"no corpus here": 1})) + Outcome(2, 0, Counter({"no corpus here": 1}), ["No server."])
    assert both.told().splitlines()[1:] == [
        "Skipped, and why:",
        "  No server.",
        "  2 x no corpus here",
        "5 passed, 0 failed, 2 skipped",
    ]
