"""What happened, or is said to have: the places of a text that tell of an event, and which tell of the same one.

The model scores every word as the trigger of an event and of each type; lexicon/events.tsv knows what single words
tell of type and mode. A telling is one place that tells of an event, an event all its tellings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import cast

from sayso import lexicon
from sayso.account import valency, whom
from sayso.account.dates import between
from sayso.account.modality import declined, threatened_unless
from sayso.account.quantities import Number
from sayso.account.saying import Saying
from sayso.account.text import Text
from sayso.account.unsaid import is_the_accused
from sayso.model import EventType, Force, Place
from sayso.reader import labels
from sayso.reader.reading import Happening, Reading, Words

LIKELY = 0.32  # how likely a word must be to tell of an event, and of its type
UNKNOWN = 0.55  # and where the lexicon does not know it: of those less likely hardly a fifth proved right
LEAST = 0.15  # and of a report that has no other, its surest
REPORT = 60  # words that a text of one or two sentences does not have
REPEATED = 0.5  # share of that lost by what surely repeats an earlier telling: it seldom is an event of its own
KNOWN = 0.5  # what the lexicon's word for it weighs in that
SHOWN = 0.8  # and its words together, which leave less doubt
BESIDE = 2  # words before a noun that may be the rest of its name: "joint naval exercise"
NEAR = 10  # words from a verb to what it tells of an act with
OBJECTS, PARTICLES = ("obj", "nsubj:pass", "obl"), ("compound:prt", "advmod", "case")
SAME = 0.6  # what must speak for two tellings to be of one event: the model's probability of a repetition, and
ALIKE = 0.4  # the same word
ONCE = 0.6  # both tell of what befalls one person once
SHARED = 0.2  # somebody in both, or the same figure
TITLE = 0.4  # the one stands in the heading
POINTED = 0.2  # it is pointed at as known
HANGING = 0.5  # a noun says what a verb of its sentence is about: "indicted on charges of"
AT_ODDS = 0.2  # lost for each thing told differently
PLAINLY = 4  # what a sure trigger weighs beside a role filled, when the telling that tells most is looked for
MONTH = 31  # days of a time within which another may be the same
RECENT = 40  # events of a type among which a repetition is looked for, the last ones
LONG = 4  # words of a trigger, at most
DIRECTED: dict[Force | None, EventType] = {  # what one does to somebody by saying something
    "agree": "AGREE", "promise": "AGREE", "reject": "REJECT", "demand": "REQUEST", "request": "REQUEST",
    "threaten": "THREATEN",
}  # fmt: skip
PERFORMS = DIRECTED | {"accuse": "ACCUSE", "criticize": "ACCUSE", "praise": "SUPPORT"}  # or about him
HARMFUL = ("RETREAT", "REJECT", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT")  # what one can threaten with
DONE_TOGETHER = ("AGREE", "CONSULT", "COOPERATE", "AID")  # what is one act with its noun
YIELDING = ("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT")  # what others want one to do


@dataclass(slots=True)
class Telling:
    """One place of the text that tells of an event."""

    trigger: int  # its word
    type: EventType
    likely: float  # that it tells of an event, of this type
    words: Words  # the trigger with what belongs to it
    scores: dict[str, float]  # of each type, as decided
    happening: Happening
    known: lexicon.EventWord | None = None  # what the lexicon knows of the trigger
    shown: tuple[int, ...] = ()  # words that show it with the trigger: the "ambassador" that is recalled
    by_saying: bool = False  # it is the act somebody does by what he says: "{said} that they must leave"
    declared: bool = False  # it is a threat of what will be done, or a refusal of it: made, whatever becomes of it
    parts: dict[str, list[Words]] = field(default_factory=dict)  # whose words fill which role

    def fills(self, role: str, words: Words) -> float:
        """How likely the model takes words for those that fill a role."""
        return sum(likely for i, likely in self.happening.roles[role] if words[0] <= i < words[1])


def tellings(text: Text, said: Sequence[Saying]) -> list[Telling]:
    """The places that tell of events, in the order of the text; none in captions, bylines and the like. said: what is
    said in it."""
    reading = text.reading
    done = {i: DIRECTED.get(one.force) for one in said if one.cue and _at_somebody(text, one) for i in range(*one.cue)}
    answers = {i: one.force for one in said if one.cue and one.force in ("reject", "deny") for i in range(*one.cue)}
    work = _is_of_work(reading)
    candidates = [
        telling
        for happening in reading.happenings
        if (telling := _telling(reading, happening, work)) and text.is_prose(reading.span(telling.words))
        and not _only_answers(reading, telling, answers.get(telling.trigger))
    ]  # fmt: skip
    praised = {i for one in said if one.cue and one.force == "praise" for i in range(*one.cue)}
    for one in candidates:
        one.by_saying = done.get(one.trigger) == one.type
        if one.type == "ACCUSE" and one.trigger in praised and valency.is_one_of("naming", reading, one.trigger):
            one.type = "SUPPORT"  # "called the medics heroes"
    told = [one for one in candidates if _is_sure(reading, one)]
    # A whole report that tells of nothing is rarer than one that tells of what the lexicon has no word for.
    unsure = [telling for telling in candidates if telling.likely >= LEAST and len(reading) >= REPORT]
    void = {word for happening in reading.happenings for word in _void(reading, happening.trigger)}
    found = {telling.trigger: telling for telling in told or sorted(unsure, key=lambda one: -one.likely)[:1]}
    for word in void.union(*(telling.shown for telling in found.values())):
        found.pop(word, None)  # "lifted the sanctions" is one act
    for noun in list(found):
        verb = reading.head[noun]
        if verb in found and verb != noun and _tells_by_noun(reading, verb, noun):
            found[noun].likely = max(found[noun].likely, found.pop(verb).likely)
        elif verb in found and found[verb].type == "AGREE" and _is_backing_given(reading, found[noun]):
            found.pop(noun)  # "offered the crew its {support}"
    return list(found.values())


def _only_answers(reading: Reading, telling: Telling, force: Force | None) -> bool:
    """Whether a word only says that something is not so: who "dismissed the charge" sacked nobody, and who "denied any
    presence" refused nothing, unlike who "denied him a visa". force: that of the saying whose word it is, if it is one
    that contests."""
    if telling.type == "COERCE":
        return force is not None
    if telling.type != "REJECT" or force != "deny":
        return False
    near = range(telling.trigger, min(telling.trigger + NEAR, len(reading)))
    what = next((i for i in near if reading.head[i] == telling.trigger and reading.relation[i] == "obj"), None)
    if what is None:
        return False
    matters = lexicon.denial_words("general") | lexicon.denial_words("claim")
    whole = {reading.word(i).lower() for i in near if reading.head[i] == what} & {"any", "all"}
    told = reading.pos[what] == "PRON" or not matters.isdisjoint(lexicon.lemmas(reading.word(what).lower()))
    return bool(whole) or told


def _at_somebody(text: Text, saying: Saying) -> bool:
    """Whether what is said begins with somebody's name: "that {Chad} must leave"."""
    a, b = text.words(saying.content[0]) if saying.content else (0, 0)
    return any(text.reading.pos[i] == "PROPN" for i in range(a, min(b, a + NEAR)))


