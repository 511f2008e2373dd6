"""The words that name a speaker: those the model links to a cue, mended by the tree."""

from __future__ import annotations

from collections.abc import Callable

from sayso import lexicon
from sayso.account.grammar import valency, whom
from sayso.account.grammar.clauses import head, is_participle, phrase, sentence, under
from sayso.account.grammar.tenses import tense
from sayso.account.named.terms import POSSESSIVE
from sayso.account.said.cues import contests, cue_is
from sayso.model import Span
from sayso.reader import Reading, Words

PART = ("amod", "compound", "det", "nummod", "nmod:poss")  # relations to a noun of what is no phrase without it
NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "SYM", "X")  # one of these stands in whatever names a speaker
NAMING = ("NOUN", "PROPN", "ADJ")
RELATIVES = ("who", "which")
DASHES = ("–", "—", "--")
SETTING = 4  # words between a paper and what it says: "an order {on Sunday} telling"
NAME = 3  # words from a comma to the name behind it, at most


def source_of(reading: Reading, cue: Words, linked: Words | None, is_prose: Callable[[Span], bool]) -> Words | None:
    """The whole phrase that names the speaker: the one linked to the cue, else the subject of its verb;
    this also goes before one linked in another sentence."""
    elsewhere = linked is not None and reading.sentence[linked[0]] != reading.sentence[cue[0]]
    # "Of the ministry", "seen by this paper" are parts of the phrase meant.
    part = linked is not None and reading.pos[linked[0]] in ("ADP", "VERB", "AUX")
    if linked is not None and (agent := _agent(reading, cue, linked)) is not None:
        return agent
    if (doer := _doer_in_speech(reading, cue) or _adding(reading, cue, linked)) is not None:
        return doer
    if linked is not None and (before := _before_dashes(reading, cue, linked)) is not None:
        return before
    if (paper := _paper_of_others(reading, cue)) is not None:
        return paper
    if linked is not None and (named := _behind_setting(reading, linked)) != linked:
        return named
    if linked is None or elsewhere or part or _is_paper_of_another(reading, cue, linked):
        linked = subject(reading, cue) or linked
    if linked is not None and valency.is_word("located", reading, linked[0]):
        linked = _opening(reading, cue)  # "Norway, which held talks {in Oslo}, urged both to stop": not where it was
    if linked is not None and (shown := _shown_on(reading, linked)) is not None:
        return shown
    if linked is not None:
        linked = _outer(reading, cue, linked) or linked
    start, end = linked = _mended(reading, cue, linked or (0, 0), is_prose)
    if not any(_is_nominal(reading, i) for i in range(start, end)):
        start, end = linked = subject(reading, cue) or (0, 0)
    if start == end:
        return None
    for i in range(start, end):
        if mention := reading.mentions.get(i):
            a, b = mention.words
            told = any(reading.relation[k] == "nsubj" and k < reading.head[k] < start for k in range(a, start))
            if a <= start and end <= b and b - a <= 30 and not (a < cue[1] and cue[0] < b) and not told:
                return a, b
    return linked


def _is_paper_of_another(reading: Reading, cue: Words, linked: Words) -> bool:
    """Whether words are for that in which somebody else says it, or begin with it: "in a nine-page {report}, the board
    said"."""
    verb = head(reading, cue)
    papers = [i for i in valency.parts(reading, verb, "obl") if "in" in valency.forms(reading, i, "case")]
    speakers = [i for i in valency.parts(reading, verb, "nsubj") if whom.is_somebody(reading, i)]
    return any(linked[0] <= paper < linked[1] and paper < speaker for paper in papers for speaker in speakers)


def _paper_of_others(reading: Reading, cue: Words) -> Words | None:
    """The paper that says it where somebody is but given it, or opposes it: "the board won {an order} telling nurses to
    stay", not "the board issued a statement telling"."""
    verb, before = head(reading, cue), cue[0] - 1
    if not is_participle(reading, verb) or reading.relation[verb] not in ("acl", "advcl", "dep"):
        return None
    paper = reading.head[verb] if reading.relation[verb] == "acl" else before
    if not before - SETTING <= paper <= before or lexicon.document(reading.word(paper)) is None:
        return None
    by_others = reading.relation[paper] == "obj" and any(
        valency.is_one_of(use, reading, reading.head[paper]) for use in ("given", "opposed")
    )
    return (phrase(reading, paper)[0], paper + 1) if by_others else None


