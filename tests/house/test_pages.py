"""What every page keeps: it is closed unless it stands in a list, and it carries no script or style of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from django.urls import URLPattern, URLResolver, get_resolver

from tests.house.tree import ROOT, templates

# Every page that opens without signing in, and why it may.
PUBLIC: dict[str, str] = {
    "account_login": "the door",
    "account_logout": "leaving asks nobody",
    "account_inactive": "says to somebody whose account was closed that it is",
    "account_reset_password": "says that a coordinator gives a new way in; sends nothing",
    "mfa_authenticate": "the second half of the door",
    "mfa_login_webauthn": "the door for passkeys",
    "coalitions:start": "the first coordinator, once, with the code printed in the terminal",
    "coalitions:accept": "whoever holds an invitation has no account yet",
    "coalitions:join": "whoever follows a link for several has no account yet",
    "consultations:join": "asks for the code on the wall",
    "consultations:take_seat": "whoever reads the code on the wall has no account",
    "hall:worker": "a script without a word of anybody's: it opens the phone's page where there is no line",
    "post:stop": "the link in a digest stops it: whoever reads the mail may",
    "timeline:feed": "calendar programs cannot sign in: the address itself is the secret, and can be revoked",
    "set_language": "whoever reads the door may read it in their language",
}

# Matches: <script>  but not: <script src="..." defer>, nor data: <script type="application/json">
INLINE_SCRIPT = re.compile(r"<script(?![^>]*\b(?:src=|type=\"application/json\"))[^>]*>")
INLINE_STYLE = re.compile(r"<style\b|\sstyle=[\"']")
# Matches: onclick="..."  hx-on:click="..."  href="javascript:..."
INLINE_HANDLER = re.compile(r"\s(?:on[a-z]+|hx-on[\w:-]*)=[\"']|javascript:")
# Matches: {% include "intake/parts/side.html" with only='yes' %}
TAG = re.compile(r"\{%.*?%\}", re.DOTALL)
# Matches: {{ text|safe }}  {{ text | safeseq }}  {% autoescape off %}
UNESCAPED = re.compile(r"\|\s*safe(?:seq)?\b|\bautoescape\s+off\b")
# Matches: src="https://elsewhere.example/a.js"  and  src="//elsewhere.example/a.js"
THIRD_PARTY = re.compile(r"\s(?:src|srcset|action|poster)=[\"'](?:https?:)?//")


def test_only_the_listed_pages_open_without_signing_in() -> None:
    assert {name for name, open_ in _pages() if open_} == set(PUBLIC)


def test_every_page_has_a_name() -> None:
    assert [name for name, _ in _pages() if name.startswith("^") or not name] == []


def test_templates_carry_no_inline_script_style_or_handler() -> None:
    assert _found(INLINE_SCRIPT, INLINE_STYLE, INLINE_HANDLER, read=_as_html) == []


def test_templates_escape_everything() -> None:
    assert _found(UNESCAPED) == []


def test_templates_ask_no_third_party() -> None:
    assert _found(THIRD_PARTY) == []


def _pages() -> Iterator[tuple[str, bool]]:
    """Yield (name with its namespace, whether it opens without signing in) for every address of the house."""
    return _walk(get_resolver(), "")


def _walk(resolver: URLResolver, prefix: str) -> Iterator[tuple[str, bool]]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from _walk(entry, f"{prefix}{entry.namespace}:" if entry.namespace else prefix)
        elif isinstance(entry, URLPattern):
            yield f"{prefix}{entry.name or str(entry.pattern)}", _is_public(entry.callback)


def _is_public(view: Callable[..., object]) -> bool:
    """Say whether a page opens to anybody; those of a consultation open to its participants alone."""
    return not getattr(view, "login_required", True) and not getattr(view, "members_prove_themselves", False)


def _found(*patterns: re.Pattern[str], read: Callable[[str], str] = str) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}: {match.group().strip()}"
        for path in templates()
        for pattern in patterns
        for match in pattern.finditer(read(path.read_text(encoding="utf-8")))
    ]


def _as_html(template: str) -> str:
    """Return the template without Django's own tags, whose words may look like attributes."""
    return TAG.sub("", template)
