"""Where does what is said end, though the model links more to it?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso import lexicon
from sayso.account.grammar import modality, valency
from sayso.account.grammar.clauses import head, is_participle, sentence, under
from sayso.account.grammar.text import Text
from sayso.account.said.cues import cue_is, has_force
from sayso.account.said.linked import same_as_before
from sayso.account.said.saying import Saying
from sayso.account.said.sources import RELATIVES
from sayso.model import Span
from sayso.reader import Reading, Words

NEAR = 3  # words from "without" or "but" to the verb of telling more, and from that to what it gives, at most


def rest_of_sentence(text: Text, saying: Saying, others: Iterable[Saying]) -> list[Span]:
    """The rest of a sentence in which a saying has ended and another's word begins ("It rained, she said, {but they
    insist that it snowed}", "Rebels say it rained{; the army says it snowed}") or the report goes on ("Two boys
    drowned, police said, {as the river rose}")."""
    reading, cue = text.reading, saying.cue
    assert cue is not None
    last = sentence(reading, cue[0])[1]
    sources = [one.source for one in others if one.cue and one.source and one.source != saying.source]
    openings = {source[0] for source in sources if cue[1] < source[0] < last}
    told_before = any(a < reading.starts[cue[0]] for a, _ in saying.content)
    for i in range(cue[1], last - 1):
        if text.quotations.around(reading.starts[i]):
            continue
        behind = told_before and reading.word(i - 1) == ","
        anothers = i + 1 in openings and _parts(reading, i, behind)
        anothers = anothers or (behind and i + 2 in openings and reading.word(i + 1).lower() == "what")
        meanwhile = text.is_heading(reading.starts[i]) and _opens_meanwhile(reading, i, last)
        if anothers or meanwhile or (behind and _opens_time(reading, i)):
            return [(reading.starts[i], reading.ends[last - 1])]
    return []


def _parts(reading: Reading, i: int, behind: bool) -> bool:
    """Whether a word parts what one says from what another does: a semicolon, or "but" behind a comma."""
    return reading.word(i) == ";" or (behind and valency.is_word("parting", reading, i))


def _opens_meanwhile(reading: Reading, i: int, last: int) -> bool:
    """Whether a headline goes on with what else happens: "mayor urges calm {as} floods near city"."""
    verbs = (k for k in range(i + 2, last) if reading.pos[k] == "VERB" or reading.relation[k] == "advcl")
    told = (not reading.word(k).endswith("ing") for k in verbs)
    named = reading.pos[i + 1] in ("NOUN", "PROPN", "ADJ", "NUM", "PRON") or reading.relation[i + 1] == "amod"
    described = reading.word(i + 1).endswith("ed") and reading.pos[min(i + 2, last - 1)] == "NOUN"  # "as held nurses"
    return reading.word(i) == "as" and (named or described) and any(told)


def _opens_time(reading: Reading, i: int) -> bool:
    """Whether a clause of time opens at a word, "as" before its subject: not "as well", "as long as"."""
    after = reading.relation[i + 1] in ("det", "nsubj", "compound", "amod", "nmod:poss", "nummod")
    return reading.word(i).lower() == "as" and reading.relation[i] == "mark" and after


def up_to_next(text: Text, saying: Saying, others: Iterable[Saying]) -> list[Span]:
    """The content of a saying that is told aside, up to the verb by which whoever says it says more: "the mayor, who
    confirmed {the raid}, said 14 had died", "refuting {the charge}, the mayor said they had fired"."""
    reading, cue, source = text.reading, saying.cue, saying.source
    if cue is None or source is None or not saying.content:
        return saying.content
    relative = reading.word(cue[0] - 1).lower() in RELATIVES
    participle = reading.word(cue[0]).lower().endswith("ing") and cue[1] <= source[0]
    for other in others if relative or participle else ():
        if not other.cue or not other.source or other.cue[0] < cue[1]:
            continue
        same = other.source[0] == source[0] or (relative and 0 < cue[0] - other.source[1] <= 2)
        if same and (participle or reading.word(other.cue[0] - 1) == ","):
            end = reading.starts[other.cue[0]] if relative else reading.starts[source[0]]
            kept = [(a, min(b, end)) for a, b in saying.content if a < end]
            return [text.trimmed(piece) for piece in kept if text.tells(piece)] or saying.content
    return saying.content


def linking(reading: Reading, cue: Words, source: Words | None) -> Iterator[Span]:
    """Words that but link what is said to its cue: "{which} the mayor called theft", "described {as} theft", "was
    accused of theft {by} the mayor"."""
    links = [(cue[1], "as")]
    if source is not None and source[1] <= cue[0]:
        links += [(source[0] - 1, which) for which in (*RELATIVES, "that", "whom")]
    elif source is not None and reading.relation[head(reading, source)] == "obl:agent":
        links += [(source[0] - 1, "by"), (source[1], "as")]
    for i, link in links:
        if not 0 <= i < len(reading) or reading.word(i).lower() != link or reading.relation[i] in valency.SUBJECTS:
            continue  # "the deal {that}, he said, would end the war"
        if same_as_before(reading, i):
            continue
        if link != "as" or reading.relation[i] == "case":
            yield reading.span((i, i + 1))


