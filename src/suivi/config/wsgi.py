"""The server's entry."""

from __future__ import annotations

import os
import sys

from django.core.wsgi import get_wsgi_application

# Threads take turns, and each gives its turn away with every word to the database. With Python's usual 5 ms to a turn,
# whoever holds SQLite's one lock would wait ten turns within a transaction while the others draw pages, and a hall of
# phones would wait for the lock: a vote took 172 times as long as a bare row, now 11 times (bench/hall.py).
sys.setswitchinterval(0.0005)
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "suivi.config.settings")

application = get_wsgi_application()
