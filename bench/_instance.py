"""An instance to measure: its database made and filled, its server started, killed and ended."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg

WORLD = str(Path(__file__).with_name("_hall_world.py"))
PATIENCE = 60.0
USUAL = "postgres://postgres@127.0.0.1:5432/postgres"


class Instance:
    """A house in a folder of its own, on SQLite or on a PostgreSQL database of its own."""

    def __init__(self, folder: Path, postgres: str = "") -> None:
        self.folder, self.postgres = folder, postgres
        self.name = "PostgreSQL" if postgres else "SQLite"
        self.port = free_port()
        database = urlunsplit(urlsplit(postgres)._replace(path=f"/suivi_hall_{os.getpid()}")) if postgres else ""
        self.environment = {
            **os.environ,
            "SUIVI_DATA": str(folder),
            "SUIVI_DATABASE": database,
            "SUIVI_ADDRESS": f"http://127.0.0.1:{self.port}",
            "SUIVI_SECOND_FACTOR": "0",
            "DJANGO_SETTINGS_MODULE": "suivi.config.settings",
        }
        self.server: subprocess.Popen[bytes] | None = None

    @contextmanager
    def made(self) -> Iterator[str]:
        """Make the database and fill it; give the code on the wall; take the database away in the end."""
        self._ask_postgres("CREATE")
        try:
            self.run("-m", "django", "migrate", "-v0")
            yield self.run(WORLD, "fill").strip()
        finally:
            self.stop()
            self._ask_postgres("DROP")

    def tell(self) -> dict[str, Any]:
        """Return what the database holds."""
        told: dict[str, Any] = json.loads(self.run(WORLD, "tell"))
        return told

    def run(self, *words: str) -> str:
        """Run Python in this instance and return what it said."""
        done = subprocess.run(
            [sys.executable, *words], env=self.environment, capture_output=True, text=True, check=False
        )
        if done.returncode:
            sys.exit(done.stderr)
        return done.stdout

    def start(self, *command: str) -> None:
        """Start the server, as `make run` does unless another command is given, and wait until it answers."""
        told = command or (str(Path(sys.executable).with_name("suivi")), "serve", "--port", str(self.port))
        with (self.folder / "server.log").open("ab") as log:
            self.server = subprocess.Popen(told, env=self.environment, stdout=log, stderr=log, start_new_session=True)
        began = time.monotonic()
        while time.monotonic() - began < PATIENCE:
            if self._answers():
                return
            time.sleep(0.05)
        sys.exit(f"The server did not start:\n{(self.folder / 'server.log').read_text()}")

    def _answers(self) -> bool:
        """Say whether the server answers: its door is open some seconds before anybody stands behind it."""
        caller = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            caller.request("GET", "/nothing/")
            caller.getresponse().read()
        except (OSError, http.client.HTTPException):
            return False
        finally:
            caller.close()
        return True

    def processes(self) -> list[int]:
        """Return the processes that serve."""
        if not self.server:
            return []
        children = Path(f"/proc/{self.server.pid}/task/{self.server.pid}/children").read_text()
        return [self.server.pid, *map(int, children.split())]

    def kill(self) -> None:
        """End every process of the server at once, as a power cut or the system's last resort does: `kill -9`."""
        if self.server:
            os.killpg(self.server.pid, signal.SIGKILL)
            self.server.wait()
            self.server = None

    def stop(self) -> None:
        """End the server as Ctrl-C does."""
        if self.server:
            self.server.send_signal(signal.SIGTERM)
            self.server.wait(20)
            self.server = None

    def _ask_postgres(self, what: str) -> None:
        if self.postgres:
            name = urlsplit(self.environment["SUIVI_DATABASE"]).path.strip("/")
            _run_sql(self.postgres, f"{what} DATABASE {name}{' WITH (FORCE)' if what == 'DROP' else ''}")


def free_port() -> int:
    """Return a port where nobody listens."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


def postgres_here() -> str:
    """Return the address of a PostgreSQL server that lets us in, or nothing."""
    address = os.environ.get("SUIVI_TEST_POSTGRES") or USUAL
    try:
        _run_sql(address, "SELECT 1")
    except psycopg.OperationalError:
        return ""
    return address


def _run_sql(address: str, words: str) -> None:
    with psycopg.connect(address, autocommit=True, connect_timeout=5) as connection:
        connection.execute(words.encode())