def is_given(reading: Reading, cue: Words) -> bool:
    """Whether a cue tells but that somebody is given a paper: "the board {won} an order"."""
    verb = head(reading, cue)
    if not valency.is_one_of("given", reading, verb):
        return False
    return any(lexicon.document(reading.word(i)) is not None for i in valency.parts(reading, verb, "obj"))


def _agent(reading: Reading, cue: Words, linked: Words) -> Words | None:
    """Whoever a passive names for its doer, be it before what is linked: "were named by {relatives} as Ana Sow, 22, and
    Ben Hart"."""
    agents = valency.parts(reading, head(reading, cue), "obl:agent")
    agent = next((i for i in agents if cue[1] <= i < linked[1]), None)
    if agent is None:
        return None
    a, b = phrase(reading, agent)
    as_ = next((i for i in range(agent + 1, b) if reading.word(i).lower() == "as"), None)
    return (a, as_) if as_ else (a, b) if agent < linked[0] else None


def _doer_in_speech(reading: Reading, cue: Words) -> Words | None:
    """Who does what is joined to another deed in what somebody says: "the bank said {thieves} had copied its records
    and demanded a ransom", where the verb that is joined is linked to the bank's word as a part of what it says."""
    verb, joint = head(reading, cue), cue[0] - 1
    parted = joint < 1 or reading.word(joint).lower() != "and" or reading.word(joint - 1) == ","
    if parted or reading.pos[verb] != "VERB":
        return None
    for outer in reading.attributions:
        if not any(outer.cue[1] <= start <= joint and cue[1] <= end for start, end in outer.content):
            continue
        doers = (i for i in range(joint - 1, outer.cue[1] - 1, -1) if reading.relation[i] == "nsubj")
        doer = next((i for i in doers if i < reading.head[i] < joint), None)
        if doer is None or not _is_named(reading, doer):
            return None
        alike = tense(reading, reading.head[doer]) == tense(reading, verb)
        return _with_others(reading, doer, _with_name(reading, phrase(reading, doer))) if alike else None
    return None


def _is_named(reading: Reading, word: int) -> bool:
    """Whether a word names somebody who is none of the speaker's own: "{thieves}", but not "its {men}"."""
    own = valency.has(reading, word, "nmod:poss") or valency.is_word("quantity", reading, word)
    return not own and reading.pos[word] in NAMING and whom.is_somebody(reading, word)


def _adding(reading: Reading, cue: Words, linked: Words | None) -> Words | None:
    """Who does what a participle adds to what is told, where it is linked to its object: "{the mill} said a fire had
    closed it, contradicting the ministry"."""
    if linked is None or linked[0] != cue[1] or cue[1] - cue[0] > 1 or reading.word(cue[0] - 1) != ",":
        return None
    verb = cue[0]
    if not is_participle(reading, verb) or not contests(reading, cue):
        return None
    told = reading.head[verb]
    said = reading.head[told] if reading.relation[told] == "ccomp" and reading.head[told] < told else told
    return subject(reading, (said, said + 1)) if said < verb else None


def _is_nominal(reading: Reading, i: int) -> bool:
    """Whether a word may name somebody: "the {injured}", but not "because he was {authorised}"."""
    return reading.pos[i] in NOMINAL and not (
        reading.pos[i] in ("ADJ", "DET") and reading.relation[i] in ("advcl", "acl", "xcomp", "ccomp")
    )


