"""Who does it, to whom, where, when, how many: the words that fill the roles of a telling.

The model says of every word how likely it fills a role in an event; the tree tells which words are one phrase."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sayso import lexicon
from sayso.account import valency
from sayso.account.events import Telling
from sayso.account.footing import Chains
from sayso.account.quantities import ONE
from sayso.reader import labels
from sayso.reader.reading import Mention, Reading, Words

FILLED = {"actor": 0.15, "recipient": 0.15, "place": 0.3, "time": 0.15, "figure": 0.15}  # how likely one is filled
ELSEWHERE = 0.6  # and a place in another sentence
OTHER = 0.25  # and a second, beside the likeliest
SHARE = 0.3  # a phrase also belongs to the one around it if that is so likely beside it
INNER = ("det", "case", "flat", "compound", "nmod:desc", "goeswith", "fixed", "punct", "amod", "nummod")
OUTER = ("nmod", "nmod:poss", "appos")  # a phrase within another, which may be the one meant
NAMELESS = ("NUM", "VERB", "AUX", "ADV", "ADP", "PUNCT", "CCONJ", "SCONJ", "PART")  # what names nobody and nothing
LONG = 25  # words of a phrase, at most
BEHIND = 6  # words from a description to the name behind it
FAR = 3  # steps up the tree to a subject
HARMFUL = ("ASSAULT", "COERCE", "SANCTION")  # what is done to somebody
HOSTILE = (*HARMFUL, "MOBILIZE")  # or against somebody
DONE_TO = (*HOSTILE, "ACCUSE", "SUPPORT", "AID", "CONCEDE", "REQUEST", "THREATEN")  # and whom a passive is done to
MUTUAL = ("CONSULT", "AGREE", "COOPERATE")  # what two do together
UTTERED = ("REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "AGREE")  # what is done by saying it
OWN = ("PROTEST", "MOBILIZE", "RETREAT")  # what the subject of a verb does, and is not done to it
VOWED = ("THREATEN", "AGREE")  # whoever does so is to do it
BESIDE = ("conj", "advcl", "parataxis")  # a clause beside another, which says nothing of whom that is aimed at
TIED = ("to", "with", "against", "from", "on")  # before whom ties are cut with: "halted aid to Chad"
CORE = ("nsubj", "nsubj:pass", "obj", "iobj")  # what a verb says its participants to be


def fill(reading: Reading, told: Sequence[Telling], chains: Chains) -> None:
    """Give each telling the words that fill its roles. chains: whose words a character stands in."""
    found = chains.found
    sources = {i: saying.source for saying in found if saying.cue and saying.source for i in range(*saying.cue)}
    for telling in told:
        telling.parts = {role: list(_fillers(reading, telling, role)) for role in labels.ROLES}
        _by_grammar(reading, telling)
        _one_side(telling)
        _count(reading, telling)
        if telling.type in UTTERED:
            parts = telling.parts["recipient"]
            telling.parts["recipient"] = [w for w in parts if not _acts_beside(reading, w, telling.trigger)]
        if telling.type in MUTUAL:
            _set_apart(reading, telling)
        around = chains.around(reading.starts[telling.trigger])
        if around and found[around[-1]].quotation == "direct" and telling.type in HOSTILE:
            # In quotation marks whoever speaks is called "we": the third person is somebody else.
            telling.parts["actor"] = [w for w in telling.parts["actor"] if w != found[around[-1]].source]
        source = sources.get(telling.trigger)
        if source and telling.type in UTTERED:
            telling.parts["actor"] = _utterer(reading, telling, source)
            telling.parts["recipient"] = [w for w in telling.parts["recipient"] if w != source]
    at = {telling.trigger: telling for telling in told}
    for telling in told:
        if (vow := at.get(_vow(reading, telling))) and vow.type in VOWED and vow.parts["actor"]:
            telling.parts["actor"] = vow.parts["actor"]
    _carry_on(reading, told)


def _carry_on(reading: Reading, told: Sequence[Telling]) -> None:
    """Give the acts that go on ("20 sorties were carried out, hitting the port") to whoever acted before, and protests
    the aim of what they demand ("marched to denounce {the junta}")."""
    last: dict[str, list[Words]] = {}
    for telling in told:
        parts = telling.parts
        if not parts["actor"] and telling.type == "ASSAULT" and _is_borne_by_act(reading, telling.trigger):
            parts["actor"] = last.get(telling.type, [])
        if parts["actor"]:
            last[telling.type] = parts["actor"]
        if telling.type == "PROTEST" and not parts["recipient"]:
            aims = (one.parts["recipient"] for one in told if reading.head[one.trigger] == telling.trigger)
            parts["recipient"] = next((aim for aim in aims if aim), [])


def _is_borne_by_act(reading: Reading, trigger: int) -> bool:
    """Whether what hits or is carried out is an act of nobody told: "{the raids} killed two", "{20 sorties}"."""
    for verb in reading.upward(trigger, FAR):
        for subject in valency.parts(reading, verb, *valency.SUBJECTS):
            return _is_act(reading, subject) and _owner(reading, subject) is None
    return False


def _utterer(reading: Reading, telling: Telling, source: Words) -> list[Words]:
    """Whoever utters a demand makes it: its source; but reports demand nothing, "reports said {a guard} had fled and
    warned the boys"."""
    if lexicon.document(reading.string(source).lower()):
        for i in reversed(range(source[1], telling.trigger)):
            if reading.relation[i] == "nsubj" and _is_somebody(reading, i):
                return _who(reading, i, telling.trigger)
    return [source]


