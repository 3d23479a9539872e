"""The pages of the import: the drop, the check screen at each station, what a person says, who is let in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from suivi.coalitions.models import Membership
from suivi.coalitions.tests.factories import make_coalition, make_member
from suivi.intake.models import Import
from suivi.intake.rules import ImportState
from suivi.intake.tests import files
from suivi.intake.tests.factories import coordinator, make_applied, make_checked, make_import, work
from suivi.record.models import Recommendation

pytestmark = pytest.mark.django_db(transaction=True)

PART = {"HX-Request": "true", "HX-Target": "section#progress"}
SIDE = {"HX-Request": "true", "HX-Target": "section#side"}


@pytest.fixture(autouse=True)
def _own_files(tmp_path: Path, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.DEMO = True  # the invented State stands among the others


@pytest.fixture
def client() -> Client:
    return seen_by(coordinator())


def seen_by(member: Membership) -> Client:
    client = Client()
    client.force_login(member.person)
    return client


def check(client: Client, intake: Import, query: str = "", **headers: Any) -> str:
    answer = client.get(reverse("intake:check", args=[intake.key]) + query, headers=headers or None)
    assert answer.status_code == 200
    return answer.content.decode()


def test_dropped_files_are_kept_and_lead_to_their_check_screen(client: Client) -> None:
    answer = client.post(reverse("intake:imports"), {"documents": [files.report(), files.addendum()]})
    intake = Import.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (302, reverse("intake:check", args=[intake.key]))
    assert [file.name for file in intake.files.all()] == ["orvana-report.docx", "orvana-addendum.docx"]
    assert all(Path(file.file.path).stat().st_size == file.size for file in intake.files.all())


def test_a_drop_without_files_says_so(client: Client) -> None:
    answer = client.post(reverse("intake:imports"))
    assert answer.status_code == 400
    assert "Choose at least one file." in answer.content.decode()


def test_a_file_beyond_the_limit_is_let_go_of_and_said(client: Client, settings: Any) -> None:
    settings.UPLOAD_LIMIT = 1000
    answer = client.post(
        reverse("intake:imports"), {"documents": SimpleUploadedFile("huge.pdf", b"%PDF" + b"x" * 2000)}
    )
    assert answer.status_code == 400
    assert "huge.pdf is larger than is allowed here" in answer.content.decode()
    assert not Import.objects.exists()


def test_too_many_files_at_once_are_refused(client: Client) -> None:
    many = [SimpleUploadedFile(f"{number}.txt", b"120.1 Clean the lake (Peru)") for number in range(13)]
    answer = client.post(reverse("intake:imports"), {"documents": many})
    assert "Bring at most 12 files at once." in answer.content.decode()


def test_while_the_worker_reads_the_page_shows_progress_and_htmx_looks_again(client: Client) -> None:
    intake = make_import(files.report())
    page = check(client, intake)
    assert "<progress" in page
    assert '<meta http-equiv="refresh"' in page, "without JavaScript the page loads itself again"
    part = check(client, intake, **PART)
    assert part.lstrip().startswith('<section id="progress"')
    work()
    done = client.get(reverse("intake:check", args=[intake.key]), headers=PART)
    assert done.headers["HX-Refresh"] == "true"


def test_document_and_reading_stand_side_by_side_with_what_would_change(client: Client) -> None:
    page = check(client, make_checked(files.thematic_list()))
    assert "Source of Position: A/HRC/46/9/Add.1 - Para.2" in page, "the row as it stands in the document"
    assert files.WORDINGS["120.1"] in page
    assert "Everything reconciles" in page
    assert "Take it into the record" in page


def test_only_the_lines_with_warnings_are_shown_when_asked_for(client: Client) -> None:
    make_applied(files.report())
    later = {"120.1": "Clean the great lake within two years", "120.2": files.WORDINGS["120.2"]}
    part = check(client, make_checked(files.report(later)), "?only=odd", **SIDE)
    assert "within two years" in part
    assert files.WORDINGS["120.2"] not in part


def test_differences_show_what_the_record_has_and_what_the_document_says(client: Client) -> None:
    make_applied(files.report())
    page = check(client, make_checked(files.report({"120.1": "Clean the great lake within two years"})))
    assert "1 difference: what was published before stays as it is" in page
    assert files.WORDINGS["120.1"] in page


def test_what_does_not_reconcile_stands_on_top_as_sentences(client: Client) -> None:
    page = check(client, make_checked(files.report(), files.addendum(noted=("120.4", "120.99"))))
    assert "answers 1 number that the review does not have: 120.99" in page
    assert "1 recommendation would still be without an answer: 120.6." in page
    assert page.index("120.99") < page.index("Take it into the record")


def test_a_confirmed_import_comes_into_the_record(client: Client) -> None:
    intake = make_checked(files.report())
    client.post(reverse("intake:confirm", args=[intake.key]))
    work()
    assert Recommendation.objects.count() == len(files.WORDINGS)
    assert "It is in the record" in check(client, intake)


def test_a_discarded_import_says_so(client: Client) -> None:
    intake = make_checked(files.report())
    answer = client.post(reverse("intake:discard", args=[intake.key]), follow=True)
    assert "Discarded." in answer.content.decode()
    intake.refresh_from_db()
    assert intake.state == ImportState.CANCELLED


def test_a_person_says_to_which_review_a_list_belongs(client: Client) -> None:
    intake = make_checked(files.thematic_list(heading=""))
    page = check(client, intake)
    assert "To which review does orvana-list.docx belong?" in page
    assert "First say what is asked about each document." in page
    address = reverse("intake:review", args=[intake.key, 1])
    wrong = client.post(address, {"file-1-state": "XOR"})
    assert wrong.status_code == 400
    assert "Say the cycle, or the session of the Working Group." in wrong.content.decode()
    client.post(address, {"file-1-state": "XOR", "file-1-wg_session": "36"})
    work()
    assert intake.reviews.get().key == "XOR/3"


def test_a_person_says_what_the_columns_of_a_sheet_hold(client: Client) -> None:
    sheet = "What was asked;Who;Answer\n120.1 Clean the great lake;Peru;Supported\n120.2 Close the prison;Chile;Noted\n"
    intake = make_checked(SimpleUploadedFile("ministry.csv", sheet.encode()))
    page = check(client, intake)
    assert "What do the columns of ministry.csv hold?" in page
    assert "120.1 Clean the great lake" in page, "the first rows help to say it"
    mapping = {"file-1-text": "0", "file-1-states": "1", "file-1-position": "2"}
    client.post(reverse("intake:columns", args=[intake.key, 1]), mapping)
    work()
    client.post(reverse("intake:review", args=[intake.key, 1]), {"file-1-state": "XOR", "file-1-cycle": "3"})
    work()
    client.post(reverse("intake:confirm", args=[intake.key]))
    work()
    assert list(Recommendation.objects.values_list("number", "text", "position")) == [
        ("120.1", "Clean the great lake", "supported"),
        ("120.2", "Close the prison", "noted"),
    ]


def test_a_file_that_only_holds_things_up_can_be_left_out(client: Client) -> None:
    intake = make_checked(files.report(), SimpleUploadedFile("ministry.csv", b"Asked;Who\nClean the lake;Peru\n"))
    assert "Go on without ministry.csv" in check(client, intake)
    client.post(reverse("intake:leave_out", args=[intake.key, 2]))
    work()
    page = check(client, intake)
    assert "It was left out." in page
    client.post(reverse("intake:confirm", args=[intake.key]))
    work()
    assert Recommendation.objects.count() == len(files.WORDINGS)


def test_an_import_whose_last_file_is_left_out_is_discarded(client: Client) -> None:
    intake = make_checked(files.report())
    client.post(reverse("intake:leave_out", args=[intake.key, 1]))
    intake.refresh_from_db()
    assert intake.state == ImportState.CANCELLED


def test_a_document_that_cannot_be_read_leaves_its_sentence_on_the_page(client: Client) -> None:
    intake = make_checked(files.broken())
    assert intake.sentence in check(client, intake)


@pytest.mark.parametrize("role", ["member", "observer", "nhri"])
def test_who_may_not_change_the_record_is_told_whom_to_ask(role: str) -> None:
    intake = make_checked(files.report())
    client = seen_by(make_member("other", role=role))
    for address in (reverse("intake:imports"), reverse("intake:check", args=[intake.key])):
        answer = client.get(address)
        assert answer.status_code == 403
        assert "Only coordinators and convenors change the record." in answer.content.decode()


def test_an_import_of_another_coalition_is_not_there() -> None:
    intake = make_checked(files.report())
    client = seen_by(make_member("other", coalition=make_coalition("Other")))
    assert client.get(reverse("intake:check", args=[intake.key])).status_code == 404
    for verb in ("confirm", "discard"):
        assert client.post(reverse(f"intake:{verb}", args=[intake.key])).status_code == 404
    assert client.get(reverse("intake:page_picture", args=[intake.key, 1, 1])).status_code == 404


def test_more_lines_and_more_imports_cost_no_more_queries(client: Client, django_assert_max_num_queries: Any) -> None:
    few = make_checked(files.report({"120.1": files.WORDINGS["120.1"]}))
    with django_assert_max_num_queries(20) as small:
        check(client, few)
    with django_assert_max_num_queries(12) as one:
        client.get(reverse("intake:imports"))
    many = make_checked(files.report(), files.addendum(), files.thematic_list())
    with django_assert_max_num_queries(len(small)):
        check(client, many)
    with django_assert_max_num_queries(len(one)):
        client.get(reverse("intake:imports"))
