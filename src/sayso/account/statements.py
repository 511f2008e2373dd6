"""Who says what: the model's attributions made into statements.

The model links a cue to words; an account wants whole quotations, clean edges, one statement for one act of saying.
Everything here is in characters of the report's text except where it says words.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from sayso import lexicon
from sayso.account import valency
from sayso.account.claims import stem, stems
from sayso.account.clauses import head, name_over, phrase, sentence, under
from sayso.account.cues import cue_force, cue_is, has_force
from sayso.account.forces import force_of
from sayso.account.quotations import OPENING
from sayso.account.saying import Saying, by_quotation
from sayso.account.sources import RELATIVES, opens_relative, source_of, subject
from sayso.account.spans import Spans, length, merged, outside, overlap
from sayso.account.terms import POSSESSIVE
from sayso.account.text import Text
from sayso.account.unsaid import is_unsaid
from sayso.model import Force, Quotation, Span
from sayso.reader import Attribution, Reading, Words
from sayso.reader.labels import ACTS

DIRECT, MIXED = 0.92, 0.02  # how much of a content is quoted, at least
LIKELY, SURE = 0.15, 0.45  # how sure the model must be of a cue that has a word of saying or thinking, and of others
SAID = 0.5  # how likely a cue without a source must be to tell of something said
NEITHER = 0.25  # how much less sure a cue is that surely tells of nothing said or thought
LIGHT = ("AUX", "ADV", "PART", "PUNCT", "PRON", "CCONJ", "DET")
LEADING = ("cc", "mark", "punct", "nsubj", "aux", "advmod")  # relations of what may open the clause of a cue
TURN = 3  # paragraphs by which a turn of a transcript goes on behind its own, at most
MARKS = 5  # marks of punctuation between a sentence and a quotation, at most
QUOTE = 3  # words a quotation has at least to be a statement of its own
ABOVE = 30  # steps up the tree from a piece to the cue that it hangs on
HOLE = 6  # words that the model leaves out of what is said, at most, where nothing parts them from it
ADDRESSED = 4  # words from a cue to the comma behind whom it is said to, at most
SETTING = 10  # words that say where or when something is said, before what is said
WHOLE, NOT_AT_ALL = 0.4, 0.25  # a quotation is content if so much of it is linked, and is not if less than this
SAME = 0.7  # two cues side by side are one act of saying if their contents agree so far


def sayings(text: Text) -> list[Saying]:
    """The acts of saying a report tells of, in the order of the text."""
    reading = text.reading
    found = [
        saying
        for attribution in reading.attributions
        if (saying := _saying(text, attribution)) is not None and text.is_prose(reading.span(attribution.cue))
    ]
    found = _one_for_each_act(text, _quoted_as_saying(text, found))
    found = _outermost(reading, found)
    _return(text, found)
    _settle(text, found)
    _read_out(text, found)
    found += _told_within(text, found)
    found = _sign(text, _transcript(text, found))
    _continue_quotations(text, found)
    found = [saying for saying in found if not _is_unsaid(text, saying)]
    _part(text, found)
    for saying in found:
        saying.content = [_behind_setting(text, piece) for piece in saying.content]
        if saying.quotation != "direct":
            saying.quotation = _quotation(text, saying.content)
        saying.force = saying.force or force_of(reading, saying.cue, saying.source, saying.content, saying.likely)
    found.sort(key=lambda saying: reading.starts[saying.cue[0]] if saying.cue else saying.content[0][0])
    _nest(text, found)
    return found


def _part(text: Text, found: Iterable[Saying]) -> None:
    """Take from each saying that has others the pieces that hang on the cue of another, right before them: "the court,
    which asked for {calm}, welcomed {the vote}"."""
    told: dict[Span, list[Saying]] = {}
    for saying in found:
        for piece in saying.content if saying.cue else ():
            told.setdefault(piece, []).append(saying)
    for piece, those in told.items():
        if len(those) > 1:
            above = text.reading.upward(head(text.reading, text.words(piece)), ABOVE)
            cues = {head(text.reading, one.cue): one for one in those if one.cue}
            own = next((i for i in above if i in cues), -1)
            before = max((i for i in cues if text.reading.starts[i] < piece[0]), default=None)
            for saying in those if own == before else ():
                if saying is not cues[own] and len(saying.content) > 1:
                    saying.content.remove(piece)


def _is_unsaid(text: Text, saying: Saying) -> bool:
    pieces = [text.words(piece) for piece in saying.content if text.tells(piece)]
    return is_unsaid(text.reading, saying.cue, saying.source, pieces)


def _saying(text: Text, attribution: Attribution) -> Saying | None:
    reading = text.reading
    cue = _whole(reading, attribution.cue)
    hearsay = any(cue_is("hearsay", reading.word(i)) for i in range(*cue))
    words = [reading.word(i) for i in range(*cue)]
    listed = hearsay or any(cue_is(kind, word) for kind in ("saying", "thinking") for word in words)
    listed = listed or _is_answering(reading, cue)
    if not listed and (any(cue_is("doing", word) for word in words) or _is_empty(reading, head(reading, cue))):
        return None
    acts = dict(zip(ACTS, attribution.acts, strict=True))
    if attribution.score - NEITHER * acts["neither"] < (LIKELY if listed else SURE):
        return None
    source = source_of(reading, cue, attribution.source, text.is_prose)
    if source is not None and (_is_spoken_of(reading, cue, source) or _is_nobodys(reading, cue)):
        source = None
    heard = source is not None and _hears(text, cue, source)
    if source is None and not hearsay and acts["said"] < SAID:
        return None  # "is expected", "is known for": a state of mind is somebody's
    if text.is_heading(reading.starts[cue[0]]) and (source is None or _is_mutual(reading, cue)):
        return None  # "army and militia trade blame": who says what, the prose tells
    if (_is_mark(text, cue) and _is_label(reading, source)) if source else _is_bidding(reading, cue):
        return None
    holes = [reading.span(attribution.cue)]
    if source:
        behind = valency.on_the_part_of(reading, head(reading, cue)) in range(*source)  # "criticism on the part of"
        holes.append(reading.span((cue[1], source[1]) if behind else source))
    told = (
        _told_of(reading, cue, source)
        or _unbroken(text, attribution, cue, source)
        or _denied(reading, cue)
        or _led_up_to(reading, cue, source)
    )
    content = [reading.span(_mended(reading, cue, words)) for words in told]
    linked = attribution.source
    of_object = source is not None and opens_relative(reading, source[0])
    if source and linked and source[1] <= cue[0] and cue[1] <= linked[0] < cue[1] + 2 and not of_object:
        # Who does what is told, and does not tell it: "Peru, whose ships are old, said {Chile} had sent one".
        start, end = reading.starts[linked[0]], reading.ends[sentence(reading, linked[0])[1] - 1]
        end = max((b for a, b in content if a > start), default=end)
        content = [part for part in content if not reading.starts[source[0]] <= part[0] < start] + [(start, end)]
    content = _whole_quotations(text, content, holes)
    content = _pieces(text, content, holes)
    saying = Saying(cue, None if heard else source, content, likely=attribution.forces)
    saying.addressee = source if heard else _addressee(text, cue, source)
    saying.time = _when(text, cue, content)
    return saying


def _unbroken(text: Text, attribution: Attribution, cue: Words, source: Words | None) -> list[Words]:
    """The words linked to a cue, with the few between them that are left out for no reason to be seen: "with banks
    giving {no hint of how} they would pay"."""
    reading, out = text.reading, list[Words]()
    apart = {i for words in (cue, source) if words for i in range(*words)}
    apart.update(one.cue[0] for one in reading.attributions)  # "a boat, which {police said} was stolen"
    for start, end in attribution.content:
        last = out[-1][1] if out else start
        gap = range(last, start)
        parted = any(i in apart or reading.pos[i] in ("PUNCT", "CCONJ", "SCONJ") for i in gap)
        parted = parted or any(words[0] in gap for words in text.times.get(reading.sentence[start], ()))
        if gap and len(gap) <= HOLE and not parted and reading.sentence[last - 1] == reading.sentence[start]:
            out[-1] = out[-1][0], end
        else:
            out.append((start, end))
    return out


