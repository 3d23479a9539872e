"""One paragraph of a document in any of six languages, such as `140.7 Ratify … (Chile);`, as a recommendation."""

from __future__ import annotations

from undocs import states
from undocs.brackets import Closing, close
from undocs.document import Recommendation
from undocs.numbers import inside, split_number
from undocs.typed import clean


def read_paragraph(raw: str, language: str | None = None) -> Recommendation:
    """Read one paragraph: number, text without number and States, States, parts; what is not sure in `warnings`.

    `language` is one of `vocabulary.LANGUAGES`; without it the script of the text decides.
    """
    numbered = split_number(clean(raw))
    closing = close(numbered.text, language)
    codes = list(dict.fromkeys(code for part in closing.parts for code in part.states))
    return Recommendation(
        number=numbered.number,
        text=closing.text,
        states=codes,
        parts=closing.parts if len(closing.parts) > 1 else [],
        as_written=raw,
        warnings=[*numbered.doubts, *doubts(closing)],
    )


def doubts(closing: Closing) -> list[str]:
    """Return what is not sure about the States of a paragraph, each as a sentence."""
    said = [f"“{name}” is not known as the name of a State." for name in closing.unknown]
    said += [f"“{name}” was taken for {states.name(code)}." for name, code in closing.unsure]
    said += [f"“{words}” lacks a verb or an object: see what it shares with its neighbours." for words in closing.loose]
    said += [f"The number {number} stands inside this recommendation." for number in inside(closing.text)]
    if not any(part.states for part in closing.parts):
        said.append("No recommending State was found.")
    elif not all(part.states for part in closing.parts):
        said.append("One of its sentences names no recommending State.")
    return said
