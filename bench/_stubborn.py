"""Phones that do not give up: each sends one act after the other, and each act until the server says that it is kept.

A program of its own: `python _stubborn.py '{"port": …}'` goes on until its standard input is closed, then finishes what
is under way and prints what it was told is kept.
"""

from __future__ import annotations

import asyncio
import json
import sys
from dataclasses import dataclass, field
from itertools import count
from random import Random
from typing import Any
from uuid import UUID

from _line import Answer, Line
from _phones import TOKEN

PATIENCE, PAUSE, SPEAKS = 5.0, 0.05, 0.25
REFUSED, BROKEN = 400, 500
FAILURES = (OSError, EOFError, asyncio.IncompleteReadError, TimeoutError, ValueError, IndexError)


@dataclass
class Kept:
    """What the server said is kept: texts that were said, and the last answer of each phone to each statement."""

    said: list[str] = field(default_factory=list)
    votes: dict[str, int] = field(default_factory=dict)
    acts: int = 0
    again: int = 0
    """Acts that had to be sent more than once."""
    refused: list[str] = field(default_factory=list)


async def main(port: int, code: str, phones: int, statements: list[str]) -> None:
    """Let the phones in and say so; let them speak until nobody listens any more; print what was kept."""
    kept, over = Kept(), asyncio.Event()
    lines = [Line(port) for _phone in range(phones)]
    seats = [await _join(line, code, f"Phone {number}") for number, line in enumerate(lines)]
    print("in", flush=True)
    people = [Phone(f"Phone {number}", line, *seats[number], kept) for number, line in enumerate(lines)]
    speaking = [asyncio.create_task(phone.speak(statements, over)) for phone in people]
    await asyncio.to_thread(sys.stdin.read)
    over.set()
    await asyncio.gather(*speaking)
    print(json.dumps(vars(kept)))


@dataclass
class Phone:
    """One phone with its seat."""

    name: str
    line: Line
    page: str
    token: str
    kept: Kept

    async def speak(self, statements: list[str], over: asyncio.Event) -> None:
        """Vote, and now and then say something, until it is over."""
        chance = Random(self.name)
        while not over.is_set():
            act = str(UUID(int=chance.getrandbits(128), version=4))
            text, statement, choice = f"{self.name} says {act}", chance.choice(statements), chance.choice((1, -1, 0))
            if chance.random() < SPEAKS:
                if await self._insist("say/", {"act": act, "text": text}):
                    self.kept.said.append(text)
            elif await self._insist("vote/", {"act": act, "statement": statement, "choice": str(choice)}):
                self.kept.votes[f"{self.name}/{statement}"] = choice
        self.line.hang_up()

    async def _insist(self, where: str, told: dict[str, str]) -> bool:
        """Send an act until it is answered; the line may break at any point, before or after the server has done it."""
        self.kept.acts += 1
        for tries in count(1):
            answer = await self._try(where, told)
            if answer and answer.status < BROKEN:
                self.kept.again += tries > 1
                if answer.status >= REFUSED:
                    self.kept.refused.append(f"{where}: {answer.status}")
                return answer.status < REFUSED
            await asyncio.sleep(PAUSE)
        raise AssertionError("counting does not end")

    async def _try(self, where: str, told: dict[str, str]) -> Answer | None:
        form = {**told, "csrfmiddlewaretoken": self.token}
        try:
            return await asyncio.wait_for(self.line.post(self.page + where, form, X_Outbox="1"), PATIENCE)
        except FAILURES:
            self.line.hang_up()
            return None


async def _join(line: Line, code: str, name: str) -> tuple[str, str]:
    door = await line.get(f"/join/{code}/")
    told = {"name": name, "language": "en", "csrfmiddlewaretoken": TOKEN.findall(door.body)[0]}
    page = (await line.post(f"/join/{code}/", told)).headers["location"]
    return page, TOKEN.findall((await line.get(page)).body)[0]


if __name__ == "__main__":
    words: dict[str, Any] = json.loads(sys.argv[1])
    asyncio.run(main(**words))
