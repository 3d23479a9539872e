"""What a plan is made of: what comes in, what would be added, and what differs but is never overwritten."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import undocs
from suivi.intake.plan.known import KnownRecommendation
from suivi.intake.rules import Verdict
from suivi.record.rules import Claim, Position, Stage, TagKind


@dataclass(slots=True)
class Source:
    """One document of an import, with what it says of this review only.

    `origin` names it (`document:7` where the record has it already, else `file:3`). `entries` and `answer_entries` are
    the ids under which each recommendation and answer is shown to the person, in the order of the document.
    """

    origin: str
    name: str
    document: undocs.Document
    entries: list[int] = field(default_factory=list)
    answer_entries: list[int] = field(default_factory=list)

    @property
    def title(self) -> str:
        """What to cite: its symbol where it has one of its own (a list bears that of its report), else its name."""
        own = self.document.kind in {undocs.Kind.WORKING_GROUP_REPORT, undocs.Kind.ADDENDUM}
        return (own and self.document.symbol) or self.name


STRENGTH = (Verdict.SAME, Verdict.ADDS, Verdict.NEW, Verdict.DIFFERS, Verdict.NOWHERE)
"""Of several verdicts on one line, the last of these is shown."""


@dataclass(slots=True)
class NewRecommendation:
    """A recommendation that the record does not have."""

    origin: str
    known: KnownRecommendation
    heading: str = ""
    page: int | None = None
    as_written: str = ""


@dataclass(slots=True)
class NewNumber:
    """A recommendation that only exports had told: now a document gives its number and wording."""

    origin: str
    old_key: str
    key: str
    number: str
    order: int
    wording: str


@dataclass(slots=True)
class NewAnswer:
    """An answer that the record does not have, to a recommendation or one of its parts (its place, from 1)."""

    origin: str
    key: str
    stage: Stage
    position: Position
    part: int | None = None
    given_on: date | None = None
    words: str = ""
    reason: str = ""
    claim: Claim = Claim.NONE
    source: str = ""
    page: int | None = None


@dataclass(slots=True)
class NewTag:
    """A tag that a recommendation does not have yet."""

    origin: str
    key: str
    kind: TagKind
    scheme: str
    name: str
    code: str = ""


@dataclass(slots=True)
class NewPledge:
    """A voluntary pledge that the record does not have."""

    origin: str
    order: int
    text: str
    page: int | None = None


@dataclass(slots=True)
class Difference:
    """What the record says and what a document says; shown, never overwritten. `field` is a field of the record."""

    origin: str
    thing: str
    field: str
    recorded: str
    told: str


@dataclass(slots=True)
class Remark:
    """What does not reconcile, or what a person should know: a code, and what its sentence needs."""

    code: str
    params: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Plan:
    """Everything that the documents would change in one review."""

    state: str
    cycle: int
    is_new: bool
    facts: dict[str, date | str | int] = field(default_factory=dict)
    recommendations: list[NewRecommendation] = field(default_factory=list)
    numbers: list[NewNumber] = field(default_factory=list)
    answers: list[NewAnswer] = field(default_factory=list)
    tags: list[NewTag] = field(default_factory=list)
    states: dict[str, list[str]] = field(default_factory=dict)
    """Key of a recommendation -> States to add: where it had none, or only those that an export knew."""
    categories: dict[str, int] = field(default_factory=dict)
    """Key of a recommendation -> action category, where it had none."""
    pledges: list[NewPledge] = field(default_factory=list)
    positions: dict[str, Position] = field(default_factory=dict)
    """Key of a recommendation that changes -> the position that counts from then on."""
    differences: list[Difference] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    verdicts: dict[int, tuple[Verdict, str]] = field(default_factory=dict)
    """Id of an entry -> what it would do, and the key of its recommendation."""
    agreeing: int = 0
    """Wordings that the record has just so."""

    def judge(self, entry: int, verdict: Verdict, key: str) -> None:
        """Keep the stronger of the verdicts on one line."""
        before = self.verdicts.get(entry, (Verdict.SAME, ""))[0]
        self.verdicts[entry] = (max(before, verdict, key=STRENGTH.index), key)

    def counts(self) -> dict[str, int]:
        """Return how many of each kind of change there are."""
        return {
            "recommendations": len(self.recommendations),
            "numbers": len(self.numbers),
            "answers": len(self.answers),
            "tags": len(self.tags),
            "pledges": len(self.pledges),
            "facts": len(self.facts),
            "details": len(self.states) + len(self.categories),
            "same": sum(verdict is Verdict.SAME for verdict, _key in self.verdicts.values()),
            "differences": len(self.differences),
        }

    @property
    def changes_nothing(self) -> bool:
        """Whether the record would stay as it is."""
        return not any(count for what, count in self.counts().items() if what not in {"same", "differences"})
