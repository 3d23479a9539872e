"""Saved views: one's own, or shown to the coalition; for all others they do not exist."""

from __future__ import annotations

import pytest
from django.test import Client

from suivi.coalitions.tests.factories import make_coalition
from suivi.record.models import SavedView
from suivi.record.tests.conftest import SigningIn

pytestmark = pytest.mark.django_db

KEEP = "/recommendations/views/keep/"


@pytest.fixture
def mara(signed_in: SigningIn) -> Client:
    return signed_in("member")


def keep(client: Client, name: str = "Pending on torture", *, shown: bool = False) -> SavedView:
    typed = {"name": name, "query": "q=torture&position=pending&page=3&nonsense=1"} | (
        {"for_coalition": "on"} if shown else {}
    )
    assert client.post(KEEP, typed).status_code == 302
    return SavedView.objects.get(name=name)


def test_a_kept_search_stands_above_the_list_and_asks_the_same(mara: Client) -> None:
    view = keep(mara)
    assert view.query == "q=torture&position=pending&page=3"
    assert "Pending on torture" in mara.get("/recommendations/").content.decode()


def test_a_view_of_ones_own_is_seen_by_nobody_else(mara: Client, signed_in: SigningIn) -> None:
    view = keep(mara)
    other = signed_in("coordinator", handle="ines")
    assert "Pending on torture" not in other.get("/recommendations/").content.decode()
    assert other.get(f"/recommendations/views/{view.key}/").status_code == 404
    assert other.post(f"/recommendations/views/{view.key}/remove/").status_code == 404
    assert SavedView.objects.filter(pk=view.pk).exists()


def test_a_view_shown_to_the_coalition_is_seen_there_and_not_in_another(mara: Client, signed_in: SigningIn) -> None:
    keep(mara, shown=True)
    colleague = signed_in("observer", handle="ines")
    stranger = signed_in("coordinator", handle="kai", coalition=make_coalition("Another one"))
    assert "Pending on torture" in colleague.get("/recommendations/").content.decode()
    assert "Pending on torture" not in stranger.get("/recommendations/").content.decode()


def test_guests_see_no_view_of_the_coalition(mara: Client, signed_in: SigningIn) -> None:
    keep(mara, shown=True)
    for role in ("nhri", "official"):
        assert "Pending on torture" not in signed_in(role, handle=role).get("/recommendations/").content.decode()


def test_its_owner_renames_it_and_shows_it_to_others(mara: Client) -> None:
    view = keep(mara)
    mara.post(f"/recommendations/views/{view.key}/", {"name": "Torture", "for_coalition": "on"})
    view.refresh_from_db()
    assert (view.name, view.for_coalition, view.query) == ("Torture", True, "q=torture&position=pending&page=3")


def test_a_colleague_cannot_rename_it_but_who_keeps_the_record_may_remove_it(
    mara: Client, signed_in: SigningIn
) -> None:
    view = keep(mara, shown=True)
    colleague, keeper = signed_in("member", handle="ines"), signed_in("coordinator", handle="kai")
    assert colleague.post(f"/recommendations/views/{view.key}/", {"name": "x"}).status_code == 403
    assert colleague.post(f"/recommendations/views/{view.key}/remove/").status_code == 403
    assert keeper.post(f"/recommendations/views/{view.key}/remove/").status_code == 302
    assert not SavedView.objects.exists()


def test_an_observer_keeps_no_views(signed_in: SigningIn) -> None:
    assert signed_in("observer").post(KEEP, {"name": "x", "query": "q="}).status_code == 403
    assert not SavedView.objects.exists()


def test_a_view_without_a_name_is_asked_for_one_and_keeps_its_search(mara: Client) -> None:
    response = mara.post(KEEP, {"name": "", "query": "q=torture"})
    assert response.status_code == 422
    assert 'value="q=torture"' in response.content.decode()
