"""The tellings of one event side by side: what they agree on, and what they differ in.

Copies of one story tell it once: they share a column. Somebody is the same in two tellings who is one actor in the
ledger, whatever either calls them, or goes by the same words: "civilians". What a telling does not tell, it does not
contradict.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal

from sqlalchemy import Connection, select

from sayso.ledger.answers import Figure, Known, TellingRow
from sayso.ledger.portions import Gathered
from sayso.ledger.schema import Actor, Naming, Part, Report, Telling

Name = Literal["type", "mode", "actors", "recipients", "figures", "place", "time", "status"]


class Value(Known):
    """What a telling has for something, in its words or in the ledger's codes."""

    text: str
    key: str  # the same where two tellings mean the same
    actor: str | None = None  # the id of the actor
    figure: Figure | None = None


class Column(Known):
    """The tellings of one family of copies, or of one report, the first of them first."""

    tellings: list[TellingRow]


class Aspect(Known):
    """One thing that tellings tell, column by column."""

    name: Name
    told: int  # how many columns tell it
    agreed: bool  # whether all that do tell the same
    usual: list[str]  # the keys of what most tell; none where no two tell the same
    values: list[list[Value]]  # by column; empty where it is not told

    def odd(self, column: int) -> bool:
        """Whether a column tells something else than most do."""
        keys = _keys(self.values[column])
        return bool(self.usual and keys) and keys != self.usual


class Comparison(Known):
    """The tellings of an event side by side."""

    columns: list[Column]
    aspects: list[Aspect]

    @property
    def agreed(self) -> list[Aspect]:
        """What all tell the same who tell it."""
        return [aspect for aspect in self.aspects if aspect.agreed]

    @property
    def differing(self) -> list[Aspect]:
        """What they differ in."""
        return [aspect for aspect in self.aspects if not aspect.agreed]


_CALLED = Gathered(
    select(Report.id.label("report"), Telling.id, Part.part, Naming.name, Actor.id.label("actor"))
    .select_from(Report)
    .join(Telling, Telling.report_pk == Report.pk)
    .join(Part, Part.telling_pk == Telling.pk)
    .join(Naming, Naming.pk == Part.naming_pk)
    .outerjoin(Actor, Actor.pk == Naming.actor_pk),
    Report.id,
)

Parties = Mapping[tuple[str, str], Sequence[Value]]  # by the telling and the part


def compared(connection: Connection, tellings: Sequence[TellingRow]) -> Comparison:
    """These tellings of an event side by side, in their order."""
    families: dict[str, list[TellingRow]] = defaultdict(list)
    for telling in tellings:
        families[telling.family or telling.report].append(telling)
    columns = [Column(tellings=told) for told in families.values()]
    parties = _parties(connection, tellings)
    aspects: list[tuple[Name, Callable[[TellingRow], Iterable[Value]]]] = [
        ("type", lambda one: _texts(one.type)),
        ("mode", lambda one: _texts(one.mode)),
        ("actors", lambda one: parties.get((one.id, "actor"), ())),
        ("recipients", lambda one: parties.get((one.id, "recipient"), ())),
        ("figures", lambda one: map(_figure, one.figures)),
        ("place", lambda one: _texts(", ".join(part for part in (one.place, one.country) if part))),
        ("time", lambda one: _texts(" – ".join(dict.fromkeys(day for day in (one.start, one.end) if day)))),
        ("status", lambda one: _texts(one.status)),
    ]
    found = (_aspect(name, [_told(column, tells) for column in columns]) for name, tells in aspects)
    return Comparison(columns=columns, aspects=[aspect for aspect in found if aspect.told])


def _aspect(name: Name, values: list[list[Value]]) -> Aspect:
    told = Counter(tuple(_keys(cell)) for cell in values if cell)
    usual = min((keys for keys in told if told[keys] > 1), key=lambda keys: (-told[keys], keys), default=())
    return Aspect(name=name, told=told.total(), agreed=len(told) < 2, usual=list(usual), values=values)


def _told(column: Column, tells: Callable[[TellingRow], Iterable[Value]]) -> list[Value]:
    """What a column tells, each once."""
    return list({value.key: value for telling in column.tellings for value in tells(telling)}.values())


def _keys(values: Iterable[Value]) -> list[str]:
    return sorted({value.key for value in values})


def _texts(text: str | None) -> list[Value]:
    return [Value(text=text, key=text)] if text else []


def _figure(figure: Figure) -> Value:
    ends = "–".join(f"{end:g}" for end in (figure.value, figure.max) if end is not None)
    text = f"{'about ' if figure.approximate else ''}{ends} {figure.unit}"
    return Value(text=text, key=text, figure=figure)


def _parties(connection: Connection, tellings: Sequence[TellingRow]) -> Parties:
    """Who takes which part, as each report calls them."""
    reports = sorted({telling.report for telling in tellings})
    rows = sorted(_CALLED(connection, reports), key=lambda row: (row.name, row.report, row.id))
    keys: dict[str | None, str] = {}  # of actors, and of words
    found: dict[tuple[str, str], list[Value]] = defaultdict(list)
    for row in rows:
        words = row.name.casefold()
        key = keys.get(row.actor) or keys.get(words) or words
        keys |= {words: key} | ({row.actor: key} if row.actor else {})
        found[f"{row.report}/{row.id}", row.part].append(Value(text=row.name, key=key, actor=row.actor))
    return found
