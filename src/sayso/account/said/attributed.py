"""Which of the model's attributions tell of something said, and who says it?

The model links words; whether a cue is one of saying, where it begins and ends, and whether whoever is linked to it
speaks, rules and lists of words have a say in."""

from __future__ import annotations

from sayso import lexicon
from sayso.account.grammar import valency
from sayso.account.grammar.clauses import head, sentence
from sayso.account.grammar.stems import stem, stems
from sayso.account.grammar.text import Text
from sayso.account.said.addressed import addressee, hears, when
from sayso.account.said.cues import cue_is
from sayso.account.said.linked import introduced, same_as_before
from sayso.account.said.pieces import clean_pieces, whole_quotations
from sayso.account.said.saying import Saying, is_mark
from sayso.account.said.sources import is_given, source_of
from sayso.model import Span
from sayso.reader import Attribution, Reading, Words
from sayso.reader.labels import ACTS

LIKELY, SURE = 0.15, 0.45  # how sure the model must be of a cue that has a word of saying or thinking, and of others
SAID = 0.5  # how likely a cue without a source must be to tell of something said
NEITHER = 0.25  # how much less sure a cue is that surely tells of nothing said or thought
LIGHT = ("AUX", "ADV", "PART", "PUNCT", "PRON", "CCONJ", "DET")
NEAR = 4  # words from an auxiliary to its verb, at most


def saying_of(text: Text, attribution: Attribution) -> Saying | None:
    """The act of saying that an attribution tells of; None where it tells of none."""
    reading = text.reading
    cue = _whole(reading, attribution.cue)
    if not _is_cue(reading, attribution, cue) or is_given(reading, cue):
        return None
    source = _speaker(text, attribution, cue)
    if _is_nobodys_saying(reading, attribution, cue, source) or _is_put_before(text, cue, source):
        return None
    heard = source is not None and hears(reading, cue, source)
    content = _content(text, attribution, cue, source)
    return Saying(
        cue,
        None if heard else source,
        content,
        addressee=source if heard else addressee(reading, cue, source),
        time=when(text, cue, content),
        likely=attribution.forces,
    )


def _speaker(text: Text, attribution: Attribution, cue: Words) -> Words | None:
    """Who says it; None where that is told of nobody."""
    reading = text.reading
    source = source_of(reading, cue, attribution.source, text.is_prose)
    if source is None or _is_spoken_of(reading, cue, source) or _emerges(reading, cue):
        return None
    return source


def _content(text: Text, attribution: Attribution, cue: Words, source: Words | None) -> list[Span]:
    """What is said: whole quotations and clean pieces, without the cue and who says it."""
    reading = text.reading
    holes = [reading.span((attribution.cue[0], min(attribution.cue[1], cue[1])))]
    if source:
        behind = valency.on_the_part_of(reading, head(reading, cue)) in range(*source)  # "criticism on the part of"
        holes.append(reading.span((cue[1], source[1]) if behind else source))
    content = introduced(text, attribution, cue, source)
    return clean_pieces(text, whole_quotations(text, content, holes), holes)


# --- where a cue begins and ends --------------------------------------------------------------------------------------


def _whole(reading: Reading, cue: Words) -> Words:
    """The cue with its head word, of which the model may have seen the auxiliary alone: "has" of "has said"."""
    start, end = cue
    for i in range(start, end):
        if cue_is("hearsay", reading.word(i)):
            return i, i + 1
    named = any(reading.pos[i] != "PUNCT" for i in range(start, end))  # "Ana Romo{:} the mill will open"
    while named and end < len(reading) and all(_is_light(reading, i) for i in range(start, end)):
        heads = [reading.head[i] for i in range(start, end) if end <= reading.head[i] < end + NEAR]
        if not heads:
            break
        end = min(heads) + 1
    while start + 1 < end and reading.pos[start] in ("PUNCT", "PRON", "CCONJ", "DET"):
        start += 1
    while end - 1 > start and (reading.pos[end - 1] in ("PUNCT", "DET") or _is_setting(reading, end - 1)):
        end -= 1
    if end - start > 1 and same_as_before(reading, end - 1):
        end -= 1
    return start, end


def _is_light(reading: Reading, i: int) -> bool:
    """Whether a word by itself tells of no saying: "{has} said", "{growing} alarm"."""
    if reading.relation[i] in ("amod", "compound") and _is_of_speech(reading.word(reading.head[i])):
        return not _is_of_speech(reading.word(i))
    return reading.pos[i] in LIGHT and not cue_is("saying", reading.word(i))


def _is_of_speech(word: str) -> bool:
    """Whether a word is one of saying or thinking."""
    return cue_is("saying", word) or cue_is("thinking", word)


def _is_setting(reading: Reading, i: int) -> bool:
    """Whether a word behind one of saying tells where it is said: "said {in} an interview"."""
    setting = valency.is_word("setting", reading, i)
    return setting and cue_is("saying", reading.word(i - 1))


# --- whether it is a cue ----------------------------------------------------------------------------------------------


def _is_cue(reading: Reading, attribution: Attribution, cue: Words) -> bool:
    """Whether the model is as sure of a cue as its words ask for."""
    words = [reading.word(i) for i in range(*cue)]
    sure = attribution.score - NEITHER * attribution.acts[ACTS.index("neither")]
    if any(cue_is(kind, word) for kind in ("hearsay", "saying", "thinking") for word in words):
        return sure >= LIKELY
    if _is_answering(reading, cue):
        return sure >= LIKELY
    deed = any(cue_is("doing", word) for word in words) or _is_empty(reading, head(reading, cue))
    return not deed and sure >= SURE


