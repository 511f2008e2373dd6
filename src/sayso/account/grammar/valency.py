"""Who does it and to whom as grammar alone tells, whatever the words mean: the subject that joined verbs share, whom a
passive is done to, whom a complaint is about, what a protest is against."""

from __future__ import annotations

from collections.abc import Iterator

from sayso import lexicon
from sayso.account.grammar.tenses import tense
from sayso.model import EventType
from sayso.reader.reading import Reading, Words

REACH = 25  # words between a word and what depends on it, at most
JOINED = 4  # verbs joined one to another, at most
FAR = 4  # steps up the tree to a subject
BESIDE = ("conj", "advcl", "parataxis")  # a clause beside another
SUBJECTS = ("nsubj", "nsubj:pass")


def parts(reading: Reading, word: int, *relations: str) -> Iterator[int]:
    """The words that depend on a word by one of these relations, in their order."""
    for i in range(max(0, word - REACH), min(word + REACH, len(reading))):
        if i != word and reading.head[i] == word and reading.relation[i] in relations:
            yield i


def has(reading: Reading, word: int, *relations: str) -> bool:
    """Whether a word depends on another by one of these relations."""
    return next(parts(reading, word, *relations), None) is not None


def forms(reading: Reading, word: int, *relations: str) -> set[str]:
    """What depends on a word by one of these relations, in small letters: the "in" of "in {Homs}"."""
    return {reading.word(i).lower() for i in parts(reading, word, *relations)}


def is_one_of(use: str, reading: Reading, word: int) -> bool:
    """Whether a word is, in any form, one of those of a use of function_words.tsv."""
    return not lexicon.function_words(use).isdisjoint(lexicon.lemmas(reading.word(word)))


def is_word(use: str, reading: Reading, word: int) -> bool:
    """Whether a word as it stands is one of those of a use of function_words.tsv."""
    return reading.word(word).lower() in lexicon.function_words(use)


def is_indefinite(reading: Reading, noun: int) -> bool:
    """Whether a noun has the article that brings in somebody or something: "a {clerk}"."""
    return not lexicon.function_words("indefinite-article").isdisjoint(forms(reading, noun, "det"))


def subject(reading: Reading, verb: int) -> int | None:
    """The subject of an active verb, its own or the one it shares with a verb before: "{rebels} shelled the port and
    burned boats"."""
    found = _subject(reading, verb)
    return found[0] if found and not found[1] else None


def is_asked_after(reading: Reading, act: int) -> bool:
    """Whether it is asked who or what does what a verb tells, or its object: "asked {who} shelled the port", "did not
    say {which unit} had opened fire and killed nine", but not "Togo, {which} shelled the port"."""
    verb = reading.head[act] if reading.relation[act] == "obj" else act
    if reading.pos[verb] != "VERB":
        return False
    who = next((i for i in range(verb - 1, 0, -1) if reading.pos[i] not in ("AUX", "ADV")), 0)
    if asks_who(reading, who):
        return True
    verbs = (verb, *joined(reading, verb))
    first = next((i for i in verbs if has(reading, i, *SUBJECTS)), verbs[-1])
    doer, above = next(parts(reading, first, *SUBJECTS), None), reading.head[first]
    if doer is None:  # trees take it for "what" that something is said of
        of_what = reading.relation[first] == "acl:relcl" and reading.relation[above] in ("obj", "ccomp")
        return of_what and _asks(reading, above)
    asking = next((i for i in (doer, *parts(reading, doer, "det")) if _asks(reading, i)), None)
    told = asking is not None and above < asking < first and reading.pos[asking - 1] not in ("NOUN", "PROPN", "PUNCT")
    return told and reading.relation[first] == "ccomp"


def asks_who(reading: Reading, word: int) -> bool:
    """Whether a word asks who did something, whatever the tree makes of it: "did not know {who} had fired", but not
    "those {who} had fired"."""
    return word > 0 and _asks(reading, word) and reading.pos[word - 1] in ("VERB", "AUX", "ADJ", "ADP")


def _asks(reading: Reading, word: int) -> bool:
    return is_word("asking who", reading, word)


def nearest_subject(reading: Reading, verb: int) -> int | None:
    """The subject of a verb, as the tree has it; of two before it the nearer, "nine clerks {it} accuses", but none that
    a preposition opens: "{Togo}, along with Chad, accused"."""
    subjects = [i for i in parts(reading, verb, "nsubj") if not has(reading, i, "case")]
    return next((i for i in reversed(subjects) if i < verb), subjects[0] if subjects else None)


