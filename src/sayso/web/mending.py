"""A statement or an event as a form in which a person mends it, beside the text in which its words are marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from markupsafe import Markup
from starlette.datastructures import FormData

from sayso import lexicon
from sayso.ledger.answers import Known
from sayso.ledger.changes import CorrectionError, fields, written
from sayso.ledger.corrections import VERDICTS, Correction
from sayso.ledger.reviewing import PartStory
from sayso.model import EventType, Force, Quotation, Span, Statement, Status
from sayso.views import wording
from sayso.views.marking import Mark, marked

LONGEST = 2_000  # characters of one thing that is filled in

_FORCE: Mapping[str, str] = {force: force for force in get_args(Force)}
_QUOTATION: Mapping[str, str] = {quotation: wording.QUOTATION[quotation] for quotation in get_args(Quotation)}
_MODES: Mapping[str, tuple[str, ...]] = {type: lexicon.MODES.get(type, ()) for type in get_args(EventType)}


@dataclass(frozen=True, slots=True)
class Field:
    """Something that may be mended."""

    name: str
    label: str
    form: Literal["choice", "mode", "actor", "words", "told"]  # told: what it is, a colon, the words that tell it
    many: bool = False
    hint: str = ""
    choices: Mapping[str, str] | None = None  # by what is kept, what people see


FIELDS: Mapping[str, Field] = {
    field.name: field
    for field in (
        Field("speaker", "Speaker", "actor", hint="a name, or words of the report; empty where nobody is named"),
        Field("content", "What is said", "words", many=True, hint="words of the report, each piece by itself"),
        Field("cue", "Cue", "words", hint="the word that tells that it is said"),
        Field("force", "Force", "choice", choices=_FORCE),
        Field("quotation", "In whose words", "choice", choices=_QUOTATION),
        Field("type", "Type", "choice", choices={one: f"{wording.EVENT[one]} ({one})" for one in get_args(EventType)}),
        Field("mode", "Mode", "mode"),
        Field("status", "Footing", "choice", choices={one: wording.FOOTING[one] for one in get_args(Status)}),
        Field("trigger", "Words that tell of it", "words"),
        Field("actors", "Who does it", "actor", many=True, hint="a name, or words of the report"),
        Field("recipients", "To whom", "actor", many=True, hint="a name, or words of the report"),
        Field("place", "Where", "told", hint="Tripoli, LBN: words that tell it"),
        Field("time", "When", "told", hint="2015-10-03 or 2015-10-03/2015-10-05: words that tell it"),
        Field("quantities", "Figures", "told", many=True, hint="30-40 hurt: between 30 and 40 people"),
    )
}  # fmt: skip


class PartPage(Known):
    """A statement or an event with the form in which it is mended."""

    story: PartStory
    was: dict[str, list[str]]  # by field: what it held when the form was made
    filled: dict[str, list[str]]  # by field: what is filled in
    why: str
    wrong: dict[str, str]  # by field: what is wrong with what was filled in
    others: list[Correction]  # what others corrected meanwhile, and otherwise

    @property
    def fields(self) -> list[Field]:
        """What may be mended of it."""
        return [FIELDS[name] for name in self.was]

    @property
    def modes(self) -> Mapping[str, tuple[str, ...]]:
        """The modes of each type of event."""
        return _MODES

    @property
    def actors(self) -> list[str]:
        """The names of all in the report."""
        return list(dict.fromkeys(actor.name for actor in self.story.account.actors))

    @property
    def text(self) -> Markup:
        """The text of the report with the words marked; the first of them is `#it`."""
        return Markup("".join(marked(self.story.account.report.text, _marks(self.story))))  # escaped where it is made

    @property
    def speaker(self) -> str | None:
        """The name of who speaks."""
        part = self.story.part
        actor = self.story.account.actor(part.speaker) if isinstance(part, Statement) else None
        return actor.name if actor else None

    @property
    def facts(self) -> list[str]:
        """What an event is taken to be: who does it to whom, where, when, how much."""
        account, part = self.story.account, self.story.part
        if isinstance(part, Statement):
            return []
        named = {actor.id: actor.name for actor in account.actors}
        parties = [", ".join(named[id] for id in ids if id in named) for ids in (part.actors, part.recipients)]
        who = f"{parties[0] or wording.NOT_NAMED} → {parties[1]}" if parties[1] not in ("", parties[0]) else parties[0]
        where = wording.place(part.place) if part.place else ""
        figures = wording.quantities(part.quantities, account.report.text)
        known = [who, where, wording.dates(part.time), *figures]
        return [fact for fact in known if fact]

    @property
    def told(self) -> str:
        """The words of it, on one line."""
        account, part = self.story.account, self.story.part
        if isinstance(part, Statement):
            return wording.said(account, part)
        return wording.one_line(" … ".join(map(account.words, part.evidence or [part.trigger])))


def mended(story: PartStory) -> PartPage:
    """The form as it is at first."""
    held = {name: written(story.account, story.part, name) for name in fields(story.part)}
    return PartPage(story=story, was=held, filled=held, why="", wrong={}, others=[])


def filled_in(story: PartStory, sent: FormData) -> PartPage:
    """The form as it was sent."""
    names = fields(story.part)
    return PartPage(
        story=story,
        was={name: _pieces(sent, f"was-{name}") for name in names},
        filled={name: _pieces(sent, name) for name in names},
        why="".join(_pieces(sent, "why")[:1]),
        wrong={},
        others=[],
    )


def changes(page: PartPage, verdict: str) -> dict[str, Any]:
    """What a person wants to have corrected, as `Ledger.correct` takes it."""
    if verdict in VERDICTS:
        return {verdict: True}
    changed = {name: filled for name, filled in page.filled.items() if filled != page.was[name]}
    return {name: filled if FIELDS[name].many else "".join(filled[:1]) for name, filled in changed.items()}


def contested(page: PartPage, others: Sequence[Correction]) -> PartPage:
    """The form where others said otherwise meanwhile. What they say stands in it as what there was: who sends it again
    wants to have it otherwise."""
    now = mended(page.story)
    untouched = {name: now.was[name] for name, filled in page.filled.items() if filled == page.was[name]}
    return page.model_copy(update={"was": now.was, "filled": page.filled | untouched, "others": list(others)})


def refused(page: PartPage, error: CorrectionError | None) -> PartPage:
    """The form with what is wrong in it; without an error, that nothing is changed."""
    field = error.field if error and error.field in page.was else ""
    return page.model_copy(update={"wrong": {field: str(error) if error else "nothing is changed in it"}})


def _pieces(sent: FormData, name: str) -> list[str]:
    """What was filled in for a field, without line ends and what is empty."""
    pieces = (wording.one_line(str(value)[:LONGEST]) for value in sent.getlist(name))
    return [piece for piece in pieces if piece]


def _marks(story: PartStory) -> Iterator[Mark]:
    part, begun = story.part, '<span id="it"></span>'
    if isinstance(part, Statement):
        spans: list[tuple[str, Span | None]] = [("cue", part.cue), ("who", part.speaker_span)]
        spans += [(f"content {part.quotation}", span) for span in part.content]
        first = part.content[0]
    else:
        spans = [("evidence lit", span) for span in part.evidence]
        spans += [(f"trigger {part.status}", part.trigger)]
        spans += [("place lit", part.place.span)] if part.place else []
        spans += [("time lit", part.time.span)] if part.time else []
        spans += [("figure lit", figure.span) for figure in part.quantities]
        first = part.trigger
    yield Mark(first, once=begun)
    for kind, span in spans:
        if span:
            yield Mark(span, f'<span class="{kind}">', "</span>")
