"""From files to the record: read, planned, confirmed, written; and what is left of it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as its_settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from suivi.coalitions.models import Membership
from suivi.coalitions.tests.factories import make_coalition, make_member
from suivi.common.decisions import Refused
from suivi.history.models import Event
from suivi.history.queries import verify_chain
from suivi.intake.actions.applying import confirm_import
from suivi.intake.actions.bringing import discard_import
from suivi.intake.actions.ending import sweep_files
from suivi.intake.actions.planning import say_review
from suivi.intake.models import Import, Line, PlannedReview
from suivi.intake.rules import ImportState, Verdict
from suivi.intake.tests import files
from suivi.intake.tests.factories import make_applied, make_checked, make_import, work
from suivi.record.models import (
    Document,
    Part,
    Pledge,
    Recommendation,
    RecommendingState,
    Response,
    Review,
    Tag,
    Tagging,
)
from suivi.record.models.entry import Entry
from suivi.record.rules import Position, Stage

pytestmark = pytest.mark.django_db(transaction=True)

RECORD = (Document, Review, Recommendation, Part, RecommendingState, Response, Tag, Tagging, Pledge)


@pytest.fixture(autouse=True)
def _own_files(tmp_path: Path, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path / "files"


def kept_files() -> list[Path]:
    return [path for path in Path(its_settings.MEDIA_ROOT).rglob("*") if path.is_file()]


def record() -> dict[str, list[object]]:
    """Return every row of the record."""
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in RECORD}


def planned(intake: Import) -> PlannedReview:
    return PlannedReview.objects.get(intake=intake)


def confirm(intake: Import) -> bool:
    return confirm_import(intake=intake, at=timezone.now(), by=intake.brought_by)


def discard(intake: Import) -> None:
    discard_import(intake=intake, at=timezone.now(), by=intake.brought_by)
    intake.refresh_from_db()


def test_a_report_comes_into_the_record_with_everything_it_says() -> None:
    intake = make_applied(files.report())
    assert intake.state == ImportState.APPLIED
    review = Review.objects.get()
    assert (review.key, review.wg_session, review.report_symbol) == ("XOR/3", 36, "A/HRC/46/9")
    assert str(review.reviewed_on) == "2020-11-03"
    assert [each.number for each in Recommendation.objects.all()] == list(files.WORDINGS)
    first = Recommendation.objects.get(key="XOR/3/120.1")
    assert first.text == files.WORDINGS["120.1"]
    assert [each.state for each in first.recommending_states.all()] == ["PER", "CHL"]
    assert first.position == Position.PENDING
    assert first.document.symbol == "A/HRC/46/9"
    assert Path(first.document.file.path).exists()
    assert Entry.objects.count() == len(files.WORDINGS)


def test_importing_a_report_twice_adds_each_recommendation_once() -> None:
    make_applied(files.report())
    before = record()
    again = make_checked(files.report())
    assert planned(again).counts["recommendations"] == 0
    assert planned(again).counts["same"] == len(files.WORDINGS)
    make_applied(files.report())
    assert record() == before


def test_report_addendum_and_list_reconcile_in_one_import() -> None:
    make_applied(files.thematic_list(), files.addendum(), files.report())
    assert Recommendation.objects.count() == len(files.WORDINGS)
    positions = dict(Recommendation.objects.values_list("number", "position"))
    assert positions == {
        number: Position.NOTED if number in files.NOTED else Position.SUPPORTED for number in files.WORDINGS
    }
    assert set(Response.objects.values_list("stage", "document__symbol")) == {(Stage.ADDENDUM, "A/HRC/46/9/Add.1")}
    assert {str(day) for day in Response.objects.values_list("given_on", flat=True)} == {"2021-02-20"}
    assert set(Tag.objects.values_list("name", flat=True)) == {"Water and lakes", "Children", "Goal 6"}
    assert Document.objects.count() == 3


def test_a_newer_document_adds_answers_and_leaves_the_wordings_alone() -> None:
    make_applied(files.report())
    texts = list(Recommendation.objects.values_list("key", "text"))
    make_applied(files.addendum())
    assert list(Recommendation.objects.values_list("key", "text")) == texts
    assert Response.objects.count() == len(files.WORDINGS)
    later = dict(files.WORDINGS) | {"120.1": "Clean the great lake within two years"}
    differing = make_checked(files.report(later, name="corrected.docx"))
    assert [each["field"] for each in planned(differing).differences] == ["text"]
    assert planned(differing).counts["recommendations"] == 0
    verdicts = list(Line.objects.filter(file__intake=differing).values_list("verdict", flat=True))
    assert verdicts.count(Verdict.DIFFERS) == 1


def test_every_write_is_in_the_history_and_the_chain_holds() -> None:
    intake = make_applied(files.report())
    verbs = list(Event.objects.values_list("verb", "thing"))
    assert verbs == [
        ("bring_files", f"import:{intake.key}"),
        ("confirm_import", f"import:{intake.key}"),
        ("apply_import", "review:XOR/3"),
    ]
    assert verify_chain().broken_at is None


def test_a_broken_upload_leaves_no_trace_but_a_sentence() -> None:
    intake = make_checked(files.broken())
    assert intake.state == ImportState.REFUSED
    assert "broken" in intake.sentence
    assert kept_files() == []
    assert Line.objects.count() == 0
    assert record() == {model.__name__: [] for model in RECORD}


def test_a_broken_file_beside_a_good_one_does_not_stop_it() -> None:
    intake = make_checked(files.report(), files.broken())
    assert intake.state == ImportState.CHECKED
    assert [bool(file.sentence) for file in intake.files.all()] == [False, True]
    assert planned(intake).counts["recommendations"] == len(files.WORDINGS)


def test_the_same_file_twice_in_one_drop_is_left_out_once() -> None:
    paper = files.report()
    copy = SimpleUploadedFile("copy.docx", paper.read())
    paper.seek(0)
    intake = make_checked(paper, copy)
    assert [bool(file.sentence) for file in intake.files.all()] == [False, True]
    assert len(kept_files()) == 1


def test_a_discarded_import_leaves_neither_files_nor_lines() -> None:
    intake = make_checked(files.report())
    from_record = record()
    discard(intake)
    assert intake.state == ImportState.CANCELLED
    assert kept_files() == []
    assert Line.objects.count() == 0
    assert record() == from_record


def test_a_file_that_no_row_tells_of_is_swept_away_after_a_day() -> None:
    make_applied(files.report())
    [kept] = kept_files()
    lost, young = kept.with_name("lost.pdf"), kept.with_name("young.pdf")
    for path in (lost, young):
        path.write_bytes(b"%PDF")
    os.utime(lost, (0, 0))
    assert sweep_files(at=timezone.now(), by="the test") == 1
    assert sorted(kept_files()) == sorted([kept, young])


def test_a_file_that_the_record_was_read_from_survives_a_discarded_second_copy() -> None:
    paper = files.report().read()
    make_applied(SimpleUploadedFile("report.docx", paper))
    kept = kept_files()
    again = make_checked(SimpleUploadedFile("again.docx", paper))
    discard(again)
    assert kept_files() == kept


def test_an_export_brings_one_recommendation_for_each_wording() -> None:
    rows = [("Peru", "Clean the great lake"), ("Chile", "Clean the great lake"), ("Chile", "Close the prison")]
    make_applied(files.export(rows))
    assert [(each.text, each.recommending_states.count()) for each in Recommendation.objects.all()] == [
        ("Clean the great lake", 2),
        ("Close the prison", 1),
    ]
    assert set(Response.objects.values_list("stage", flat=True)) == {Stage.CODED}
    assert set(Recommendation.objects.values_list("action_category", flat=True)) == {5}


def test_a_report_after_an_export_gives_numbers_and_keeps_the_coders_wording_as_the_original() -> None:
    make_applied(files.export([("Peru", "Clean the great lake before its next review")]))
    make_applied(files.report())
    adopted = Recommendation.objects.get(number="120.1")
    assert adopted.text == "Clean the great lake before its next review"
    assert adopted.wording == files.WORDINGS["120.1"]
    assert [each.field for each in adopted.corrections.all()] == ["text"]
    assert Recommendation.objects.count() == len(files.WORDINGS)
    assert planned(make_checked(files.report())).differences == []


def test_what_another_import_changed_meanwhile_is_planned_anew_before_it_counts() -> None:
    first, second = make_checked(files.report()), make_checked(files.report())
    assert confirm(first)
    work()
    assert not confirm(second)
    work()
    second.refresh_from_db()
    assert second.state == ImportState.CHECKED
    assert planned(second).counts["recommendations"] == 0


def test_nobody_confirms_without_the_right_to_change_the_record() -> None:
    intake = make_checked(files.report())
    Membership.objects.update(role_key="member")
    intake.brought_by.refresh_from_db()
    with pytest.raises(Refused):
        confirm(intake)


def test_an_import_of_another_coalition_cannot_be_confirmed() -> None:
    intake = make_checked(files.report())
    with pytest.raises(Refused):
        confirm_import(intake=intake, at=timezone.now(), by=make_member("other", coalition=make_coalition("Other")))


def test_a_list_that_does_not_say_whose_it_is_waits_for_a_person() -> None:
    intake = make_checked(files.thematic_list(heading=""))
    assert intake.state == ImportState.CHECKED
    with pytest.raises(Refused):
        confirm(intake)
    only = intake.files.get()
    say_review(file=only, state="XOR", cycle=3, wg_session=36, at=timezone.now(), by=intake.brought_by)
    work()
    assert planned(intake).counts["recommendations"] == len(files.WORDINGS)


def test_a_list_that_does_not_say_whose_it_is_follows_the_report_beside_it() -> None:
    intake = make_checked(files.report(), files.thematic_list(heading=""))
    assert {(file.state, file.cycle) for file in intake.files.all()} == {("XOR", 3)}


def test_too_many_open_imports_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("suivi.intake.permissions.OPEN_AT_ONCE", 1)
    make_import(files.report())
    with pytest.raises(Refused):
        make_import(files.report())
