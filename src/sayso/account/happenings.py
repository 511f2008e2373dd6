"""Events as the account has them: each told event with who, to whom, where, when, how many, on what footing."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from sayso import lexicon
from sayso.account import valency
from sayso.account.asides import Asides
from sayso.account.clauses import head
from sayso.account.confidence import confidence
from sayso.account.events import Facts, Happened, Telling, is_light, is_state, joined, lemma_of, points_back
from sayso.account.footing import Chains, footing, is_answered, is_performed
from sayso.account.participants import UTTERED
from sayso.account.quantities import ONE, Number, are_one, number, quantity, undergone, unit_of
from sayso.account.settings import Days, Scene, clause, finest
from sayso.account.text import Text
from sayso.account.times import time_of
from sayso.model import ActorKind, Event, EventPlace, EventType, Place, Quantity, Status, TimeExpression
from sayso.reader.reading import Reading, Words

SURE = 0.25  # confidence of an event worth telling; a report that has no other tells of its surest
UNIT = 5  # words before a figure among which the verb stands that tells what became of those counted
CARRIED = 4  # words from a verb to the noun of what it says was done
TERM = 8  # words from a sentence passed to how long it is


def happened(
    text: Text,
    told: Sequence[Telling],
    named: Mapping[tuple[int, str], Sequence[str]],
    kinds: Mapping[str, ActorKind],
    countries: Mapping[str, str | None],
    speakers: Sequence[Container[str]],
    chains: Chains,
    places: Sequence[Place],
    times: Sequence[TimeExpression],
    published: str | None,
) -> list[tuple[Event, Happened]]:
    """The events of a report, in the order of the text, each with all that tells of it.

    named: for each trigger and role ("actor", "recipient") the ids of the actors who fill it. kinds, countries: what
    each actor is, and of which country if that is known. speakers: for each saying the ids of whoever speaks and of the
    state spoken for. chains: whose words a character stands in. published: the day of the report."""
    reading = text.reading
    asides = Asides(reading, times)
    scene = Scene(reading, places, chains, countries, speakers, asides)
    days = Days(text, times, asides, published)
    lasting = {i for time in times if time.type == "DURATION" for i in range(*reading.within(time.span))}
    facts = []
    for telling in told:
        voice = chains.around(reading.starts[telling.trigger])
        actors = frozenset(named.get((telling.trigger, "actor"), ()))
        recipients = frozenset(named.get((telling.trigger, "recipient"), ()))
        own = bool(voice) and any(id in speakers[voice[-1]] for id in actors)
        at, day = scene.told(telling, actors), days.told(telling)
        numbers = _numbers(reading, telling, voice, lasting, chains)
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
                numbers=numbers,
                title=text.is_heading(reading.starts[telling.trigger]),
                voice=tuple(voice),
                nameless=frozenset(id for id in recipients if kinds[id] == "anonymous"),
                person=_person(recipients, kinds),
                meeting=_meeting(telling, actors, recipients, kinds),
                known=any(_is_on_trial(reading, words) for words in telling.parts["recipient"]),
                performed=own and is_performed(reading, telling, chains.found[voice[-1]]),
            )
        )
    days.set_others(facts)
    scene.set_others(facts, days.times)
    found = [
        (_event(text, happening, named, kinds, chains, scene, days.times), happening)
        for happening in joined(reading, facts)
    ]
    least = min(SURE, max((event.confidence for event, _ in found), default=SURE))
    sure = [pair for pair in found if pair[0].confidence >= least]
    for k, (event, _) in enumerate(sure, 1):
        event.id = f"e{k}"
    return sure


def _person(recipients: frozenset[str], kinds: Mapping[str, ActorKind]) -> str | None:
    """The one person by name among those to whom something was done, None if others are among them, too."""
    alone = next(iter(recipients)) if len(recipients) == 1 else None
    return alone if alone is not None and kinds[alone] == "person" else None


def _is_on_trial(reading: Reading, words: Words) -> bool:
    """Whether words mean somebody who stands before the court, of whom it was told before: "the accused"."""
    definite = reading.word(words[0]).lower() in lexicon.function_words("definite")
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
    named: Mapping[tuple[int, str], Sequence[str]],
    kinds: Mapping[str, ActorKind],
    chains: Chains,
    scene: Scene,
    times: Sequence[TimeExpression],
) -> Event:
    """One event from all that tells of it: what the main telling leaves out, the others fill in. It has no id yet."""
    reading, main = text.reading, happening.main.telling
    every = happening.every

    own = happening.main

    def first(role: str) -> list[str]:
        """As the telling has it that tells first of them, by their names if any gives them. Whose attack it was is not
        learnt from another voice."""
        attack = main.type == "ASSAULT"
        heard = [facts for facts in every if not attack or not facts.voice or facts.voice == own.voice]
        if main.type in UTTERED:  # whom one accuses is not learnt from what others are accused of
            heard = [facts for facts in heard if facts is own or not own.actors or facts.actors & own.actors]
        filled = [ids for facts in heard if (ids := named.get((facts.telling.trigger, role), ()))]
        told = filled[0] if filled else ()
        if len(told) == 1 and kinds[told[0]] == "anonymous":  # "a girl of 16" in the first line, her name in the next
            word = lemma_of(reading, main.trigger)
            again = (f.telling.trigger for f in every if lemma_of(reading, f.telling.trigger) == word)
            others = (named.get((trigger, role), ()) for trigger in again)
            told = next((ids for ids in others if len(ids) == 1 and kinds[ids[0]] == "person"), told)
        return list(dict.fromkeys(told))

    actors = [id for id in first("actor") if id in own.actors or id not in own.recipients]
    recipients = [id for id in first("recipient") if id not in actors]
    if main.type == "ASSAULT":  # "hit {a clinic}, killing {two nurses}"
        beside = [facts for facts in every if reading.sentence[facts.telling.trigger] == reading.sentence[main.trigger]]
        hit = (id for facts in beside for id in named.get((facts.telling.trigger, "recipient"), ()))
        recipients = list(dict.fromkeys([*recipients, *(id for id in hit if id not in actors)]))
    place = scene.of(happening)
    surest = sorted(every, key=lambda facts: facts.dated)  # what a telling names before what it was given
    time = finest([facts.time for facts in surest if facts.time is not None], times)
    status, statements = _footing(text, happening, chains)
    return Event(
        id="",
        type=main.type,
        mode=next((mode for facts in every if (mode := _mode(facts.telling, main.type))), None),
        contexts=_contexts(reading, main),
        trigger=reading.span(_in_full(reading, main)),
        actors=actors,
        recipients=recipients,
        place=_event_place(scene.places[place]) if place is not None else None,
        time=time_of(times[time]) if time is not None else None,
        quantities=_quantities(reading, every),
        status=status,
        statements=[f"s{number + 1}" for number in statements],
        evidence=[reading.span(words) for words in _passages(reading, every)],
        confidence=round(confidence(reading, main, status), 2),
    )


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
        done = facts.performed or (facts.voice and is_answered(reading, facts.telling, chains.found[facts.voice[-1]]))
        chain = list(facts.voice[:-1] if done else facts.voice)
        statuses.append((footing(reading, facts.telling, [chains.found[k] for k in chain]), chain))
    own = [facts for facts, (status, chain) in zip(told, statuses, strict=True) if status == "fact" and not chain]
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


def _contexts(reading: Reading, telling: Telling) -> list[str]:
    found = list(telling.known.contexts) if telling.known else []
    a, b = clause(reading, telling.trigger)
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
    name = place.name if is_state(place) or place.text.isupper() else None
    return EventPlace(
        name=name or place.text,
        country=place.country, admin1=place.admin1, lat=place.lat, lon=place.lon, geonameid=place.geonameid,
        span=place.span,
    )  # fmt: skip


# --- figures ---------------------------------------------------------------------------------------------------------


def _numbers(
    reading: Reading, telling: Telling, voice: Sequence[int], lasting: Container[int], chains: Chains
) -> list[Number]:
    """The figures that the text gives for an event, in its order, all by the voice that tells of it, or in what is said
    by the very word that tells of it ("demanded a ransom of $2 million"). lasting: the words that tell how long."""

    def told(i: int) -> bool:
        around = chains.around(reading.starts[i])
        cue = chains.found[around[-1]].cue if around and around[:-1] == voice else None
        return around == voice or (cue is not None and cue[0] <= telling.trigger < cue[1])

    pointed = [i for a, b in telling.parts["figure"] for i in range(a, b) if told(i)]
    pointed = [i for i in pointed if not _is_of_what_was_before(reading, i, telling.trigger)]
    counting = (i for i in range(*clause(reading, telling.trigger)) if _is_count(reading, i, telling, lasting))
    for words in (pointed, counting):
        numbers = [counted for i in words if (counted := number(reading, i))]
        if found := {one.words: one for one in numbers if not (_is_age(reading, one) or _is_whole(reading, one))}:
            return [found[words] for words in sorted(found)]
    return []


def _is_of_what_was_before(reading: Reading, figure: int, trigger: int) -> bool:
    """Whether a figure is that of what something is only measured by: "the worst clashes since a war that killed
    {30,000}"."""
    return any(reading.word(i).lower() == "since" for i in range(trigger, figure))


