"""Writing to the record by hand: only keepers do, with a reason or a source, and the search knows at once."""

from __future__ import annotations

from datetime import date

import pytest

from suivi.coalitions.models import Membership
from suivi.coalitions.tests.factories import make_member
from suivi.common.decisions import Refused
from suivi.history.models import Event
from suivi.record.actions import correct_states, correct_text, record_answer
from suivi.record.forms import AnswerForm, StatesForm, TextForm
from suivi.record.models import Correction, Part, Recommendation, Response
from suivi.record.rules import Position, Stage, combined_position
from suivi.record.search.asked import Asked
from suivi.record.search.filters import Filter
from suivi.record.search.find import find
from suivi.record.tests.factories import make_recommendation, make_response

pytestmark = pytest.mark.django_db


@pytest.fixture
def mara() -> Membership:
    return make_member()


def totals(**chosen: str) -> int:
    return find(Asked(chosen={Filter(name): (value,) for name, value in chosen.items()})).total


def test_a_corrected_text_is_found_by_its_new_words_and_told_in_history(mara: Membership) -> None:
    one = make_recommendation(text="Ratify the tretay")
    made = correct_text(recommendation=one, text="Ratify the treaty", reason="misprint", by=mara)
    assert (made.before, made.after, made.made_by) == ("Ratify the tretay", "Ratify the treaty", "Mara")
    assert find(Asked(text="treaty ")).total == 1
    event = Event.objects.latest("sequence")
    assert (event.verb, event.thing, event.details) == (
        "correct_recommendation",
        f"recommendation:{one.key}",
        {"field": "text"},
    )


def test_correcting_back_to_the_original_leaves_no_corrected_text(mara: Membership) -> None:
    one = make_recommendation(text="Ratify")
    correct_text(recommendation=one, text="Sign", reason="misread", by=mara)
    correct_text(recommendation=one, text="Ratify", reason="it was right", by=mara)
    assert Recommendation.objects.get().corrected_text == ""
    assert Correction.objects.count() == 2


def test_corrected_states_are_found_by_filter(mara: Membership) -> None:
    one = make_recommendation(states=["NOR", "SWE"])
    correct_states(recommendation=one, states=["FIN", "NOR"], reason="the brackets were torn", by=mara)
    assert (totals(by="FIN"), totals(by="SWE")) == (1, 0)
    assert Correction.objects.get().before == "NOR, SWE"


def test_an_answer_at_the_plenary_stands_over_the_addendum(mara: Membership) -> None:
    one = make_recommendation(position=Position.NOTED)
    make_response(one, position=Position.NOTED)
    record_answer(
        recommendation=one, position=Position.SUPPORTED, stage=Stage.PLENARY, given_on=date(2026, 7, 2),
        source="A/HRC/62/2, para. 512", by=mara,
    )  # fmt: skip
    one.refresh_from_db()
    assert one.position == Position.SUPPORTED
    assert totals(position="supported") == 1


def test_an_answer_to_one_part_makes_partial_support(mara: Membership) -> None:
    one = make_recommendation(parts=[("Ratify the treaty", ["NOR"]), ("Sign the protocol", ["FRA"])])
    make_response(one, position=Position.NOTED)
    record_answer(
        recommendation=one, position=Position.SUPPORTED, stage=Stage.PLENARY, given_on=None, source="recording, 0:12",
        part=one.parts.get(order=1), by=mara,
    )  # fmt: skip
    one.refresh_from_db()
    assert one.position == Position.PARTIALLY_SUPPORTED


@pytest.mark.parametrize(
    ("several", "together"),
    [
        (["supported", "supported"], "supported"),
        (["supported", "noted"], "partially_supported"),
        (["noted", "pending"], "noted"),
        (["noted", "unclear"], "unclear"),
        ([], "pending"),
    ],
)
def test_positions_of_parts_add_up(several: list[str], together: str) -> None:
    assert combined_position(map(Position, several)) == together


@pytest.mark.parametrize("role", ["custodian", "steering", "member", "translator", "observer", "nhri", "official"])
def test_whoever_does_not_keep_the_record_changes_nothing(role: str) -> None:
    other = make_member("ines", role=role)
    one = make_recommendation(text="Ratify")
    with pytest.raises(Refused):
        correct_text(recommendation=one, text="Sign", reason="because", by=other)
    with pytest.raises(Refused):
        correct_states(recommendation=one, states=["FIN"], reason="because", by=other)
    with pytest.raises(Refused):
        record_answer(
            recommendation=one, position=Position.NOTED, stage=Stage.ROOM, given_on=None, source="s", by=other
        )
    assert not Correction.objects.exists()
    assert not Response.objects.exists()
    assert Recommendation.objects.get().wording == "Ratify"


def test_a_correction_needs_a_change_and_a_reason() -> None:
    form = TextForm({"text": "Ratify", "reason": ""}, now="Ratify")  # type: ignore[arg-type]
    assert set(form.errors) == {"text", "reason"}


def test_states_are_typed_by_name_in_any_language_or_by_code() -> None:
    form = StatesForm({"states": "Norvège\nSWE\n\nالنرويج", "reason": "torn"}, now=[])  # type: ignore[arg-type]
    assert form.is_valid()
    assert form.cleaned_data["states"] == ["NOR", "SWE"]
    form = StatesForm({"states": "Norway\nAtlantis", "reason": "torn"}, now=[])  # type: ignore[arg-type]
    assert "Atlantis" in str(form.errors["states"])


def test_an_answer_needs_a_source_and_offers_parts_only_where_there_are_some() -> None:
    whole, split = make_recommendation(), make_recommendation(parts=[("a", ["NOR"]), ("b", ["FRA"])])
    assert "part" not in AnswerForm(None, recommendation=whole).fields
    form = AnswerForm({"position": "noted", "stage": "plenary"}, recommendation=split)  # type: ignore[arg-type]
    assert set(form.errors) == {"source"}
    alien = Part.objects.exclude(recommendation=whole).first()
    assert alien
    foreign = make_recommendation(parts=[("c", ["NOR"]), ("d", ["FRA"])]).parts.get(order=1)
    typed = {"position": "noted", "stage": "plenary", "source": "s", "part": foreign.pk}
    assert "part" in AnswerForm(typed, recommendation=split).errors  # type: ignore[arg-type]