def asides(text: Text, saying: Saying) -> list[Span]:
    """What is no part of a content though the model links it."""
    assert saying.cue is not None
    out = [*_before_colons(text, saying), *_deeds(text.reading, saying.cue), *_left_out(text, saying.cue)]
    out += _behind_relative(text, saying.cue)
    out += [*_across_colon(text, saying.cue), *_appraised(text, saying)]
    out += _told_whom(text, saying)
    if saying.source:
        out += _before_conjunction(text, saying.cue, saying.source)
    if saying.source and saying.source[1] <= saying.cue[0]:
        out += _before_label(text, saying.cue, saying.source)
        out += _before_speaker(text.reading, saying.cue, saying.source, saying.content)
        out += _titles(text, saying.cue, saying.source)
    return out


def _across_colon(text: Text, cue: Words) -> Iterator[Span]:
    """What stands on the other side of a colon behind a word for what another has said: "denied that: {the vault had
    been open}", of which somebody then says that it was so."""
    reading, (first, last) = text.reading, sentence(text.reading, cue[0])
    for colon in range(first + 2, last - 1):
        if reading.word(colon) != ":" or reading.word(colon - 1).lower() not in lexicon.function_words("claim-pronoun"):
            continue
        if has_force([reading.word(colon - 2)], "deny") and not text.quotations.around(reading.starts[colon]):
            behind = reading.starts[colon], reading.ends[last - 1]
            yield behind if cue[1] <= colon else (reading.starts[first], reading.ends[colon])


def _appraised(text: Text, saying: Saying) -> Iterator[Span]:
    """What the report makes of what has been said before its cue: "the mine was shut, the union said, {in what would be
    a first}"."""
    assert saying.cue is not None
    reading, cue, last = text.reading, saying.cue, sentence(text.reading, saying.cue[0])[1]
    if not any(b <= reading.starts[cue[0]] for _, b in saying.content):
        return
    for i in range(cue[1], last - 3):
        opens = [reading.word(k).lower() for k in range(i, i + 3)] == [",", "in", "what"]
        if opens and not text.quotations.around(reading.starts[i]):
            yield reading.starts[i], reading.ends[last - 1]
            return


def _before_speaker(reading: Reading, cue: Words, source: Words, content: Iterable[Span]) -> Iterator[Span]:
    """What stands before who says it: a participle of his ("{Giving evidence,} she said that"), what a relative clause
    is about that a cue breaks up ("{a man} who, she said, was armed"), "what" and its verb ("after {what} she said
    {was} a riot")."""
    first, last = sentence(reading, cue[0])
    begins, speaker = reading.starts[first], reading.starts[source[0]]
    behind = any(a >= reading.ends[cue[1] - 1] for a, _ in content)
    if first < source[0] and behind and is_participle(reading, first):
        yield begins, speaker
    if reading.word(source[0] - 1) == "," and reading.word(source[0] - 2).lower() in RELATIVES:
        yield begins, speaker
    if reading.word(source[0] - 1).lower() == "what":
        is_ = cue[1] if reading.pos[min(cue[1], last - 1)] == "AUX" else cue[1] - 1
        yield begins, reading.ends[is_]


def _before_label(text: Text, cue: Words, source: Words) -> Iterator[Span]:
    """What a headline is about, before a colon and who says something of it: "{Fire in Oruro:} mayor says all fled"."""
    reading, first = text.reading, sentence(text.reading, cue[0])[0]
    if first < source[0] and reading.word(source[0] - 1) == ":" and text.is_heading(reading.starts[cue[0]]):
        yield reading.starts[first], reading.starts[source[0]]


def _titles(text: Text, cue: Words, source: Words) -> list[Span]:
    """The name of a document between it and its verb: "the report, {"Dry Wells",} says"."""
    low, high = text.reading.ends[source[1] - 1], text.reading.starts[cue[0]]
    return [(a, b) for a, b in text.quotations.touching((low, high)) if low <= a and b <= high]


def _before_colons(text: Text, saying: Saying) -> list[Span]:
    """What the report tells in the sentence of a cue, up to the colon that opens what is said: "{Few were convinced:}
    “A sham,” replied the union"."""
    assert saying.cue is not None
    starts = text.reading.starts
    begins, until = starts[sentence(text.reading, saying.cue[0])[0]], starts[saying.cue[0]]
    quoted = (part for piece in saying.content for part in text.quotations.touching(piece))
    return [
        (begins, a - 1) for a, b in quoted if b <= until and text.text[max(0, a - 3) : a - 1].rstrip().endswith(":")
    ]


