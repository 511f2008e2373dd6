"""How the parts of an account are put in words, the same on every view."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from sayso import lexicon
from sayso.model import (
    Account,
    Actor,
    Event,
    EventPlace,
    EventType,
    Place,
    Quantity,
    Quotation,
    Report,
    Span,
    Statement,
    Status,
    Time,
)

QUOTATION: dict[Quotation, str] = {"direct": "quoted", "mixed": "partly quoted", "indirect": "paraphrased"}
# What the report tells in its own voice is told as fact; whether it is one, nobody here can say.
FOOTING: dict[Status, str] = {
    "fact": "told as fact", "claimed": "claimed", "denied": "denied", "possible": "possible", "planned": "planned",
    "demanded": "demanded",
}  # fmt: skip
EVENT: dict[EventType, str] = {
    "AGREE": "agreement", "CONSULT": "talks", "SUPPORT": "support", "CONCEDE": "concession",
    "COOPERATE": "cooperation", "AID": "aid", "RETREAT": "retreat", "REQUEST": "request", "ACCUSE": "accusation",
    "REJECT": "refusal", "THREATEN": "threat", "PROTEST": "protest", "SANCTION": "sanction",
    "MOBILIZE": "mobilization", "COERCE": "coercion", "ASSAULT": "attack",
}  # fmt: skip
NOT_GIVEN = "speaker not given"
NOT_NAMED = "not named"
UNNAMED = "unnamed"
UNSURE = "unsure reading"
DENIES = "(denies it)"

LOOSENED, MOST = 60, 4  # characters, and words of them, before a figure that may loosen it
_ITSELF, _UNNAMED = "the report itself", "somebody not named"
_LOOSE = {"": "about ", "over": "at least ", "under": "at most "}
_WORD = re.compile(r"[^\W\d_]+")
_BLANK = re.compile(r"[ \t\r\n]+")
_QUOTES = "\"“”„«»'‘’"


def unsaid(status: str) -> str:
    """On whose word an event of that status stands that is in nobody's statement: the report's, also where it tells
    that something did not happen; or, where it is only claimed, that of somebody of whom the report does not tell, as
    with "charged with arson"."""
    return _UNNAMED if status == "claimed" else _ITSELF


def source(report: Report) -> list[str]:
    """Where a report comes from, as far as is known: outlet, agency, byline, date, dateline and address."""
    known = (report.outlet, report.agency, report.byline, report.published, report.dateline, report.url)
    return [one_line(part) for part in known if part]


def standing(actor: Actor) -> list[str]:
    """Who an actor is: role, or what kind of actor where no role is known, then the country."""
    role = actor.role or ("" if actor.kind in ("person", "anonymous") else actor.kind)
    return [part for part in (role, actor.country) if part]


def said(account: Account, statement: Statement) -> str:
    """What a statement says, in the report's words; direct speech in the quotation marks that its spans leave out."""
    words = _together(account, statement.content)
    if statement.quotation == "direct" and words and words[0] not in _QUOTES:
        return f"“{words}”"
    return words


def attribution(account: Account, statement: Statement) -> str:
    """The words that tell who speaks, in the order of the text: "he said", "According to the coastguard"."""
    return _together(account, sorted(span for span in (statement.speaker_span, statement.cue) if span))


def _together(account: Account, pieces: Sequence[Span]) -> str:
    """The words of the pieces, an ellipsis where there are other words between them."""
    words, end = "", None
    for piece in pieces:
        if end is not None:
            between = account.report.text[end : piece[0]].strip(_QUOTES + " \t\r\n")
            words += " … " if between else " "
        words += account.words(piece)
        end = piece[1]
    return one_line(words)


def kind(event: Event) -> str:
    """What sort of event: "attack, aerial"."""
    return ", ".join((EVENT[event.type], *([one_line(re.sub("[_-]", " ", event.mode))] if event.mode else [])))


def unsure(event: Event) -> bool:
    """Whether an event is more likely misread than not."""
    return not event.confidence >= 0.5


def dates(time: Time | None) -> str:
    """The day or the days, as far as known: "2019-03-14", "2019-03-14 – 2019-03-16"."""
    if time is None:
        return ""
    ends = dict.fromkeys(one_line(end) for end in (time.start, time.end) if end)
    return " – ".join(end for end in ends if end)


def place(place: EventPlace | Place) -> str:
    """A place with the country it is in, where that does not go without saying."""
    name = one_line(place.name or "") or one_line(place.text if isinstance(place, Place) else "")
    return ", ".join(part for part in (name, one_line(place.country or "")) if part)


def quantity(quantity: Quantity, text: str = "") -> str:
    """A figure to be read: "about 20 sorties", "3–5 killed", "$2,000,000"; with the report's text as loosely as it
    has it: "at least 20 sorties", "dozens of sorties"."""
    loose = ""
    if quantity.approximate:
        # A figure of the ledger has lost the place where it stood.
        kind, said = (_loosened(quantity.span, text), one_line(text[slice(*quantity.span)])) if text else ("", "")
        if said and not kind and not any(map(str.isdigit, said)):
            unit = one_line(quantity.unit)
            return said if unit in said else f"{said} {'of ' if said.endswith('s') else ''}{unit}"
        loose = _LOOSE[kind]
    range_ = _number(quantity.value) + (f"–{_number(quantity.max)}" if quantity.max is not None else "")
    is_sign = unicodedata.category(quantity.unit[-1:] or " ") == "Sc"
    figure = f"{quantity.unit}{range_}" if is_sign else f"{range_} {quantity.unit}"
    return loose + one_line(figure)


def quantities(found: Iterable[Quantity], text: str) -> list[str]:
    """Figures to be read, as loosely as the report's text has them."""
    return [quantity(one, text) for one in found]


def _loosened(span: Span, text: str) -> str:
    """How the words right before a figure, or the first of its own, loosen it: over or under."""
    before = _WORD.findall(text[max(0, span[0] - LOOSENED) : span[0]])[-MOST:]
    first = _WORD.findall(re.split(r"\d", text[slice(*span)])[0])
    return lexicon.loosened([*before, *first])


def _number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) < 1e15 and value == int(value) else f"{value:,.6g}"


def excerpt(words: str, room: int = 160) -> str:
    """As many of the words as there is room for, an ellipsis where some were left out."""
    if len(words) <= room:
        return words
    kept = words[:room]
    kept = kept.rsplit(" ", 1)[0].rstrip(" ,;:.") or kept
    return kept + " …" + ("”" if words[0] == "“" and words[-1] == "”" else "")


def other_names(actor: Actor) -> list[str]:
    """The names the report has for an actor besides the one it goes by."""
    return [alias for alias in dict.fromkeys(actor.aliases) if alias != actor.name]


def figures(count: int, noun: str) -> str:
    """A count and its noun: "1 speaker", "3 speakers"."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def happened(account: Account) -> str:
    """How many events an account has, and on what footing: "5 events: 2 told as fact, 3 claimed"."""
    footings = [event.status for event in account.events]
    counts = ", ".join(f"{footings.count(status)} {words}" for status, words in FOOTING.items() if status in footings)
    return f"{figures(len(footings), 'event')}: {counts}"


def one_line(text: str) -> str:
    """The text with every run of blanks and line ends made one space."""
    return _BLANK.sub(" ", text).strip()
