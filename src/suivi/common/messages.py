"""Gathers every sentence to be translated, and compiles the translations: `python -m suivi.common.messages`.

Needs no GNU gettext. The sentences come from Python files and templates; the translations live in
`locale/<language>/LC_MESSAGES/django.po`, edited by people. With `--check` nothing is written.
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

import suivi

HOUSE = Path(suivi.__file__).resolve().parent
LOCALE = HOUSE / "locale"
LANGUAGES = ("ar", "fr")
# Matches: %(name)s  %(count)d
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")
SHOWN = 20  # complaints at a time
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}


def sentences() -> Catalog:
    """Return every sentence that a page of the house may show, with the files it stands in."""
    found = Catalog(charset="utf-8", header_comment="")
    for path in [*sorted(HOUSE.rglob("*.py")), *sorted(HOUSE.rglob("templates/**/*.*"))]:
        if "tests" in path.parts or "migrations" in path.parts:
            continue
        for line, ids, notes, context in _sentences_of(path):
            place = (path.relative_to(HOUSE).as_posix(), line)
            found.add(ids, locations=[place], auto_comments=notes, context=context)
    return found


def gathered(language: str, found: Catalog) -> Catalog:
    """Return the language's translations with the sentences of today: new ones empty, those no longer used left out."""
    path = _folder(language) / "django.po"
    there = read_po(io.BytesIO(path.read_bytes()), locale=language) if path.exists() else _new(language)
    found.creation_date = there.creation_date
    there.update(found, no_fuzzy_matching=True)
    there.obsolete.clear()
    return there


def lacks(catalog: Catalog) -> Iterator[str]:
    """Yield each sentence that is not translated, or whose translation lost a placeholder."""
    for message in catalog:
        if message.id and (not all(_words(message.string)) or message.fuzzy):
            yield f"not translated into {catalog.locale}: {message.id!r}"
        elif message.id and not _keeps_placeholders(message):
            yield f"placeholders differ in {catalog.locale}: {message.id!r}"


def written(catalog: Catalog) -> tuple[bytes, bytes]:
    """Return the catalog as its two files: `django.po` for people, `django.mo` for the program."""
    text, compiled = io.BytesIO(), io.BytesIO()
    write_po(text, catalog, width=110, sort_by_file=True, include_lineno=False, ignore_obsolete=True)
    write_mo(compiled, catalog)
    return text.getvalue(), compiled.getvalue()


def main(words: list[str]) -> int:
    """Write both files of each language; with `--check` return 1 and say what is stale or not translated."""
    wrong: list[str] = []
    for language in LANGUAGES:
        catalog = gathered(language, sentences())
        for name, content in zip(("django.po", "django.mo"), written(catalog), strict=True):
            path = _folder(language) / name
            if path.exists() and path.read_bytes() == content:
                continue
            if "--check" in words:
                wrong.append(f"{path.relative_to(HOUSE)} is stale: 'make fix' makes it anew")
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
        wrong += lacks(catalog)
    for sentence in wrong[:SHOWN]:
        sys.stderr.write(f"{sentence}\n")
    sys.stderr.write(f"and {len(wrong) - SHOWN} more\n" if len(wrong) > SHOWN else "")
    return 1 if wrong else 0


def _new(language: str) -> Catalog:
    return Catalog(
        locale=language,
        header_comment=f"# Suivi in the language {language!r}. `make fix` brings new sentences; people translate them.",
        project="Suivi",
        version=suivi.__version__,
        msgid_bugs_address="none",
        last_translator="the people of Suivi",
        language_team="the people of Suivi",
        fuzzy=False,
    )


def _folder(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES"


def _words(of_message: str | Sequence[str | None] | None) -> list[str | None]:
    return [of_message] if of_message is None or isinstance(of_message, str) else list(of_message)


def _keeps_placeholders(message: Message) -> bool:
    """Say whether the same placeholders stand in both; "one answer" may do without its number."""
    ours = {word for sentence in _words(message.id) for word in PLACEHOLDER.findall(sentence or "")}
    theirs = [set(PLACEHOLDER.findall(sentence or "")) for sentence in _words(message.string)]
    return all(found <= ours if message.pluralizable else found == ours for found in theirs)


def _sentences_of(path: Path) -> Iterator[tuple[int, str | tuple[str, ...], list[str], str | None]]:
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        # Django turns a template into lines that look like Python; their indentation means nothing.
        text = "\n".join(line.lstrip() for line in templatize(text, origin=path.name).splitlines())
    return iter(extract("python", io.BytesIO(text.encode()), keywords=KEYWORDS, comment_tags=["Translators:"]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