def controlling(reading: Reading, verb: int) -> int:
    """The verb whose subject does what an infinitive tells, or the verb itself: "the guards {tried} to beat him"."""
    for _ in range(FAR):
        if reading.relation[verb] != "xcomp" or has(reading, reading.head[verb], "obj", "iobj"):
            break
        verb = reading.head[verb]
    return verb


def subject_in_speech(reading: Reading, verb: int) -> int | None:
    """The subject of a verb that is joined to one in what somebody said, and not to that of saying, as its tense shows:
    "the envoy said {Togo} welcomes the vote and regrets the delay"."""
    first = next(iter(joined(reading, verb)[::-1]), verb)
    said, doer = reading.head[first], next(parts(reading, first, "nsubj"), None)
    if first == verb or reading.relation[first] not in ("ccomp", "xcomp") or doer is None or not said < doer < first:
        return None
    tenses = [tense(reading, i) for i in (said, first, verb)]
    return doer if tenses[0] not in (None, tenses[1]) and tenses[1] == tenses[2] else None


def is_verb(reading: Reading, word: int) -> bool:
    """Whether a word is a verb, by its part of speech or by its subject."""
    return reading.pos[word] == "VERB" or has(reading, word, *SUBJECTS)


def sufferer(reading: Reading, trigger: int) -> int | None:
    """Whom the passive of a verb says it is done to ("{two boys} were seized"), who dies, or a noun of what is done to
    whoever has it ("{the party}'s expulsion", "{her} detention was extended")."""
    found = _subject(reading, trigger)
    harmed = found[0] if found and (found[1] or is_one_of("dying", reading, trigger)) else None
    undergone = _undergoer(reading, trigger if harmed is None else harmed)
    return harmed if undergone is None else undergone


def is_short_passive(reading: Reading, verb: int) -> bool:
    """Whether a verb is a passive as headlines have it, which leave out its auxiliary: "two held after raid"."""
    form = reading.word(verb).lower()
    bent = any(lemma != form for lemma in lexicon.lemmas(form))
    past = reading.pos[verb] == "VERB" and bent and not form.endswith(("ing", "s"))
    return past and not has(reading, verb, "obj", "aux")


def _subject(reading: Reading, verb: int) -> tuple[int, bool] | None:
    """The subject of a verb, its own or that of the clause it hangs on ("{a man} died after being hit"), and whether
    the verb is in the passive."""
    found = _shared_subject(reading, verb)
    if found is None and _is_charged(reading, verb):
        above = _shared_subject(reading, bearer(reading, reading.head[verb]))
        return None if above is None else (above[0], True)
    if found is None and (own := _before_auxiliary(reading, verb)) is not None:
        return own, has(reading, verb, "aux:pass")
    if found is None and reading.relation[verb] == "advcl" and has(reading, verb, "aux:pass"):
        above = _shared_subject(reading, reading.head[verb])
        return None if above is None else (above[0], True)
    return found


def _is_charged(reading: Reading, verb: int) -> bool:
    """Whether a participle tells of what somebody is accused of whom its clause is about: "went on trial {accused} of
    theft"."""
    behind = reading.word(verb + 1).lower() if verb + 1 < len(reading) else ""
    hangs = reading.pos[verb] == "VERB" and reading.head[verb] != verb and reading.relation[verb] != "acl"
    bare = hangs and not has(reading, verb, "aux", "obj", *SUBJECTS) and not has(reading, reading.head[verb], "obj")
    return bare and behind in ("of", "with") and is_one_of("charging", reading, verb)


