"""Words for templates about discussions: a text as it was typed, two wordings compared, where a thread is shown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django import template
from django.template.defaultfilters import linebreaksbr
from django.utils.html import format_html, format_html_join

from suivi.discussions.leading import address_of_thread
from suivi.discussions.rules.comparing import Piece
from suivi.discussions.rules.languages import OTHER, own_name
from suivi.discussions.rules.texts import pieces_of

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

register = template.Library()

register.simple_tag(address_of_thread, name="thread_address")

TAGS = {"same": "{}", "gone": "<del>{}</del>", "new": "<ins>{}</ins>"}


@register.filter
def written(text: str) -> SafeString:
    """Return what somebody typed: line ends kept, whole addresses as links, everything else as it is."""
    return format_html_join(
        "", "{}", ((_link(piece) if is_link else linebreaksbr(piece),) for piece, is_link in pieces_of(text))
    )


@register.filter
def compared_pieces(pieces: Iterable[Piece]) -> SafeString:
    """Return two wordings as one text: what went struck through, what came underlined."""
    return format_html_join("", "{}", ((format_html(TAGS[each.kind], linebreaksbr(each.text)),) for each in pieces))


@register.filter
def spoken(code: str) -> str:
    """Return how a language calls itself; nothing for one that nobody named."""
    return "" if code == OTHER else own_name(code)


def _link(address: str) -> SafeString:
    return format_html('<a href="{0}" rel="nofollow noopener noreferrer" dir="ltr">{0}</a>', address)
