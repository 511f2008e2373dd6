"""In which of its senses does a word tell of an act? Workers strike and aircraft do; guns and ministers are fired."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sayso import lexicon
from sayso.account.grammar import valency, whom
from sayso.model import EventType
from sayso.reader.reading import Reading

ARMED: tuple[EventType, ...] = ("ASSAULT", "MOBILIZE")
AIMING = ("on", "at", "upon", "into", "with")  # what tells that guns are fired
PARTICLES = ("compound:prt", "advmod", "case")


@dataclass(frozen=True, slots=True)
class Matter:
    """What a report is about, so far as it tells in which sense its words stand: a word has one sense in a text (Gale,
    Church and Yarowsky 1992)."""

    work: bool  # work and not war: a strike is one of workers
    hacked: frozenset[int]  # the sentences that tell of computers: an attack is one on them


def matter(reading: Reading) -> Matter:
    """What a report is about."""
    nouns = [i for i in range(len(reading)) if reading.pos[i] in ("NOUN", "PROPN")]
    counts = Counter(reading.word(i).lower() for i in nouns)
    work, war = (sum(counts[word] for word in lexicon.function_words(use)) for use in ("of work", "of war"))
    computers = (i for i in nouns if valency.is_word("of hacking", reading, i))
    return Matter(work > war, frozenset(reading.sentence[i] for i in computers))


def set_sense(
    reading: Reading, word: int, scores: dict[str, float], about: Matter, known: lexicon.EventWord | None
) -> None:
    """Give what a word scores in a sense that it cannot have here to the sense that it has."""
    if about.work and _may_be_of_work(reading, word):
        _move(scores, "PROTEST", "ASSAULT")
    if _is_lodged(reading, word):
        scores["ACCUSE"], scores["PROTEST"] = max(scores["ACCUSE"], scores["PROTEST"]), 0.0
    if _is_dismissal(reading, word):
        _move(scores, "COERCE", *ARMED)
    if known is not None and {"ASSAULT", "ACCUSE"} <= set(known.types) and _is_with_words(reading, word):
        _move(scores, "ACCUSE", "ASSAULT")
    if valency.is_one_of("proposing", reading, word) and reading.pos[word] == "VERB":
        asks = _is_of_others(reading, word)
        _move(scores, *(("REQUEST", "AGREE") if asks else ("AGREE", "REQUEST")))
    if reading.sentence[word] in about.hacked and valency.is_one_of("attacking", reading, word):
        _move(scores, "COERCE", "ASSAULT")
    if _is_ruled(reading, word):
        _move(scores, "COERCE", "REQUEST")


def _move(scores: dict[str, float], to: EventType, *senses: EventType) -> None:
    for sense in senses:
        scores[to], scores[sense] = scores[to] + scores[sense], 0.0


def _may_be_of_work(reading: Reading, word: int) -> bool:
    """Whether a word may tell that workers strike: the noun, or the verb if nobody is struck."""
    struck = reading.pos[word] == "VERB" and valency.has(reading, word, "obj", "aux:pass", "obl:agent")
    return valency.is_one_of("striking", reading, word) and not struck


def _is_lodged(reading: Reading, noun: int) -> bool:
    """Whether a noun is what is lodged with somebody: "lodged a protest" is a complaint, no march."""
    verb = reading.head[noun]
    lodged = valency.is_one_of("lodged", reading, verb)
    return lodged and verb != noun and reading.relation[noun] in ("obj", "nsubj:pass")


def _is_dismissal(reading: Reading, word: int) -> bool:
    """Whether it is somebody who is fired, and no gun: "{fired} its director", "the {firing} of nine nurses", "her
    {firing}", but not "{fired} on the crowd"."""
    if not valency.is_one_of("dismissing", reading, word):
        return False
    aims = [valency.governed(reading, word, *AIMING)]
    if any(i is not None and not whom.is_dated(reading, i) for i in aims) or _is_stranded(reading, word + 1):
        return False
    sacked = [*valency.parts(reading, word, "obj", "nsubj:pass", "nmod:poss"), valency.governed(reading, word, "of")]
    return any(i is not None and _is_in_post(reading, i) for i in sacked)


