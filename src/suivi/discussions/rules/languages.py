"""Languages in which people may write, each by its own name."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from suivi.common.lazily import lazily
from suivi.common.normalise import index_words

if TYPE_CHECKING:
    import babel
else:
    babel = lazily("babel")

# The six of the United Nations first, then languages of many coalitions; whoever writes another one says "another".
OFFERED = (
    "ar", "zh", "en", "fr", "ru", "es", "am", "bm", "bn", "bs", "ca", "ckb", "cs", "de", "dv", "dz", "el", "fa",
    "fi", "ff", "ha", "he", "hi", "hr", "ht", "hu", "hy", "id", "ig", "it", "ja", "ka", "kk", "km", "ko", "ku",
    "ky", "ln", "lo", "lt", "lv", "mg", "mk", "mn", "ms", "my", "ne", "nl", "no", "om", "pl", "ps", "pt", "qu",
    "rn", "ro", "rw", "si", "sk", "sl", "sn", "so", "sq", "sr", "ss", "st", "sv", "sw", "ta", "te", "tg", "th",
    "ti", "tk", "tl", "tn", "tr", "uk", "ur", "uz", "vi", "wo", "xh", "yo", "zu",
)  # fmt: skip
OTHER = "und"
RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "ur"})


@cache
def own_name(code: str) -> str:
    """Return how a language calls itself: `français`; a code that nobody knows as it is."""
    try:
        return babel.Locale.parse(code).get_language_name(code) or code
    except (babel.UnknownLocaleError, ValueError):
        return code


@cache
def offered() -> tuple[tuple[str, str], ...]:
    """Return (code, own name) of every language that is offered, the six first, then by name."""
    first, others = OFFERED[:6], OFFERED[6:]
    by_name = sorted(others, key=lambda code: index_words(own_name(code)) or [own_name(code)])
    return tuple((code, own_name(code)) for code in (*first, *by_name))