def _shared_subject(reading: Reading, verb: int) -> tuple[int, bool] | None:
    """The subject of a verb, its own or that of one it is joined to, and whether the verb is in the passive."""
    if _is_hurt(reading, verb):
        return next(((i, True) for i in parts(reading, verb, "nsubj") if i < verb), None)
    if reading.pos[verb] != "VERB":
        return None
    for at in (verb, *joined(reading, verb)):
        own = next((i for i in parts(reading, at, *SUBJECTS) if _may_be_subject(reading, i, at)), None)
        own = _before_auxiliary(reading, at) if own is None and at == verb else own
        # Of a dateline, maybe, or "according to monitors", with the subject behind it; or "nine {clerks} it accuses".
        pronoun = reading.pos[at - 1] == "PRON" and reading.head[at - 1] == at
        if own is not None and (reading.pos[own] == "PROPN" or pronoun or has(reading, own, "case")):
            own = next((i for i in parts(reading, at, reading.relation[own]) if own < i < at), own)
        if own is not None and reading.pos[own] == "NOUN" and reading.pos[own + 1] == "PROPN":
            last = max(parts(reading, at, reading.relation[own]))
            own = last if last == own + 1 < at else own  # "the app {Zyx}"
        if own is not None and reading.relation[own] == "nsubj":  # be the subject of "said" taken for one, too
            own = next((i for i in parts(reading, at, "nsubj:pass") if own < i < at), own)
        if own is not None:
            passive = reading.relation[own] == "nsubj:pass" or _is_after_been(reading, at) or _is_elliptic(reading, at)
            bare = reading.relation[own] not in SUBJECTS or (at == verb and not has(reading, at, "obj"))
            passive = passive or (bare and has(reading, at, "aux:pass"))
            if at != verb and has(reading, verb, "aux:pass"):
                return own, True  # "{hundreds} marched but were dispersed"
            # "Was arrested and sentenced", but "was arrested and accused the police".
            return own, passive and (at == verb or not (_takes(reading, verb) or has(reading, verb, "aux")))
    return None


def _is_hurt(reading: Reading, word: int) -> bool:
    """Whether a participle tells of what was done to somebody though the tree takes it for what he is: "nine were
    {hurt}"."""
    return has(reading, word, "cop") and is_one_of("casualty", reading, word) and reading.pos[word] in ("ADJ", "VERB")


def _before_auxiliary(reading: Reading, verb: int) -> int | None:
    """The subject that begins a clause and stands right before its auxiliary, whatever the tree takes it for: "and
    {nine nurses} had been seized", "unless {the nurses} were freed"."""
    first = next(parts(reading, verb, "aux", "aux:pass"), verb)
    last = first - 1
    if first == verb or last < 1 or reading.pos[last] not in ("NOUN", "PROPN"):
        return None
    begin = min(parts(reading, last, "det", "nummod", "amod", "compound", "nmod:poss"), default=last)
    opens = begin > 0 and reading.pos[begin - 1] in ("CCONJ", "SCONJ")
    return last if opens else None


def _is_after_been(reading: Reading, verb: int) -> bool:
    """Whether a verb is a passive by its form and "been" before it, be the tree wrong: "had {been} threatened"."""
    after = verb > 0 and reading.word(verb - 1).lower() == "been" and reading.pos[verb] == "VERB"
    return after and not reading.word(verb).lower().endswith("ing")


def _is_elliptic(reading: Reading, verb: int) -> bool:
    """Whether a verb shares the auxiliary of a passive it is joined to: "nine were held and {two officers} hurt"."""
    above = reading.head[verb]
    joined_to = reading.relation[verb] == "conj" and has(reading, above, "aux:pass")
    return joined_to and is_short_passive(reading, verb)


def _may_be_subject(reading: Reading, word: int, verb: int) -> bool:
    """Whether the tree may be believed that a word is the subject: it stands before the verb, or right behind one that
    has no object ("said {the mayor}")."""
    if is_word("relative", reading, word) and word and reading.pos[word - 1] == "ADP":
        return False  # "fighting in {which} nine were killed"
    behind = any(reading.pos[i] == "PUNCT" for i in range(verb, word))
    return word < verb or not (behind or _takes(reading, verb))


def _takes(reading: Reading, verb: int) -> bool:
    """Whether a verb has an object that is no time nor sum: not "released {the same day}", "fined {$90}"."""
    objects = (i for i in parts(reading, verb, "obj") if reading.pos[i] != "SYM")
    return any(i not in reading.mentions or reading.mentions[i].kind != "time" for i in objects)


def is_bare(reading: Reading, verb: int) -> bool:
    """Whether a verb has the form in which somebody is bidden: "leave"."""
    word = reading.word(verb).lower()
    return set(lexicon.lemmas(word)) == {word}


def tells_of(reading: Reading, word: int, type_: EventType) -> bool:
    """Whether a word is known to tell of events of a type: "struck", "the bombing"."""
    known = lexicon.event_word(reading.word(word), reading.pos[word])
    return known is not None and type_ in known.types


