"""The people in the hall, each with a phone: they join by the code on the wall, look again now and then, and vote.

A program of its own, so that the server's figures are the server's: `python _phones.py '{"port": …}'` prints what the
phones saw as one line of JSON.
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
import time
from dataclasses import dataclass, field
from random import Random
from typing import Any, NamedTuple
from uuid import UUID

from _line import Answer, Line

# Matches: name="csrfmiddlewaretoken" value="k3y…"
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
# Matches: name="statement" value="k3y"
STATEMENT = re.compile(r'name="statement" value="(\w+)"')
# Matches the mark in: <section id="now" data-mark="1f2e…">
MARK = re.compile(r'data-mark="(\w+)"')
# Matches: href="/static/common/suivi.1f2e.css"  src="/static/hall/outbox.3d4c.js"
FILE = re.compile(r'(?:href|src)="(/static/[^"]+)"')
LOOKS_EVERY = 10.0


class Hall(NamedTuple):
    """What happens: so many phones come in within some seconds, and vote for some more, one vote in `think` seconds.

    Without a code on the wall they only send rows, as fast, to the view for comparison.
    """

    port: int
    code: str
    phones: int
    joining: float
    voting: float
    think: float
    seed: str


@dataclass
class Seen:
    """What the phones saw: how long each kind of request took, what failed, which votes the server acknowledged."""

    seconds: dict[str, list[float]] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)
    votes: dict[str, int] = field(default_factory=dict)

    def note(self, kind: str, answer: Answer, *, wanted: tuple[int, ...] = (200,)) -> bool:
        """Note one answer; say whether it was one that was wanted."""
        self.seconds.setdefault(kind, []).append(answer.seconds)
        if answer.status in wanted:
            return True
        self.failures.append(f"{kind}: {answer.status}")
        return False


class Phone:
    """One phone and whoever holds it."""

    def __init__(self, number: int, hall: Hall, seen: Seen) -> None:
        self.number, self.hall, self.seen = number, hall, seen
        self.chance = Random(f"{hall.seed}{number}")
        self.line = Line(hall.port)
        self.page = self.mark = self.token = ""
        self.statement: str | None = None
        self.looks_at = 0.0

    async def take_part(self, begins: float, ends: float) -> None:
        """Come in at a moment of one's own, and stay until the end."""
        await asyncio.sleep(begins + self.chance.uniform(0, self.hall.joining) - time.monotonic())
        try:
            await self._join()
            while (now := time.monotonic()) < ends:
                think = self.chance.uniform(0.5, 1.5) * self.hall.think
                await self._wait(min(now + think, ends))
                if time.monotonic() < ends and self.statement:
                    await self._vote()
        except (OSError, EOFError, asyncio.IncompleteReadError) as failure:
            self.seen.failures.append(repr(failure))
        finally:
            self.line.hang_up()

    async def _join(self) -> None:
        door = await self.line.get(f"/join/{self.hall.code}/")
        self.seen.note("door", door)
        told = {"name": f"Phone {self.number}", "language": "en", "csrfmiddlewaretoken": _first(TOKEN, door.body)}
        seat = await self.line.post(f"/join/{self.hall.code}/", told)
        self.seen.note("seat", seat, wanted=(302,))
        self.page = seat.headers["location"]
        page = await self.line.get(self.page)
        self.seen.note("page", page)
        self._read(page.body)
        self.token = _first(TOKEN, page.body)
        for path in dict.fromkeys(FILE.findall(page.body)):
            self.seen.note("file", await self.line.get(path))

    async def _wait(self, until: float) -> None:
        """Think; meanwhile the page looks again by itself."""
        while (now := time.monotonic()) < until:
            if now >= self.looks_at:
                self.looks_at = now + LOOKS_EVERY * self.chance.uniform(0.75, 1.25)
                found = await self.line.get(f"{self.page}now/", If_None_Match=self.mark)
                self.seen.note("look", found, wanted=(200, 304))
                self._read(found.body)
            await asyncio.sleep(max(0, min(until, self.looks_at) - time.monotonic()))

    async def _vote(self) -> None:
        statement, choice = self.statement, self.chance.choice((1, 1, -1, 0))
        act = str(UUID(int=self.chance.getrandbits(128), version=4))
        told = {"statement": statement or "", "choice": str(choice), "act": act, "csrfmiddlewaretoken": self.token}
        answer = await self.line.post(f"{self.page}vote/", told, X_Outbox="1")
        if self.seen.note("vote", answer):
            self.seen.votes[f"Phone {self.number}/{statement}"] = choice
            self._read(answer.body)

    def _read(self, body: str) -> None:
        if body:
            self.mark = _first(MARK, body)
            self.statement = next(iter(STATEMENT.findall(body)), None)


class Sender(Phone):
    """A phone that sends one row after the other to the view for comparison."""

    async def _join(self) -> None:
        self.statement = "row"

    async def _wait(self, until: float) -> None:
        await asyncio.sleep(max(0, until - time.monotonic()))

    async def _vote(self) -> None:
        self.seen.note("vote", await self.line.post("/vote/", {"phone": f"Phone {self.number}", "choice": "1"}))


def _first(wanted: re.Pattern[str], body: str) -> str:
    found = wanted.search(body)
    return found[1] if found else ""


async def _all(hall: Hall) -> Seen:
    seen, begins = Seen(), time.monotonic()
    ends = begins + hall.joining + hall.voting
    kind = Phone if hall.code else Sender
    await asyncio.gather(*(kind(number, hall, seen).take_part(begins, ends) for number in range(hall.phones)))
    return seen


def main(words: dict[str, Any]) -> None:
    """Let them all come in and vote; print what they saw."""
    seen = asyncio.run(_all(Hall(**words)))
    seconds = {kind: [round(each, 5) for each in some] for kind, some in seen.seconds.items()}
    print(json.dumps({"seconds": seconds, "failures": seen.failures, "votes": seen.votes}))


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
