"""Reports in, accounts out."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor

from sayso.account.assembling import account, worked_out
from sayso.account.explanations import Explanation, explanation
from sayso.interrupts import begetting, end_with_parent
from sayso.model import Account, Report
from sayso.reader import Network, Reading

NICE = 10  # by how much reading many reports gives way to whatever somebody waits for on the same machine
AHEAD = 8  # reports handed to each worker before its first account is back: enough to keep it busy, few to hold


class Reader:
    """Reads reports one after the other; the model is loaded once.

    threads: how many threads one pass of the model may take. What an account says does not depend on it.
    """

    def __init__(self, threads: int = 1) -> None:
        self._threads = threads
        self._network: Network | None = None

    def read(self, report: Report) -> Account:
        """The account of one report."""
        return account(report, self._reading(report))

    def _reading(self, report: Report) -> Reading:
        if self._network is None:
            self._network = Network(threads=self._threads)
        return self._network.read(report.text)

    def explain(self, report: Report, event: str) -> Explanation:
        """Why an event of a report's account was coded as it is. event: its id ("e3"). Raises KeyError if there is
        none of that id."""
        reading = self._reading(report)
        accounted, known = worked_out(report, reading)
        for one, happening in zip(accounted.events, known, strict=True):
            if one.id == event:
                return explanation(accounted, one, happening, reading)
        raise KeyError(event)

    def read_many(self, reports: Iterable[Report], jobs: int = 1) -> Iterator[Account]:
        """The accounts of many reports, in their order, each as soon as it is there, few in memory at a time.

        jobs: processes that read at the same time. An error in reading a report is raised in its place.
        """
        if jobs < 1:
            raise ValueError(f"jobs must be 1 or more, not {jobs}")
        return map(self.read, reports) if jobs == 1 else _in_parallel(reports, jobs)


_worker: Reader | None = None  # the reader of a worker process


def _begin_worker() -> None:
    global _worker
    # Ctrl-C reaches every process of a terminal; the one that writes the accounts decides when to end.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(NICE)
    _worker = Reader()
    end_with_parent()  # else it would wait for reports forever


def _read_in_worker(report: Report) -> Account:
    assert _worker is not None
    return _worker.read(report)


def _in_parallel(reports: Iterable[Report], jobs: int) -> Iterator[Account]:
    # A forked copy of a process that has threads may hang; a spawned one begins clean.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin_worker)
    coming: deque[Future[Account]] = deque()
    try:
        for report in reports:
            with begetting():  # which it does when there is work for another
                coming.append(pool.submit(_read_in_worker, report))
            if len(coming) >= jobs * AHEAD or coming[0].done():
                yield coming.popleft().result()
        while coming:
            yield coming.popleft().result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
