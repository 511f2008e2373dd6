"""How many an event is told of: the figures that its phrases give themselves, whatever the model points at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso import lexicon
from sayso.account.grammar import valency, whom
from sayso.account.grammar.quantities import ONE
from sayso.account.happened.tellings import Telling
from sayso.reader.reading import Reading, Words

LIKELY = 0.3  # how likely a word must act to be looked at for a number of acts
COUNTED = ("ASSAULT", "COERCE", "SANCTION", "MOBILIZE")  # of which those are counted to whom it is done
FAR = 8  # steps up the tree to a clause around
NEAR = 6  # words from a number or a subject to what it belongs to


def count(reading: Reading, telling: Telling) -> None:
    """Add the figures that the phrases themselves give: of those and of what it is done to, of acts. Such a figure
    leaves none from another sentence."""
    parts, here = telling.parts, reading.sentence[telling.trigger]
    figures = (w for w in parts["figure"] if reading.sentence[w[0]] == here or reading.pos[telling.trigger] != "VERB")
    parts["figure"] = [w for w in figures if not _counts_others(reading, telling, w[0])]
    if telling.type in COUNTED:
        within = (i for w in parts["recipient"] for i in range(*w) if reading.relation[i] == "nummod")
        counted = [(i, i + 1) for i in within if i < reading.head[i]]  # "two guards", not "Ann Moor, 34"
        if counted := [*counted, *_joined_counts(reading, telling.trigger), *_one(reading, telling)]:
            parts["figure"] = [*counted, *(w for w in parts["figure"] if reading.sentence[w[0]] == here)]
    parts["figure"] += [*_joined_to(reading, parts["figure"]), *_counted_acts(reading, telling)]


def _counts_others(reading: Reading, telling: Telling, word: int) -> bool:
    """Whether a figure counts those whom another clause is about, and harms nobody by it: "fired at the crowd as
    {hundreds} of people sang", "has seen {two} videos in which guards fire"."""
    above = reading.head[word]
    bare = reading.pos[word] == "NUM" and reading.relation[word] == "nmod" and word > 0
    if bare and reading.word(word - 1).lower() == "of" and _is_one_person(reading, above):
        return True  # "a boy of {nine}"
    noun = above if reading.relation[word] in ("nummod", "det") else word
    of = reading.head[noun] if noun != word and reading.relation[noun] == "nmod" else None
    if of is not None and whom.is_somebody(reading, of) and not valency.is_one_of("quantity", reading, of):
        return True  # "relatives of the {96} hostages"
    noun = reading.head[noun] if reading.relation[noun] == "nmod" else noun  # "thousands of people"
    verb = reading.head[noun]
    after = [reading.word(i).lower() for i in range(word + 1, min(word + 3, len(reading)))]
    core = verb == telling.trigger and reading.relation[noun] in whom.CORE
    if after[:1] == ["of"] and lexicon.pronoun(after[-1]) is not None and not core:
        return True  # "wounded nine men, {two} of them badly"
    if verb == telling.trigger and noun == whom.tool(reading, verb):
        return telling.type != "ACCUSE"  # "blocked the road with {two} lorries", but "charged with {two} thefts"
    bearer = valency.bearer(reading, telling.trigger)
    if verb == bearer != telling.trigger and _is_only_when(reading, telling.trigger):
        return True  # "scrambled {four} jets during the attack"
    if reading.relation[noun] not in whom.CORE or verb in (telling.trigger, bearer):
        return False
    if any(w[0] <= word < w[1] for role in ("actor", "recipient") for w in telling.parts[role]):
        return False
    hurts = valency.is_one_of("casualty", reading, verb) or valency.is_one_of("befallen", reading, verb)
    if hurts and reading.relation[noun] != "nsubj":
        return False
    joined = any(
        valency.is_beside(reading, verb, i) for i in (telling.trigger, valency.bearer(reading, telling.trigger))
    )
    marks = {reading.word(i).lower() for i in valency.parts(reading, verb, "mark")} - {"that", "to"}
    around = verb in reading.upward(telling.trigger, FAR)
    return joined or around or bool(marks) or noun == word or valency.has(reading, verb, *valency.SUBJECTS)


