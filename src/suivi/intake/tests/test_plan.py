"""What documents would change: the same twice, newer ones, several together, exports and reports."""

from __future__ import annotations

from datetime import date

from suivi.intake.plan import KnownReview, Plan
from suivi.intake.rules import Verdict
from suivi.intake.tests.papers import (
    ADDENDUM,
    REPORT,
    WORDINGS,
    addendum,
    coded,
    export,
    laid,
    listed,
    notes,
    nothing_yet,
    report,
    said,
    supports,
    thematic_list,
)
from suivi.record.rules import Claim, Position, Scheme, Stage, TagKind
from undocs.document import Claim as Claimed
from undocs.document import Part, Recommendation
from undocs.document import Position as Read


def after(*documents: object, first_origin: int = 1) -> KnownReview:
    """Return the record as it stands once these documents are in it."""
    record = nothing_yet()
    laid(record, *documents, first_origin=first_origin)  # type: ignore[arg-type]
    record.exists = True
    return record


def positions(record: KnownReview) -> dict[str, set[tuple[Stage, Position]]]:
    return {known.number: {(each.stage, each.position) for each in known.answers} for known in record.recommendations}


def codes(plan: Plan) -> list[str]:
    return [remark.code for remark in plan.remarks]


ANSWERED = addendum([supports("120.1", "120.3", paragraph="3"), notes("120.2", "120.4", reason="The island is far.")])


def test_a_report_brings_each_recommendation_with_its_place_and_the_facts_of_the_review() -> None:
    record = nothing_yet()
    plan = laid(record, report())
    assert [new.known.key for new in plan.recommendations] == [f"XOR/3/{number}" for number in WORDINGS]
    orders = [new.known.order for new in plan.recommendations]
    assert orders == sorted(set(orders))
    assert plan.facts["reviewed_on"] == date(2020, 11, 3)
    assert (plan.facts["report_symbol"], plan.facts["hrc_session"]) == (REPORT, 46)
    assert plan.positions == {}
    assert plan.is_new


def test_the_same_report_a_second_time_changes_nothing() -> None:
    plan = laid(after(report()), report())
    assert plan.changes_nothing
    assert plan.counts()["same"] == len(WORDINGS)


def test_case_spaces_and_signs_make_no_difference() -> None:
    other = report([said(number, text.upper().replace(" ", "  ") + "; ") for number, text in WORDINGS.items()])
    assert laid(after(report()), other).counts()["differences"] == 0


def test_an_addendum_answers_by_number_with_words_reasons_and_source() -> None:
    plan = laid(after(report()), ANSWERED)
    assert plan.positions["XOR/3/120.1"] is Position.SUPPORTED
    assert plan.positions["XOR/3/120.4"] is Position.NOTED
    by_key = {answer.key: answer for answer in plan.answers}
    noted = by_key["XOR/3/120.4"]
    assert (noted.stage, noted.given_on, noted.reason) == (Stage.ADDENDUM, date(2021, 2, 20), "The island is far.")
    assert by_key["XOR/3/120.1"].source == f"{ADDENDUM}, para. 3"
    assert plan.recommendations == []


def test_report_addendum_and_list_of_one_import_reconcile_in_any_order() -> None:
    rows = [listed(number, Read.SUPPORTED if number in {"120.1", "120.3"} else Read.NOTED) for number in WORDINGS]
    plan = laid(nothing_yet(), thematic_list(rows), ANSWERED, report())
    assert len(plan.recommendations) == len(WORDINGS)
    assert {new.origin for new in plan.recommendations} == {"file:3"}, "the report gives the wordings"
    assert {answer.origin for answer in plan.answers} == {"file:2"}, (
        "the addendum gives the answers, the list repeats them"
    )
    assert {tag.origin for tag in plan.tags} == {"file:1"}
    assert plan.remarks == []
    assert plan.differences == []


