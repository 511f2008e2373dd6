"""Accounts as tables for a spreadsheet: a row for each statement, each event, each side of a dispute.

A report is hostile input, and a spreadsheet takes a cell that begins with an equals sign for a formula: such cells get
an apostrophe before it. The files begin with a byte order mark, without which Excel would not read them as UTF-8.
"""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TextIO

from sayso.model import Account, Actor, Event, Span, Statement, Time
from sayso.views import wording
from sayso.views.characters import visible
from sayso.views.lookup import Lookup, Word

Cell = str | int | float | None
Row = dict[str, Cell]

ENCODING = "utf-8-sig"

# At the start of a cell, and after a semicolon, where many a spreadsheet begins another.
_FORMULA = re.compile('(^|;[" ]*)(?=[=+@＝＋＠\\-－\t\r])')


class Tables:
    """statements.csv, events.csv and disputes.csv in a folder. The rows of an account are written when it comes.

    The files are made, and old ones replaced, at the first account. Whatever ends the writing, they hold whole rows.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[str, TextIO] = {}

    def write(self, account: Account) -> None:
        """Write the rows of an account."""
        lookup = Lookup(account)
        for name, (columns, rows) in TABLES.items():
            if name not in self._files:
                self._folder.mkdir(exist_ok=True)
                self._files[name] = (self._folder / name).open("w", encoding=ENCODING, newline="")
                csv.writer(self._files[name]).writerow(columns)
            file = self._files[name]
            csv.writer(file).writerows([harmless(row[column]) for column in columns] for row in rows(account, lookup))
            file.flush()

    def close(self) -> None:
        """Close the files."""
        for file in self._files.values():
            file.close()


def harmless(cell: Cell) -> Cell:
    """A cell that no spreadsheet takes for a formula. Numbers are ours, and stay numbers."""
    if isinstance(cell, str):
        return _FORMULA.sub(r"\1'", cell)
    return None if isinstance(cell, float) and not math.isfinite(cell) else cell


# What is in the rows


def statements(account: Account, lookup: Lookup) -> Iterator[Row]:
    """A row for each statement."""
    for number, statement in enumerate(account.statements, 1):
        speaker = lookup.actors.get(statement.speaker)
        passed = lookup.named(statement.via)
        yield _report(account) | {
            "statement": number,
            "statement_id": _text(statement.id),
            "speaker": _text(speaker.name) if speaker else None,
            "speaker_id": _text(statement.speaker),
            "speaker_kind": speaker.kind if speaker else None,
            "speaker_role": _text(speaker.role) if speaker else None,
            "speaker_country": _text(speaker.country) if speaker else None,
            "speaker_sector": speaker.sector if speaker else None,
            "speaker_words": _words(account, statement.speaker_span),
            "speaker_span": _spans(statement.speaker_span),
            "cue": _words(account, statement.cue),
            "cue_span": _spans(statement.cue),
            "force": statement.force,
            "quotation": statement.quotation,
            "said": _text(wording.said(account, statement)),
            "said_spans": _spans(*statement.content),
            "addressee": _names(lookup.named([statement.addressee] if statement.addressee else [])),
            "addressee_id": _text(statement.addressee),
            "via": _names(passed),
            "via_ids": _ids(statement.via),
            **_time(statement.time),
        }


def events(account: Account, lookup: Lookup) -> Iterator[Row]:
    """A row for each event."""
    for number, event in enumerate(account.events, 1):
        yield event_row(account, lookup, number, event)


def event_row(account: Account, lookup: Lookup, number: int, event: Event) -> Row:
    """What there is to tell of an event, flat. On what footing it stands comes first."""
    place = event.place
    words = lookup.words(event.statements)
    return _report(account) | {
        "event": number,
        "event_id": _text(event.id),
        "footing": event.status,
        "on_the_word_of": _text("; ".join(map(_word, words)) or wording.unsaid(event.status)),
        "statement_ids": _ids(event.statements),
        "type": event.type,
        "mode": _text(event.mode),
        "contexts": _ids(event.contexts),
        "trigger": _words(account, event.trigger),
        "trigger_span": _spans(event.trigger),
        "actors": _names(lookup.named(event.actors)),
        "actor_ids": _ids(event.actors),
        "recipients": _names(lookup.named(event.recipients)),
        "recipient_ids": _ids(event.recipients),
        **_time(event.time),
        "place": _text(place.name) if place else None,
        "country": _text(place.country) if place else None,
        "admin1": _text(place.admin1) if place else None,
        "latitude": place.lat if place else None,
        "longitude": place.lon if place else None,
        "geonameid": place.geonameid if place else None,
        "place_words": _words(account, place.span) if place else None,
        "place_span": _spans(place.span) if place else None,
        "figures": _text("; ".join(wording.quantities(event.quantities, account.report.text))),
        "figure_spans": _spans(*(quantity.span for quantity in event.quantities)),
        "evidence": _text(" … ".join(wording.one_line(account.words(span)) for span in event.evidence)),
        "evidence_spans": _spans(*event.evidence),
        "confidence": event.confidence,
    }


def disputes(account: Account, lookup: Lookup) -> Iterator[Row]:
    """A row for each side of a dispute."""
    for number, dispute in enumerate(account.disputes, 1):
        for place, side in enumerate(dispute.sides, 1):
            said = [statement for _, statement in lookup.said(side.statements)]
            yield _report(account) | {
                "dispute": number,
                "dispute_id": _text(dispute.id),
                "issue": _text(dispute.issue),
                "kind": dispute.kind,
                "event_ids": _ids(dispute.events),
                "side": place,
                "position": _text(side.position),
                "actors": _names(lookup.named(side.actors)),
                "actor_ids": _ids(side.actors),
                "statement_ids": _ids(side.statements),
                "said": _text(" | ".join(wording.said(account, statement) for statement in said)),
                "said_spans": _spans(*(piece for statement in said for piece in statement.content)),
            }


def _report(account: Account) -> Row:
    report = account.report
    known = (("report", report.id), ("outlet", report.outlet), ("published", report.published), ("title", report.title))
    return {name: _text(value) for name, value in known}


def _time(time: Time | None) -> Row:
    found: Row = {"start": None, "end": None, "time_words": None, "time_span": None}
    if time:
        found = {
            "start": _text(time.start), "end": _text(time.end), "time_words": _text(time.text),
            "time_span": _spans(time.span),
        }  # fmt: skip
    return found


def _text(text: str | None) -> str | None:
    """Text in one line, with nothing in it that a program would obey."""
    return visible(wording.one_line(text)) if text else None


def _words(account: Account, span: Span | None) -> str | None:
    return _text(account.words(span)) if span else None


def _spans(*spans: Span | None) -> str | None:
    """Spans to be read and taken apart: "150-260 300-310"."""
    return " ".join(f"{span[0]}-{span[1]}" for span in spans if span) or None


def _ids(ids: Iterable[str]) -> str | None:
    return _text(" ".join(ids))


def _names(actors: Iterable[Actor]) -> str | None:
    return _text("; ".join(map(_name, actors)))


def _name(actor: Actor) -> str:
    return actor.name + (f" [{wording.UNNAMED}]" if actor.kind == "anonymous" else "")


def _word(word: Word) -> str:
    chain = " ← ".join(_name(actor) if actor else wording.NOT_GIVEN for actor in word.chain)
    return f"{chain} {wording.DENIES}" if word.denies else chain


def _columns(rows: Callable[[Account, Lookup], Iterator[Row]]) -> tuple[str, ...]:
    """The columns of a table: what is in a row of an account that has one of each."""
    span = (0, 1)
    account: dict[str, Any] = {
        "report": {"text": "x"},
        "statements": [Statement(id="", content=[span], quotation="direct", force="assert")],
        "events": [Event(id="", type="AID", trigger=span, status="fact", confidence=1)],
        "disputes": [{"id": "", "issue": "", "kind": "cause", "sides": [{"position": ""}]}],
    }
    whole = Account.model_validate(account)
    return tuple(next(rows(whole, Lookup(whole))))


TABLES = {f"{rows.__name__}.csv": (_columns(rows), rows) for rows in (statements, events, disputes)}
