"""Whom a phrase means: the words that name whoever stands behind a word, an act or a thing.

The tree tells which words are one phrase, the mentions what each is of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Mapping

from sayso import lexicon
from sayso.account.grammar import valency
from sayso.reader.reading import Mention, Reading, Words

SHARE = 0.3  # a phrase also belongs to the one around it if that is so likely beside it
INNER = ("det", "case", "flat", "compound", "nmod:desc", "goeswith", "fixed", "punct", "amod", "nummod")
OUTER = ("nmod", "nmod:poss", "appos")  # a phrase within another, which may be the one meant
NAMELESS = ("VERB", "AUX", "ADV", "ADP", "PUNCT", "CCONJ", "SCONJ", "PART")  # what names nobody and nothing
LONG = 25  # words of a phrase, at most
BEHIND = 6  # words from a description to the name behind it
STATE = 3  # words of the name of a state, at most
THINGS = ("abstract", "event", "object", "substance", "plant")  # kinds of mentions that are not who acts, nor a place
CORE = ("nsubj", "nsubj:pass", "obj", "iobj")  # what a verb says its participants to be


def who(reading: Reading, top: int, trigger: int) -> list[Words]:
    """The words of those whom a phrase means: of whoever stands behind an act or a thing ("US military presence"), of
    those named behind a description ("the North's allies, China and Russia")."""
    act = is_act(reading, top)
    if (act or is_thing(reading, top)) and (whose := owner(reading, top)) is not None:
        first = reading.head[whose] if reading.relation[whose] == "conj" else whose
        first = first if lexicon.nationality(reading.word(first)) else whose
        owners = [first, *valency.parts(reading, first, "conj")]  # "{French} and {Egyptian} warships"
        return [phrase(reading, i, trigger) for i in owners]
    if act:
        return []
    words = phrase(reading, top, trigger)
    if words[1] + 1 < len(reading) and reading.word(words[1]) == "&":
        return [(words[0], words[1] + 2)]  # "H&M"
    named = _named_behind(reading, top)
    if len(named) == 1 and _is_one_state(reading, named[0]):
        return named  # "an ally in the east, {Peru}"
    if len(named) == 1 and not words[0] <= named[0][0] < words[1] and words[0] < named[0][1]:
        return [(words[0], named[0][1])]  # "its president, Ada Lund"
    if len(named) > 1:
        return named
    alike: tuple[str, ...] = ("PROPN",) if reading.pos[top] == "PROPN" else ()  # "Peru and {Chile}"
    if lexicon.nationality(reading.word(top)):
        alike = ("PROPN", "ADJ")  # "Peruvian and {Chilean} troops"
    beside = (
        i for i in valency.parts(reading, top, "conj")
        if i >= words[1] and not top < trigger < i and (is_somebody(reading, i) or reading.pos[i] in alike)
    )  # fmt: skip
    return [words, *(phrase(reading, i, trigger) for i in beside)]  # "four teachers and {nine pupils}"


def named(reading: Reading, word: int | None, trigger: int) -> list[Words]:
    """The words of whoever a word means, if it means anybody; of "who" those of whom its clause tells."""
    told_of = None if word is None else valency.told_of(reading, word)
    if told_of is not None and is_somebody(reading, told_of):
        word = told_of
    return [] if word is None or is_nobody(reading, word) else who(reading, word, trigger)


def objects(reading: Reading, verb: int) -> Iterator[Words]:
    """Whom a verb says it is done to, where nothing else tells: "hitting {eight targets of the rebels}". What is fired
    or sent is done to nobody."""
    if reading.pos[verb] != "VERB" or valency.is_one_of("using", reading, verb):
        return
    things = list(valency.parts(reading, verb, "obj"))
    towards = ("against", *(("at", "on", "upon") if valency.is_one_of("firing", reading, verb) else ()))
    aimed = (valency.governed(reading, i, *towards) for i in (verb, *things))  # "threw stones at {guards}"
    aims = [i for i in aimed if i is not None and not is_dated(reading, i)]  # and not "on {Monday}"
    if valency.is_one_of("hurling", reading, verb):  # "threw objects", and not whom
        things = [i for i in things if is_somebody(reading, i)]
    for i in aims or things:
        weapon = is_weapon(reading, i) or is_idea(reading, i)
        if (reading.pos[i] == "NOUN" and is_nobody(reading, i)) or _counts_things(reading, i):
            continue
        if i > verb and not weapon and not is_act(reading, i) and reading.pos[i] in ("NOUN", "PROPN", "NUM"):
            yield from who(reading, i, verb)


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
    return [phrase(reading, i, top) for i in (first, *more)]


def _is_one_state(reading: Reading, words: Words) -> bool:
    """Whether words name a state, and not the first of several."""
    near = (reading.string((i, i + 1)) for i in (words[0] - 2, words[1] + 1) if 0 <= i < len(reading))
    alone = not any(lexicon.country(word) for word in near)  # trees err in lists
    return alone and lexicon.country(reading.string(words)) is not None


def is_act(reading: Reading, top: int) -> bool:
    """Whether a phrase means an act, which neither acts nor is acted upon: "Russian air-strikes", "20 sorties"."""
    mention = reading.mentions.get(top)
    if reading.pos[top] != "NOUN" or (mention and mention.kind in ("person", "organization", "place")):
        return False
    return lexicon.event_word(reading.word(top), "NOUN") is not None


def told_by(reading: Reading, word: int) -> int:
    """The noun that tells of an act: the subject of a verb of which an act is said ("{clashes} killed six"), or the
    word itself."""
    doer = valency.subject(reading, word)
    return doer if doer is not None and is_act(reading, doer) else word


def paid_back_by(reading: Reading, word: int) -> int | None:
    """The word that tells that somebody answers the harm that a word is part of: "in {revenge} for the raid"."""
    below, before = word, lexicon.function_words("paid-back-for")
    for i in reading.upward(word, LONG):
        if i != word and valency.is_one_of("paying-back", reading, i):
            behind = {reading.word(min(i + 1, below)).lower(), *valency.forms(reading, below, "case", "mark")}
            if reading.relation[below] == "obj" or not before.isdisjoint(behind):
                return i
        below = i
    return None


def is_another(reading: Reading, word: int) -> bool:
    """Whether an act is told to be another than the one just told of: "{similar} clashes killed six"."""
    words = (reading.word(i).lower() for i in valency.parts(reading, told_by(reading, word), "det", "amod"))
    return not lexicon.function_words("unlike").isdisjoint(words)


def is_thing(reading: Reading, top: int) -> bool:
    """Whether a phrase means neither people nor a body nor a place: "the presence", "policies", "jets"."""
    mention = reading.mentions.get(top)
    held = lexicon.role(reading.word(top).lower()) is not None  # "Moor's predecessor"
    machine = valency.is_one_of("machine", reading, top)
    if machine and valency.is_one_of("manlike", reading, top):
        typed = any(reading.pos[i] == "PROPN" for i in valency.parts(reading, top, "compound"))  # "B-52 bombers"
        machine = typed or mention is None or mention.kind != "person"
    thing = mention is None or mention.kind in THINGS or machine
    return reading.pos[top] == "NOUN" and thing and not held


def is_weapon(reading: Reading, word: int) -> bool:
    """Whether a word means what one fires or throws, and is nobody's name: "{shells} hit the depot of Shell"."""
    named = reading.pos[word] == "PROPN" and lexicon.organization(reading.word(word)) is not None
    return not named and valency.is_word("weapon", reading, word)