def _told_of(reading: Reading, cue: Words, source: Words | None) -> list[Words]:
    """What is announced, where an aside tells that of its noun: "{the measures}, announced by the bank, end"."""
    verb = head(reading, cue)
    by = source is not None and any(i in range(*source) for i in valency.parts(reading, verb, "obl:agent"))
    noun = reading.head[verb]
    if not by or source is None or reading.relation[verb] != "acl" or reading.word(cue[0] - 1) != "," or noun > verb:
        return []
    closed = reading.word(min(source[1], len(reading) - 1)) in (",", ".")
    words = phrase(reading, noun)
    return [(words[0], min(words[1], cue[0] - 1))] if closed and words[0] < cue[0] - 1 else []


def _denied(reading: Reading, cue: Words) -> list[Words]:
    """What is denied, where the model links nothing to the word: "has denied {it}"."""
    if not has_force(map(reading.word, range(*cue)), "deny"):
        return []
    objects = (i for i in valency.parts(reading, head(reading, cue), "obj") if i >= cue[1])
    return [phrase(reading, i) for i in objects][:1]


def _led_up_to(reading: Reading, cue: Words, source: Words | None) -> list[Words]:
    """The clause told before who says it, where the model links nothing to the word: "{the men fled}, the chief
    disclosed"."""
    top = head(reading, cue)
    if source is None or not cue_is("saying", reading.word(top)):
        return []
    clause = next((i for i in valency.parts(reading, top, "ccomp") if i < source[0]), None)
    words = (0, 0) if clause is None else (min(under(reading, clause)), max(under(reading, clause)) + 1)
    behind = range(words[1] - 1, min(words[1] + 1, source[0]))
    return [words] if words[1] <= source[0] and any(reading.word(i) == "," for i in behind) else []


def _with_owner(reading: Reading, words: Words) -> Words:
    """Words of a content with whose it is, where they break off behind that: "called {the union}’s plan absurd"."""
    start, end = words
    if start == 0 or reading.word(start) not in POSSESSIVE:
        return words
    owner = reading.mentions.get(start - 1)
    return (owner.words[0] if owner is not None and owner.words[1] <= start + 1 else start - 1), end


def _with_first(reading: Reading, cue: Words, words: Words) -> Words:
    """Words of a content with the first of those they join, or with the subject of their verb, where they break off
    behind that: "{Peru} and Chile, the envoy said, would vote", "{Guards} say he is well, she said"."""
    start, end = words
    if start < cue[0] and reading.pos[start] in ("VERB", "AUX"):
        subject_ = next((phrase(reading, i) for i in valency.parts(reading, start, "nsubj") if i < start), None)
        opens_it = subject_ is not None and subject_ == (sentence(reading, start)[0], start)
        return (subject_[0], end) if subject_ is not None and opens_it else words
    if start == 0 or reading.pos[start] != "CCONJ" or reading.sentence[start - 1] != reading.sentence[start]:
        return words
    first = reading.mentions.get(start - 1)
    joined = reading.pos[start - 1] in ("NOUN", "PROPN") and reading.pos[start + 1] in ("NOUN", "PROPN", "DET", "ADJ")
    opens = first.words[0] if first is not None and first.words[1] == start else start - 1
    alone = opens == sentence(reading, start)[0] and not opens <= cue[0] < start
    return (opens, end) if joined and alone else words


def _with_noun(reading: Reading, cue: Words, words: Words) -> Words:
    """Words of a content with the object of their cue on which they hang: "found {no sign} of corrosion"."""
    start, end = words
    noun = reading.head[reading.head[start]] if reading.pos[start] == "ADP" else start
    if not (cue[1] <= noun < start and reading.relation[noun] == "obj" and cue[0] <= reading.head[noun] < cue[1]):
        return words
    mention = reading.mentions.get(noun)
    if mention is None or mention.kind in ("person", "organization"):
        return words  # "told the {mayor} of the plan"
    return max(mention.words[0], cue[1]), end


def _mended(reading: Reading, cue: Words, words: Words) -> Words:
    """Words that the model links to a cue, with what belongs to them at either end."""
    words = _with_owner(reading, words)
    for mended in (_with_first, _with_noun, _of_object, _completed):
        words = mended(reading, cue, words)
    return words


def _completed(reading: Reading, cue: Words, words: Words) -> Words:
    """Words of a content with the rest of a name in which they begin, of a phrase before whose noun they break off, and
    with what the verb at their end is done to: "{Ana} Romo told him", "a {nun}", "and arrested {a nun}"."""
    start, end = words
    name = name_over(reading, start)
    if name is not None and not name[0] <= cue[0] < name[1]:
        start = name[0]
    last = end - 1
    if reading.pos[last] == "VERB":
        objects = (phrase(reading, i) for i in valency.parts(reading, last, "obj") if i >= end)
        rest = next(((a, b) for a, b in objects if a == end), (end, end))
    elif reading.relation[last] in ("det", "amod", "nummod", "compound", "case") and end <= reading.head[last]:
        rest = end, reading.head[last] + 1
    else:
        return start, end
    name = name_over(reading, rest[1])
    behind = range(end, rest[1] if name is None else name[1])
    breaks = len(behind) > HOLE or any(reading.pos[i] == "PUNCT" or i in range(*cue) for i in behind)
    return start, end if breaks else behind.stop


def _is_nobodys(reading: Reading, cue: Words) -> bool:
    """Whether something becomes known, and nobody says it: "it {emerged} that"."""
    verb = head(reading, cue)
    subjects = valency.parts(reading, verb, "nsubj", "expl")
    known = valency.is_one_of("emerging", reading, verb)
    return known and any(reading.word(i).lower() == "it" for i in subjects)


def _of_object(reading: Reading, cue: Words, words: Words) -> Words:
    """Words of a content, or the object of its cue where they are but what the report adds to it: "blamed {the Front},
    which holds the hill"."""
    start = words[0]
    if reading.word(start).lower() not in lexicon.function_words("relative"):
        return words
    clause = next((i for i in reading.upward(start, QUOTE) if reading.relation[i] == "acl:relcl"), None)
    top = None if clause is None else reading.head[clause]
    if top is None or reading.relation[top] != "obj" or reading.head[top] != head(reading, cue):
        return words
    mention = reading.mentions.get(top)
    begin = mention.words[0] if mention is not None and cue[1] <= mention.words[0] else cue[1]
    end = start - 1 if reading.word(start - 1) == "," else start
    return (begin, end) if begin < end else words


def _is_answering(reading: Reading, cue: Words) -> bool:
    """Whether two words together tell of an answer that one of them by itself does not: "laughed off"."""
    last = min(cue[1] + 1, len(reading))
    pairs = {f"{stem(reading.word(i))}_{stem(reading.word(i + 1))}" for i in range(cue[0], last - 1)}
    return not pairs.isdisjoint(stems("dismiss") | stems("counter"))


def _is_spoken_of(reading: Reading, cue: Words, source: Words) -> bool:
    """Whether it is others who say or think something of a source: "the {judge} is expected to", "is said to have",
    "{it} was claimed that"."""
    verb = head(reading, cue)
    if reading.string(source).lower() == "it" and source[1] <= verb and valency.has(reading, verb, "aux:pass"):
        return not any(cue_is(kind, reading.word(verb)) for kind in ("telling", "hearing"))  # "it was told"
    if reading.word(verb).lower() == "said" and reading.word(min(verb + 1, len(reading) - 1)) == "to":
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


def _is_empty(reading: Reading, verb: int) -> bool:
    """Whether a verb tells by itself of nothing done or said: "{have} different views", not "{have} said"."""
    alone = reading.pos[verb] == "VERB" or (reading.pos[verb] == "AUX" and reading.relation[verb] == "root")
    return alone and reading.word(verb).lower() in lexicon.modal_words("having")


def _behind_setting(text: Text, piece: Span) -> Span:
    """A piece of content without where or when it was said: "said {in a telephone interview that} he would stay"."""
    reading, (a, b) = text.reading, text.words(piece)
    if a >= b:
        return piece
    when = next((words for words in text.times.get(reading.sentence[a], []) if words[0] == a), None)
    if when and when[1] < b and reading.word(when[1]) in ("to", "that"):
        return text.trimmed((reading.starts[when[1]], piece[1]))  # "pledged in {2022} to end the war"
    if reading.pos[a] != "ADP" or text.quotations.around(piece[0]):
        return piece
    for i in range(a + 1, min(b - 1, a + SETTING)):
        if reading.pos[i] in ("VERB", "AUX", "PUNCT"):
            break
        if reading.word(i).lower() == "that" and reading.pos[i] == "SCONJ":
            return text.trimmed((reading.starts[i], piece[1]))
    return piece


