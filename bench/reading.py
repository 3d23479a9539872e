"""How long reading takes: all PDFs of the corpus against PDFium merely giving their text, and a list of 400 rows."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import docx
import pypdfium2

import undocs

ROOT = Path(__file__).parent.parent
CORPUS = Path(os.environ.get("SUIVI_CORPUS", ROOT.parent / "shared" / "corpus"))
MOST_TIMES, MOST_SECONDS, ROWS = 2.0, 0.3, 400
COLUMNS = (
    "Recommendation and recommending State",
    "Position of the State under review",
    "Human rights themes and groups of persons",
    "Relevant SDGs",
)


def main() -> int:
    """Print both figures beside their bounds; return 1 where one is missed."""
    missed = False
    if papers := sorted(CORPUS.rglob("*.pdf")):
        ours, bare = _all_pdfs(papers)
        print(f"{len(papers)} PDFs read: {ours:.2f} s; only their text: {bare:.2f} s")
        print(f"ratio: {ours / bare:.2f} (at most {MOST_TIMES:.1f})")
        missed = ours > MOST_TIMES * bare
    else:
        print(f"No PDFs in {CORPUS}: set SUIVI_CORPUS to measure them.")
    seconds = _matrix()
    print(f"a thematic list of {ROWS} rows: {seconds:.3f} s (at most {MOST_SECONDS} s)")
    return int(missed or seconds > MOST_SECONDS)


def _all_pdfs(papers: list[Path]) -> tuple[float, float]:
    """Return the seconds of reading and of bare text, file by file in turn so that both meet the same machine."""
    _read(papers[0])
    ours = bare = 0.0
    for paper in papers:
        bare += _seconds(_bare_text, paper)
        ours += _seconds(_read, paper)
    return ours, bare


def _seconds(work: Callable[[Path], None], paper: Path) -> float:
    began = time.perf_counter()
    work(paper)
    return time.perf_counter() - began


def _bare_text(paper: Path) -> None:
    with pypdfium2.PdfDocument(paper) as document:
        for index in range(len(document)):
            page = document[index]
            letters = page.get_textpage()
            letters.get_text_range()
            letters.close()
            page.close()


def _read(paper: Path) -> None:
    with contextlib.suppress(undocs.Unreadable):
        undocs.read(paper)


def _matrix() -> float:
    """Return the seconds of reading an invented list, the best of three."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list.docx"
        _write_list(path)
        if len(undocs.read(path).recommendations) != ROWS:
            sys.exit("The invented list was not read whole.")
        return min(_seconds(_read, path) for _ in range(3))


def _write_list(path: Path) -> None:
    paper = docx.Document()
    paper.sections[0].header.paragraphs[0].text = "UPR of Orvana (4th Cycle - 48th Session)"
    table = paper.add_table(rows=1 + ROWS, cols=len(COLUMNS))
    for row, cells in enumerate(zip(*[iter(table._cells)] * len(COLUMNS), strict=True)):  # noqa: SLF001
        texts = _row(row) if row else COLUMNS
        for cell, text in zip(cells, texts, strict=True):
            cell.text = text
    paper.save(str(path))


def _row(number: int) -> tuple[str, ...]:
    asked = f"140.{number} Build {number} wells and train those who keep them (Chile) (Kenya) (Viet Nam);"
    themes = "- Right to water and sanitation\n- Right to health\nGroups of Persons:\n- rural women\n- children"
    goals = "- 6 - CLEAN WATER AND SANITATION\n- 3 - GOOD HEALTH AND WELL-BEING"
    source = "Source of Position: A/HRC/99/9/Add.1 - Para.3"
    return f"{asked}\n{source}", "Supported" if number % 3 else "Noted", themes, goals


if __name__ == "__main__":
    sys.exit(main())
