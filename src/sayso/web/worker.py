"""Who works at the jobs: one reads what was given and adds it, one links what was added, for who waits for a text to be
read waits for no links. One reader, with one model in memory, and one report after another; what people wait for, a
text they pasted, goes before everything else."""

from __future__ import annotations

import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager, suppress
from dataclasses import asdict, replace
from threading import Event
from typing import Any, Literal

from sqlalchemy import Connection

from sayso.account import Reader
from sayso.intake import Defaults, Entry, Refusal, Unfit, text_report
from sayso.intake.fetching import Fetcher
from sayso.intake.reports import Terms, at_address, in_bytes
from sayso.intake.sources import is_address
from sayso.ledger import Ledger, LedgerError
from sayso.ledger.entries import fit
from sayso.linking.linker import Stage, link
from sayso.model import Account, identify
from sayso.web import jobs
from sayso.web.bells import Bell
from sayso.web.jobs import Claim, LostError
from sayso.web.memory import give_back
from sayso.web.settings import CHARACTERS, Settings

LOOK = 1.0  # seconds from one look for jobs to the next, if nobody rings
GLANCE = 0.1  # seconds from one look for texts to the next while something is fetched or to be linked
PAUSE = 5.0  # seconds after something went wrong
TELL = 1.0  # seconds from one word of how far it is to the next
OUTCOMES = ("added", "new version", "already there", "refused")
PATIENCE = 2.0  # seconds to wait for another who links; then it is put off
COURTESY = 2.0  # seconds at most that who links leaves to a text, each time before something is written
KEPT = 600  # reports that are kept at hand for linking: few come at a time
CACHE = 4  # MiB of the ledger for each connection

Found = Entry | Refusal
Task = Literal["read", "link"]


class StoppedError(Exception):
    """The server ends: what is not done is left to the next."""


class Worker:
    """Works at the jobs of a ledger until it is told to stop."""

    def __init__(self, settings: Settings, bells: Mapping[Task, Bell] | None = None) -> None:
        """bells: are rung for each task when there may be something to do."""
        self._bells = bells or {}
        self.stop = Event()
        self._ledger = Ledger(settings.ledger, create=False, cache=CACHE)
        self._linking = _Courteous(settings.ledger, self.stop)
        self._fetcher = Fetcher(allow_private=settings.allow_private)
        self._reader = Reader()

    def close(self) -> None:
        """Close the ledger."""
        self._ledger.close()
        self._linking.close()

    def run(self, task: Task | None = None) -> None:
        """Work, at one task or at all, until it is told to stop. Whatever goes wrong with one job, it goes on."""
        if task != "link":
            self._reader.read(text_report("The model is loaded before anybody waits for it, he said."))
        work = {"read": self.read, "link": self.link}[task] if task else self.work
        bell = self._bells.get(task) if task else None
        bell = bell or Bell()  # that nobody rings
        worked = True
        while not self.stop.is_set():
            try:
                if not work():
                    if worked:
                        give_back()
                        worked = False
                    bell.wait(LOOK)
                    continue
                worked = True
                for each in self._bells.values():  # what is read is to be linked
                    each.ring()
            except StoppedError:
                return
            except LedgerError as error:
                print(error, file=sys.stderr)
                self.stop.wait(PAUSE)
            except Exception:
                traceback.print_exc()
                self.stop.wait(PAUSE)

    def work(self) -> bool:
        """Do what is next, if anything is."""
        return self.read() or self.link()

    def read(self) -> bool:
        """Read what is next, if anything is."""
        if self._texts():
            return True
        if claim := jobs.claim(self._ledger, "file", "address"):
            self._read(claim, waits=False)
            return True
        return False

    def _texts(self) -> bool:
        """Read what people pasted, and are waiting for."""
        read = False
        while claim := jobs.claim(self._ledger, "text"):
            self._read(claim, waits=True)
            read = True
        return read

    # --- reading ---

    def _read(self, claim: Claim, waits: bool) -> None:
        """Read a job's reports into the ledger. waits: somebody does, so that nothing is done in between."""
        reading = _Reading(self._ledger, claim)
        try:
            with jobs.beating(self._ledger, [claim.pk]):
                for added in self._ledger.add_many(self._accounts(claim, reading, waits)):
                    reading.added(added.report, added.outcome)
            if not reading.whole:
                raise StoppedError
            reading.tell(state="linking" if reading.ids else "done", beat=None, given=None)
        except LostError:
            return
        except StoppedError:
            with suppress(LostError):  # as if it had not been begun
                reading.tell(state="waiting", tries=claim.tries - 1)
            raise
        except LedgerError:
            raise  # the fault is not the job's: it is taken up again
        except Exception as error:
            traceback.print_exc()
            with suppress(LostError):
                reading.tell(state="failed", given=None, error=f"it could not be done ({type(error).__name__})")

    def _accounts(self, claim: Claim, reading: _Reading, waits: bool) -> Iterator[Account]:
        entries = self._entries(claim)
        for given in entries if waits else self._meanwhile(entries):
            if self.stop.is_set():
                return
            if isinstance(given, Refusal):
                reading.refused(given)
                continue
            report = given.report
            id = identify(report.text, report.outlet, report.published)
            if self._ledger.has([id]):
                reading.added(id, "already there")
                continue
            try:
                account = self._reader.read(report)
            except Exception as error:
                reading.refused(given.refused(f"it could not be read ({type(error).__name__}: {error})"))
            else:
                yield account
        reading.whole = not self.stop.is_set()

    def _meanwhile(self, entries: Iterator[Found]) -> Iterator[Found]:
        """The entries as they come; until each is there, for it may have to be fetched, what cannot wait is done."""
        fetching = ThreadPoolExecutor(1)
        try:
            while not self.stop.is_set():
                self._texts()
                coming = fetching.submit(next, entries, None)
                while not wait([coming], GLANCE).done and not self.stop.is_set():
                    self._texts()
                entry = coming.result() if coming.done() else None
                if entry is None:
                    return
                yield entry
        finally:
            fetching.shutdown(wait=False, cancel_futures=True)

    def _entries(self, claim: Claim) -> Iterator[Found]:
        terms = Terms(Defaults(**claim.known), CHARACTERS, self._fetcher)
        data = claim.data or b""
        if claim.kind == "text":
            try:
                report = text_report(
                    data.decode("utf-8", "surrogatepass"), defaults=terms.defaults, max_chars=terms.max_chars
                )
            except Unfit as reason:
                yield Refusal(claim.name, None, str(reason))
            else:
                yield Entry(claim.name, None, report)
        elif claim.kind == "file":
            yield from in_bytes(data, claim.name, terms)
        elif is_address(claim.name):
            yield from at_address(claim.name, terms)

    # --- linking ---

    def link(self) -> bool:
        """Link what was added. Where another links for long, it is put off until that job is silent."""
        waiting = jobs.claim_links(self._ledger)
        if not waiting:
            return False

        def meanwhile(stage: Stage, done: int, of: int) -> None:
            if self.stop.is_set():
                raise StoppedError

        try:
            with jobs.beating(self._ledger, waiting):
                link(self._linking, meanwhile, KEPT)
        except LedgerError as error:
            print(error, file=sys.stderr)
            return False
        jobs.links_done(self._ledger, waiting)
        return True


