"""At least two people keep a coalition; and as long as one is alone, the pages say what to do."""

from __future__ import annotations

import pytest
from django.utils import timezone

from suivi.coalitions.actions.joining import open_join_link
from suivi.coalitions.actions.lists import invite_list
from suivi.coalitions.actions.members import change_membership, end_membership
from suivi.coalitions.queries.keeping import is_kept_by_one
from suivi.coalitions.rules.keeping import stays_kept
from suivi.coalitions.tests.factories import make_coalition, make_frozen, make_member, signed_in
from suivi.common.decisions import Refused

pytestmark = pytest.mark.django_db

ALONE = "You alone keep the people of this coalition."


def test_once_there_are_two_nobody_goes_below_two() -> None:
    mara, tomas = make_member("mara"), make_member("tomas", role="custodian")
    for whom in (mara, tomas):
        with pytest.raises(Refused, match="At least two people"):
            change_membership(whom=whom, role_key="member", organisation=None, at=timezone.now(), by=mara)
        with pytest.raises(Refused, match="At least two people"):
            end_membership(whom=whom, at=timezone.now(), by=whom)


def test_of_three_one_may_go_and_the_two_that_remain_may_not() -> None:
    mara, tomas, lina = make_member("mara"), make_member("tomas", role="custodian"), make_member("lina")
    end_membership(whom=lina, at=timezone.now(), by=lina)
    with pytest.raises(Refused):
        end_membership(whom=tomas, at=timezone.now(), by=mara)


def test_a_coordinator_becomes_custodian_though_only_two_keep() -> None:
    mara, tomas = make_member("mara"), make_member("tomas", role="custodian")
    change_membership(whom=mara, role_key="custodian", organisation=None, at=timezone.now(), by=tomas)
    mara.refresh_from_db()
    assert mara.role_key == "custodian"


def test_a_frozen_keeper_does_not_count() -> None:
    mara = make_member("mara")
    make_member("tomas", role="custodian")
    make_frozen("lina", role="coordinator")
    with pytest.raises(Refused):
        end_membership(whom=mara, at=timezone.now(), by=mara)


def test_where_there_never_was_a_second_the_only_one_stays() -> None:
    mara = make_member("mara")
    with pytest.raises(Refused):
        end_membership(whom=mara, at=timezone.now(), by=mara)


@pytest.mark.parametrize(
    ("before", "after", "kept"),
    [(1, 1, True), (1, 0, False), (2, 2, True), (2, 1, False), (3, 2, True), (3, 1, False), (0, 0, False)],
)
def test_the_rule_by_itself(before: int, after: int, *, kept: bool) -> None:
    assert stays_kept(before=before, after=after) == kept


@pytest.mark.parametrize("address", ["/people/", "/people/invite/", "/people/waiting/", "/people/links/new/"])
def test_whoever_keeps_people_alone_is_told_what_to_do_on_every_page_of_people(address: str) -> None:
    mara = make_member("mara")
    make_member("idris", role="member")
    assert ALONE in signed_in(mara).get(address).content.decode()
    make_member("tomas", role="custodian")
    assert ALONE not in signed_in(mara).get(address).content.decode()


def test_only_whoever_keeps_people_is_told() -> None:
    mara, idris = make_member("mara"), make_member("idris", role="member")
    assert (is_kept_by_one(mara), is_kept_by_one(idris), is_kept_by_one(None)) == (True, False, False)
    assert ALONE not in signed_in(idris).get("/people/").content.decode()


def test_a_keeper_elsewhere_is_no_second() -> None:
    mara = make_member("mara")
    make_member("tomas", coalition=make_coalition("Elsewhere"))
    assert is_kept_by_one(mara)


def test_doors_for_many_stay_closed_until_a_second_keeps_people() -> None:
    mara = make_member("mara")
    told = {"meant_for": "all", "role_key": "member", "organisation": None, "places": 5, "days": 1}
    with pytest.raises(Refused, match="First invite a second"):
        open_join_link(**told, at=timezone.now(), by=mara)  # type: ignore[arg-type]
    with pytest.raises(Refused, match="First invite a second"):
        invite_list(rows=[], at=timezone.now(), by=mara)
    assert "First invite a second coordinator" in signed_in(mara).get("/people/links/new/").content.decode()
    make_member("tomas", role="custodian")
    open_join_link(**told, at=timezone.now(), by=mara)  # type: ignore[arg-type]