def foe(reading: Reading, verb: int) -> int | None:
    """Against whom those fought to whom something was done: "was killed fighting {rebels}", "killed in clashes with
    {rebels}"."""
    for fight in (*parts(reading, verb, "advcl", "xcomp", "obl"), *_beside(reading, verb)):
        if fight > verb and tells_of(reading, fight, "ASSAULT"):
            # Not "was shelled, {wounding} three boys".
            fights = reading.pos[fight] == "VERB" and is_one_of("battling", reading, fight)
            fought = next(parts(reading, fight, "obj"), None) if fights else None
            return governed(reading, fight, "with", "against") if fought is None else fought
    return None


def _beside(reading: Reading, verb: int) -> range:
    """The verb right behind another, whatever the tree makes of it: "were killed {fighting} rebels"."""
    behind = verb + 1
    return range(behind, behind + (behind < len(reading) and reading.pos[behind] == "VERB"))


def infinitives(reading: Reading, verb: int) -> Iterator[int]:
    """The verbs that hang on a verb one after another as what is to be done: "threatened to {send} troops to {free} the
    town"."""
    # "Launched an offensive to {free} the town".
    tools = (i for thing in parts(reading, verb, "obj") for i in parts(reading, thing, "acl"))
    for below in (*parts(reading, verb, "xcomp", "advcl"), *tools):
        if below > verb and any(reading.word(i).lower() == "to" for i in parts(reading, below, "mark")):
            yield below
            yield from infinitives(reading, below)


def _undergoer(reading: Reading, noun: int) -> int | None:
    """Whose act a noun tells of that is done to him: "{the party}'s expulsion", but not "Chad's killing of a boy"."""
    if not is_one_of("undergone", reading, noun):
        return None
    return None if governed(reading, noun, "of") is not None else next(parts(reading, noun, "nmod:poss"), None)


def whose(reading: Reading, noun: int) -> int | None:
    """Whose act a noun tells of that he himself does: "the defection of {a general}"."""
    owned = has(reading, noun, "nmod:poss")  # "Oslo's withdrawal of its troops"
    if owned or reading.pos[noun] != "NOUN" or not is_one_of("done-by", reading, noun):
        return None
    of = governed(reading, noun, "of")
    if of is None:  # trees err: it is whoever is told of right behind "of"
        behind = noun + 2 if reading.word(min(noun + 1, len(reading) - 1)).lower() == "of" else -1
        return next((i for i, mention in reading.mentions.items() if mention.words[0] == behind), None)
    leading = [i for i in parts(reading, of, "case") if i < of]
    if len(leading) > 1:  # "the withdrawal of {guards} from Gao", whatever the tree hangs "of" on
        return next((i for i in parts(reading, noun, "nmod") if leading[0] < i < leading[1]), None)
    return of


def told_of(reading: Reading, pronoun: int) -> int | None:
    """The noun of which a clause tells by its pronoun: "a {nurse} who was held"; of two people the one right before it,
    "the sister of a {nurse} who was held"."""
    verb, before = reading.head[pronoun], pronoun - 1
    relative = reading.relation[verb] == "acl:relcl" and is_word("relative", reading, pronoun)
    person = before in reading.mentions and reading.mentions[before].kind == "person"
    noun = before if person else reading.head[verb]
    return noun if relative and noun < pronoun and reading.pos[noun] == "NOUN" else None


def fronted(reading: Reading, verb: int) -> int | None:
    """The noun before a clause that tells whom its verb is done to by "which" or "whom": "a {firm}, which it fined"."""
    pronouns = (i for i in parts(reading, verb, "obj") if is_word("relative", reading, i))
    pronoun = next((i for i in pronouns if i < verb), None)
    if pronoun is None:
        return None
    at = pronoun - 2 if reading.word(pronoun - 1) == "," else pronoun - 1
    while at > 0 and reading.relation[at] in ("flat", "compound", "appos") and pronoun > reading.head[at] > 0:
        at = reading.head[at]
    return at if at >= 0 and reading.pos[at] in ("NOUN", "PROPN") else None


def joined(reading: Reading, verb: int) -> list[int]:
    """The verbs before it to which a verb is joined, the nearest first."""
    found: list[int] = []
    while reading.relation[verb] in ("conj", "parataxis") and len(found) < JOINED:
        verb = reading.head[verb]
        found.append(verb)
    return found