class _Courteous(Ledger):
    """A ledger as who links writes into it: a text that somebody waits for goes first, or it would have to wait again
    and again on its way, from when it is sent until its account is told of."""

    def __init__(self, where: str, stop: Event) -> None:
        super().__init__(where, create=False, patience=PATIENCE, cache=CACHE)
        self._stop = stop

    @contextmanager
    def writing(self, most: bool = False) -> Iterator[Connection]:
        """A connection that alone may write, once no text is waited for, or after a while."""
        until = time.monotonic() + COURTESY
        while jobs.awaited(self) and time.monotonic() < until and not self._stop.wait(GLANCE):
            pass
        with super().writing(most) as connection:
            yield connection


class _Reading:
    """What has come of a job's reports so far, written down from time to time."""

    def __init__(self, ledger: Ledger, claim: Claim) -> None:
        self._ledger = ledger
        self._claim = claim
        self._came: Counter[str] = Counter()
        self._fresh: list[Refusal] = []  # refusals that are not in the ledger yet
        self._refused: list[dict[str, Any]] = []
        self._told = time.monotonic()
        self.ids: list[str] = []
        self.whole = False  # whether all that was given has been read

    def added(self, id: str, outcome: str) -> None:
        """A report is in the ledger."""
        if outcome == "already there" and id in self._claim.before and id not in self.ids:
            outcome = "added"  # by this very job, before the server ended
        self._came[outcome] += 1
        if len(self.ids) < jobs.TOLD:
            self.ids.append(id)
        self._perhaps_tell()

    def refused(self, refusal: Refusal) -> None:
        """Something was not read."""
        # The command has an option for what is too long; whoever sends it from a page has none.
        refusal = replace(refusal, reason=refusal.reason.replace(" (--max-chars)", ""))
        self._came["refused"] += 1
        self._fresh.append(refusal)
        if len(self._refused) < jobs.TOLD:
            self._refused.append({name: fit(value) for name, value in asdict(refusal).items()})
        self._perhaps_tell()

    def tell(self, **values: Any) -> None:
        """Write it down. Raises LostError where the job is another's by now."""
        fresh, self._fresh = self._fresh, []
        self._ledger.refuse(fresh)
        came = {what: self._came[what] for what in OUTCOMES if what in self._came}
        self._claim.tell(self._ledger, came=came, added=self.ids, refused=self._refused, **values)
        self._told = time.monotonic()

    def _perhaps_tell(self) -> None:
        if time.monotonic() > self._told + TELL:
            self.tell()
