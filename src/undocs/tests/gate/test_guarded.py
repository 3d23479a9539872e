"""Reading in a confined child: the same result, and a sentence whatever happens to the child."""

from __future__ import annotations

import json
import logging
import sys
import time
from pathlib import Path

import pytest

import undocs
from undocs import Unreadable, guarded, refusals
from undocs.keeper import Keeper
from undocs.limits import MEGABYTE, Limits
from undocs.tests.gate.hostile import write_package
from undocs.tests.matrix.lists import HEADERS, write
from undocs.tests.typeset import Line, write_pdf

ROW = (
    "140.7 Protect the river (Kenya);\nSource of Position: A/HRC/99/9/Add.1 - Para.3",
    "Noted",
    "- Rivers",
    "- 6 - WATER",
)

EXPORT = "To,Text,From,Response,Action,Issue,Session\n"


def run(script: str, limits: Limits) -> bytes:
    """Keep a child that runs this script instead of reading, and return what it says."""
    with Keeper(b"{}", limits, (sys.executable, "-I", "-c", script)) as keeper:
        return keeper.answer()


def refusal_of(script: str, limits: Limits) -> str:
    with pytest.raises(Unreadable) as refused:
        run(script, limits)
    return str(refused.value)


def test_a_guarded_reading_gives_what_a_plain_one_gives(tmp_path: Path) -> None:
    path = write(tmp_path / "list.docx", HEADERS[2025], [ROW])
    assert guarded.read(path) == undocs.read(path)


def test_a_refusal_comes_through_as_the_same_sentence(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="unpack it and bring the documents one by one"):
        guarded.read(write_package(tmp_path / "list.docx", {"boats.txt": "nets"}))


def test_a_path_may_look_like_an_option_or_lie_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "--help.docx", HEADERS[2025], [ROW])
    monkeypatch.chdir(tmp_path)
    assert guarded.read("--help.docx").recommendations[0].number == "140.7"


def test_the_rows_of_an_export_come_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_text(EXPORT + "".join(f"Chile,Protect the river {at},Kenya,Accepted,4,Rivers,24\n" for at in range(500)))
    stream = guarded.stream(path)
    assert next(stream).text == "Protect the river 0"
    assert len(list(stream)) == 499


def test_a_stream_may_be_left_early(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_text(EXPORT + "Chile,Protect the river,Kenya,Accepted,4,Rivers,24\n" * 20_000)
    for row in guarded.stream(path):
        assert row.states == ["KEN"]
        break


def test_an_unknown_sheet_shows_its_columns_and_is_read_once_they_are_confirmed(tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    path.write_text("Wish,Asker\nProtect the river,Kenya\n")
    with pytest.raises(Unreadable) as refused:
        guarded.read(path)
    assert str(refused.value) == refusals.UNKNOWN_COLUMNS
    assert guarded.columns(path)["header"] == ["Wish", "Asker"]
    assert guarded.read_mapped(path, {"text": 0, "states": 1}).recommendations[0].states == ["KEN"]


def test_a_child_that_takes_too_long_is_ended() -> None:
    assert refusal_of("while True: pass", Limits(wall_seconds=1)) == refusals.TOO_SLOW.format(limit=1)


def test_a_child_that_says_too_much_is_ended() -> None:
    script = "import sys\nwhile True: sys.stdout.write('boats' * 1000)"
    assert refusal_of(script, Limits(answer=MEGABYTE)) == refusals.TOO_HUNGRY


@pytest.mark.parametrize("death", ["os.abort()", "os.kill(os.getpid(), 11)", "os._exit(77)", "os.kill(os.getpid(), 9)"])
def test_however_the_child_dies_there_is_a_sentence(death: str, caplog: pytest.LogCaptureFixture) -> None:
    assert refusal_of(f"import os; print('half a result', flush=True); {death}", Limits()) == refusals.DIED
    assert caplog.records[-1].levelno == logging.ERROR


def test_a_fault_of_ours_is_logged_with_its_traceback(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    request = json.dumps({"task": "sing", "path": str(tmp_path), "limits": {}}).encode()
    with pytest.raises(Unreadable), Keeper(request, Limits()) as keeper:
        keeper.answer()
    assert "ValueError: sing" in caplog.text


def test_nothing_of_our_environment_reaches_the_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUIVI_SECRET", "boats")
    names = json.loads(run("import json, os; print(json.dumps(list(os.environ)))", Limits()))
    assert set(names) <= {"PATH", "HOME", "TMPDIR", "LANG", "LC_CTYPE"}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux shows the state of a process as a file")
def test_whatever_the_child_started_ends_with_it() -> None:
    script = (
        "import os, time\n"
        "started = os.fork()\n"
        "if started: print(started, flush=True); os._exit(0)\n"
        "os.close(1); os.close(2); time.sleep(60)"
    )
    started = int(run(script, Limits()))
    late = time.monotonic() + 5
    while _runs(started):
        assert time.monotonic() < late
        time.sleep(0.01)


def _runs(process: int) -> bool:
    """Say whether a process still runs; one that ended may wait for whoever inherits it."""
    try:
        return Path(f"/proc/{process}/stat").read_text().split(")")[1].split()[0] not in {"Z", "X"}
    except (FileNotFoundError, ProcessLookupError):
        return False


def confined(script: str, **limits: int) -> bytes:
    """Run a script in a child that confines itself first."""
    opening = "from undocs.confinement import confine\nfrom undocs.limits import Limits\n"
    return run(f"{opening}confine(Limits(**{limits}))\n{script}", Limits(wall_seconds=20))


def test_a_confined_process_opens_no_socket() -> None:
    script = "import socket\ntry: socket.socket()\nexcept Exception as why: print(type(why).__name__, end='')"
    assert confined(script) == b"Forbidden"


def test_a_confined_process_has_no_network_where_the_system_allows_it() -> None:
    interfaces = confined("print(open('/proc/net/dev').read())").decode() if sys.platform == "linux" else ""
    names = [line.split(":")[0].strip() for line in interfaces.splitlines() if ":" in line]
    if names != ["lo"]:
        pytest.skip("this system does not allow a network of one's own")


def test_a_confined_process_cannot_take_more_memory_than_allowed() -> None:
    script = "try: bytes(300 << 20)\nexcept MemoryError: print('no', end='')"
    assert confined(script, memory=256 * MEGABYTE) == b"no"


def test_a_confined_process_cannot_take_more_time_than_allowed() -> None:
    with pytest.raises(Unreadable) as refused:
        confined("while True: pass", cpu_seconds=1)
    assert str(refused.value) == refusals.TOO_SLOW.format(limit=Limits().cpu_seconds)


def test_a_page_is_shown_as_a_picture(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "page.pdf", [[Line("Boats")], [Line("Nets")]])
    picture = guarded.page_picture(path, 2, 300)
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    assert int.from_bytes(picture[16:20]) == 300
    assert picture != guarded.page_picture(path, 1, 300)


@pytest.mark.parametrize("page", [0, 3])
def test_a_page_that_is_not_there_is_refused(tmp_path: Path, page: int) -> None:
    path = write_pdf(tmp_path / "page.pdf", [[Line("Boats")], [Line("Nets")]])
    with pytest.raises(Unreadable) as refused:
        guarded.page_picture(path, page, 300)
    assert str(refused.value) == refusals.NO_SUCH_PAGE.format(page=page)


def test_only_a_pdf_has_pages_to_show(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as refused:
        guarded.page_picture(write(tmp_path / "list.docx", HEADERS[2025], [ROW]), 1, 300)
    assert str(refused.value) == refusals.NO_PAGES
