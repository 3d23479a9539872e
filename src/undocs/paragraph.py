"""One paragraph of a document in any of six languages, such as `140.7 Ratify … (Chile);`, as a recommendation."""

from __future__ import annotations

import re

from undocs.brackets import split_states
from undocs.document import Part, Recommendation
from undocs.typed import clean

# "131.237", "131-237", "115 - 181", "86.8.1", "157.", "186.214. ", Arabic-Indic and full-width digits too
_NUMBER = re.compile(r"^\s*[-–.]?\s*(\d{1,3}(?:\s*[.\-–‑．]\s*\d{1,3}){0,2})(?!\d)\s*[.\-–‑．]*\s*(?=\S)")
# Between the numbers of one: " - ", "."
_DOT = re.compile(r"\s*[.\-–‑．]\s*")


def read_paragraph(raw: str, language: str | None = None) -> Recommendation:
    """Read one paragraph: number, text without number and States, States, parts; what is not sure in `warnings`."""
    text = clean(raw)
    number, body = split_number(text)
    parts, unknown = split_states(body, language)
    codes = list(dict.fromkeys(code for part in parts for code in part.states))
    warnings = [f"“{name}” is not known as the name of a State." for name in unknown]
    if not codes:
        warnings.append("No recommending State was found.")
    return Recommendation(
        number=number, text="; ".join(part.text for part in parts), states=codes,
        parts=[Part(part.text, part.states) for part in parts] if len(parts) > 1 else [],
        as_written=raw, warnings=warnings,
    )


def split_number(text: str) -> tuple[str | None, str]:
    """Return the leading number with dots and plain digits (`131.237`), or None, and the rest of the text."""
    match = _NUMBER.match(text)
    if not match:
        return None, text
    number = ".".join(str(int(piece)) for piece in _DOT.split(match[1]))
    return number, text[match.end() :]
