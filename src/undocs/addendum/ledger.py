"""What an addendum answered, number by number: lists, headings and prose brought together."""

from __future__ import annotations

from dataclasses import dataclass, field

from undocs.addendum.prose import read_prose, read_whole
from undocs.addendum.words import Says
from undocs.document import Answer, Claim, Position


@dataclass(slots=True)
class Ruling:
    """A position that holds for many numbers, of a list or of a heading over what follows, in the State's words."""

    position: Position
    claim: Claim | None
    words: str
    page: int | None = None
    paragraph: str | None = None


@dataclass(slots=True)
class Reply:
    """Prose that answers some numbers. `general` prose follows a list, and gives way to prose about a single number."""

    heading: Ruling | None
    page: int | None
    paragraph: str | None
    texts: list[str] = field(default_factory=list)
    general: bool = False


@dataclass(slots=True)
class Ledger:
    """Every number answered, in the order of the document, with the ruling and the reply that concern it."""

    language: str = "en"
    rulings: dict[str, Ruling] = field(default_factory=dict)
    replies: dict[str, Reply] = field(default_factory=dict)
    numbers: dict[str, None] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)

    def rule(self, number: str, ruling: Ruling) -> None:
        """Put down that a list names a number; a second list with another position is a warning."""
        self.numbers.setdefault(number)
        earlier = self.rulings.setdefault(number, ruling)
        if earlier.position is not ruling.position:
            self.warnings.append(f"{number} stands in two lists: once {earlier.position}, once {ruling.position}.")

    def reply(self, number: str, reply: Reply) -> None:
        """Put down that prose answers a number; the prose about the number itself is kept."""
        self.numbers.setdefault(number)
        earlier = self.replies.get(number)
        if earlier is None or earlier.general or not earlier.texts:
            reply.heading = reply.heading or (earlier.heading if earlier else None)
            self.replies[number] = reply
        elif not reply.general and reply.texts:
            self.warnings.append(f"{number} is answered more than once; the first answer was taken.")

    def answers(self) -> list[Answer]:
        """Return one answer for each set of numbers that share ruling and reply."""
        groups: dict[tuple[int, int], list[str]] = {}
        for number in self.numbers:
            groups.setdefault((id(self.rulings.get(number)), id(self.replies.get(number))), []).append(number)
        return [self._answer(numbers) for numbers in groups.values()]

    def _answer(self, numbers: list[str]) -> Answer:
        reply = self.replies.get(numbers[0]) or Reply(None, None, None)
        ruling = self.rulings.get(numbers[0]) or reply.heading
        text = "\n".join(reply.texts)
        prose = read_prose(text, self.language)
        if ruling is None and prose.position is None:
            prose = read_whole(text, self.language)
        position = prose.position
        if ruling:
            position = Position.PARTIALLY_SUPPORTED if Says.IN_PART in prose.says else ruling.position
        if position is None:
            self.warnings.append(f"{', '.join(numbers)}: the answer does not say whether it is supported or noted.")
        elif prose.position not in (None, position):
            self.warnings.append(
                f"{', '.join(numbers)}: listed as {position}, but the prose reads as {prose.position}."
            )
        listed = self.rulings.get(numbers[0])
        words = listed.words if listed else prose.words or (ruling.words if ruling else "")
        return Answer(
            numbers=numbers,
            position=position or Position.UNCLEAR,
            claim=prose.claim or (ruling.claim if ruling else None),
            as_written=words or prose.answer,
            reason=prose.answer if prose.answer and prose.answer != words else None,
            page=reply.page or (ruling.page if ruling else None),
            paragraph=reply.paragraph or (ruling.paragraph if ruling else None),
        )