def _outer(reading: Reading, cue: Words, source: Words) -> Words | None:
    """Who speaks where the words linked are but a part of what names him or of what he says; None if they are not."""
    if (opens := _aside(reading, cue, source)) is not None:
        return _phrase_before(reading, cue, opens)
    start, end = source
    verb = head(reading, cue)
    if end - start > 1 and reading.word(end - 1).lower() in RELATIVES and reading.head[verb] < start:
        # "{The bishop of} Oruro, who blamed": of whom the clause is.
        noun = reading.mentions.get(reading.head[verb])
        return (noun.words[0], end) if noun and noun.words[0] < start < noun.words[1] else None
    part = valency.on_the_part_of(reading, verb) if reading.pos[verb] == "NOUN" else None
    if part is not None and not start <= part < end:
        return subject(reading, cue)  # "criticism on the part of {nurses} as well as clerks"
    parted = reading.pos[cue[0] - 1] == "PUNCT"
    inverted = (i for i in valency.parts(reading, verb, "nsubj") if parted and cue[1] == start <= i < end)
    own = next(inverted, _own_subject(reading, verb))  # "“Not {either},” said {the envoy}"
    told = None if own is not None else valency.subject_in_speech(reading, verb)
    if own is None and (_goes_on(reading, verb, source) or (told is not None and source[1] <= reading.head[told])):
        return subject(reading, cue)
    if own is not None and start < own < end <= cue[0] and start <= reading.head[verb] < own:
        return subject(reading, cue)  # "a finding {the commission} disputed"
    if own is not None and (relative := _behind_relative(reading, own, source)) is not None:
        return relative
    if own is None or start <= own < end or own > cue[0]:
        return None
    if start >= cue[1] and opens_relative(reading, phrase(reading, own)[0]):
        return subject(reading, cue)  # "the clerk whom {she} had accused, Ivo Lenz"
    if reading.pos[own] == "PRON" and any(cue_is("speech", reading.word(i)) for i in range(end, own)):
        return subject(reading, cue)  # "a friend told officers {he} had confessed": not the friend
    behind = start >= cue[1] and any(
        reading.relation[i] == "nsubj" and cue[1] <= reading.head[i] != verb for i in range(start, end)
    )  # "{his sister} said a film showed": not the film
    behind = behind or (start >= cue[1] and _lacks_subject(reading, verb, end))
    named = head(reading, source)
    within = own < start and end <= cue[0] and named in under(reading, own)
    apart = within and reading.relation[named] not in ("conj", "appos", "flat", "nmod:poss")
    clause = any(reading.pos[i] == "SCONJ" for i in range(own, start))
    return subject(reading, cue) if behind or (apart and not clause) else None


def opens_relative(reading: Reading, subject: int) -> bool:
    """Whether a subject that begins at a word stands right behind a relative pronoun that is the object: "the clerk
    whom {she} named"."""
    return subject > 0 and valency.is_word("relative-object", reading, subject - 1)


def _behind_relative(reading: Reading, subject: int, source: Words) -> Words | None:
    """Who does it in a relative clause, of the words linked: "lands that {the ministry} - then, too - criticised"."""
    start, end = phrase(reading, subject)
    relative = source[0] < start - 1 and reading.word(start - 1).lower() in ("that", "which", "whom")
    if not relative or end > source[1]:
        return None
    named = (reading.mentions.get(i) for i in range(start, source[1]))
    return start, max((one.words[1] for one in named if one and one.words[0] == start), default=end)


def _goes_on(reading: Reading, verb: int, source: Words) -> bool:
    """Whether a participle goes on with what another does than the source, who stands before: "{the board} says it was
    theft; the cashier has denied it, arguing"."""
    before = reading.head[verb]
    if reading.relation[verb] != "advcl" or before > verb or not reading.word(verb).lower().endswith("ing"):
        return False
    own = _own_subject(reading, before)
    return own is not None and source[1] <= own and not _says_before(reading, before, source)


def _says_before(reading: Reading, verb: int, source: Words) -> bool:
    """Whether a verb tells what a source says, who stands before it: "{the mill} said a fire had forced it to shut"."""
    said = reading.head[verb]
    told = reading.relation[verb] == "ccomp" and said < verb and cue_is("saying", reading.word(said))
    own = _own_subject(reading, said) if told else None
    return own is not None and source[0] <= own < source[1]


def _lacks_subject(reading: Reading, verb: int, after: int) -> bool:
    """Whether a clause without a subject follows words that stand behind a verb of saying: they are its subject, "{she}
    said the keeper took a rope"."""
    clause = next((i for i in valency.parts(reading, verb, "ccomp", "dep") if i >= after), None)
    return clause is not None and clause <= after + 1 and not valency.has(reading, clause, *valency.SUBJECTS)


def _before_dashes(reading: Reading, cue: Words, source: Words) -> Words | None:
    """Whoever stands before an aside in dashes that parts him from the cue, and holds the words linked: "{the guard} —
    whose name was left out — says"."""
    low, _ = sentence(reading, cue[0])
    dashes = [i for i in range(low, cue[0]) if reading.word(i) in DASHES]
    if len(dashes) != 2 or not dashes[0] < source[0] < source[1] <= dashes[1] == cue[0] - 1:
        return None
    opens = valency.is_word("relative", reading, dashes[0] + 1)
    return _phrase_before(reading, cue, dashes[0] + 1) if opens else None


