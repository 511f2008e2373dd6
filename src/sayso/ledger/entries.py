"""A report's account as the rows of a ledger, and what is kept of it read back."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sayso.intake.refusals import Refusal
from sayso.model import Account, Actor, Dispute, Event, Span, Statement, identify

Row = dict[str, Any]

# Bytes of a value that has an index, as PostgreSQL takes no longer ones (its manual, "B-Tree Indexes"). Nothing that is
# looked up is so long, and what is cut here is whole in the account.
LONGEST = 2600

# What no database can hold, or not every one: NUL, and half of a surrogate pair.
_UNFIT = re.compile("[\0\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """All rows of one report. Their keys are not known yet: within it, ids stand for them."""

    report: Row
    namings: list[Row]
    statements: list[Row]
    tellings: list[Row]
    parts: list[tuple[str, str, str]]  # telling, naming, part
    words: list[tuple[str, str, int]]  # telling, statement, place
    contests: list[Row]


def entry(account: Account, weights: str, corrected: Account | None = None) -> Entry:
    """The rows of an account that those weights made. corrected: the same as people corrected it, if they did: the
    account stays as it was made, and what can be asked of it is as it is corrected."""
    told = corrected or account
    return Entry(
        report={**_report(account), "weights": weights},
        namings=[_naming(actor) for actor in told.actors],
        statements=[_statement(told, statement) for statement in told.statements],
        tellings=[_telling(told, event) for event in told.events],
        parts=[part for event in told.events for part in _parts(event)],
        words=[
            (event.id, statement, place)
            for event in told.events
            for place, statement in enumerate(dict.fromkeys(event.statements))
        ],
        contests=[_contest(dispute) for dispute in told.disputes],
    )


def _report(account: Account) -> Row:
    report = account.report
    id = identify(report.text, report.outlet, report.published)
    kept = account.model_copy(update={"report": report.model_copy(update={"id": id})})
    return {
        "id": id,
        "source_id": _short(report.id) if report.id != id else None,
        "url": _short(report.url),
        "title": fit(report.title),
        "outlet": _short(report.outlet),
        "agency": fit(report.agency),
        "byline": fit(report.byline),
        "dateline": fit(report.dateline),
        "published": _short(report.published),
        "language": report.language,
        "words": len(report.text.split()),
        "format": account.format,
        "added": now(),
        "compared": False,
        "linked": False,
        "prose": report.prose,
        "text": fit(report.text),
        "account": zlib.compress(kept.to_json().encode("utf-8")),
    }


def _naming(actor: Actor) -> Row:
    return {
        "id": actor.id,
        "name": _short(actor.name, LONGEST // 2),  # small letters may take more bytes than capitals
        "kind": actor.kind,
        "role": fit(actor.role),
        "country": actor.country,
        "sector": actor.sector,
        "aliases": [fit(alias) for alias in actor.aliases],
    }


def _statement(account: Account, statement: Statement) -> Row:
    time = statement.time
    return {
        "id": statement.id,
        "speaker_pk": statement.speaker,
        "addressee_pk": statement.addressee,
        "via": statement.via,
        "force": statement.force,
        "quotation": statement.quotation,
        "cue": _words(account, [statement.cue] if statement.cue else []) or None,
        "said": _words(account, statement.content),
        "start": time and time.start,
        "end": time and time.end,
        "position": statement.content[0][0],
    }


def _telling(account: Account, event: Event) -> Row:
    place, time = event.place, event.time
    return {
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "contexts": event.contexts,
        "trigger": _words(account, [event.trigger]),
        "evidence": _words(account, event.evidence[:1]),
        "position": event.trigger[0],
        "status": event.status,
        "confidence": event.confidence,
        "start": time and time.start,
        "end": time and time.end,
        "place": fit(place.name) if place else None,
        "country": place and place.country,
        "admin1": place and place.admin1,
        "lat": place and place.lat,
        "lon": place and place.lon,
        "geonameid": place and place.geonameid,
        "quantities": [
            {"value": one.value, "max": one.max, "unit": fit(one.unit), "approximate": one.approximate}
            for one in event.quantities
        ],
    }


def _parts(event: Event) -> Iterator[tuple[str, str, str]]:
    for part, actors in (("actor", event.actors), ("recipient", event.recipients)):
        for actor in dict.fromkeys(actors):
            yield event.id, actor, part


def _contest(dispute: Dispute) -> Row:
    return {
        "id": dispute.id,
        "kind": dispute.kind,
        "issue": fit(dispute.issue),
        "tellings": dispute.events,
        "sides": [{**side.model_dump(), "position": fit(side.position)} for side in dispute.sides],
    }


def _words(account: Account, spans: Iterable[Span]) -> Any:
    """The words of some spans in one line."""
    return fit(" ".join(" ".join(account.words(span) for span in spans).split()))


def fit(text: Any) -> Any:
    """A text, if it is one, as every database can hold it, of the same length; the account has the one it came with."""
    return _UNFIT.sub("\ufffd", text) if text else text


def _short(text: str | None, longest: int = LONGEST) -> Any:
    """A text that has an index, cut to that many bytes."""
    if text and len(text) > longest // 4:
        text = text.encode("utf-8", "replace")[:longest].decode("utf-8", "ignore")
    return fit(text)


def refusal(refused: Refusal) -> Row:
    """The row of something that was not read."""
    given = refused.source, refused.where or "", refused.reason
    # The three have one index together.
    source, place, reason = (_short(value, LONGEST // 3) for value in given)
    return {"source": source, "place": place, "reason": reason, "added": now()}


def now() -> str:
    """The time, ISO 8601 in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def read_back(account: bytes) -> Account:
    """The account that a row holds."""
    # A half of a surrogate pair is no JSON to pydantic, though it is to Python.
    return Account.model_validate(json.loads(zlib.decompress(account)))
