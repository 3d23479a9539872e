"""Sentences are gathered from code and templates, and what is missing in a language is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from suivi.common import messages

CODE = '''"""An invented view."""
from django.utils.translation import gettext as _, ngettext

DESK = _("Desk")
found = ngettext("%(count)d answer", "%(count)d answers", 3)
'''
TEMPLATE = """{% load i18n %}<p class="it's">{% translate "What is due" %}</p>
    {% blocktranslate trimmed with name=review.state %}
        Review of {{ name }}
    {% endblocktranslate %}{% translate "May" context "month" %}"""


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an invented house of one view and one template."""
    (tmp_path / "home" / "templates" / "home").mkdir(parents=True)
    (tmp_path / "home" / "views.py").write_text(CODE, encoding="utf-8")
    (tmp_path / "home" / "templates" / "home" / "desk.html").write_text(TEMPLATE, encoding="utf-8")
    monkeypatch.setattr(messages, "HOUSE", tmp_path)
    monkeypatch.setattr(messages, "LOCALE", tmp_path / "locale")
    monkeypatch.setattr(messages, "LANGUAGES", ("fr",))
    return tmp_path


@pytest.mark.usefixtures("house")
def test_sentences_come_from_code_and_from_templates() -> None:
    assert {(message.context, message.id) for message in messages.sentences() if message.id} == {
        (None, "Desk"),
        (None, ("%(count)d answer", "%(count)d answers")),
        (None, "What is due"),
        (None, "Review of %(name)s"),
        ("month", "May"),
    }


def test_the_check_fails_until_every_sentence_is_translated_and_compiled(
    house: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    po = house / "locale" / "fr" / "LC_MESSAGES" / "django.po"
    assert messages.main([]) == 1
    assert "not translated into fr: 'Desk'" in capsys.readouterr().err

    text = po.read_text(encoding="utf-8")
    for english, french in {
        'msgid "Desk"\nmsgstr ""': 'msgid "Desk"\nmsgstr "Bureau"',
        'msgid "What is due"\nmsgstr ""': 'msgid "What is due"\nmsgstr "À faire"',
        'msgid "Review of %(name)s"\nmsgstr ""': 'msgid "Review of %(name)s"\nmsgstr "Examen de %(name)s"',
        'msgid "May"\nmsgstr ""': 'msgid "May"\nmsgstr "mai"',
        'msgstr[0] ""': 'msgstr[0] "%(count)d réponse"',
        'msgstr[1] ""': 'msgstr[1] "%(count)d réponses"',
    }.items():
        text = text.replace(english, french)
    po.write_text(text, encoding="utf-8")
    assert messages.main(["--check"]) == 1, "translated, but not compiled"
    assert messages.main([]) == 0
    assert messages.main(["--check"]) == 0


def test_a_lost_placeholder_is_said() -> None:
    catalog = Catalog(locale="fr")
    catalog.add("Review of %(name)s", "Examen")
    catalog.add(("%(count)d answer", "%(count)d answers"), ("une réponse", "%(count)d réponses"))
    assert list(messages.lacks(catalog)) == ["placeholders differ in fr: 'Review of %(name)s'"]


def test_a_counted_sentence_may_do_without_its_number_only_if_that_number_has_a_name() -> None:
    for message in messages.sentences():
        if message.pluralizable:
            assert "%d" not in "".join(message.id), f"name the number, as in %(count)d: {message.id!r}"