def _tells_by_noun(reading: Reading, verb: int, noun: int) -> bool:
    """Whether a verb tells of nothing but what its noun tells: "launched an operation"."""
    borne = reading.pos[noun] == "NOUN" and reading.relation[noun] in ("obj", "nsubj:pass", "obl")
    return borne and is_light(reading, verb)


def _is_backing_given(reading: Reading, telling: Telling) -> bool:
    """Whether a noun tells of backing that is what a verb gives: "offered its {support}"."""
    noun = telling.trigger
    return telling.type == "SUPPORT" and reading.pos[noun] == "NOUN" and reading.relation[noun] == "obj"


def is_light(reading: Reading, word: int) -> bool:
    """Whether a verb tells of an act by its noun alone: "launched", "held"."""
    return valency.is_one_of("light", reading, word)


def _is_of_work(reading: Reading) -> bool:
    """Whether a report is about work and not about war, so that a strike is one of workers: a word has one sense in a
    text (Gale, Church and Yarowsky 1992)."""
    counts = Counter(reading.word(i).lower() for i in range(len(reading)) if reading.pos[i] in ("NOUN", "PROPN"))
    work, war = (sum(counts[word] for word in lexicon.function_words(use)) for use in ("of work", "of war"))
    return work > war


def _may_be_of_work(reading: Reading, word: int) -> bool:
    """Whether a word may tell that workers strike: the noun, or the verb if nobody is struck."""
    struck = reading.pos[word] == "VERB" and valency.has(reading, word, "obj", "aux:pass", "obl:agent")
    return valency.is_one_of("striking", reading, word) and not struck


