"""Markup for lists of hundreds: forms, filled with texts that are escaped on their way in, all of them at once.

Django's own `format_html` looks at each text for several kinds it might be: most of the time of a long list.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from django.utils.safestring import SafeString

type Texts = Mapping[str, str]
_BETWEEN = "\x00"


def filled(rows: Iterable[tuple[str, Texts]], between: str = "\n") -> SafeString:
    """Return forms (markup with `{names}`, written by us), each filled with its texts escaped, one after the other."""
    told = [(form, texts.keys(), texts.values()) for form, texts in rows]
    escaped = iter(_escaped([text for _form, _names, texts in told for text in texts]))
    return SafeString(between.join(form.format(**dict(zip(names, escaped))) for form, names, _texts in told))  # noqa: B905


def _escaped(texts: list[str]) -> list[str]:
    """Escape many texts in one go; one by one where a text holds the very sign that parts them."""
    together = escape(_BETWEEN.join(texts)).split(_BETWEEN)
    return together if len(together) == len(texts) else [escape(text) for text in texts]
