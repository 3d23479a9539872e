"""Walks through an addendum, passage by passage, and puts down which numbers are answered where."""

from __future__ import annotations

from dataclasses import dataclass

from undocs.addendum.headings import read_heading
from undocs.addendum.leads import Lead, own_number, read_lead
from undocs.addendum.ledger import Ledger, Reply, Ruling
from undocs.addendum.lists import Listed, read_lists
from undocs.addendum.style import Style
from undocs.report.flow import Passage


@dataclass(slots=True)
class Walk:
    """Where the reading stands: under which heading, in which paragraph, in whose answer.

    `open` is the answer that prose goes on with; `awaiting` are the numbers of a list that prose may still explain.
    """

    style: Style
    ledger: Ledger
    heading: Ruling | None = None
    paragraph: str | None = None
    open: Reply | None = None
    awaiting: tuple[str, ...] = ()

    def step(self, passage: Passage) -> None:
        """Take the next passage: an answer to numbers, a list, a heading, or more of what was begun."""
        text = self._after_own_number(passage.text)
        lead = None if passage.is_heading else read_lead(text, self.style)
        lists = self._lists(text)
        answered = [each for each in lists if each.position]
        if lead and not answered[1:]:
            self._reply(lead, passage)
        elif answered or (lists and self.heading and not self.open):
            self._rule(lists, passage)
        elif heading := read_heading(passage, text, self.ledger.language):
            self.heading = heading
            self.paragraph = None if passage.is_heading else self.paragraph
            self._close()
        elif passage.is_heading:
            self._close()
        else:
            self._carry_on(text, passage)

    def _after_own_number(self, text: str) -> str:
        """Return the text without the number of the paragraph itself, which closes the answers before it."""
        if self.style.plain_answers:
            return text
        number, rest = own_number(text)
        if number:
            self.paragraph = number
            self._close()
        return rest

    def _lists(self, text: str) -> list[Listed]:
        """Return the lists of a passage, but for those that name exceptions only."""
        lists = read_lists(text, self.style, self.ledger.language)
        if any(each.excepted for each in lists):
            self.ledger.warnings.append(f"Some numbers are named as exceptions, and were not read: “{text}”")
        return [each for each in lists if not each.excepted]

    def _close(self) -> None:
        """Let nothing that follows belong to the answers so far."""
        self.open, self.awaiting = None, ()

    def _reply(self, lead: Lead, passage: Passage) -> None:
        self.open = Reply(self.heading, passage.page or None, self.paragraph, [lead.prose] if lead.prose else [])
        self.awaiting = ()
        self._doubt(lead.doubtful)
        for number in lead.numbers:
            self.ledger.reply(number, self.open)

    def _rule(self, lists: list[Listed], passage: Passage) -> None:
        for each in lists:
            position = each.position or (self.heading.position if self.heading else None)
            if position is None:
                continue
            claim = each.claim or (self.heading.claim if self.heading and self.heading.position is position else None)
            ruling = Ruling(position, claim, each.sentence, passage.page or None, self.paragraph)
            self._doubt(each.doubtful)
            for number in each.numbers:
                self.ledger.rule(number, ruling)
        self.open = None
        self.awaiting = lists[0].numbers if len(lists) == 1 else ()

    def _carry_on(self, text: str, passage: Passage) -> None:
        """Add prose to the answer it belongs to: the one just begun, or that of the whole list above."""
        if self.open is None and self.awaiting:
            self.open = Reply(self.heading, passage.page or None, self.paragraph, general=True)
            for number in self.awaiting:
                self.ledger.reply(number, self.open)
        if self.open is not None:
            self.open.texts.append(text)

    def _doubt(self, ranges: tuple[str, ...]) -> None:
        self.ledger.warnings += [
            f"“{each}” cannot be a range of numbers; only its two ends were read." for each in ranges
        ]
