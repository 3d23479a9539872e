"""Weighs the pages as a visitor's browser meets them: the list of a 200-item and of a 400-item review, the desk.

Starts the server as `make run` does, on an invented world. Beside ours stands what one writes in an afternoon: the same
rows through Django's own template and ORM, without index, filters and counts; the ratio is of the two server times.
"""

from __future__ import annotations

import http.client
import os
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import _house
import axe_playwright_python
from _plain_page import plain_page
from _world import World

# isort: split
from django.conf import settings
from django.db import connection, reset_queries
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from suivi.coalitions.actions.founding import found_coalition
from suivi.coalitions.models import Person

TIMES = 60
MOST_KILOBYTES, MOST_WARM, MOST_REQUESTS = 60, 15, 6
MOST_QUERIES, MOST_MILLISECONDS, MOST_PAINT, MOST_MEGABYTES = 12, 25, 2.5, 90
MOST_LONG_LIST = 100
SLOW = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
PAINT = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"
AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text(encoding="utf8")
VIOLATIONS = """() => axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})
    .then(found => found.violations.flatMap(rule => rule.nodes).length)"""
PAGES = {
    "the list of a 200-item review": "/recommendations/?state=XOR&cycle=4",
    "all 200 of it on one page": "/recommendations/?state=XOR&cycle=4&size=200",
    "the desk": "/",
}
LONG = "/recommendations/?state=SVN&cycle=4&size=200"


def main() -> int:
    """Print one line a figure; return 1 where a bound is missed."""
    if not _house.IS_FILLED:
        world = World()
        world.fill(states=["XOR"], cycles=(4,), each=200)
        world.fill(states=["SVN"], cycles=(4,), each=400)
        found_coalition(coalition="Orvana", state="XOR", handle="mara", name="Mara", password="bench", by="bench")  # noqa: S106
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(Person.objects.get(handle="mara"))
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    with _serving() as (port, processes):
        met = [_server_time(client, port, name, path, MOST_MILLISECONDS) for name, path in PAGES.items()]
        met.append(_server_time(client, port, "a list of 200 out of 400", LONG, MOST_LONG_LIST))
        met += [_weight(port, session, name, path) for name, path in PAGES.items()]
        most = max(_megabytes(process) for process in processes())
        print(f"memory of a process after all this: {most:.0f} MB (at most {MOST_MEGABYTES})")
        met.append(most <= MOST_MEGABYTES)
    return int(not all(met))


def _server_time(client: Client, port: int, name: str, path: str, bound: float) -> bool:
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    connection.force_debug_cursor = True
    client.get(path)
    reset_queries()
    client.get(path)
    queries = len(connection.queries)
    connection.force_debug_cursor = False
    ours = statistics.median(_seconds(port, session, path) for _each in range(TIMES)) * 1000
    plain = statistics.median(plain_page() for _each in range(TIMES // 3)) * 1000
    print(f"{name}: {queries} queries (at most {MOST_QUERIES}), median {ours:.1f} ms (at most {bound:.0f}),", end=" ")
    print(f"{ours / plain:.2f} times a plain Django page of 200 rows ({plain:.1f} ms)")
    return queries <= MOST_QUERIES and ours <= bound


def _seconds(port: int, session: str, path: str) -> float:
    """Return how long the server takes for one page, compressed as browsers ask for it."""
    caller = http.client.HTTPConnection("127.0.0.1", port)
    began = time.perf_counter()
    caller.request("GET", path, headers={"Cookie": f"session={session}", "Accept-Encoding": "gzip"})
    answer = caller.getresponse()
    answer.read()
    took = time.perf_counter() - began
    caller.close()
    if answer.status != http.client.OK:
        sys.exit(f"{path} answered {answer.status}.")
    return took


def _weight(port: int, session: str, name: str, path: str) -> bool:
    address = f"http://127.0.0.1:{port}"
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if not chromium:
        print(f"{name}: not weighed, no Chromium is on this machine")
        return True
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-quic"])
        cold, requests, warm = _bytes(browser, address, path, session)
        paint, violations = _slow(browser, address, path, session)
        browser.close()
    print(
        f"{name}: cold {cold:.1f} kB (at most {MOST_KILOBYTES}), {requests} requests (at most {MOST_REQUESTS}),",
        end=" ",
    )
    print(f"warm {warm:.1f} kB (at most {MOST_WARM}), slow line {paint:.1f} s (at most {MOST_PAINT}), axe {violations}")
    return (
        cold <= MOST_KILOBYTES
        and requests <= MOST_REQUESTS
        and warm <= MOST_WARM
        and paint <= MOST_PAINT
        and violations == 0
    )


def _bytes(browser: Browser, address: str, path: str, session: str) -> tuple[float, int, float]:
    """Return kB and requests of the first visit, and kB of the second."""
    visit = _visit(browser, address, session)
    page = visit.new_page()
    wire = visit.new_cdp_session(page)
    wire.send("Network.enable")
    sizes: list[float] = []
    wire.on("Network.loadingFinished", lambda told: sizes.append(told["encodedDataLength"]))
    page.goto(address + path, wait_until="networkidle")
    cold, requests = sum(sizes), len(sizes)
    sizes.clear()
    page.goto(address + path, wait_until="networkidle")
    visit.close()
    return cold / 1000, requests, sum(sizes) / 1000


def _slow(browser: Browser, address: str, path: str, session: str) -> tuple[float, int]:
    """Return seconds to the first paint at 400 kbit/s and 400 ms a round trip, and accessibility violations."""
    visit = _visit(browser, address, session, viewport={"width": 390, "height": 844}, is_mobile=True, bypass_csp=True)
    page = visit.new_page()
    wire = visit.new_cdp_session(page)
    wire.send("Network.enable")
    wire.send("Network.emulateNetworkConditions", SLOW)
    wire.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(address + path, wait_until="load")
    page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length > 0")
    paint = page.evaluate(PAINT) / 1000
    page.evaluate(AXE)
    violations = page.evaluate(VIOLATIONS)
    visit.close()
    return paint, violations


def _visit(browser: Browser, address: str, session: str, **window: object) -> BrowserContext:
    visit = browser.new_context(**window)  # type: ignore[arg-type]
    visit.add_cookies([{"name": "session", "value": session, "url": address}])
    return visit


@contextmanager
def _serving() -> Iterator[tuple[int, Callable[[], list[int]]]]:
    """Serve as `make run` does; give the port, and a function that lists the processes."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(Path(sys.executable).with_name("suivi")), "serve", "--port", str(port)]
    environment = os.environ | {"SUIVI_ADDRESS": f"http://127.0.0.1:{port}"}
    server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(port)
        yield (
            port,
            lambda: [
                int(child) for child in Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split()
            ],
        )
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(20)


def _children(process: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def _wait(port: int) -> None:
    for _try in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    sys.exit("The server did not start.")


def _megabytes(process: int) -> float:
    """Return the memory a process holds, in MB."""
    told = Path(f"/proc/{process}/status").read_text()
    return int(next(line for line in told.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024


if __name__ == "__main__":
    sys.exit(main())
