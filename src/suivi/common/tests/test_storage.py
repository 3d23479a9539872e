"""Files survive: nothing half-written is ever seen, and each file is flushed before it is acknowledged."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.base import ContentFile

from suivi.common.storage import DurableStorage, NamedByContent


@pytest.fixture
def storage(tmp_path: Path) -> DurableStorage:
    return DurableStorage(location=tmp_path)


def test_a_saved_file_has_its_content_and_only_its_owner_reads_it(storage: DurableStorage, tmp_path: Path) -> None:
    name = storage.save("documents/report.pdf", ContentFile(b"%PDF"))
    assert (tmp_path / name).read_bytes() == b"%PDF"
    assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600


def test_the_file_and_its_folder_are_flushed_to_the_disk_before_the_name_is_given(
    storage: DurableStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[bool] = []
    real = os.fsync

    def watched(handle: int) -> None:
        flushed.append(stat.S_ISDIR(os.fstat(handle).st_mode))
        real(handle)

    monkeypatch.setattr(os, "fsync", watched)
    storage.save("documents/report.pdf", ContentFile(b"%PDF"))
    assert flushed == [False, True]


def test_a_broken_upload_leaves_nothing_behind(storage: DurableStorage, tmp_path: Path) -> None:
    class Broken(ContentFile):
        def chunks(self, chunk_size: int | None = None) -> Iterator[bytes]:  # noqa: ARG002  Django's signature
            yield b"half"
            raise OSError("the line broke")

    with pytest.raises(OSError, match="the line broke"):
        storage.save("documents/report.pdf", Broken(b""))
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_two_files_of_one_name_are_two_files(storage: DurableStorage) -> None:
    first = storage.save("documents/report.pdf", ContentFile(b"one"))
    second = storage.save("documents/report.pdf", ContentFile(b"two"))
    assert first != second
    with storage.open(first) as file:
        assert file.read() == b"one"


def test_the_address_of_a_static_file_carries_a_mark_of_its_content() -> None:
    address = NamedByContent().url("common/suivi.css")
    path, _mark, digits = address.partition("?v=")
    assert path == "/static/common/suivi.css"
    assert len(digits) == 10