def _is_whole(reading: Reading, counted: Number) -> bool:
    """Whether a figure counts those of whom another counts a part: "two of {three} were arrested"."""
    a = counted.words[0]
    if a and reading.word(a - 1).lower() in lexicon.function_words("definite"):
        a -= 1  # "two of the three"
    return a > 1 and reading.word(a - 1).lower() == "of" and number(reading, a - 2) is not None


def _is_age(reading: Reading, counted: Number) -> bool:
    """ "A 19-year-old student", "a student aged 19", "Ann Moor, 34, said"."""
    begin = counted.words[0]
    after = [reading.word(i).lower() for i in range(counted.words[1], min(counted.words[1] + 4, len(reading)))]
    before = reading.word(begin - 1).lower() if begin else ""
    apart = before == "," and after[:1] in ([","], ["."]) and begin > 1 and reading.pos[begin - 2] == "PROPN"
    listed = begin
    while listed > 1 and (reading.pos[listed - 1] == "NUM" or reading.word(listed - 1).lower() in (",", "and")):
        listed -= 1  # "aged 19, 22 and 31"
    return apart or "old" in after or (listed > 0 and reading.word(listed - 1).lower() in lexicon.time_cues("aged"))


def _is_count(reading: Reading, i: int, telling: Telling, lasting: Container[int]) -> bool:
    """Whether a word counts what is fired, taken or struck ("fired three missiles", "fired a missile"), or for how
    long somebody is held ("for eight days")."""
    thing, trigger = reading.head[i], telling.trigger
    taken = reading.head[thing] == trigger and reading.relation[thing] in ("obj", "nsubj:pass")
    if reading.relation[i] == "nummod" and taken:
        return True
    if telling.type == "COERCE" and trigger < i <= trigger + TERM and i in lasting:
        before = {reading.word(k).lower() for k in range(max(0, i - 2), i)}
        return bool(before & lexicon.function_words("term"))
    one = reading.relation[i] == "det" and reading.word(i).lower() in ONE
    return one and taken and reading.word(thing).lower() in lexicon.function_words("weapon")


