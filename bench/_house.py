"""Opens a house with an empty record when imported: in a folder gone afterwards, or the one that SUIVI_BENCH names."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import django
from django.core.management import call_command

FOLDER = Path(os.environ.get("SUIVI_BENCH") or tempfile.mkdtemp(prefix="suivi-bench-"))
IS_FILLED = (FOLDER / "suivi.sqlite3").exists()
"""Whether an earlier run has filled the folder already."""

if not os.environ.get("SUIVI_BENCH"):
    atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)

os.environ |= {
    "SUIVI_DATA": str(FOLDER),
    "SUIVI_DATABASE": "",
    "SUIVI_SECOND_FACTOR": "0",
    "DJANGO_SETTINGS_MODULE": "suivi.config.settings",
}
django.setup()
call_command("migrate", verbosity=0)