def _telling(reading: Reading, happening: Happening, work: bool) -> Telling | None:
    if not any(c.isalpha() for c in reading.word(happening.trigger)):
        return None
    words = _whole(reading, happening.trigger)
    known, shown = _known(reading, happening.trigger, words)
    if (known and not known.types) or is_the_accused(reading, happening.trigger):
        return None
    scores = dict(zip(labels.EVENTS[1:], happening.types[1:], strict=True))
    if known and known.types:
        there, weight = 1 - happening.types[0], SHOWN if shown else KNOWN
        for type_ in scores:
            share = there / len(known.types) if type_ in known.types else 0.0
            scores[type_] = (1 - weight) * scores[type_] + weight * share
    if work and _may_be_of_work(reading, happening.trigger):
        scores["ASSAULT"], scores["PROTEST"] = 0.0, scores["ASSAULT"] + scores["PROTEST"]
    if _is_lodged(reading, happening.trigger):
        scores["ACCUSE"], scores["PROTEST"] = max(scores["ACCUSE"], scores["PROTEST"]), 0.0
    best = max(scores, key=lambda type_: scores[type_])
    likely = scores[best] * (1 - REPEATED * happening.again)
    declared: EventType | None = None
    if best in HARMFUL and threatened_unless(reading, happening.trigger):
        declared = "THREATEN"
    elif best in YIELDING and declined(reading, happening.trigger):
        declared = "REJECT"
    type_ = declared or cast(EventType, best)
    return Telling(
        happening.trigger, type_, likely, words, scores, happening, known, shown, declared=declared is not None
    )


def _known(reading: Reading, trigger: int, words: Words) -> tuple[lexicon.EventWord | None, tuple[int, ...]]:
    """What the lexicon knows of a trigger, and the other words that show it: of a verb by what stands with it, before
    by itself; of a noun by its whole, "air strikes", before by its last word."""
    pos = reading.pos[trigger]
    if pos == "VERB":
        beside = _beside(reading, trigger)
        if found := lexicon.collocation(reading.word(trigger), [reading.word(i) for i in beside]):
            return found[0], tuple(beside[k] for k in found[1])
    begins = range(min(words[0], max(0, trigger - BESIDE)), trigger + 1)
    wholes = (lexicon.event_word(reading.string((begin, words[1])), pos) for begin in begins)
    whole = next((known for known in wholes if known is not None), None)
    return whole or lexicon.event_word(reading.word(trigger), pos), ()


def _void(reading: Reading, trigger: int) -> tuple[int, ...]:
    """The words that tell of no event beside a verb: the "arrest" that somebody resists."""
    if reading.pos[trigger] != "VERB":
        return ()
    known, shown = _known(reading, trigger, _whole(reading, trigger))
    return shown if known and not known.types else ()


def _beside(reading: Reading, verb: int) -> list[int]:
    """The words that a verb tells of an act with: its objects, the noun it is said of, its particle; its preposition
    where it has no object, "called on Monday {for} calm"."""
    near = range(max(0, verb - NEAR), min(verb + NEAR, len(reading)))
    below = [i for i in near if reading.head[i] == verb != i]
    before = {reading.head[i]: i for i in near if reading.relation[i] == "case"}
    setting = {i for i, k in before.items() if reading.word(k).lower() in lexicon.function_words("setting")}
    found = [i for i in below if reading.relation[i] in OBJECTS and i not in setting]
    # "Put on {trial}", "stopped {selling} oil".
    ends = [i for i in below if reading.relation[i] == "xcomp"]
    found += [i for i in ends if reading.pos[i] == "NOUN" or reading.word(i).lower().endswith("ing")]
    counted = {i for i, k in before.items() if reading.word(k) == "of"}  # "tons of {food}"
    found += [i for i in near if i in counted and reading.head[i] in found]
    after = verb + 1
    if after in near and reading.relation[after] in PARTICLES and verb in reading.upward(after, 3):
        found.append(after)
    if any(reading.relation[i] == "obj" for i in below):  # "turned the offer {down}"
        found += [i for i in below if i > after and valency.is_one_of("particle", reading, i) and i not in found]
    if verb and reading.head[verb - 1] == verb and reading.word(verb - 1).endswith("ly"):
        found.append(verb - 1)  # "{sexually} assaulted"
    if reading.relation[verb] == "acl":
        found.append(reading.head[verb])
    if reading.relation[verb] == "conj" and any(reading.word(i).lower() == "it" for i in found):
        found += valency.parts(reading, reading.head[verb], "obj")  # "halved the {sentence} and suspended it"
    if not any(reading.relation[i] == "obj" for i in below):
        timed = {i for time in reading.times for i in range(*time.words)}
        found += [before[i] for i in below if i in before and i not in timed]
    return found


