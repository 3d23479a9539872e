"""A law that nothing can break protects nothing: each is shown a breach, and its innocent twin."""

from __future__ import annotations

import ast

import pytest

from tests.house import laws

CASES = [
    (laws.relations_name_classes, 'models.ForeignKey("record.Review", models.CASCADE)', "models.ForeignKey(Review)"),
    (laws.relations_name_classes, 'models.ManyToManyField(to="Tag")', 'models.ForeignKey("self")'),
    (laws.imports_stand_at_the_top, "def f():\n    import os", "import os\ndef f(): pass"),
    (laws.imports_stand_at_the_top, "class A:\n    def f(self):\n        from a import b", "if X:\n    import os"),
    (laws.imports_are_absolute, "from . import models", "from suivi.record import models"),
    (
        laws.no_signal_is_received,
        "from django.db.models.signals import post_save\npost_save.connect(f)",
        "import sqlite3\nsqlite3.connect(':memory:')",
    ),
    (
        laws.no_signal_is_received,
        "from django.dispatch import receiver\n@receiver(saved)\ndef f(): pass",
        "receiver('me')",
    ),
    (laws.nothing_is_written, "review.save()", "review.shown()"),
    (laws.nothing_is_written, "Review.objects.filter(a=1).update(b=2)", "counts.update(found)"),
    (laws.actions_say_by_whom, "def close(*, by, review): pass", "def close(*, review, by): pass"),
    (laws.actions_say_by_whom, "def close(review, *, by): pass", "def _close(review): pass"),
    (laws.nothing_goes_unescaped, "mark_safe(text)", "format_html('<b>{}</b>', text)"),
    (laws.modules_say_what_they_are_for, '"""Rules"""\nx = 1', '"""Rules of the record."""\nx = 1'),
    (laws.modules_say_what_they_are_for, "x = 1", ""),
]


@pytest.mark.parametrize(("law", "breach", "innocent"), CASES)
def test_the_law_finds_a_breach_and_lets_its_twin_be(law: laws.Law, breach: str, innocent: str) -> None:
    assert list(law(ast.parse(breach)))
    assert not list(law(ast.parse(innocent)))
