"""Which tellings are of the same event?

A telling is one place that tells of an event, an event all its tellings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso import lexicon
from sayso.account.grammar import valency, whom
from sayso.account.grammar.clauses import head
from sayso.account.grammar.dates import between
from sayso.account.grammar.modality import future
from sayso.account.grammar.quantities import Number
from sayso.account.grammar.tenses import tense
from sayso.account.happened.tellings import Telling, is_light
from sayso.lexicon import UTTERED
from sayso.model import EventType, Place, TimeExpression
from sayso.reader.reading import Reading

SAME = 0.65  # what must speak for two tellings to be of one event: the model's probability of a repetition, and
ALIKE = 0.4  # the same word
ONCE = 0.6  # both tell of what befalls one person once
SHARED = 0.2  # somebody in both, or the same figure
BOTH = 0.1  # on either side
TITLE = 0.4  # the one stands in the heading
POINTED = 0.2  # it is pointed at as known
HANGING = 0.5  # a noun says what a verb of its sentence is about: "indicted on charges of"
ANEW = 0.4  # lost where it is told of somebody who was not told of before
AT_ODDS = 0.2  # lost for each thing told differently
PLAINLY = 4  # what a sure trigger weighs beside a role filled, when the telling that tells most is looked for
MONTH = 31  # days of a time within which another may be the same
RECENT = 40  # events of a type among which a repetition is looked for, the last ones
NEAR = 10  # words behind a verb among which what it governs stands
DONE_TOGETHER = ("AGREE", "CONSULT", "COOPERATE", "AID")  # what is one act with its noun


@dataclass(slots=True)
class Facts:
    """What a telling tells, when it is compared with others."""

    telling: Telling
    actors: frozenset[str]
    recipients: frozenset[str]
    place: int | None  # number of the place it names
    site: Place | None  # and the place itself
    time: int | None  # and of its time
    start: str | None  # day on which that began
    last: str | None  # and on which it ended
    numbers: list[Number]
    title: bool  # it stands in a heading
    voice: tuple[int, ...]  # the sayings it stands in; none where the report itself tells it
    own: bool = False  # it stands in the words of whoever did it
    performed: bool = False  # and is done by these very words
    given: bool = False  # the place is not one it names, but the likeliest of those named around it
    dated: bool = False  # nor the time
    nameless: frozenset[str] = frozenset()  # those of its recipients who are only described
    person: str | None = None  # the one person it was done to, if nobody else was
    meeting: frozenset[str] = frozenset()  # the persons by name who meet
    known: bool = False  # it was done to somebody told of as before the court: "the accused"

    def set_time(self, number: int, time: TimeExpression) -> None:
        """Set the event in a time."""
        self.time, self.start, self.last = number, time.start, time.end

    def is_spoken(self, reading: Reading) -> bool:
        """Whether a telling tells that somebody spoke, to others or with them, and not that he will."""
        return self.telling.type in (*UTTERED, "CONSULT") and tense(reading, self.telling.trigger) == "past"

    def is_spoken_now(self, reading: Reading) -> bool:
        """Whether a verb tells of something as said in the story, and not what somebody says that he had said."""
        now = self.performed or not self.own
        return self.telling.type in UTTERED and reading.pos[self.telling.trigger] == "VERB" and now

    def fullness(self, reading: Reading) -> tuple[bool, bool, int]:
        """How much a telling tells: in the text before in its heading, by its verb before by "carried out", then by how
        plainly it tells of an event and the roles that it fills."""
        told = sum(bool(self.telling.parts[role]) for role in ("actor", "recipient", "time"))
        return not self.title, not is_light(reading, self.telling.trigger), round(PLAINLY * self.telling.likely) + told


@dataclass(slots=True)
class Happened:
    """An event with everything that tells of it: the telling that tells most, and the others."""

    main: Facts
    others: list[Facts]

    @property
    def every(self) -> list[Facts]:
        """All tellings, the main one first."""
        return [self.main, *self.others]

    def begin_with_fullest(self, reading: Reading) -> None:
        """Make the telling that tells most the main one; of equals, the first."""
        fullest = max(self.every, key=lambda facts: facts.fullness(reading))
        self.main, self.others = fullest, [facts for facts in self.every if facts is not fullest]


def joined(reading: Reading, told: Sequence[Facts]) -> list[Happened]:
    """Tellings of the same event made one, in the order of the text."""
    events: list[Happened] = []
    by_type: dict[str, list[Happened]] = {}
    # What stands in the text goes before what stands in its heading, which tells the same in short.
    for facts in sorted(told, key=lambda facts: (facts.title, facts.telling.trigger)):
        recent = by_type.setdefault(facts.telling.type, [])
        # Of equals a heading tells of the first, the text of the last.
        order = recent[-RECENT:] if facts.title else recent[: -RECENT - 1 : -1]
        alike = [(_alike(reading, facts, event), event) for event in order]
        score, same = max(alike, key=lambda pair: pair[0], default=(0.0, None))
        if same and score >= SAME:
            same.others.append(facts)
        else:
            recent.append(Happened(facts, []))
            events.append(recent[-1])
    for event in events:
        event.begin_with_fullest(reading)
    return sorted(events, key=lambda event: event.main.telling.trigger)


def _alike(reading: Reading, new: Facts, event: Happened) -> float:
    """How likely a telling is of the same event as others."""
    known, trigger = [event.main, *event.others[-RECENT:]], new.telling.trigger
    if any(_are_one_breath(reading, old.telling.trigger, trigger) for old in known):
        return 1.0
    if _is_on_another_word(new, known) or _is_set_apart(reading, new, known):
        return 0.0
    if any(_are_one(reading, new.telling.type, trigger, old.telling.trigger) for old in known):
        return 1.0
    if _is_of_other_acts(reading, new, known):
        return 0.0
    return _likeness(reading, new, known)


def _are_one_breath(reading: Reading, first: int, second: int) -> bool:
    """Whether nothing but "and" stands between two verbs: "{shot} and {killed} a clerk"."""
    joined = reading.relation[second] == "conj" and reading.head[second] == first == second - 2
    return joined and reading.pos[second - 1] == "CCONJ"


def _is_on_another_word(new: Facts, known: Sequence[Facts]) -> bool:
    """Whether a telling stands on somebody's word for what others that do not tell of: figures, or whose act it was."""
    if new.voice and any(not old.voice and not old.title for old in known):
        told = set().union(*map(_counts, known))
        if not _counts(new) <= told:
            return True  # what the report tells itself does not take figures from somebody's word
    blames = new.telling.type == "ASSAULT" and bool(new.voice and new.actors)
    if blames and all(old.voice != new.voice and not old.actors for old in known):
        return True  # whose attack it was is on the word of whoever says so, and of nobody else
    return any(_count_apart(new, old) for old in known)  # nor takes what one voice counts the figures of another


