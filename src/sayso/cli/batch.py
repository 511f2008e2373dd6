"""Many reports on their way through the reader: none of them ends the others."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import chain
from typing import TYPE_CHECKING, Protocol

from sayso.cli.app import ALL_READ, NOTHING_READ, SOME_REFUSED
from sayso.cli.output import Progress, one_line

if TYPE_CHECKING:
    from sayso.intake import Entry, Refusal
    from sayso.model import Account, Report


class ReadsMany(Protocol):
    """The reader, as far as the commands use it."""

    def read_many(self, reports: Iterable[Report], jobs: int = 1) -> Iterator[Account]:
        """The accounts of reports, in their order."""
        ...


def new_reader() -> ReadsMany:
    """The reader, loaded when the first report is to be read."""
    from sayso.account import Reader

    return Reader()


class Batch:
    """The reports of one call on their way through the reader, and the count of what is read and refused."""

    def __init__(self, given: Iterator[Entry | Refusal], jobs: int) -> None:
        self._given = given
        self._jobs = jobs
        self._pending: deque[Entry] = deque()  # handed to the reader, not yet come back
        self.read = 0
        self.refusals: list[Refusal] = []

    def accounts(self, progress: Progress | None = None) -> Iterator[Account]:
        """The accounts in the order of the reports. A report on which the reader fails is refused, and it goes on."""
        reports = self._reports()
        first = next(reports, None)
        if first is None:
            return
        reader = new_reader()
        coming = chain([first], reports)
        try:
            while True:
                accounts = reader.read_many(coming, jobs=self._jobs)
                try:
                    for account in accounts:
                        self._pending.popleft()
                        self.read += 1
                        if progress:
                            progress.show(self.read, len(self.refusals))
                        yield account
                    return
                except Exception:
                    # One of the pending reports is to blame. Alone, each is read or refused; then on with the others.
                    blamed = list(self._pending)
                    self._pending.clear()
                    if not blamed:
                        raise
                for entry in blamed:
                    try:
                        account = next(iter(reader.read_many([entry.report], jobs=1)))
                    except Exception as error:
                        self.refusals.append(entry.refused(f"it could not be read ({type(error).__name__}: {error})"))
                    else:
                        self.read += 1
                        yield account
                coming = reports  # type: ignore[assignment]
        finally:
            if progress:
                progress.clear()

    def _reports(self) -> Iterator[Report]:
        from sayso.intake import Entry

        for given in self._given:
            if isinstance(given, Entry):
                self._pending.append(given)
                yield given.report
            else:
                self.refusals.append(given)

    def code(self) -> int:
        """The exit code."""
        if not self.refusals:
            return ALL_READ if self.read else NOTHING_READ
        return SOME_REFUSED if self.read else NOTHING_READ

    def report(self) -> None:
        """Say on standard error what was refused, and why. One report read needs no counting."""
        if not self.refusals and self.read == 1:
            return
        lines = [f"{self.read:,} read, {len(self.refusals):,} refused{':' if self.refusals else ''}"]
        lines += [f"  {refusal}" for refusal in self.refusals]
        with suppress(BrokenPipeError):
            for line in lines:
                print(one_line(line), file=sys.stderr)