def _whole(reading: Reading, cue: Words) -> Words:
    """The cue with its head word, of which the model may have seen the auxiliary alone: "has" of "has said"."""
    start, end = cue
    for i in range(start, end):
        if cue_is("hearsay", reading.word(i)):
            return i, i + 1
    while end < len(reading) and all(_is_light(reading, i) for i in range(start, end)):
        heads = [reading.head[i] for i in range(start, end) if end <= reading.head[i] < end + 4]
        if not heads:
            break
        end = min(heads) + 1
    while start + 1 < end and reading.pos[start] in ("PUNCT", "PRON", "CCONJ", "DET"):
        start += 1
    setting = lexicon.function_words("setting")  # "said in" an interview
    while end - 1 > start and (
        reading.pos[end - 1] in ("PUNCT", "DET")
        or (reading.word(end - 1).lower() in setting and cue_is("saying", reading.word(end - 2)))
    ):
        end -= 1
    return start, end


def _is_light(reading: Reading, i: int) -> bool:
    """Whether a word by itself tells of no saying."""
    return reading.pos[i] in LIGHT and not cue_is("saying", reading.word(i))


def _whole_quotations(text: Text, content: list[Span], holes: list[Span]) -> list[Span]:
    """Quotations are content wholly or not at all."""
    grown = list(content)
    for quotation in {q for span in content for q in text.quotations.touching(span)}:
        shared = sum(overlap(quotation, span) for span in content) / (quotation[1] - quotation[0])
        if any(quotation[0] <= a and b <= quotation[1] for a, b in holes):
            continue  # the cue itself is quoted: what it introduces is a part of the quotation
        if shared >= WHOLE:
            grown.append(quotation)
        elif shared < NOT_AT_ALL:
            grown = outside(grown, [(quotation[0] - 1, quotation[1] + 1)])
    return grown


def _pieces(text: Text, content: list[Span], holes: list[Span]) -> list[Span]:
    """Content in clean pieces: nothing of the cue, the source or the furniture, no piece over paragraphs."""
    spans = outside(merged(content), [*holes, *text.furniture(content), *_breaks(text, content)])
    pieces = [text.trimmed(text.unlabelled(span)) for span in spans]
    pieces = [piece for piece in pieces if text.tells(piece)]
    joined: list[Span] = []
    for piece in pieces:
        # Pieces parted by punctuation and quotation marks alone are one.
        if joined and not any(c.isalnum() or c in "\n\r" for c in text.text[joined[-1][1] : piece[0]]):
            joined[-1] = joined[-1][0], piece[1]
        else:
            joined.append(piece)
    longest = max((b - a for a, b in joined), default=0)
    return [(a, b) for a, b in joined if b - a > 3 or longest <= 3]


def _settle(text: Text, found: list[Saying]) -> None:
    """What belongs to which of several cues: a quotation to the nearest, a sentence with a cue of its own to that one,
    and a clause with a cue to that cue where the clause stands beside the content and not in it."""
    reading = text.reading
    told = {reading.sentence[saying.cue[0]] for saying in found if saying.cue}
    for quotation, claims in by_quotation(text, found).items():
        claims = [saying for saying in claims if saying.cue and not overlap(quotation, reading.span(saying.cue))]
        if len(claims) > 1:
            nearest = min(claims, key=lambda saying: _distance(text, saying, quotation))
            for saying in claims:
                apart = _distance(text, saying, quotation)[0] > 0
                if saying is not nearest and (apart or _is_before(text, quotation, nearest, saying)):
                    saying.content = outside(saying.content, [(quotation[0] - 1, quotation[1] + 1)])
    answers = {id(saying): answer for saying in found if (answer := _answer(text, saying)) is not None}
    beside: dict[int, list[Saying]] = {}
    for saying in found:
        if saying.cue:
            beside.setdefault(reading.sentence[saying.cue[0]], []).append(saying)
    for saying in found:
        if saying.cue is None:
            continue
        if answer := answers.get(id(saying)):
            until = min(saying.cue[0], saying.source[0] if saying.source else saying.cue[0])
            points = answer[0], until - (reading.word(until - 1).lower() == "that")
            saying.content = [reading.span(points)]  # "which", "a charge": what was said before
            if _is_naming(reading, saying.cue):
                saying.content = _pieces(
                    text, [*saying.content, (reading.ends[saying.cue[1] - 1], reading.ends[answer[1] - 1])], []
                )
            continue
        others = beside[reading.sentence[saying.cue[0]]]
        beside_it = [other for other in others if _beside(reading, saying, other)]
        cut = [_clause(reading, other.cue) for other in beside_it if other.cue]
        answered = [reading.span(answers[id(other)]) for other in others if id(other) in answers]
        saying.content = outside(saying.content, [reading.span(words) for words in cut])
        joined = [
            span for span, other in zip(map(reading.span, cut), beside_it, strict=True) if other.source == saying.source
        ]
        saying.content = outside(_clauses(text, saying, told), [*answered, *joined])
        saying.content = outside(saying.content, _answers(text, saying, others))
        saying.content = _own_pieces(reading, saying, others)
        saying.content = _up_to_next(text, saying, others)
        if (rest := _rest(text, saying, others)) is not None:
            saying.content = outside(saying.content, [rest])
        saying.content = outside(saying.content, _asides(text, saying))
        saying.content = merged([*saying.content, *_around(text, saying)])
        if saying.goes_on is not None:
            rest = reading.starts[saying.goes_on], reading.ends[sentence(reading, saying.goes_on)[1] - 1]
            saying.content = merged([*saying.content, text.trimmed(rest)])
        holes = [reading.span(saying.cue)] + ([reading.span(saying.source)] if saying.source else [])
        saying.content = _without_joint(text, _pieces(text, saying.content, holes))
    for saying in found:
        if saying.cue and not saying.content:
            saying.content = _as_said(text, saying, beside[reading.sentence[saying.cue[0]]])


def _return(text: Text, found: Sequence[Saying]) -> None:
    """Gives to whoever speaks the next verb of saying, where the model has nobody for it or somebody spoken of: "the
    army said its men had come under fire but {denied} …"."""
    reading = text.reading
    for before, saying in pairwise(found):
        if not before.cue or not before.source or not saying.cue or not before.cue[1] < saying.cue[0]:
            continue
        joint = saying.cue[0] - 1
        if reading.sentence[joint] != reading.sentence[before.cue[0]] or reading.pos[joint] != "CCONJ":
            continue
        speaker = _resumed(reading, found, before, joint)
        if speaker is not None:
            saying.source, before.goes_on = speaker, joint
            continue
        denied = reading.word(joint) == "but" and cue_force(reading.word(saying.cue[0])) in ("deny", "reject")
        spoken_of = saying.source is not None and any(
            overlap(reading.span(saying.source), piece) for piece in before.content
        )
        suffered = valency.sufferer(reading, head(reading, saying.cue)) is not None  # "had been beaten and threatened"
        if not suffered and (saying.source is None or (denied and spoken_of)):
            saying.source = before.source


def _resumed(reading: Reading, found: Sequence[Saying], saying: Saying, joint: int) -> Words | None:
    """Who is told to speak in what is said, where that goes on, behind who says it, with another verb of his: "{guards}
    say he is well, she said, but refuse to show him"."""
    cue, source = saying.cue, saying.source
    if not cue or not source or not any(a < reading.starts[source[0]] for a, _ in saying.content):
        return None
    apart = reading.word(source[0] - 1) == "," == reading.word(cue[1])
    if not apart or joint != cue[1] + 1 or source[1] > cue[0]:
        return None
    here = reading.sentence[joint]
    within = (one for one in found if one.cue and one.cue[1] <= source[0] and reading.sentence[one.cue[0]] == here)
    return next((one.source for one in reversed(list(within)) if one.source), None)


def _without_joint(text: Text, content: list[Span]) -> list[Span]:
    """A content without the word at its end that joins to it what is told next: "under fire {but} denied", "over the
    flood, {in} which"."""
    if not content or text.quotations.around(content[-1][1] - 1):
        return content
    reading, (start, end) = text.reading, content[-1]
    last = text.words((end - 1, end))[0]
    joins = reading.pos[last] == "CCONJ" or reading.word(last).lower() in lexicon.function_words("relative-object")
    joins = joins or (reading.pos[last] == "ADP" and reading.word(last - 1) == ",")
    if not joins or reading.starts[last] <= start:
        return content
    return [*content[:-1], text.trimmed((start, reading.starts[last]))]


