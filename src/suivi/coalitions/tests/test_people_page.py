"""The page of people when there are many: looked for by name and organisation, counted, light."""

from __future__ import annotations

import gzip

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from suivi.coalitions.models import Membership, Organisation, Person
from suivi.coalitions.queries.people import found_people
from suivi.coalitions.tests.factories import make_coalition, make_member, make_organisation, signed_in

pytestmark = pytest.mark.django_db

MOST = 150


@pytest.fixture
def mara() -> Membership:
    """Return a coordinator of a coalition of one hundred and fifty people of forty organisations."""
    mara = make_member("mara")
    make_member("tomas", role="custodian")
    coalition = mara.coalition
    names = [Organisation(name=f"Réseau {number:02}", coalition=coalition) for number in range(40)]
    organisations = Organisation.objects.bulk_create(names)
    people = [Person(handle=f"person-{number}", name=f"Person {number}") for number in range(MOST - 2)]
    Membership.objects.bulk_create(
        Membership(person=person, coalition=coalition, organisation=organisations[number % 40], role_key="member")
        for number, person in enumerate(Person.objects.bulk_create(people))
    )
    return mara


def test_one_hundred_and_fifty_people_cost_as_many_queries_as_two(
    mara: Membership, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = signed_in(mara)
    client.get("/people/")
    with django_assert_max_num_queries(12) as many:
        page = client.get("/people/").content
    Membership.objects.filter(person__handle__startswith="person-").update(ended_at=timezone.now())
    with django_assert_max_num_queries(12) as few:
        client.get("/people/")
    assert len(many) == len(few)
    assert len(gzip.compress(page)) < 15_000


def test_people_are_found_by_parts_of_name_and_organisation_whatever_the_accents(mara: Membership) -> None:
    def found(words: str) -> set[str]:
        return {
            each.person.name for each in found_people(mara.coalition, words=words, organisation="", role="").members
        }

    assert found("person 147") == {"Person 147"}
    assert found("RESEAU 07") == {"Person 7", "Person 47", "Person 87", "Person 127", "Person 107"}
    assert found("reseau 07 person 4") == {"Person 47"}
    assert found("nobody at all") == set()


def test_organisation_and_role_narrow_the_list_and_counts_stay_whole(mara: Membership) -> None:
    seventh = Organisation.objects.get(name="Réseau 07")
    found = found_people(mara.coalition, words="", organisation=seventh.key, role="member")
    assert len(found.members) == 4
    assert found.total == MOST
    assert sum(count for _organisation, count in found.organisations) == MOST
    assert {key: count for key, _label, count in found.roles} == {"coordinator": 1, "custodian": 1, "member": MOST - 2}
    persons = found_people(mara.coalition, words="", organisation="none", role="")
    assert {each.person.name for each in persons.members} == {"Mara", "Tomas"}


def test_the_part_that_htmx_asks_for_holds_the_list_alone(mara: Membership) -> None:
    headers = {"HX-Request": "true", "HX-Target": "div#found"}
    part = signed_in(mara).get("/people/?q=person+147", headers=headers).content.decode()
    assert part.lstrip().startswith('<div id="found">')
    assert part.count("<tr>") == 2


def test_an_organisation_of_another_coalition_finds_nobody_and_is_not_offered(mara: Membership) -> None:
    strange = make_organisation("Strange", coalition=make_coalition("Elsewhere"))
    page = signed_in(mara).get(f"/people/?organisation={strange.key}").content.decode()
    assert "Nobody is called so." in page
    assert "Strange" not in page