def _left_out(text: Text, cue: Words) -> Iterator[Span]:
    """What a report tells of what the speaker leaves out: "said it was theft, {without giving details}", "{but did not
    elaborate}"."""
    reading, last = text.reading, sentence(text.reading, cue[0])[1]
    for i in range(cue[1], last - 1):
        word = reading.word(i).lower()
        if word not in lexicon.function_words("leaving-out") or text.quotations.around(reading.starts[i]):
            continue
        verb = next((k for k in range(i + 1, min(i + NEAR + 1, last)) if reading.pos[k] in ("VERB", "NOUN")), i)
        behind = range(verb + 1, min(verb + NEAR + 1, last))
        denied = word == "without" or any(reading.word(k).lower() in ("no", "not") for k in (*behind, *range(i, verb)))
        two = reading.string((verb, verb + 2)).replace(" ", "_")
        short = two in lexicon.function_words("holding-back") or _refuses_more(reading, behind)
        apart = word != "without" or reading.word(i - 1) == ","  # "said they had left without giving reasons"
        if short or (denied and _tells_more(reading, verb, behind if apart else range(0))):
            yield reading.starts[i], reading.ends[last - 1]
            return


def _tells_more(reading: Reading, verb: int, behind: range) -> bool:
    """Whether a verb is one of telling more of what was said: "{elaborate}", "{give} details"."""
    if valency.is_one_of("elaborating", reading, verb):
        return True
    if valency.is_one_of("disclosing", reading, verb):  # "could not {say by whom}"
        return any(valency.is_word("interrogative", reading, i) for i in behind)
    gives = valency.is_one_of("furnishing", reading, verb)
    return gives and any(valency.is_one_of("particulars", reading, i) for i in behind)


def _refuses_more(reading: Reading, words: range) -> bool:
    """Whether somebody refuses to tell more: "declined to {elaborate}"."""
    more = (i for i in words if valency.is_one_of("elaborating", reading, i))
    return any(modality.refrained(reading, i) for i in more)


def _behind_relative(text: Text, cue: Words) -> Iterator[Span]:
    """What goes on behind an aside in which somebody says something: "the bank, which analysts say is short of cash,
    {fell by a tenth}"."""
    reading, (low, last) = text.reading, sentence(text.reading, cue[0])
    opens = next((i for i in range(cue[0] - 1, low, -1) if reading.word(i) == ","), low)
    if opens == low or reading.word(opens + 1).lower() not in lexicon.function_words("relative"):
        return
    subjects = (i for i in range(low, opens) if reading.relation[i] in valency.SUBJECTS)
    verb = next((reading.head[i] for i in subjects if reading.head[i] > cue[1]), None)
    commas = range(cue[1], cue[1] if verb is None else verb)
    closes = next((i for i in reversed(commas) if reading.word(i) == ","), None)
    if closes is not None and not text.quotations.around(reading.starts[closes]):
        yield reading.starts[closes], reading.ends[last - 1]


def _told_whom(text: Text, saying: Saying) -> Iterator[Span]:
    """Whoever is told what is said, before the passive of a verb of telling: "{villagers} were told it was safe"."""
    reading, cue = text.reading, saying.cue
    passive = cue is not None and saying.source is None and valency.has(reading, head(reading, cue), "aux:pass")
    if cue is None or not passive or not any(cue_is("telling", reading.word(i)) for i in range(*cue)):
        return
    begins = reading.starts[cue[0]]
    behind = [text.words(piece)[0] for piece in saying.content if piece[0] > begins]
    if behind and reading.word(behind[0]).lower() != "to":  # who is told to do something is a part of it
        yield reading.starts[sentence(reading, cue[0])[0]], begins


def _before_conjunction(text: Text, cue: Words, source: Words) -> Iterator[Span]:
    """What the report tells before the clause into which who says it is put: "{it was shut because}, the mayor said,
    its roof leaked"."""
    reading = text.reading
    first, _ = sentence(reading, cue[0])
    comma, closes = min(cue[0], source[0]) - 1, max(cue[1], source[1])
    if comma <= first or closes >= len(reading) or not reading.word(comma) == reading.word(closes) == ",":
        return
    joins = reading.pos[comma - 1] == "SCONJ" and not text.quotations.around(reading.starts[comma])
    if joins and comma - 1 > first:
        yield reading.starts[first], reading.ends[comma - 1]


def _deeds(reading: Reading, cue: Words) -> list[Span]:
    """What the speaker then does: "called it a sham {and left the hall}"."""
    verb, last = head(reading, cue), sentence(reading, cue[0])[1]
    children = [i for i in range(verb + 1, last) if reading.head[i] == verb]
    if any(reading.relation[i] == "ccomp" and reading.pos[i] == "VERB" for i in children):
        return []
    deeds = [i for i in children if reading.relation[i] == "conj" and reading.pos[i] == "VERB"]
    joints = [min((k for k in under(reading, i) if reading.pos[k] != "PUNCT"), default=i) for i in deeds]
    return [reading.span((k, last)) for k in joints if reading.pos[k] == "CCONJ"]