def _vow(reading: Reading, telling: Telling) -> int:
    """The verb of which an act is what is threatened or promised, -1 if it is told to be somebody's: "threatened {an
    offensive}", "agreed to {withdraw}"."""
    trigger = telling.trigger
    if telling.type in UTTERED or reading.relation[trigger] not in ("obj", "xcomp"):
        return -1
    noun = reading.pos[trigger] == "NOUN"
    return -1 if noun and _owner(reading, trigger) is not None else reading.head[trigger]


def _by_grammar(reading: Reading, telling: Telling) -> None:
    """Set right who does it and to whom where grammar leaves no doubt of it."""
    trigger, parts = telling.trigger, telling.parts

    def who(word: int | None) -> list[Words]:
        return [] if word is None or _is_nobody(reading, word) else _who(reading, word, trigger)

    sufferer = valency.sufferer(reading, trigger)
    bearer = valency.bearer(reading, trigger)
    if sufferer is not None and reading.word(sufferer).lower() not in lexicon.function_words("weapon"):
        harmed = who(sufferer)
        parts["actor"] = [w for w in parts["actor"] if w not in harmed and not w[0] <= sufferer < w[1]]
        if harmed and telling.type in DONE_TO and not (parts["recipient"] and _is_thing(reading, sufferer)):
            parts["recipient"] = harmed
    elif any(_is_object(reading, i, valency.joined(reading, bearer)) for w in parts["actor"] for i in range(*w)):
        parts["actor"] = who(valency.subject(reading, bearer)) or parts["actor"]
    elif (
        telling.type in OWN and (doer := valency.subject(reading, trigger)) is not None and _is_somebody(reading, doer)
    ):
        parts["recipient"] = [w for w in parts["recipient"] if not w[0] <= doer < w[1]]
        if not any(valency.is_within(reading, w[1] - 1, trigger) for w in parts["actor"]):
            parts["actor"] = who(doer)
    if telling.type in HARMFUL and not any(valency.is_within(reading, w[1] - 1, trigger) for w in parts["recipient"]):
        parts["recipient"] = list(_objects(reading, trigger)) or parts["recipient"]
    if telling.type in ("ACCUSE", "REQUEST") and next(valency.parts(reading, trigger, "obj"), None) is None:
        parts["recipient"] = who(valency.topic(reading, trigger)) or parts["recipient"]
    if telling.type == "REQUEST" and not any(w[0] > trigger for w in parts["recipient"]):
        parts["recipient"] = who(valency.met(reading, trigger)) or parts["recipient"]
    if telling.type == "THREATEN":
        aims = (list(_objects(reading, verb)) for verb in valency.infinitives(reading, trigger))
        aim = next(reversed([words for words in aims if words]), [])  # "to send its troops to crush {the rebels}"
        if aim and not any(w[0] > aim[0][0] for w in parts["recipient"]):
            parts["recipient"] = aim
    if telling.type == "PROTEST" and not parts["recipient"]:
        parts["recipient"] = who(valency.governed(reading, trigger, "against"))
    if telling.type == "SANCTION" and not parts["recipient"]:
        cut = (trigger, *valency.parts(reading, trigger, "obj"))
        parts["recipient"] = next((found for i in cut if (found := who(valency.governed(reading, i, *TIED)))), [])
    host = next((i for i in valency.parts(reading, trigger, "compound") if _is_body(reading, i)), None)
    if telling.type == "CONSULT" and host is not None:
        parts["actor"] += who(host)
    meets = telling.type in MUTUAL and reading.pos[trigger] == "NOUN" and not parts["actor"]
    if meets and valency.governed(reading, trigger, *lexicon.function_words("met")) is not None:
        parts["actor"] = who(valency.subject_around(reading, trigger))


