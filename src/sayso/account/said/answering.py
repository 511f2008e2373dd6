"""Where does somebody answer what another has just said?"""

from __future__ import annotations

from collections.abc import Iterable

from sayso import lexicon
from sayso.account.grammar import valency
from sayso.account.grammar.clauses import head, sentence, under
from sayso.account.grammar.text import Text
from sayso.account.said.cues import contests, has_force, is_naming
from sayso.account.said.pieces import clean_pieces
from sayso.account.said.saying import Saying
from sayso.model import Span
from sayso.reader import Reading, Words

POINTING = 4  # words from the comma before an answer to who gives it, at most: "a charge that"
NEAR = 3  # words from the cue of an answer to the noun that points back, at most
COMMAS = (",", "–", "—", "-")


def answer_of(reading: Reading, saying: Saying) -> Words | None:
    """The clause by which somebody contests what another has just said: ", a charge that Sweden denies"."""
    cue, source = saying.cue, saying.source
    if not cue or not source or not _answers(reading, cue):
        return None
    first = min(cue[0], source[0])
    before = range(first - 1, max(first - 1 - POINTING, -1), -1)
    comma = next((i for i in before if reading.word(i) in COMMAS), None)
    if comma is None or reading.sentence[comma] != reading.sentence[cue[0]]:
        return None
    points = _points_back(reading, cue, range(comma + 1, first))
    return (comma + 1, max(under(reading, head(reading, cue))) + 1) if points else None


def _answers(reading: Reading, cue: Words) -> bool:
    """Whether a cue tells of an answer: "denied", "called absurd"."""
    return is_naming(reading, cue) or contests(reading, cue)


def _points_back(reading: Reading, cue: Words, opening: range) -> bool:
    """Whether the words that open an answer point at what was said before: "which", "a charge that", "an attack" that
    "the army denied making"."""
    words = [reading.word(i).lower() for i in opening]
    if not words:
        return False
    claims = lexicon.denial_words("claim") | lexicon.denial_words("remark")
    if words[0] == "which" or any(not claims.isdisjoint((w, *lexicon.lemmas(w))) for w in words):
        return True
    indefinite = words[0] in lexicon.function_words("indefinite") and reading.pos[opening[-1]] == "NOUN"
    return indefinite and has_force(map(reading.word, range(*cue)), "deny")


def pointed_at(text: Text, saying: Saying, answer: Words) -> list[Span]:
    """What somebody contests by an answer, in the words that point at it: "which", "a charge"; and what he calls it."""
    reading, cue = text.reading, saying.cue
    assert cue is not None
    until = min(cue[0], saying.source[0] if saying.source else cue[0])
    points = reading.span((answer[0], until - (reading.word(until - 1).lower() == "that")))
    if not is_naming(reading, cue):
        return [points]
    return clean_pieces(text, [points, (reading.ends[cue[1] - 1], reading.ends[answer[1] - 1])], [])


def answers_aside(reading: Reading, saying: Saying, others: Iterable[Saying]) -> list[Span]:
    """The relative clause at the end of a content by which the report answers it: "told the court that he had hit her,
    {who called the claim a lie}"."""
    if not saying.cue:
        return []
    last = sentence(reading, saying.cue[0])[1]
    for other in others:
        if not (other.cue and other.source and saying.cue[1] <= other.source[0] < other.cue[0]):
            continue
        who = other.source[1] - 1
        opens = reading.word(who).lower() == "who" and reading.word(who - 1) == ","
        behind = range(other.cue[1], min(other.cue[1] + NEAR, last))
        if opens and _answers(reading, other.cue) and any(_is_the_claim(reading, i) for i in behind):
            return [(reading.ends[who - 2], reading.ends[last - 1])]
    return []


def _is_the_claim(reading: Reading, i: int) -> bool:
    """Whether a word is a noun for what has been claimed: "the {claim}", "that {charge}"."""
    claimed = reading.word(i).lower() in lexicon.denial_words("claim")
    return claimed and valency.is_word("definite", reading, i - 1)