def _is_set_apart(reading: Reading, new: Facts, known: Sequence[Facts]) -> bool:
    """Whether a telling says itself that it is of another event, by a word, its time, its place or how it is listed."""
    trigger = new.telling.trigger
    if whom.is_another(reading, trigger):
        return True
    years = {old.start[:4] for old in known if old.start}
    if new.start and years and new.start[:4] not in years:
        return True  # what is told of another year is another event
    if any(_are_in_turn(reading, trigger, old.telling.trigger) for old in known):
        return True
    if any(_are_counted_apart(reading, trigger, old.telling.trigger) for old in known):
        return True
    here = [old.telling.trigger for old in known if reading.sentence[old.telling.trigger] == reading.sentence[trigger]]
    if any(whom.paid_back_by(reading, trigger) != whom.paid_back_by(reading, other) for other in here):
        return True  # what is done in revenge is not what it is done for
    if all(_are_apart(new, old) and _on_other_days(new, old) for old in known):
        return True  # nor what was elsewhere on another day
    days = [old for old in known if old.start and not old.dated]
    # Nor what is itself told of another day.
    return bool(new.start and not new.dated and days) and all(_on_other_days(new, old) for old in days)


def _is_of_other_acts(reading: Reading, new: Facts, known: Sequence[Facts]) -> bool:
    """Whether none of the tellings known can be of the act of another, as its words or its figures show."""
    if all(_are_other_acts(reading, new.telling, old.telling) for old in known):
        return True
    if all(_are_before_and_after(reading, new.telling.trigger, old.telling.trigger) for old in known):
        return True
    counted = new.title and bool(_counts(new))  # what a heading counts otherwise
    return counted and all(_counts(old) and _counts(new).isdisjoint(_counts(old)) for old in known)


