"""Events as we annotated them for training: `corpora/events/`, see corpora/README.md for how they are written.

`python -m training.events` checks the markup and counts.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sayso.reader import labels

FOLDER = Path(__file__).parent / "corpora" / "events"
Span = tuple[int, int]


class EventMarkupError(ValueError):
    """A line that cannot be read; says which."""


@dataclass(frozen=True, slots=True)
class Event:
    """An annotated event, in characters: its trigger (one word) and the phrases that fill its roles."""

    type: str
    trigger: Span
    roles: Mapping[str, Sequence[Span]]  # by labels.ROLES
    status: str
    again: bool  # told before in the same text

    def moved(self, by: int) -> Event:
        """The same event in a text that begins `by` characters earlier."""
        roles = {role: [(a + by, b + by) for a, b in spans] for role, spans in self.roles.items()}
        return replace(self, trigger=(self.trigger[0] + by, self.trigger[1] + by), roles=roles)


def passages(*paths: Path) -> Iterator[tuple[str, list[Event]]]:
    """The passages written for training, or those of other files, each with its events. Raises EventMarkupError at the
    first that is wrong."""
    for path in paths or (FOLDER / "passages.txt", FOLDER / "words.txt"):
        yield from _passages(path)


def stories(path: Path = FOLDER / "stories.txt") -> Iterator[tuple[str, list[Event]]]:
    """The whole reports written for training, marked as passages are."""
    return passages(path)


def _passages(path: Path) -> Iterator[tuple[str, list[Event]]]:
    lines: list[str] = []
    events: list[Event] = []
    used: set[Span] = set()
    for number, line in enumerate([*path.read_text("utf-8").splitlines(), ""], 1):
        if line.startswith("#"):
            continue
        if line.startswith("> "):
            if line != "> none":
                try:
                    events.append(_event("\n".join(lines), line[2:], used))
                except ValueError as error:
                    raise EventMarkupError(f"{path.name}, line {number}: {error}") from None
        elif line:
            lines.append(line)
        elif lines:
            yield "\n".join(lines), events
            lines, events, used = [], [], set()


def _event(text: str, line: str, used: set[Span]) -> Event:
    """One line of a passage. `used`: the triggers of the lines before it."""
    type_, trigger, *pieces, status, again = (cell.strip() for cell in line.split("|"))
    if len(pieces) != len(labels.ROLES):
        raise ValueError(f"{len(pieces) + 4} columns, not {len(labels.ROLES) + 4}")
    if type_ not in labels.EVENTS[1:] or status not in labels.STATUSES or again not in ("", "again"):
        raise ValueError(f"{type_!r}, {status!r} or {again!r} is not known")
    phrase, marked = trigger.replace("*", ""), trigger.find("*")
    places = occurrences(text, phrase)
    start = next((place for place in places if place not in used), places[0])[0]
    used.update(place for place in places if place[0] == start)
    word = re.compile(r"\S+").match(text, start + max(marked, 0))
    assert word is not None
    found = {
        role: [nearest(text, piece.strip(), word.start()) for piece in cell.split(" + ") if piece.strip()]
        for role, cell in zip(labels.ROLES, pieces, strict=True)
    }
    return Event(type_, word.span(), found, status, bool(again))


def occurrences(text: str, piece: str) -> list[Span]:
    """Where a piece stands in a text: whole words if anywhere. "police#2" is its second place alone."""
    numbered = re.fullmatch(r"(.+)#(\d+)", piece)
    piece, which = (numbered[1], numbered[2]) if numbered else (piece, "")
    found = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(piece)}(?!\w)", text)]
    found = found or [m.span() for m in re.finditer(re.escape(piece), text)]
    if which and found:
        found = found[int(which) - 1 : int(which)] or found[-1:]
    if not found:
        raise ValueError(f"{piece!r} is not in the passage")
    return found


def nearest(text: str, piece: str, to: int) -> Span:
    """The place of a piece that is nearest to a character."""
    return min(occurrences(text, piece), key=lambda place: abs(place[0] - to))


def reports(path: Path = FOLDER / "reports.tsv") -> Iterator[tuple[str, int, str, list[Event]]]:
    """The reports annotated: id, the character up to which they were read, part (train or dev), events."""
    id, end, part, events = "", 0, "", list[Event]()
    for number, line in enumerate([*path.read_text("utf-8").splitlines(), "\tread\t0\t"], 1):
        if line.startswith("#"):
            continue
        first, type_, *cells = line.split("\t")
        if type_ == "read":
            if id:
                yield id, end, part, events
            id, end, part, events = first, int(cells[0]), cells[1], []
            continue
        if first != id or type_ not in labels.EVENTS or len(cells) != len(labels.ROLES) + 3:
            raise EventMarkupError(f"{path.name}, line {number}: {line!r}")
        trigger, *pieces, status, again = cells
        roles = {role: _spans(cell) for role, cell in zip(labels.ROLES, pieces, strict=True)}
        events.append(Event(type_, _spans(trigger)[0], roles, status, bool(again)))


def _spans(cell: str) -> list[Span]:
    return [(int(a), int(b)) for a, _, b in (span.partition("-") for span in cell.split())]


def main() -> None:
    """Check the files and count what is in them."""
    try:
        written, read = [*passages(), *stories()], list(reports())
    except EventMarkupError as error:
        sys.exit(str(error))
    print(f"{len(written)} passages and stories, {len(read)} reports")
    print(Counter(event.type for *_, events in (*written, *read) for event in events).most_common())


if __name__ == "__main__":
    main()
