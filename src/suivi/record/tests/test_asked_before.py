"""What was asked before is found in other words and languages, and not mistaken for what only sounds like it."""

from __future__ import annotations

import numpy as np
import pytest

from suivi.common.jobs.work import InSilence
from suivi.record.actions.asked_before import link_asked_before
from suivi.record.meaning.encoder import SentenceEncoder
from suivi.record.meaning.vectors import packed, unpacked
from suivi.record.models import AskedBefore, Meaning
from suivi.record.tests.factories import make_recommendation, make_review

ENCODER = SentenceEncoder()
COVENANT = "Ratify the Second Optional Protocol to the International Covenant on Civil and Political Rights"
OTHER_COVENANT = "Ratify the Optional Protocol to the International Covenant on Economic, Social and Cultural Rights"


def link(state: str = "XOR") -> set[tuple[str, str]]:
    link_asked_before(state=state, encoder=ENCODER, progress=InSilence(), by="test")
    return set(AskedBefore.objects.values_list("recommendation__key", "earlier__key"))


def ask(cycle: int, number: str, text: str, language: str = "en", state: str = "XOR") -> str:
    review = make_review(state=state, cycle=cycle)
    made = make_recommendation(review=review, number=number, text=text)
    made.text_language = language
    made.save(update_fields=["text_language"])
    return made.key


@pytest.mark.django_db
def test_the_same_ask_is_found_in_other_words() -> None:
    earlier = ask(3, "120.1", "Set the minimum age of marriage at 18 years without exception")
    later = ask(4, "134.1", "Consider taking steps to set the minimum age of marriage at 18 years")
    ask(3, "120.2", "Extend safe drinking water and sanitation to informal settlements")
    assert link() == {(later, earlier)}


@pytest.mark.django_db
def test_the_same_ask_is_found_in_another_language() -> None:
    earlier = ask(3, "120.1", "Abolir la peine de mort pour tous les crimes", "fr")
    later = ask(4, "134.1", "Abolish the death penalty for all crimes")
    assert link() == {(later, earlier)}


@pytest.mark.django_db
def test_two_treaties_are_two_asks_however_alike_they_sound() -> None:
    ask(3, "120.1", OTHER_COVENANT)
    ask(4, "134.1", COVENANT)
    assert link() == set()


@pytest.mark.django_db
def test_two_figures_are_two_asks() -> None:
    ask(3, "120.1", "Set the minimum age of marriage at 16 years without exception")
    ask(4, "134.1", "Set the minimum age of marriage at 18 years without exception")
    assert link() == set()


@pytest.mark.django_db
def test_only_earlier_cycles_of_the_same_state_count() -> None:
    text = "Abolish the death penalty for all crimes"
    ask(4, "134.1", text)
    ask(4, "134.2", text)
    ask(3, "120.1", text, state="SVN")
    assert link() == set()


@pytest.mark.django_db
def test_linking_twice_changes_nothing_and_encodes_nothing_again() -> None:
    ask(3, "120.1", "Abolish the death penalty for all crimes")
    ask(4, "134.1", "Abolish the death penalty")
    first = link()
    kept = dict(Meaning.objects.values_list("recommendation__key", "vector"))
    assert link() == first
    assert dict(Meaning.objects.values_list("recommendation__key", "vector")) == kept


def test_vectors_stay_what_they_were_when_they_are_kept_small() -> None:
    vectors = ENCODER.encode(["Abolish the death penalty", "Register every birth", "取消死刑"])
    again = unpacked(packed(vectors))
    assert np.allclose(again @ again.T, vectors @ vectors.T, atol=0.01)
    assert unpacked([]).shape == (0, 0)