def is_idea(reading: Reading, noun: int) -> bool:
    """Whether a noun means nothing that can be touched: "seized {power}"."""
    return noun in reading.mentions and reading.mentions[noun].kind == "abstract"


def is_place(reading: Reading, word: int) -> bool:
    """Whether a word heads the name or the description of a place."""
    return word in reading.mentions and reading.mentions[word].kind == "place"


def is_mere_thing(reading: Reading, words: Words) -> bool:
    """Whether words mean what can at most be a tool or a ground of an act: "wounded by {gunshots}", "told by
    {telephone}"."""
    tops = (i for i in range(*words) if reading.head[i] == i or not words[0] <= reading.head[i] < words[1])
    # What hangs on the same verb may stand in the phrase: "hit by {a rocket, killing nine}".
    return all(_is_mere(reading, i) for i in tops if reading.pos[i] not in ("VERB", "PUNCT"))


def _is_mere(reading: Reading, word: int) -> bool:
    form = reading.word(word).lower()
    if is_weapon(reading, word):
        return True
    known = lexicon.role(form) is not None or lexicon.body(form) is not None
    return reading.pos[word] == "NOUN" and word in reading.mentions and is_thing(reading, word) and not known


def tool(reading: Reading, verb: int) -> int | None:
    """With what thing something is done: "blocked the road with {lorries}"."""
    thing = valency.governed(reading, verb, "with")
    return thing if thing is not None and reading.pos[thing] == "NOUN" and not is_somebody(reading, thing) else None


