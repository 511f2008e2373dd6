"""The commands that fill a ledger: add, watch, reread, link."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.app import ALL_READ, NOTHING_READ, SOME_REFUSED, MaxChars, Where, app, option
from sayso.cli.batch import Batch
from sayso.cli.opening import check_date, given, opened
from sayso.cli.output import Status, one_line

if TYPE_CHECKING:
    from sayso.intake import Entry, Refusal
    from sayso.ledger import Ledger
    from sayso.model import Report

STOPPED = "stopped: what was read is in the ledger, and the same command goes on with the rest"
TOGETHER = 64  # reports looked up in the ledger at one go
NICE = 10  # by how much who adds gives way to others: more than the pages do, where people wait for what they pasted

Share = Callable[[], float | None]

Jobs = Annotated[
    int | None, typer.Option(min=1, metavar="N", help="Reports read at the same time.", show_default="one a core")
]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Fetch from addresses of this machine and its network too.")
]


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@app.command()
def add(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH|URL|FEED|WARC|-",
            help="What `sayso read` takes, and addresses on the web: pages, feeds, archives.",
            show_default=False,
        ),
    ] = None,
    ledger: Where = "sayso.db",
    title: Annotated[str | None, option("--title", "TEXT", "For reports that have none.")] = None,
    outlet: Annotated[str | None, option("--outlet", "TEXT", "For reports that name none.")] = None,
    published: Annotated[str | None, option("--published", "DATE", "For reports that give none.")] = None,
    jobs: Jobs = None,
    max_chars: MaxChars = 1_000_000,
    allow_private: AllowPrivate = False,
    link: Annotated[bool, typer.Option(help="Link them with what is there.")] = True,
) -> None:
    """Read reports into a ledger: each once, whole, and linked with what is there.

    \b
    sayso add reports/                         into sayso.db, which is made
    sayso add news.jsonl.gz crawl.warc.gz      archives of any size
    sayso add https://example.org/feed.xml     a feed, a page
    sayso add reports/ --ledger postgresql://me@localhost/news

    \b
    Adding again is harmless: what is there stays as it is, a changed text at
    the same address is kept as a new version. Stopped, it goes on where it was.

    \b
    Exit code: 0 all is in; 1 some refused (`sayso refused` says why); 2 wrong
    use, or nothing that could be read; 3 something is wrong with the ledger.
    """
    from sayso.intake import Defaults, Meter, entries
    from sayso.intake.fetching import Fetcher

    sources = given(sources, "files, directories, addresses")
    check_date(published)
    defaults = Defaults(title=title, outlet=outlet, published=published)
    meter = Meter(sources)
    found = entries(
        sources, defaults=defaults, max_chars=max_chars, fetcher=Fetcher(allow_private=allow_private), meter=meter
    )
    with opened(ledger, create=True, stopped=STOPPED) as kept:
        filling = Filling(kept, jobs or _cores(), lambda: meter.read / meter.total if meter.total else None)
        filling.fill(found)
        if link:
            filling.link()
        filling.report()
    raise typer.Exit(filling.code())


@app.command()
def watch(
    feeds: Annotated[str, typer.Argument(metavar="FEEDS.txt|OPML", help="A list of feeds, one address a line.")],
    ledger: Where = "sayso.db",
    every: Annotated[str, typer.Option(metavar="TIME", help="How often each is asked: 15m, 2h, 1d.")] = "15m",
    jobs: Jobs = None,
    max_chars: MaxChars = 1_000_000,
    allow_private: AllowPrivate = False,
    once: Annotated[bool, typer.Option("--once", help="Ask those that are due, then stop.")] = False,
) -> None:
    """Read feeds again and again, and add what is new in them.

    \b
    sayso watch feeds.txt --every 15m
    sayso watch subscriptions.opml --ledger postgresql://me@localhost/news
    sayso watch feeds.txt --once               from cron

    A feed that is dead or broken is asked less and less often, and the others go on. Ctrl-C ends it.

    \b
    Exit code with --once: 0 all is in, or nothing is new; 1 a feed failed or
    something was refused (`sayso refused` says why); 2 wrong use, or no feed
    that was asked answered; 3 something is wrong with the ledger.
    """
    from sayso.intake import Refusal
    from sayso.intake.fetching import Fetcher
    from sayso.intake.watching import Known, Watch, feeds_in

    seconds = _seconds(every)
    listed = list(feeds_in(feeds))
    refused = [one for one in listed if isinstance(one, Refusal)]
    addresses = [one for one in listed if not isinstance(one, Refusal)]
    for refusal in refused:
        print(one_line(str(refusal)), file=sys.stderr)
    if not addresses:
        raise typer.BadParameter(f"{feeds!r} names no feed", param_hint="FEEDS.txt")
    with opened(ledger, create=True, stopped=STOPPED) as kept:
        remembered = kept.recalled(feeds)
        watched = Watch(
            addresses, Fetcher(allow_private=allow_private), every=seconds, max_chars=max_chars,
            known=Known.from_json(remembered) if remembered else None,
        )  # fmt: skip
        while True:
            filling = Filling(kept, jobs or _cores(), lambda: None)
            filling.fill(watched.poll())
            filling.link()
            kept.remember(feeds, watched.known.to_json())
            if filling.seen:
                filling.report()
            if once:
                raise typer.Exit(_code(filling, watched.answered, bool(refused)))
            watched.wait()


@app.command()
def reread(ledger: Where = "sayso.db", jobs: Jobs = None) -> None:
    """Bring accounts that older weights made up to date; what people corrected stays.

    \b
    sayso reread
    sayso reread --ledger postgresql://me@localhost/news

    Stopped, it goes on where it was.

    \b
    Exit code: 0 all are up to date; 1 some could not be read again; 2 wrong
    use; 3 something is wrong with the ledger.
    """
    with opened(ledger, stopped=STOPPED) as kept:
        filling = Filling(kept, jobs or _cores(), lambda: None)
        filling.reread()
        filling.link()
        filling.report()
    raise typer.Exit(SOME_REFUSED if filling.refused else ALL_READ)


@app.command("link")
def link_(
    ledger: Where = "sayso.db",
    again: Annotated[bool, typer.Option("--again", help="Forget all links first and make them anew.")] = False,
) -> None:
    """Link what is not linked yet: copies, actors, events, disputes. `sayso add` does so by itself.

    \b
    sayso link
    sayso link --again

    \b
    Exit code: 0 linked; 2 wrong use; 3 something is wrong with the ledger.
    """
    with opened(ledger, stopped=STOPPED) as kept:
        number = Filling(kept, 1, lambda: None).link(again=again)
    print(f"{number:,} linked", file=sys.stderr)


def _code(filling: Filling, answered: int, unread: bool) -> int:
    """The exit code of having asked feeds once. answered: how many were there. unread: whether a line names none."""
    if filling.refused and not answered:
        return NOTHING_READ
    return SOME_REFUSED if filling.refused or unread else ALL_READ  # where nothing is new, nothing is read


def _seconds(every: str) -> float:
    """A time such as 90s, 15m, 2h or 1d, in seconds."""
    units = {"s": 1.0, "m": 60.0, "h": 3600.0, "d": 86400.0}
    with suppress(ValueError, KeyError):
        seconds = float(every[:-1]) * units[every[-1:]]
        if seconds >= 1:
            return seconds
    raise typer.BadParameter(f"{every!r} is no time such as 90s, 15m, 2h or 1d", param_hint="--every")


def _give_way() -> None:
    """Have others on this machine go first, as those who read pages of the same ledger: they wait for an answer, and
    nobody waits for a bulk of reports. Nothing is lost where nobody else works."""
    if hasattr(os, "setpriority"):
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, 0, max(NICE, os.getpriority(os.PRIO_PROCESS, 0)))


class Filling:
    """Reports on their way into a ledger, and the count of what came of them."""

    def __init__(self, ledger: Ledger, jobs: int, share: Share) -> None:
        """share: how much of what is given has been read, from 0 to 1; None where nobody knows."""
        _give_way()
        self._ledger = ledger
        self._jobs = jobs
        self._status = Status()
        self._share = share
        self._kept = 0  # refusals that are in the ledger
        self._refusals: list[Refusal] = []
        self.came: Counter[str] = Counter()

    @property
    def seen(self) -> int:
        """How many reports there were, refused ones too."""
        return sum(self.came.values()) + len(self._refusals)

    @property
    def refused(self) -> bool:
        """Whether some were refused."""
        return bool(self._refusals)

    def fill(self, given: Iterator[Entry | Refusal]) -> None:
        """Read and add what is new among them."""
        self.came["added"] += 0  # none is said to be none
        batch = Batch(self._unknown(given), self._jobs)
        self._refusals = batch.refusals
        try:
            for added in self._ledger.add_many(batch.accounts()):
                self.came[added.outcome] += 1
                self._keep_refusals()
                self._status.show(self._words(), self.seen, self._share())
        finally:
            self._status.clear()
            self._keep_refusals()

    def reread(self) -> None:
        """Read again what other weights have read."""
        from sayso.intake import Entry

        self.came["read again"] += 0
        outdated = (
            Entry(f"report {id}", None, _furnished(self._ledger.account(id).report)) for id in self._ledger.outdated()
        )
        batch = Batch(outdated, self._jobs)
        self._refusals = batch.refusals
        for account in batch.accounts():
            if adrift := self._ledger.replace(account):
                self.came["corrections adrift"] += len(adrift)  # their words are no statement or event any more
            self.came["read again"] += 1
            self._status.show(self._words(), self.came["read again"], None)
        self._status.clear()

    def link(self, *, again: bool = False) -> int:
        """Bring the links of the ledger up to date; how many reports were not linked."""
        from sayso.linking.linker import link, relink

        def tell(stage: str, done: int, of: int) -> None:
            self._status.show(f"linking: {done:,} of {of:,} {stage}", done, done / of if of else None)

        number = (relink if again else link)(self._ledger, tell)
        self._status.clear()
        return number

    def report(self) -> None:
        """Say what came of them."""
        print(self._words(), file=sys.stderr)
        for refusal in self._refusals:
            print(f"  {one_line(str(refusal))}", file=sys.stderr)

    def code(self) -> int:
        """The exit code: as that of reading them."""
        if not any(self.came.values()):
            return NOTHING_READ
        return SOME_REFUSED if self._refusals else ALL_READ

    def _unknown(self, given: Iterator[Entry | Refusal]) -> Iterator[Entry | Refusal]:
        """Those that are not in the ledger: reading is what takes time."""
        from sayso.intake import Refusal
        from sayso.model import identify

        while some := list(islice(given, TOGETHER)):
            ids = {
                number: identify(one.report.text, one.report.outlet, one.report.published)
                for number, one in enumerate(some)
                if not isinstance(one, Refusal)
            }
            there = self._ledger.has(ids.values())
            for number, one in enumerate(some):
                if ids.get(number) in there:
                    self.came["already there"] += 1
                else:
                    yield one

    def _keep_refusals(self) -> None:
        if fresh := self._refusals[self._kept :]:
            self._ledger.refuse(fresh)
            self._kept += len(fresh)

    def _words(self) -> str:
        told = [f"{count:,} {what}" for what, count in self.came.items()]
        return ", ".join([*told, f"{len(self._refusals):,} refused"])


def _furnished(report: Report) -> Report:
    """A report out of the ledger with its furniture found again. What is known of it stays, and so does its id."""
    from sayso.intake.furniture import furnish

    draft = report.model_copy()
    furnish(draft)
    return report.model_copy(update={"furniture": draft.furniture})
