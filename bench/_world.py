"""An invented world to measure in: reviews of every State with recommendations in five languages, always the same."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from itertools import batched, chain
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import django
from django.core.management import call_command

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent / "src")]

from _words import GROUPS, ISSUES, LANGUAGES, SYLLABLES, THEMES

if TYPE_CHECKING:
    from suivi.record.models import Recommendation, Review

OWN = "XOR"
CHUNK = 4000
POSITIONS = ("supported", "noted", "partially_supported", "pending")
ASKING = (1, 1, 1, 1, 1, 1, 2, 2, 3, 5)


def open_house(folder: str) -> None:
    """Make a house with an empty record in a folder."""
    os.environ |= {"SUIVI_DATA": folder, "SUIVI_DATABASE": "", "DJANGO_SETTINGS_MODULE": "suivi.config.settings"}
    django.setup()
    call_command("migrate", verbosity=0)


def temporary_folder() -> tempfile.TemporaryDirectory[str]:
    """Return a folder that is gone afterwards."""
    return tempfile.TemporaryDirectory(prefix="suivi-bench-")


class World:
    """Fills the record with invented recommendations; the same seed gives the same world."""

    def __init__(self, seed: str = "Orvana") -> None:
        # Django must be set up before its models can be imported.
        from suivi.record import models  # noqa: PLC0415
        from undocs.states import every  # noqa: PLC0415

        self.models: Any = models
        self.chance = Random(seed)
        self.states = sorted(every())
        self.common = [code for code in self.states if code != OWN][:: len(self.states) // 40]
        self.rare = ["".join(self.chance.choices(SYLLABLES, k=4)) for _each in range(40_000)]
        self.document = models.Document.objects.create(
            kind="working_group_report", symbol="A/HRC/61/9", name="orvana.pdf", sha256="0" * 64, pages=24
        )
        self.tags = self._vocabulary()

    def fill(self, *, states: list[str], cycles: int, each: int) -> list[int]:
        """Make so many recommendations in each of the last `cycles` reviews of these States; return their keys."""
        made = [key for state in states for cycle in range(5 - cycles, 5) for key in self._review(state, cycle, each)]
        return made

    def _review(self, state: str, cycle: int, each: int) -> list[int]:
        review = self.models.Review.objects.create(state=state, cycle=cycle, wg_session=cycle * 13 - 1)
        made = self.models.Recommendation.objects.bulk_create(self._recommendations(review, each), batch_size=CHUNK)
        asking = chain.from_iterable(map(self._asking, made))
        tagging = chain.from_iterable(map(self._tagging, made))
        for some in batched(asking, CHUNK, strict=False):
            self.models.RecommendingState.objects.bulk_create(some)
        for some in batched(tagging, CHUNK, strict=False):
            self.models.Tagging.objects.bulk_create(some)
        return [one.pk for one in made]

    def _recommendations(self, review: Review, each: int) -> Iterator[Recommendation]:
        for order in range(1, each + 1):
            language, text = self._sentence()
            number = f"{110 + review.cycle * 6}.{order}"
            yield self.models.Recommendation(
                review=review, key=f"{review.key}/{number}", number=number, order=order, text=text,
                text_language=language, fingerprint=f"{review.pk}-{order}", document=self.document, page=order // 12 + 1,
                position=self.chance.choices(POSITIONS, (70, 25, 2, 3))[0],
            )  # fmt: skip

    def _sentence(self) -> tuple[str, str]:
        [language] = self.chance.choices(list(LANGUAGES), [share for share, _words in LANGUAGES.values()])
        beginning, aims, people, manners = (part.split("; ") for part in LANGUAGES[language][1])
        words = [self._often(beginning), self._often(aims)]
        words += [self._often(people)] if self.chance.random() < 0.6 else []
        words += [self._often(manners)] if self.chance.random() < 0.7 else []
        if language == "zh":
            return language, "".join(words) + "。"
        if self.chance.random() < 0.5:
            rank = int(len(self.rare) ** self.chance.random()) - 1
            words.append(f"in {self.rare[rank].title()}" if language == "en" else self.rare[rank].title())
        return language, " ".join(words)

    def _often(self, parts: list[str]) -> str:
        """Return one of the parts, the first ones more often."""
        return parts[int(len(parts) ** self.chance.random()) - 1]

    def _asking(self, one: Recommendation) -> Iterator[Any]:
        states = self.chance.sample(self.common, self.chance.choice(ASKING) - 1) + [self.chance.choice(self.states)]
        for order, state in enumerate(dict.fromkeys(states), start=1):
            yield self.models.RecommendingState(recommendation=one, state=state, order=order)

    def _tagging(self, one: Recommendation) -> Iterator[Any]:
        for kind, most in (("theme", 3), ("group", 2), ("sdg", 2), ("issue", 2)):
            tags = [self._often(self.tags[kind]) for _each in range(self.chance.randint(kind == "theme", most))]
            for tag in dict.fromkeys(tags):
                yield self.models.Tagging(recommendation=one, tag_id=tag, document=self.document)

    def _vocabulary(self) -> dict[str, list[int]]:
        names = {
            "theme": ("ohchr-4", [f"Theme {place} of the invented list" for place in range(THEMES)]),
            "group": ("ohchr-4", [f"Group of persons {place}" for place in range(GROUPS)]),
            "sdg": ("sdg", [f"Invented goal {place}" for place in range(1, 18)]),
            "issue": ("upr-info", [f"Issue {place}" for place in range(ISSUES)]),
        }
        made = {}
        for kind, (scheme, words) in names.items():
            tags = [
                self.models.Tag(kind=kind, scheme=scheme, name=word, code=str(place) if kind == "sdg" else "")
                for place, word in enumerate(words, start=1)
            ]
            made[kind] = [tag.pk for tag in self.models.Tag.objects.bulk_create(tags)]
        return made
