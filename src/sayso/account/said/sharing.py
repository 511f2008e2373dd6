"""To which of several acts of saying does what is linked to more than one belong?

A quotation belongs to the nearest cue, a sentence with a cue of its own to that one, and a clause with a cue to that
cue where the clause stands beside the content and not in it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from sayso.account.grammar.clauses import head, sentence, under
from sayso.account.grammar.spans import merged, outside, overlap
from sayso.account.grammar.text import Text
from sayso.account.said.answering import answer_of, answers_aside, pointed_at
from sayso.account.said.bounds import asides, linking, rest_of_sentence, up_to_next
from sayso.account.said.pieces import clean_pieces, with_like, without_joint
from sayso.account.said.reach import around, whole_clauses
from sayso.account.said.saying import Saying, by_quotation
from sayso.account.said.sources import RELATIVES
from sayso.model import Span
from sayso.reader import Reading, Words

LEADING = ("cc", "mark", "punct", "nsubj", "aux", "advmod")  # relations of what may open the clause of a cue
LEAD = 3  # words before a cue that may open its clause, at most
ABOVE = 30  # steps up the tree from a piece to the cue that it hangs on


def share_out(text: Text, found: Sequence[Saying]) -> None:
    """Leave to each act of saying what it says, and no more."""
    reading = text.reading
    _give_to_nearest(text, found)
    beside: dict[int, list[Saying]] = {}  # by sentence
    for saying in found:
        if saying.cue:
            beside.setdefault(reading.sentence[saying.cue[0]], []).append(saying)
    answers = {id(saying): answer for saying in found if (answer := answer_of(reading, saying)) is not None}
    for saying in found:
        if saying.cue is None:
            continue
        if (answer := answers.get(id(saying))) is not None:
            saying.content = pointed_at(text, saying, answer)
            continue
        others = beside[reading.sentence[saying.cue[0]]]
        saying.content = _own_clauses(text, saying, others, told=beside)
        saying.content = outside(saying.content, [reading.span(answers[id(o)]) for o in others if id(o) in answers])
        saying.content = _bounded(text, saying, others)
    for saying in found:
        if saying.cue and not saying.content:
            saying.content = _as_said(text, saying, beside[reading.sentence[saying.cue[0]]])


# --- quotations -------------------------------------------------------------------------------------------------------


def _give_to_nearest(text: Text, found: Iterable[Saying]) -> None:
    """Leave each quotation that several cues have to the nearest of them: take it from those that stand in another
    sentence, from those that begin where it is over, and from those before an aside in which the nearest stands."""
    for quotation, sharing in by_quotation(text, found).items():
        sharing = [one for one in sharing if one.cue and not overlap(quotation, text.reading.span(one.cue))]
        if len(sharing) < 2:
            continue
        distances = [_distance(text, one, quotation) for one in sharing]
        nearest = sharing[distances.index(min(distances))]
        for one, (sentences, _) in zip(sharing, distances, strict=True):
            told_before = _is_before(text, quotation, nearest, one) or _is_behind(text, quotation, nearest, one)
            if one is not nearest and (sentences > 0 or told_before):
                one.content = outside(one.content, [(quotation[0] - 1, quotation[1] + 1)])


def _distance(text: Text, saying: Saying, span: Span) -> tuple[int, int]:
    """How many sentences, then characters, lie between a cue and a stretch of text."""
    assert saying.cue is not None
    reading, words = text.reading, text.words(span)
    cue = reading.span(saying.cue)
    here = reading.sentence[saying.cue[0]]
    first, last = reading.sentence[words[0]], reading.sentence[max(words[1] - 1, words[0])]
    apart = 0 if first <= here <= last else min(abs(first - here), abs(last - here))
    return apart, max(span[0] - cue[1], cue[0] - span[1], 0)


def _is_before(text: Text, quotation: Span, first: Saying, second: Saying) -> bool:
    """Whether a quotation is over where the second of two sayings begins, who speaks and all: "called it {“a sham”},
    but the mayor told them to leave"."""
    if not first.cue or not second.cue or not second.source or first.source == second.source:
        return False
    starts = text.reading.starts
    begins = min(starts[second.source[0]], starts[second.cue[0]])
    ends = second.content[-1][1] if second.content else 0
    return starts[first.cue[0]] < quotation[0] < quotation[1] < begins < ends


