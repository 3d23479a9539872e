"""Makes the lock files: every library with its version and its hashes, and not one address."""

from __future__ import annotations

import re
import sys

from starter import install
from starter.places import DEV_LOCK, ROOT, RUN_LOCK, TOOLS_LOCK
from starter.steps import Steps

# Lock file -> the groups of pyproject.toml that it holds beside the project's own dependencies (none for the tools).
LOCKS = {
    TOOLS_LOCK: ["--group", "tools"],
    RUN_LOCK: ["pyproject.toml", "--group", "build"],
    DEV_LOCK: ["pyproject.toml", "--group", "build", "--group", "test", "--group", "check", "--group", "bench"],
}
# Matches the address in: --index-url https://example.org/simple
_ADDRESS = re.compile(r"\w+://\S+")


_FORM = ["--universal", "--generate-hashes", "--no-header", "--python-version", "3.12", "--quiet"]
_AT_ODDS = "The versions that pyproject.toml asks for do not go together, or cannot be found."


def lock(words: list[str]) -> int:
    """Make all lock files anew. `words` go to the installer: `--upgrade`, or `--upgrade-package django`."""
    steps = Steps(install.steps_needed() + len(LOCKS))
    install.install(steps)
    for file, groups in LOCKS.items():
        with steps.step(f"Locking {file.name}"):
            install.uv("pip", "compile", *groups, *_FORM, *words, "-o", file.name, log="lock", otherwise=_AT_ODDS)
    return 0


def find_addresses() -> list[str]:
    """Return "file:line: address" for each address in a lock file."""
    found = []
    for file in LOCKS:
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            found += [f"{file.relative_to(ROOT)}:{number}: {address}" for address in _ADDRESS.findall(line)]
    return found


if __name__ == "__main__":
    sys.exit("\n".join(find_addresses()) or 0)