def is_beside(reading: Reading, verb: int, other: int) -> bool:
    """Whether a verb is joined to another before it and has objects of its own: "fired and {broke} into a house", but
    not "beat and {killed} a guard", which is done to one."""
    apart = any(reading.pos[i] not in ("ADV", "AUX", "CCONJ", "PUNCT") for i in range(other + 1, verb))
    return apart and other in joined(reading, verb)


def bearer(reading: Reading, trigger: int) -> int:
    """The verb that bears a telling: itself, or that on which its noun hangs ("{took} part in riots")."""
    return next((i for i in reading.upward(trigger, FAR) if reading.pos[i] == "VERB"), trigger)


def is_within(reading: Reading, word: int, verb: int) -> bool:
    """Whether a word depends on a verb with no other verb between them."""
    for at in reading.upward(word, REACH):
        if at == verb:
            return True
        if at != word and reading.pos[at] == "VERB":
            return False
    return False


def host(reading: Reading, trigger: int) -> int | None:
    """The verb of the clause in which a participle tells what came of it: "{opened} fire on the crowd, killing two"."""
    apart = reading.relation[trigger] == "acl" and reading.word(trigger - 1) == ","  # it is not of its noun
    verb = bearer(reading, reading.head[trigger]) if apart else reading.head[trigger]
    follows = (apart or reading.relation[trigger] in BESIDE) and verb < trigger and reading.pos[verb] == "VERB"
    forms = [reading.word(i).lower().endswith("ing") for i in (verb, trigger)]
    return verb if follows and forms == [False, True] else None


def subject_around(reading: Reading, word: int) -> int | None:
    """The subject of the nearest verb above a word that has another one: "{ministers} said talks with the unions aim at
    peace"."""
    for at in reading.upward(word, FAR):
        own = subject(reading, at)
        if own is not None and own != word and reading.pos[own] != "PRON":
            return own
    return None


def topic(reading: Reading, verb: int) -> int | None:
    """Of whom a clause says something that depends on a verb or its noun: "complained that {Oslo} did not answer",
    "complaints that {Oslo} hid it"."""
    noun = reading.pos[verb] == "NOUN"
    for clause in parts(reading, verb, "ccomp", *(("acl",) if noun else ())):
        if noun and "that" not in forms(reading, clause, "mark"):
            continue
        if clause > verb and not is_asked(reading, clause):
            return next(parts(reading, clause, "nsubj"), None)  # not whom something was done to
    return None


def is_circumstance(reading: Reading, verb: int) -> bool:
    """Whether a verb tells what was besides: "as shoppers {filled} the street", "and {fled}"."""
    marks = {reading.word(i).lower() for i in parts(reading, verb, "mark")}
    return reading.relation[verb] in BESIDE or bool(marks - {"that", "to"})


def verb_of(reading: Reading, words: Words, *relations: str) -> int | None:
    """The verb of which words are a participant by one of these relations, its subject or object."""
    for i in range(*words):
        verb = reading.head[i]
        if reading.relation[i] in relations and reading.pos[verb] == "VERB" and not words[0] <= verb < words[1]:
            return verb
    return None


def died(reading: Reading, words: Words) -> bool:
    """Whether it is told only that somebody died: "{a nurse} died and six others were hurt"."""
    verb = verb_of(reading, words, "nsubj")
    return verb is not None and is_one_of("dying", reading, verb)


def is_asked(reading: Reading, verb: int) -> bool:
    """Whether a clause leaves open whether it is so: "whether they {fled}"."""
    return any(reading.word(i).lower() in ("whether", "if") for i in parts(reading, verb, "mark"))


def given_to(reading: Reading, trigger: int) -> int | None:
    """To whom what a verb's object or the verb itself tells of is given: "offered {Mali} talks"."""
    noun = reading.pos[trigger] == "NOUN" and reading.relation[trigger] in ("obj", "xcomp")
    verb = reading.head[trigger] if noun else trigger
    to = next(parts(reading, verb, "iobj"), None)
    if to is None and is_one_of("handing", reading, verb) and not noun:  # "handed the remains to {the mayor}"
        to = governed(reading, verb, "to")
        return to if to is not None and to in reading.mentions else None
    return to if to is not None and reading.pos[to] in ("NOUN", "PROPN") and (noun or _takes(reading, verb)) else None


