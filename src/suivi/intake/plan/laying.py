"""Lays one document on the board: every line finds its recommendation or makes a new one, and says what it adds."""

from __future__ import annotations

from collections.abc import Iterator

from suivi.intake.plan.answering import Answers, Given
from suivi.intake.plan.board import Board
from suivi.intake.plan.changes import (
    Difference,
    NewNumber,
    NewPledge,
    NewRecommendation,
    NewTag,
    Plan,
    Remark,
    Source,
)
from suivi.intake.plan.known import KnownPart, KnownRecommendation
from suivi.intake.plan.likeness import fingerprint
from suivi.intake.plan.naming import is_full, key_of, place_of
from suivi.intake.plan.stages import EXPORTS, stage_of
from suivi.intake.plan.tags import tags_of
from suivi.intake.plan.telling import Row, Told, put_together
from suivi.intake.rules import Verdict
from suivi.record.rules import Claim, Position
from undocs.document import Answer


class Laying:
    """One document, the board it is laid on, and the plan that notes what it changes."""

    def __init__(self, board: Board, source: Source, plan: Plan) -> None:
        self.board = board
        self.source = source
        self.document = source.document
        self.plan = plan
        self.is_coded = source.document.kind in EXPORTS
        self.language = source.document.language or "en"
        self.answers = Answers(source)
        self.brought: set[str] = set()
        self.nowhere: list[str] = []

    def lay(self) -> None:
        """Go through the document: wordings first, then answers by number, then pledges."""
        for told in put_together(self.document.recommendations, self.source.entries):
            known = self.board.find(told, coded=self.is_coded, but=self.brought)
            if known is None:
                known = self._new(told)
            else:
                self._compare(told, known)
            self._tag(told, known)
            self._answers_beside(told, known)
        for answer, entry in zip(self.document.positions, self.source.answer_entries, strict=True):
            self._answers_by_number(answer, entry)
        if self.nowhere:
            params = {"numbers": self.nowhere, "document": self.source.title}
            self.plan.remarks.append(Remark("answered_nowhere", params))
        self.answers.settle(self.board, self.plan)
        self._pledge()

    def _judge(self, told: Told, verdict: Verdict, known: KnownRecommendation) -> None:
        for row in told.rows:
            self.plan.judge(row.entry, verdict, known.key)

    def _new(self, told: Told) -> KnownRecommendation:
        mark = fingerprint(told.text)
        known = KnownRecommendation(
            key=self._key(told, mark),
            number=told.number,
            order=place_of(told.number, self.board.orders),
            text=told.text,
            fingerprint=mark,
            language=self.language,
            is_coded=self.is_coded,
            states=told.states,
            parts=[KnownPart(part.text, part.states) for part in told.parts],
            action_category=told.first.action_category,
        )
        self.board.add(known)
        self.brought.add(known.key)
        written = "\n".join(dict.fromkeys(row.read.as_written or "" for row in told.rows))
        heading = (told.first.heading or "")[:300]
        self.plan.recommendations.append(
            NewRecommendation(self.source.origin, known, heading, told.first.page, written)
        )
        self._judge(told, Verdict.NEW, known)
        return known

    def _compare(self, told: Told, known: KnownRecommendation) -> None:
        """Note what a document says otherwise; nothing published is overwritten."""
        if is_full(told.number) and not is_full(known.number):
            self._number(told, known)
        found = [] if self.is_coded else list(self._differences(told, known))
        self.plan.differences += found
        self.plan.agreeing += not found
        self._judge(told, Verdict.DIFFERS if found else Verdict.SAME, known)
        if not known.states:
            self._add_states(told.states, known)
        category = told.first.action_category
        if known.action_category is None and category is not None:
            known.action_category = self.plan.categories[known.key] = category

    def _add_states(self, states: list[str], known: KnownRecommendation) -> None:
        missing = [state for state in states if state not in known.states]
        if missing:
            known.states = [*known.states, *missing]
            self.plan.states.setdefault(known.key, []).extend(missing)

    def _differences(self, told: Told, known: KnownRecommendation) -> Iterator[Difference]:
        if self.language != known.language:
            return
        if fingerprint(told.text) not in {known.fingerprint, known.corrected}:
            yield Difference(self.source.origin, known.key, "text", known.text, told.text)
        if known.states and told.states and set(known.states) != set(told.states):
            recorded, said = " ".join(known.states), " ".join(told.states)
            yield Difference(self.source.origin, known.key, "states", recorded, said)

    def _number(self, told: Told, known: KnownRecommendation) -> None:
        """Give a recommendation of an export its number, and the published wording beside its coders' own."""
        old_key, mark = known.key, fingerprint(told.text)
        key, order = self._key(told, mark), place_of(told.number, self.board.orders)
        self.board.rename(known, key=key, number=told.number, order=order)
        if not self.is_coded:
            self._add_states(told.states, known)
        wording = "" if self.is_coded or mark in {known.fingerprint, known.corrected} else told.text
        self.plan.numbers.append(NewNumber(self.source.origin, old_key, key, told.number, order, wording))
        if wording:
            known.corrected, known.is_coded = mark, False
        self._judge(told, Verdict.ADDS, known)

    def _key(self, told: Told, mark: str) -> str:
        return key_of(self.plan.state, self.plan.cycle, told.number, mark, self.board.keys)

    def _tag(self, told: Told, known: KnownRecommendation) -> None:
        for row in told.rows:
            for kind, scheme, code, name in tags_of(row.read, self.document.kind, self.plan.cycle):
                if name and (kind, scheme, name) not in known.tags:
                    known.tags.add((kind, scheme, name))
                    self.plan.tags.append(NewTag(self.source.origin, known.key, kind, scheme, name, code))
                    self.plan.judge(row.entry, Verdict.ADDS, known.key)

    def _answers_beside(self, told: Told, known: KnownRecommendation) -> None:
        """Note the answers beside the wordings; by part where the wordings of one number are answered differently."""
        apart = len(told.wordings) > 1 and len({row.read.position for row in told.rows}) > 1
        for row in told.rows:
            if row.read.position is not None:
                part = self.board.part_of(known, row.read.text, row.read.states) if apart else None
                stage = stage_of(self.document.kind, row.read.position_source)
                self.answers.add(known, part, stage, self._given(row, Position(row.read.position)))

    def _given(self, row: Row, position: Position) -> Given:
        number = row.read.number or ""
        return Given(
            position,
            row.read.position_as_written or "",
            claim=Claim(row.read.claim or ""),
            source=row.read.position_source or self._cited(number.partition(".")[0] if is_full(number) else ""),
            page=row.read.page,
            entry=row.entry,
        )

    def _answers_by_number(self, answer: Answer, entry: int) -> None:
        claim, source = Claim(answer.claim or ""), self._cited(answer.paragraph)
        words, reason = answer.as_written, answer.reason or ""
        given = Given(Position(answer.position), words, reason, claim, source, answer.page, entry)
        stage = stage_of(self.document.kind, self.document.symbol)
        for number in answer.numbers:
            known = self.board.by_answered(number)
            if known:
                self.answers.add(known, None, stage, given)
            else:
                self.nowhere.append(number)
                self.plan.judge(entry, Verdict.NOWHERE, "")

    def _cited(self, paragraph: str | None) -> str:
        document = self.source.title
        return f"{document}, para. {paragraph}" if paragraph else document

    def _pledge(self) -> None:
        review = self.board.review
        coded = [(read.text, read.page) for read in self.document.recommendations if read.is_pledge]
        for text, page in [*((text, None) for text in self.document.pledges), *coded]:
            mark = fingerprint(text)
            if mark not in review.pledges:
                review.pledges.append(mark)
                review.last_pledge += 1
                self.plan.pledges.append(NewPledge(self.source.origin, review.last_pledge, text, page))