def _is_sure(reading: Reading, telling: Telling) -> bool:
    """Whether a place may be taken to tell of an event, whatever else the report has."""
    known = telling.known or telling.by_saying or _tells_by_part(reading, telling.words, telling.type)
    return telling.likely >= (LIKELY if known else UNKNOWN)


def _tells_by_part(reading: Reading, words: Words, type_: str) -> bool:
    """Whether the lexicon knows a word before a trigger that tells of its type: "mediation mission"."""
    parts = (lexicon.event_word(reading.word(i), reading.pos[i]) for i in range(*words))
    return any(known is not None and type_ in known.types for known in parts)


def _is_lodged(reading: Reading, noun: int) -> bool:
    """Whether a noun is what is lodged with somebody: "lodged a protest" is a complaint, no march."""
    verb = reading.head[noun]
    lodged = valency.is_one_of("lodged", reading, verb)
    return lodged and verb != noun and reading.relation[noun] in ("obj", "nsubj:pass")


def _whole(reading: Reading, trigger: int) -> Words:
    """A trigger with the words beside it that belong to it: "air strikes", "called on", "shot dead"."""
    begin, end = trigger, trigger + 1
    while begin > 0 and trigger - begin < LONG - 1 and _joins(reading, begin - 1, trigger, ("compound",)):
        begin -= 1
    while end < len(reading) and end - trigger < LONG and _joins(reading, end, trigger, ("compound:prt", "fixed")):
        end += 1
    return begin, end


def _joins(reading: Reading, i: int, trigger: int, relations: tuple[str, ...]) -> bool:
    if reading.sentence[i] != reading.sentence[trigger]:
        return False
    hyphen = reading.word(i) in ("-", "‑") and reading.relation[i] == "punct"
    named = reading.pos[i] in ("PROPN", "NUM")  # nor "the March {15} attack"
    return not named and reading.head[i] == trigger and (reading.relation[i] in relations or hyphen)


