"""Events as the account has them: each told event with who, to whom, where, when, how many, on what footing."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sayso import lexicon
from sayso.account.grammar import valency
from sayso.account.grammar.clauses import head, nearby
from sayso.account.grammar.text import Text
from sayso.account.happened.act_types import MUTUAL
from sayso.account.happened.confidence import confidence
from sayso.account.happened.event_figures import numbers, quantities
from sayso.account.happened.events import Facts, Happened, joined, lemma_of, points_back
from sayso.account.happened.footing import Chains, footing, is_answered, is_performed, is_presupposed
from sayso.account.happened.tellings import Telling, is_light
from sayso.account.when.asides import Asides
from sayso.account.when.days import Days
from sayso.account.when.named_times import NamedTimes, finest
from sayso.account.when.other_times import OtherTimes
from sayso.account.when.times import time_of
from sayso.account.when.told_times import ToldTimes
from sayso.account.where.home import Home
from sayso.account.where.named_places import NamedPlaces
from sayso.account.where.other_places import OtherPlaces
from sayso.account.where.scenes import Scenes
from sayso.account.where.told_places import ToldPlaces
from sayso.lexicon import UTTERED
from sayso.model import ActorKind, Event, EventPlace, EventType, Place, Sector, Status, TimeExpression
from sayso.reader import labels
from sayso.reader.reading import Reading, Words

SURE = 0.4  # confidence of an event worth telling; a report that has no other tells of its surest
TO_BE: tuple[Status, ...] = ("planned", "demanded")  # of what is not to have happened yet
CARRIED = 4  # words from a verb to the noun of what it says was done


@dataclass(frozen=True, slots=True)
class People:
    """Those whom the tellings of a report name, by their ids."""

    named: Mapping[tuple[int, str], Sequence[str]]  # for each trigger and role, "actor" or "recipient", who fills it
    kinds: Mapping[str, ActorKind]  # what each is
    countries: Mapping[str, str | None]  # and of which country, if that is known
    sectors: Mapping[str, Sector | None]  # and of what part of society
    speaking: Sequence[str | None]  # who speaks in each saying
    speakers: Sequence[Collection[str]]  # and for each whoever speaks and the state spoken for

    def of(self, telling: Telling, role: str) -> Sequence[str]:
        """Those who fill a role of a telling."""
        return self.named.get((telling.trigger, role), ())


def happened(
    text: Text,
    told: Sequence[Telling],
    people: People,
    chains: Chains,
    places: Sequence[Place],
    times: Sequence[TimeExpression],
    published: str | None,
) -> list[tuple[Event, Happened]]:
    """The events of a report, in the order of the text, each with all that tells of it. chains: whose words a character
    stands in. published: the day of the report."""
    asides = Asides(text.reading, times)
    where, when = NamedPlaces(text.reading, places), NamedTimes(text, times, published)
    elsewhere, at_other_times = OtherPlaces(where, chains, people.speakers, asides), OtherTimes(when, chains, asides)
    told_places, told_times = ToldPlaces(where, elsewhere), ToldTimes(text, when, at_other_times)
    facts = _facts(text, told, people, chains, told_places, told_times, places, when.times)
    Days(when, at_other_times, asides, _spoken(chains, people)).set_others(facts)
    scenes = Scenes(where, elsewhere, people.countries, people.kinds)
    scenes.set_others(facts, when.times)
    home = Home(where, elsewhere, people.countries, people.kinds, people.sectors)
    found = [
        (_event(text, happening, people, chains, scenes, home, when), happening)
        for happening in joined(text.reading, facts)
    ]
    least = min(SURE, max((event.confidence for event, _ in found), default=SURE))
    sure = [pair for pair in found if pair[0].confidence >= least]
    for k, (event, _) in enumerate(sure, 1):
        event.id = f"e{k}"
    return sure


def _spoken(chains: Chains, people: People) -> dict[str, list[Words]]:
    """For each person the words that tell when he said something."""
    spoken: dict[str, list[Words]] = {id: [] for id, kind in people.kinds.items() if kind == "person"}
    for speaker, saying in zip(people.speaking, chains.found, strict=True):
        if speaker in spoken and saying.time:
            spoken[speaker].append(saying.time)
    return spoken


def _facts(
    text: Text,
    told: Sequence[Telling],
    people: People,
    chains: Chains,
    told_places: ToldPlaces,
    told_times: ToldTimes,
    places: Sequence[Place],
    times: Sequence[TimeExpression],
) -> list[Facts]:
    """What each telling tells itself."""
    reading = text.reading
    lasting = {i for time in times if time.type == "DURATION" for i in range(*reading.within(time.span))}
    facts = []
    for telling in told:
        voice = chains.around(reading.starts[telling.trigger])
        actors, recipients = (frozenset(people.of(telling, role)) for role in ("actor", "recipient"))
        own = bool(voice) and any(id in people.speakers[voice[-1]] for id in actors)
        at, day = told_places.of(telling, actors), told_times.of(telling)
        performed = own and is_performed(reading, telling, chains.found[voice[-1]])
        if performed and at is None:
            at = told_places.where_said(voice[-1])
        facts.append(
            Facts(
                telling,
                actors=actors,
                recipients=recipients,
                place=at,
                site=places[at] if at is not None else None,
                time=day,
                start=times[day].start if day is not None else None,
                last=times[day].end if day is not None else None,
                numbers=numbers(reading, telling, voice, lasting, chains),
                title=text.is_heading(reading.starts[telling.trigger]),
                voice=tuple(voice),
                nameless=frozenset(id for id in recipients if people.kinds[id] == "anonymous"),
                person=_person(recipients, people.kinds),
                meeting=_meeting(telling, actors, recipients, people.kinds),
                known=any(_is_on_trial(reading, words) for words in telling.parts["recipient"]),
                own=own,
                performed=performed,
            )
        )
    return facts


def _person(recipients: frozenset[str], kinds: Mapping[str, ActorKind]) -> str | None:
    """The one person by name among those to whom something was done, None if others are among them, too."""
    alone = next(iter(recipients)) if len(recipients) == 1 else None
    return alone if alone is not None and kinds[alone] == "person" else None


def _is_on_trial(reading: Reading, words: Words) -> bool:
    """Whether words mean somebody who stands before the court, of whom it was told before: "the accused"."""
    definite = valency.is_word("definite", reading, words[0])
    return definite and valency.is_one_of("on trial", reading, head(reading, words))


def _meeting(
    telling: Telling, actors: frozenset[str], recipients: frozenset[str], kinds: Mapping[str, ActorKind]
) -> frozenset[str]:
    """The persons who meet, where all who do are told by name."""
    who = actors | recipients
    return who if telling.type == "CONSULT" and all(kinds[id] == "person" for id in who) else frozenset()


def _event(
    text: Text,
    happening: Happened,
    people: People,
    chains: Chains,
    scenes: Scenes,
    home: Home,
    when: NamedTimes,
) -> Event:
    """One event from all that tells of it: what the main telling leaves out, the others fill in. It has no id yet."""
    reading, main, every = text.reading, happening.main.telling, happening.every
    actors, recipients = _sides(reading, happening, people)
    place = home.place_of(happening, scenes.of(happening), actors, recipients)
    status, statements = _footing(text, happening, chains)
    time = _time(every, when, status)
    return Event(
        id="",
        type=main.type,
        mode=next((mode for facts in every if (mode := _mode(facts.telling, main.type))), None),
        contexts=_contexts(reading, main),
        trigger=reading.span(_in_full(reading, main)),
        actors=actors,
        recipients=recipients,
        place=_event_place(place) if place is not None else None,
        time=time_of(when.times[time]) if time is not None else None,
        quantities=quantities(reading, every),
        status=status,
        statements=[f"s{number + 1}" for number in statements],
        evidence=[reading.span(words) for words in _passages(reading, every)],
        confidence=round(confidence(reading, main, status), 2),
    )


def _time(every: Sequence[Facts], when: NamedTimes, status: Status) -> int | None:
    """The number of the time of an event: one that a telling names goes before what they were given, and what is only
    to be was not on a day gone by that none names."""
    named = [facts for facts in every if facts.start and not facts.dated]
    if not named and status in TO_BE:
        named = [facts for facts in every if facts.start is None or facts.start > when.today]
    elif not named:
        named = list(every)
    return finest([facts.time for facts in named if facts.time is not None], when.times)


def _sides(reading: Reading, happening: Happened, people: People) -> tuple[list[str], list[str]]:
    """Who did it, and to whom it was done."""
    own, main = happening.main, happening.main.telling
    filled = (_first(reading, happening, people, role) for role in ("actor", "recipient"))
    actors, recipients = ([*dict.fromkeys(ids)] for ids in filled)
    passive = valency.sufferer(reading, main.trigger) is not None  # of which whoever is told does not do it
    actors = [id for id in actors if id not in own.recipients or (id in own.actors and not passive)]
    if main.each_other:
        return actors, actors
    if main.type == "ASSAULT":  # "hit {a clinic}, killing {two nurses}"
        sentence = reading.sentence
        told = (facts for facts in happening.every if facts is own or not _is_denied(facts))
        beside = (facts for facts in told if sentence[facts.telling.trigger] == sentence[main.trigger])
        hit = (id for facts in beside for id in people.of(facts.telling, "recipient"))
        recipients = [*dict.fromkeys([*recipients, *hit])]
    recipients = [id for id in recipients if id not in actors]
    # "{Peru} and {Chile} held talks": each with the other.
    return actors, recipients if recipients or main.type not in MUTUAL or len(actors) < 2 else actors


def _is_denied(facts: Facts) -> bool:
    """Whether the model takes a telling for that of what somebody denies: "said it hit a depot and denied {killing} a
    nurse"."""
    likely = dict(zip(labels.STATUSES, facts.telling.happening.statuses, strict=True))
    return max(likely, key=lambda status: likely[status]) == "denied"


