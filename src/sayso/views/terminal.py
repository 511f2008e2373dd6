"""The account of a report in a terminal: what happened and on whose word, who disputes what, and who says what, in the
order of the text or by speaker.

Nothing is told by colour alone, so that it reads the same piped, printed or with NO_COLOR.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain, islice
from typing import Literal

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.model import Account, Actor, Dispute, Event, Quotation, Side, Statement, Status
from sayso.views import wording
from sayso.views.characters import visible
from sayso.views.lookup import Lookup, Word, numbers

# A bar beside the words: the fuller, the more of them are the speaker's own.
_BAR: dict[Quotation, str] = {"direct": "┃", "mixed": "╏", "indirect": "┊"}
_PLAIN_BAR: dict[Quotation, str] = {"direct": "|", "mixed": "|", "indirect": ":"}
# Which of the words are the speaker's own, to be set in bold.
_OWN: dict[Quotation, str] = {"direct": ".+", "mixed": '[“"][^“”"]*[”"]', "indirect": "$^"}
# What is not told as fact stands in capitals, so that nobody takes it for one.
_FOOTING: dict[Status, str] = {
    status: words if status == "fact" else words.upper() for status, words in wording.FOOTING.items()
}
_FOOTING_STYLE: dict[Status, str] = {"fact": "", "claimed": "yellow", "denied": "bold red"}
_NAME = "bold cyan"
_ASIDE = "dim"
_WIDEST = 100  # lines longer than this are hard to read
_WIDEST_TABLE = 180
_TABLE_FROM = 120  # columns: in fewer, the table of events would have a word a line
_SIDE = 26  # columns that a side of a dispute needs at least


def show(account: Account, console: Console, by: Literal["text", "speaker"] = "text") -> None:
    """Print an account: a header, events and disputes, then statements in the order of the text or by speaker."""
    page = _Page(account, console)
    for line in page.header():
        page.print(line)
    for block in chain(page.events(), page.disputes()):
        page.print(block)
    if account.statements and (account.events or account.disputes):
        page.print(Text())
        page.print(page.heading("Who says what"))
    for statement in page.in_order() if by == "text" else page.by_speaker():
        page.print(statement)


def _styled(words: str, style: str) -> Text:
    """Words in a style that, unlike that of `Text(words, style)`, does not spread to what is put after them."""
    return Text.assemble((words, style))


class _Page:
    """One account on its way to one console."""

    def __init__(self, account: Account, console: Console) -> None:
        self.account = account
        self.console = console
        self.width = min(console.width, _WIDEST)
        self.lookup = Lookup(account)
        self.actors = self.lookup.actors
        self.numbers = {id(statement): number for number, statement in enumerate(account.statements, 1)}
        self.margin = len(str(len(account.statements))) + 2

    def print(self, block: Text | Padding | Table) -> None:
        width = min(self.console.width, _WIDEST_TABLE) if isinstance(block, Table) else self.width
        # Rich would otherwise look for markup, emoji names, numbers and links in what it is given.
        self.console.print(block, width=width, markup=False, highlight=False, emoji=False)

    def text(self, words: str, style: str = "") -> Text:
        """Words of the report, safe to print: nothing in them is obeyed, and the console's encoding has them all."""
        encoding = self.console.encoding
        return _styled(visible(words).encode(encoding, "backslashreplace").decode(encoding), style)

    def sign(self, fancy: str, plain: str) -> str:
        """A sign of our own, or a plainer one where the console's encoding lacks it."""
        try:
            fancy.encode(self.console.encoding)
        except UnicodeEncodeError:
            return plain
        return fancy

    def quoted(self, words: str) -> str:
        return self.sign("“", '"') + words + self.sign("”", '"')

    def joined(self, *parts: Text) -> Text:
        return _styled(self.sign(" · ", " - "), _ASIDE).join(part for part in parts if part)

    # What is printed, from the top down

    def header(self) -> Iterator[Text]:
        report, statements = self.account.report, self.account.statements
        if report.title:
            yield self.text(wording.one_line(report.title), "bold")
        source = wording.source(report)
        if source:
            yield self.joined(*map(self.text, source))
        speakers = {statement.speaker for statement in statements if statement.speaker in self.actors}
        unnamed = sum(self.actors[speaker].kind == "anonymous" for speaker in speakers)
        count = wording.figures(len(statements), "statement")
        if speakers:
            count += f" by {wording.figures(len(speakers), 'speaker')}"
        yield Text(count + (f", {unnamed} {wording.UNNAMED}" if unnamed else ""))
        forms = Counter(statement.quotation for statement in statements)
        yield Text("   ").join(
            _styled(f"{self.bar(form)} {forms[form]} {name}", _ASIDE)
            for form, name in wording.QUOTATION.items()
            if forms[form]
        )
        if self.account.events:
            yield self.text(wording.happened(self.account))
        if self.account.disputes:
            yield Text(wording.figures(len(self.account.disputes), "dispute"))

    def in_order(self) -> Iterator[Text | Padding]:
        for statement in self.account.statements:
            yield Text()
            yield from self.statement(statement, self.speaker(statement), self.manner(statement))

    def by_speaker(self) -> Iterator[Text | Padding]:
        groups: dict[str | None, list[Statement]] = {}
        for statement in self.account.statements:
            groups.setdefault(statement.speaker if statement.speaker in self.actors else None, []).append(statement)
        for speaker, statements in groups.items():
            yield Text()
            actor = self.actors.get(speaker)
            yield self.who(actor)
            names = wording.other_names(actor) if actor else []
            if names:
                also = _styled("also: ", _ASIDE)
                yield also + _styled("; ", _ASIDE).join(self.text(wording.one_line(name), _ASIDE) for name in names)
            for statement in statements:
                chain = [self.speaker(statement)] if statement.via else []
                yield from self.statement(statement, *chain, self.manner(statement))

    # What happened

    def heading(self, words: str) -> Text:
        return _styled(words.upper(), "bold underline")

    def events(self) -> Iterator[Text | Table]:
        """Every event in a row. Where there is room each part has a column, else there are two: how and when; what."""
        if not self.account.events:
            return
        yield Text()
        yield self.heading("What happened")
        columns: dict[str, Callable[[Event], Text]]
        wide = self.console.width >= _TABLE_FROM
        if wide:
            columns = {
                "footing": self.footing, "when": self.when, "event": self.event, "who": self.parties,
                "where": self.where, "figures": self.figures, "on whose word": self.whose_word,
            }  # fmt: skip
        else:
            columns = {"footing": lambda event: self.stacked(self.footing(event), self.when(event)), "event": self.told}
        rows = [[part(event) for part in columns.values()] for event in self.account.events]
        filled = [at for at in range(len(columns)) if any(row[at] for row in rows)]
        names = list(columns)
        table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, show_header=wide, header_style=_ASIDE)
        table.add_column("", no_wrap=True)
        for at in filled:
            table.add_column(names[at], overflow="fold", min_width=12 if names[at] in ("footing", "when") else None)
        for number, row in enumerate(rows, 1):
            table.add_row(_styled(f"E{number}", _ASIDE), *(row[at] for at in filled))
        yield table

    def footing(self, event: Event) -> Text:
        footing = _styled(_FOOTING[event.status], _FOOTING_STYLE.get(event.status, "bold"))
        return footing + Text(f"\n({wording.UNSURE})") if wording.unsure(event) else footing

    def when(self, event: Event) -> Text:
        time = event.time
        return self.text(wording.dates(time) or wording.one_line(time.text)) if time else Text()

    def event(self, event: Event) -> Text:
        words = wording.one_line(self.account.words(event.trigger))
        return self.text(wording.kind(event), "bold") + Text(" ") + self.text(self.quoted(words))

    def parties(self, event: Event) -> Text:
        sides = [self.lookup.named(ids) for ids in (event.actors, event.recipients)]
        if not any(sides):
            return Text()
        names = [Text(", ").join(map(self.name, side)) if side else Text(wording.NOT_NAMED) for side in sides]
        return names[0] if sides[1] in ([], sides[0]) else _styled(self.sign(" → ", " -> "), _ASIDE).join(names)

    def where(self, event: Event) -> Text:
        return self.text(wording.place(event.place)) if event.place else Text()

    def figures(self, event: Event) -> Text:
        return self.text("; ".join(wording.quantities(event.quantities, self.account.report.text)))

    def whose_word(self, event: Event) -> Text:
        words = self.lookup.words(event.statements)
        return Text("; ").join(map(self.word, words)) if words else _styled(wording.unsaid(event.status), "italic")

    def word(self, word: Word) -> Text:
        names = [self.name(actor) if actor else _styled(wording.NOT_GIVEN, "italic") for actor in word.chain]
        passed = _styled(self.sign(" ← ", " <- "), _ASIDE).join(names)
        denies = Text(f" {wording.DENIES}" if word.denies else "")
        return passed + denies + _styled(f" [{numbers(word.numbers)}]", _ASIDE)

    def told(self, event: Event) -> Text:
        """An event in a few lines: what; who, where and how many; on whose word, where it is not told as fact."""
        own = event.status == "fact" and not event.statements
        word = Text() if own else Text("on the word of ") + self.whose_word(event)
        between = self.joined(self.parties(event), self.where(event), self.figures(event))
        return self.stacked(self.event(event), between, word)

    def stacked(self, *lines: Text) -> Text:
        return Text("\n").join(line for line in lines if line)

    # What is in dispute

    def disputes(self) -> Iterator[Text | Table]:
        if not self.account.disputes:
            return
        yield Text()
        yield self.heading("Disputes")
        for number, dispute in enumerate(self.account.disputes, 1):
            if number > 1:
                yield Text()
            yield self.issue(number, dispute)
            beside = max(min(len(dispute.sides), self.width // _SIDE), 1)  # sides that have room beside one another
            sides = iter(dispute.sides)
            while row := list(islice(sides, beside)):
                table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, show_header=False, width=self.width)
                for _ in range(beside):
                    table.add_column(overflow="fold", ratio=1)
                table.add_row(*map(self.side, row))
                yield table

    def issue(self, number: int, dispute: Dispute) -> Text:
        line = _styled(f"D{number}  ", _ASIDE) + self.text(wording.one_line(dispute.issue), "bold")
        happened = self.lookup.happened(dispute.events)
        return self.joined(line, Text(dispute.kind), Text(numbers(happened, "E")))

    def side(self, side: Side) -> Text:
        """A position, who stands on it, and what they say."""
        bar = self.sign("▸ ", "> ")
        lines = [Text(bar) + self.text(wording.one_line(side.position), "bold")]
        actors = self.lookup.named(dict.fromkeys(side.actors))
        lines.append(Text(", ").join(map(self.name, actors)) if actors else Text(wording.NOT_NAMED))
        for number, statement in self.lookup.said(side.statements):
            words = wording.excerpt(wording.said(self.account, statement))
            force = "" if statement.force == "assert" else f"{statement.force.upper()} "
            lines.append(_styled(f"[{number}] {force}", _ASIDE) + self.text(words))
        return self.stacked(*lines)

    # The parts of a statement

    def statement(self, statement: Statement, *head: Text) -> Iterator[Text | Padding]:
        """A statement: its number, who speaks and how, at the right edge whether these are his words, and the words."""
        form = _styled(wording.QUOTATION[statement.quotation], _ASIDE)
        room = max(self.width - self.margin - form.cell_len - 2, 1)
        lines = [line for part in head for line in self.wrapped(part, room)]
        number = _styled(str(self.numbers[id(statement)]).ljust(self.margin), _ASIDE)
        lines[0].align("left", room + 2)
        yield number + lines[0] + form
        for line in lines[1:]:
            yield Text(" " * self.margin) + line
        yield self.beside_bar(statement)

    def speaker(self, statement: Statement) -> Text:
        """Who spoke, after those through whom we have it, the last to pass it on first."""
        passed = [self.name(self.actors[id]) for id in statement.via if id in self.actors]
        speaker = self.who(self.actors.get(statement.speaker))
        return _styled(self.sign(" ← ", " <- "), _ASIDE).join([*passed, speaker])

    def who(self, actor: Actor | None) -> Text:
        if actor is None:
            return _styled(wording.NOT_GIVEN, "italic")
        standing = wording.one_line(", ".join(wording.standing(actor)))
        return self.name(actor) + self.text(f"  {standing}" if standing else "")

    def name(self, actor: Actor) -> Text:
        name = self.text(wording.one_line(actor.name), _NAME)
        return name + _styled(f" [{wording.UNNAMED}]", "italic") if actor.kind == "anonymous" else name

    def manner(self, statement: Statement) -> Text:
        """With what force, by which words of the text, and to whom."""
        force = _styled(statement.force.upper(), _ASIDE if statement.force == "assert" else "bold")
        words = self.text(wording.attribution(self.account, statement))
        addressee = self.actors.get(statement.addressee)
        if addressee:
            words += _styled(self.sign(" → ", " -> "), _ASIDE) + self.text(wording.one_line(addressee.name))
        return self.joined(force, words)

    def bar(self, quotation: Quotation) -> str:
        return self.sign(_BAR[quotation], _PLAIN_BAR[quotation])

    def beside_bar(self, statement: Statement) -> Padding:
        """The words of the content, a bar to their left on every line."""
        bar = self.bar(statement.quotation)
        words = self.text(wording.said(self.account, statement))
        words.highlight_regex(_OWN[statement.quotation], "bold")
        room = max(self.width - self.margin - cell_len(bar) - 1, 1)
        lines = [_styled(f"{bar} ", _ASIDE) + line for line in self.wrapped(words, room)]
        return Padding(Text("\n").join(lines), (0, 0, 0, self.margin), expand=False)

    def wrapped(self, text: Text, room: int) -> list[Text]:
        lines = list(text.wrap(self.console, room))
        for line in lines:
            line.rstrip()
        return lines
