"""`suivi read`: one document on the screen, without settings and database."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result

from suivi.command import large, read, reading
from undocs import Kind, guarded
from undocs.limits import Limits

HEADER = ("Recommendation", "Position", "Full list of themes", "Assessment")
ROWS = [
    ("140.1 Protect the river (Kenya);\nSource of Position: A/HRC/99/9 - Para 140", "Supported", "A12 Rivers"),
    ("140.2 Abolish the salt tax (Peru) (Chile);", "Noted", "B31 Taxes"),
    ("140.3 Feed the [gulls] (Atlantis);", "Noted", "B32 Birds"),
]
EXPORT = "To,Text,From,Response,Action,Issue,Session\n"


@pytest.fixture
def matrix(tmp_path: Path) -> Path:
    """Write a list of three recommendations."""
    paper = docx.Document()
    paper.sections[0].header.paragraphs[0].text = "UPR of Chile (4th Cycle – 48th session)"
    table = paper.add_table(rows=1 + len(ROWS), cols=len(HEADER))
    for row, texts in zip(table.rows, (HEADER, *ROWS), strict=True):
        for cell, text in zip(row.cells, texts, strict=False):
            cell.text = text
    path = tmp_path / "list.docx"
    paper.save(str(path))
    return path


def _run(*words: str | Path) -> Result:
    return CliRunner().invoke(read.command, list(map(str, words)), env={"COLUMNS": "200"})


def test_the_table_shows_rows_totals_and_warnings(matrix: Path) -> None:
    done = _run(matrix)
    assert done.exit_code == 0, done.output
    for words in (
        "thematic list",
        "A/HRC/99/9",
        "CHL",
        "Protect the river",
        "PER CHL",
        "Abolish the salt tax",
        "[gulls]",
    ):
        assert words in done.stdout
    assert "“Atlantis” is not known as the name of a State." in done.stdout
    assert "1 of the recommendations carry a warning of their own." in done.stdout


def test_no_more_rows_are_shown_than_asked_for_but_all_are_counted(matrix: Path) -> None:
    done = _run("--rows", "1", matrix)
    assert "1 of 3 shown" in done.stdout
    assert "Abolish" not in done.stdout
    assert [line.split("│")[1:3] for line in done.stdout.splitlines() if "all " in line] == [[" all       ", "    3 "]]


def test_json_is_one_object_that_holds_the_whole_reading(matrix: Path) -> None:
    done = _run("--json", matrix)
    assert json.loads(done.stdout) == guarded.read(matrix).as_json()


def test_a_refusal_is_one_sentence_on_standard_error_and_status_one(tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").write_bytes(b"")
    done = _run(tmp_path / "empty.pdf")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.strip() == "This file is empty: download it again."


def test_a_mistyped_command_has_status_two() -> None:
    assert _run("--rows", "boats", "list.docx").exit_code == 2


def test_help_says_what_can_be_read_and_what_the_exit_status_means() -> None:
    done = _run("--help")
    for words in ("Working Group reports", "UHRI", "Exit status: 0", "suivi read --json"):
        assert words in done.stdout


def test_neither_django_nor_a_parser_is_loaded_to_read(matrix: Path) -> None:
    script = (
        "import sys\nfrom suivi.command import main\n"
        f"try: main(['read', '--json', {str(matrix)!r}])\nexcept SystemExit: pass\n"
        "print([name for name in ('django', 'lxml', 'pypdfium2', 'numpy') if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True, timeout=60)  # noqa: S603
    assert done.stderr.strip() == "[]"


def test_numbers_in_a_row_are_shown_as_ranges() -> None:
    assert reading.ranges(["122.1", "122.2", "122.3", "122.7", "5", "6"]) == "122.1–3, 122.7, 5–6"


def test_a_large_export_is_shown_and_written_without_being_held_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_text(EXPORT + "".join(f"Chile,Protect river {at},Kenya,Accepted,4,Rivers,24\n" for at in range(30)))
    kind = guarded.export_kind(path)
    assert kind is Kind.UPR_INFO_EXPORT
    document, counted = large.first_rows(path, kind, 5, Limits())
    assert len(document.recommendations) == 5
    assert counted.positions == {"supported": 30}
    with (tmp_path / "out.json").open("w+") as out:
        large.write_json(path, kind, Limits(), out)
        out.seek(0)
        written = json.load(out)
    assert written["kind"] == "upr_info_export"
    assert [row["text"] for row in written["recommendations"]] == [f"Protect river {at}" for at in range(30)]