def _likeness(reading: Reading, new: Facts, known: Sequence[Facts]) -> float:
    """What speaks for a telling being of the same event as others: the surer the model takes it for a repetition, the
    less word and people need agree; what is at odds with them speaks against it."""
    trigger = new.telling.trigger
    score = new.telling.happening.again + (TITLE if new.title else 0.0)
    score += ALIKE * any(_are_alike(reading, new.telling, old.telling) for old in known)
    score += SHARED * any(new.actors & old.actors or new.recipients & old.recipients for old in known)
    score += BOTH * any(new.actors & old.actors and new.recipients & old.recipients for old in known)
    score += ONCE * any(_befalls_once(reading, new, old) for old in known)
    score += ONCE * any(len(new.meeting) > 1 and new.meeting == old.meeting for old in known)
    score += SHARED * (new.known and any(old.recipients <= old.nameless for old in known))
    score += SHARED * any(_counts(new) & _counts(old) - {1.0} for old in known)  # many an event has one of a thing
    score += HANGING * any(_hangs(reading, trigger, old.telling.trigger) for old in known)
    score += POINTED * _is_of_last_act(reading, new, known)
    score -= ANEW * all(_is_done_to_others(reading, new, old) for old in known)
    score += POINTED * (valency.is_word("definite", reading, max(0, new.telling.words[0] - 1)))
    return score - AT_ODDS * sum(_at_odds(new, old) for old in known) / len(known)


def _are_alike(reading: Reading, one: Telling, other: Telling) -> bool:
    """Whether two tellings have the same word, or one has in its whole what the other tells by: "was {poisoned}", "in a
    {poison} attack"."""
    lemmas = [lemma_of(reading, telling.trigger) for telling in (one, other)]
    wholes = [{lemma_of(reading, i) for i in range(*telling.words)} for telling in (one, other)]
    return lemmas[0] in wholes[1] or lemmas[1] in wholes[0]


def _is_of_last_act(reading: Reading, new: Facts, known: Sequence[Facts]) -> bool:
    """Whether a noun points back to what the sentence before told by a verb: "expelled two envoys. {The expulsion} …",
    but not "{the expulsion} of a third"."""
    noun = new.telling.trigger
    of = valency.governed(reading, noun, "of")
    if of is not None and valency.is_indefinite(reading, of):
        return False
    if reading.pos[noun] != "NOUN" or reading.word(new.telling.words[0] - 1).lower() not in ("the", "this", "that"):
        return False
    verbs = [old for old in known if reading.pos[old.telling.trigger] == "VERB"]
    last = [old.telling.trigger for old in verbs if not _at_odds(new, old)]
    return any(reading.sentence[noun] - reading.sentence[verb] == 1 for verb in last)


def _befalls_once(reading: Reading, new: Facts, old: Facts) -> bool:
    """Whether both tell of what hardly befalls somebody twice in a report: "kidnapped", "his capture"."""
    if new.person is None or new.person != old.person:
        return False
    lemmas = {lemma_of(reading, facts.telling.trigger) for facts in (new, old)}
    caught = lexicon.function_words("capturing") | lexicon.function_words("snatching")
    tried = lexicon.function_words("arraigning")
    return lemmas <= lexicon.function_words("killing") or lemmas <= caught or lemmas <= tried


