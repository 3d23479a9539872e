"""How fast papers leave: a plan of 300 rows as Word, PDF and Excel, 100 PDF files of two pages, one through the press.

Beside ours stands LibreOffice, which many have turn Word into PDF: the same Word file, the same machine, warm.
"""

from __future__ import annotations

import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from suivi.reports.formats.model import (
    Cell,
    Column,
    Facts,
    Heading,
    Paper,
    Paragraph,
    Row,
    Section,
    Table,
    cell,
    runs,
    strong,
)
from suivi.reports.formats.press import printed
from suivi.reports.printing import print_paper

ROWS, MOST_TOGETHER = 300, 2.0
SHORT, MOST_SHORT = 100, 5.0
TIMES = 3
FORMS = ("docx", "pdf", "xlsx")
MOST_MEGABYTES = 25
"""How much a process that serves pages may grow by having papers printed."""
WORDS = "Take further measures to keep the lake clean, to open its ferry to all and to teach every child how to swim"
COLUMNS = ("Cluster", "Recommendations", "Outcome", "Government action", "Indicator", "Baseline", "Ministry", "By when")


def main() -> int:
    """Print one line a figure; return 1 where a bound is missed."""
    before = _held()
    through = {form: _seconds(partial(_through_the_press, form)) for form in FORMS}
    grown = _held() - before
    printed(_letter(SHORT), "pdf")
    took = {form: _seconds(partial(_in_this_process, form)) for form in FORMS}
    together = sum(took.values())
    began = time.perf_counter()
    for number in range(SHORT):
        printed(_letter(number), "pdf")
    short = time.perf_counter() - began
    print(f"{ROWS} rows, warm: {_told(took)}; together {together:.2f} s (at most {MOST_TOGETHER:.0f} s)")
    print(f"{SHORT} PDF files of two pages: {short:.2f} s (at most {MOST_SHORT:.0f} s)")
    print(f"{ROWS} rows through a child process, cold: {_told(through)}")
    print(f"the process that asked grew by {grown:.0f} MB (at most {MOST_MEGABYTES} MB)")
    _beside_libreoffice(_plan(TIMES), took["pdf"])
    return int(together > MOST_TOGETHER or short > MOST_SHORT or grown > MOST_MEGABYTES)


def _through_the_press(form: str, which: int) -> None:
    print_paper(_plan(which), form)


def _in_this_process(form: str, which: int) -> None:
    printed(_plan(which), form)


def _told(took: dict[str, float]) -> str:
    return ", ".join(f"{form} {seconds:.2f} s" for form, seconds in took.items())


def _seconds(work: Callable[[int], object]) -> float:
    """Return how long some work takes: the median of a few times, each on words that were not seen before."""
    found = []
    for which in range(TIMES):
        began = time.perf_counter()
        work(which)
        found.append(time.perf_counter() - began)
    return statistics.median(found)


def _beside_libreoffice(plan: Paper, ours: float) -> None:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if not office:
        print("LibreOffice is not on this machine: nothing to compare with")
        return
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "plan.docx"
        file.write_bytes(printed(plan, "docx"))
        home = f"-env:UserInstallation={(Path(folder) / 'home').as_uri()}"
        command = [office, home, "--headless", "--convert-to", "pdf", "--outdir", folder, str(file)]
        subprocess.run(command, check=True, capture_output=True)  # makes its home
        theirs = _seconds(lambda _which: subprocess.run(command, check=True, capture_output=True))
    print(f"LibreOffice makes a PDF of the same Word file in {theirs:.2f} s: ours takes {ours / theirs:.2f} of that")


def _plan(which: int) -> Paper:
    rows = tuple(
        Row((cell(f"Cluster {number % 9}"), cell(strong(f"{which}.{number}"), f"{WORDS} {which}"), *_six(number)))
        for number in range(1, ROWS + 1)
    )
    table = Table("Plan", tuple(Column(name) for name in COLUMNS), rows)
    return Paper("Implementation plan", "en", (Section((Heading(runs("Plan")), table), landscape=True),))


def _six(number: int) -> tuple[Cell, ...]:
    return tuple(cell(f"{WORDS[: 40 + 5 * place]} {number}") for place in range(6))


def _letter(number: int) -> Paper:
    facts = Facts(tuple((f"Fact {place}", runs(f"{WORDS} {number}")) for place in range(4)))
    text = tuple(Paragraph(runs(f"{place}. {WORDS}. " * 4)) for place in range(14))
    return Paper(f"Letter {number}", "en", (Section((Heading(runs("Ask")), *text)),), facts=facts)


def _held() -> float:
    """Return the most memory this process has held so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