def test_a_list_alone_tells_the_stage_of_each_answer_by_its_source() -> None:
    rows = [
        listed("120.1", Read.SUPPORTED, f"{REPORT} - Para 120"),
        listed("120.2", Read.NOTED, f"{ADDENDUM} - Para.3"),
        listed("120.3", Read.SUPPORTED, "A/HRC/46/2 - Para. 310"),
        listed("120.4", Read.NOTED, None),
    ]
    record = after(thematic_list(rows))
    assert [stage for given in positions(record).values() for stage, _position in given] == [
        Stage.ROOM, Stage.ADDENDUM, Stage.PLENARY, Stage.CODED,
    ]  # fmt: skip


def test_an_addendum_after_the_list_adds_the_words_of_the_state() -> None:
    rows = [listed(number, Read.SUPPORTED if number in {"120.1", "120.3"} else Read.NOTED) for number in WORDINGS]
    plan = laid(after(thematic_list(rows)), ANSWERED, first_origin=9)
    assert len(plan.answers) == len(WORDINGS)
    assert set(plan.positions.values()) == {Position.SUPPORTED, Position.NOTED}


def test_what_was_supported_in_the_room_and_noted_later_is_noted() -> None:
    room = report([said("120.1", position=Read.SUPPORTED)])
    plan = laid(after(room), addendum([notes("120.1")]), first_origin=9)
    assert plan.positions == {"XOR/3/120.1": Position.NOTED}


def test_a_newer_wording_is_shown_as_a_difference_and_never_overwrites() -> None:
    record = after(report())
    newer = report([said("120.1", "Clean the great lake within two years")])
    plan = laid(record, newer, first_origin=9)
    assert [(each.field, each.recorded, each.told) for each in plan.differences] == [
        ("text", WORDINGS["120.1"], "Clean the great lake within two years")
    ]
    assert plan.changes_nothing
    assert record.recommendations[0].text == WORDINGS["120.1"]
    assert plan.verdicts[0] == (Verdict.DIFFERS, "XOR/3/120.1")


def test_other_states_are_a_difference_and_missing_states_are_filled_in() -> None:
    record = after(report([said("120.1", states=["PER"]), said("120.2", states=[])]))
    plan = laid(record, report([said("120.1", states=["PER", "CHL"]), said("120.2", states=["CHL"])]), first_origin=9)
    assert [(each.field, each.recorded, each.told) for each in plan.differences] == [("states", "PER", "PER CHL")]
    assert plan.states == {"XOR/3/120.2": ["CHL"]}


def test_a_document_in_another_language_is_no_difference() -> None:
    french = report([said("120.1", "Nettoyer le grand lac")], language="fr")
    plan = laid(after(report()), french, first_origin=9)
    assert plan.differences == []
    assert codes(plan) == ["other_language"]


def test_two_sentences_under_one_number_are_answered_each_on_its_own() -> None:
    whole = "Teach every child to swim; build a pool in each province"
    parts = [Part("Teach every child to swim", ["PER"]), Part("build a pool in each province", ["CHL"])]
    record = after(report([Recommendation("120.3", whole, ["PER", "CHL"], parts)]))
    rows = [
        listed("120.3", Read.SUPPORTED, text="Teach every child to swim"),
        listed("120.3", Read.NOTED, text="build a pool in each province", states=["CHL"]),
    ]
    plan = laid(record, thematic_list(rows), first_origin=9)
    assert [(answer.part, answer.position) for answer in plan.answers] == [(1, Position.SUPPORTED), (2, Position.NOTED)]
    assert plan.positions == {"XOR/3/120.3": Position.PARTIALLY_SUPPORTED}
    assert plan.recommendations == []
    assert plan.differences == []


def test_a_claim_of_being_implemented_already_is_kept() -> None:
    plan = laid(after(report()), addendum([supports("120.1", claim=Claimed.ALREADY_IMPLEMENTED)]), first_origin=9)
    assert plan.answers[0].claim is Claim.ALREADY_IMPLEMENTED