def points_back(reading: Reading, facts: Facts) -> bool:
    """Whether a word tells of an event as of one told before, and no more of it: "a march against {the killings}"."""
    telling = facts.telling
    begin, sentence = telling.words[0], reading.sentence[telling.trigger]
    points = begin > 0 and valency.is_word("definite", reading, begin - 1)
    told = any(reading.sentence[a] == sentence for role in ("actor", "recipient") for a, _ in telling.parts[role])
    return points and reading.pos[telling.trigger] == "NOUN" and not told


def _hangs(reading: Reading, noun: int, verb: int) -> bool:
    """Whether a noun says on what ground or in what form a verb's act is done: "indicted on {charges}", "killed in four
    days of {fighting}"."""
    above = reading.head[noun]
    lasting = reading.relation[noun] == "nmod" and above in reading.mentions and reading.mentions[above].kind == "time"
    at = above if lasting else noun
    under = valency.has(reading, at, "case") and reading.relation[at] in ("obl", "obl:unmarked", "obj")
    return reading.pos[noun] == "NOUN" and reading.head[at] == verb and (under or reading.relation[at] == "obl")


def _are_one(reading: Reading, type_: EventType, one: int, other: int) -> bool:
    """Whether two words of a type tell of one act, whatever each says of it: "{sentenced} to ten years and {fined}",
    "{killed} two men and {wounded} five", "{killed} when shells {hit} the market", "the {raid} {hit} a clinic,
    {killing} two"; not "bombed a town and {fired} at a police station"."""
    first, second = sorted((one, other))
    if whom.told_by(reading, second) == first:
        return not valency.is_one_of("lasting", reading, first)  # a war is many acts
    if valency.host(reading, second) == first and (_hurts(reading, second) or type_ == "PROTEST"):
        return True  # "marched, {burning} flags"
    if type_ == "ASSAULT" and _is_done_in(reading, first, second):
        return True
    if whom.tool(reading, first) == second and valency.is_word("weapon", reading, second):
        return True  # "hit with {bombs}"
    harms = _hurts(reading, second) or valency.is_one_of("dying", reading, second)
    if type_ == "ASSAULT" and harms and _is_said_of_act(reading, first, second):
        return True
    to = any(reading.word(i).lower() == "to" for i in valency.parts(reading, second, "mark"))
    if to and reading.sentence[first] == reading.sentence[second] and valency.is_one_of("protesting", reading, second):
        return True  # "went on strike to {protest}"
    words_it = reading.word(second).endswith("ing") and valency.is_one_of("putting", reading, second)
    if words_it and reading.relation[second] == "advcl" and valency.bearer(reading, first) == reading.head[second]:
        return True  # "filed a {complaint}, {accusing} the guards"
    if _are_in_row(reading, first, second):
        return True
    if reading.head[second] != first or not valency.is_verb(reading, first):
        return False
    if reading.pos[second] == "NOUN" and reading.relation[second] in ("obj", "nsubj:pass"):
        return type_ in DONE_TOGETHER  # "approved a deal"
    if reading.relation[second] == "conj" and all(reading.pos[i] in ("CCONJ", "ADV") for i in range(first + 1, second)):
        return True  # "welcomed and praised the vote"
    if reading.relation[second] == "advcl" and all(valency.is_one_of("holding", reading, i) for i in (first, second)):
        return any(
            reading.pos[i] == "PRON" for i in valency.parts(reading, second, "obj")
        )  # "held since arresting him"
    near = [i for i in range(first + 1, min(second + NEAR, len(reading))) if reading.head[i] == second]
    if reading.relation[second] == "advcl":
        return any(reading.word(i).lower() == "when" for i in near) and _hurts(reading, first)
    own = [i for i in near if reading.relation[i] in ("obj", "nsubj", "nsubj:pass") and reading.pos[i] != "PRON"]
    shot = valency.is_one_of("firing", reading, first) and all(reading.relation[i] == "obj" for i in own)
    harmed = _hurts(reading, second) and (shot or _hurts(reading, first))  # "{fired} on a crowd and {wounded} nine"
    return reading.relation[second] == "conj" and (not own or harmed)


