"""Whose words are they that somebody else passes on?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso import lexicon
from sayso.account.grammar import valency
from sayso.account.grammar.clauses import head, is_participle, phrase, preposition, sentence
from sayso.account.grammar.spans import length
from sayso.account.grammar.text import Text
from sayso.account.said.cues import cue_is
from sayso.account.said.pieces import clean_pieces
from sayso.account.said.saying import Saying
from sayso.account.said.sources import subject, without_possessive
from sayso.reader import Reading, Words

AS = 40  # words from a verb of quoting to the "as saying" that goes with it, at most


def quoted_as_saying(text: Text, found: Sequence[Saying]) -> list[Saying]:
    """What is said, where "the agency quoted the minister as saying" or "the minister was quoted by the agency as
    saying" is one act, of the minister; the agency passes it on."""
    out, acts = _by_verb_of_quoting(text.reading, found)
    for verb, saying in acts.items():
        last = sentence(text.reading, verb)[1]
        behind = range(verb + 1, min(verb + AS, last - 1))
        as_ = next((i for i in behind if _is_as_saying(text.reading, i)), None)
        quoted = _who_is_quoted(text.reading, verb, as_) or _quoted_aside(text.reading, verb, saying)
        if quoted is not None:
            _give_to_quoted(text, saying, verb, as_, *quoted)
        elif (said := _said_by_quoted(text.reading, verb, found)) is not None:
            said.through = said.through or saying.source
            out.remove(saying)
    return out


def _by_verb_of_quoting(reading: Reading, found: Iterable[Saying]) -> tuple[list[Saying], dict[int, Saying]]:
    """What is said, with one for each verb of quoting, which says the most of those that go with it; and those by that
    verb."""
    out, acts = list[Saying](), dict[int, Saying]()
    for saying in found:
        verb = _quoting(reading, saying.cue) if saying.cue else None
        same = None if verb is None else acts.setdefault(verb, saying)
        if same is None or same is saying:
            out.append(saying)
        elif length(saying.content) > length(same.content):
            same.content, same.likely = saying.content, saying.likely
    return out, acts


def _give_to_quoted(
    text: Text, saying: Saying, verb: int, as_: int | None, quoted: Words, quoter: Words | None
) -> None:
    """Make of what a verb of quoting introduces what somebody says whom another quotes. as_: where "as saying" stands,
    if it does."""
    reading = text.reading
    if quoter is None and saying.source != quoted:
        quoter = saying.source
    saying.source, saying.through = quoted, quoter
    holes = [reading.span(words) for words in (quoted, quoter) if words]
    if as_ is not None:
        saying.cue = (verb, as_ + 2 if as_ == verb + 1 else verb + 1)
        holes.append(reading.span((verb, as_ + 2)))
    saying.content = clean_pieces(text, saying.content, holes)


def _who_is_quoted(reading: Reading, verb: int, as_: int | None) -> tuple[Words, Words | None] | None:
    """Whose words a verb of quoting passes on, and by whom; None where they are nobody's ("citing high costs").

    as_: where "as saying" stands, if it does."""
    parts = {reading.relation[i]: i for i in range(*sentence(reading, verb)) if reading.head[i] == verb != i}
    if "aux:pass" in parts:
        sufferer = parts.get("nsubj:pass")
        quoted = _ending_before(reading, parts["aux:pass"]) if sufferer is None else phrase(reading, sufferer)
        return None if quoted is None else (quoted, _agent(reading, verb))
    quoter = subject(reading, (verb, verb + 1))
    if as_ is not None and as_ > verb + 1:
        return (verb + 1, as_ - (reading.word(as_ - 1) == ",")), quoter
    said = parts.get("obj")
    if said is None or not reading.word(verb).endswith("ing"):
        return None
    mention, word = reading.mentions.get(said), reading.word(said)
    speaks = mention is not None and mention.kind in ("person", "organization")
    return (phrase(reading, said), quoter) if speaks or lexicon.source(word) or lexicon.document(word) else None


def _agent(reading: Reading, verb: int) -> Words | None:
    """By whom somebody is quoted: "was quoted by {the agency} as saying"."""
    after = range(verb + 1, sentence(reading, verb)[1])
    agent = next((i for i in after if reading.head[i] >= verb and preposition(reading, i) == "by"), None)
    return None if agent is None else phrase(reading, agent)