def _is_stranded(reading: Reading, word: int) -> bool:
    """Whether a word is a preposition that nothing stands behind: "were fired {on} near the bridge"."""
    aims = word < len(reading) and reading.word(word).lower() in AIMING
    return aims and reading.head[word] < word


def _is_in_post(reading: Reading, word: int) -> bool:
    """Whether a word means somebody who can be put out of a post, and not "them", which may be shots."""
    mention = reading.mentions.get(word)
    person = mention is not None and mention.kind == "person"
    return person and not valency.is_one_of("things or people", reading, word)


def _is_with_words(reading: Reading, verb: int) -> bool:
    """Whether somebody is attacked with words: "{attacked} the mayor in a speech", "over the tax", "for hiding it",
    "as a liar", "{attacked} the plan", "{hit} back at the mayor", but not "{hit} back with mortars"."""
    if reading.pos[verb] != "VERB":
        return False
    doer = valency.subject(reading, verb)
    if doer is not None and _prints(reading, doer if (told := valency.told_of(reading, doer)) is None else told):
        return True
    below = [*valency.parts(reading, verb, "obl", "advcl", "obl:agent", "xcomp")]
    if any(whom.is_weapon(reading, i) or valency.tells_of(reading, i, "ASSAULT") for i in below):
        return False
    if any(valency.is_one_of("turned on", reading, i) for i in valency.parts(reading, verb, *PARTICLES)):
        return True
    thing = next(valency.parts(reading, verb, "obj", "nsubj:pass"), None)
    if thing is not None and whom.is_idea(reading, thing):
        return True
    spoken = (k for i in below for k in (i, valency.governed(reading, i, "of")) if k is not None)  # "a row of {tweets}"
    if any(valency.is_one_of("spoken in", reading, i) for i in spoken):
        return True
    return not valency.has(reading, verb, "aux:pass") and any(_is_what_for(reading, i) for i in below)


def _prints(reading: Reading, word: int) -> bool:
    """Whether a word means a paper, a station or a text: "{the magazine} attacked the bank"."""
    form = reading.word(word).lower()
    body, document = lexicon.body(form), lexicon.document(form)
    return document is not None or (body is not None and body.kind == "media")


def _is_what_for(reading: Reading, word: int) -> bool:
    """Whether somebody is found fault with for a thing: "for {hiding} it", "over {the tax}", "as {a liar}"."""
    if reading.word(word).endswith("ing") and "for" in valency.forms(reading, word, "mark", "case"):
        return True
    case = valency.forms(reading, word, "case")
    return "as" in case or (bool(case & {"for", "over"}) and whom.is_idea(reading, word))


def _is_of_others(reading: Reading, verb: int) -> bool:
    """Whether somebody proposes what others are to do: "{proposed} that Togo withdraw", but not "{proposed} talks"."""
    that = verb + 1 < len(reading) and reading.word(verb + 1).lower() == "that"
    return that or any(valency.has(reading, i, *valency.SUBJECTS) for i in valency.parts(reading, verb, "ccomp"))


def _is_ruled(reading: Reading, verb: int) -> bool:
    """Whether it is a court that orders somebody to do something: "a judge {ordered} the bank to pay"."""
    if reading.pos[verb] != "VERB" or not valency.is_one_of("ordering", reading, verb):
        return False
    orders = valency.subject(reading, verb)
    if (harmed := valency.sufferer(reading, verb)) is not None:
        orders = valency.governed(reading, verb, "by")
    told = harmed is not None or valency.has(reading, verb, "obj", "iobj")
    what = valency.has(reading, verb, "xcomp", "ccomp", "advcl")
    return told and what and orders is not None and _judges(reading, orders)


def _judges(reading: Reading, word: int) -> bool:
    """Whether a word means a court or a judge."""
    form = reading.word(word).lower()
    body, office = lexicon.body(form), lexicon.role(form)
    return any(known is not None and known.sector == "JUD" for known in (body, office))
