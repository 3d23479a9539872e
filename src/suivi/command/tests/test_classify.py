"""`suivi classify`: lines of a file, coded, without settings and database."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from suivi.command import classify

LINES = ['{"text": "Abolish the death penalty", "id": 7}', "", '{"text": "Continue to [build] schools\\u001b[31m"}']


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    """Write a file of two recommendations, with a blank line between them."""
    path = tmp_path / "lines.jsonl"
    path.write_text("\n".join(LINES), encoding="utf-8")
    return path


def _run(*words: str | Path, **more: str) -> Result:
    return CliRunner().invoke(classify.command, list(map(str, words)), env={"COLUMNS": "120"}, input=more.get("input"))


def test_each_line_of_json_has_action_issues_and_whatever_else_it_held(lines: Path) -> None:
    first, second = map(json.loads, _run("--json", lines).stdout.splitlines())
    assert (first["id"], first["action"]) == (7, 5)
    assert set(first) == {"id", "action", "action_confidence", "issues"}
    assert first["issues"][0]["name"] == "Death penalty"
    assert 0 < first["issues"][0]["confidence"] <= 1
    assert second["action"] == 2


def test_a_hyphen_reads_from_standard_input(lines: Path) -> None:
    done = _run("--json", "-", input=lines.read_text(encoding="utf-8"))
    assert done.stdout == _run("--json", lines).stdout


def test_the_table_shows_texts_as_they_are_without_commands_to_the_terminal(lines: Path) -> None:
    done = _run(lines)
    assert done.exit_code == 0
    assert "Continue to [build] schools" in done.stdout
    assert "\x1b[31m" not in done.stdout
    assert "Death penalty" in done.stdout


def test_no_more_rows_are_shown_than_asked_for_but_all_are_counted(lines: Path) -> None:
    done = _run("--rows", "1", lines)
    assert "1 of 2 shown" in done.stdout
    assert "schools" not in done.stdout


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (b'{"text": ', "Line 4 is not JSON."),
        (b"\xff\xfe", "Line 4 is not in UTF-8."),
        (b"[" * 100_000, "Line 4 is not JSON."),
        (b'["Abolish"]', 'Line 4 is not an object with a "text"'),
        (b'{"text": 5}', 'Line 4 is not an object with a "text"'),
        (b'{"text": "' + b"x" * 1_000_000 + b'"}', "Line 4 is longer than 1,000,000 bytes"),
    ],
)
def test_a_line_that_cannot_be_read_is_named_and_those_before_it_are_coded(lines: Path, line: bytes, says: str) -> None:
    lines.write_bytes(lines.read_bytes() + b"\n" + line + b"\n")
    done = _run("--json", lines)
    assert done.exit_code == 1
    assert done.stderr.startswith(says)
    assert len(done.stderr.splitlines()) == 1
    assert len(done.stdout.splitlines()) == 2


def test_a_file_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    done = _run(tmp_path / "none.jsonl")
    assert (done.exit_code, done.stderr) == (1, f"There is no file {tmp_path / 'none.jsonl'}.\n")


def test_an_empty_file_gives_nothing(tmp_path: Path) -> None:
    (tmp_path / "empty.jsonl").write_bytes(b"")
    assert _run("--json", tmp_path / "empty.jsonl").stdout == ""


def test_neither_django_nor_a_database_is_loaded(lines: Path) -> None:
    asks = "main(sys.argv[1:], standalone_mode=False); print('django' in sys.modules, 'sqlite3' in sys.modules)"
    words = [f"import sys; from suivi.command import main; {asks}", "classify", "--json", str(lines)]
    done = subprocess.run([sys.executable, "-c", *words], check=True, capture_output=True, text=True, timeout=60)  # noqa: S603
    assert done.stdout.splitlines()[-1] == "False False"


def test_lines_are_answered_while_others_are_still_to_come() -> None:
    class Endless:
        """A file that never ends; whoever wants all of it waits for ever."""

        def readline(self, _most: int) -> bytes:
            return b'{"text": "Build wells"}\n'

    answered = classify._coded(classify._read(Endless()))  # type: ignore[arg-type]
    assert [next(answered)[1].action for _ in range(3)] == [next(answered)[1].action] * 3
