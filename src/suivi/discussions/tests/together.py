"""Does several deeds at the same moment, each with a connection of its own."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from django.db import connection

from suivi.common.decisions import Refused


def at_once(*deeds: Callable[[], Any]) -> list[Any]:
    """Do all at the same moment; return what each gave, or why it was refused."""
    together = Barrier(len(deeds))

    def do(deed: Callable[[], Any]) -> Any:
        together.wait()
        try:
            return deed()
        except Refused as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(do, deeds))