def _first(reading: Reading, happening: Happened, people: People, role: str) -> Sequence[str]:
    """Those who fill a role as the telling has it that tells first of them, by their names if any gives them. Whose
    attack it was is not learnt from another voice."""
    own, main, every = happening.main, happening.main.telling, happening.every
    heard = [facts for facts in every if main.type != "ASSAULT" or not facts.voice or facts.voice == own.voice]
    if main.type in UTTERED:  # whom one accuses is not learnt from what others are accused of
        heard = [facts for facts in heard if facts is own or not own.actors or facts.actors & own.actors]
    told = next((ids for facts in heard if (ids := people.of(facts.telling, role))), ())
    if len(told) != 1 or people.kinds[told[0]] != "anonymous":
        return told
    # "A girl of 16" in the first line, her name in the next.
    word = lemma_of(reading, main.trigger)
    again = (facts.telling for facts in every if lemma_of(reading, facts.telling.trigger) == word)
    others = (people.of(telling, role) for telling in again)
    return next((ids for ids in others if len(ids) == 1 and people.kinds[ids[0]] == "person"), told)


def _in_full(reading: Reading, telling: Telling) -> Words:
    """The words of a telling with the verb that says of an act told by its noun that it was done: "{launched} air
    strikes", "{imposed} new sanctions"."""
    (begin, end), noun = telling.words, telling.trigger
    verb = reading.head[noun]
    if reading.pos[noun] != "NOUN" or reading.relation[noun] != "obj" or not 0 < begin - verb <= CARRIED:
        return begin, end
    known = lexicon.event_word(reading.word(verb), "VERB")
    does = is_light(reading, verb) or (known is not None and telling.type in known.types)
    return (verb, end) if does and reading.sentence[verb] == reading.sentence[noun] else (begin, end)