def owner(reading: Reading, top: int) -> int | None:
    """Whose act it is: "Russia" of "Russia's strikes", "Russian" of "Russian strikes"."""
    for i in range(max(0, top - LONG), top):
        above = reading.head[i]
        if above == top and reading.relation[i] == "nmod:poss" and not is_when(reading, i):
            return i
        # "US military presence"; what stands right before it, whatever the tree makes of it
        inside = above == top or (reading.head[above] == top and i < above < top) or i == top - 1
        if inside and reading.pos[i] in ("ADJ", "PROPN") and lexicon.nationality(reading.word(i)):
            return i
        has = above == top and reading.relation[i] == "compound" and reading.pos[i] == "NOUN"
        aim = valency.is_one_of("premises", reading, i) and is_act(reading, top)  # "a church attack"
        if has and is_somebody(reading, i) and not aim and not valency.is_one_of("purpose", reading, i):
            return i  # "a police car"
        named = above == top and reading.relation[i] == "compound" and is_body(reading, i)
        if named and is_act(reading, top):
            return i  # "a NATO grant"
    return valency.doer_behind(reading, top)


def is_body(reading: Reading, word: int) -> bool:
    """Whether a word heads the name of a body: "the {Arab League} summit"."""
    mention = reading.mentions.get(word)
    return reading.pos[word] == "PROPN" and mention is not None and mention.kind == "organization"


def is_part(reading: Reading, one: int, other: int) -> bool:
    """Whether two words head parts of one phrase, which is read with all its parts."""
    mention = reading.mentions.get(one)
    return mention is not None and mention.words[0] <= other < mention.words[1]


def top_of(
    reading: Reading,
    word: int,
    trigger: int,
    likely: Mapping[int, float],
    shown: Container[int] = (),
    people: bool = True,
) -> int:
    """The word that heads the phrase around a word, as far as the model takes it all for one. shown: words that tell of
    the act with its trigger, not of whom it is done to: "recalled its {ambassador} to Chile". people: those are looked
    for who take part, and not where they are: "met {the rebels} in Gao"."""
    at = word
    for _ in range(LONG):
        above, relation = reading.head[at], reading.relation[at]
        if above in (at, trigger) or above in shown or reading.pos[above] in ("VERB", "AUX"):
            break
        if relation == "nmod:poss" and reading.relation[above] == "compound" and reading.head[above] == trigger:
            break  # "{Oslo}'s election pledge"
        if relation == "compound" and _is_named(reading, at) and is_act(reading, above):
            break  # "offered {Sow} talks"
        if people and _takes_part(reading, above, trigger):  # "Saudi Arabia's ambassador visited"
            at = above
            continue
        alone = relation == "amod" and likely.get(above, 0.0) < SHARE * likely.get(at, 0.0)
        part = relation in INNER and not (alone and not is_somebody(reading, above))
        if part or (relation in OUTER and likely.get(above, 0.0) >= SHARE * likely.get(at, 0.0)):
            at = above
        else:
            break
    return at


def _is_named(reading: Reading, word: int) -> bool:
    """Whether a word is the name of a person."""
    mention = reading.mentions.get(word)
    return reading.pos[word] == "PROPN" and mention is not None and mention.kind == "person"


def _takes_part(reading: Reading, word: int, trigger: int) -> bool:
    """Whether the tree, or their standing side by side, says that people or a body take part in what a verb tells."""
    if not is_somebody(reading, word):
        return False
    beside = word < trigger and all(reading.pos[i] in ("ADV", "AUX") for i in range(word + 1, trigger))
    if beside or reading.head[word] != trigger:
        return beside
    met = valency.governed(reading, trigger, *lexicon.function_words("met"))  # "met with the minister of Chad"
    # No verb has an owner, whatever the tree says: "sentenced Moor's {predecessor}".
    owned = reading.relation[word] == "nmod:poss" and reading.pos[trigger] == "VERB"
    return owned or reading.relation[word] in CORE or word == met


def is_somebody(reading: Reading, word: int) -> bool:
    """Whether a word heads a phrase that means people or a body."""
    mention = reading.mentions.get(word)
    if mention is None:
        return reading.pos[word] == "NOUN" and lexicon.role(reading.word(word)) is not None
    return mention.kind in ("person", "organization")