# --- one event, all its tellings -------------------------------------------------------------------------------------


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
    performed: bool = False  # done by the very saying it stands in
    given: bool = False  # the place is not one it names, but the likeliest of those named around it
    dated: bool = False  # nor the time
    nameless: frozenset[str] = frozenset()  # those of its recipients who are only described
    person: str | None = None  # the one person it was done to, if nobody else was
    meeting: frozenset[str] = frozenset()  # the persons by name who meet
    known: bool = False  # it was done to somebody told of as before the court: "the accused"

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
    """What speaks for a telling being of the same event as others: the surer the model takes it for a repetition, the
    less word and people need agree; what is at odds with them speaks against it."""
    known = [event.main, *event.others[-RECENT:]]
    if whom.is_another(reading, new.telling.trigger):
        return 0.0
    if new.voice and any(not old.voice and not old.title for old in known):
        told = set().union(*map(_counts, known))
        if not _counts(new) <= told:
            return 0.0  # what the report tells itself does not take figures from somebody's word
    blames = new.telling.type == "ASSAULT" and bool(new.voice and new.actors)
    if blames and all(old.voice != new.voice and not old.actors for old in known):
        return 0.0  # whose attack it was is on the word of whoever says so, and of nobody else
    if any(_count_apart(new, old) for old in known):
        return 0.0  # nor what one voice counts the figures of another
    years = {old.start[:4] for old in known if old.start}
    if new.start and years and new.start[:4] not in years:
        return 0.0  # what is told of another year is another event
    if any(_are_in_turn(reading, new.telling.trigger, old.telling.trigger) for old in known):
        return 0.0
    if all(_are_apart(new, old) and _on_other_days(new, old) for old in known):
        return 0.0  # nor what was elsewhere on another day
    if any(_are_one(reading, new.telling.type, new.telling.trigger, old.telling.trigger) for old in known):
        return 1.0
    if new.title and _counts(new) and all(_counts(old) and _counts(new).isdisjoint(_counts(old)) for old in known):
        return 0.0  # nor is what a heading counts otherwise
    lemma = lemma_of(reading, new.telling.trigger)
    score = new.telling.happening.again + (TITLE if new.title else 0.0)
    score += ALIKE * any(lemma == lemma_of(reading, old.telling.trigger) for old in known)
    score += SHARED * any(new.actors & old.actors or new.recipients & old.recipients for old in known)
    score += ONCE * any(_befalls_once(reading, new, old) for old in known)
    score += ONCE * any(len(new.meeting) > 1 and new.meeting == old.meeting for old in known)
    score += SHARED * (new.known and any(old.recipients <= old.nameless for old in known))
    score += SHARED * any(_counts(new) & _counts(old) - {1.0} for old in known)  # many an event has one of a thing
    score += HANGING * any(_hangs(reading, new.telling.trigger, old.telling.trigger) for old in known)
    score += POINTED * _is_of_last_act(reading, new, known)
    score += POINTED * (reading.word(max(0, new.telling.words[0] - 1)).lower() in lexicon.function_words("definite"))
    return score - AT_ODDS * sum(_at_odds(new, old) for old in known) / len(known)


def _is_of_last_act(reading: Reading, new: Facts, known: Sequence[Facts]) -> bool:
    """Whether a noun points back to what the sentence before told by a verb: "expelled two envoys. {The expulsion} …",
    but not "{the expulsion} of a third"."""
    noun = new.telling.trigger
    of = valency.governed(reading, noun, "of")
    if of is not None and any(reading.word(i).lower() in ("a", "an") for i in valency.parts(reading, of, "det")):
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
    return lemmas <= lexicon.function_words("killing") or lemmas <= caught


def points_back(reading: Reading, facts: Facts) -> bool:
    """Whether a word tells of an event as of one told before, and no more of it: "a march against {the killings}"."""
    telling = facts.telling
    begin, sentence = telling.words[0], reading.sentence[telling.trigger]
    points = begin > 0 and reading.word(begin - 1).lower() in lexicon.function_words("definite")
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
    if whom.tool(reading, first) == second and reading.word(second).lower() in lexicon.function_words("weapon"):
        return True  # "hit with {bombs}"
    of_noun = reading.relation[second] == "acl:relcl" and reading.head[second] == first and reading.pos[first] == "NOUN"
    if of_noun and type_ == "ASSAULT" and _hurts(reading, second) and valency.has(reading, second, "nsubj:pass"):
        return True  # "a {war} in which nine were {killed}"
    to = any(reading.word(i).lower() == "to" for i in valency.parts(reading, second, "mark"))
    if to and reading.sentence[first] == reading.sentence[second] and valency.is_one_of("protesting", reading, second):
        return True  # "went on strike to {protest}"
    words_it = reading.word(second).endswith("ing") and valency.is_one_of("putting", reading, second)
    if words_it and reading.relation[second] == "advcl" and valency.bearer(reading, first) == reading.head[second]:
        return True  # "filed a {complaint}, {accusing} the guards"
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


def _are_in_turn(reading: Reading, one: int, other: int) -> bool:
    """Whether a sentence tells that one act came before or after another: "the {shooting} followed after a {raid}"."""
    first, second = sorted((one, other))
    verb = valency.verb_of(reading, (first, first + 1), "nsubj")
    if verb is None or not first < verb < second - 1 or reading.sentence[first] != reading.sentence[second]:
        return False
    return reading.word(verb + 1).lower() in lexicon.function_words("around")


def _hurts(reading: Reading, verb: int) -> bool:
    return valency.is_one_of("casualty", reading, verb)


def is_state(place: Place) -> bool:
    """Whether a place is a country."""
    return place.country is not None and place.name == lexicon.countries()[place.country].name


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
    if one.country == other.country and (is_state(one) or is_state(other)):
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
