"""Answers that one document gives, put together per recommendation before they meet what is known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from suivi.intake.plan.board import Board
from suivi.intake.plan.changes import Difference, NewAnswer, Plan, Remark, Source
from suivi.intake.plan.known import KnownAnswer, KnownRecommendation
from suivi.intake.plan.likeness import letters
from suivi.intake.plan.stages import combined, given_on
from suivi.intake.rules import Verdict
from suivi.record.rules import Claim, Position, Stage
from undocs.document import Kind

_OWN_WORDS = (Kind.ADDENDUM, Kind.WORKING_GROUP_REPORT)
"""Documents in which the State itself speaks; the word of a list is OHCHR's."""


@dataclass(slots=True)
class Given:
    """One answer as a line of a document gives it."""

    position: Position
    words: str = ""
    reason: str = ""
    claim: Claim = Claim.NONE
    source: str = ""
    page: int | None = None
    entry: int = 0


@dataclass(slots=True)
class Answers:
    """What one document answers, by recommendation, part and stage: several lines may speak of the same."""

    source: Source
    given: dict[tuple[str, int | None, Stage], list[Given]] = field(default_factory=dict)

    def add(self, known: KnownRecommendation, part: int | None, stage: Stage, given: Given) -> None:
        """Note an answer; "no answer yet" is none."""
        if given.position is not Position.PENDING:
            self.given.setdefault((known.key, part, stage), []).append(given)

    def settle(self, board: Board, plan: Plan) -> None:
        """Bring every answer that says something new into the plan and onto the board."""
        for (key, part, stage), given in self.given.items():
            answer = _as_one(self.source.origin, part, stage, given, given_on(stage, board.review))
            self._settle(plan, board.keys[key], answer, given)

    def _settle(self, plan: Plan, known: KnownRecommendation, answer: KnownAnswer, given: list[Given]) -> None:
        if len({each.position for each in given}) > 1 and answer.stage is not Stage.CODED:
            plan.remarks.append(Remark("both", {"number": known.number, "document": self.source.title}))
        before = [each for each in known.answers if (each.part, each.stage) == (answer.part, answer.stage)]
        mine = next((each for each in before if each.origin == answer.origin), None)
        verdict = Verdict.SAME
        if mine:
            if mine.position is not answer.position:
                verdict = Verdict.DIFFERS
                difference = Difference(answer.origin, known.key, "position", mine.position, answer.position)
                plan.differences.append(difference)
        elif not any(_says_as_much(each, answer, own_words=self._own_words) for each in before):
            verdict = Verdict.ADDS
            self._contradictions(plan, known, before, answer)
            known.answers.append(answer)
            plan.answers.append(_change(known.key, answer, given))
        for each in given:
            plan.judge(each.entry, verdict, known.key)

    @property
    def _own_words(self) -> bool:
        return self.source.document.kind in _OWN_WORDS

    def _contradictions(
        self, plan: Plan, known: KnownRecommendation, before: list[KnownAnswer], answer: KnownAnswer
    ) -> None:
        others = {each.position for each in before} - {answer.position}
        if others and answer.stage is not Stage.CODED:
            params = {
                "number": known.number,
                "document": self.source.title,
                "told": answer.position,
                "recorded": min(others),
            }
            plan.remarks.append(Remark("contradiction", params))


def _as_one(origin: str, part: int | None, stage: Stage, given: list[Given], day: date | None) -> KnownAnswer:
    return KnownAnswer(
        stage=stage,
        position=combined(each.position for each in given),
        origin=origin,
        part=part,
        given_on=day,
        words=_joined(each.words for each in given),
        reason=_joined(each.reason for each in given),
        claim=next((each.claim for each in given if each.claim), Claim.NONE),
    )


def _joined(texts: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(text for text in texts if text))


def _says_as_much(known: KnownAnswer, answer: KnownAnswer, *, own_words: bool) -> bool:
    """Say whether an answer is known already: same position, and no claim, reason or word of the State beyond it."""
    return (
        known.position is answer.position
        and answer.claim in {Claim.NONE, known.claim}
        and letters(answer.reason) in {"", letters(known.reason)}
        and (not own_words or letters(answer.words) in {"", letters(known.words)})
    )


def _change(key: str, answer: KnownAnswer, given: list[Given]) -> NewAnswer:
    return NewAnswer(
        origin=answer.origin,
        key=key,
        stage=answer.stage,
        position=answer.position,
        part=answer.part,
        given_on=answer.given_on,
        words=answer.words,
        reason=answer.reason,
        claim=answer.claim,
        source=next((each.source for each in given if each.source), "")[:200],
        page=next((each.page for each in given if each.page), None),
    )