def _is_behind(text: Text, quotation: Span, nearest: Saying, other: Saying) -> bool:
    """Whether the nearest of two cues, before a quotation, tells in an aside what somebody says of whom the other
    tells: "reported it to the chief, who told him to {“leave it”}"."""
    reading = text.reading
    if not nearest.cue or not nearest.source or not other.cue:
        return False
    aside = reading.word(nearest.cue[0] - 1).lower() in RELATIVES and reading.word(nearest.cue[0] - 2) == ","
    between = other.cue[1] <= nearest.cue[0] and reading.ends[nearest.cue[1] - 1] <= quotation[0]
    return aside and between and nearest.source != other.source


# --- clauses ----------------------------------------------------------------------------------------------------------


def _own_clauses(text: Text, saying: Saying, others: Iterable[Saying], told: Container[int]) -> list[Span]:
    """The content of a saying by whole clauses, without those of cues beside its own. others: what is said in its
    sentence; told: the sentences with a cue."""
    span = text.reading.span
    beside = [
        (span(_clause(text.reading, other.cue)), other.source == saying.source)
        for other in others
        if other.cue and _is_beside(text.reading, saying, other)
    ]
    saying.content = outside(saying.content, [clause for clause, _ in beside])
    joined = _joined_within(text.reading, saying, others)
    whole = merged([*whole_clauses(text, saying, told), *joined])
    return outside(whole, [clause for clause, same_source in beside if same_source])


def _joined_within(reading: Reading, saying: Saying, others: Iterable[Saying]) -> list[Span]:
    """The pieces of what somebody says in which another is told to say something by a verb that is joined to what he
    does: "said thieves had copied its records {and demanded a ransom}"."""
    inner = (
        (reading.starts[one.source[0]], reading.ends[one.cue[1] - 1])
        for one in others
        if one is not saying and one.cue and one.source and reading.pos[one.cue[0] - 1] == "CCONJ"
        if saying.cue and saying.cue[1] <= one.source[0] < one.cue[0]
    )
    return [(a, b) for first, last in inner for a, b in saying.content if a <= first and last <= b]


def _is_beside(reading: Reading, saying: Saying, other: Saying) -> bool:
    """Whether another cue comes after this one and beside it: hangs on it, as "saying" does in "called it a sham,
    saying …", or has the same words for its source."""
    if other is saying or saying.cue is None or other.cue is None or other.cue[0] <= saying.cue[0]:
        return False
    at = head(reading, other.cue)
    if reading.relation[at] == "ccomp" and saying.cue[0] <= reading.head[at] < saying.cue[1]:
        return False  # "says it warned them"
    if saying.source and saying.source == other.source:
        return True
    if other.source and saying.cue[1] <= other.source[0] and _is_inside(reading, saying, other.source, other.cue):
        return False  # "said thieves had copied its records and demanded a ransom"
    while reading.relation[at] in ("conj", "aux", "fixed") and reading.head[at] != at:
        at = reading.head[at]
        if saying.cue[0] <= at < saying.cue[1]:
            return True
    return reading.relation[at] in ("advcl", "conj") and saying.cue[0] <= reading.head[at] < saying.cue[1]


def _is_inside(reading: Reading, saying: Saying, source: Words, cue: Words) -> bool:
    """Whether another who speaks and his cue stand in what somebody is linked to say."""
    first, last = reading.starts[source[0]], reading.ends[cue[1] - 1]
    return any(a <= first and last <= b for a, b in saying.content)


def _clause(reading: Reading, cue: Words) -> Words:
    """The words from a cue, with what stands before it on its account, to the end of its clause."""
    top, low = head(reading, cue), cue[0] - LEAD
    leading = (i for i in range(max(low, 0), cue[0]) if reading.head[i] == top and reading.relation[i] in LEADING)
    before = [k for i in leading for k in under(reading, i) if k >= low]
    return min([cue[0], *before]), max(max(under(reading, top)) + 1, cue[1])