def _is_done_in(reading: Reading, first: int, second: int) -> bool:
    """Whether a verb tells in what an attack that is brought in before it consisted, or what came of what was fired:
    "in a separate {attack}, guards {threw} a grenade", "rockets {fired} by the rebels {killed} nine"."""
    noun = reading.head[first]
    if reading.relation[first] == "acl" and whom.is_weapon(reading, noun):
        return reading.head[noun] == second and reading.relation[noun] == "nsubj"
    brought_in = reading.relation[first] == "obl" and noun == second and valency.is_indefinite(reading, first)
    return brought_in and "in" in valency.forms(reading, first, "case")


def _is_said_of_act(reading: Reading, noun: int, verb: int) -> bool:
    """Whether a relative clause tells of an act whom it hurt: "a {war} in which nine were {killed}", "{shelling} and
    sniping that has {killed} nine"."""
    of = reading.head[verb]
    if any("in" in valency.forms(reading, i, "case") for i in valency.parts(reading, verb, "obl") if i < verb):
        while reading.relation[of] == "nmod" and of > noun:  # "a {raid} on a market, in which nine {died}"
            of = reading.head[of]
    same = of == noun or (reading.relation[of] == "conj" and reading.head[of] == noun)
    if reading.relation[verb] != "acl:relcl" or not same or reading.pos[noun] != "NOUN":
        return False
    doers = (reading.word(i).lower() for i in valency.parts(reading, verb, "nsubj"))
    by_it = not lexicon.function_words("relative").isdisjoint(doers)
    return by_it or valency.has(reading, verb, "nsubj:pass") or valency.is_one_of("dying", reading, verb)


def _are_in_row(reading: Reading, first: int, last: int) -> bool:
    """Whether two verbs or two nouns stand in a row, with nothing of their own between them, whatever the tree makes of
    them: "{looted}, wrecked and {burned} shops", "a wave of {raids} and armed {attacks}"."""
    kind, between = reading.pos[first], range(first + 1, last)
    beside = ("VERB", "ADV") if kind == "VERB" else ("NOUN", "ADJ")
    if kind not in ("VERB", "NOUN") or kind != reading.pos[last]:
        return False
    if kind == "NOUN" and reading.relation[last] != "conj":
        return False
    ends = {reading.word(i).endswith("ing" if kind == "VERB" else "s") for i in (first, last)}
    parted = any(reading.pos[i] == "CCONJ" or reading.word(i) == "," for i in between)  # unlike "test-fired"
    joined = all(reading.pos[i] in (*beside, "CCONJ") or reading.word(i) in (",", "-") for i in between)
    return parted and joined and len(ends) == 1


def _are_in_turn(reading: Reading, one: int, other: int) -> bool:
    """Whether a sentence tells that one act came before or after another: "the {shooting} followed after a {raid}"."""
    first, second = sorted((one, other))
    verb = valency.verb_of(reading, (first, first + 1), "nsubj")
    if verb is None or not first < verb < second - 1 or reading.sentence[first] != reading.sentence[second]:
        return False
    return valency.is_word("around", reading, verb + 1)


def _are_counted_apart(reading: Reading, one: int, other: int) -> bool:
    """Whether two nouns tell each of another act of a row: "its {third} test", "a {fourth} test"."""
    first, second = (valency.forms(reading, word, "amod") & lexicon.function_words("ordinal") for word in (one, other))
    return bool(first and second and first.isdisjoint(second))


def _are_other_acts(reading: Reading, one: Telling, other: Telling) -> bool:
    """Whether two tellings are of acts that cannot be meant by one another's words: "shelled" and "abducted"."""
    first, second = (_acts(reading, telling) for telling in (one, other))
    return bool(first and second and first.isdisjoint(second))


