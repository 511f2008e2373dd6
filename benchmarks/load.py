"""People and programs at a ledger's pages: so many requests a second, whether or not the last are answered."""

from __future__ import annotations

import asyncio
import random
import re
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import ceil, nan
from typing import Any
from urllib.parse import quote, urlencode

import httpx

from sayso.ledger import Ledger

SEARCH = "search"
BROWSER = {"Accept": "text/html"}
SAMPLED = 300  # of what is in a ledger, of each kind

# Kinds of pages and lists, how often each is asked for, and addresses of each. {event} and the like stand for ids.
MIX: dict[str, tuple[int, tuple[str, ...]]] = {
    "first page": (2, ("/",)),
    "events": (4, ("/events", "/events?country=USA&type=ASSAULT", "/events?grade=contested",
                   "/events?since=2012-01&until=2012-06")),
    "an event": (5, ("/events/{event}",)),
    "disputes": (2, ("/disputes", "/disputes?order=newest")),
    "a dispute": (3, ("/disputes/{dispute}",)),
    "statements": (2, ("/statements", "/statements?since=2012&until=2012&actor=Donald+Trump")),
    "actors": (1, ("/actors",)),
    "an actor": (3, ("/actors/{actor}",)),
    "reports": (2, ("/reports", "/reports?outlet=www.rt.com")),
    "a report": (5, ("/reports/{report}",)),
    "what to check": (1, ("/queue",)),
    "lists of the API": (4, ("/api/v1/events?country=USA", "/api/v1/reports?newest=true", "/api/v1/actors",
                             "/api/v1/statements?limit=100", "/api/v1/disputes?newest=true")),
    SEARCH: (3, ("/search?search={words}", "/reports?search={words}", "/api/v1/statements?search={words}",
                 "/events?search={words}")),
}  # fmt: skip
WORDS = ("missile launch", '"security council"', "satellite", "police said", "hospital", "sanctions vote", "Putin")

_ASSET = re.compile(r'"(/static/[^"]+)"')


@dataclass(frozen=True, slots=True)
class Sample:
    """Some of what is in a ledger, by id: of actors those in most reports are among them."""

    event: list[str]
    dispute: list[str]
    actor: list[str]
    report: list[str]

    @classmethod
    def of(cls, ledger: Ledger) -> Sample:
        """A sample of a ledger."""

        def some(answers: Iterable[Any]) -> list[str]:
            ids = [one.id for one in answers]
            return random.Random(1).sample(ids, min(SAMPLED, len(ids)))

        return cls(
            event=some(ledger.events(limit=10 * SAMPLED)),
            dispute=some(ledger.disputes(limit=10 * SAMPLED)),
            actor=some(ledger.actors(limit=SAMPLED)),
            report=some(ledger.reports(limit=10 * SAMPLED)),
        )

    def address(self, template: str, chance: random.Random) -> str:
        """An address of that form."""
        known = {name: quote(chance.choice(ids)) if (ids := getattr(self, name)) else "none" for name in self.__slots__}
        return template.format(**known, words=urlencode({"": chance.choice(WORDS)})[1:])


@dataclass(slots=True)
class Answered:
    """How long it took from when an answer was due to be asked for until all of it was there, in seconds."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))  # by kind
    failed: dict[str, int] = field(default_factory=lambda: defaultdict(int))  # by address and what came instead

    def share(self, part: float, *, searching: bool) -> float:
        """The seconds within which that part of the searches, or of all else, was answered."""
        taken = [one for kind, several in self.seconds.items() if (kind == SEARCH) == searching for one in several]
        return quantile(taken, part)


def quantile(values: Sequence[float], part: float) -> float:
    """The value that that part of the values does not exceed."""
    return sorted(values)[max(0, ceil(part * len(values)) - 1)] if values else nan


def load(address: str, sample: Sample, rate: float, seconds: float, seed: int = 0) -> Answered:
    """Ask so many times a second, for so long, and wait for all answers."""
    return asyncio.run(_load(address, sample, rate, seconds, random.Random(seed)))


async def _load(address: str, sample: Sample, rate: float, seconds: float, chance: random.Random) -> Answered:
    answered = Answered()
    kinds, weights = list(MIX), [often for often, _ in MIX.values()]

    async def ask(client: httpx.AsyncClient, kind: str, path: str, due: float) -> None:
        try:
            answer = await client.get(path)
        except httpx.HTTPError as error:
            answered.failed[f"{path}: {type(error).__name__}"] += 1
            return
        if answer.status_code == 200:
            answered.seconds[kind].append(time.perf_counter() - due)
        else:
            answered.failed[f"{path}: {answer.status_code}"] += 1

    asking = []
    async with httpx.AsyncClient(base_url=address, timeout=30, headers=BROWSER, follow_redirects=True) as client:
        begun = time.perf_counter()
        for number in range(round(rate * seconds)):
            due = begun + number / rate
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            (kind,) = chance.choices(kinds, weights)
            path = sample.address(chance.choice(MIX[kind][1]), chance)
            asking.append(asyncio.create_task(ask(client, kind, path, due)))
        await asyncio.gather(*asking)
    return answered


def weights(address: str, sample: Sample, each: int = 5) -> dict[str, tuple[int, int]]:
    """Of each kind of page the heaviest of some, with the files it needs: bytes as they are sent, and unpacked."""
    chance = random.Random(2)
    heaviest: dict[str, tuple[int, int]] = {}
    with httpx.Client(base_url=address, timeout=30, headers=BROWSER, follow_redirects=True) as client:
        for kind, (_, templates) in MIX.items():
            for template in templates * each:
                if template.startswith("/api/"):
                    continue
                page = client.get(sample.address(template, chance))
                files = [client.get(path) for path in sorted(set(_ASSET.findall(page.text)))]
                sent = sum(one.num_bytes_downloaded for one in (page, *files))
                unpacked = sum(len(one.content) for one in (page, *files))
                heaviest[kind] = max(heaviest.get(kind, (0, 0)), (sent, unpacked))
    return heaviest