def _is_answering(reading: Reading, cue: Words) -> bool:
    """Whether two words together tell of an answer that one of them by itself does not: "laughed off"."""
    last = min(cue[1] + 1, len(reading))
    pairs = {f"{stem(reading.word(i))}_{stem(reading.word(i + 1))}" for i in range(cue[0], last - 1)}
    return not pairs.isdisjoint(stems("dismiss") | stems("counter"))


def _is_empty(reading: Reading, verb: int) -> bool:
    """Whether a verb tells by itself of nothing done or said: "{have} different views", not "{have} said"."""
    alone = reading.pos[verb] == "VERB" or (reading.pos[verb] == "AUX" and reading.relation[verb] == "root")
    return alone and reading.word(verb).lower() in lexicon.modal_words("having")


def _is_nobodys_saying(reading: Reading, attribution: Attribution, cue: Words, source: Words | None) -> bool:
    """Whether a cue for which nobody speaks tells of a state of mind, which is somebody's ("is expected", "is known
    for"), or bids the reader do something."""
    if source is not None:
        return False
    hearsay = any(cue_is("hearsay", reading.word(i)) for i in range(*cue))
    unsure = not hearsay and attribution.acts[ACTS.index("said")] < SAID
    return unsure or _is_bidding(reading, cue) or _is_known_so(reading, head(reading, cue))


def _is_known_so(reading: Reading, verb: int) -> bool:
    """Whether it is told how somebody is known to be, and nobody says it: "six are {confirmed} dead"."""
    state = verb + 1
    told = reading.relation[state : state + 1] in (["xcomp"], ["ccomp"]) and reading.pos[state] == "ADJ"
    return told and reading.head[state] == verb and reading.pos[verb - 1] == "AUX"


def _is_put_before(text: Text, cue: Words, source: Words | None) -> bool:
    """Whether a cue but heads what is told: in a headline without anybody who speaks or of two who say something of
    each other, for who says what the prose tells; by a label before a colon."""
    reading = text.reading
    if text.is_heading(reading.starts[cue[0]]) and (source is None or _is_mutual(reading, cue)):
        return True  # "army and militia trade blame"
    return source is not None and is_mark(text, cue) and _is_label(reading, source)


def _is_mutual(reading: Reading, cue: Words) -> bool:
    """Whether it is told that two say something of each other: "trade {blame}"."""
    return cue[0] > 0 and valency.is_one_of("mutual", reading, cue[0] - 1)


def _is_label(reading: Reading, source: Words) -> bool:
    """Whether what stands before a colon opens a paragraph or list, and is nobody who speaks: "Road tolls: …"."""
    if reading.string(source).lower() in lexicon.function_words("rubric"):
        return True
    word = reading.word(head(reading, source))
    speaks = lexicon.source(word) or lexicon.role(word) or lexicon.body(word) or lexicon.document(word)
    named = any(name.words[0] < source[1] and source[0] < name.words[1] for name in reading.names)
    return not (speaks or named) and all(reading.pos[i] != "PROPN" for i in range(*source))


def _is_bidding(reading: Reading, cue: Words) -> bool:
    """Whether it is the reader that is to do something: "{Read} more"."""
    verb = head(reading, cue)
    free = verb == sentence(reading, verb)[0] and not valency.has(reading, verb, *valency.SUBJECTS)
    return free and reading.pos[verb] == "VERB" and valency.is_bare(reading, verb)


# --- whether its source speaks ----------------------------------------------------------------------------------------


def _is_spoken_of(reading: Reading, cue: Words, source: Words) -> bool:
    """Whether it is others who say or think something of a source: "the {judge} is expected to", "is said to have",
    "{it} was claimed that"."""
    verb = head(reading, cue)
    if reading.string(source).lower() == "it" and source[1] <= verb and valency.has(reading, verb, "aux:pass"):
        return not any(cue_is(kind, reading.word(verb)) for kind in ("telling", "hearing"))  # "it was told"
    if valency.is_word("reputed", reading, verb) and reading.word(min(verb + 1, len(reading) - 1)) == "to":
        return any(reading.head[i] == verb for i in range(verb + 2, min(verb + 4, len(reading))))
    if valency.is_one_of("seen", reading, verb) and _is_seen(reading, verb):
        return True  # "a move {seen} as a snub"
    passive = valency.is_one_of("thought", reading, verb) and valency.has(reading, verb, "aux", "aux:pass")
    sufferer = valency.sufferer(reading, verb) if passive else None
    return sufferer is not None and source[0] <= sufferer < source[1]


def _is_seen(reading: Reading, verb: int) -> bool:
    """Whether a participle tells how others see what it is said of: "the vote, {viewed} as a test"."""
    past = reading.word(verb).lower().endswith(("ed", "en")) and reading.word(verb + 1).lower() == "as"
    return past and not valency.has(reading, verb, "nsubj", "aux", "obl:agent")


def _emerges(reading: Reading, cue: Words) -> bool:
    """Whether something becomes known, and nobody says it: "it {emerged} that"."""
    verb = head(reading, cue)
    subjects = valency.parts(reading, verb, "nsubj", "expl")
    known = valency.is_one_of("emerging", reading, verb)
    return known and any(reading.word(i).lower() == "it" for i in subjects)
