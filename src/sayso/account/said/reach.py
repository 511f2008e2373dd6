"""How far does what is said reach: over which clauses, and on both sides of who says it?"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from sayso import lexicon
from sayso.account.grammar import valency
from sayso.account.grammar.clauses import head, is_participle, sentence, under
from sayso.account.grammar.quotations import OPENING
from sayso.account.grammar.spans import length, merged, overlap
from sayso.account.grammar.text import Text
from sayso.account.said.cues import cue_is
from sayso.account.said.pieces import by_sentence
from sayso.account.said.saying import Saying
from sayso.model import Span
from sayso.reader import Reading, Words

QUOTED = 0.8  # so much of it is quoted where it needs no clause
MOST = 0.6  # and so much of another sentence is linked where all of it is said
AGREE = 0.55  # a clause is the content if it and what is linked share so much
FAR = 40  # words from a cue to the clause that it governs, at most
DIRECTLY = 3  # words between a cue and that clause that may be its subject, at most
ADDRESSED = 4  # words from a cue to the comma behind whom it is said to, at most


def whole_clauses(text: Text, saying: Saying, told: Container[int]) -> list[Span]:
    """Content by whole clauses: in the sentence of the cue, the clause that the cue governs, where that agrees with
    what is linked; in another sentence, all of it or nothing, and nothing where it has a cue of its own. told: the
    sentences that have one."""
    reading = text.reading
    assert saying.cue is not None
    here = reading.sentence[saying.cue[0]]
    near: list[Span] = []
    out: list[Span] = []
    for part in (part for piece in saying.content for part in by_sentence(text, piece)):
        number = reading.sentence[text.words(part)[0]]
        if text.quotations.share([part]) > QUOTED:
            out.append(part)
        elif number == here:
            near.append(part)
        elif number not in told:
            out += _whole_sentence(reading, text.words(part))
    governed = _governed(reading, saying.cue)
    return merged([*out, *(_as_clause(text, saying.cue, governed, near) if near and governed else near)])


def _whole_sentence(reading: Reading, linked: Words) -> list[Span]:
    """The sentence of which some words are linked, if they are most of it."""
    whole = sentence(reading, linked[0])
    size, shared = (sum(reading.pos[i] != "PUNCT" for i in range(*words)) for words in (whole, linked))
    return [reading.span(whole)] if shared >= MOST * size else []


def _as_clause(text: Text, cue: Words, clause: Words, linked: list[Span]) -> list[Span]:
    """What is linked in the sentence of a cue, or the clause that the cue governs where that is meant."""
    reading = text.reading
    start, end = reading.span(clause)
    after = [words for part in linked if (words := text.words(part))[0] >= cue[1]]
    shared = sum(overlap((start, end), part) for part in linked)
    broken_off = bool(after) and _breaks_off(reading, cue, clause, after[0][0])
    if not broken_off and shared < AGREE * max(end - start, length(linked)):
        return linked
    return [reading.span((_begun(reading, cue, clause[0], after), _ended(reading, clause[1], after)))]


def _breaks_off(reading: Reading, cue: Words, clause: Words, linked: int) -> bool:
    """Whether of a clause right behind a cue what is linked begins with its verb: "said {the cook} | hit her"."""
    top = head(reading, clause)
    subjects = valency.parts(reading, top, *valency.SUBJECTS)
    return clause[0] == cue[1] and any(clause[0] <= i < linked <= top for i in subjects)


def _begun(reading: Reading, cue: Words, clause: int, linked: Sequence[Words]) -> int:
    """Where what is said begins: with its clause, or with linked words before it that the tree takes for another
    subject of the cue, or for none: "she said {the cook} | hit her", "say {two} | have died"."""
    others = [i for i in valency.parts(reading, head(reading, cue), "nsubj") if i < clause]
    found = [a for a, b in linked for i in others if a <= i < b]
    directly = (a for a, _ in linked if a == cue[1] and clause - a <= DIRECTLY)
    return min([clause, *found, *(a for a in directly if _may_be_subject(reading, range(a, clause)))])


def _ended(reading: Reading, end: int, linked: Sequence[Words]) -> int:
    """Where what is said ends: with its clause, or with the linked words that go on behind it where the tree breaks it
    off within a phrase: "said the vote had | {nothing to do with it}", "said it was | {“a sham}"."""
    goes_on = next((b for a, b in linked if a < end < b), end)
    opens = min(end + (goes_on > end and reading.word(end) in OPENING), len(reading) - 1)
    return end if reading.pos[opens] in ("PUNCT", "CCONJ", "SCONJ") else goes_on


def _may_be_subject(reading: Reading, words: Iterable[int]) -> bool:
    """Whether words may be a subject by their parts of speech."""
    return all(reading.pos[i] in ("NUM", "PRON", "NOUN", "PROPN", "DET", "ADJ") for i in words)


def _governed(reading: Reading, cue: Words) -> Words | None:
    """The clause that a cue governs: the complement of its verb, or the sentence it is put into as an aside."""
    top = head(reading, cue)
    if reading.relation[top] == "parataxis":
        return _around_aside(reading, top)
    if (told := _fronted(reading, cue, top)) is not None:
        return told
    behind = range(top + 1, min(top + FAR, len(reading)))
    clause = next((i for i in behind if reading.head[i] == top and reading.relation[i] == "ccomp"), None)
    if clause is None:
        return None
    members = under(reading, clause)
    opens = reading.word(min(members)).lower()
    if min(members) < cue[1] or opens in lexicon.function_words("charge") | lexicon.function_words("parting"):
        return None  # "accused the army of …" says of the army, too; "{as} the toll rises" is not said
    return min(members), max(members) + 1


def _around_aside(reading: Reading, top: int) -> Words | None:
    """The clause that a cue is put beside as an aside, where it stands on one side of it."""
    own = set(under(reading, top))
    rest = [i for i in under(reading, reading.head[top]) if i not in own]
    return (min(rest), max(rest) + 1) if max(rest) < min(own) or min(rest) > max(own) else None


def _fronted(reading: Reading, cue: Words, top: int) -> Words | None:
    """The clause with which a sentence begins that its cue ends: "{It had rained}, she said."."""
    low, _ = sentence(reading, top)
    own = (i for i in range(low, top) if reading.head[i] == top)
    clause = next((i for i in own if reading.relation[i] in ("ccomp", "dep")), None)
    if clause is None or is_participle(reading, low):
        return None
    members = under(reading, clause)
    end = max(members) + 1
    behind = any(reading.word(i) == "," for i in (end - 1, end) if i < cue[0])
    return (low, end) if behind and min(members) == low else None


def around(text: Text, saying: Saying) -> list[Span]:
    """What stands on both sides of who says it, where he is told amid a clause, before its verb: "{Peru would not}, the
    envoy warned, {stand by}", "{one of them}, according to the paper, {fled}"."""
    reading, cue, source = text.reading, saying.cue, saying.source
    commas = _set_apart(reading, cue, source) if cue and source else None
    if commas is None:
        return []
    opens, closes = commas
    low, last = sentence(reading, opens)
    low += reading.pos[low] in ("CCONJ", "PUNCT")
    marked = reading.word(closes + 1) in OPENING
    goes_on = reading.pos[min(closes + 1 + marked, last - 1)] in ("VERB", "AUX")
    if not goes_on or not _lacks_verb(reading, low, opens):
        return []
    first = text.trimmed((reading.starts[low], reading.ends[opens - 1]))
    quoted = text.quotations.touching((reading.starts[low], reading.ends[last - 1]))
    if marked and quoted and quoted[0][0] > first[1]:
        return [first]  # "{the vote}, he said, “was a sham”"
    if quoted:
        return []
    behind = reading.starts[closes + 1]
    end = next((b for a, b in saying.content if a <= behind < b), reading.ends[last - 1])
    return [first, text.trimmed((behind, end))]