def _is_body(reading: Reading, word: int) -> bool:
    """Whether a word heads the name of a body: "the {Arab League} summit"."""
    mention = reading.mentions.get(word)
    return reading.pos[word] == "PROPN" and mention is not None and mention.kind == "organization"


def _is_object(reading: Reading, word: int, verbs: Sequence[int]) -> bool:
    """Whether a word is whom one of these verbs is done to."""
    return reading.relation[word] in ("obj", "iobj", "obl") and reading.head[word] in verbs


def _one_side(telling: Telling) -> None:
    """Leave whoever seems to do it and to have it done to him on the likelier side: in "the party's expulsion" it is
    not the party that expels."""
    parts, roles = telling.parts, telling.happening.roles
    for words in [w for w in parts["actor"] if w in parts["recipient"]]:
        doer, harmed = (sum(p for i, p in roles[role] if words[0] <= i < words[1]) for role in ("actor", "recipient"))
        side = "actor" if doer < harmed else "recipient"
        parts[side] = [w for w in parts[side] if w != words]


def _is_nobody(reading: Reading, word: int) -> bool:
    """Whether a word means nobody: what names nobody, what tells only what somebody is like ("responsible", but not
    "Kenyan", "the wounded"), "each other"."""
    if reading.pos[word] in NAMELESS or reading.word(word).lower() in lexicon.function_words("reciprocal"):
        return True
    return reading.pos[word] == "ADJ" and word not in reading.mentions and not lexicon.nationality(reading.word(word))


def _is_where(reading: Reading, word: int) -> bool:
    """Whether a common noun tells where something is: "jailed for a year in {a prison}"."""
    if reading.pos[word] != "NOUN" or reading.relation[word] not in ("obl", "nmod"):
        return False
    before = (reading.word(i).lower() for i in valency.parts(reading, word, "case"))
    return not lexicon.function_words("located").isdisjoint(before)


def _objects(reading: Reading, verb: int) -> Iterator[Words]:
    """Whom a verb says it is done to, where nothing else tells: "hitting {eight targets of the rebels}". What is fired
    or sent is done to nobody."""
    if reading.pos[verb] != "VERB":
        return
    objects = list(valency.parts(reading, verb, "obj"))
    aims = (valency.governed(reading, i, "at", "against") for i in (verb, *objects))
    for i in [i for i in aims if i is not None] or objects:  # "threw stones at {guards}"
        weapon = reading.word(i).lower() in lexicon.function_words("weapon")
        if i > verb and not weapon and not _is_act(reading, i) and reading.pos[i] in ("NOUN", "PROPN"):
            yield from _who(reading, i, verb)


def _acts_beside(reading: Reading, words: Words, trigger: int) -> bool:
    """Whether words are the subject of a clause beside that of the trigger: in "students demanded an inquiry after the
    police shot a student", nothing is demanded of the police by these words."""
    for i in range(*words):
        verb = reading.head[i]
        if reading.relation[i] in ("nsubj", "nsubj:pass") and not words[0] <= verb < words[1]:
            return verb != trigger and reading.head[verb] == trigger and reading.relation[verb] in BESIDE
    return False


