"""Every verb that the history is told reads as words, and in every language."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils.translation import override

from suivi.history.rules import SAYINGS, saying
from tests.house.tree import parsed, python_files, rooms

TELLING = {"tell", "_tell", "_told", "_keep", "_tell_everywhere"}


def test_every_verb_reads_as_words() -> None:
    assert sorted(_verbs() - set(SAYINGS)) == []


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_every_verb_reads_as_words_in_other_languages(language: str) -> None:
    english = {verb: saying(verb) for verb in SAYINGS}
    with override(language):
        assert [verb for verb in SAYINGS if saying(verb) == english[verb]] == []


def _verbs() -> set[str]:
    """Return the verbs that actions tell, as they stand in the calls."""
    files = [path for path in python_files("src/suivi") if "actions" in rooms(path)]
    return {verb for path in files if "suivi.history.actions" in path.read_text() for verb in _told_in(path)}


def _told_in(path: Path) -> Iterator[str]:
    for call in ast.walk(parsed(path)):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in TELLING:
            named = [word.value for word in call.keywords if word.arg == "verb"]
            for word in named or call.args[:2]:
                if isinstance(word, ast.Constant) and isinstance(word.value, str):
                    yield word.value