def _aside(reading: Reading, cue: Words, source: Words) -> int | None:
    """Where the clause opens in which a source stands, if that is an aside that ends before the cue: "The envoy, {who}
    met Chad's {king}, said"."""
    low, _ = sentence(reading, cue[0])
    if not low < source[0] < source[1] < cue[0]:
        return None
    opens = next((i for i in range(source[0] - 1, low, -1) if reading.word(i) == ","), low)
    if opens == low or not any(reading.word(i) == "," for i in range(source[1], cue[0])):
        return None
    first = reading.word(opens + 1).lower()
    participle = reading.pos[opens + 1] == "VERB" and first.endswith(("ing", "ed"))
    # "One, according to {the paper}, said", but "the boat, according to {a guard}, who said".
    finite = reading.word(cue[0] - 1) == "," and not reading.word(cue[0]).lower().endswith("ing")
    participle = participle and (finite or first not in lexicon.function_words("cited"))
    dashed = any(reading.word(i) in DASHES for i in range(opens, cue[0]))
    return opens + 1 if (first in RELATIVES or participle) and not dashed else None


def _behind_setting(reading: Reading, source: Words) -> Words:
    """A source without where it is that somebody speaks, before a comma and his name: "outside court, {Ann Moor}"; nor
    with those spoken of before him: "residents of Kano, {Superintendent Musa Bello} said"."""
    start, end = source
    comma = next((i for i in range(start + 1, end - 1) if reading.word(i) == ","), None)
    if comma is None or reading.pos[comma + 1] != "PROPN":
        return source
    named = [name.words for name in reading.names if name.kind == "PERSON" and comma < name.words[0] < end]
    if not named:
        return source
    where = valency.is_word("located", reading, start) and named[0][0] == comma + 1
    closed = end < len(reading) and reading.word(end) == ","
    titled = named[0][0] > comma + 1 and named[0][1] == end and not closed
    many = [i for i in range(start, comma) if reading.pos[i] == "NOUN" and reading.word(i).endswith("s")]
    joined = any(reading.pos[i] == "CCONJ" for i in range(*source))
    apart = titled and bool(many) and many[0] <= start + 1 and not joined
    return (comma + 1, end) if where or apart else source


def _shown_on(reading: Reading, source: Words) -> Words | None:
    """What is shown where people post, where the words linked are but where that is: "{a video shared on Facebook}
    claims"."""
    start, end = source
    platform = valency.is_word("platform", reading, end - 1)
    if not platform or end - start > 1 or start == 0 or reading.word(start - 1).lower() != "on":
        return None
    low, _ = sentence(reading, start)
    subject_before = any(reading.relation[i] == "nsubj" and reading.head[i] < start for i in range(low, start - 1))
    return (low, end) if subject_before and not any(reading.word(i) == "," for i in range(low, start)) else None


def _phrase_before(reading: Reading, cue: Words, aside: int) -> Words | None:
    """The phrase right before an aside, up to the comma or dash at `aside` - 1."""
    low, _ = sentence(reading, cue[0])
    mentions = [one.words for i in range(low, aside) if (one := reading.mentions.get(i)) is not None]
    ending = [words for words in mentions if words[0] < aside - 1 <= words[1]]
    if not ending:
        return None
    start, own = min(ending)[0], _own_subject(reading, head(reading, cue))
    first = own if own is not None and any(start <= i < aside for i in valency.parts(reading, own, "conj")) else start
    return min(start, phrase(reading, first)[0]), aside - 1  # "{Chad and} Niger, which share a border,"


def _opening(reading: Reading, cue: Words) -> Words | None:
    """Whoever opens the sentence of a cue that stands behind a clause and a comma."""
    if reading.word(cue[0] - 1) != ",":
        return None
    low, _ = sentence(reading, cue[0])
    opens = any(one is not None and one.words[0] == low for one in map(reading.mentions.get, range(low, cue[0])))
    return (low, next(i for i in range(low, cue[0]) if reading.word(i) == ",")) if opens else None


