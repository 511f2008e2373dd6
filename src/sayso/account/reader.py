"""Reports in, accounts out."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor

from sayso.account.cast import SpeakerMention, resolve
from sayso.account.disputed.disputes import disputes
from sayso.account.explanations import Explanation, explanation
from sayso.account.grammar.spans import Spans
from sayso.account.grammar.text import Text
from sayso.account.happened.events import Happened
from sayso.account.happened.footing import Chains
from sayso.account.happened.own_acts import own_acts
from sayso.account.happened.participants import fill
from sayso.account.happened.tellings import tellings
from sayso.account.happenings import People, happened
from sayso.account.named.surnames import with_surnames, with_verblike
from sayso.account.named.terms import clean
from sayso.account.said.saying import Saying
from sayso.account.said.statements import sayings
from sayso.account.when.times import time_of, times
from sayso.account.where.places import places
from sayso.interrupts import begetting, end_with_parent
from sayso.model import Account, Actor, Report, Span, Statement, Time, TimeExpression
from sayso.reader import Network, Reading, Words

ALIAS = 80  # characters of a name for a group, at most
MEANS = {"ASSAULT": "force", "COERCE": "law", "ACCUSE": "law"}  # by which something is done to people
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


def account(report: Report, reading: Reading) -> Account:
    """The account of a report from its reading."""
    return worked_out(report, reading)[0]


def worked_out(report: Report, reading: Reading) -> tuple[Account, list[Happened]]:
    """The account of a report, and for each of its events all that tells of it."""
    reading = with_surnames(with_verblike(reading))
    text = Text(report, reading)
    found = sayings(text)
    told = own_acts(reading, tellings(text, found))
    chains = Chains(found)
    fill(text, told, chains)
    mentions = [
        SpeakerMention(
            saying.source, saying.cue, tuple(text.words(span) for span in saying.content), saying.inside,
            direct=saying.quotation == "direct",
        )
        for saying in found
    ]
    addressed = [number for number, saying in enumerate(found) if saying.addressee]
    mentions += [SpeakerMention(found[number].addressee, inside=found[number].inside) for number in addressed]
    passed_on = [number for number, saying in enumerate(found) if saying.through]
    mentions += [SpeakerMention(found[number].through, inside=found[number].inside) for number in passed_on]
    taking_part = [
        (telling, role, words) for telling in told for role in ("actor", "recipient") for words in telling.parts[role]
    ]
    mentions += [
        SpeakerMention(
            words,
            inside=_innermost(chains, reading, words),
            speaks=False,
            suffers=MEANS.get(telling.type, "") if role == "recipient" else "",
        )
        for telling, role, words in taking_part
    ]
    places_named = places(reading)
    cast = resolve(report, reading, mentions, places_named)
    addressees = dict(zip(addressed, cast.speakers[len(found) :], strict=False))
    through = dict(zip(passed_on, cast.speakers[len(found) + len(addressed) :], strict=False))
    speakers = [
        _one(reading, cast.actors, ids, saying.source)
        for ids, saying in zip(cast.speakers[: len(found)], found, strict=True)
    ]
    numbers = {id(saying): number for number, saying in enumerate(found)}
    for number, saying in enumerate(found):
        before = numbers.get(id(saying.carries_on))  # none where that is no statement
        if saying.nameless:
            speakers[number] = None
        elif speakers[number] is None and before is not None:
            speakers[number] = speakers[before]
    expressions = times(reading, report.published)
    when, dated = {time.span: time for time in expressions}, Spans([time.span for time in expressions])
    statements = [
        Statement(
            id=f"s{number + 1}",
            speaker=speakers[number],
            speaker_span=reading.span(saying.source) if saying.source else None,
            cue=reading.span(saying.cue) if saying.cue else None,
            content=saying.content,
            quotation=saying.quotation,
            force=saying.force,
            addressee=_one(reading, cast.actors, addressees.get(number, ()), saying.addressee),
            via=_via(found, speakers, number, through.get(number, ())),
            time=_time(reading, saying, when, dated),
        )
        for number, saying in enumerate(found)
    ]
    taken = zip(taking_part, cast.speakers[len(found) + len(addressed) + len(passed_on) :], strict=True)
    named: dict[tuple[int, str], list[str]] = {}
    for (telling, role, _), ids in taken:
        named.setdefault((telling.trigger, role), []).extend(ids)
    people = People(
        named,
        kinds={actor.id: actor.kind for actor in cast.actors},
        countries={actor.id: actor.country for actor in cast.actors},
        sectors={actor.id: actor.sector for actor in cast.actors},
        speakers=[_spoken_for(cast.actors, speaker) for speaker in speakers],
    )
    known = happened(text, told, people, chains, places_named, expressions, report.published)
    events = [event for event, _ in known]
    accounted = Account(
        report=report, actors=cast.actors, statements=statements, events=events, places=places_named,
        times=expressions,
    )  # fmt: skip
    accounted.disputes = disputes(text, accounted.actors, statements, events)
    return accounted, [happening for _, happening in known]


def _innermost(chains: Chains, reading: Reading, words: Words) -> int | None:
    """The saying in whose content some words stand, the narrowest."""
    around = chains.around(reading.starts[words[0]])
    return around[-1] if around else None


def _spoken_for(actors: list[Actor], speaker: str | None) -> frozenset[str]:
    """Whoever speaks, and the state of his country."""
    country = next((actor.country for actor in actors if actor.id == speaker), None)
    states = {actor.id for actor in actors if country and actor.kind == "government" and actor.country == country}
    return frozenset(states | {speaker}) if speaker else frozenset()


def _one(reading: Reading, actors: list[Actor], ids: tuple[str, ...], words: Words | None) -> str | None:
    """One id for those who speak together: a group of its own for two or more, with the words that name it."""
    if len(ids) < 2:
        return ids[0] if ids else None
    together = [actor for actor in actors if actor.id in ids]
    name = ", ".join(actor.name for actor in together[:-1]) + " and " + together[-1].name
    group = next((actor for actor in actors if actor.name == name and actor.kind == "group"), None)
    if group is None:
        countries, sectors = {actor.country for actor in together}, {actor.sector for actor in together}
        group = Actor(
            id=f"a{len(actors) + 1}",
            name=name,
            kind="group",
            country=countries.pop() if len(countries) == 1 else None,
            sector=sectors.pop() if len(sectors) == 1 else None,
        )
        actors.append(group)
    if words:
        written, span = clean(reading.string(words)), reading.span(words)
        tells = any(reading.pos[i] in ("PROPN", "NOUN") for i in range(*words))  # "they" is no name
        if tells and written != name and written not in group.aliases and len(written) <= ALIAS:
            group.aliases.append(written)
        if span not in group.mentions:
            group.mentions = sorted([*group.mentions, span])
    return group.id


def _via(found: list[Saying], speakers: list[str | None], number: int, through: tuple[str, ...]) -> list[str]:
    """Through whom a statement came: the speakers of the statements it stands in, the outermost first, then those who
    are said to pass it on."""
    chain = [one for one in through if one != speakers[number]]
    at, seen = found[number].inside, {number}
    while at is not None and at not in seen:
        seen.add(at)
        speaker = speakers[at]
        if speaker and speaker != speakers[number] and speaker not in chain:
            chain.insert(0, speaker)
        at = found[at].inside
    return chain


def _time(reading: Reading, saying: Saying, when: Mapping[Span, TimeExpression], dated: Spans) -> Time | None:
    if saying.time is None:
        return None
    span = reading.span(saying.time)
    known = dated.touching(span)
    return time_of(when[known[0]]) if known else Time(text=reading.string(saying.time), span=span)
