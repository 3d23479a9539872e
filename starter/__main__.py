"""The commands of the door, each with one line of help."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Callable, Sequence

from starter import checking, install, locking, measuring, running, testing
from starter.places import HOME, ROOT, TOOLS
from starter.steps import Steps, Stopped

COMMANDS = {
    "run": "start Suivi with a demo, and stay until Ctrl-C",
    "setup": "only install what is needed",
    "test": "run all tests; further words go to pytest",
    "check": "hold the code to its laws, as continuous integration does",
    "fix": "mend what a machine can mend",
    "bench": "measure, and print every figure beside its bound",
    "score": "hold the reader against real documents, and write the table into docs/reading.md",
    "lock": "make the lock files anew; further words go to the installer",
    "clean": "remove what was installed; the data stays",
}
CACHES = (".pytest_cache", ".mypy_cache", ".ruff_cache", ".import_linter_cache", ".hypothesis")


def main(words: Sequence[str]) -> int:
    """Do one command and return its exit status. A failure is one sentence and what to do."""
    asked, others = _parser().parse_known_args(words)
    if others and asked.command not in {"test", "lock"}:
        _parser().error(f"'{asked.command}' knows nothing of: {' '.join(others)}")
    try:
        return _do(asked, others)
    except Stopped as sentence:
        print(sentence, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped by Ctrl-C.", file=sys.stderr)
        return 130


def _do(asked: argparse.Namespace, others: list[str]) -> int:
    does: dict[str, Callable[[], int]] = {
        "run": lambda: running.run(asked.port),
        "setup": setup,
        "test": lambda: testing.test(others),
        "check": checking.check,
        "fix": checking.fix,
        "bench": measuring.bench,
        "score": measuring.score,
        "lock": lambda: locking.lock(others),
        "clean": clean,
    }
    return does[asked.command]()


def setup() -> int:
    """Install what the program needs, and start nothing."""
    needed = install.steps_needed()
    install.install(Steps(needed))
    print("Everything is installed." if needed else "Everything was installed already.")
    return 0


def clean() -> int:
    """Remove what was installed and what was remembered between two checks. The data stays."""
    for name in (HOME, TOOLS, *(ROOT / cache for cache in CACHES)):
        shutil.rmtree(name, ignore_errors=True)
    print("Removed both environments and all caches. The folder 'data' was not touched.")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python3 run.py", description="Sets Suivi up, starts it, tests it.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, says in COMMANDS.items():
        command = commands.add_parser(name, help=says)
        if name == "run":
            command.add_argument("--port", type=int, default=8000, help="where to listen, or the next free one")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
