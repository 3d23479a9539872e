"""What came of the tests: counted, and with every reason why something was skipped."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as ET


@dataclass
class Outcome:
    """Counts of one lane, or of several added up. `left_out` are sentences about what did not run at all."""

    passed: int = 0
    failed: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    left_out: list[str] = field(default_factory=list)

    def __add__(self, other: Outcome) -> Outcome:
        return Outcome(
            self.passed + other.passed,
            self.failed + other.failed,
            self.skipped + other.skipped,
            self.left_out + other.left_out,
        )

    @property
    def is_good(self) -> bool:
        """Whether tests ran and none failed."""
        return self.passed > 0 and self.failed == 0

    def told(self) -> str:
        """Return what was skipped and why, then one closing line."""
        lines = [f"  {sentence}" for sentence in self.left_out]
        lines += [f"  {count} x {reason}" for reason, count in sorted(self.skipped.items())]
        head = ["", "Skipped, and why:", *lines] if lines else ["", "Nothing was skipped."]
        return "\n".join([*head, f"{self.passed} passed, {self.failed} failed, {self.skipped.total()} skipped"])


def read_outcome(results: Path, exit_status: int) -> Outcome:
    """Count pytest's own results (JUnit XML). A run that broke off, or ran nothing, counts as one failure."""
    outcome = Outcome()
    if results.exists():
        # Written a moment ago by our own run: nothing of a stranger's is read here.
        for case in ET.parse(results).iter("testcase"):  # noqa: S314
            _count(case, outcome)
    if exit_status and not outcome.failed:
        outcome.failed = 1
        outcome.left_out.append(f"pytest broke off (exit status {exit_status}); its own words are above.")
    return outcome


def _count(case: ET.Element, outcome: Outcome) -> None:
    skipped = case.find("skipped")
    if case.find("failure") is not None or case.find("error") is not None:
        outcome.failed += 1
    elif skipped is not None:
        outcome.skipped[(skipped.get("message") or "no reason given").strip()] += 1
    else:
        outcome.passed += 1
