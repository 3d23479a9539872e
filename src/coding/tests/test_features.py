"""What texts are made of: the same figures for the same text, wherever it stands."""

from __future__ import annotations

import numpy as np
import pytest

from coding.features import BITS, FAMILIES, Pairs, of, tokens

TEXTS = ["Ratify OP-CAT", "", "Build wells and train those who keep them", "Protect the river"]


def _features(pairs: Pairs, row: int) -> list[int]:
    return sorted(pairs[1][pairs[0] == row].tolist())


def test_words_lose_capitals_signs_and_the_number_before_them() -> None:
    assert tokens("140.12  Ratify OP‑CAT; women’s rights") == ["ratify", "op", "cat", "women", "s", "rights"]


def test_figures_within_a_text_stay() -> None:
    assert tokens("Implement resolution 1325") == ["implement", "resolution", "1325"]


@pytest.mark.parametrize("family", FAMILIES)
def test_a_text_has_the_same_features_alone_as_among_others(family: str) -> None:
    words = [tokens(text) for text in TEXTS]
    together = of(words)[family]
    for row, each in enumerate(words):
        assert _features(together, row) == _features(of([each])[family], 0)


def test_runs_count_every_one_two_and_three_words() -> None:
    assert len(of([tokens("protect the old river")])["words"][1]) == 4 + 3 + 2


def test_pieces_stay_within_a_word() -> None:
    # " ab " has two pieces of three letters and one of four.
    assert len(of([["ab"]])["pieces"][1]) == 3
    assert len(of([["ab", "ab"]])["pieces"][1]) == 6


def test_pairs_know_neither_order_nor_endings_nor_small_words() -> None:
    pairs = of([tokens("Protecting the rivers"), tokens("for rivers, protect"), tokens("protect lakes")])["pairs"]
    assert len(_features(pairs, 0)) == 1
    assert _features(pairs, 0) == _features(pairs, 1) != _features(pairs, 2)


def test_the_opening_is_the_first_five_words() -> None:
    pairs = of([tokens("protect the old river at once and for all"), tokens("protect the old river at")])["opening"]
    assert _features(pairs, 0) == _features(pairs, 1)


def test_features_are_places_in_one_table() -> None:
    for rows, buckets in of([tokens(text) for text in TEXTS]).values():
        assert len(rows) == len(buckets)
        assert np.all((buckets >= 0) & (buckets < 1 << BITS))


def test_no_texts_have_no_features() -> None:
    assert {family: len(pairs[1]) for family, pairs in of([]).items()} == dict.fromkeys(FAMILIES, 0)
