"""Starts the program for one person at one machine: the demo, the server and the worker, until Ctrl-C."""

from __future__ import annotations

import os
import signal
import socket
import time
import urllib.error
import urllib.request
from contextlib import closing
from types import FrameType

from starter import install
from starter.children import Children
from starter.database import bring_up_to_date, is_up_to_date
from starter.places import LOGS, ROOT, program
from starter.steps import Steps, Stopped, run_quietly

HOST = "127.0.0.1"
PATIENCE = 60.0  # seconds until a server that says nothing has failed


def run(wanted: int) -> int:
    """Install, fill the demo, start server and worker, say where and how to sign in, and stay until Ctrl-C."""
    port = free_port(wanted)
    if port != wanted:
        print(f"Port {wanted} is taken by another program: taking {port}.")
    environment = _environment(port)
    steps = Steps(install.steps_needed() + (not is_up_to_date(environment)) + 2)
    people = _prepare(steps, environment)
    signal.signal(signal.SIGTERM, _as_ctrl_c)
    try:
        with Children(environment) as children:
            with steps.step("Starting the server and the worker"):
                children.start("server", [program("suivi"), "serve", "--port", str(port)])
                children.start("worker", [program("suivi"), "worker"])
                _wait_for_an_answer(port, children)
            print(f"\nSuivi is at {environment['SUIVI_ADDRESS']}\n\nWho can sign in:\n\n{people}\n", flush=True)
            print("Ctrl-C stops it.", flush=True)
            _stay(children)
    except KeyboardInterrupt:
        print("\nStopped. Everything is kept; 'make run' goes on from here.", flush=True)
    return 0


def _prepare(steps: Steps, environment: dict[str, str]) -> str:
    """Do what is to be done before the start; return who can sign in, as the demo says it."""
    install.install(steps)
    if not is_up_to_date(environment):
        with steps.step("Bringing the database up to date"):
            bring_up_to_date(environment)
    with steps.step("Filling in the demo, where nothing is there yet"):
        return run_quietly([program("suivi"), "demo"], log="demo", otherwise=_NO_DEMO, environment=environment).strip()


def free_port(wanted: int, tries: int = 50) -> int:
    """Return the first port from `wanted` on where nobody listens on this machine."""
    for port in range(wanted, min(wanted + tries, 65536)):
        with closing(socket.socket(socket.AF_INET, socket.SOCK_STREAM)) as door:
            # Without this a port stays "taken" for a minute after our own last server closed it.
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, int(os.name == "posix"))
            try:
                door.bind((HOST, port))
            except OSError:
                continue
            return port
    raise Stopped(f"No port from {wanted} on is free. Say which one to take: python3 run.py run --port 9000")


_NO_DEMO = "The demo cannot be filled in. If the folder 'data' holds nothing you need, remove it and start again."


def _environment(port: int) -> dict[str, str]:
    """Return this process's environment with what a demo needs, where nothing else was said."""
    return {
        "SUIVI_DEMO": "1",
        "SUIVI_ADDRESS": f"http://localhost:{port}",  # a name: passkeys refuse bare numbers
        "DJANGO_SETTINGS_MODULE": "suivi.config.settings",
        "PYTHONUNBUFFERED": "1",
        **os.environ,
    }


def _as_ctrl_c(number: int, frame: FrameType | None) -> None:  # noqa: ARG001  the form that `signal` asks for
    raise KeyboardInterrupt


def _wait_for_an_answer(port: int, children: Children) -> None:
    began = time.monotonic()
    while not _answers(port):
        children.check()
        if time.monotonic() - began > PATIENCE:
            raise Stopped(f"The server does not answer. What it said is in {LOGS.relative_to(ROOT)}/server.log.")
        time.sleep(0.05)


def _answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://{HOST}:{port}/", timeout=5):
            return True
    except urllib.error.HTTPError:
        return True  # a page that refuses is an answer too
    except OSError:
        return False


def _stay(children: Children) -> None:
    while True:
        children.check()
        time.sleep(0.5)