def _acts(reading: Reading, telling: Telling) -> set[str]:
    mode = telling.known.mode_of(telling.type) if telling.known else None
    known = (lexicon.acts().get(word) for word in (mode, lemma_of(reading, telling.trigger)) if word)
    return {act for act in known if act is not None}


def _are_before_and_after(reading: Reading, one: int, other: int) -> bool:
    """Whether one verb tells what was done and another what is to be: "{fired} a rocket and will {launch} others"."""
    if reading.pos[one] != "VERB" or reading.pos[other] != "VERB":
        return False
    return {tense(reading, one), tense(reading, other)} == {"past", "future"} and future(reading, one) != future(
        reading, other
    )


def _hurts(reading: Reading, verb: int) -> bool:
    return valency.is_one_of("casualty", reading, verb)


def _at_odds(new: Facts, old: Facts) -> int:
    """In how many things two tellings differ: who, whom, where, when, how many."""
    counts, counted = _counts(new), _counts(old)
    return (
        bool(new.actors and old.actors and not new.actors & old.actors)
        + _befall_others(new, old)
        + bool(new.site and old.site and _elsewhere(new.site, old.site))
        + _on_other_days(new, old)
        + bool(counts and counted and counts.isdisjoint(counted))
    )


def _befall_others(new: Facts, old: Facts) -> bool:
    """Whether two tellings are of what was done to different people; where the same did it, "a student" may be whom the
    other names."""
    if not new.recipients or not old.recipients or new.recipients & old.recipients:
        return False
    described = [facts.recipients <= facts.nameless for facts in (new, old)]
    if all(described) and new.known:
        return False
    return described[0] == described[1] or not new.actors & old.actors


def _is_done_to_others(reading: Reading, new: Facts, old: Facts) -> bool:
    """Whether what a telling tells was done to people brought in by it: "shot {a student}. … shot {a driver}"."""
    if new.title or old.title or new.actors & old.actors or not _befall_others(new, old):
        return False
    harmed, before = new.telling.parts["recipient"], old.telling.parts["recipient"]
    called, before_called = ({lemma_of(reading, head(reading, words)) for words in those} for those in (harmed, before))
    brought_in = any(reading.word(a).lower() in ("a", "an", "another") for a, _ in harmed)
    return brought_in and called.isdisjoint(before_called)


def _are_apart(new: Facts, old: Facts) -> bool:
    """Whether two tellings name places of their own that cannot both be where something happened."""
    return bool(new.site and old.site and not new.given and not old.given and _elsewhere(new.site, old.site))


def _on_other_days(new: Facts, old: Facts) -> bool:
    """Whether two tellings are of different days; "last month" may be March 4."""
    if not (new.start and old.start) or new.start == old.start:
        return False
    last, ended = new.last or new.start, old.last or old.start
    if between(new.start, last) > MONTH or between(old.start, ended) > MONTH:
        return True
    return last < old.start or ended < new.start


def _elsewhere(one: Place, other: Place) -> bool:
    """Whether two places cannot both be where something happened: a country and what lies in it can, and so can a place
    and one that the gazetteer has not."""
    if one.country == other.country and (lexicon.is_state(one) or lexicon.is_state(other)):
        return False
    return None not in (one.geonameid, other.geonameid) and one.geonameid != other.geonameid


def _count_apart(new: Facts, old: Facts) -> bool:
    """Whether two voices tell of attacks with other figures: each has its own account of what was done."""
    voices = new.telling.type == "ASSAULT" and new.voice and old.voice and new.voice[0] != old.voice[0]
    return bool(voices and _counts(new) and _counts(old) and _counts(new).isdisjoint(_counts(old)))


def _counts(facts: Facts) -> set[float]:
    return {number.value for number in facts.numbers}


def lemma_of(reading: Reading, word: int) -> str:
    """A trigger without its inflection."""
    return lexicon.lemmas(reading.word(word))[0]
