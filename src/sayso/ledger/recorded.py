"""What people corrected, as a ledger has it, and what became of each correction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from sayso.ledger import entries, schema
from sayso.ledger.corrections import (
    Correction,
    Laid,
    LinkAnchor,
    Part,
    TellingAnchor,
    found,
    laid,
    pair_id,
    parts,
    standing,
    telling_id,
)
from sayso.model import Account

_COLUMNS = ("id", "at", "who", "why", "report", "kind", "anchor", "field", "undoes")


@dataclass(frozen=True, slots=True)
class Held:
    """A report as the machine read it, and what people corrected of it."""

    pk: int
    weights: str
    account: Account
    corrections: list[Correction]


def held(connection: Connection, id: str) -> Held:
    """A report, and what people corrected of it, in the order in which they did. Raises KeyError if it is not there."""
    report = schema.Report
    row = connection.execute(
        select(report.pk, report.weights, report.account).where(report.id == entries.fit(id))
    ).one_or_none()
    if row is None:
        raise KeyError(id)
    own = [one for one in recorded(connection, [id]) if one.kind != "link"]
    return Held(row.pk, row.weights, entries.read_back(row.account), own)


def as_made(account: Account, ref: str) -> Part:
    """A statement or event of the account as the machine made it, also one that people took out. Raises KeyError."""
    id = ref.partition("/")[2]
    for part in parts(account):
        if part.id == id:
            return part
    raise KeyError(ref)


def corrected(connection: Connection, id: str) -> tuple[Account, list[Correction]]:
    """The account of a report as people corrected it, and what they corrected. Raises KeyError if there is none."""
    report, made = held(connection, id), recorded(connection, [id])
    account = laid(report.account, report.corrections).account if report.corrections else report.account
    return account, with_states(connection, made)


def recorded(
    connection: Connection, reports: list[str] | set[str] | None = None, kind: str | None = None, after: int = 0
) -> list[Correction]:
    """Corrections, in the order in which they were made: of these reports, of that kind, behind that key."""
    correction = schema.Correction
    question = select(correction).where(correction.pk > after).order_by(correction.pk)
    if reports is not None:
        question = question.where(correction.report.in_(reports))
    if kind is not None:
        question = question.where(correction.kind == kind)
    return read_corrections(connection, question)


def read_corrections(connection: Connection, question: Any) -> list[Correction]:
    """The corrections that a question to their table gives."""
    return [
        Correction(**{name: row[name] for name in _COLUMNS}, before=row["before"]["value"], after=row["after"]["value"])
        for row in connection.execute(question).mappings()
    ]


def last_correction(connection: Connection) -> str:
    """The id of the last correction; empty if there is none."""
    correction = schema.Correction
    return connection.scalar(select(correction.id).order_by(correction.pk.desc()).limit(1)) or ""


def with_states(connection: Connection, made: list[Correction]) -> list[Correction]:
    """Corrections with what became of them."""
    over: dict[str, tuple[Held, Laid]] = {}
    for id in {one.report for one in made if one.kind != "link"}:
        report = held(connection, id)
        over[id] = report, laid(report.account, report.corrections)
    of_links = {one.report for one in made if one.kind == "link"}
    said = standing(recorded(connection, of_links, "link"))
    latest = {one.id for one in last_words(said)}
    still = {one.id for one in said}
    meant = _pairs(connection, [one for one in made if one.kind == "link"])
    told = []
    for one in made:
        if one.kind != "link":
            told.append(with_state(one, over[one.report][1], one.report))
            continue
        state = "taken back" if one.id not in still else "overruled" if one.id not in latest else "in force"
        if state == "in force" and meant[one.id] is None:
            state = "adrift"
        told.append(one.model_copy(update={"part": meant[one.id]} | ({} if one.undoes else {"state": state})))
    return told


def with_state(one: Correction, over: Laid, report: str) -> Correction:
    """A correction with what became of it."""
    part = over.parts.get(one.id)
    return one.model_copy(
        update={"state": over.states.get(one.id, "in force"), "part": f"{report}/{part}" if part else None}
    )


def _pairs(connection: Connection, links: list[Correction]) -> dict[str, str | None]:
    """The two tellings that each of these is of, as the ledger counts now; None where one is not there."""
    ends = {one.id: (one.anchor.one, one.anchor.other) for one in links if isinstance(one.anchor, LinkAnchor)}
    accounts = dict[str, Account | None]()
    for id in {end.report for pair in ends.values() for end in pair}:
        try:
            accounts[id] = held(connection, id).account
        except KeyError:
            accounts[id] = None
    rows = select(schema.Report.id, schema.Telling.id).join(schema.Telling).where(schema.Report.id.in_(accounts))
    there = {f"{report}/{telling}" for report, telling in connection.execute(rows)}
    refs = {id: [telling_id(accounts[end.report], end) for end in pair] for id, pair in ends.items()}
    known = {id: [ref for ref in pair if ref in there] for id, pair in refs.items()}
    return {id: pair_id(*pair) if len(pair) == 2 else None for id, pair in known.items()}


def last_words(links: Iterable[Correction]) -> list[Correction]:
    """The last word on each pair of tellings."""
    by_pair: dict[Any, Correction] = {}
    for one in links:
        assert isinstance(one.anchor, LinkAnchor)
        ends = tuple((end.report, end.trigger) for end in (one.anchor.one, one.anchor.other))
        by_pair[ends] = one
    return list(by_pair.values())


def links(connection: Connection, reports: Iterable[int]) -> Iterator[tuple[int, int, bool]]:
    """What people say of tellings of these reports, by their keys: two tellings, by theirs, and whether they are of one
    event. The smaller id of report and event comes first."""
    asked = list(connection.scalars(select(schema.Report.id).where(schema.Report.pk.in_(list(reports)))))
    for one in last_words(standing(recorded(connection, kind="link"))):
        assert isinstance(one.anchor, LinkAnchor)
        ends = one.anchor.one, one.anchor.other
        if any(end.report in asked for end in ends):
            keys = [_key(connection, end) for end in ends]
            if keys[0] is not None and keys[1] is not None and keys[0] != keys[1]:
                yield keys[0], keys[1], one.field == "joined"


def _key(connection: Connection, end: TellingAnchor) -> int | None:
    """The key of the telling that an anchor means."""
    telling = schema.Telling
    try:
        report = held(connection, end.report)
    except KeyError:
        return None
    part = found(report.account, end)
    asked = select(telling.pk).where(telling.report_pk == report.pk, telling.id == (part and part.id))
    return connection.scalar(asked)
