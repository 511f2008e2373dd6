"""A reading worked out into an account: who says what, whom the words mean, what happened, and who disputes it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.account.cast import SpeakerMention, resolve
from sayso.account.disputed.disputes import disputes
from sayso.account.grammar.spans import Spans
from sayso.account.grammar.text import Text
from sayso.account.happened.events import Happened
from sayso.account.happened.footing import Chains
from sayso.account.happened.own_acts import own_acts
from sayso.account.happened.participants import fill
from sayso.account.happened.tellings import Telling, tellings
from sayso.account.happenings import People, happened
from sayso.account.named.surnames import with_surnames, with_verblike
from sayso.account.named.terms import clean
from sayso.account.said.saying import Saying
from sayso.account.said.statements import sayings
from sayso.account.when.times import time_of, times
from sayso.account.where.places import places
from sayso.model import Account, Actor, Place, Report, Span, Statement, Time, TimeExpression
from sayso.reader import Reading, Words

ALIAS = 80  # characters of a name for a group, at most
MEANS = {"ASSAULT": "force", "COERCE": "law", "ACCUSE": "law"}  # by which something is done to people


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
    places_named, expressions = places(reading), times(reading, report.published)
    meant = _meant(report, text, found, told, chains, places_named)
    statements = _statements(reading, found, meant, expressions)
    people = People(
        meant.parties,
        kinds={actor.id: actor.kind for actor in meant.actors},
        countries={actor.id: actor.country for actor in meant.actors},
        sectors={actor.id: actor.sector for actor in meant.actors},
        speaking=meant.speakers,
        speakers=[_spoken_for(meant.actors, speaker) for speaker in meant.speakers],
    )
    known = happened(text, told, people, chains, places_named, expressions, report.published)
    events = [event for event, _ in known]
    accounted = Account(
        report=report, actors=meant.actors, statements=statements, events=events, places=places_named,
        times=expressions,
    )  # fmt: skip
    accounted.disputes = disputes(text, accounted.actors, statements, events)
    return accounted, [happening for _, happening in known]


@dataclass(frozen=True, slots=True)
class _Meant:
    """Whom the words of a report mean: sayings are told by their numbers, actors by their ids."""

    actors: list[Actor]
    speakers: list[str | None]  # of each saying
    addressees: Mapping[int, tuple[str, ...]]
    through: Mapping[int, tuple[str, ...]]  # those who pass it on
    parties: Mapping[tuple[int, str], list[str]]  # of the telling with that trigger, by role


def _meant(
    report: Report, text: Text, found: list[Saying], told: Sequence[Telling], chains: Chains, places_named: list[Place]
) -> _Meant:
    """Whom the words mean that tell who speaks, to whom, through whom, who does something and to whom."""
    reading = text.reading
    addressed = {number: saying.addressee for number, saying in enumerate(found) if saying.addressee}
    passed_on = {number: saying.through for number, saying in enumerate(found) if saying.through}
    taking_part = [
        (telling, role, words) for telling in told for role in ("actor", "recipient") for words in telling.parts[role]
    ]
    mentions = [
        SpeakerMention(
            saying.source, saying.cue, tuple(text.words(span) for span in saying.content), saying.inside,
            direct=saying.quotation == "direct",
        )
        for saying in found
    ]  # fmt: skip
    for said in (addressed, passed_on):
        mentions += [SpeakerMention(words, inside=found[number].inside) for number, words in said.items()]
    mentions += [
        SpeakerMention(
            words,
            inside=_innermost(chains, reading, words),
            speaks=False,
            suffers=MEANS.get(telling.type, "") if role == "recipient" else "",
        )
        for telling, role, words in taking_part
    ]
    cast = resolve(report, reading, mentions, places_named)
    ids = iter(cast.speakers)  # of each mention, in their order
    speakers = [_one(reading, cast.actors, next(ids), saying.source) for saying in found]
    addressees, through = ({number: next(ids) for number in said} for said in (addressed, passed_on))
    parties: dict[tuple[int, str], list[str]] = {}
    for telling, role, _ in taking_part:
        parties.setdefault((telling.trigger, role), []).extend(next(ids))
    return _Meant(cast.actors, _carried_on(found, speakers), addressees, through, parties)


def _carried_on(found: list[Saying], speakers: Iterable[str | None]) -> list[str | None]:
    """The speaker of each saying: of one that carries on another without a word of who speaks, that one's."""
    numbers = {id(saying): number for number, saying in enumerate(found)}
    known = list(speakers)
    for number, saying in enumerate(found):
        before = numbers.get(id(saying.carries_on))  # none where that is no statement
        if saying.nameless:
            known[number] = None
        elif known[number] is None and before is not None:
            known[number] = known[before]
    return known


def _statements(
    reading: Reading, found: list[Saying], meant: _Meant, expressions: Sequence[TimeExpression]
) -> list[Statement]:
    when, dated = {time.span: time for time in expressions}, Spans([time.span for time in expressions])
    return [
        Statement(
            id=f"s{number + 1}",
            speaker=meant.speakers[number],
            speaker_span=reading.span(saying.source) if saying.source else None,
            cue=reading.span(saying.cue) if saying.cue else None,
            content=saying.content,
            quotation=saying.quotation,
            force=saying.force,
            addressee=_one(reading, meant.actors, meant.addressees.get(number, ()), saying.addressee),
            via=_via(found, meant.speakers, number, meant.through.get(number, ())),
            time=_time(reading, saying, when, dated),
        )
        for number, saying in enumerate(found)
    ]


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
