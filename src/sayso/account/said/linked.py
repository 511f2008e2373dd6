"""Which words does a cue introduce?

Those that the model links to it, with what belongs to them at either end; where it links none, those that grammar
tells."""

from __future__ import annotations

from sayso import lexicon
from sayso.account.grammar import valency
from sayso.account.grammar.clauses import head, is_participle, name_over, phrase, sentence, under
from sayso.account.grammar.text import Text
from sayso.account.named.terms import POSSESSIVE
from sayso.account.said.cues import contests, cue_is, has_force
from sayso.account.said.sources import opens_relative
from sayso.model import Span
from sayso.reader import Attribution, Reading, Words

HOLE = 6  # words that the model leaves out of what is said, at most, where nothing parts them from it
CLAUSE = 3  # steps up the tree from a relative pronoun to its clause, at most
PARTIAL = ("det", "amod", "nummod", "compound", "case")  # relations to a noun of what is no phrase without it
JOINABLE = ("NOUN", "PROPN")


def introduced(text: Text, attribution: Attribution, cue: Words, source: Words | None) -> list[Span]:
    """What a cue introduces, as spans of the text."""
    reading = text.reading
    told = (
        _told_of(reading, cue, source)
        or _unbroken(text, attribution, cue, source)
        or _denied(reading, cue)
        or _led_up_to(reading, cue, source)
        or _the_same(reading, cue)
    )
    content = [reading.span(_mended(reading, cue, words)) for words in told]
    return _with_doer(reading, cue, source, attribution.source, content)


def _with_doer(
    reading: Reading, cue: Words, source: Words | None, linked: Words | None, content: list[Span]
) -> list[Span]:
    """A content with who does what is told, where the model links him as the source, though he does not tell it: "Peru,
    whose ships are old, said {Chile} had sent one"."""
    if not source or not linked or source[1] > cue[0] or not cue[1] <= linked[0] < cue[1] + 2:
        return content
    if opens_relative(reading, source[0]):
        return content
    if contests(reading, cue) and is_participle(reading, cue[0]):
        return [reading.span(linked)]  # "said a fire had closed it, contradicting {the ministry}, which had ordered it"
    start, end = reading.starts[linked[0]], reading.ends[sentence(reading, linked[0])[1] - 1]
    end = max((b for a, b in content if a > start), default=end)
    return [part for part in content if not reading.starts[source[0]] <= part[0] < start] + [(start, end)]


# --- the words that it introduces -------------------------------------------------------------------------------------


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


def _the_same(reading: Reading, cue: Words) -> list[Words]:
    """The words by which somebody is told to say what was told before, where the model links nothing: "hinted {as
    much}"."""
    said = any(cue_is("saying", reading.word(i)) for i in range(*cue))
    return [(cue[1], cue[1] + 2)] if said and same_as_before(reading, cue[1]) else []


def same_as_before(reading: Reading, i: int) -> bool:
    """Whether a word, if there is one, opens a phrase that stands for what was told before: "hinted {as} much"."""
    if i >= len(reading):
        return False
    pair = reading.string((i, min(i + 2, len(reading)))).lower().replace(" ", "_")
    return pair in lexicon.function_words("the-same")


# --- what belongs to them at either end -------------------------------------------------------------------------------


def _mended(reading: Reading, cue: Words, words: Words) -> Words:
    """Words that a cue introduces, with what belongs to them at either end."""
    words = _with_owner(reading, words)
    if words[0] > 0 and same_as_before(reading, words[0] - 1):
        words = words[0] - 1, words[1]
    for mended in (_with_article, _with_subject, _with_first, _with_noun, _of_object, _with_name, _completed):
        words = mended(reading, cue, words)
    return words


def _with_owner(reading: Reading, words: Words) -> Words:
    """Words of a content with whose it is, where they break off behind that: "called {the union}’s plan absurd"."""
    start, end = words
    if start == 0 or reading.word(start) not in POSSESSIVE:
        return words
    owner = reading.mentions.get(start - 1)
    return (owner.words[0] if owner is not None and owner.words[1] <= start + 1 else start - 1), end


def _with_article(reading: Reading, cue: Words, words: Words) -> Words:
    """Words of a content with the article of the noun in which they begin: "blamed {the} other for it"."""
    start, end = words
    parted = start - 1 < 0 or cue[0] <= start - 1 < cue[1] or reading.relation[start - 1] != "det"
    return words if parted or not start <= reading.head[start - 1] < end else (start - 1, end)


def _with_subject(reading: Reading, cue: Words, words: Words) -> Words:
    """Words of a content before its cue with the subject of the verb in which they begin: "{Guards} say he is well, she
    said"."""
    start, end = words
    if start >= cue[0] or reading.pos[start] not in ("VERB", "AUX"):
        return words
    doer = next((phrase(reading, i) for i in valency.parts(reading, start, "nsubj") if i < start), None)
    opens_it = doer is not None and doer == (sentence(reading, start)[0], start)
    return (doer[0], end) if doer is not None and opens_it else words


def _with_first(reading: Reading, cue: Words, words: Words) -> Words:
    """Words of a content with the first of those they join, where they break off behind that: "{Peru} and Chile, the
    envoy said, would vote"."""
    start, end = words
    if start == 0 or reading.pos[start] != "CCONJ" or reading.sentence[start - 1] != reading.sentence[start]:
        return words
    first = reading.mentions.get(start - 1)
    joined = reading.pos[start - 1] in JOINABLE and reading.pos[start + 1] in (*JOINABLE, "DET", "ADJ")
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


def _of_object(reading: Reading, cue: Words, words: Words) -> Words:
    """Words of a content, or the object of its cue where they are but what the report adds to it: "blamed {the Front},
    which holds the hill", "contradicting {the mayor}, who had closed it"."""
    start = words[0]
    relative = lexicon.function_words("relative")
    if reading.word(start).lower() not in relative and not contests(reading, cue):
        return words
    clause = next((i for i in reading.upward(start, CLAUSE) if reading.relation[i] == "acl:relcl"), None)
    top = None if clause is None else reading.head[clause]
    if top is None or reading.relation[top] != "obj" or reading.head[top] != head(reading, cue):
        return words
    opens = next((i for i in range(top + 1, start + 1) if reading.word(i).lower() in relative), None)
    if opens is None:
        return words
    mention = reading.mentions.get(top)
    begin = mention.words[0] if mention is not None and cue[1] <= mention.words[0] else cue[1]
    end = opens - 1 if reading.word(opens - 1) == "," else opens
    return (begin, end) if begin < end else words


def _with_name(reading: Reading, cue: Words, words: Words) -> Words:
    """Words of a content with the rest of a name in which they begin: "{Ana} Romo told him"."""
    name = name_over(reading, words[0])
    return (name[0], words[1]) if name is not None and not name[0] <= cue[0] < name[1] else words


def _completed(reading: Reading, cue: Words, words: Words) -> Words:
    """Words of a content with the rest of a phrase before whose noun they break off, or with what the verb at their
    end is done to: "a {nun}", "and arrested {a nun}"."""
    start, end = words
    last = end - 1
    if reading.pos[last] == "VERB":
        objects = (phrase(reading, i) for i in valency.parts(reading, last, "obj") if i >= end)
        until = next((b for a, b in objects if a == end), end)
    elif reading.relation[last] in PARTIAL and end <= reading.head[last]:
        until = reading.head[last] + 1
    else:
        return words
    name = name_over(reading, until)
    behind = range(end, until if name is None else name[1])
    breaks = len(behind) > HOLE or any(reading.pos[i] == "PUNCT" or i in range(*cue) for i in behind)
    return start, end if breaks else behind.stop
