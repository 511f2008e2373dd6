"""New reports held against those that may tell of the same: which are copies, which tell one story, and which of their
tellings are of one event.

Whether two reports go together depends on these two alone. So it does not matter which of them came first, and what has
been compared stays so whatever is added."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from sqlalchemy import Connection, delete, func, insert, or_, select, update

from sayso.ledger import Ledger, recorded
from sayso.ledger.portions import portions
from sayso.ledger.schema import Join, Key, Pair, Report, Telling
from sayso.linking import copies, rows, stories, tellings
from sayso.linking.events import SAID_SO
from sayso.linking.keys import number
from sayso.linking.told import Source

AT_ONE_GO = 50  # reports that are compared in one transaction
KEPT = 3_000  # reports whose records are kept at hand: those of one event come close together

Row = dict[str, Any]


@dataclass(slots=True)
class _Report:
    """A report as it is compared."""

    source: Source
    profile: stories.Profile
    outlines: tellings.Outlines | None = None  # not before they are asked for
    keys: dict[str, int] = field(default_factory=dict)  # of its tellings, by ref


class Comparing:
    """Compares reports with one another, as they are in a ledger."""

    def __init__(self, ledger: Ledger, kept: int = KEPT) -> None:
        """kept: how many reports' records are kept at hand; more take more memory, fewer are read again and again."""
        self._ledger = ledger
        self._kept = kept
        self._at_hand: OrderedDict[int, _Report] = OrderedDict()

    def all(self, compared: Callable[[int], None]) -> None:
        """Compare every report that has not been compared. compared: is told how many, again and again."""
        while waiting := self._waiting():
            for portion in portions(waiting, AT_ONE_GO):
                with self._ledger.writing() as connection:
                    still = select(Report.pk).where(Report.pk.in_(portion), Report.compared.is_(False))
                    if fresh := list(connection.scalars(still)):
                        self._compare(connection, fresh)
                compared(len(fresh))

    def _waiting(self) -> list[int]:
        """The reports that have not been compared, by key. Those of one story come close together by date, and so those
        they are compared with are at hand."""
        question = select(Report.pk).where(Report.compared.is_(False)).order_by(Report.published, Report.id)
        with self._ledger.reading() as connection:
            return list(connection.scalars(question))

    def _compare(self, connection: Connection, fresh: list[int]) -> None:
        _forget(connection, fresh)
        for pk in fresh:
            self._at_hand.pop(pk, None)
        self._fetch(connection, fresh)
        if keys := [{"key": key, "report_pk": pk} for pk in fresh for key in self._keys(pk)]:
            connection.execute(insert(Key), keys)
        connection.execute(update(Report).where(Report.pk.in_(fresh)).values(compared=True))
        pairs: list[Row] = []
        joins: list[Row] = []
        for portion in portions(_candidates(connection, fresh), self._kept // 4):
            self._fetch(connection, {pk for one, other, _ in portion for pk in (one, other)})
            near = [
                (one, other, match) for one, other, may_be_copies in portion
                if (match := self._match(one, other, may_be_copies, pairs)).worth_comparing
            ]  # fmt: skip
            self._outline(connection, {pk for one, other, _ in near for pk in (one, other)})
            for one, other, match in near:
                joins += self._joins(one, other, match)
        for table, found in ((Pair, pairs), (Join, _as_people_say(connection, fresh, joins))):
            if found:
                connection.execute(insert(table), found)

    def _keys(self, pk: int) -> set[int]:
        report = self._at_hand[pk]
        own = {number(key, copy=True) for key in copies.keys(report.source)}
        return own | {number(key, copy=False) for key in stories.keys(report.profile)}

    def _fetch(self, connection: Connection, pks: Iterable[int]) -> None:
        """Have the records of these reports at hand, and no more of others than there is room for."""
        absent = []
        for pk in pks:
            if pk in self._at_hand:
                self._at_hand.move_to_end(pk)
            else:
                absent.append(pk)
        for pk, source in rows.sources(connection, absent).items():
            self._at_hand[pk] = _Report(source, stories.profile(source))
        while len(self._at_hand) > self._kept:
            self._at_hand.popitem(last=False)

    def _outline(self, connection: Connection, pks: Iterable[int]) -> None:
        """Have at hand what of these reports' tellings is compared."""
        absent = [pk for pk in pks if self._at_hand[pk].outlines is None]
        namings, told = rows.namings(connection, absent), rows.tellings(connection, absent)
        for pk in absent:
            report = self._at_hand[pk]
            report.outlines = tellings.outlines(report.source, namings[pk], told[pk])
            report.keys = {telling.ref: telling.pk for telling in told[pk]}

    def _match(self, one_pk: int, other_pk: int, may_be_copies: bool, pairs: list[Row]) -> stories.Match:
        """How much two reports look like one story; what they are found to be goes to the pairs."""
        one, other = self._in_order(one_pk, other_pk)
        keys = {"one_pk": one.source.pk, "other_pk": other.source.pk}
        match = stories.compare(one.profile, other.profile)
        if may_be_copies and not stories.of_others(one.profile, other.profile):
            likeness = copies.compare(one.source, other.source)
            if likeness.copies:
                pairs.append({**keys, "kind": "copy", "score": likeness.score, "features": asdict(likeness)})
                match = replace(match, form=0.0)  # a copy is no other report of the same form
        if match.same:
            pairs.append({**keys, "kind": "story", "score": match.score, "features": dict(match.features)})
        return match

    def _joins(self, one_pk: int, other_pk: int, match: stories.Match) -> Iterator[Row]:
        """The tellings of two reports that are of one event, or stand beside each other."""
        one, other = self._in_order(one_pk, other_pk)
        assert one.outlines is not None and other.outlines is not None
        pk = one.keys | other.keys
        for joined in tellings.joins(one.outlines, other.outlines, match):
            found = {"one_pk": pk[joined.one], "other_pk": pk[joined.other]}
            yield {**found, "score": joined.score, "features": dict(joined.features), "beside": joined.beside}

    def _in_order(self, one_pk: int, other_pk: int) -> tuple[_Report, _Report]:
        """Two reports by their ids, not by their keys: what is found must not depend on which was added first."""
        one, other = self._at_hand[one_pk], self._at_hand[other_pk]
        return (one, other) if one.source.ref < other.source.ref else (other, one)


def _as_people_say(connection: Connection, fresh: Iterable[int], joins: Iterable[Row]) -> list[Row]:
    """Joins, but where a person says of two tellings of these reports that they are of one event or not, that."""
    by_pair = {frozenset((join["one_pk"], join["other_pk"])): join for join in joins}
    for one, other, same in recorded.links(connection, fresh):
        score, says = (SAID_SO, "a person says so") if same else (-SAID_SO, "a person says not")
        by_pair[frozenset((one, other))] = {
            "one_pk": one, "other_pk": other, "score": score, "features": {says: score}, "beside": False
        }  # fmt: skip
    return list(by_pair.values())


def _forget(connection: Connection, reports: list[int]) -> None:
    """What was found about these reports before."""
    told = select(Telling.pk).where(Telling.report_pk.in_(reports))
    connection.execute(delete(Join).where(or_(Join.one_pk.in_(told), Join.other_pk.in_(told))))
    connection.execute(delete(Pair).where(or_(Pair.one_pk.in_(reports), Pair.other_pk.in_(reports))))
    connection.execute(delete(Key).where(Key.report_pk.in_(reports)))


def _candidates(connection: Connection, fresh: list[int]) -> list[tuple[int, int, bool]]:
    """The pairs of one of these reports and any other that share a key, once each; whether they share one of copies."""
    one, other = Key.__table__.alias("one"), Key.__table__.alias("other")
    question = (
        select(one.c.report_pk, other.c.report_pk, func.max(one.c.key % 2))
        .join(other, (other.c.key == one.c.key) & (other.c.report_pk != one.c.report_pk))
        .where(one.c.report_pk.in_(fresh))
        .group_by(one.c.report_pk, other.c.report_pk)
    )
    return sorted({(min(a, b), max(a, b), bool(copy)) for a, b, copy in map(tuple, connection.execute(question))})
