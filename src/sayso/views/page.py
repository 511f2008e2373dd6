"""The account of a report as one HTML page that needs nothing else: the report, its spans marked, what happened, who
disputes what, when, where, and who says what.

The page loads nothing and sends nothing: its Content-Security-Policy lets only its own script and style in, each known
by its hash. Nothing in a report becomes markup or a link.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from string import Template

from sayso.model import Account, Actor, Statement
from sayso.views import wording
from sayso.views.happenings import Happenings
from sayso.views.marking import escaped, marked
from sayso.views.marks import Ids, Marks
from sayso.views.markup import bdi, named, plain, sign


def page(account: Account) -> str:
    """One page with the account of one report, all of it encodable as UTF-8."""
    before, after = _frame(wording.one_line(account.report.title or "A report"))
    return "".join((before, *_Article(account).pieces(), after))


def pages(accounts: Iterable[Account]) -> Iterator[str]:
    """One page with the accounts of many reports, folded up under their titles, piece by piece as the accounts come."""
    before, after = _frame("Reports")
    yield before
    for number, account in enumerate(accounts, 1):
        article = _Article(account, f"r{number}-")
        yield f"<details><summary>{article.summary()}</summary>{''.join(article.pieces())}</details>\n"
    yield after


@cache
def _resource(name: str) -> str:
    return files("sayso.views").joinpath(name).read_text(encoding="utf-8")


def _hash(source: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()


def _frame(title: str) -> tuple[str, str]:
    """What stands before and after the articles of a page."""
    style = "".join(map(_resource, ("text.css", "map.css", "page.css")))
    script = _resource("text.js")
    frame = Template(_resource("page.html")).substitute(
        title=plain(title),
        style=style,
        script=script,
        style_hash=_hash(style),
        script_hash=_hash(script),
        articles="\0",
    )
    before, _, after = frame.partition("\0")
    return before, after


class _Article:
    """The account of one report as an HTML article. Its ids are numbers of our own: those of the account are data."""

    def __init__(self, account: Account, prefix: str = "") -> None:
        self.account, self.prefix = account, prefix
        self.ids = Ids(statement=f"{prefix}s", event=f"{prefix}e", said=f"{prefix}t", trigger=f"{prefix}u")
        self.marks = Marks(account, self.ids)
        self.actors, self.said = self.marks.lookup.actors, self.marks.said
        self.happenings = Happenings(self.marks, prefix)

    def pieces(self) -> Iterator[str]:
        report, prefix = self.account.report, self.prefix
        yield f'<article id="{prefix}report" aria-labelledby="{prefix}title">\n<header>\n'
        yield f'<h1 id="{prefix}title">{bdi(report.title or "A report without a title")}</h1>\n'
        yield f'<p class="source">{"".join(f"<span>{bdi(part)}</span>" for part in wording.source(report))}</p>\n'
        yield f'<p class="counts">{self.counts()}</p>\n</header>\n'
        yield f'<section class="report" aria-label="The report" tabindex="0">\n{self.key()}'
        yield f'<div class="text" lang="{plain(report.language)}">'
        yield from marked(report.text, self.marks)
        yield "</div>\n</section>\n"
        yield f'<section class="account" id="{prefix}account" aria-label="The account" tabindex="0">\n'
        yield self.contents()
        yield from self.happenings.pieces()
        if self.said:
            yield f'<h2 id="{prefix}speakers">Who speaks</h2>\n<ul class="speakers">\n'
            yield from (self.speaker(speaker) for speaker in self.marks.speakers)
            yield "</ul>\n"
        yield f'<h2 id="{prefix}statements">Who says what</h2>\n<ol class="statements">\n'
        yield from (self.statement(number, item) for number, item in self.marks.lookup.all_statements)
        yield "</ol>\n</section>\n</article>\n"

    # The top

    def summary(self) -> str:
        report = self.account.report
        count = wording.figures(len(self.account.statements), "statement")
        source = "".join(f"<span>{bdi(part)}</span>" for part in (report.outlet, report.published, count) if part)
        title = bdi(report.title or "A report without a title")
        return f'<span class="title">{title}</span> <span class="source">{source}</span>'

    def counts(self) -> str:
        statements = self.account.statements
        unnamed = sum(self.actors[speaker].kind == "anonymous" for speaker in self.said)
        count = f"<b>{wording.figures(len(statements), 'statement')}</b>"
        if self.said:
            count += f" by <b>{wording.figures(len(self.said), 'speaker')}</b>"
        forms = Counter(statement.quotation for statement in statements)
        parts = [count + (f", {unnamed} {wording.UNNAMED}" if unnamed else "")]
        parts += [f"{forms[form]} {name}" for form, name in wording.QUOTATION.items() if forms[form]]
        parts += self.happenings.counts()
        return "".join(f"<span>{part}</span>" for part in parts)

    def key(self) -> str:
        """What the marks in the report mean and, where it is not beside it, the way to the account."""
        key = "".join(f'<span class="{kind}">{name}</span>' for kind, name in self.marks.signs())
        return f'<p class="key c0">{key}<a href="#{self.prefix}account">to the account</a></p>\n'

    def contents(self) -> str:
        """The way to the parts of an account that has more than statements."""
        parts = self.happenings.contents()
        if not parts:
            return ""
        parts += [("speakers", "Who speaks", len(self.said))] if self.said else []
        parts += [("statements", "Who says what", len(self.account.statements))]
        links = "".join(f'<a href="#{self.prefix}{id}">{name} <b>{count:,}</b></a>' for id, name, count in parts)
        return f'<nav class="contents" aria-label="Parts of the account">{links}</nav>\n'

    # The account

    def speaker(self, speaker: str | None) -> str:
        actor, numbers = self.actors[speaker], self.said[speaker]
        names = wording.other_names(actor)
        also = f'<span class="also">also {", ".join(map(bdi, names))}</span>' if names else ""
        links = " ".join(f'<a href="#{self.ids.statement}{number}">{number}</a>' for number in numbers)
        keys = f'data-s="{" ".join(map(str, numbers))}" data-a="{self.marks.keys[speaker]}"'
        return (
            f'<li class="{self.marks.colour(speaker)}" {keys}><p>{self.who(actor)}{also}</p>'
            f'<p class="links"><span class="spoken">statements</span> {links}</p></li>\n'
        )

    def statement(self, number: int, statement: Statement) -> str:
        form = statement.quotation
        chain = [self.actors[id] for id in statement.via if id in self.actors]
        via = "".join(f'<span class="via">{named(actor)} {sign("←", "passes on")} </span>' for actor in chain)
        addressee = self.actors.get(statement.addressee)
        to = f" {sign('→', 'to')} {bdi(addressee.name)}" if addressee else ""
        return (
            f'<li class="{self.marks.colour(statement.speaker)} {form}" id="{self.ids.statement}{number}"'
            f' data-s="{number}" tabindex="-1"><a class="number" href="#{self.ids.said}{number}"'
            f' aria-label="Statement {number} in the report">{number}</a>'
            f'<p class="head">{via}{self.who(self.actors.get(statement.speaker))}</p>'
            f'<p class="form">{wording.QUOTATION[form]}</p>'
            f'<p class="manner"><span class="force {statement.force}">{statement.force}</span> '
            f"{bdi(wording.attribution(self.account, statement))}{to}</p>"
            f'<blockquote dir="auto">{escaped(wording.said(self.account, statement))}</blockquote></li>\n'
        )

    # Who somebody is

    def who(self, actor: Actor | None) -> str:
        if actor is None:
            return f'<i class="name">{wording.NOT_GIVEN}</i>'
        standing = ", ".join(map(bdi, wording.standing(actor)))
        return named(actor) + (f' <span class="standing">{standing}</span>' if standing else "")
