"""Which State speaks in a paragraph of the dialogue: the first one named at its head, except the State under review."""

from __future__ import annotations

from undocs import states

# A State is named within so many words, in a name of so many.
_HEAD_WORDS, _LONGEST_NAME = 40, 9


def speaker(text: str, reviewed: str | None) -> str | None:
    """Return the code of the State that speaks: `The Netherlands noted …`; None where none is named for sure."""
    words = [word.strip(",.;:’'“”") for word in text.split()[: _HEAD_WORDS + _LONGEST_NAME]]
    for start in range(min(_HEAD_WORDS, len(words))):
        code = _named_at(words, start)
        if code and code != reviewed:
            return code
    return None


def _named_at(words: list[str], start: int) -> str | None:
    """Return the State whose name, the longest possible, begins at this word."""
    if not words[start][:1].isupper():
        return None
    for end in range(min(start + _LONGEST_NAME, len(words)), start, -1):
        match = states.recognise(" ".join(words[start:end]))
        if match and match.sure:
            return match.code
    return None
