"""What an address asks of a list: which list, filtered how, in what order, from where on.

An address has one form: its words in one order, none empty, none that goes without saying. So it can be kept, sent to
others and compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from starlette.datastructures import QueryParams

from sayso.ledger.answers import Answer
from sayso.ledger.asking import Answers
from sayso.ledger.filters import Filter, QuestionError
from sayso.ledger.portions import page
from sayso.ledger.questions import Questions
from sayso.web import addresses
from sayso.web.settings import PAGE_MOST, SHOWN

FILTERS = tuple(each.name for each in fields(Filter))
LONGEST = 500  # characters of what is asked for


@dataclass(frozen=True)
class Order:
    """An order of a list, as the ledger is asked for it."""

    name: str  # to be chosen by
    newest: bool = False
    by: str | None = None


@dataclass(frozen=True)
class Kind:
    """A list, and the orders that it can be in, the usual first."""

    name: str
    noun: str
    note: str
    orders: Mapping[str, Order]


_DATED = {"newest": Order("newest first", newest=True), "oldest": Order("oldest first")}
_COUNTED = {"most": Order("most reported first")}
KINDS = {
    kind.name: kind
    for kind in (
        Kind("events", "event", "Country: of the place or of a party.", _DATED | {
            "most": Order("most reported first", by="reports")
        }),
        Kind("disputes", "dispute", "Filtered by the event that each is about.", _COUNTED | {
            "newest": Order("newest first", newest=True, by="day"), "oldest": Order("oldest first", by="day"),
        }),
        Kind("statements", "statement", "Country and actor: the speaker’s.", _DATED),
        Kind("actors", "actor", "Dates and outlet: of reports that name them.", _COUNTED | {
            "fewest": Order("least reported first", newest=True)
        }),
        Kind("reports", "report", "Type, grade, footing and country: of what each tells of.", _DATED),
    )
}  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """What is asked of a list. words: as in the address. wrong: what is wrong with them, by word."""

    kind: Kind
    words: dict[str, str]
    wrong: dict[str, str] = field(default_factory=dict)

    @property
    def filters(self) -> dict[str, str]:
        """The words that say which answers are wanted."""
        return {name: value for name, value in self.words.items() if name in FILTERS}

    @property
    def list(self) -> dict[str, str]:
        """The words that say which list, from its start."""
        return {name: value for name, value in self.words.items() if name in FILTERS or name == "order"}

    def leading(self, **changed: str | None) -> str:
        """What stands behind the question mark for the list, from its start, with some words changed."""
        words = self.list | changed
        return addresses.asked("", **{name: words.get(name) for name in (*FILTERS, "order", "after", "before")})

    @property
    def limit(self) -> int:
        """How many answers at a time."""
        return int(self.words.get("limit", SHOWN))

    def answers(self, ledger: Questions, **part: Any) -> Answers[Any]:
        """The answers, or a part of them. Raises QuestionError."""
        order = self.kind.orders[self.words.get("order", next(iter(self.kind.orders)))]
        part = {"newest": order.newest} | part
        return getattr(ledger, self.kind.name)(**self.filters, by=order.by, **part)  # type: ignore[no-any-return]

    def page(self, ledger: Questions) -> Page:
        """The answers of one page. Raises QuestionError."""
        after, before = self.words.get("after"), self.words.get("before")
        if before is not None and after is None:
            # The list backwards from there, and turned round.
            forwards = self.answers(ledger)
            try:
                answers = self.answers(ledger, newest=not forwards.newest, after=before, limit=self.limit + 1)
            except QuestionError as error:
                raise QuestionError("before", str(error)) from None
            items, further = page(list(answers), self.limit, answers.cursor)
            return Page(items[::-1], before=further, after=answers.cursor(items[0]) if items else None)
        answers = self.answers(ledger, after=after, limit=self.limit + 1)
        items, further = page(list(answers), self.limit, answers.cursor)
        return Page(items, before=answers.cursor(items[0]) if after is not None and items else None, after=further)


@dataclass(frozen=True)
class Page:
    """Some answers of a list. before, after: cursors, where it goes on on either side."""

    items: list[Answer]
    before: str | None
    after: str | None


def asked(kind: Kind, given: QueryParams, *more: str) -> Asked:
    """What is asked for, in its one form. more: what may be asked for besides which list: `after`, `limit` …"""
    words: dict[str, str] = {}
    wrong: dict[str, str] = {}
    for name in (*FILTERS, "order", *more):
        value = given.get(name, "").strip()
        if value:
            words[name] = value
            reason = _wrong(kind, name, value)
            if reason:
                wrong[name] = reason
    if words.get("order") == next(iter(kind.orders)):
        del words["order"]
    if words.get("limit") == str(SHOWN):
        del words["limit"]
    for name in given:
        if name not in (*FILTERS, "order", *more):
            wrong[name] = f"nothing can be asked for by {name!r}, but by {', '.join((*FILTERS, 'order', *more))}"
    return Asked(kind, words, wrong)


def _wrong(kind: Kind, name: str, value: str) -> str | None:
    """What is wrong with a word; None where nothing is."""
    if len(value) > LONGEST:
        return f"at most {LONGEST} characters"
    if name == "order" and value not in kind.orders:
        return f"{value!r} is none of {', '.join(kind.orders)}"
    if name == "limit" and not (value.isascii() and value.isdecimal() and 1 <= int(value) <= PAGE_MOST):
        return f"{value!r} is no number from 1 to {PAGE_MOST}"
    if name in FILTERS:
        try:
            Filter(**{name: value})
        except QuestionError as error:
            return str(error)
    return None
