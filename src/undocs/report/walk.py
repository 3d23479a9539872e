"""Walks through the conclusions: lead-ins, the items under them, what is said of items above, the closing paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from undocs.report import named
from undocs.report.citations import citations
from undocs.report.conclusions import Block, Item, Remark, ends_with_states
from undocs.report.flow import Passage
from undocs.report.labels import Label, Sort, split
from undocs.report.lead_ins import Saying, says

# From one lead-in to the next, the numbers of paragraphs grow by no more than this.
_PARAGRAPH_STEP = 12
# The numbers of items grow by one; a few may be missing.
_ITEM_STEP = 4
_LONGEST_HEADING = 90
# How a passage begins that goes on with the one above: "republic", "(Chile)"
_BEGINS_SMALL = re.compile(r"[a-zà-öø-ÿа-я(（,;]")


class Walk:
    """A walk through the passages of the conclusions: `blocks` and `remarks` hold what was met."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.blocks: list[Block] = []
        self.remarks: list[Remark] = []
        self.paragraph: int | None = None
        self.heading: str | None = None
        self.closed = False

    def through(self, passages: Iterable[Passage]) -> None:
        """Take these passages, up to the closing paragraph."""
        for passage in passages:
            self.step(passage)
            if self.closed:
                break

    def step(self, passage: Passage) -> None:
        """Take one passage."""
        label, text = split(passage.text)
        label = label.under(self.paragraph)
        if self.may_lead(label) and self.lead(label, text, passage.page):
            return
        if passage.is_heading or self.is_heading(label, text):
            self.heading = text
        elif self.is_item(label, text):
            self.add(label, text, passage)
        else:
            self.go_on(label, passage.text)

    def is_heading(self, label: Label, text: str) -> bool:
        """Return whether a passage, set as the text is, only heads the items after it."""
        return label.sort is Sort.NONE and len(text) <= _LONGEST_HEADING and text[-1:].isalpha() and self.complete()

    # Lead-ins

    def may_lead(self, label: Label) -> bool:
        """Return whether a passage with this label may be a paragraph of the report rather than an item."""
        if label.sort is Sort.NONE:
            return self.complete()
        if label.sort is not Sort.PLAIN:
            return False
        return self.paragraph is None or self.paragraph < label.paragraph <= self.paragraph + _PARAGRAPH_STEP

    def lead(self, label: Label, text: str, page: int | None) -> bool:
        """Take a passage as a lead-in, a remark or the closing paragraph; False where it is none of them."""
        saying = says(text, self.language)
        self.closed = saying.closing
        if self.closed:
            return True
        numbers = self.known_numbers(text)
        if not self.leads(label, text, saying, numbers):
            return False
        number = label.paragraph or None
        self.paragraph = number or self.paragraph
        if numbers:
            self.remarks.append(Remark(number, text, saying, page, numbers))
        elif self.answers_above(text, saying):
            self.answer_above(saying, text)
        else:
            self.blocks.append(Block(number, text, saying, page))
            self.heading = None
        return True

    def leads(self, label: Label, text: str, saying: Saying, numbers: list[str]) -> bool:
        """Return whether a passage speaks of recommendations, rather than being one."""
        if ends_with_states(text, self.language):
            return False
        if label.sort is Sort.NONE:
            return saying.position is not None and (saying.listed or saying.above)
        introduces = text.endswith((":", "：")) and not self.comes_next(label.paragraph)
        speaks = saying.position is not None or saying.listed or saying.above
        return self.paragraph is None or speaks or introduces or bool(numbers)

    def known_numbers(self, text: str) -> list[str]:
        """Return the numbers of items above that a paragraph names."""
        named_dotted, named_plain = set(named.dotted(text)), set(named.plain(text))
        return [
            item.number(block.number)
            for block in self.blocks
            for item in block.items
            if (item.label.paragraph, *item.label.item) in named_dotted
            or (item.label.sort is Sort.PLAIN and block is self.blocks[-1] and item.label.paragraph in named_plain)
        ]

    def answers_above(self, text: str, saying: Saying) -> bool:
        """Return whether a paragraph answers the lists above it, rather than places that it cites."""
        listed = any(block.items for block in self.blocks)
        return listed and saying.above and saying.position is not None and not citations(text, before=self.paragraph)

    def answer_above(self, saying: Saying, text: str) -> None:
        """Give what is said of the lists above to those that still have no answer, or else a claim to the last."""
        waiting = [block for block in self.blocks if block.saying.position is None]
        for block in waiting or self.blocks[-1:]:
            if waiting or saying.claim:
                block.saying, block.lead_in = saying, f"{block.lead_in} {text}"

    # Items

    def is_item(self, label: Label, text: str) -> bool:
        """Return whether a passage is an item of the list under the last lead-in."""
        if label.sort is Sort.DOTTED:
            self.follow(label)
            return True
        if not self.blocks:
            return False
        block = self.blocks[-1]
        if label.sort is Sort.PLAIN:
            return self.comes_next(label.paragraph) or ends_with_states(text, self.language)
        if block.numbered:
            return False
        if label.sort in (Sort.LETTER, Sort.BULLET):
            return True
        return self.complete() and ends_with_states(text, self.language)

    def follow(self, label: Label) -> None:
        """Give `96.1` a block of its own where no lead-in with the number 96 was met."""
        if self.blocks and self.blocks[-1].number is None and not self.blocks[-1].items:
            self.blocks[-1].number = label.paragraph
        elif not self.blocks or (label.paragraph > (self.paragraph or 0) and not self.slips(label)):
            self.blocks.append(Block(label.paragraph, "", Saying(), None))
        else:
            return
        self.paragraph = label.paragraph

    def slips(self, label: Label) -> bool:
        """Return whether only the paragraph's number is wrong: `85.75` after `86.74`."""
        items = self.blocks[-1].items if self.blocks else []
        if not items or items[-1].label.sort is not Sort.DOTTED or label.sort is not Sort.DOTTED:
            return False
        above = items[-1].label
        return label.paragraph != above.paragraph and label.item[-1] == above.item[-1] + 1

    def add(self, label: Label, text: str, passage: Passage) -> None:
        """Add an item; a slip in the paragraph's number is put right and said."""
        item = Item(label, text, passage.text, passage.page, self.heading)
        items = self.blocks[-1].items
        if self.slips(label):
            item.label = replace(label, paragraph=items[-1].label.paragraph)
            item.doubts.append(f"The report writes {label} after {items[-1].label}: it was read as {item.label}.")
        items.append(item)

    def comes_next(self, number: int) -> bool:
        """Return whether a plain number continues the list, or begins one."""
        items = (item for block in self.blocks for item in block.items)
        counted = [item.label.paragraph for item in items if item.label.sort is Sort.PLAIN]
        last = counted[-1] if counted else 0
        return last < number <= last + _ITEM_STEP or (number == 1 and bool(self.blocks) and not self.blocks[-1].items)

    def complete(self) -> bool:
        """Return whether the last item, if any, has its States."""
        if not self.blocks or not self.blocks[-1].items:
            return True
        return ends_with_states(self.blocks[-1].items[-1].text, self.language)

    def go_on(self, label: Label, text: str) -> None:
        """Add a passage to the item it belongs to; what the State remarks beside the list is left out."""
        if not self.blocks or not self.blocks[-1].items or label.sort is Sort.PLAIN:
            return
        if _BEGINS_SMALL.match(text) or not self.complete() or ends_with_states(text, self.language):
            item = self.blocks[-1].items[-1]
            item.text, item.written = f"{item.text} {text}", f"{item.written} {text}"
