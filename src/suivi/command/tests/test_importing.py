"""`suivi import` as somebody types it, on an instance of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from suivi.intake.tests import files
from suivi.intake.tests.instance import Instance

COUNT = "SELECT count(*) FROM record_recommendation"


@pytest.fixture(scope="module")
def instance(tmp_path_factory: pytest.TempPathFactory) -> Instance:
    return Instance(tmp_path_factory.mktemp("instance"))


def on_disk(folder: Path, paper: SimpleUploadedFile) -> str:
    path = folder / str(paper.name)
    path.write_bytes(paper.read())
    return str(path)


def test_documents_go_the_same_way_as_in_the_browser(instance: Instance, tmp_path: Path) -> None:
    report, addendum = on_disk(tmp_path, files.report()), on_disk(tmp_path, files.addendum())
    nobody = instance.suivi("import", report)
    assert nobody.returncode == 1
    assert "Nobody may change the record yet" in nobody.stderr

    instance.run("-c", MAKE_COORDINATOR)
    unasked = instance.suivi("import", report)
    assert unasked.returncode == 3
    assert "XOR/3" in unasked.stderr
    assert instance.ask(COUNT) == [(0,)]

    done = instance.suivi("import", "--yes", report, addendum)
    assert (done.returncode, done.stdout.strip()) == (0, "It is in the record.")
    assert instance.ask(COUNT) == [(len(files.WORDINGS),)]

    again = instance.suivi("import", "--yes", report)
    assert again.returncode == 0
    assert instance.ask(COUNT) == [(len(files.WORDINGS),)]

    broken = instance.suivi("import", "--yes", on_disk(tmp_path, files.broken()))
    assert broken.returncode == 1
    assert "broken" in broken.stderr
    assert "Traceback" not in broken.stderr

    unnamed = on_disk(tmp_path, files.thematic_list(heading=""))
    open_question = instance.suivi("import", "--yes", unnamed)
    assert open_question.returncode == 0, "the record knows whose report the list cites"
    stranger = instance.suivi("import", "--by", "nobody", report)
    assert (stranger.returncode, "may not change the record" in stranger.stderr) == (1, True)


MAKE_COORDINATOR = """
import django
django.setup()
from suivi.intake.tests.factories import coordinator
coordinator()
"""