def _bounded(text: Text, saying: Saying, others: Sequence[Saying]) -> list[Span]:
    """The content of a saying from where it begins to where it ends, in clean pieces."""
    reading = text.reading
    saying.content = outside(saying.content, answers_aside(reading, saying, others))
    saying.content = _without_joined(reading, saying, others)
    saying.content = up_to_next(text, saying, others)
    saying.content = outside(saying.content, rest_of_sentence(text, saying, others))
    saying.content = outside(saying.content, asides(text, saying))
    saying.content = merged([*saying.content, *around(text, saying)])
    if saying.goes_on is not None:
        rest = reading.starts[saying.goes_on], reading.ends[sentence(reading, saying.goes_on)[1] - 1]
        saying.content = merged([*saying.content, text.trimmed(rest)])
    holes = [reading.span(words) for words in (saying.cue, saying.source) if words]
    links = list(linking(reading, saying.cue, saying.source)) if saying.cue else []
    pieces = clean_pieces(text, saying.content, [*holes, *links]) or clean_pieces(text, saying.content, holes)
    return [with_like(text, piece) for piece in without_joint(text, pieces)]


def _without_joined(reading: Reading, saying: Saying, others: Iterable[Saying]) -> list[Span]:
    """The content of a saying without what the one before says that it is joined to: "condemned {the raid} and called
    for talks"."""
    if saying.cue is None:
        return saying.content
    verb = head(reading, saying.cue)
    above = reading.head[verb] if reading.relation[verb] == "conj" else None
    first = None if above is None else next((one.cue for one in others if one.cue and above in range(*one.cue)), None)
    if first is None or not any(a >= reading.ends[saying.cue[1] - 1] for a, _ in saying.content):
        return saying.content
    low, high = reading.ends[first[1] - 1], reading.starts[saying.cue[0]]
    return [(a, b) for a, b in saying.content if not (low <= a and b <= high)]


def _as_said(text: Text, saying: Saying, others: Iterable[Saying]) -> list[Span]:
    """What somebody says of whom a clause of "as" tells that he has said it: "Norway denies {that it cut the cable}, as
    Sweden had claimed", or within what another says: "“{The gate will stay}, as some had claimed,” she said"."""
    reading, cue, source = text.reading, saying.cue, saying.source
    if not cue or not source or source[0] < 2 or [reading.word(source[0] - k) for k in (2, 1)] != [",", "as"]:
        return []
    before = [one.content for one in others if one.cue and one.cue[0] < source[0] and one.content]
    if before:
        return list(before[-1])
    low, comma = sentence(reading, cue[0])[0], source[0] - 2
    around_it = (part for one in others for part in one.content if part[0] < reading.starts[comma] < part[1])
    told = [text.trimmed((max(part[0], reading.starts[low]), reading.starts[comma])) for part in around_it]
    return [part for part in told if text.tells(part)][:1]


# --- pieces that several have to the end ------------------------------------------------------------------------------


def leave_what_hangs_elsewhere(text: Text, found: Iterable[Saying]) -> None:
    """Take from each saying that has others the pieces that hang on the cue of another, right before them: "the court,
    which asked for {calm}, welcomed {the vote}"."""
    sharing: dict[Span, list[Saying]] = {}
    for saying in found:
        for piece in saying.content if saying.cue else ():
            sharing.setdefault(piece, []).append(saying)
    for piece, those in sharing.items():
        own = _hangs_on(text, piece, those) if len(those) > 1 else None
        for saying in those if own is not None else ():
            if saying is not own and len(saying.content) > 1:
                saying.content.remove(piece)


def _hangs_on(text: Text, piece: Span, those: Iterable[Saying]) -> Saying | None:
    """The saying on whose cue a piece hangs, if that stands before it, nearer than the others."""
    reading = text.reading
    cues = {head(reading, one.cue): one for one in those if one.cue}
    above = next((i for i in reading.upward(head(reading, text.words(piece)), ABOVE) if i in cues), None)
    before = max((i for i in cues if reading.starts[i] < piece[0]), default=None)
    return cues[above] if above is not None and above == before else None
