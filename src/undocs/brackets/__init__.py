"""The closing brackets of a paragraph, `(Chile) (Côte d'Ivoire);`: which States asked for which sentence."""

from __future__ import annotations

from undocs.brackets.names import Named, named
from undocs.brackets.sentences import Closing, close, split_states

__all__ = ["Closing", "Named", "close", "named", "split_states"]