def _mode(telling: Telling, type_: EventType) -> str | None:
    """How what a telling tells was done, as far as its words show it."""
    return telling.known.mode_of(type_) if telling.known and telling.type == type_ else None


def _footing(text: Text, happening: Happened, chains: Chains) -> tuple[Status, list[int]]:
    """The status of an event, and the sayings on whose word it stands. Told once in the report's own voice, it is
    fact; but not by its headline alone, which leaves out whose word it is, nor by a word that points back to it."""
    reading = text.reading
    statuses: list[tuple[Status, list[int]]] = []
    main, *others = [happening.main, *happening.others]
    every = [main, *(facts for facts in others if not points_back(reading, facts))]
    told = [facts for facts in every if not facts.title] or every
    for facts in told:
        answered = facts.voice and is_answered(reading, facts.telling, chains.found[facts.voice[-1]])
        done = facts.performed or answered or _is_taken_for_granted(reading, facts, chains)
        chain = list(facts.voice[:-1] if done else facts.voice)
        statuses.append((footing(reading, facts.telling, [chains.found[k] for k in chain]), chain))
    own = [
        facts for facts, (status, chain) in zip(told, statuses, strict=True)
        if status == "fact" and not chain and not _is_taken_for_granted(reading, facts, chains)
    ]  # fmt: skip
    # That it was done may be known, and who did it on somebody's word alone.
    named = any(facts.actors for facts in told if facts.voice == main.voice)
    blamed = main.telling.type == "ASSAULT" and named and not any(facts.actors for facts in own)
    if statuses[0][0] == "claimed" and own and not blamed:
        return "fact", []
    if statuses[0][0] == "fact" and main.telling.type == "ASSAULT" and not any(facts.actors for facts in own):
        # Nor is he told to have done it who is only held for it.
        laid = (one for facts, one in zip(told, statuses, strict=True) if facts.actors and facts.voice == main.voice)
        return next((one for one in laid if one[0] == "claimed"), statuses[0])
    return statuses[0]


