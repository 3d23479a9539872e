"""Finds a PostgreSQL server for the second lane of the tests."""

from __future__ import annotations

import os
from urllib.parse import urlsplit, urlunsplit

from starter.places import program
from starter.steps import Stopped, run_quietly

USUAL = "postgres://postgres@127.0.0.1:5432/postgres"


def find_postgres() -> tuple[str, str]:
    """Return (address of a database to be made there, "") or ("", why there is none).

    `SUIVI_TEST_POSTGRES` names another server than the usual one; its account must be allowed to create databases.
    """
    address = os.environ.get("SUIVI_TEST_POSTGRES") or USUAL
    knock = "import psycopg, sys; psycopg.connect(sys.argv[1], connect_timeout=5).close()"
    try:
        run_quietly([program("python"), "-c", knock, address], log="postgres", otherwise="no answer")
    except Stopped:
        place = urlsplit(address).hostname, urlsplit(address).port or 5432
        return "", f"no PostgreSQL server lets us in at {place[0]}:{place[1]} (SUIVI_TEST_POSTGRES names another)"
    return urlunsplit(urlsplit(address)._replace(path=f"/suivi_{os.getpid()}")), ""