def _around(text: Text, saying: Saying) -> list[Span]:
    """What stands on both sides of who says it, where he is told amid a clause, before its verb: "{Peru would not}, the
    envoy warned, {stand by}", "{one of them}, according to the paper, {fled}"."""
    reading, cue, source = text.reading, saying.cue, saying.source
    if not cue or not source or source[1] < cue[0] or cue[1] < source[0]:
        return []
    if _is_participle(reading, cue[0]) and reading.word(cue[0]).lower() not in lexicon.function_words("cited"):
        return []  # "the agency, quoting the envoy, said"
    if reading.word(min(cue[0], source[0])).lower() in lexicon.function_words("relative"):
        return []  # "the bank, which asked for it, said"
    low, last = sentence(reading, cue[0])
    opens, closes = min(cue[0], source[0]) - 1, max(cue[1], source[1])
    told = range(closes, min(closes + ADDRESSED, last))  # "he told {reporters},"
    comma = next((i for i in told if reading.word(i) == ","), closes)
    if any(cue_is("telling", reading.word(i)) for i in range(*cue)):
        closes = comma
    if opens <= low or closes >= last - 1 or not reading.word(opens) == reading.word(closes) == ",":
        return []
    low += reading.pos[low] in ("CCONJ", "PUNCT")
    marked = reading.word(closes + 1) in OPENING
    before, goes_on = range(low, opens), reading.pos[min(closes + 1 + marked, last - 1)] in ("VERB", "AUX")
    subject_told = reading.relation[low] != "advmod" and reading.pos[low] not in ("ADP", "SCONJ", "ADV", "VERB", "AUX")
    if not goes_on or not subject_told or any(reading.pos[i] in ("VERB", "PUNCT") for i in before):
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


def _asides(text: Text, saying: Saying) -> list[Span]:
    """What is no part of a content though the model links it: the name of a document between it and its verb ("the
    report, {"Dry Wells",} says"), what stands before a relative clause that a cue breaks up ("{a man} who, she said,
    was armed"), what the speaker then does ("called it a sham {and left the hall}")."""
    reading, cue, source = text.reading, saying.cue, saying.source
    assert cue is not None
    out: list[Span] = []
    first, last = sentence(reading, cue[0])
    behind = any(a >= reading.ends[cue[1] - 1] for a, _ in saying.content)
    if source and first < source[0] and source[1] <= cue[0] and behind and _is_participle(reading, first):
        out.append((reading.starts[first], reading.starts[source[0]]))  # "{Giving evidence,} she said that"
    if source and source[1] <= cue[0]:
        between = reading.ends[source[1] - 1], reading.starts[cue[0]]
        out += [part for part in text.quotations.touching(between) if between[0] <= part[0] and part[1] <= between[1]]
        if reading.word(source[0] - 1) == "," and reading.word(source[0] - 2).lower() in ("who", "which"):
            out.append((reading.starts[first], reading.starts[source[0]]))
        if reading.word(source[0] - 1).lower() == "what":  # "after {what} she said {was} a riot"
            is_ = cue[1] if reading.pos[min(cue[1], last - 1)] == "AUX" else cue[1] - 1
            out.append((reading.starts[first], reading.ends[is_]))
    out += [(reading.starts[first], a - 1) for a, b in _behind_colon(text, saying) if b <= reading.starts[cue[0]]]
    verb = head(reading, cue)
    children = [i for i in range(verb + 1, last) if reading.head[i] == verb]
    if not any(reading.relation[i] == "ccomp" and reading.pos[i] == "VERB" for i in children):
        deeds = [i for i in children if reading.relation[i] == "conj" and reading.pos[i] == "VERB"]
        joints = [min((k for k in under(reading, i) if reading.pos[k] != "PUNCT"), default=i) for i in deeds]
        out += [reading.span((k, last)) for k in joints if reading.pos[k] == "CCONJ"]
    return out


def _behind_colon(text: Text, saying: Saying) -> list[Span]:
    """The quotations of a content that a colon opens: "Few were convinced: {“A sham,”} replied the union"."""
    found = (part for piece in saying.content for part in text.quotations.touching(piece))
    return [part for part in found if text.text[max(0, part[0] - 3) : part[0] - 1].rstrip().endswith(":")]


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
    around = (part for one in others for part in one.content if part[0] < reading.starts[comma] < part[1])
    told = [text.trimmed((max(part[0], reading.starts[low]), reading.starts[comma])) for part in around]
    return [part for part in told if text.tells(part)][:1]


def _distance(text: Text, saying: Saying, span: Span) -> tuple[int, int]:
    """How many sentences, then characters, lie between a cue and a stretch of text."""
    assert saying.cue is not None
    reading, words = text.reading, text.words(span)
    cue = reading.span(saying.cue)
    here = reading.sentence[saying.cue[0]]
    first, last = reading.sentence[words[0]], reading.sentence[max(words[1] - 1, words[0])]
    apart = 0 if first <= here <= last else min(abs(first - here), abs(last - here))
    return apart, max(span[0] - cue[1], cue[0] - span[1], 0)


def _beside(reading: Reading, saying: Saying, other: Saying) -> bool:
    """Whether another cue comes after this one and beside it: hangs on it, as "saying" does in "called it a sham,
    saying …", or has the same words for its source."""
    if other is saying or saying.cue is None or other.cue is None or other.cue[0] <= saying.cue[0]:
        return False
    at = head(reading, other.cue)
    if reading.relation[at] == "ccomp" and saying.cue[0] <= reading.head[at] < saying.cue[1]:
        return False  # "says it warned them"
    if saying.source and saying.source == other.source:
        return True
    while reading.relation[at] in ("conj", "aux", "fixed") and reading.head[at] != at:
        at = reading.head[at]
        if saying.cue[0] <= at < saying.cue[1]:
            return True
    return reading.relation[at] in ("advcl", "conj") and saying.cue[0] <= reading.head[at] < saying.cue[1]


def _own_pieces(reading: Reading, saying: Saying, others: Iterable[Saying]) -> list[Span]:
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


def _up_to_next(text: Text, saying: Saying, others: Iterable[Saying]) -> list[Span]:
    """The content of a saying that is told aside, up to the verb by which whoever says it says more: "the mayor, who
    confirmed {the raid}, said 14 had died", "refuting {the charge}, the mayor said they had fired"."""
    reading, cue, source = text.reading, saying.cue, saying.source
    if cue is None or source is None or not saying.content:
        return saying.content
    aside = reading.word(cue[0] - 1).lower() in RELATIVES
    participle = reading.word(cue[0]).lower().endswith("ing") and cue[1] <= source[0]
    for other in others:
        if not (aside or participle) or not other.cue or not other.source or other.cue[0] < cue[1]:
            continue
        same = other.source[0] == source[0] or (aside and 0 < cue[0] - other.source[1] <= 2)
        if same and (participle or reading.word(other.cue[0] - 1) == ","):
            end = reading.starts[other.cue[0]] if aside else reading.starts[source[0]]
            kept = [(a, min(b, end)) for a, b in saying.content if a < end]
            return [text.trimmed(piece) for piece in kept if text.tells(piece)] or saying.content
    return saying.content


def _answers(text: Text, saying: Saying, others: Iterable[Saying]) -> list[Span]:
    """The relative clause at the end of a content by which the report answers it: "told the court that he had hit her,
    {who called the claim a lie}"."""
    reading, last = text.reading, sentence(text.reading, saying.cue[0])[1] if saying.cue else 0
    claims = lexicon.denial_words("claim")
    for other in others:
        if not (saying.cue and other.cue and other.source and saying.cue[1] <= other.source[0] < other.cue[0]):
            continue
        opens, behind = other.source[1] - 1, range(other.cue[1], min(other.cue[1] + QUOTE, last))
        if reading.word(opens).lower() != "who" or reading.word(opens - 1) != ",":
            continue
        denies = _is_naming(reading, other.cue) or _contests(reading, other.cue)
        points = any(
            reading.word(i).lower() in claims and reading.word(i - 1).lower() in lexicon.function_words("definite")
            for i in behind
        )
        if denies and points:
            return [(reading.ends[opens - 2], reading.ends[last - 1])]
    return []