def _count(reading: Reading, telling: Telling) -> None:
    """Add the figures that the phrases themselves give: of those and of what it is done to, of acts. Such a figure
    leaves none from another sentence."""
    parts, here = telling.parts, reading.sentence[telling.trigger]
    if telling.type in HOSTILE:
        within = (i for w in parts["recipient"] for i in range(*w) if reading.relation[i] == "nummod")
        counted = [(i, i + 1) for i in within if i < reading.head[i]]  # "two guards", not "Ann Moor, 34"
        if counted := [*counted, *_joined_counts(reading, telling.trigger), *_one(reading, telling)]:
            parts["figure"] = [*counted, *(w for w in parts["figure"] if reading.sentence[w[0]] == here)]
    parts["figure"] += _counted_acts(reading, telling)


def _joined_counts(reading: Reading, verb: int) -> Iterator[Words]:
    """The numbers of all that a verb is done to: "seized {86} rifles and {88} shells", "killed {three}"."""
    for thing in valency.parts(reading, verb, "obj", "nsubj:pass"):
        for i in (thing, *valency.parts(reading, thing, "conj")):
            if reading.pos[i] == "NUM":
                yield i, i + 1
            yield from ((k, k + 1) for k in valency.parts(reading, i, "nummod") if k < i)


def _one(reading: Reading, telling: Telling) -> Iterator[Words]:
    """The article of an act with one thing that is fired: "{a} missile launch", but not "a rocket attack"."""
    fired = (reading.word(i).lower() for i in valency.parts(reading, telling.trigger, "compound"))
    if telling.type == "MOBILIZE" and not lexicon.function_words("weapon").isdisjoint(fired):
        articles = valency.parts(reading, telling.trigger, "det")
        yield from ((i, i + 1) for i in articles if reading.word(i).lower() in ONE)


def _counted_acts(reading: Reading, telling: Telling) -> Iterator[Words]:
    """The numbers of acts that act: "20 sorties hit the town", "20 sorties were carried out, hitting the town"."""
    likely = {i for i, p in telling.happening.roles["actor"] if p > SHARE}
    if reading.relation[telling.trigger] == "advcl":
        likely.add(reading.head[telling.trigger])
    subjects = (i for verb in likely for i in range(max(0, verb - BEHIND), verb)
                if reading.pos[verb] == "VERB" and reading.head[i] == verb and reading.relation[i] in CORE)  # fmt: skip
    for act in sorted(i for i in {*likely, *subjects} if _is_act(reading, i)):
        for i in range(max(0, act - BEHIND), act):
            if reading.head[i] == act and reading.relation[i] == "nummod":
                yield i, i + 1


def _set_apart(reading: Reading, telling: Telling) -> None:
    """Tell those who come from those they come to: in "is in talks with Baghdad" the one after "with" is met, and the
    subject is who meets."""
    parts, trigger = telling.parts, telling.trigger
    with_ = lexicon.function_words("met")
    met = [w for w in parts["actor"] if w[0] > trigger and reading.word(w[0] - 1).lower() in with_]
    if not met:
        return
    parts["recipient"] = [*dict.fromkeys([*met, *parts["recipient"]])]
    parts["actor"] = [w for w in parts["actor"] if w not in met]
    if not parts["actor"] and (subject := _subject(reading, trigger)) is not None:
        parts["actor"] = _who(reading, subject, trigger)


def _subject(reading: Reading, word: int) -> int | None:
    """The subject of a word or of the nearest one above it that has one, in its sentence."""
    for at in reading.upward(word, FAR):
        for i in range(max(0, at - LONG), at):
            if reading.head[i] == at and reading.relation[i] in ("nsubj", "nsubj:pass") and reading.pos[i] != "PRON":
                return i
    return None


