"""What the reader says is known, word for word, to those who say it in other languages."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils.translation import override

import undocs
from suivi.intake.spoken import _taken_apart, said
from undocs import refusals

READER = Path(undocs.__file__).parent
PUT_IN = "12.3"
FEWEST_WORDS = 4


def sentences(path: Path) -> Iterator[str]:
    """Yield the sentences that a module of the reader may say, with something put into their fields."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    inside |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            text = "".join(part.value if isinstance(part, ast.Constant) else PUT_IN for part in node.values)  # type: ignore[misc]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside:
            text = node.value.replace("{}", PUT_IN)
        else:
            continue
        if text.endswith((".", "”")) and len(text.split()) >= FEWEST_WORDS and "\n" not in text:
            yield text


def test_every_doubt_of_the_reader_is_known() -> None:
    modules = [path for path in READER.rglob("*.py") if "tests" not in path.parts and path.stem != "refusals"]
    told = {sentence for path in modules for sentence in sentences(path)}
    assert len(told) > 20
    assert sorted(sentence for sentence in told if not _taken_apart(sentence)[0]) == []


def test_every_refusal_of_the_reader_is_known() -> None:
    values = [value for name, value in vars(refusals).items() if name.isupper() and not name.startswith("_")]
    told = [sentence for value in values for sentence in (value.values() if isinstance(value, dict) else [value])]
    assert len(told) > 30
    assert [sentence for sentence in told if not _taken_apart(sentence.format(limit=1, page=2, kind="a list"))[0]] == []


@pytest.mark.parametrize(
    ("language", "shown"), [("en", "The numbers skip 120.3 and 120.5."), ("fr", "120.3 and 120.5")]
)
def test_a_kept_sentence_is_shown_in_the_language_of_whoever_reads(language: str, shown: str) -> None:
    with override(language):
        assert shown in said("The numbers skip 120.3 and 120.5.")


def test_what_nobody_knows_is_shown_as_it_is() -> None:
    assert said("Percent 100% and %(nothing)s") == "Percent 100% and %(nothing)s"


def test_a_sentence_within_a_sentence_is_translated_too() -> None:
    with override("fr"):
        whole = said("2 of 9 reviews had been taken into the record before, and stay there. It was left out.")
    assert said("It was left out.") not in whole
