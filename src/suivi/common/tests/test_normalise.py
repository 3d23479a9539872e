"""Words as an index keeps them: the same however they were typed, in every script."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from suivi.common.normalise import index_words, plain, sought_words


def test_case_accents_ligatures_and_full_width_letters_do_not_matter() -> None:
    assert index_words("Étât ﬁn STRASSE Straße ＡＢ１ ñandú") == ["etat", "fin", "strasse", "strasse", "ab1", "nandu"]


def test_cyrillic_yo_and_short_i_are_found_as_people_type_them() -> None:
    assert index_words("всё Российской") == index_words("все Россиискои")


def test_arabic_loses_marks_tatweel_hamza_article_and_and() -> None:
    assert index_words("مُـدَافِع التعذيب والمرأة للأطفال وإساءة") == ["مدافع", "تعذيب", "مراه", "اطفال", "اساءه"]


def test_short_arabic_words_keep_their_first_letters() -> None:
    assert index_words("الله ولد الى") == ["الله", "ولد", "الي"]


def test_persian_letters_are_found_as_arabic_ones() -> None:
    assert index_words("کودک حقوقی") == index_words("كودك حقوقي")


def test_a_script_without_spaces_becomes_pairs_and_a_last_letter() -> None:
    assert index_words("禁止酷刑 OPCAT第三条") == ["禁止", "止酷", "酷刑", "刑", "opcat", "第三", "三条", "条"]
    assert sought_words("酷刑") == ["酷刑"]
    assert sought_words("刑") == ["刑"]


def test_vowel_signs_that_are_marks_stay_with_their_letters() -> None:
    assert index_words("यातना রোধ") == ["यातना", "রোধ"]


def test_korean_syllables_stay_whole() -> None:
    assert index_words("한국어 인권") == ["한국어", "인권"]


def test_invisible_signs_and_punctuation_are_no_part_of_a_word() -> None:
    assert index_words("Fol\u00adter non-discrimination State's snake_case") == [
        "folter",
        "non",
        "discrimination",
        "state",
        "s",
        "snake",
        "case",
    ]


@given(st.text())
def test_any_text_gives_words_without_spaces_and_signs(text: str) -> None:
    for word in [*index_words(text), *sought_words(text)]:
        assert word
        assert not set(word) & set(" =_\"'\\\x00")


@given(st.text())
def test_writing_plainly_twice_is_writing_plainly_once(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@given(st.text(alphabet="禁止酷刑虐待", min_size=1, max_size=12), st.data())
def test_any_piece_of_a_chinese_sentence_is_found_in_it(sentence: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(sentence) - 1))
    piece = sentence[start : data.draw(st.integers(start + 1, len(sentence)))]
    kept, sought = index_words(sentence), sought_words(piece)
    places = range(len(kept) - len(sought) + 1)
    assert any(
        kept[at][: len(sought[0])] == sought[0] and kept[at + 1 : at + len(sought)] == sought[1:] for at in places
    )