def _fillers(reading: Reading, telling: Telling, role: str) -> Iterator[Words]:
    likely = dict(telling.happening.roles[role])
    if sum(likely.values()) < FILLED[role]:
        return
    if role == "figure":
        yield from ((i, i + 1) for i, p in likely.items() if p > 0.1)
        return
    mass: dict[int, float] = {}
    for i, p in likely.items():
        top = _top(reading, i, telling.trigger, likely)
        if not (_is_nobody(reading, top) or (role == "actor" and _is_where(reading, top))):
            mass[top] = mass.get(top, 0.0) + p
    if not mass:
        return
    best = max(mass, key=lambda top: mass[top])
    others = [top for top in sorted(mass) if top != best and mass[top] > OTHER and not _joined(reading, best, top)]
    if role == "place" and mass[best] < ELSEWHERE and reading.sentence[best] != reading.sentence[telling.trigger]:
        return
    if role not in ("actor", "recipient"):
        yield from (_phrase(reading, top, telling.trigger) for top in (best, *others))
        return
    found: list[Words] = []
    for top in (best, *others):
        found += _who(reading, top, telling.trigger)
    yield from (w for w in dict.fromkeys(found) if not any(w != o and o[0] <= w[0] and w[1] <= o[1] for o in found))


def _who(reading: Reading, top: int, trigger: int) -> list[Words]:
    """The words of those whom a phrase means: of whoever stands behind an act or a thing ("US military presence"), of
    those named behind a description ("the North's allies, China and Russia")."""
    act = _is_act(reading, top)
    if (act or _is_thing(reading, top)) and (owner := _owner(reading, top)) is not None:
        return [_phrase(reading, owner, trigger)]
    if act:
        return []
    words = _phrase(reading, top, trigger)
    named = _named_behind(reading, top)
    if len(named) == 1 and not words[0] <= named[0][0] < words[1] and words[0] < named[0][1]:
        return [(words[0], named[0][1])]  # "its president, Ada Lund"
    if len(named) > 1:
        return named
    alike = ("PROPN",) if reading.pos[top] == "PROPN" else ()  # "Peru and {Chile}"
    beside = (
        i for i in valency.parts(reading, top, "conj")
        if i >= words[1] and (_is_somebody(reading, i) or reading.pos[i] in alike)
    )  # fmt: skip
    return [words, *(_phrase(reading, i, trigger) for i in beside)]  # "four teachers and {nine pupils}"


def _named_behind(reading: Reading, top: int) -> list[Words]:
    """The names that stand behind a description and say whom it means."""
    if reading.pos[top] != "NOUN":
        return []
    first = next(
        (i for i in range(top + 1, min(top + BEHIND, len(reading)))
         if reading.head[i] == top and reading.relation[i] in ("appos", "flat") and reading.pos[i] == "PROPN"), None,
    )  # fmt: skip
    if first is None:
        return []
    more = (
        i for i in range(first + 1, min(first + LONG, len(reading)))
        if reading.head[i] in (first, top) and reading.relation[i] in ("conj", "appos") and reading.pos[i] == "PROPN"
    )  # fmt: skip
    return [_phrase(reading, i, top) for i in (first, *more)]


def _is_act(reading: Reading, top: int) -> bool:
    """Whether a phrase means an act, which neither acts nor is acted upon: "Russian air-strikes", "20 sorties"."""
    mention = reading.mentions.get(top)
    if reading.pos[top] != "NOUN" or (mention and mention.kind in ("person", "organization", "place")):
        return False
    return lexicon.event_word(reading.word(top), "NOUN") is not None


def _is_thing(reading: Reading, top: int) -> bool:
    """Whether a phrase means neither people nor a body nor a place: "the presence", "policies"."""
    mention = reading.mentions.get(top)
    return reading.pos[top] == "NOUN" and (mention is None or mention.kind in ("abstract", "event", "object"))


def _owner(reading: Reading, top: int) -> int | None:
    """Whose act it is: "Russia" of "Russia's strikes", "Russian" of "Russian strikes"."""
    for i in range(max(0, top - LONG), top):
        above = reading.head[i]
        if above == top and reading.relation[i] == "nmod:poss":
            return i
        inside = above == top or (reading.head[above] == top and i < above < top)  # "US military presence"
        if inside and reading.pos[i] in ("ADJ", "PROPN") and lexicon.nationality(reading.word(i)):
            return i
        if above == top and reading.relation[i] == "compound" and reading.pos[i] == "NOUN" and _is_somebody(reading, i):
            return i  # "a police car"
    return valency.governed(reading, top, "by")


