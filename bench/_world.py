"""An invented world to measure in: reviews of every State with recommendations in five languages, always the same."""

from __future__ import annotations

import time
import tomllib
from collections.abc import Iterator, Sequence
from itertools import batched, chain
from pathlib import Path
from random import Random

import _house  # noqa: F401  opens the house before its models are imported

# isort: split
from suivi.record.actions import index_recommendations
from suivi.record.models import Document, Recommendation, RecommendingState, Review, Tag, Tagging
from suivi.record.rules import Scheme, TagKind
from undocs.states import every

OWN = "XOR"
STATES = sorted(every())
CHUNK = 4000
POSITIONS = {"supported": 70, "noted": 25, "partially_supported": 2, "pending": 3}
ASKING = (1, 1, 1, 1, 1, 1, 2, 2, 3, 5)
"""How many States make one recommendation, as often as each stands here."""
MOST_TAGS = {TagKind.THEME: 3, TagKind.GROUP: 2, TagKind.SDG: 2, TagKind.ISSUE: 2}
VOCABULARY = {TagKind.THEME: 60, TagKind.GROUP: 26, TagKind.SDG: 17, TagKind.ISSUE: 54}
SCHEMES = {TagKind.SDG: Scheme.SDG, TagKind.ISSUE: Scheme.UPR_INFO}
SYLLABLES = (
    "ba",
    "ke",
    "lo",
    "mi",
    "nu",
    "ra",
    "se",
    "to",
    "vi",
    "zu",
    "da",
    "fe",
    "go",
    "hi",
    "ju",
    "ka",
    "pu",
    "wo",
    "xa",
)


class World:
    """Fills the record with invented recommendations; the same seed gives the same world."""

    def __init__(self, seed: str = "Orvana") -> None:
        self.chance = Random(seed)
        self.words = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf8"))
        self.shares = [words["share"] for words in self.words.values()]
        self.busy = [code for code in STATES if code != OWN][:: len(STATES) // 40]
        self.places = ["".join(self.chance.choices(SYLLABLES, k=4)).title() for _each in range(40_000)]
        known = {"kind": "working_group_report", "symbol": "A/HRC/61/9", "name": "orvana.pdf", "pages": 24}
        self.document = Document.objects.create(sha256="0" * 64, **known)
        self.tags = {kind: self._vocabulary(kind, size) for kind, size in VOCABULARY.items()}

    def fill(self, *, states: Sequence[str], cycles: Sequence[int], each: int) -> None:
        """Make so many recommendations in each of these reviews, index them, and say how long both took."""
        began = time.perf_counter()
        keys = [key for state in states for cycle in cycles for key in self._review(state, cycle, each)]
        made = time.perf_counter()
        index_recommendations(recommendations=keys)
        took = time.perf_counter() - made
        print(f"{len(keys):,} recommendations made in {made - began:.0f} s, indexed in {took:.0f} s", flush=True)

    def _review(self, state: str, cycle: int, each: int) -> list[int]:
        review = Review.objects.create(state=state, cycle=cycle, wg_session=cycle * 13 - 1)
        made = Recommendation.objects.bulk_create(self._recommendations(review, each), batch_size=CHUNK)
        for some in batched(chain.from_iterable(map(self._asking, made)), CHUNK, strict=False):
            RecommendingState.objects.bulk_create(some)
        for several in batched(chain.from_iterable(map(self._tagging, made)), CHUNK, strict=False):
            Tagging.objects.bulk_create(several)
        return [one.pk for one in made]

    def _recommendations(self, review: Review, each: int) -> Iterator[Recommendation]:
        for order in range(1, each + 1):
            language, text = self._sentence()
            number = f"{110 + review.cycle * 6}.{order}"
            [position] = self.chance.choices(list(POSITIONS), list(POSITIONS.values()))
            yield Recommendation(
                review=review,
                key=f"{review.key}/{number}",
                number=number,
                order=order,
                text=text,
                text_language=language,
                fingerprint=f"{review.pk}-{order}",
                document=self.document,
                page=order // 12 + 1,
                position=position,
            )

    def _sentence(self) -> tuple[str, str]:
        """Return a language and a sentence; half of them name a place, some of which are named very seldom."""
        [language] = self.chance.choices(list(self.words), self.shares)
        part = self.words[language]
        said = [self._early(part["beginnings"]), self._early(part["aims"])]
        said += [self._early(part["people"])] if self.chance.random() < 0.6 else []
        said += [self._early(part["manners"])] if self.chance.random() < 0.7 else []
        if language == "zh":
            return language, f"{''.join(said)}。"
        said += [self._early(self.places)] if self.chance.random() < 0.5 else []
        return language, " ".join(said)

    def _early[T](self, things: Sequence[T]) -> T:
        """Return one of several things; the first is the likeliest, the tenth a tenth as likely."""
        return things[int(len(things) ** self.chance.random()) - 1]

    def _asking(self, one: Recommendation) -> Iterator[RecommendingState]:
        states = [self.chance.choice(STATES), *self.chance.sample(self.busy, self.chance.choice(ASKING) - 1)]
        for order, state in enumerate(dict.fromkeys(states), start=1):
            yield RecommendingState(recommendation=one, state=state, order=order)

    def _tagging(self, one: Recommendation) -> Iterator[Tagging]:
        for kind, most in MOST_TAGS.items():
            tags = {self._early(self.tags[kind]) for _each in range(self.chance.randint(kind == TagKind.THEME, most))}
            yield from (Tagging(recommendation=one, tag_id=tag, document=self.document) for tag in sorted(tags))

    def _vocabulary(self, kind: TagKind, size: int) -> list[int]:
        tags = [
            Tag(
                kind=kind,
                scheme=SCHEMES.get(kind, Scheme.OHCHR_4),
                name=f"Invented {kind.value} {place}",
                code=str(place) if kind == TagKind.SDG else "",
            )
            for place in range(1, size + 1)
        ]
        return [tag.pk for tag in Tag.objects.bulk_create(tags)]
