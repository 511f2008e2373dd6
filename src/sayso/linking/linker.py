"""Everything that is worked out across the reports of a ledger, brought up to date.

Links are a function of the set of reports. New reports change only what they touch, and what they touch is worked out
from all that is there: one at a time, in any order or all at once, the links are the same. A report is marked as linked
when everything that rests on it is done; stopped before, linking goes on with those that are not marked, and does again
what may have been done."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Literal

from sqlalchemy import delete, func, select, update

from sayso.ledger import Ledger, counting
from sayso.ledger.portions import portions
from sayso.ledger.schema import Actor, Dispute, Event, Join, Key, Pair, Report
from sayso.linking.comparing import KEPT, Comparing
from sayso.linking.gathering import ChangedError, check_unchanged, gather, last_compared
from sayso.linking.settling import settle_actors, settle_families

Stage = Literal["compared", "linked"]
Tell = Callable[[Stage, int, int], None]  # a stage, how many reports are done, and of how many


def link(ledger: Ledger, tell: Tell = lambda stage, done, of: None, kept: int = KEPT) -> int:
    """Bring all links up to date; gives the number of reports that were not linked. One process links at a time.

    tell: is called with the stage, the reports done and how many there are. kept: reports whose records are kept at
    hand, some 80 kB each. Raises LedgerError."""
    with ledger.linking(), _uncollected():
        return _link(ledger, tell, kept)


def relink(ledger: Ledger, tell: Tell = lambda stage, done, of: None) -> int:
    """Forget all links and make them again."""
    with ledger.linking(), _uncollected():
        with ledger.writing(most=True) as connection:
            for table in (Dispute, Event, Actor, Join, Pair, Key):  # what hangs on their rows goes with them
                connection.execute(delete(table))
            connection.execute(update(Report).values(family=None, compared=False, linked=False))
        return _link(ledger, tell, KEPT)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without looking for cycles: there are next to none among the records at hand, and very many records, so that it
    would take a quarter of the time, and more of it the larger the ledger."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _link(ledger: Ledger, tell: Tell, kept: int) -> int:
    with ledger.reading() as connection:
        number = connection.scalar(select(func.count()).where(Report.compared.is_(False))) or 0
    done = 0

    def compared(more: int) -> None:
        nonlocal done
        done += more
        tell("compared", done, max(number, done))

    Comparing(ledger, kept).all(compared)
    with ledger.reading() as connection:
        last = last_compared(connection)
    waiting = _waiting(ledger)
    settle_families(ledger, waiting)
    settle_actors(ledger, waiting)
    # Some more may wait now: reports whose family or actors turned out to be others.
    touched = _waiting(ledger)
    done = 0

    def linked(more: int) -> None:
        nonlocal done
        done += more
        tell("linked", done, len(touched))

    try:
        written = gather(ledger, touched, linked)
        with ledger.writing() as connection:
            check_unchanged(connection, last)
            for portion in portions(written.union(touched)):
                connection.execute(update(Report).where(Report.pk.in_(portion)).values(linked=True))
            if touched:
                counting.forget(connection)
    except ChangedError:  # whoever changed it has it linked, and with it what is left here
        return 0
    _keep_counted(ledger)
    return len(touched)


def _keep_counted(ledger: Ledger) -> None:
    """Keep how much there is, counted while others may write."""
    with ledger.reading() as connection:
        counted = counting.to_keep(connection)
    if counted is not None:
        with ledger.writing() as connection:
            counting.keep(connection, counted)


def _waiting(ledger: Ledger) -> list[int]:
    """The reports that are compared and not linked, by key."""
    question = select(Report.pk).where(Report.linked.is_(False), Report.compared).order_by(Report.published, Report.id)
    with ledger.reading() as connection:
        return list(connection.scalars(question))