def _rest(text: Text, saying: Saying, others: Iterable[Saying]) -> Span | None:
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
        word = reading.word(i).lower()
        if text.quotations.around(reading.starts[i]):
            continue
        behind = told_before and reading.word(i - 1) == ","
        parted = word == ";" or (behind and word in lexicon.function_words("parting"))
        headline = text.is_heading(reading.starts[i]) and _meanwhile(reading, i, last)
        if (parted and i + 1 in openings) or (behind and _goes_on(reading, i)) or headline:
            return reading.starts[i], reading.ends[last - 1]
    return None


def _meanwhile(reading: Reading, i: int, last: int) -> bool:
    """Whether a headline goes on with what else happens: "mayor urges calm {as} floods near city"."""
    told = (reading.pos[k] == "VERB" and not reading.word(k).endswith("ing") for k in range(i + 2, last))
    named = reading.pos[i + 1] in ("NOUN", "PROPN", "ADJ", "NUM", "PRON") or reading.relation[i + 1] == "amod"
    return reading.word(i) == "as" and named and any(told)


def _goes_on(reading: Reading, i: int) -> bool:
    """Whether a clause of time opens at a word, "as" before its subject: not "as well", "as long as"."""
    after = reading.relation[i + 1] in ("det", "nsubj", "compound", "amod", "nmod:poss", "nummod")
    return reading.word(i).lower() == "as" and reading.relation[i] == "mark" and after


def _contests(reading: Reading, cue: Words) -> bool:
    """Whether a cue denies or rejects."""
    return has_force(map(reading.word, range(*cue)), "deny", "reject")


def _answer(text: Text, saying: Saying) -> Words | None:
    """The clause by which somebody contests what another has just said: ", a charge that Sweden denies"."""
    reading, cue, source = text.reading, saying.cue, saying.source
    if not cue or not source:
        return None
    if not _is_naming(reading, cue) and not _contests(reading, cue):
        return None
    first = min(cue[0], source[0])
    start = next((i for i in range(first - 1, max(first - 5, -1), -1) if reading.word(i) in (",", "–", "—", "-")), None)
    if start is None or reading.sentence[start] != reading.sentence[cue[0]]:
        return None
    words = [reading.word(i).lower() for i in range(start + 1, first)]
    claims = lexicon.denial_words("claim") | lexicon.denial_words("remark")
    indefinite = bool(words) and words[0] in lexicon.function_words("indefinite") and reading.pos[first - 1] == "NOUN"
    gap = indefinite and has_force(map(reading.word, range(*cue)), "deny")  # "an attack the army denied making"
    named = any(not claims.isdisjoint((word, *lexicon.lemmas(word))) for word in words)
    points = gap or named or words[:1] == ["which"]
    return (start + 1, max(under(reading, head(reading, cue))) + 1) if points else None


def _is_naming(reading: Reading, cue: Words) -> bool:
    """Whether a cue tells what somebody calls something: "a charge that the union calls {absurd}"."""
    return valency.is_one_of("naming", reading, head(reading, cue))


def _is_before(text: Text, quotation: Span, first: Saying, second: Saying) -> bool:
    """Whether a quotation is over where the second of two sayings begins, who speaks and all: "called it {“a sham”},
    but the mayor told them to leave"."""
    if not first.cue or not second.cue or not second.source or first.source == second.source:
        return False
    starts = text.reading.starts
    begins = min(starts[second.source[0]], starts[second.cue[0]])
    ends = second.content[-1][1] if second.content else 0
    return starts[first.cue[0]] < quotation[0] < quotation[1] < begins < ends


def _clause(reading: Reading, cue: Words) -> Words:
    """The words from a cue, with what stands before it on its account, to the end of its clause."""
    top = head(reading, cue)
    before = [
        i
        for child in range(max(cue[0] - 3, 0), cue[0])
        if reading.head[child] == top and reading.relation[child] in LEADING
        for i in under(reading, child)
    ]
    return min([cue[0], *(i for i in before if i >= cue[0] - 3)]), max(max(under(reading, top)) + 1, cue[1])


def _clauses(text: Text, saying: Saying, told: set[int]) -> list[Span]:
    """Content by whole clauses: in the sentence of the cue, the clause that the cue governs, where that agrees with
    what is linked; in another sentence, all of it or nothing, and nothing where it has a cue of its own."""
    reading = text.reading
    assert saying.cue is not None
    here = reading.sentence[saying.cue[0]]
    out: list[Span] = []
    near: list[Span] = []
    for piece in saying.content:
        for part in _by_sentence(text, piece):
            words = text.words(part)
            number = reading.sentence[words[0]]
            if text.quotations.share([part]) > 0.8:
                out.append(part)
            elif number == here:
                near.append(part)
            else:
                whole = [i for i in range(*words) if reading.pos[i] != "PUNCT"]
                low, high = sentence(reading, words[0])
                size = sum(reading.pos[i] != "PUNCT" for i in range(low, high))
                if number not in told and len(whole) >= 0.6 * size:
                    out.append(reading.span((low, high)))
    governed = _governed(reading, saying.cue)
    if near and governed:
        clause = reading.span(governed)
        shared = sum(overlap(clause, part) for part in near)
        after = [words for part in near if (words := text.words(part))[0] >= saying.cue[1]]
        broken_off = bool(after) and _breaks_off(reading, saying.cue, governed, after[0][0])
        if broken_off or shared >= AGREE * max(clause[1] - clause[0], length(near)):
            until = _ended(reading, governed[1], after)
            near = [reading.span((_begun(reading, saying.cue, governed[0], after), until))]
    return merged([*out, *near])


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
    directly = (a for a, _ in linked if a == cue[1] and clause - a <= QUOTE)
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


def _outermost(reading: Reading, found: list[Saying]) -> list[Saying]:
    """Sayings that stand in no other; only those with words in one sentence are held against each other."""
    beside: dict[int, list[Saying]] = {}
    for saying in found:
        if saying.cue and saying.source:
            for number in {reading.sentence[i] for i in (*range(*saying.cue), saying.source[0])}:
                beside.setdefault(number, []).append(saying)
    return [
        saying
        for saying in found
        if not saying.cue
        or not any(
            _is_within(reading, saying, other)
            for number in {reading.sentence[i] for i in range(*saying.cue)}
            for other in beside.get(number, ())
        )
    ]


def _is_within(reading: Reading, saying: Saying, other: Saying) -> bool:
    """Whether a noun of saying is but what another says something of, where he says it, or a part of who does: "a
    {claim} that the union calls false", "calls the {claim} that it fled false", "says in the {petition} that",
    "{reports} seen by the bank show"; or a verb tells where another's words were spoken: "the envoy, {speaking} in
    Oslo, said"."""
    if saying is other or not saying.cue or not other.cue or not other.source:
        return False
    if other.cue[0] <= saying.cue[0] and saying.cue[1] <= other.cue[1] and saying.cue != other.cue:
        return True  # "claimed" of "had earlier claimed"
    at, source = head(reading, saying.cue), other.source
    if reading.sentence[at] != reading.sentence[source[0]]:
        return False
    if reading.pos[at] == "NOUN":
        behind = at < source[0] <= at + 2 and source[1] <= other.cue[0] and reading.word(at + 1) != ","
        answered = behind and lexicon.function_words("indefinite") >= {reading.word(at - 1).lower()}
        shared = any(overlap(one, part) for one in saying.content for part in other.content)
        called = _is_naming(reading, other.cue) and reading.head[at] == head(reading, other.cue)
        where = valency.governed(reading, head(reading, other.cue), "in") == at
        return answered or (shared and (called or where or source[0] <= at < source[1]))
    spoken = valency.is_one_of("speaking", reading, at) and reading.word(at).endswith("ing")
    return spoken and saying.cue[0] < other.cue[0] and saying.source == other.source and saying.content == other.content


AGREE = 0.55  # a clause is the content if it and what is linked share so much


def _governed(reading: Reading, cue: Words) -> Words | None:
    """The clause that a cue governs: the complement of its verb, or the sentence it is put into as an aside."""
    top = head(reading, cue)
    if reading.relation[top] == "parataxis":
        own = set(under(reading, top))
        rest = [i for i in under(reading, reading.head[top]) if i not in own]
        return (min(rest), max(rest) + 1) if max(rest) < min(own) or min(rest) > max(own) else None
    if (told := _fronted(reading, cue, top)) is not None:
        return told
    for i in range(top + 1, min(top + 40, len(reading))):
        if reading.head[i] == top and reading.relation[i] == "ccomp":
            members = under(reading, i)
            opens = reading.word(min(members)).lower()
            if min(members) < cue[1] or opens in lexicon.function_words("charge") | lexicon.function_words("parting"):
                return None  # "accused the army of …" says of the army, too; "{as} the toll rises" is not said
            return min(members), max(members) + 1
    return None