def condition(reading: Reading, threat: int) -> int | None:
    """Who must do something, or leave it, lest what is threatened be done: "will strike unless {the miners} leave"."""
    above = [threat, *parts(reading, threat, "xcomp", "ccomp", "obl", "obj")]
    for clause in (i for verb in above for i in parts(reading, verb, "advcl", "conj")):
        if not {"if", "unless"}.isdisjoint(reading.word(i).lower() for i in parts(reading, clause, "mark")):
            return next(parts(reading, clause, "nsubj"), None)
    return None


def charged(reading: Reading, act: int) -> int | None:
    """Who is held for an act or charged with it, and so is said to have done it: "arrested {two men} for looting",
    "{the man} faces two counts of murder"."""
    if reading.pos[act] == "NOUN":
        return _charged_with(reading, act)
    verb = reading.head[act]
    before = {reading.word(i).lower() for i in parts(reading, act, "case", "mark")}
    if (
        verb > act
        or not reading.word(act).lower().endswith("ing")
        or before.isdisjoint(lexicon.function_words("charge"))
    ):
        return None
    if not (is_one_of("suspected", reading, verb) or is_one_of("charging", reading, verb)):
        return None
    passive = sufferer(reading, verb)
    return passive if passive is not None else next(parts(reading, verb, "obj"), None)


def _charged_with(reading: Reading, act: int) -> int | None:
    """Who is charged with an act told by its noun: "{the man} was charged with murder", "on trial for murder"."""
    if forms(reading, act, "case").isdisjoint(lexicon.function_words("charge")):
        return None
    count = reading.head[act]
    listed = count < act and reading.pos[count] == "NOUN" and is_one_of("faced", reading, count)
    verb = reading.head[count] if listed else count
    faces = listed and is_one_of("facing", reading, verb)
    if verb > act or not (faces or (reading.pos[verb] == "VERB" and is_one_of("prosecuting", reading, verb))):
        return None
    if faces:
        return subject(reading, verb)
    passive = sufferer(reading, verb)
    return passive if passive is not None else next(parts(reading, verb, "obj"), None)


def governed(reading: Reading, word: int, *prepositions: str) -> int | None:
    """What depends on a word by one of these prepositions: "rallied against {the parade}"."""
    for i in parts(reading, word, "obl", "nmod", "obl:agent", "obj", "compound", "dep"):  # a preposition tells it
        before = (reading.word(k).lower() for k in parts(reading, i, "case") if word < k < i)
        if i > word and any(form in prepositions for form in before):
            return i
    return None


def doer_behind(reading: Reading, act: int) -> int | None:
    """Who is told behind the noun of an act to do it: "an offensive by {rebels}", "a warning issued by {Oslo}", "a
    blockade that {miners} had kept up", "criticism on the part of {nurses}"."""
    given = [i for i in parts(reading, act, "acl", "acl:relcl", "ccomp") if i > act and is_one_of("light", reading, i)]
    for i in given:
        does = next((k for k in parts(reading, i, "nsubj") if act < k < i), None)
        if does is not None and reading.pos[does] in ("NOUN", "PROPN"):
            return does
    by = next((who for i in (act, *given) if (who := governed(reading, i, "by")) is not None), None)
    return on_the_part_of(reading, act) if by is None else by


def on_the_part_of(reading: Reading, noun: int) -> int | None:
    """On whose part a noun tells of something to be: "anger on the part of {farmers}"."""
    part = governed(reading, noun, "on")
    on_it = part is not None and is_word("on-the-part", reading, part)
    return governed(reading, part, "of") if part is not None and on_it else None


def kept_from(reading: Reading, act: int) -> int | None:
    """The verb by which somebody keeps others from an act: "{prevented} nurses from {storming} the hall", "{foiled} an
    {attack}", "a court {suspended} the {expulsion}"."""
    verb = reading.head[act]
    if reading.pos[act] == "NOUN":
        undergone = reading.relation[act] in ("obj", "nsubj:pass")
        foiled = is_one_of("foiling", reading, verb) or (
            is_one_of("staying", reading, verb) and _is_ruled(reading, verb)
        )
        return verb if undergone and foiled else None
    from_ = reading.word(act).endswith("ing") and "from" in forms(reading, act, "mark", "case")
    return verb if from_ and verb < act and is_one_of("keeping-from", reading, verb) else None