def _quantities(reading: Reading, every: Sequence[Facts]) -> list[Quantity]:
    """All figures given for an event, each once: "14 people" are those of "14 killed". What another voice counts
    otherwise is not this one's figure."""
    found: dict[tuple[float, float | None, str], Quantity] = {}
    voice = every[0].voice
    for facts in every:
        before = set(found)
        for counted in facts.numbers:
            unit = unit_of(reading, counted)
            if not unit and any((counted.value, counted.max) == known[:2] for known in found):
                continue
            unit = unit or _counted_by(reading, facts.telling, counted)
            if facts.voice and facts.voice != voice:
                continue
            if any((counted.value, counted.max) == known[:2] and _is_same(unit, known[2]) for known in before):
                continue
            found.setdefault((counted.value, counted.max, unit), quantity(reading, counted, unit))
    return list(found.values())


def _is_same(unit: str, other: str) -> bool:
    """Whether two units count the same: "Chinese diplomats" are diplomats, "14 miners" may be "14 killed"."""
    alike = unit.split(" ")[-1:] == other.split(" ")[-1:]
    return alike or are_one(unit, other)


def _counted_by(reading: Reading, telling: Telling, counted: Number) -> str:
    """The unit of a figure without a noun: "killed 12, wounding dozens" counts killed, then wounded; "two were killed
    and six {wounded}"."""
    after = next((i for i in range(counted.words[1], len(reading)) if reading.pos[i] != "AUX"), counted.words[0])
    if valency.is_one_of("casualty", reading, after) and not reading.word(after).endswith("ing"):
        return undergone(reading.word(after).lower())
    before = (i for i in range(counted.words[0] - 1, max(0, counted.words[0] - UNIT), -1))
    near = next((i for i in before if reading.pos[i] in ("VERB", "NOUN", "PROPN", "NUM")), None)
    if near is not None and valency.is_one_of("casualty", reading, near):
        return undergone(reading.word(near).lower())
    verb = reading.head[counted.words[1] - 1]
    if reading.relation[counted.words[1] - 1] == "nsubj" and not valency.is_one_of("dying", reading, verb):
        return "people"  # "thousands marched"
    told = verb if reading.pos[verb] == "VERB" else telling.trigger
    return undergone(reading.word(told).lower())