def test_an_answer_to_an_unknown_number_is_said_and_goes_nowhere() -> None:
    plan = laid(after(report()), addendum([supports("120.1", "120.99")]), first_origin=9)
    assert [(remark.code, remark.params["numbers"]) for remark in plan.remarks[:1]] == [
        ("answered_nowhere", ["120.99"])
    ]
    assert plan.verdicts[0][0] is Verdict.NOWHERE
    assert [answer.key for answer in plan.answers] == ["XOR/3/120.1"]


def test_an_addendum_that_leaves_the_paragraph_out_is_understood() -> None:
    plan = laid(after(report()), addendum([supports("1", "2"), notes("3"), supports("4")]), first_origin=9)
    assert plan.positions["XOR/3/120.3"] is Position.NOTED
    assert len(plan.answers) == 4
    assert plan.remarks == []


def test_a_number_without_its_paragraph_that_two_paragraphs_have_goes_nowhere() -> None:
    record = after(report([said("120.1"), said("121.1", "Close the prison")]))
    assert codes(laid(record, addendum([supports("1")]), first_origin=9)) == ["answered_nowhere"]


def test_what_stays_without_an_answer_is_said() -> None:
    plan = laid(after(report()), addendum([supports("120.1", "120.2", "120.3")]), first_origin=9)
    assert [(remark.code, remark.params) for remark in plan.remarks] == [("without_answer", {"numbers": ["120.4"]})]


def test_a_list_that_contradicts_the_addendum_is_said() -> None:
    plan = laid(
        after(report(), addendum([supports("120.1")])), thematic_list([listed("120.1", Read.NOTED)]), first_origin=9
    )
    contradiction = plan.remarks[0]
    assert contradiction.code == "contradiction"
    assert contradiction.params["number"] == "120.1"


def test_one_number_both_supported_and_noted_in_one_addendum_is_partial_and_said() -> None:
    plan = laid(after(report()), addendum([supports("120.1"), notes("120.1")]), first_origin=9)
    assert plan.positions == {"XOR/3/120.1": Position.PARTIALLY_SUPPORTED}
    assert "both" in codes(plan)


def test_totals_that_the_addendum_states_are_held_against_the_record() -> None:
    counted = addendum([supports("120.1", "120.2"), notes("120.3", "120.4")], totals={"supported": 3, "noted": 2})
    plan = laid(after(report()), counted, first_origin=9)
    [wrong] = [remark.params for remark in plan.remarks if remark.code == "totals"]
    assert (wrong["position"], wrong["stated"], wrong["held"]) == ("supported", 3, 2)


def test_numbers_that_only_the_list_or_only_the_report_has_are_said() -> None:
    plan = laid(
        nothing_yet(),
        report([said("120.1"), said("120.2")]),
        thematic_list([listed("120.2", Read.NOTED), listed("120.3", Read.NOTED)]),
    )
    missing = {
        remark.params["document"]: remark.params["numbers"] for remark in plan.remarks if remark.code == "missing"
    }
    assert sorted(missing.values()) == [["120.1"], ["120.3"]]


def test_a_list_of_another_review_is_recognised() -> None:
    other = {number: f"Something else entirely number {number}" for number in WORDINGS}
    plan = laid(
        after(report()),
        thematic_list([listed(number, Read.NOTED, text=text) for number, text in other.items()]),
        first_origin=9,
    )
    assert codes(plan)[0] == "another_review"


def test_tags_keep_the_vocabulary_of_their_list() -> None:
    plan = laid(nothing_yet(), thematic_list([listed("120.1", Read.NOTED, themes=["A12 Acceptance of lakes"])]))
    assert {(tag.kind, tag.scheme, tag.code, tag.name) for tag in plan.tags} == {
        (TagKind.THEME, Scheme.OHCHR_2, "A12", "Acceptance of lakes"),
        (TagKind.GROUP, Scheme.OHCHR_2, "", "Children"),
        (TagKind.SDG, Scheme.SDG, "6", "Goal 6"),
    }


