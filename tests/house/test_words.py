"""What the project writes about itself: whole, in form, and of itself alone."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from starter import rooms
from tests.house.tree import APPS, ROOT

DECISIONS = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
HEADINGS = ["## Why", "## What we decided", "## What follows"]

# Hosts of package registries, and other places and people that are nobody's business here. Written in halves, so that
# this list does not find itself.
NOT_OURS = ["pypi" + ".org", "python" + "hosted.org", "registry" + ".npm", "deb" + ".debian.org", "/wor" + "k/"]


def test_no_file_speaks_of_registries_or_of_the_place_it_was_written_at() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {word}"
        for path in _own_files()
        for word in NOT_OURS
        if word in path.read_text(encoding="utf-8", errors="ignore").lower()
    ]
    assert found == []


def test_decisions_are_numbered_without_gaps() -> None:
    assert [int(path.name[:4]) for path in DECISIONS] == list(range(len(DECISIONS)))


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_has_the_form_of_all_decisions(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    # Matches: # 3. Intake stands above the record
    assert re.fullmatch(rf"# {int(path.name[:4])}\. \S.*", lines[0])
    # Matches: 2026-11-24 · decided
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2} · (decided|replaced by \d{4})", lines[2])
    assert [line for line in lines if line.startswith("## ")] == HEADINGS
    assert len(lines) <= 60


def test_the_plan_tells_every_app() -> None:
    plan = (ROOT / "docs" / "house.md").read_text(encoding="utf-8")
    assert [app for app in APPS if f"`{app}`" not in plan] == []


def test_the_list_of_rooms_holds_every_app() -> None:
    assert {f"suivi/{app}" for app in APPS} <= set(rooms.HOUSES)


def test_the_readme_fits_on_one_page_and_shows_two_commands() -> None:
    words = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(words.split()) <= 350
    assert "docs/pictures/desk.png" in words
    assert "make run" in words
    assert "make test" in words


def _own_files() -> list[Path]:
    """Return every text file that git keeps or would keep, but for the texts of others: licences and locks."""
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    paths = [ROOT / name for name in names if Path(name).name not in {"LICENSE", "requirements.lock"}]
    return [path for path in paths if path.is_file() and path.suffix not in {".png", ".mo", ".ttf", ".woff2"}]