def _quoted_aside(reading: Reading, verb: int, saying: Saying) -> tuple[Words, Words | None] | None:
    """Whose words are passed on by whoever stands before an aside: "the agency, quoting {the minister}, reported"."""
    quoted = saying.source
    if quoted is None or quoted[0] != verb + 1 or reading.word(verb - 1) != "," or not is_participle(reading, verb):
        return None
    return quoted, _ending_before(reading, verb - 1)


def _said_by_quoted(reading: Reading, verb: int, found: Iterable[Saying]) -> Saying | None:
    """What somebody says of whom an aside tells who quotes him: "{the minister}, quoted by the agency, {said}"."""
    by = any(reading.word(i) == "by" for i in range(verb + 1, min(verb + 3, len(reading))))
    if not by or reading.word(verb - 1) != "," or valency.has(reading, verb, "aux", "aux:pass", "nsubj:pass"):
        return None
    low, high = sentence(reading, verb)
    behind = (one for one in found if one.cue and one.source and verb < one.cue[0] < high)
    return next((one for one in behind if one.source and low <= one.source[0] < verb), None)


def _quoting(reading: Reading, cue: Words) -> int | None:
    """The verb of quoting in a cue, or before the "as saying" that the cue is."""
    if (verb := next((i for i in range(*cue) if cue_is("quoting", reading.word(i))), None)) is not None:
        return verb
    if not _is_as_saying(reading, cue[0] - 1):
        return None
    first, _ = sentence(reading, cue[0])
    before = range(cue[0] - 1, max(first, cue[0] - AS) - 1, -1)
    return next((i for i in before if cue_is("quoting", reading.word(i))), None)


def _is_as_saying(reading: Reading, i: int) -> bool:
    """Whether "as saying" or the like stands at a word."""
    if not 0 <= i < len(reading) - 1 or reading.word(i).lower() != "as":
        return False
    following = reading.word(i + 1)
    return following.endswith("ing") and cue_is("saying", following)


def _ending_before(reading: Reading, word: int) -> Words | None:
    """The phrase that ends right before a word, the longest, wherever the tree puts it: "“Sit,” {the envoy} was
    quoted as saying"."""
    end = word - (reading.word(word - 1) == ",")
    before = [one.words for i in range(*sentence(reading, word)) if (one := reading.mentions.get(i)) is not None]
    found = min((words for words in before if words[1] == end), default=None)
    if found is None or reading.word(found[0] - 1) != ",":
        return found
    # "{The mayor}, Ann Moor, was quoted"
    described = (words[0] for words in before if words[1] == found[0] - 1 and words[1] > words[0])
    return min(described, default=found[0]), end


def read_out(text: Text, found: Iterable[Saying]) -> None:
    """Gives what somebody reads out from another's letter to who wrote it: "the judge read a letter from {the widow},
    saying that she forgave them"."""
    reading = text.reading
    for saying in found:
        if saying.cue is None or saying.source is None or saying.through is not None:
            continue
        verb = head(reading, saying.cue)
        participle = reading.relation[verb] == "advcl" and is_participle(reading, verb)
        read = reading.head[verb] if participle else verb
        author = _author(reading, read) if valency.is_one_of("reading-out", reading, read) else None
        if author is None or not saying.content or not read < author[1] <= text.words(saying.content[0])[0]:
            continue
        if author != saying.source and subject(reading, (read, read + 1)) == saying.source:
            saying.source, saying.through = author, saying.source


def _author(reading: Reading, verb: int) -> Words | None:
    """Whose letter or report somebody reads out, by a verb of reading: "read from a report by {the auditor}"."""
    papers = (i for i in valency.parts(reading, verb, "obj", "obl") if i > verb and lexicon.document(reading.word(i)))
    paper = next(papers, None)
    if paper is None:
        return None
    by = (valency.governed(reading, i, "by", "from") for i in (paper, verb))
    who = next((i for i in (*by, next(valency.parts(reading, paper, "nmod:poss"), None)) if i is not None), None)
    if who is None or who == paper or reading.pos[who] not in ("NOUN", "PROPN"):
        return None
    return without_possessive(reading, phrase(reading, who))
