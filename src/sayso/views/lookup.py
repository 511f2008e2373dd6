"""What the parts of an account mean by an id, looked up once, and on whose word an event stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sayso.model import Account, Actor, Event, Statement

Part = TypeVar("Part", Statement, Event)


@dataclass(frozen=True, slots=True)
class Word:
    """Somebody's word: those it came through, the last to pass it on first, then who gave it; None is not given."""

    chain: tuple[Actor | None, ...]
    numbers: tuple[int, ...]  # of the statements
    denies: bool  # whether it is that the thing is not so


class Lookup:
    """The actors, statements and events of an account by their ids. Numbers count from one, in the account's order."""

    def __init__(self, account: Account, *, by_id: bool = False) -> None:
        """by_id: number them by their ids, s4 as 4, so that they keep their numbers when others are taken out."""
        self.actors: dict[str | None, Actor] = {actor.id: actor for actor in account.actors}
        self.all_statements = _numbered(account.statements, "s" if by_id else None)
        self.statements: dict[str, tuple[int, Statement]] = {}
        for number, statement in self.all_statements:
            self.statements.setdefault(statement.id, (number, statement))
        self.all_events = _numbered(account.events, "e" if by_id else None)
        self.events: dict[str, tuple[int, Event]] = {}
        for number, event in self.all_events:
            self.events.setdefault(event.id, (number, event))

    def named(self, ids: Iterable[str]) -> list[Actor]:
        """The actors of these ids; an id that is nobody's is passed over."""
        return [self.actors[id] for id in ids if id in self.actors]

    def said(self, ids: Iterable[str]) -> list[tuple[int, Statement]]:
        """The statements of these ids with their numbers, in the order of the account."""
        found = {self.statements[id][0]: self.statements[id][1] for id in ids if id in self.statements}
        return sorted(found.items(), key=lambda item: item[0])

    def happened(self, ids: Iterable[str]) -> list[int]:
        """The numbers of the events of these ids."""
        return sorted({self.events[id][0] for id in ids if id in self.events})

    def words(self, ids: Iterable[str]) -> list[Word]:
        """On whose word something stands. What is told within another's statement comes with that other's number."""
        said = self.said(ids)
        chains = {number: self._chain(statement) for number, statement in said}
        around: dict[int, list[int]] = {number: [] for number, _ in said}  # the statements each is told within
        by_chain: dict[tuple[str | None, ...], list[tuple[int, Statement]]] = {}
        for number, statement in said:
            by_chain.setdefault(chains[number], []).append((number, statement))
        for number, statement in said:
            for outer, other in by_chain.get(chains[number][:-1], []):
                if _within(statement, other):
                    around[number] += [*around[outer], outer]
        passed_on = {outer for outers in around.values() for outer in outers}
        found: dict[tuple[tuple[str | None, ...], bool], list[int]] = {}
        for number, statement in said:
            if number not in passed_on:
                key = chains[number], statement.force in ("deny", "reject")
                found.setdefault(key, []).extend([*around[number], number])
        # Whoever alone tells of something says that it is so, whatever else he denies with it; or its footing tells.
        contested = len({denies for _, denies in found}) > 1
        return [
            Word(tuple(self.actors.get(id) for id in chain), tuple(sorted(set(numbers))), denies and contested)
            for (chain, denies), numbers in found.items()
        ]

    def _chain(self, statement: Statement) -> tuple[str | None, ...]:
        passed = (id for id in statement.via if id in self.actors)
        return *passed, statement.speaker if statement.speaker in self.actors else None


def _numbered(parts: Sequence[Part], letter: str | None) -> list[tuple[int, Part]]:
    """Parts with their numbers. Ids may be anything: where not each has a number of its own in it, they are counted."""
    if letter:
        named = [re.fullmatch(f"{letter}([1-9][0-9]{{0,6}})", part.id) for part in parts]
        own = [int(match[1]) for match in named if match]
        if len(set(own)) == len(parts):
            return list(zip(own, parts, strict=True))
    return list(enumerate(parts, 1))


def _within(inner: Statement, outer: Statement) -> bool:
    return inner is not outer and all(
        any(start <= piece[0] and piece[1] <= end for start, end in outer.content) for piece in inner.content
    )


def numbers(counted: Sequence[int], letter: str = "") -> str:
    """Numbers to be read: "2, 4", "E2, E4"."""
    return ", ".join(f"{letter}{number}" for number in counted)