def _set_apart(reading: Reading, cue: Words, source: Words) -> tuple[int, int] | None:
    """The commas that set apart from a sentence who says it, amid that: "Peru would not, {the envoy warned}, stand by";
    None where something else stands there."""
    if source[1] < cue[0] or cue[1] < source[0] or _adds_to_speaker(reading, cue, source):
        return None
    low, last = sentence(reading, cue[0])
    opens, closes = min(cue[0], source[0]) - 1, max(cue[1], source[1])
    if any(cue_is("telling", reading.word(i)) for i in range(*cue)):  # "he told {reporters},"
        told = range(closes, min(closes + ADDRESSED, last))
        closes = next((i for i in told if reading.word(i) == ","), closes)
    within = low < opens and closes < last - 1
    return (opens, closes) if within and reading.word(opens) == reading.word(closes) == "," else None


def _adds_to_speaker(reading: Reading, cue: Words, source: Words) -> bool:
    """Whether a cue tells of somebody who speaks what he says besides: "the agency, {quoting} the envoy, said", "the
    bank, which {asked} for it, said"; but "one, {according} to the paper, fled"."""
    if is_participle(reading, cue[0]) and reading.word(cue[0]).lower() not in lexicon.function_words("cited"):
        return True
    return reading.word(min(cue[0], source[0])).lower() in lexicon.function_words("relative")


def _lacks_verb(reading: Reading, low: int, end: int) -> bool:
    """Whether words that open a sentence may be the subject of a verb behind them, and have none of their own."""
    told = reading.relation[low] != "advmod" and reading.pos[low] not in ("ADP", "SCONJ", "ADV", "VERB", "AUX")
    return told and not any(reading.pos[i] in ("VERB", "PUNCT") for i in range(low, end))