def _is_participle(reading: Reading, i: int) -> bool:
    """Whether a word is a participle with which a clause of who speaks begins: "{Giving} evidence, she said"."""
    return reading.pos[i] == "VERB" and reading.word(i).endswith("ing")


def _fronted(reading: Reading, cue: Words, top: int) -> Words | None:
    """The clause with which a sentence begins that its cue ends: "{It had rained}, she said."."""
    low, _ = sentence(reading, top)
    clause = next(
        (i for i in range(low, top) if reading.head[i] == top and reading.relation[i] in ("ccomp", "dep")), None
    )
    if clause is None or _is_participle(reading, low):
        return None
    members = under(reading, clause)
    end = max(members) + 1
    behind = any(reading.word(i) == "," for i in (end - 1, end) if i < cue[0])
    return (low, end) if behind and min(members) == low else None


def _by_sentence(text: Text, span: Span) -> list[Span]:
    """A span cut where sentences end."""
    reading, words = text.reading, text.words(span)
    out, start = [], words[0]
    for i in range(words[0], words[1]):
        if i + 1 == words[1] or reading.sentence[i + 1] != reading.sentence[i]:
            a, b = reading.span((start, i + 1))
            out.append((max(a, span[0]), min(b, span[1])))
            start = i + 1
    return out


_LINE = re.compile(r"[^\n\r]+")
_BREAK = re.compile(r"\s*[\n\r\u2028\u2029]\s*")


def _breaks(text: Text, content: list[Span]) -> list[Span]:
    """The line ends inside a content that part paragraphs."""
    paragraph, reading = text.reading.paragraph, text.reading
    out = []
    for start, end in content:
        for gap in _BREAK.finditer(text.text, start, end):
            i = bisect_right(reading.starts, gap.start()) - 1
            if i >= 0 and i + 1 < len(paragraph) and paragraph[i] != paragraph[i + 1]:
                out.append(gap.span())
    return out


def _quotation(text: Text, content: list[Span]) -> Quotation:
    share = text.quotations.share(content)
    return "direct" if share >= DIRECT else "mixed" if share >= MIXED else "indirect"


def _one_for_each_act(text: Text, found: list[Saying]) -> list[Saying]:
    """ "was quoted" and "saying" are two cues for one act: cues in one sentence with no word of weight between them."""
    reading, out = text.reading, list[Saying]()
    for saying in found:
        before = out[-1] if out else None
        if before and saying.cue and before.cue and _same_act(text, before, saying):
            keep = max((before, saying), key=lambda one: length(one.content))
            keep.cue = min(before.cue, saying.cue)[0], max(before.cue[1], saying.cue[1])
            if keep.cue[1] - keep.cue[0] > 4:
                keep.cue = before.cue
            keep.source = before.source or saying.source
            keep.through = before.through or saying.through
            keep.content = _pieces(text, keep.content, [reading.span(keep.cue)])
            out[-1] = keep
        else:
            out.append(saying)
    return out


def _same_act(text: Text, a: Saying, b: Saying) -> bool:
    if a.cue is None or b.cue is None:
        return False
    reading = text.reading
    between = range(a.cue[1], b.cue[0])
    if len(between) > 6 or reading.sentence[a.cue[0]] != reading.sentence[b.cue[0]]:
        return False
    if any(reading.pos[i] in ("CCONJ", "VERB", "SCONJ") and reading.word(i) != "as" for i in between):
        return False
    if _is_naming(reading, a.cue) and reading.pos[b.cue[0]] == "NOUN":
        return False  # "called reports that it had fled a lie"
    if any(reading.relation[i] in valency.SUBJECTS and b.cue[0] <= reading.head[i] < b.cue[1] for i in between):
        return False  # "says it warned them"
    shared = sum(overlap(x, y) for x in a.content for y in b.content)
    small = min(length(a.content), length(b.content))
    agree = small > 0 and shared / small >= SAME
    linked = reading.word(b.cue[0]).lower() in ("saying", "as") and any(reading.word(i) == "as" for i in between)
    return agree and (linked or len(between) <= 1) and (not a.source or not b.source or a.source == b.source)


_AS = 40  # words from a verb of quoting to the "as saying" that goes with it, at most


def _quoted_as_saying(text: Text, found: list[Saying]) -> list[Saying]:
    """ "The agency quoted the minister as saying", "the minister was quoted by the agency as saying": one act, of the
    minister; the agency passes it on."""
    reading, out = text.reading, list[Saying]()
    acts: dict[int, Saying] = {}  # by verb of quoting
    for saying in found:
        verb = _quoting(reading, saying.cue) if saying.cue else None
        if verb is None:
            out.append(saying)
        elif (same := acts.get(verb)) is None:
            acts[verb] = saying
            out.append(saying)
        elif length(saying.content) > length(same.content):
            same.content, same.likely = saying.content, saying.likely
    for verb, saying in acts.items():
        last = sentence(reading, verb)[1]
        at = next((i for i in range(verb + 1, min(verb + _AS, last - 1)) if _as_saying(reading, i)), None)
        quoted = _who_is_quoted(text, verb, at) or _quoted_aside(text, verb, saying)
        if quoted is None and (said := _said_by_quoted(text, verb, found)) is not None:
            said.through = said.through or saying.source
            out.remove(saying)
        if quoted is None:
            continue
        passes_on = saying.source
        saying.source, saying.through = quoted
        if saying.through is None and passes_on != saying.source:
            saying.through = passes_on
        holes = [reading.span(words) for words in (saying.source, saying.through) if words]
        if at is not None:
            saying.cue = (verb, at + 2 if at == verb + 1 else verb + 1)
            holes.append(reading.span((verb, at + 2)))
        saying.content = _pieces(text, saying.content, holes)
    return out


def _who_is_quoted(text: Text, verb: int, at: int | None) -> tuple[Words, Words | None] | None:
    """Whose words a verb of quoting passes on, and by whom; None where they are nobody's ("citing high costs").

    at: where "as saying" stands, if it does."""
    reading = text.reading
    parts = {reading.relation[i]: i for i in range(*sentence(reading, verb)) if reading.head[i] == verb != i}
    if "aux:pass" in parts:
        sufferer = parts.get("nsubj:pass")
        quoted = _ending_before(reading, parts["aux:pass"]) if sufferer is None else phrase(reading, sufferer)
        if quoted is None:
            return None
        after = range(verb + 1, sentence(reading, verb)[1])
        by = next((i for i in after if reading.head[i] >= verb and _case(reading, i) == "by"), None)
        return quoted, phrase(reading, by) if by is not None else None
    quoter = subject(reading, (verb, verb + 1))
    if at is not None and at > verb + 1:
        return (verb + 1, at - (reading.word(at - 1) == ",")), quoter
    said = parts.get("obj")
    if said is None or not reading.word(verb).endswith("ing"):
        return None
    mention, word = reading.mentions.get(said), reading.word(said)
    speaks = mention is not None and mention.kind in ("person", "organization")
    return (phrase(reading, said), quoter) if speaks or lexicon.source(word) or lexicon.document(word) else None


def _quoted_aside(text: Text, verb: int, saying: Saying) -> tuple[Words, Words | None] | None:
    """Whose words are passed on by whoever stands before an aside: "the agency, quoting {the minister}, reported"."""
    reading = text.reading
    quoted = saying.source
    if quoted is None or quoted[0] != verb + 1 or reading.word(verb - 1) != "," or not _is_participle(reading, verb):
        return None
    return quoted, _ending_before(reading, verb - 1)


def _said_by_quoted(text: Text, verb: int, found: Iterable[Saying]) -> Saying | None:
    """What somebody says of whom an aside tells who quotes him: "{the minister}, quoted by the agency, {said}"."""
    reading = text.reading
    by = any(reading.word(i) == "by" for i in range(verb + 1, min(verb + 3, len(reading))))
    if not by or reading.word(verb - 1) != "," or valency.has(reading, verb, "aux", "aux:pass", "nsubj:pass"):
        return None
    low, high = sentence(reading, verb)
    behind = (one for one in found if one.cue and one.source and verb < one.cue[0] < high)
    return next((one for one in behind if one.source and low <= one.source[0] < verb), None)


