"""`suivi serve`: the pages, from two processes with four threads each."""

from __future__ import annotations

import ctypes
import gc
import resource

import click
from django.conf import settings
from django.db import connections
from django.urls import get_resolver
from granian.constants import Interfaces
from granian.server import Server

from suivi.coalitions.first_code import make_first_code
from suivi.command.house import require_current_database
from suivi.config import wsgi

# Time, network address, method, path, status, milliseconds. Never the query: it holds what people search for.
# Off unless asked for: a seized log would tell who was here when, and the paths of calendar feeds are secrets.
ACCESS_LOG = '[%(time)s] %(addr)s "%(method)s %(path)s" %(status)d %(dt_ms).0f ms'
MEMORY = 300
"""MiB that one process may hold before it is replaced; it holds some 90 in daily work."""
CONNECTIONS = 1000
"""Connections that one process keeps open; further ones wait in the line of the operating system. A browser keeps its
own open for half a minute after a page: a hall of 500 phones needs as many. With 64 they waited for ten seconds."""
ARENAS = -8  # what glibc calls M_ARENA_MAX
FILES = 4096
"""Files and connections that one process may have open, where the machine allows as many."""


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Where to listen.")
@click.option("--workers", type=click.IntRange(1, 64), default=2, show_default=True, help="Processes.")
@click.option("--threads", type=click.IntRange(1, 64), default=4, show_default=True, help="Threads of each process.")
@click.option("--access-log/--no-access-log", default=False, help="Write who asked for what: to find a fault.")
def command(*, host: str, port: int, workers: int, threads: int, access_log: bool) -> None:
    """Serve the pages until SIGTERM or Ctrl-C. A process that dies or grows too large is replaced."""
    require_current_database()
    _tell_first_code()
    _allow_connections()
    _share_memory()
    _load_pages()
    # The processes are forked from this one: its code is theirs already, its connections must not be.
    connections.close_all()
    Server(
        f"{wsgi.__name__}:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=threads,
        backpressure=CONNECTIONS,
        websockets=False,
        log_access=access_log,
        log_access_format=ACCESS_LOG,
        respawn_failed_workers=True,
        respawn_interval=1,
        workers_max_rss=MEMORY,
        workers_kill_timeout=8,
    ).serve()


def _share_memory() -> None:
    """Let all threads of a process take memory from one place, where the C library can (glibc's `mallopt(3)`).

    Each thread gets a place of its own else, and keeps there what its largest page needed.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt:
        mallopt(ARENAS, 1)


def _load_pages() -> None:
    """Load every page before the processes part, so that none loads it again at its first visit, and clean up once.

    What is left after that stays for good: nobody has to look through it for garbage (`gc.freeze`).
    """
    get_resolver().url_patterns  # noqa: B018  loads them
    gc.collect()
    gc.freeze()


def _allow_connections() -> None:
    """Let the processes have as many files open as their connections need; many systems begin with 1024."""
    allowed, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = FILES if most == resource.RLIM_INFINITY else min(FILES, most)
    if allowed != resource.RLIM_INFINITY and allowed < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))


def _tell_first_code() -> None:
    """Where nobody is here yet, print the code by which the first coordinator comes in."""
    code = make_first_code()
    if code:
        click.echo(f"Nobody is here yet. Open {settings.ADDRESS}/start/ and type this code:\n\n    {code}\n")