def _joined(reading: Reading, one: int, other: int) -> bool:
    """Whether two words head parts of one phrase, which is read with all its parts."""
    mention = reading.mentions.get(one)
    return mention is not None and mention.words[0] <= other < mention.words[1]


def _top(reading: Reading, word: int, trigger: int, likely: dict[int, float]) -> int:
    """The word that heads the phrase around a word, as far as the model takes it all for one."""
    at = word
    for _ in range(LONG):
        above, relation = reading.head[at], reading.relation[at]
        if above in (at, trigger) or reading.pos[above] in ("VERB", "AUX"):
            break
        if _takes_part(reading, above, trigger):  # "Saudi Arabia's ambassador visited"
            at = above
            continue
        alone = relation == "amod" and likely.get(above, 0.0) < SHARE * likely.get(at, 0.0)
        part = relation in INNER and not (alone and not _is_somebody(reading, above))
        if part or (relation in OUTER and likely.get(above, 0.0) >= SHARE * likely.get(at, 0.0)):
            at = above
        else:
            break
    return at


def _takes_part(reading: Reading, word: int, trigger: int) -> bool:
    """Whether the tree says that people or a body take part in what a verb tells."""
    return _is_somebody(reading, word) and reading.head[word] == trigger and reading.relation[word] in CORE


def _is_somebody(reading: Reading, word: int) -> bool:
    """Whether a word heads a phrase that means people or a body."""
    mention = reading.mentions.get(word)
    if mention is None:
        return reading.pos[word] == "NOUN" and lexicon.role(reading.word(word)) is not None
    return mention.kind in ("person", "organization")


def _phrase(reading: Reading, top: int, trigger: int) -> Words:
    """The whole phrase that a word heads, up to the telling itself, and up to what tells when."""
    mention = reading.mentions.get(top) or _name_around(reading, top)
    if mention and not mention.words[0] <= trigger < mention.words[1] and mention.words[1] - mention.words[0] <= LONG:
        a, b = mention.words
        dated = next((i for i in range(top + 1, b) if reading.relation[i] == "case" and _is_dated(reading, i + 1)), b)
        return a, dated
    begin = end = top
    while begin > 0 and top - begin < LONG and _within(reading, begin - 1, top) and begin - 1 != trigger:
        begin -= 1
    while end + 1 < len(reading) and end - top < LONG and _within(reading, end + 1, top) and end + 1 != trigger:
        end += 1
    k = bisect_left(reading.names, end + 1, key=lambda name: name.words[0]) - 1
    if k >= 0 and begin <= reading.names[k].words[0]:
        end = max(end, reading.names[k].words[1] - 1)  # "heir Lee Min-{ho}"
    return begin, end + 1


def _name_around(reading: Reading, word: int) -> Mention | None:
    """The name of which a word is a part: the republic whose name begins with "Democratic People's"."""
    if reading.pos[word] != "PROPN":
        return None
    heads = range(word + 1, min(word + BEHIND, len(reading)))
    around = (reading.mentions[i] for i in heads if i in reading.mentions and reading.pos[i] == "PROPN")
    return next((m for m in around if m.words[0] <= word and m.kind in ("organization", "place", "person")), None)


def _is_dated(reading: Reading, word: int) -> bool:
    """Whether a time expression begins with a word."""
    k = bisect_left(reading.times, word, key=lambda time: time.words[0])
    return k < len(reading.times) and reading.times[k].words[0] == word


def _within(reading: Reading, word: int, top: int) -> bool:
    """Whether a word belongs to the phrase under `top` by relations that do not lead out of it."""
    at = word
    for _ in range(4):
        if at == top:
            return True
        if reading.relation[at] not in INNER or reading.relation[at] in ("case", "punct"):
            return False
        at = reading.head[at]
    return at == top