def _read_out(text: Text, found: Iterable[Saying]) -> None:
    """Gives what somebody reads out from another's letter to who wrote it: "the judge read a letter from {the widow},
    saying that she forgave them"."""
    reading = text.reading
    for saying in found:
        if saying.cue is None or saying.source is None or saying.through is not None:
            continue
        verb = head(reading, saying.cue)
        participle = reading.relation[verb] == "advcl" and _is_participle(reading, verb)
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
    start, end = phrase(reading, who)
    return start, end - (reading.word(end - 1) in POSSESSIVE)


def _quoting(reading: Reading, cue: Words) -> int | None:
    """The verb of quoting in a cue, or before the "as saying" that the cue is."""
    if (verb := next((i for i in range(*cue) if cue_is("quoting", reading.word(i))), None)) is not None:
        return verb
    if not _as_saying(reading, cue[0] - 1):
        return None
    first, _ = sentence(reading, cue[0])
    before = range(cue[0] - 1, max(first, cue[0] - _AS) - 1, -1)
    return next((i for i in before if cue_is("quoting", reading.word(i))), None)


def _as_saying(reading: Reading, i: int) -> bool:
    """Whether "as saying" or the like stands at a word."""
    following = reading.word(i + 1) if 0 <= i < len(reading) - 1 else ""
    return (
        bool(following) and reading.word(i).lower() == "as" and cue_is("saying", following) and following[-3:] == "ing"
    )


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


def _hears(text: Text, cue: Words, source: Words) -> bool:
    """Whether a source is the one told: "a court heard that", "the jury was told"."""
    reading, verb = text.reading, head(text.reading, cue)
    own = [i for i in range(*source) if reading.head[i] == verb]
    sufferer = valency.sufferer(reading, verb)  # "had been beaten and {threatened}"
    # That of the quotation before is not the source's: "… the {position} given," a spokesman told reporters.
    anothers = any(reading.relation[i] == "nsubj" and i != sufferer for i in own)
    told = sufferer is not None and not anothers and cue_is("telling", reading.word(verb))
    agent = valency.governed(reading, verb, "by") if told else None
    passive = told and (agent is None or not source[0] <= agent < source[1])
    # Whoever tells tells somebody: "Wife was hit, {court} told".
    low, high = sentence(reading, verb)
    ends = all(reading.pos[i] == "PUNCT" for i in range(cue[1], high))
    passive = passive or (ends and source[0] > low and valency.is_one_of("telling", reading, verb))
    return passive or (cue_is("hearing", reading.word(verb)) and any(reading.relation[i] == "nsubj" for i in own))


def _addressee(text: Text, cue: Words, source: Words | None) -> Words | None:
    """Whom something is said to: the object of a verb of telling, or "to somebody" under a verb of saying."""
    reading = text.reading
    for word in range(*cue):
        if reading.pos[word] != "VERB":
            continue
        for i in range(word + 1, sentence(reading, word)[1]):
            mention = reading.mentions.get(i)
            if reading.head[i] != word or not mention or mention.kind not in ("person", "organization", "place"):
                continue
            if source and source[0] <= i < source[1]:
                continue
            relation = reading.relation[i]
            first = reading.word(mention.words[0]).lower()
            told = relation in ("obj", "iobj") and cue_is("telling", reading.word(word))
            says = not valency.is_one_of("pointing", reading, word) and any(
                cue_is("saying", reading.word(k)) or valency.is_one_of("message", reading, k) for k in range(*cue)
            )
            spoken = says and relation == "obl" and _case(reading, i) == "to"
            if (told or spoken) and first not in ("what", "that", "this"):
                return mention.words
    return None


def _case(reading: Reading, i: int) -> str | None:
    children = (j for j in range(max(0, i - 6), i) if reading.head[j] == i and reading.relation[j] == "case")
    return next((reading.word(j).lower() for j in children), None)


def _when(text: Text, cue: Words, content: list[Span]) -> Words | None:
    """The time expression that hangs on the cue and stands outside what is said."""
    reading = text.reading
    for words in text.times.get(reading.sentence[cue[0]], []):
        if any(overlap(reading.span(words), piece) for piece in content):
            continue
        heads = {reading.head[i] for i in range(*words)} - set(range(*words))
        if heads & set(range(*cue)):
            return words
    return None


# --- what is told within what is told --------------------------------------------------------------------------------


def _told_within(text: Text, found: list[Saying]) -> list[Saying]:
    """Acts of saying told in somebody's words, which the model, busy with the outer one, may pass over: "reports said
    that an official warned …". Taken by the tree: a verb of telling with a subject of its own and a complement, a noun
    of what is claimed with whose it is."""
    reading = text.reading
    known = {i for saying in found if saying.cue for i in range(*saying.cue)}
    out: list[Saying] = []
    for saying in found:
        for piece in saying.content if saying.cue else ():
            if text.quotations.touching(piece):
                continue
            for verb in range(*text.words(piece)):
                if verb in known:
                    continue
                inner = None
                if reading.pos[verb] == "VERB":
                    inner = _inner(text, verb, piece)
                elif reading.pos[verb] == "NOUN":
                    inner = _claimed(text, verb, piece, saying)
                if inner:
                    known.add(verb)
                    out.append(inner)
    return out


def _claimed(text: Text, noun: int, within: Span, outer: Saying) -> Saying | None:
    """What somebody claims whose claim another denies or rejects: "dismissed {Peru’s claim that it was unsafe}"."""
    reading, cue = text.reading, outer.cue
    if cue is None or not _contests(reading, cue):
        return None
    owner = next(valency.parts(reading, noun, "nmod:poss"), None)
    opens = noun + 1 < len(reading) and reading.word(noun + 1) == "that" and reading.pos[noun + 1] == "SCONJ"
    if owner is None or not opens or stem(reading.word(noun)) not in stems("claim"):
        return None
    content = text.trimmed((reading.starts[noun + 1], within[1]))
    source = phrase(reading, owner)
    source = source[0], source[1] - (reading.word(source[1] - 1) in POSSESSIVE)
    whose = source[1] <= noun and within[0] <= reading.starts[source[0]] and source != outer.source
    return Saying((noun, noun + 1), source, [content]) if whose and text.tells(content) else None


def _inner(text: Text, verb: int, within: Span) -> Saying | None:
    reading = text.reading
    word = reading.word(verb)
    speaks = cue_is("saying", word) and (cue_is("speech", word) or cue_force(word))
    if not speaks or reading.relation[verb] in ("amod", "compound"):
        return None
    low, high = sentence(reading, verb)
    children = [i for i in range(low, high) if reading.head[i] == verb and i != verb]
    after = [i for i in children if i > verb and reading.relation[i] in ("obj", "ccomp", "xcomp")]
    source = subject(reading, (verb, verb + 1))
    if not after or source is None or not within[0] <= reading.starts[source[0]] or source[1] > verb:
        return None
    clause = [i for i in after if reading.relation[i] == "ccomp"]
    if cue_is("telling", word) and not clause and not any(reading.relation[i] == "xcomp" for i in after):
        return None  # told, but not what
    # Whoever is told something is no part of it; whoever is to do something is.
    members = {k for i in clause or after for k in under(reading, i) if k > verb}
    start, end = reading.span((min(members), max(members) + 1))
    content = text.trimmed((start, min(end, within[1])))
    if not text.tells(content):
        return None
    saying = Saying((verb, verb + 1), source, [content])
    saying.addressee = _addressee(text, (verb, verb + 1), source)
    return saying


# --- transcripts -----------------------------------------------------------------------------------------------------

_TURN = re.compile(
    r"[\"“]?(?:(?P<letter>[QA])|(?P<name>[A-Z][\w.'’-]*(?: [A-Z(][\w.'’)-]*){0,5}))(?P<mark>[:.])\s+(?=\S)"
)


