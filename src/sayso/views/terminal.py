"""The account of a report in a terminal: who says what, in the order of the text or by speaker.

Nothing is told by colour alone, so that it reads the same piped, printed or with NO_COLOR.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from sayso.model import Account, Actor, Quotation, Statement
from sayso.views import wording
from sayso.views.characters import visible

# A bar beside the words: the fuller, the more of them are the speaker's own.
_BAR: dict[Quotation, str] = {"direct": "┃", "mixed": "╏", "indirect": "┊"}
_PLAIN_BAR: dict[Quotation, str] = {"direct": "|", "mixed": "|", "indirect": ":"}
# Which of the words are the speaker's own, to be set in bold.
_OWN: dict[Quotation, str] = {"direct": ".+", "mixed": '[“"][^“”"]*[”"]', "indirect": "$^"}
_NAME = "bold cyan"
_ASIDE = "dim"
_WIDEST = 100  # lines longer than this are hard to read


def show(account: Account, console: Console, by: Literal["text", "speaker"] = "text") -> None:
    """Print an account: a header, then its statements in the order of the text, or under their speakers."""
    page = _Page(account, console)
    for line in page.header():
        page.print(line)
    for block in page.in_order() if by == "text" else page.by_speaker():
        page.print(block)


def _styled(words: str, style: str) -> Text:
    """Words in a style that, unlike that of `Text(words, style)`, does not spread to what is put after them."""
    return Text.assemble((words, style))


class _Page:
    """One account on its way to one console."""

    def __init__(self, account: Account, console: Console) -> None:
        self.account = account
        self.console = console
        self.width = min(console.width, _WIDEST)
        self.actors: dict[str | None, Actor] = {actor.id: actor for actor in account.actors}
        self.numbers = {id(statement): number for number, statement in enumerate(account.statements, 1)}
        self.margin = len(str(len(account.statements))) + 2

    def print(self, block: Text | Padding) -> None:
        # Rich would otherwise look for markup, emoji names, numbers and links in what it is given.
        self.console.print(block, width=self.width, markup=False, highlight=False, emoji=False)

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
