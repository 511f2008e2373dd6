"""What is told to be said within what somebody says, and in whose words does it stand?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from sayso.account.grammar import valency
from sayso.account.grammar.clauses import phrase, sentence, under
from sayso.account.grammar.spans import length
from sayso.account.grammar.stems import stem, stems
from sayso.account.grammar.text import Text
from sayso.account.said.addressed import addressee
from sayso.account.said.cues import contests, cue_force, cue_is
from sayso.account.said.saying import Saying
from sayso.account.said.sources import subject, without_possessive
from sayso.model import Span
from sayso.reader import Reading, Words


def told_within(text: Text, found: Iterable[Saying]) -> list[Saying]:
    """Acts of saying told in somebody's words, which the model, busy with the outer one, may pass over: "reports said
    that an official warned …". Taken by the tree: a verb of telling with a subject of its own and a complement, a noun
    of what is claimed with whose it is."""
    known = {i for saying in found if saying.cue for i in range(*saying.cue)}
    pieces = ((saying, piece) for saying in found if saying.cue for piece in saying.content)
    out: list[Saying] = []
    for saying, piece in pieces:
        if text.quotations.touching(piece):
            continue
        for word in range(*text.words(piece)):
            inner = None if word in known else _said_by(text, word, piece) or _claimed(text, word, piece, saying)
            if inner is not None:
                known.add(word)
                out.append(inner)
    return out


def _said_by(text: Text, verb: int, within: Span) -> Saying | None:
    """What somebody says by a verb of speaking: "reports said that {an official warned} of floods"."""
    reading = text.reading
    if not _speaks(reading, verb) or _tells_which(reading, verb):
        return None
    source = subject(reading, (verb, verb + 1))
    if source is None or not within[0] <= reading.starts[source[0]] or source[1] > verb:
        return None
    told = _told_by(reading, verb)
    if told is None:
        return None
    start, end = reading.span(told)
    content = text.trimmed((start, min(end, within[1])))
    if not text.tells(content):
        return None
    cue = verb, verb + 1
    return Saying(cue, source, [content], addressee=addressee(reading, cue, source))


def _speaks(reading: Reading, verb: int) -> bool:
    """Whether a verb tells of somebody speaking wherever it stands."""
    word = reading.word(verb)
    speaks = cue_is("saying", word) and (cue_is("speech", word) or cue_force(word) is not None)
    return speaks and reading.pos[verb] == "VERB" and reading.relation[verb] not in ("amod", "compound")


def _tells_which(reading: Reading, verb: int) -> bool:
    """Whether a verb tells but which people are meant: "those who {deny} it are wrong"."""
    return reading.relation[verb] == "acl:relcl" and reading.pos[reading.head[verb]] in ("PRON", "DET")


def _told_by(reading: Reading, verb: int) -> Words | None:
    """The words behind a verb that tell what is said; None where it has no complement or only tells who is told."""
    behind = (i for i in range(verb + 1, sentence(reading, verb)[1]) if reading.head[i] == verb)
    complements = [i for i in behind if reading.relation[i] in ("obj", "ccomp", "xcomp")]
    clauses = [i for i in complements if reading.relation[i] == "ccomp"]
    tells_somebody = cue_is("telling", reading.word(verb))
    if not complements or (tells_somebody and all(reading.relation[i] == "obj" for i in complements)):
        return None
    # Whoever is told something is no part of it; whoever is to do something is.
    members = {k for i in clauses or complements for k in under(reading, i) if k > verb}
    return min(members), max(members) + 1


def _claimed(text: Text, noun: int, within: Span, outer: Saying) -> Saying | None:
    """What somebody claims whose claim another denies or rejects: "dismissed {Peru’s claim that it was unsafe}"."""
    reading = text.reading
    if outer.cue is None or reading.pos[noun] != "NOUN" or not contests(reading, outer.cue):
        return None
    owner = next(valency.parts(reading, noun, "nmod:poss"), None)
    opens = noun + 1 < len(reading) and reading.word(noun + 1) == "that" and reading.pos[noun + 1] == "SCONJ"
    if owner is None or not opens or stem(reading.word(noun)) not in stems("claim"):
        return None
    content = text.trimmed((reading.starts[noun + 1], within[1]))
    source = without_possessive(reading, phrase(reading, owner))
    whose = source[1] <= noun and within[0] <= reading.starts[source[0]] and source != outer.source
    return Saying((noun, noun + 1), source, [content]) if whose and text.tells(content) else None


def nest(text: Text, found: Sequence[Saying]) -> None:
    """Each saying told within the content of another stands inside the narrowest such. `found` is in order."""
    places = [text.reading.span(saying.cue) if saying.cue else saying.content[0] for saying in found]
    starts = [start for start, _ in places]
    for outer, saying in enumerate(found):
        size = length(saying.content)
        for a, b in saying.content:
            for number in range(bisect_left(starts, a), bisect_left(starts, b)):
                other = found[number].inside
                narrower = other is None or size < length(found[other].content)
                if number != outer and places[number][1] <= b and narrower:
                    found[number].inside = outer