def _mended(reading: Reading, cue: Words, source: Words, is_prose: Callable[[Span], bool]) -> Words:
    """A source without the cue, datelines and marks that got into it, and with the noun it breaks off before and the
    name it breaks off after."""
    start, end = _behind_telling(reading, cue, source)
    if start < cue[0] < end:
        end = cue[0] - (reading.word(cue[0] - 1).lower() == "to")  # "that prompted the envoy to say"
    verb = head(reading, cue)
    it = end - 1
    he = reading.pos[it] == "PRON" and reading.word(it).lower() not in lexicon.function_words("here")
    if start < it and he and reading.relation[it] == "nsubj" and reading.head[it] == verb:
        start = it  # "officials {it} accuses of theft"
    if end <= cue[0]:  # "says council, as {family} reject findings"
        meanwhile = lexicon.function_words("meanwhile")
        opens = (i + 1 for i in range(end - 2, start, -1) if reading.word(i).lower() in meanwhile)
        start = next((i for i in opens if reading.word(i - 2) == ","), start)
    while start < end and (not is_prose(reading.span((start, end))) or reading.pos[start] == "PUNCT"):
        start += 1  # a dateline, a byline
    while (
        end > start
        and reading.relation[end - 1] in PART
        and end <= reading.head[end - 1] < end + 3
        and not cue[0] <= reading.head[end - 1] < cue[1]
    ):
        end = reading.head[end - 1] + 1  # "his Japanese" of "his Japanese counterpart"
    while end < len(reading) and reading.pos[end] == "PROPN" and reading.relation[end] in ("flat", "appos") and (
        start <= reading.head[end] < end
    ):  # fmt: skip
        end += 1  # "pathologist" of "pathologist Ann Moor"
    while (
        start > 0
        and reading.pos[start - 1] == "PROPN"
        and start <= reading.head[start - 1] < end
        and is_prose(reading.span((start - 1, start)))
    ):
        start -= 1  # "Rican officials" of "Costa Rican officials"
    return start, end


def _behind_telling(reading: Reading, cue: Words, source: Words) -> Words:
    """A source without who tells of it, up to the verb of telling: "the envoy said {Peru and Chile} hope". Who "said it
    was late and called for patience" did both."""
    start, end = source
    for i in range(end - 2, start, -1) if end <= cue[0] else ():
        if cue_is("speech", reading.word(i)) and reading.pos[i - 1] not in ("PRON", "AUX", "DET"):
            verb = head(reading, cue)
            alone = all(reading.pos[k] in ("AUX", "ADV", "PART") for k in range(end, cue[0]))
            form = reading.word(i).lower()
            before = form.endswith("ed") or form in lexicon.time_cues("irregular")
            own = alone or (before and tense(reading, verb) == "present")
            return (i + 1, end) if own and reading.pos[i] not in NAMING and reading.pos[i + 1] in NOMINAL else source
        if reading.pos[i] in ("VERB", "AUX"):
            break
    return source


def _with_name(reading: Reading, words: Words) -> Words:
    """A phrase with the name that stands behind it: "his sister{, Ann Moor}", "the agency {Belta}"."""
    start, end = words
    while end < len(reading) and reading.pos[end] == "PROPN" and reading.relation[end] in ("flat", "appos") and (
        start <= reading.head[end] < end
    ):  # fmt: skip
        end += 1
    words = start, end
    if reading.word(min(end, len(reading) - 1)) != ",":
        return words
    high = sentence(reading, start)[1]
    names = (i for i in range(end + 1, min(end + NAME, high)) if reading.relation[i] == "appos")
    name = next((i for i in names if start <= reading.head[i] < end and reading.pos[i] == "PROPN"), None)
    if name is None or name != end + 1:
        return words
    flat = [i for i in range(name, high) if i == name or (reading.head[i] == name and reading.relation[i] == "flat")]
    return start, max(flat) + 1


def _with_others(reading: Reading, word: int, words: Words) -> Words:
    """A phrase with those told of in one breath with it: "{Peru} and Chile welcome"."""
    start, end = words
    for i in (i for i in valency.parts(reading, word, "conj") if i >= end):
        other = phrase(reading, i)
        joined = all(reading.pos[k] in ("CCONJ", "PUNCT") for k in range(end, other[0]))
        joined = joined or reading.string((end, other[0])) == "as well as"
        named = reading.pos[i] == reading.pos[word] == "PROPN"  # "Peru and {Chile}"
        if not joined or other[0] < end or not (named or whom.is_somebody(reading, i)):
            break
        end = other[1]
    return start, end


def _own_subject(reading: Reading, verb: int) -> int | None:
    children = (i for i in range(*sentence(reading, verb)) if reading.head[i] == verb)
    return next((i for i in children if reading.relation[i] == "nsubj"), _crossing(reading, verb))