def phrase(reading: Reading, top: int, trigger: int) -> Words:
    """The whole phrase that a word heads, up to the telling itself, and up to what tells when; of "the Israeli
    ambassador" whose he is."""
    after = top + 1
    beside = after < len(reading) and reading.pos[after] == "NOUN" and reading.head[after] == reading.head[top]
    if beside or reading.relation[top] in ("amod", "compound"):
        for begin in (max(0, top - 1), top):  # "South Korean", "Israeli"
            if lexicon.nationality(reading.string((begin, top + 1))):
                return begin, top + 1
    mention = reading.mentions.get(top) or _name_around(reading, top)
    if mention and not mention.words[0] <= trigger < mention.words[1] and mention.words[1] - mention.words[0] <= LONG:
        a, b = mention.words
        if _counts_part(reading, a, top) and top != reading.head[trigger]:
            a -= 2
        return a, next((i for i in range(top + 1, b) if _leads_out(reading, i, top)), b)
    begin = end = top
    while begin > 0 and top - begin < LONG and _within(reading, begin - 1, top) and begin - 1 != trigger:
        begin -= 1
    while end + 1 < len(reading) and end - top < LONG and _within(reading, end + 1, top) and end + 1 != trigger:
        end += 1
    k = bisect_left(reading.names, end + 1, key=lambda name: name.words[0]) - 1
    if k >= 0 and begin <= reading.names[k].words[0]:
        end = max(end, reading.names[k].words[1] - 1)  # "heir Lee Min-{ho}"
    return begin, end + 1


def _counts_part(reading: Reading, begin: int, top: int) -> bool:
    """Whether a number before a phrase says of how many of those meant it is: "{17 of} the 43 pupils"."""
    if begin < 2 or reading.word(begin - 1).lower() != "of" or reading.pos[begin - 2] != "NUM":
        return False
    return reading.head[begin - 2] == top or reading.head[top] == begin - 2


def _name_around(reading: Reading, word: int) -> Mention | None:
    """The name of which a word is a part: the republic whose name begins with "Democratic People's"."""
    if reading.pos[word] != "PROPN":
        return None
    heads = range(word + 1, min(word + BEHIND, len(reading)))
    around = (reading.mentions[i] for i in heads if i in reading.mentions and reading.pos[i] == "PROPN")
    return next((m for m in around if m.words[0] <= word and m.kind in ("organization", "place", "person")), None)


def _leads_out(reading: Reading, word: int, top: int) -> bool:
    """Whether a word begins what does not belong to the phrase: what tells when, what hangs on the verb ("jailed {four
    men} over the theft"), a clause about those meant ("{officials} it accused of fraud")."""
    if reading.relation[word] == "nsubj" and reading.pos[word] == "PRON":
        return True
    if reading.relation[word] == "cc":  # "seven guards {and} a nurse"
        other = reading.head[word]
        own = any(word < i < other for i in valency.parts(reading, other, "det", "nummod"))
        return own and reading.relation[other] == "conj" and reading.head[other] == top and is_somebody(reading, other)
    if reading.word(word) == ",":
        return _opens_next_state(reading, word + 1, top)
    if reading.relation[word] == "mark":  # "two {clerks} of hiding it"
        return top not in reading.upward(word, LONG)
    if reading.relation[word] != "case":
        return False
    hangs = reading.word(word).lower() != "of" and reading.relation[reading.head[word]] in ("obl", "obl:agent")
    return is_dated(reading, word + 1) or (hangs and top not in reading.upward(word, LONG))


def _opens_next_state(reading: Reading, begin: int, top: int) -> bool:
    """Whether the next of several states is named from a word on: "{Peru}, Chile sign pact"."""
    first = reading.head[top] if reading.relation[top] == "conj" else top
    after = next((i for i in valency.parts(reading, first, "conj") if begin <= i < begin + STATE), None)
    return after is not None and all(_ends_state(reading, i) for i in (top, after))


def _ends_state(reading: Reading, word: int) -> bool:
    begins = range(max(0, word - STATE + 1), word + 1)
    return any(lexicon.country(reading.string((begin, word + 1))) is not None for begin in begins)


def is_dated(reading: Reading, word: int) -> bool:
    """Whether a time expression begins with a word."""
    k = bisect_left(reading.times, word, key=lambda time: time.words[0])
    return k < len(reading.times) and reading.times[k].words[0] == word


def _town_before(reading: Reading, state: Words) -> int | None:
    """The place that lies in one named behind it: "in {Gao}, Mali, on Monday", but not "in {Gao}, Mali said"."""
    comma, end = state[0] - 1, state[1]
    if comma < 1 or reading.word(comma) != ",":
        return None
    parted = end < len(reading) and reading.pos[end] == "PUNCT"
    if not parted and any(reading.relation[i] in valency.SUBJECTS for i in range(*state)):
        return None
    before = range(comma - 1, max(-1, comma - BEHIND), -1)
    return next((i for i in before if i in reading.mentions and reading.mentions[i].words[1] in (comma, end)), None)


