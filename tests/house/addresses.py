"""Every address of the house; and a house with a page more, for tests of what happens then."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator

from django.http import HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver, path

from suivi.config import urls

type View = Callable[..., HttpResponse]


def addresses() -> list[str]:
    """Return the name of every address of the house, with its app's before it."""
    return [name for name, _view in entries()]


def entries() -> Iterator[tuple[str, View]]:
    """Yield (name, view) for every address of the house."""
    return _walk(get_resolver(), "")


def house_with(name: str, view: View) -> types.ModuleType:
    """Return the addresses of the house with one more: `view` under `/<name>/`. Made to be set as ROOT_URLCONF."""
    house = types.ModuleType(f"house_with_{name}")
    vars(house).update(vars(urls), urlpatterns=[*urls.urlpatterns, path(f"{name}/", view, name=name)])
    return house


def _walk(resolver: URLResolver, prefix: str) -> Iterator[tuple[str, View]]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from _walk(entry, f"{prefix}{entry.namespace}:" if entry.namespace else prefix)
        elif isinstance(entry, URLPattern):
            yield f"{prefix}{entry.name}", entry.callback
