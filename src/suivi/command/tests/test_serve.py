"""`suivi serve`: says what it needs, prints the first code, holds many lines open, logs no word of a search."""

from __future__ import annotations

import socket
import time
import urllib.error
import urllib.request
from contextlib import ExitStack
from pathlib import Path

from suivi.intake.tests.instance import Instance

PATIENCE = 60.0


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


def get(address: str) -> int:
    """Ask until somebody answers, and return the status."""
    began = time.monotonic()
    while time.monotonic() - began < PATIENCE:
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310  our own server
                return int(answer.status)
        except urllib.error.HTTPError as refusal:
            return refusal.code
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"nobody answers at {address}")


def test_it_prints_the_first_code_serves_pages_and_logs_no_query(tmp_path: Path) -> None:
    instance = Instance(tmp_path)
    port = free_port()
    with instance.running("serve", "--port", str(port), "--workers", "1", "--access-log") as server:
        assert get(f"http://127.0.0.1:{port}/account/login/?q=a-secret-search") == 200
        server.terminate()
        said, _nothing = server.communicate(timeout=20)
    assert server.returncode == 0
    assert "Nobody is here yet." in said
    assert "/account/login/" in said
    assert "a-secret-search" not in said


def test_a_hall_of_phones_that_keep_their_lines_open_shuts_nobody_out(tmp_path: Path) -> None:
    instance = Instance(tmp_path)
    port = free_port()
    with instance.running("serve", "--port", str(port), "--workers", "1") as server, ExitStack() as lines:
        assert get(f"http://127.0.0.1:{port}/account/login/") == 200
        for _phone in range(150):
            lines.enter_context(socket.create_connection(("127.0.0.1", port), 10))
        late = lines.enter_context(socket.create_connection(("127.0.0.1", port), 10))
        late.sendall(f"GET /join/ HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
        assert late.recv(12) == b"HTTP/1.1 200"
        server.terminate()
        server.communicate(timeout=20)


def test_it_does_not_start_on_a_database_that_is_behind(tmp_path: Path) -> None:
    instance = Instance(tmp_path)
    instance.ask("DELETE FROM django_migrations WHERE app = 'intake'")
    refused = instance.suivi("serve", "--port", str(free_port()))
    assert refused.returncode == 1
    assert "not up to date" in refused.stderr
    assert "Traceback" not in refused.stderr
