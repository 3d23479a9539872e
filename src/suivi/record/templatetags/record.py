"""Words for templates about the record: a position with its shape, names of States, links to what a page speaks of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from suivi.common.escaping import filled
from suivi.record.names import organisation_name, region_name, slug_of, state_name, tag_name
from suivi.record.queries.choices import Choice
from suivi.record.queries.rows import Row
from suivi.record.rules import Position, TagKind

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

    from suivi.record.models import Recommendation, Review, Tag

register = template.Library()

OPTION = '<option value="{value}">{shown}</option>'
_AGAIN, _TAGS = ' <span class="again">{again}</span>', '<p class="tags" dir="auto">{tags}</p>'
ROW = {
    (has_again, has_tags): (
        '<li><label><input type="checkbox" name="pick" value="{key}">{place}</label>'
        '<div><p dir="auto" lang="{language}"><a href="{address}">{text}</a></p>'
        f'<p class="by">{{states}}{_AGAIN if has_again else ""}</p>{_TAGS if has_tags else ""}</div>'
        '<span class="position {position}">{position_label}</span></li>'
    )
    for has_again in (False, True)
    for has_tags in (False, True)
}

register.filter("state_name", state_name)
register.filter("region_name", region_name)
register.filter("organisation_name", organisation_name)


@register.filter
def name_of(tag: Tag) -> str:
    """Return how a tag is called."""
    return tag_name(tag.kind, tag.code, tag.name)


@register.filter
def position(value: str) -> SafeString:
    """Return a position as a shape and its word; the colour only repeats what both say."""
    known = Position(value)
    return format_html('<span class="position {}">{}</span>', known.value, known.label)


@register.filter
def number(recommendation: Recommendation) -> str:
    """Return the number of a recommendation; those of exports have none."""
    return recommendation.number or _("no number")


@register.simple_tag
def options(choices: Iterable[Choice]) -> SafeString:
    """Return choices as options of a select, each with its count; written here because a list has hundreds of them."""
    return filled((OPTION, {"value": each.value, "shown": each.shown}) for each in choices)


@register.simple_tag
def list_rows(rows: Iterable[Row]) -> SafeString:
    """Return the rows of the list, each with a box to pick it by; written here for the same reason."""
    return filled((ROW[bool(row["again"]), bool(row["tags"])], row) for row in rows)  # type: ignore[misc]


@register.simple_tag
def recommendation_address(recommendation: Recommendation) -> str:
    """Return the address of one recommendation: `/recommendations/XOR/4/128.12/`."""
    return reverse("record:recommendation", args=recommendation.key.split("/", 2))


@register.simple_tag
def review_address(review: Review) -> str:
    """Return the address of one review: `/reviews/XOR/4/`."""
    return reverse("record:review", args=(review.state, review.cycle))


@register.simple_tag
def list_address(review: Review | None = None, **chosen: str) -> str:
    """Return the address of the list, narrowed to a review and to values such as `theme="right-to-health"`."""
    inside = {"state": review.state, "cycle": review.cycle} if review else {"q": ""}
    return f"{reverse('record:recommendations')}?{urlencode({**inside, **chosen})}"


@register.simple_tag
def tag_address(tag: Tag, review: Review | None = None) -> str:
    """Return the address of the list narrowed to one tag."""
    return list_address(review, **{tag.kind: tag.code if tag.kind == TagKind.SDG else slug_of(tag.name)})
