"""Answers of a ledger in a terminal: lists as tables, and the whole of one event, actor or dispute.

All that comes from reports is made harmless, and nothing is told by colour alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.ledger.answers import (
    ActorRow,
    ActorStory,
    Answer,
    DisputeRow,
    DisputeStory,
    EventRow,
    EventStory,
    Figure,
    Party,
    PointRow,
    ReportRow,
    StatementRow,
    Stats,
    TellingRow,
)
from sayso.views import wording
from sayso.views.characters import visible

_HEAD = "bold"
_ASIDE = "dim"
_ROOM = 240  # characters of a passage in a list
_GRADE = {"contested": "yellow", "denied": "bold red"}

WIDE = 120  # characters of a terminal from which a list is a table
Cells = list[Text]


def table(console: Console, answer: type[Answer], answers: Iterable[Answer]) -> None:
    """Print a list of answers; where a terminal has no room for columns, each on lines of its own."""
    names, cells = _LISTS[answer]
    if console.width < WIDE:
        for each in answers:
            _entry(console, dict(zip(names, cells(each), strict=True)), _ENTRIES[answer])
        return
    shown = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style=_HEAD)
    for name in names:
        # The id is for the next question: whole, so that it can be copied.
        shown.add_column(name, no_wrap=name in ("id", "day", "date"), overflow="fold")
    for each in answers:
        shown.add_row(*cells(each))
    _print(console, shown)


def _entry(console: Console, cells: dict[str, Text], lines: tuple[str, ...]) -> None:
    """An answer on lines of its own, its id last."""
    for number, line in enumerate(lines):
        shown = [cells[name] for name in line.split("|") if cells[name].plain]
        if shown:
            _print(console, Padding(Text("  ").join(shown), (0, 0, 0, 2 if number else 0), expand=False))
    console.print()


def event(console: Console, story: EventStory) -> None:
    """Print the whole of an event."""
    found = story.event
    _print(console, _text(f"{_happened(found)}  {found.id}", _HEAD))
    _print(console, _text(_known(_parties(found), found.day, _where(found), between=" · ")))
    _print(console, _text(story.why))
    for stance, words in (("for", "Voices for it"), ("against", "Voices against it")):
        voices = [voice for voice in story.voices if voice.stance == stance]
        if voices:
            _heading(console, words)
            for voice in voices:
                _print(console, _text(f"{voice.name} ({voice.kind}): {', '.join(voice.evidence)}"))
    for series in story.series:
        if len(series.points) > 1:
            _heading(console, f"Figures over time: {wording.one_line(series.unit)}")
            for point in series.points:
                _print(console, _text(_point(point)))
    _heading(console, "Told by")
    for telling in story.tellings:
        _telling(console, telling)
    if story.statements:
        _heading(console, "Also said")
        for said in story.statements:
            _statement(console, said)
    _disputes(console, story.disputes)
    if story.beside:
        _heading(console, "Beside it in the same story")
        table(console, EventRow, story.beside)


def explained(console: Console, story: EventStory) -> None:
    """Print why the tellings of an event were joined, feature by feature."""
    found = story.event
    _print(console, _text(f"{_happened(found)}  {found.id}", _HEAD))
    words = {telling.id: telling for telling in story.tellings}
    if not story.joins:
        _print(console, _text("told once: nothing was joined"))
    for join in story.joins:
        _heading(console, f"{join.one} and {join.other}: {join.score:+.1f}")
        for telling in (words[join.one], words[join.other]):
            told = wording.excerpt(wording.one_line(telling.evidence), _ROOM)
            source = _known(telling.type, telling.published, telling.outlet, between=" · ")
            _print(console, _text(f"{source}: “{told}”"))
        _print(console, _text(", ".join(f"{name} {added:+.1f}" for name, added in join.features.items() if added)))


def _point(point: PointRow) -> str:
    """A figure of a series: "2019-03-14  12–15  the ministry (takes the place of an earlier one)"."""
    figure = f"{point.value:,g}" + (f"–{point.max:,g}" if point.max is not None else "")
    update = "  (takes the place of an earlier one)" if point.update else ""
    return f"{point.day or 'no date'}  {figure}  {point.voice}{update}"


def actor(console: Console, story: ActorStory) -> None:
    """Print what there is of an actor."""
    found = story.actor
    _print(console, _text(f"{found.name}  {found.id}", _HEAD))
    _print(console, _text(_known(found.kind, found.country, found.sector, between=" · ")))
    if found.aliases:
        _print(console, _text("also " + ", ".join(found.aliases)))
    for role in found.roles:
        known, days = _known(role.role, role.country, role.sector), _days(role.first, role.last)
        _print(console, _text(f"{known or found.kind}: {wording.figures(role.reports, 'report')}, {days}"))
    if story.events:
        _heading(console, "Events")
        table(console, EventRow, story.events)
    if story.statements:
        _heading(console, "Statements")
        for said in story.statements:
            _statement(console, said)


def dispute(console: Console, story: DisputeStory) -> None:
    """Print the whole of a dispute."""
    found = story.dispute
    _print(console, _text(f"{found.issue}  {found.id}", _HEAD))
    _print(console, _text(f"{found.kind}, {wording.figures(found.reports, 'report')}"))
    if story.event:
        _print(console, _text(f"about {_happened(story.event)}  {story.event.id}"))
    for side in story.sides:
        _heading(console, f"{side.number}. {side.position}")
        _print(console, _text(", ".join(side.voices) or wording.NOT_NAMED))
        for said in side.statements:
            _statement(console, said)
        for telling in side.tellings:
            _telling(console, telling)


def stats(console: Console, counted: Stats) -> None:
    """Print how much of what there is."""
    shown = Table(box=None, pad_edge=False, show_header=False)
    shown.add_column()
    shown.add_column(justify="right")
    copies = counted.reports - counted.families
    for name, value in (
        ("reports", f"{counted.reports:,}"),
        ("  copies of others", f"{copies:,}"),
        ("  not linked yet", f"{counted.unlinked:,}"),
        ("  from", counted.first or "–"),
        ("  to", counted.last or "–"),
        ("outlets", f"{counted.outlets:,}"),
        ("statements", f"{counted.statements:,}"),
        ("tellings of events", f"{counted.tellings:,}"),
        ("events", f"{counted.events:,}"),
        *((f"  {grade}", f"{count:,}") for grade, count in counted.grades.items()),
        *((f"  {type}", f"{count:,}") for type, count in counted.types.items()),
        ("actors", f"{counted.actors:,}"),
        ("disputes", f"{counted.disputes:,}"),
        ("refused", f"{counted.refusals:,}"),
        ("corrections", f"{counted.corrections:,}"),
    ):
        shown.add_row(_text(name), _text(value))
    _print(console, shown)


# Lines of a whole


def _telling(console: Console, telling: TellingRow) -> None:
    _print(console, _source(telling))
    _print(console, _text(f"  “{wording.one_line(telling.evidence)}”"))
    parts = [f"told as {telling.status}" if telling.status == "fact" else telling.status.upper()]
    parts += [_days(telling.start, telling.end), _known(telling.place, telling.country)]
    parts += map(_figure, telling.figures)
    _print(console, _text("  " + _known(*parts, between=" · "), _ASIDE))
    for said in telling.statements:
        _print(console, _text(f"  on the word of {_speaker(said)}: {_said(said)}  {said.id}"))


def _statement(console: Console, said: StatementRow) -> None:
    _print(console, _source(said))
    _print(console, _text(f"  {_speaker(said)} · {said.force}: {_said(said)}"))


def _source(line: StatementRow | TellingRow) -> Text:
    return _text(f"{line.id}  " + _known(line.published, line.outlet, line.title, between=" · "), _ASIDE)


def _disputes(console: Console, disputes: list[DisputeRow]) -> None:
    if disputes:
        _heading(console, "Disputes")
        table(console, DisputeRow, disputes)


def _heading(console: Console, words: str) -> None:
    console.print()
    _print(console, _text(words, _HEAD))


# Cells of a list


def _event_cells(found: EventRow) -> Cells:
    return [
        _text(found.day),
        _text(_happened(found)),
        _text(_parties(found)),
        _text(_where(found)),
        _graded(found),
        _text(wording.excerpt(wording.one_line(found.told or ""), _ROOM)),
        _text(found.id),
    ]


def _statement_cells(found: StatementRow) -> Cells:
    return [
        _text(found.published),
        _text(_speaker(found)),
        _text(found.force),
        _text(wording.excerpt(_said(found), _ROOM)),
        _text(found.outlet),
        _text(found.id),
    ]


def _report_cells(found: ReportRow) -> Cells:
    counts = f"{wording.figures(found.statements, 'statement')}, {wording.figures(found.events, 'event')}"
    return [_text(found.published), _text(found.outlet), _text(found.title), _text(counts), _text(found.id)]


def _actor_cells(found: ActorRow) -> Cells:
    role = found.roles[-1].role if found.roles else None
    known = _known(role or found.kind, found.country, found.sector)
    return [_text(found.name), _text(known), _text(f"{found.reports:,}"), _text(found.id)]


def _dispute_cells(found: DisputeRow) -> Cells:
    sides = "\n".join(f"{', '.join(side.voices) or wording.NOT_NAMED}: {side.position}" for side in found.sides)
    return [_text(found.day), _text(found.kind), _text(found.issue), _text(sides), _text(found.id)]


_LISTS: dict[type[Answer], tuple[tuple[str, ...], Callable[[Any], Cells]]] = {
    EventRow: (("day", "what", "who → whom", "where", "grade", "told", "id"), _event_cells),
    StatementRow: (("date", "speaker", "force", "said", "outlet", "id"), _statement_cells),
    ReportRow: (("date", "outlet", "title", "holds", "id"), _report_cells),
    ActorRow: (("name", "who", "reports", "id"), _actor_cells),
    DisputeRow: (("day", "kind", "issue", "sides", "id"), _dispute_cells),
}

# The same where there is no room: what stands on each line, by the names of the columns.
_ENTRIES: dict[type[Answer], tuple[str, ...]] = {
    EventRow: ("day|what|where", "who → whom", "told", "grade", "id"),
    StatementRow: ("date|outlet", "speaker|force", "said", "id"),
    ReportRow: ("date|outlet", "title", "holds", "id"),
    ActorRow: ("name|who|reports", "id"),
    DisputeRow: ("day|kind", "issue", "sides", "id"),
}


# Words


def _known(*parts: str | None, between: str = ", ") -> str:
    """What is known of them."""
    return between.join(part for part in parts if part)


def _happened(found: EventRow) -> str:
    return _known(found.type, (found.mode or "").replace("-", " "))


def _parties(found: EventRow) -> str:
    actors, recipients = _names(found.actors) or wording.NOT_NAMED, _names(found.recipients)
    return f"{actors} → {recipients}" if recipients not in ("", actors) else actors


def _names(parties: list[Party]) -> str:
    return ", ".join(dict.fromkeys(party.name for party in parties))


def _where(found: EventRow) -> str:
    return _known(found.place, found.country)


def _graded(found: EventRow) -> Text:
    """The grade, and the voices that it rests on."""
    against = f"; against: {', '.join(found.voices_against)}" if found.voices_against else ""
    words = f"{found.grade} ({wording.figures(found.voices, 'voice')}: {', '.join(found.voices_for) or '–'}{against})"
    return _text(words, _GRADE.get(found.grade, ""))


def _speaker(said: StatementRow) -> str:
    known = _known(said.speaker_role, said.speaker_country)
    name = said.speaker or wording.NOT_GIVEN
    through = "".join(f" ← {each}" for each in said.via)
    return (f"{name} ({known})" if known else name) + through


def _said(said: StatementRow) -> str:
    words = wording.one_line(said.said)
    return f"“{words}”" if said.quotation == "direct" and not words.startswith(("“", '"')) else words


def _days(start: str | None, end: str | None) -> str:
    return " – ".join(dict.fromkeys(day for day in (start, end) if day))


def _figure(figure: Figure) -> str:
    ends = "–".join(f"{end:,.6g}" for end in (figure.value, figure.max) if end is not None)
    return f"{'about ' if figure.approximate else ''}{ends} {figure.unit}"


def _text(words: str | None, style: str = "") -> Text:
    """Words of reports, safe to print."""
    return Text(visible(words or ""), style)


def _print(console: Console, shown: Text | Table | Padding) -> None:
    # Rich would otherwise look for markup, emoji names, numbers and links in what it is given.
    console.print(shown, markup=False, highlight=False, emoji=False)