def test_rows_of_an_export_with_one_wording_are_one_recommendation_of_several_states() -> None:
    rows = [coded("Clean the lake", ["PER"]), coded("Clean the lake.", ["CHL"]), coded("Close the prison", ["CHL"])]
    plan = laid(nothing_yet(), export(rows))
    assert [(new.known.number, new.known.states) for new in plan.recommendations] == [
        ("", ["PER", "CHL"]),
        ("", ["CHL"]),
    ]
    assert len({new.known.key for new in plan.recommendations}) == 2
    assert {answer.stage for answer in plan.answers} == {Stage.CODED}
    assert laid(after(export(rows)), export(rows)).changes_nothing


def test_an_export_adds_to_a_numbered_report_and_makes_no_second_recommendation() -> None:
    rows = [
        coded("Clean the great lake before its next review"),
        coded("Teach every child to swim"),
        coded("Something that the report does not have at all"),
    ]
    plan = laid(after(report()), export(rows), first_origin=9)
    assert [new.known.text for new in plan.recommendations] == ["Something that the report does not have at all"]
    assert plan.differences == []
    assert plan.categories["XOR/3/120.1"] == 5
    assert {tag.name for tag in plan.tags if tag.key == "XOR/3/120.1"} == {"Environment"}


def test_an_export_calls_treaties_by_their_acronyms() -> None:
    long = "Ratify the Optional Protocol to the Convention against Torture at the earliest opportunity"
    plan = laid(after(report([said("120.1", long)])), export([coded("Ratify OP-CAT")]), first_origin=9)
    assert plan.recommendations == []
    assert plan.categories == {"XOR/3/120.1": 5}


def test_wordings_that_differ_in_a_figure_or_a_treaty_are_never_one() -> None:
    first = "Ratify the First Optional Protocol to the International Covenant on Civil and Political Rights"
    record = after(report([said("120.1", first)]))
    others = [
        first.replace("First", "Second"),
        "Light 12 lighthouses on the coast",
        "Light 13 lighthouses on the coast",
    ]
    plan = laid(record, export([coded(text) for text in others]), first_origin=9)
    assert [new.known.text for new in plan.recommendations] == others


def test_what_an_export_coded_counts_only_until_a_document_answers() -> None:
    record = after(report(), export([coded(WORDINGS["120.1"], position=Read.SUPPORTED)]))
    plan = laid(record, addendum([notes("120.1")]), first_origin=9)
    assert plan.positions == {"XOR/3/120.1": Position.NOTED}


def test_a_report_gives_what_an_export_brought_its_number_and_its_wording() -> None:
    record = after(export([coded("Clean the great lake before its next review")]))
    old_key = record.recommendations[0].key
    plan = laid(record, report([said("120.1")]), first_origin=9)
    assert plan.recommendations == []
    assert [(each.old_key, each.key, each.number, each.wording) for each in plan.numbers] == [
        (old_key, "XOR/3/120.1", "120.1", WORDINGS["120.1"])
    ]
    assert plan.differences == []
    assert laid(record, report([said("120.1")]), first_origin=9).changes_nothing


def test_plain_numbers_that_begin_anew_are_told_apart_by_their_wording() -> None:
    lines = [said("1", "Clean the lake"), said("2", "Close the prison"), said("1", "Teach every child to swim")]
    plan = laid(nothing_yet(), report(lines))
    keys = [new.known.key for new in plan.recommendations]
    assert keys[:2] == ["XOR/3/1", "XOR/3/2"]
    assert keys[2].startswith("XOR/3/1-")
    assert laid(after(report(lines)), report(lines)).changes_nothing


def test_a_number_as_sheets_write_it_makes_an_address_all_the_same() -> None:
    rows = [said("140/7", "Clean the lake"), said("Recommendation no. 12 of the second list", "Close the prison")]
    keys = [new.known.key for new in laid(nothing_yet(), report(rows)).recommendations]
    assert [key.count("/") for key in keys] == [2, 2]
    assert max(map(len, keys)) <= 40


def test_pledges_come_once() -> None:
    promised = report(pledges=["Orvana will invite two special procedures a year"])
    assert [pledge.order for pledge in laid(nothing_yet(), promised).pledges] == [1]
    assert laid(after(promised), promised).pledges == []
