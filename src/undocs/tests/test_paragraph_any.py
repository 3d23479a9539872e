"""Paragraphs of any make: what was put together is read apart again, and nothing makes the reader stumble."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from undocs import states
from undocs.brackets import close
from undocs.paragraph import read_paragraph

NUMBERS = st.tuples(st.integers(30, 199), st.integers(1, 299))
DOTS = st.sampled_from([".", "-", " - ", "\u2011", ". "])
AFTER = st.sampled_from([" ", ". ", " - ", "\n", "\u00a0"])
ENDS = st.sampled_from([";", ".", " ;", "\u00a0;", "", "1;", "*", "; and"])
TEXTS = {
    "en": "Keep the lake open to all (see Act 12)",
    "fr": "Garder le lac ouvert à tous",
    "es": "Mantener el lago abierto a todos",
    "ar": "إبقاء البحيرة مفتوحة للجميع",
    "ru": "сохранять озеро открытым для всех",
    "zh": "保持湖泊向所有人开放",
}
FORMS = {
    "one each": lambda names: " ".join(f"({name})" for name in names),
    "glued": lambda names: "".join(f"({name})" for name in names),
    "commas": lambda names: f"({', '.join(names)})",
    "semicolons": lambda names: f"({'; '.join(names)})",
    "parted": lambda names: "; ".join(f"({name})" for name in names),
    "wide": lambda names: f"（{'、'.join(names)}）",
}


@st.composite
def paragraphs(draw: st.DrawFn) -> tuple[str, str, str, list[str]]:
    """Return a paragraph, its number, its language and the codes of its States."""
    paragraph, item = draw(NUMBERS)
    language = draw(st.sampled_from(sorted(TEXTS)))
    codes = draw(st.lists(st.sampled_from(sorted(states.every())), min_size=1, max_size=6, unique=True))
    names = FORMS[draw(st.sampled_from(sorted(FORMS)))]([states.name(code, language) for code in codes])
    written = f"{paragraph}{draw(DOTS)}{item}{draw(AFTER)}{TEXTS[language]} {names}{draw(ENDS)}"
    return written, f"{paragraph}.{item}", language, codes


@given(paragraphs())
def test_what_was_put_together_is_read_apart_again(made: tuple[str, str, str, list[str]]) -> None:
    written, number, language, codes = made
    read = read_paragraph(written, language)
    assert (read.number, read.text, read.states) == (number, TEXTS[language], codes)
    assert (read.parts, read.warnings) == ([], [])


@given(st.text(max_size=300))
def test_no_text_makes_the_reader_stumble(text: str) -> None:
    read = read_paragraph(text)
    assert read.as_written == text
    assert set(read.states) <= set(states.every())


@given(st.text(alphabet="()[]（）;,.  aB和وChile1", max_size=60))
def test_no_tangle_of_brackets_loses_a_letter_of_the_sentences(text: str) -> None:
    closing = close(text)
    named = {code for part in closing.parts for code in part.states}
    if not named and not closing.unknown:
        assert [sign for sign in closing.text if sign.isalnum()] == [sign for sign in text if sign.isalnum()]
