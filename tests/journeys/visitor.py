"""Somebody at a browser: goes, fills in, presses, reads; each step ends with the accessibility check."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import axe_playwright_python

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text(encoding="utf8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
VIOLATIONS = """rules => axe.run(document, {runOnly: rules}).then(found => found.violations.flatMap(
    rule => rule.nodes.map(node => rule.id + ': ' + node.target.join(' '))))"""
TOO_WIDE = "() => document.documentElement.scrollWidth - innerWidth"


@dataclass
class Visitor:
    """A person at a browser window. `complaints` gathers what the browser's console said against the page."""

    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)

    def goes_to(self, path: str) -> None:
        """Open a page of ours and look at it."""
        self.page.goto(self.address + path)
        self.sees_a_sound_page()

    def fills(self, **answers: str) -> None:
        """Type answers into the fields of these names."""
        for name, answer in answers.items():
            box = self.page.locator(f"[name='{name}']").first
            if box.evaluate("box => box.tagName") == "SELECT":
                box.select_option(answer)
            else:
                box.fill(answer)

    def presses(self, words: str) -> None:
        """Press the button or link with these words, wait for the page, and look at it."""
        self._pressable(words).click()
        self.page.wait_for_load_state()
        self.sees_a_sound_page()

    def _pressable(self, words: str) -> Locator:
        button = self.page.get_by_role("button", name=words).first
        return button if button.count() else self.page.get_by_role("link", name=words).first

    def reads(self, words: str) -> bool:
        """Say whether these words stand on the page."""
        self.page.get_by_text(words).first.wait_for(timeout=5000)
        return True

    def does_not_read(self, words: str) -> bool:
        """Say whether these words are nowhere on the page."""
        return self.page.get_by_text(words).count() == 0

    def sees_a_sound_page(self) -> None:
        """Check accessibility (WCAG 2.2 A and AA), the width of the page, and the console."""
        self.page.evaluate(AXE)
        assert self.page.evaluate(VIOLATIONS, RULES) == []
        assert self.page.evaluate(TOO_WIDE) <= 0, f"{self.page.url} is wider than the screen"
        assert self.complaints == []