def _crossing(reading: Reading, verb: int) -> int | None:
    """The subject that the tree gives to the clause behind a verb, over the verb, though that clause has its own."""
    clause = next((i for i in valency.parts(reading, verb, "ccomp") if i > verb), None)
    if clause is None:
        return None
    subjects = list(valency.parts(reading, clause, "nsubj"))
    return subjects[0] if len(subjects) > 1 and subjects[0] < verb < subjects[1] else None


def subject(reading: Reading, cue: Words) -> Words | None:
    """Who does what the cue says, by the tree: the subject of its verb or of the verb it is joined to, the agent of a
    passive, the owner of a noun."""
    at = head(reading, cue)
    for _ in range(4):
        low, high = sentence(reading, at)
        children = [i for i in range(low, high) if reading.head[i] == at and i != at]
        passive = any(reading.relation[i] in ("nsubj:pass", "aux:pass") for i in children)
        wanted = "obl:agent" if passive else "nmod:poss" if reading.pos[at] == "NOUN" else "nsubj"
        found = next((i for i in children if reading.relation[i] == wanted), None)
        if found is None and wanted == "nsubj":
            found = _crossing(reading, at) or _of_participle(reading, at)
        if found is None and wanted == "nmod:poss":
            found = valency.on_the_part_of(reading, at)
        if found is not None:
            return _with_others(reading, found, _with_name(reading, phrase(reading, found)))
        if passive or reading.pos[at] != "VERB" or reading.relation[at] not in ("conj", "xcomp", "advcl"):
            return None
        at = reading.head[at]
    return None


def _of_participle(reading: Reading, verb: int) -> int | None:
    """Who speaks where the tree makes him the subject of what was done to him: "{Migrants} rescued off Crete said"."""
    for i in range(verb - 1, sentence(reading, verb)[0], -1):
        done = reading.head[i]
        if reading.relation[i] == "nsubj" and i + 1 == done < verb and reading.pos[done] == "VERB":
            bare = reading.word(done).endswith("ed") and not valency.has(reading, done, "obj", "aux", "ccomp", "xcomp")
            parted = any(reading.word(k) in (",", "-", '"') for k in range(done, verb))
            return i if bare and not parted and reading.relation[verb] == "root" else None
    return None


def without_possessive(reading: Reading, words: Words) -> Words:
    """A phrase without the mark behind whoever has something: "{the union}’s claim"."""
    start, end = words
    return start, end - (reading.word(end - 1) in POSSESSIVE)


def author(reading: Reading, source: Words) -> Words:
    """Whoever speaks by a message of his: "the {army}’s statement", "a {police} statement", "a post by {the zoo}"; of
    another source the words themselves."""
    paper = head(reading, source)
    if not valency.is_one_of("issued", reading, paper):
        return source
    owner = next(valency.parts(reading, paper, "nmod:poss"), None)
    if owner is not None:
        return without_possessive(reading, phrase(reading, owner))
    within = (i for i in valency.parts(reading, paper, "acl") if i < source[1])
    given_out = (i for i in within if valency.is_one_of("giving_out", reading, i))  # "signed by", not "seen by"
    parts = (valency.parts(reading, verb, "nmod", "obl", "obl:agent") for verb in (paper, *given_out))
    for i in (i for some in parts for i in some if i > paper):
        who = phrase(reading, i)
        by = valency.is_word("authored", reading, who[0] - 1)
        if by and whom.is_somebody(reading, i):
            addressed = (k for k in range(i + 1, who[1]) if reading.word(k).lower() == "to")
            return who[0], next(addressed, who[1])  # "a letter from {the ministry} to the council"
    return _author_before(reading, paper) or source


def _author_before(reading: Reading, paper: int) -> Words | None:
    """Whoever is named before a message of his: "a {police} statement", not "a {Facebook} post"."""
    authors = [i for i in valency.parts(reading, paper, "compound") if i < paper]
    last = next((i for i in authors[::-1] if whom.is_somebody(reading, i) or lexicon.body(reading.word(i))), None)
    if last is None or valency.is_one_of("platform", reading, last):
        return None
    first = last
    while first > 0 and reading.relation[first - 1] in PART[:2] and first <= reading.head[first - 1] <= paper:
        first -= 1  # "the {US State Department} statement"
    return first, last + 1