def _is_only_when(reading: Reading, act: int) -> bool:
    """Whether an act only tells when something else was done: "during the {attack}", "after the {raid}"."""
    cases = valency.forms(reading, act, "case")
    when = lexicon.function_words("around") | lexicon.function_words("during")
    return reading.pos[act] == "NOUN" and not cases.isdisjoint(when)


def _is_one_person(reading: Reading, noun: int) -> bool:
    mention = reading.mentions.get(noun)
    person = mention is not None and mention.kind == "person"
    return person and reading.pos[noun] == "NOUN" and not valency.is_one_of("quantity", reading, noun)


def _joined_counts(reading: Reading, verb: int) -> Iterator[Words]:
    """The numbers of all that a verb is done to: "seized {86} rifles and {88} shells", "killed {three}", "found {two}
    boats that were stolen"; and of those who were hurt beside: "nine were killed and {40} injured"."""
    for thing in _undergoers(reading, verb):
        for i in (thing, *valency.parts(reading, thing, "conj")):
            if reading.pos[i] == "NUM":
                yield i, i + 1
            yield from ((k, k + 1) for k in valency.parts(reading, i, "nummod") if k < i)
    hurt = (i for i in valency.parts(reading, verb, "conj") if valency.is_one_of("casualty", reading, i))
    yield from ((k, k + 1) for i in hurt for k in valency.parts(reading, i, "nummod") if verb < k < i)


def _joined_to(reading: Reading, figures: Iterable[Words]) -> Iterator[Words]:
    """The numbers of what is named beside what figures count: "three counts of theft and {one} count of fraud"."""
    for word, _ in figures:
        counted = reading.head[word]
        if reading.relation[word] == "nummod" and word < counted and reading.pos[counted] == "NOUN":
            for i in valency.parts(reading, counted, "conj"):
                yield from ((k, k + 1) for k in valency.parts(reading, i, "nummod") if word < k < i)


def _undergoers(reading: Reading, verb: int) -> Iterator[int]:
    """What a verb is done to; what a clause of it is about, where that stands for it: "{boats} that were stolen",
    "{boats} seized on Friday"."""
    things = list(valency.parts(reading, verb, "obj", "nsubj:pass"))
    for i in things:
        about = valency.told_of(reading, i)
        yield i if about is None else about
    before = reading.head[verb]
    behind = before < verb and all(reading.pos[i] == "ADV" for i in range(before + 1, verb))
    if not things and behind and reading.relation[verb] == "acl" and valency.is_short_passive(reading, verb):
        yield before


def _one(reading: Reading, telling: Telling) -> Iterator[Words]:
    """The article of an act with one thing that is fired: "{a} missile launch", but not "a rocket attack"."""
    fired = (reading.word(i).lower() for i in valency.parts(reading, telling.trigger, "compound"))
    if telling.type == "MOBILIZE" and not lexicon.function_words("weapon").isdisjoint(fired):
        articles = valency.parts(reading, telling.trigger, "det")
        yield from ((i, i + 1) for i in articles if reading.word(i).lower() in ONE)


def _counted_acts(reading: Reading, telling: Telling) -> Iterator[Words]:
    """The numbers of acts that act: "20 sorties hit the town", "20 sorties were carried out, hitting the town"."""
    likely = {i for i, p in telling.happening.roles["actor"] if p > LIKELY}
    if reading.relation[telling.trigger] == "advcl":
        likely.add(reading.head[telling.trigger])
    verbs = (verb for verb in likely if reading.pos[verb] == "VERB")
    subjects = (i for verb in verbs for i in valency.parts(reading, verb, *whom.CORE) if verb - NEAR <= i < verb)
    for act in sorted(i for i in {*likely, *subjects} if whom.is_act(reading, i)):
        for i in range(max(0, act - NEAR), act):
            if reading.head[i] == act and reading.relation[i] == "nummod":
                yield i, i + 1