def is_when(reading: Reading, word: int) -> bool:
    """Whether a word tells when something is: "{Friday}'s raid", "the {overnight} raid"."""
    k = bisect_right(reading.times, word, key=lambda time: time.words[0]) - 1
    return k >= 0 and word < reading.times[k].words[1] and not is_somebody(reading, word)


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


def is_nobody(reading: Reading, word: int) -> bool:
    """Whether a word means nobody: what names nobody, "no soldier", a number alone, "each other", what tells only what
    somebody is like ("responsible", but not "Kenyan", "the wounded"), what is one with its verb ("took {place}"), what
    tells when ("{Monday}'s raid")."""
    if valency.is_one_of("idle", reading, word) and valency.is_one_of("taking", reading, reading.head[word]):
        return True
    if any(valency.is_one_of("nobody", reading, i) for i in (word, *valency.parts(reading, word, "det", "advmod"))):
        return True
    if is_when(reading, word) or _is_article_alone(reading, word):
        return True
    if reading.pos[word] in NAMELESS or valency.is_word("reciprocal", reading, word):
        return True
    if is_each_other(reading, word):
        return True
    if reading.pos[word] not in ("NUM", "ADJ"):
        return False
    if word in reading.mentions:  # "hundreds of farmers", "the wounded", but not "20 of the drones"
        return reading.pos[word] == "NUM" and (reading.mentions[word].kind in THINGS or _counts_things(reading, word))
    return not lexicon.nationality(reading.word(word))


def _counts_things(reading: Reading, number: int) -> bool:
    """Whether a number tells how many of some things there were, be the tree wrong: "{17} of 22 drones"."""
    known = lexicon.number_word(reading.word(number).lower()) if reading.pos[number] == "NUM" else None
    if known is not None and known.kind == "scale":
        return True  # "blocked 50 {billion} euros"
    if reading.pos[number] != "NUM" or reading.word(min(number + 1, len(reading) - 1)).lower() != "of":
        return False
    behind = range(number + 2, min(number + 2 + BEHIND, len(reading)))
    noun = next((i for i in behind if reading.pos[i] not in ("NUM", "DET", "ADJ")), None)
    return noun is not None and noun in reading.mentions and is_thing(reading, noun)


def is_each_other(reading: Reading, word: int) -> bool:
    """Whether a word means whoever does the same back: "blamed each {other}", "one {another}", "each side accusing the
    {other}"."""
    before, form, behind = (reading.word(i).lower() if 0 <= i < len(reading) else "" for i in range(word - 1, word + 2))
    if {(before, form), (form, behind)} & {("each", "other"), ("one", "another")}:
        return True
    if (before, form) != ("the", "other"):
        return False
    here = (i for i in range(max(0, word - LONG), word) if reading.sentence[i] == reading.sentence[word])
    return any(valency.is_word("reciprocal", reading, i) for i in here)


def is_where(reading: Reading, word: int) -> bool:
    """Whether a common noun tells where something is: "jailed for a year in {a prison}"."""
    if reading.pos[word] != "NOUN" or reading.relation[word] not in ("obl", "nmod"):
        return False
    before = (reading.word(i).lower() for i in valency.parts(reading, word, "case"))
    return not lexicon.function_words("located").isdisjoint(before)


def _is_article_alone(reading: Reading, word: int) -> bool:
    """Whether a word is an article with which nothing begins that is known to be somebody or something."""
    article = valency.is_word("article", reading, word)
    return article and all(mention.words[0] != word for mention in reading.mentions.values())


def is_setting(reading: Reading, word: int) -> bool:
    """Whether the name of a place tells where something is done: "killed nine in {Gao}"."""
    mention = reading.mentions.get(word)
    if reading.pos[word] != "PROPN" or mention is None or mention.kind != "place":
        return False
    if (town := _town_before(reading, mention.words)) is not None:
        return is_setting(reading, town)
    if reading.relation[word] not in ("obl", "nmod"):
        return False
    before = [reading.word(i).lower() for i in valency.parts(reading, word, "case")]
    if "over" in before and "all" in valency.forms(reading, word, "advmod", "det", "case"):
        return True  # "all over {Peru}"
    return not (lexicon.function_words("located") - {"at"}).isdisjoint(before)
