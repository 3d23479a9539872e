"""Somebody at a browser: goes, fills in, presses, reads; each step ends with the accessibility check."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text(encoding="utf8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
VIOLATIONS = """rules => axe.run(document, {runOnly: rules}).then(found => found.violations.flatMap(
    rule => rule.nodes.map(node => rule.id + ': ' + node.target.join(' '))))"""
NO_LINE = "net::ERR_INTERNET_DISCONNECTED"
"""What the browser itself says of a line that a story cuts."""
TOO_WIDE = "() => document.documentElement.scrollWidth - innerWidth"


@dataclass
class Visitor:
    """A person at a browser window. `complaints` gathers what the browser's console said against the page.

    Things on the page are named by where they stand (CSS), not by their words: the same story is told in any language.
    """

    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)
    expects_refusals: bool = False
    """A browser's console complains of each page that answers 403 or 404; then that is what the story wants."""

    runs_scripts: bool = True
    """Where no script runs, none of ours can look at the page from inside either."""

    def hears(self, complaint: str) -> None:
        """Note what the console says against the page."""
        refused = self.expects_refusals and "the server responded with a status of 40" in complaint
        if not refused and NO_LINE not in complaint:
            self.complaints.append(complaint)

    def goes_to(self, path: str) -> int:
        """Open a page of ours, look at it, and return its status."""
        answer = self.page.goto(self.address + path)
        self.sees_a_sound_page()
        return answer.status if answer else 0

    def fills(self, **answers: str) -> None:
        """Type or choose answers in the fields of these names."""
        for name, answer in answers.items():
            box = self.page.locator(f"main [name='{name}']").first
            choice = self.page.locator(f"main select[name='{name}']").first
            if choice.count():
                choice.select_option(answer)
            else:
                box.fill(answer)

    def brings(self, *papers: Path) -> None:
        """Choose files, as dropping them does."""
        self.page.locator("main input[type='file']").set_input_files([str(paper) for paper in papers])

    def presses(self, what: str) -> None:
        """Press the first such button or link, wait for the next page, and look at it."""
        with self.page.expect_navigation():
            self.page.locator(what).first.click()
        self.sees_a_sound_page()

    def waits_for(self, what: str) -> None:
        """Wait until such a thing stands on the page that keeps itself up to date, and look at it."""
        self.page.locator(what).first.wait_for()
        self.page.wait_for_load_state()
        self.sees_a_sound_page()

    def reads(self, words: str) -> bool:
        """Say whether these words stand on the page, waiting a moment for parts that still come."""
        self.page.locator("main").get_by_text(words).first.wait_for(timeout=5000)
        return True

    def finds(self, what: str) -> int:
        """Return how many such things stand on the page."""
        return self.page.locator(what).count()

    def sees_a_sound_page(self) -> None:
        """Check accessibility (WCAG 2.2 A and AA), the width of the page, and the console."""
        if not self.runs_scripts:
            return
        self.page.evaluate(AXE)
        assert self.page.evaluate(VIOLATIONS, RULES) == [], self.page.url
        assert self.page.evaluate(TOO_WIDE) <= 0, f"{self.page.url} is wider than the screen"
        assert self.complaints == []