def _transcript(text: Text, found: list[Saying]) -> list[Saying]:
    """The turns of a transcript: lines that begin with a name and a colon, or Q and A, three of them at least. What the
    model makes of a turn as a whole gives way to it."""
    turns = []
    for line in _LINE.finditer(text.text):
        match = _TURN.match(text.text, *line.span())
        if match and (match["mark"] == ":" or match["letter"]) and match.end() < line.end():
            turns.append((match, line.end()))
    turn_takers = Counter(match["name"] or match["letter"] for match, _ in turns)
    turns = [(match, end) for match, end in turns if turn_takers[match["name"] or match["letter"]] > 1]
    if len(turns) < 3 or len({match["name"] or match["letter"] for match, _ in turns}) < 2:
        return found  # "Photos: …" thrice is no talk
    out, following = [], [match.start() for match, _ in turns[1:]]
    told = sorted(text.reading.starts[saying.cue[0]] for saying in found if saying.cue and saying.source)
    for (match, end), until in zip(turns, [*following, turns[-1][1]], strict=True):
        pieces = [text.trimmed((match.end(), end)), *_carried(text, told, end, until)]
        pieces = [piece for piece in pieces if text.tells(piece)]
        if not pieces:
            continue
        source = cue = None
        if match["name"]:
            source, cue = text.words(match.span("name")), text.words(match.span("mark"))
        question = text.text[match.end() : max(end, pieces[-1][1] + 1)].rstrip('"” \n\r').endswith("?")
        force: Force | None = "question" if (question and match["letter"] != "A") or match["letter"] == "Q" else None
        out.append(Saying(cue, source, pieces, force, "direct", nameless=source is None))
    answering = _interviewed(text, found, turns[0][0].start())
    for saying in out if answering else ():
        if saying.nameless and saying.force != "question":
            saying.source, saying.nameless = answering, False
    labels = {(match.start(), end): (match.start(), match.end("mark")) for match, end in turns}
    return _yielding(text, found, labels) + out


def _interviewed(text: Text, found: Iterable[Saying], start: int) -> Words | None:
    """Who is told before a talk to give it: "{Ana Ruiz} spoke to the Herald"; nobody where several are."""
    reading = text.reading
    giving = {
        saying.source
        for saying in found
        if saying.cue and saying.source and reading.starts[saying.cue[0]] < start
        if valency.is_one_of("interviewing", reading, head(reading, saying.cue))
    }
    return giving.pop() if len(giving) == 1 else None


def _carried(text: Text, told: Sequence[int], start: int, until: int) -> list[Span]:
    """The paragraphs by which a turn goes on until the next one, if the report itself has no word among them.

    told: where the cues stand by which the report tells who says something."""
    if bisect_left(told, start) < bisect_left(told, until):
        return []
    paragraphs = [line.span() for line in _LINE.finditer(text.text, start, until)]
    return [text.trimmed(span) for span in paragraphs if text.is_prose(span)] if len(paragraphs) <= TURN else []


def _yielding(text: Text, found: Iterable[Saying], parts: Mapping[Span, Span]) -> list[Saying]:
    """What is said without some parts of the text, each with the label that tells who speaks there: only what somebody
    else is told there to say stays."""
    reading, out, whole = text.reading, list[Saying](), Spans(sorted(parts))
    for saying in found:
        at = reading.starts[saying.cue[0]] if saying.cue else saying.content[0][0] if saying.content else 0
        if (part := whole.around(at)) is None:
            holes = [hole for piece in saying.content for hole in whole.touching(piece)]
            saying.content = outside(saying.content, holes)
        elif not saying.source or any(
            overlap(reading.span(words), parts[part]) for words in (saying.source, saying.cue) if words
        ):
            continue
        out.append(saying)
    return out


# --- signatures ------------------------------------------------------------------------------------------------------

_SIGNED = re.compile(
    r"(?P<said>.*\S)\s*(?P<mark>[―—–]|--)\s*(?P<name>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4}?)"
    r"(?P<handle> \(@\w+\).*|, [^,;:]{1,60})?\.?\s*"
)
_QUOTED = re.compile(r"[\"“”„«‘'].*[\"“”»’'][.,;]?")
_LINKS = re.compile(r"\s*(?:https?://|pic\.twitter\.com/).*")


def _sign(text: Text, found: Iterable[Saying]) -> list[Saying]:
    """What is said, with words that have a name under them given to whom it names: a quotation or a post, a dash, and
    who wrote it."""
    signed, labels = list[Saying](), dict[Span, Span]()
    for line in _LINE.finditer(text.text):
        match = _SIGNED.fullmatch(text.text, *line.span())
        if match is None or not text.is_prose(match.span("name")):
            continue
        span = match.span("said")
        if (match["handle"] or "").startswith(" (@"):
            link = _LINKS.search(text.text, *span)
            span = span[0], link.start() if link else span[1]
        elif not _QUOTED.fullmatch(text.text, *span):
            continue  # a dash within a sentence
        said = text.trimmed(span)
        if text.tells(said):
            signed.append(Saying(text.words(match.span("mark")), text.words(match.span("name")), [said]))
            labels[line.span()] = match.start("mark"), line.end()
    return _yielding(text, found, labels) + signed


# --- quotations that no cue is linked to -----------------------------------------------------------------------------


def _continue_quotations(text: Text, found: list[Saying]) -> None:
    """Quotations nobody is linked to: a quotation that carries on the one before it belongs to the same act; one that
    takes up after an indirect statement has its speaker and no cue; others have no speaker that the text tells."""
    reading = text.reading
    claims = by_quotation(text, found)
    ends = sorted((_end(reading, saying), number) for number, saying in enumerate(found) if saying.content)
    voices = {reading.sentence[one.cue[0]]: one.source for one in found if one.cue and not one.content}
    for quotation in text.quotations.spans:
        words = text.words(quotation)
        if words[1] - words[0] < QUOTE or not text.is_prose(quotation):
            continue
        if text.text[quotation[0] - 1] in "‘'" and text.is_heading(quotation[0]):
            continue  # what the prose tells again, with who says it
        # What is told inside the quotation ("I think that …") does not say who is quoted.
        claimed = claims.get(quotation, [])
        outer = [s for s in claimed if s.cue is None or _is_mark(text, s.cue) or not _is_in(text, s.cue, quotation)]
        taken = sum(overlap(quotation, span) for saying in outer for span in saying.content)
        if taken > 0.3 * (quotation[1] - quotation[0]) or not _is_sentence(text, quotation):
            continue
        piece = text.trimmed(quotation)
        if not text.tells(piece):
            continue
        last = bisect_right(ends, (quotation[0], len(found))) - 1
        previous = found[ends[last][1]] if last >= 0 and _carries_on(text, ends[last][0], words[0]) else None
        if previous is not None and text.quotations.touching(previous.content[-1]):
            previous.content = merged([*previous.content, piece])
            ends[last] = _end(reading, previous), ends[last][1]
        else:
            # "Nurses disagreed. 'It is late.'": who is only told to have a view says what it is.
            voice = voices.get(_sentence_before(reading, words[0])) if previous is None else None
            found.append(Saying(None, voice, [piece], carries_on=previous))
            insort(ends, (piece[1], len(found) - 1))


def _sentence_before(reading: Reading, word: int) -> int:
    """The sentence told before a quotation that opens with a word, -1 if none is."""
    before = next((i for i in range(word - 1, max(word - 1 - MARKS, -1), -1) if reading.pos[i] != "PUNCT"), None)
    return -1 if before is None else reading.sentence[before]


def _is_mark(text: Text, cue: Words) -> bool:
    """Whether a cue is but a colon or a dash, which puts a name to words."""
    return not text.tells(text.reading.span(cue))


def _is_in(text: Text, cue: Words, quotation: Span) -> bool:
    """Whether a cue stands in a quotation."""
    return overlap(quotation, text.reading.span(cue)) > 0


def _is_sentence(text: Text, quotation: Span) -> bool:
    """Whether a quotation stands for itself, not as a few words in somebody's sentence."""
    before = text.text[: quotation[0] - 1].rstrip(" \t\u00a0")
    opens = not before or before[-1] in '\n\r.!?:”"’'
    closing = text.text[max(0, quotation[1] - 1) : quotation[1] + 1]
    return opens and any(c in ".!?,…" for c in closing)


def _end(reading: Reading, saying: Saying) -> int:
    """Where an act of saying ends: with its content or its cue."""
    return max(saying.content[-1][1], reading.span(saying.cue)[1] if saying.cue else 0)


def _carries_on(text: Text, end: int, word: int) -> bool:
    """Whether a quotation that begins with `word` carries on what ended at `end`: nothing but the rest of a sentence
    lies in between, and it is no farther than the paragraph before."""
    reading = text.reading
    last = max(text.words((max(end - 1, 0), end))[1] - 1, 0)
    if reading.paragraph[word] - reading.paragraph[last] > 1:
        return False
    return all(
        reading.sentence[i] == reading.sentence[last] for i in range(last + 1, word) if reading.pos[i] != "PUNCT"
    )


# --- nesting ---------------------------------------------------------------------------------------------------------


def _nest(text: Text, found: list[Saying]) -> None:
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