def _is_ruled(reading: Reading, verb: int) -> bool:
    """Whether a court or a judge does what a verb tells."""
    passive = has(reading, verb, "nsubj:pass")
    doers = [governed(reading, verb, "by")] if passive else parts(reading, verb, "nsubj")
    words = [reading.word(i).lower() for i in doers if i is not None]
    known = (known for word in words for known in (lexicon.body(word), lexicon.role(word)) if known is not None)
    return any(one.sector == "JUD" for one in known)


def filed(reading: Reading, act: int) -> int | None:
    """The verb by which what was done is brought before the police or a court: "opened a case of {theft}", "reported a
    {theft} to police"."""
    noun = reading.head[act]
    of = reading.relation[act] == "nmod" and is_one_of("filed", reading, noun)
    thing = noun if of else act
    verb = reading.head[thing]
    if reading.pos[act] != "NOUN" or reading.relation[thing] not in ("obj", "nsubj:pass"):
        return None
    told_to = of or any(governed(reading, i, "to") is not None for i in (verb, act))
    return verb if told_to and is_one_of("filing", reading, verb) else None


def is_of_filing(reading: Reading, word: int, act: int) -> bool:
    """Whether a word tells when or where what was done was brought before the police, and not when or where it was
    done: "opened a case of {theft} in Lima on Monday", "reported a {theft} in Cusco to police in Lima"."""
    verb = filed(reading, act)
    if verb is None or reading.sentence[word] != reading.sentence[act]:
        return False
    return reading.head[act] != verb or act not in reading.upward(word, REACH)


def laid_on(reading: Reading, act: int) -> int | None:
    """On whom an act is laid: "a {raid} blamed on the miners", "a {raid} that Peru blamed on the miners", "attributed
    the {raid} to the miners"."""
    if reading.pos[act] != "NOUN" and not reading.word(act).endswith("ing"):
        return None
    verbs = [i for i in parts(reading, act, "acl", "acl:relcl") if i > act]
    if reading.relation[act] == "nsubj":  # "the {raid}, blamed on the miners, killed nine"
        verbs += [i for i in parts(reading, reading.head[act], "advcl") if act < i < reading.head[act]]
    if not has(reading, act, "case") and reading.relation[act] in ("obj", "nsubj:pass", "ccomp", "obl"):  # as trees err
        verbs.append(reading.head[act])
    laying = [i for i in verbs if is_one_of("laying", reading, i)]
    return next((who for i in laying for k in (i, act) if (who := governed(reading, k, "on", "to")) is not None), None)


def part_in(reading: Reading, act: int) -> int | None:
    """The verb by which somebody is said to have a part in an act: "were involved in the {raid}", "played a part in the
    {raid}"."""
    as_noun = reading.pos[act] == "VERB" and any(reading.word(i).lower() == "in" for i in parts(reading, act, "mark"))
    verb = bearer(reading, reading.head[act] if as_noun else act)  # "in the {shelling} of the port"
    objects = list(parts(reading, verb, "obj"))
    inside = act in [governed(reading, i, "in") for i in (verb, *objects)] and reading.pos[act] != "VERB"
    if not (inside or as_noun):
        return None
    has_part = any(is_one_of("part-taken", reading, i) for i in objects)
    return verb if has_part or is_one_of("taking-part", reading, verb) else None


def is_suffered(reading: Reading, act: int) -> bool:
    """Whether a noun tells of what the subject of its verb has to bear: "suffered a {raid}", "reported {threats}"."""
    verb, relation = reading.head[act], reading.relation[act]
    borne = relation == "obj" or (relation == "nsubj" and act > verb)
    told = tells_of(reading, act, "THREATEN") and is_one_of("receiving", reading, verb)
    return borne and reading.pos[act] == "NOUN" and (told or is_one_of("suffering", reading, verb))


def is_there(reading: Reading, noun: int) -> bool:
    """Whether it is only told of an act whether there was one: "there had been no {raid}"."""
    return any(has(reading, i, "expl") for i in (noun, reading.head[noun]))


def met(reading: Reading, demand: int) -> int | None:
    """With whom a demand wants talks, or what body it wants to meet: "demanded talks with {the union}", "requested a
    session of {the council}"."""
    for i in parts(reading, demand, "obj", "obl"):
        known = lexicon.event_word(reading.word(i), reading.pos[i])
        if i > demand and known is not None and "CONSULT" in known.types:
            return governed(reading, i, *lexicon.function_words("met"), "of")
    return None
