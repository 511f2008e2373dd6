"""How the parts of an account are put in words, the same on every view."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.model import Account, Actor, Quotation, Report, Span, Statement

QUOTATION: dict[Quotation, str] = {"direct": "quoted", "mixed": "partly quoted", "indirect": "paraphrased"}
NOT_GIVEN = "speaker not given"
UNNAMED = "unnamed"

_BLANK = re.compile(r"[ \t\r\n]+")
_QUOTES = "\"“”„«»'‘’"


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


def other_names(actor: Actor) -> list[str]:
    """The names the report has for an actor besides the one it goes by."""
    return [alias for alias in dict.fromkeys(actor.aliases) if alias != actor.name]


def figures(count: int, noun: str) -> str:
    """A count and its noun: "1 speaker", "3 speakers"."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def one_line(text: str) -> str:
    """The text with every run of blanks and line ends made one space."""
    return _BLANK.sub(" ", text).strip()