def _is_taken_for_granted(reading: Reading, facts: Facts, chains: Chains) -> bool:
    """Whether whoever speaks of an act only finds it good or bad."""
    return bool(facts.voice) and is_presupposed(reading, facts.telling, chains.found[facts.voice[-1]])


def _contexts(reading: Reading, telling: Telling) -> list[str]:
    found = list(telling.known.contexts) if telling.known else []
    a, b = nearby(reading, telling.trigger)
    for i in range(a, b):
        if reading.pos[i] in ("NOUN", "PROPN", "ADJ"):
            found += lexicon.contexts(reading.word(i))
    return list(dict.fromkeys(found))


def _passages(reading: Reading, every: Sequence[Facts]) -> list[Words]:
    """The passages that show an event, in the order of its tellings; one that lies within another is not told apart."""
    found = [_evidence(reading, facts.telling) for facts in every]

    def around(passage: Words) -> Words:
        return max((w for w in found if w[0] <= passage[0] and passage[1] <= w[1]), key=lambda w: w[1] - w[0])

    return list(dict.fromkeys(map(around, found)))


def _evidence(reading: Reading, telling: Telling) -> Words:
    """The passage that shows a telling: the words of its sentence from the first to the last that fill its roles."""
    sentence = reading.sentence[telling.trigger]
    words = [telling.words, *(w for filled in telling.parts.values() for w in filled)]
    near = [w for w in words if reading.sentence[w[0]] == sentence == reading.sentence[w[1] - 1]]
    return min(a for a, _ in near), max(b for _, b in near)


def _event_place(place: Place) -> EventPlace:
    # A country is called by its name, any other place as the text calls it, but for the capitals of a dateline.
    name = place.name if lexicon.is_state(place) or place.text.isupper() else None
    return EventPlace(
        name=name or place.text,
        country=place.country, admin1=place.admin1, lat=place.lat, lon=place.lon, geonameid=place.geonameid,
        span=place.span,
    )  # fmt: skip
