"""What looks like something said and is not: nobody says it, or it tells only how the report treats its source."""

from __future__ import annotations

from collections.abc import Iterable

from sayso import lexicon
from sayso.account.grammar import modality, valency, whom
from sayso.account.grammar.clauses import head, sentence, under
from sayso.account.grammar.tenses import is_present, tense
from sayso.account.named.terms import POSSESSIVE
from sayso.account.said.cues import cue_force, cue_is, has_force
from sayso.account.said.force_types import POSITIONS
from sayso.reader import Reading, Words

NEAR = 6  # words from a verb to the head of the phrase behind it
PURPOSE = 3  # words of "in order to"
PLEA = 8  # words with which somebody asks not to be named, at most
SMALL = ("PRON", "PART", "AUX", "SCONJ", "ADP", "DET", "ADV")
QUOTES = frozenset("'‘’\"“”")
EMPTY = ("ADP", "DET", "CCONJ", "SCONJ", "PART", "AUX", "PUNCT")


def is_unsaid(reading: Reading, cue: Words | None, source: Words | None, content: Iterable[Words]) -> bool:
    """Whether a cue, its source and its content tell of nothing that is said."""
    pieces = [words for words in content if any(reading.pos[i] not in EMPTY for i in range(*words))]
    if not pieces or (source is not None and _is_nobody(reading, source)):
        return True  # nothing but "from", of "ignored a warning {from} the agency"
    if cue is None:
        return False
    verb = head(reading, cue)
    return (
        _is_sacking(reading, verb)
        or (_is_undone(reading, cue, verb) and not _is_told_ahead(reading, verb, pieces))
        or _is_deed(reading, verb, pieces)
        or _is_withheld(reading, cue, verb)
        or _is_name(reading, verb)
        or is_the_accused(reading, verb)
        or _is_settled(reading, verb, source)
        or _is_of_its_noun(reading, verb, source, pieces)
        or _is_suffered(reading, verb, source)
        or _is_open_question(reading, verb)
        or _is_left_standing(reading, verb, pieces)
        or _is_hard_to_say(reading, verb)
        or _is_aim_of_a_thing(reading, cue, source)
        or _is_unanswered(reading, cue)
        or _is_asked(reading, verb)
        or _is_told(reading, verb, source)
        or _is_when(reading, verb, pieces)
        or _is_request_for_comment(reading, cue, pieces)
        or _only_names(reading, cue, pieces)
        or asks_for_silence(reading, pieces[0])
        or asks_for_silence(reading, _behind(reading, cue))
        or _is_qualified(reading, verb, pieces)
        or _gives_nothing(reading, verb, pieces)
        or _is_case_heard(reading, verb, pieces)
        or _is_reported_lost(reading, verb)
        or _is_claim_to_land(reading, verb, pieces)
        or _is_interrogation(reading, verb)
        or _is_judged(reading, verb, pieces)
        or _is_in_court(reading, cue)
        or _is_side_taken(reading, verb)
        or _is_rite(reading, verb)
        or _is_in_view_of(reading, verb)
        or _is_appointed(reading, verb)
        or _is_duty(reading, verb, pieces)
        or _is_summons(reading, cue, pieces)
        or _is_inferred(reading, verb)
        or _is_what_for(reading, verb)
        or _is_own_name(reading, verb)
        or _is_of_one_of_them(reading, cue, source, pieces)
        or _is_what_they_do(reading, verb, pieces)
    )


def _is_what_they_do(reading: Reading, verb: int, pieces: list[Words]) -> bool:
    """Whether a clause only tells what somebody is there for: "Tidewatch, a group that {documents} spills"."""
    noun = reading.head[verb]
    relative = reading.relation[verb] == "acl:relcl" and valency.forms(reading, verb, "nsubj") <= {"that", "which"}
    beside = reading.relation[noun] in ("appos", "nmod") and reading.pos[reading.head[noun]] == "PROPN"
    a_fact = any(reading.pos[i] in ("VERB", "AUX") for words in pieces for i in range(*words))
    habit = is_present(reading.word(verb).lower()) and not a_fact
    return relative and beside and habit and valency.is_indefinite(reading, noun)


def _is_of_one_of_them(reading: Reading, cue: Words, source: Words | None, pieces: list[Words]) -> bool:
    """Whether it is but told of one of those named before that he speaks: "nine clerks, two of whom {confessed}"."""
    if source is None or reading.word(source[0] - 1) != ",":
        return False
    of_whom = any(reading.word(i).lower() == "whom" for i in range(source[0], cue[0]))
    return of_whom and all(end <= source[0] for _, end in pieces)


def _is_what_for(reading: Reading, verb: int) -> bool:
    """Whether it is said to be what something is done for: "burned it in order to {blame} the guild"."""
    if verb < PURPOSE or reading.word(verb - 1).lower() != "to":
        return False
    return valency.is_word("so-that", reading, verb - 2) and valency.is_word("before-so-that", reading, verb - PURPOSE)


def _is_own_name(reading: Reading, verb: int) -> bool:
    """Whether it is but told by what name somebody goes: "{calls} himself General Wolf"."""
    if not valency.is_one_of("calling", reading, verb):
        return False
    own = verb + 2 < len(reading) and reading.word(verb + 1).lower().endswith(("self", "selves"))
    return own and reading.pos[verb + 2] == "PROPN"


def _is_nobody(reading: Reading, source: Words) -> bool:
    """Whether nobody says it, whoever it may be, or the report itself, which puts itself right: "no group has claimed
    the attack", "anyone wanting to help", "an earlier version of this story said"."""
    start, _ = source
    words = {
        reading.word(i).lower() for i in (start - 1, start) if i >= 0 and reading.sentence[i] == reading.sentence[start]
    }
    if valency.is_one_of("edition", reading, head(reading, source)):
        return any(valency.is_word("this-one", reading, i) for i in range(*source))
    may_be = valency.is_word("anybody", reading, start)
    return may_be or not words.isdisjoint(lexicon.function_words("nobody"))


def _is_sacking(reading: Reading, verb: int) -> bool:
    """Whether it is somebody that is dismissed, and nothing that is said: "dismissed the governor"."""
    if not valency.is_one_of("sacking", reading, verb):
        return False
    if _is_put_down(reading, verb):
        return False
    behind = (reading.mentions.get(i) for i in range(verb + 1, min(verb + NEAR, len(reading))))
    people = (one for one in behind if one is not None and one.words[0] == verb + 1 and one.kind == "person")
    # "Dismissed {Peru's} contention": whose claim it is.
    sacked = any(reading.word(min(one.head + 1, len(reading) - 1)) not in POSSESSIVE for one in people)
    return sacked or any(whom.is_somebody(reading, i) for i in valency.parts(reading, verb, "obj", "nsubj:pass"))


def _is_put_down(reading: Reading, verb: int) -> bool:
    """Whether somebody is dismissed by what he is called: "dismissed her {as a crank}", but not "{as} chairman"."""
    last = min(verb + NEAR, sentence(reading, verb)[1] - 1)
    role = next((i for i in range(verb + 1, last) if reading.word(i).lower() == "as"), None)
    if role is None:
        return False
    return reading.word(role + 1) in QUOTES or valency.is_word("indefinite", reading, role + 1)


def _is_written(reading: Reading, source: Words) -> bool:
    """Whether it is a paper or what somebody says by which something is asked for: "the {petition} demands"."""
    words = (reading.word(i).lower() for i in range(*source))
    return any(lexicon.document(word) or lexicon.source(word) or cue_is("saying", word) for word in words)


def _is_unanswered(reading: Reading, cue: Words) -> bool:
    """Whether somebody gives no answer: "did not respond to requests", "has not said whether"."""
    words = [reading.word(i).lower() for i in range(max(cue[0] - 2, sentence(reading, cue[0])[0]), cue[1])]
    denied = not lexicon.function_words("not").isdisjoint(words)
    return denied and any(valency.is_one_of("answering", reading, i) for i in range(*cue))


def _is_undone(reading: Reading, cue: Words, verb: int) -> bool:
    """Whether the saying is denied or still to come: "did not ask", "will say", "would appeal"; but who does not deny
    says as much, and so does he who would say himself that it is so."""
    words = [reading.word(i) for i in range(*cue)]
    if not any(cue_is("saying", word) for word in words) or any(cue_is("thinking", word) for word in words):
        return False
    if any(modality.refrained(reading, i) for i in range(*cue)) or _is_wished(reading, verb):
        return True
    if reading.word(verb - 1).lower() in ("neither", "nor"):
        return True  # "neither confirmed nor denied"
    if modality.negated_verb(reading, verb):
        held = any(valency.is_one_of("excluding", reading, i) for i in range(*cue))
        return not held and not any(cue_force(word) in POSITIONS for word in words)
    own = (reading.word(i).lower() in ("i", "we") for i in valency.parts(reading, verb, "nsubj"))
    return not any(own) and modality.unperformed(reading, verb)


def _is_told_ahead(reading: Reading, verb: int, pieces: list[Words]) -> bool:
    """Whether it is told in his own words what somebody is going to say: "“We are ready,” he {will say} tonight"."""
    low, high = pieces[0]
    before = reading.word(low - 1) if low else ""
    behind = reading.word(min(high, len(reading) - 1)), reading.word(min(high + 1, len(reading) - 1))
    quoted = high - low > 2 and before in QUOTES and not QUOTES.isdisjoint(behind)
    return quoted and cue_is("saying", reading.word(verb)) and reading.word(verb - 1).lower() in modality.FUTURE


def _is_wished(reading: Reading, verb: int) -> bool:
    """Whether a verb has the form of what somebody is to do: "demanded that she {say} sorry"."""
    one = verb > 0 and reading.word(verb - 1).lower() in ("he", "she", "it")
    base = valency.is_bare(reading, verb) and reading.word(verb).lower() not in lexicon.function_words("unbent")
    return one and base and not valency.has(reading, verb, "aux") and valency.has(reading, verb, "nsubj")


def _is_duty(reading: Reading, verb: int, pieces: list[Words]) -> bool:
    """Whether something has to be said, by a day or by all means: "{has} until Friday to announce the result"."""
    return reading.word(verb).lower() in modality.HAVING and reading.word(pieces[0][0]).lower() == "to"


def _is_withheld(reading: Reading, cue: Words, verb: int) -> bool:
    """Whether something is denied to somebody, who would have it: "denied {her} her medicine", "denied permission"."""
    if not has_force(map(reading.word, range(*cue)), "deny"):
        return False
    behind = reading.word(cue[1]).lower() if cue[1] < len(reading) else ""
    return behind in lexicon.denial_words("refused") or valency.has(reading, verb, "iobj")


def _is_deed(reading: Reading, verb: int, pieces: list[Words]) -> bool:
    """Whether a verb of saying tells here of a deed: "protested {against} the dam", "appealed {the verdict}", "referred
    {questions} to the army", "recalled its {ambassador}", "felt {unsafe}", "responded {to} the pressure", "denies many
    the {right} to vote", "posted a {loss}", "claimed twelve {lives}", "hails {from} the north", "read a {letter}"."""
    if reading.pos[verb] != "VERB":
        return False
    behind = [i for i in valency.parts(reading, verb, "obj", "obl", "xcomp", "ccomp") if i > verb]
    clause = any(reading.relation[i] == "ccomp" for i in behind)
    what = next((i for i in behind if reading.relation[i] == "obj"), None)
    if what is None and reading.relation[verb] == "acl:relcl":
        what = reading.head[verb]  # "a {ruling} the union has appealed"
    state = next((i for i in behind if reading.relation[i] == "xcomp"), None)
    if valency.is_one_of("posting", reading, verb) and what is not None and valency.is_one_of("posted", reading, what):
        return True
    if valency.is_one_of("claiming", reading, verb) and any(
        valency.is_one_of("won", reading, i) for i in behind if reading.relation[i] == "obj"
    ):
        return True
    nouns = (i for i in behind if reading.pos[i] == "NOUN" and not valency.has(reading, i, "cop", "mark"))
    if valency.is_one_of("withholding", reading, verb) and any(
        valency.is_one_of("withheld", reading, i) for i in nouns
    ):
        return True
    if clause:
        return False
    return (
        (valency.is_one_of("demonstrating", reading, verb)
            and any(reading.word(i).lower() == "against" for i in range(verb + 1, min(verb + NEAR, len(reading)))))
        or (valency.is_one_of("passing-on", reading, verb) and what is not None and reading.pos[verb + 1] != "ADP")
        or (valency.is_one_of("recalling", reading, verb) and what is not None
            and valency.is_one_of("abroad", reading, what))
        or (valency.is_one_of("feeling", reading, verb) and state is not None and reading.pos[state] in ("ADJ", "VERB"))
        or (valency.is_one_of("reading-out", reading, verb) and what is not None and len(pieces) == 1
            and what in range(*pieces[0]) and lexicon.document(reading.word(what).lower()) is not None)
        or (valency.is_one_of("hailing", reading, verb) and reading.word(verb + 1).lower() == "from")
        or (valency.is_one_of("reacting", reading, verb) and what is None and state is None
            and reading.word(pieces[0][0] - 1).lower() == "to" and len(pieces) == 1)
    )  # fmt: skip


def _is_name(reading: Reading, verb: int) -> bool:
    """Whether it is told how somebody or something is called, by nobody in particular: "a policy {called} detention",
    "the {so-called} surge"; but "what he {called} a march"."""
    if not valency.is_one_of("naming", reading, verb):
        return False
    free = not valency.has(reading, verb, "nsubj", "obl:agent", "obl", "aux")
    return reading.word(verb - 1) == "-" or (
        reading.relation[verb] == "acl" and free and reading.head[verb] == verb - 1
    )


def is_the_accused(reading: Reading, word: int) -> bool:
    """Whether a word is what somebody on trial is called, and nobody's accusation: "the third {accused}", "two
    {accused} on the run"."""
    if not valency.is_one_of("charged-one", reading, word):
        return False
    before = reading.word(word - 1).lower() if word else ""
    counted = before in lexicon.function_words("charged-which") or (word > 0 and reading.pos[word - 1] == "NUM")
    behind = reading.word(word + 1).lower() if word + 1 < len(reading) else ""
    of_deed = behind == "of" or reading.relation[word].startswith("acl")  # "the two accused of theft"
    return not of_deed and (reading.pos[word] == "NOUN" or counted)


def _is_settled(reading: Reading, verb: int, source: Words | None) -> bool:
    """Whether it is told what was agreed on, and not by whom: "the truce, {agreed} in June, has held"."""
    alone = source is None and not valency.has(reading, verb, "nsubj", "aux", "aux:pass", "obl:agent")
    return alone and reading.word(verb).lower().endswith("ed") and valency.is_one_of("settled", reading, verb)


def _is_of_its_noun(reading: Reading, verb: int, source: Words | None, pieces: list[Words]) -> bool:
    """Whether a participle without anybody who speaks tells but of its noun, and what is linked to it is told of that:
    "the trucks {announced} in May are part of"."""
    if source is not None or reading.pos[verb] != "VERB" or reading.relation[verb] != "acl":
        return False
    noun = reading.head[verb]
    return noun < verb and all(
        reading.head[head(reading, piece)] != verb and verb not in reading.upward(piece[0], NEAR) for piece in pieces
    )


def _is_suffered(reading: Reading, noun: int, source: Words | None) -> bool:
    """Whether it is not the one linked who says it, but he to whom it is said: "a victim of {threats}"."""
    sufferer = reading.head[noun]
    suffers = reading.relation[noun] == "nmod" and valency.is_word("targets", reading, sufferer)
    return suffers and source is not None and source[0] <= sufferer < source[1] and reading.pos[noun] == "NOUN"


def _is_open_question(reading: Reading, noun: int) -> bool:
    """Whether it is a question that is open, and that nobody puts: "the {question} over where to build it"."""
    asked = reading.pos[noun] == "NOUN" and valency.is_one_of("matter", reading, noun)
    return (
        asked
        and not valency.has(reading, noun, "nmod:poss")
        and (valency.governed(reading, noun, "from", "by") is None)
    )


def _is_left_standing(reading: Reading, noun: int, pieces: list[Words]) -> bool:
    """Whether a noun of saying but sums up what was said, and what is linked to it tells what becomes of that: "had
    shut the gate, {an accusation} the firm did not answer"."""
    article = next(valency.parts(reading, noun, "det"), noun)
    apposed = article < noun and reading.word(article - 1) == "," and reading.pos[noun] == "NOUN"
    if not apposed or reading.word(article).lower() not in lexicon.function_words("indefinite"):
        return False
    clause = next((i for i in valency.parts(reading, noun, "acl", "acl:relcl") if i > noun), None)
    if clause is None or not valency.has(reading, clause, *valency.SUBJECTS) or valency.has(reading, clause, "mark"):
        return False
    low, high = noun + 1, max(under(reading, clause)) + 1
    return all(low <= start and end <= high for start, end in pieces)


def _is_hard_to_say(reading: Reading, verb: int) -> bool:
    """Whether it is told how well something can be said, and nobody says it: "it was too soon to {say} whether"."""
    if reading.word(verb - 1).lower() != "to" or reading.relation[verb] not in ("csubj", "xcomp", "ccomp", "advcl"):
        return False
    told = reading.head[verb]
    it = any(reading.word(i).lower() == "it" for i in valency.parts(reading, told, "expl", "nsubj"))
    return it and told < verb and reading.pos[told] in ("ADJ", "ADV") and cue_is("saying", reading.word(verb))


def _is_aim_of_a_thing(reading: Reading, cue: Words, source: Words | None) -> bool:
    """Whether it is a thing of which a word of thinking or demanding is used: "a {law} aimed at", "the {talks} aim to",
    "the {drought} demands a plan"."""
    words, verb = [reading.word(i) for i in range(*cue)], head(reading, cue)
    if valency.is_one_of("needing", reading, verb):
        return source is not None and whom.is_mere_thing(reading, source) and not _is_written(reading, source)
    if not any(cue_is("thinking", word) for word in words) or any(cue_is("saying", word) for word in words):
        return False
    if reading.relation[verb] == "acl" and not valency.has(reading, verb, "nsubj"):
        return whom.is_thing(reading, reading.head[verb])
    return source is not None and whom.is_mere_thing(reading, source)


def _is_asked(reading: Reading, verb: int) -> bool:
    """Whether a participle tells what somebody was asked, and not by whom: "the envoy, {asked} about it, said"."""
    if reading.relation[verb] == "root":
        return False  # "the envoy, dismissing it, {asked} why"
    opens = verb == sentence(reading, verb)[0] or reading.word(verb - 1).lower() in (",", "when")
    free = not valency.has(reading, verb, "nsubj", "nsubj:pass", "aux", "aux:pass")
    asked = valency.is_word("asked", reading, verb)
    return opens and free and asked and valency.governed(reading, verb, "by") is None


def _is_told(reading: Reading, verb: int, source: Words | None) -> bool:
    """Whether a participle behind somebody tells what he heard, and what he says is told by another verb: "envoys
    {briefed} on the raid said"."""
    noun = reading.head[verb]
    if reading.relation[verb] != "acl" or reading.pos[verb] != "VERB" or reading.word(verb).lower().endswith("ing"):
        return False
    speaks = reading.relation[noun] == "nsubj" and cue_is("saying", reading.word(reading.head[noun]))
    return speaks and source is not None and noun in range(*source) and noun < verb < reading.head[noun]


def _is_when(reading: Reading, verb: int, pieces: list[Words]) -> bool:
    """Whether a clause tells but when something else is to be: "the ban holds until the court {reports}"."""
    marks = [i for i in valency.parts(reading, verb, "mark") if i < verb]
    opens = any(valency.is_word("time-clause", reading, i) for i in marks)
    return opens and reading.relation[verb] == "advcl" and all(high <= marks[0] + 1 for _, high in pieces)


def _only_names(reading: Reading, cue: Words, pieces: list[Words]) -> bool:
    """Whether it is told who is quoted, and not what he says: "which quoted an officer"."""
    if len(pieces) > 1 or not any(cue_is("quoting", reading.word(i)) for i in range(*cue)):
        return False
    mentions = (reading.mentions.get(i) for i in range(*pieces[0]))
    return any(one is not None and one.kind == "person" and one.words == pieces[0] for one in mentions)


def _is_request_for_comment(reading: Reading, cue: Words, pieces: list[Words]) -> bool:
    """Whether it is the report that asked: "a request for {comment}", "a letter requesting {its comments}"."""
    asked = has_force(map(reading.word, range(*cue)), "request")
    pointing = ("DET",) if asked else ("DET", "PRON")
    if any(reading.pos[i] in pointing for piece in pieces for i in range(*piece)):
        return False  # "echoed {those} comments"
    words = [i for piece in pieces for i in range(*piece) if reading.pos[i] not in SMALL]
    return len(words) == 1 and reading.pos[words[0]] == "NOUN" and valency.is_one_of("comment", reading, words[0])


def asks_for_silence(reading: Reading, piece: Words) -> bool:
    """Whether somebody asks to be left unnamed: "asked not {to be named}", "spoke {on condition of anonymity}"."""
    low, high = piece
    for i in range(low, min(low + PLEA, high)):
        if valency.is_word("silence", reading, i):
            return True
        if reading.pos[i] not in SMALL and reading.word(i).lower() not in lexicon.function_words("plea"):
            return False
    return False


def _behind(reading: Reading, cue: Words) -> Words:
    """The word behind a cue that is no word of speaking, over a preposition: "insisted on {anonymity}"."""
    at, last = cue[1], len(reading)
    over = at < last and reading.pos[at] == "ADP" and not cue_is("speech", reading.word(at - 1))
    return at + over, min(at + over + 1, last)


def _gives_nothing(reading: Reading, verb: int, pieces: list[Words]) -> bool:
    """Whether it is told what somebody leaves out: "blamed the rebels, {offering} no evidence"."""
    if not valency.is_one_of("furnishing", reading, verb):
        return False
    last = max(high for _, high in pieces)  # of "offered no proof that he had lied", that he had is said
    objects = (i for i in valency.parts(reading, verb, "obj") if i + 1 >= last)
    nouns = (i for i in objects if valency.is_one_of("particulars", reading, i))
    return any(reading.head[i] == noun and reading.word(i).lower() == "no" for noun in nouns for i in range(verb, noun))


def _is_case_heard(reading: Reading, verb: int, pieces: list[Words]) -> bool:
    """Whether it is something that is heard, and not what is said of it: "the court {heard} the case", but not "heard
    how he fled"."""
    clause = any(reading.pos[i] in ("VERB", "AUX") for words in pieces for i in range(*words))
    return cue_is("hearing", reading.word(verb)) and valency.has(reading, verb, "obj") and not clause


def _is_reported_lost(reading: Reading, verb: int) -> bool:
    """Whether somebody tells the police of a loss: "a nurse {reported} missing on Monday"."""
    behind = reading.word(verb + 1).lower() if verb + 1 < len(reading) else ""
    return cue_is("speech", reading.word(verb)) and behind in lexicon.function_words("lost")


def _is_claim_to_land(reading: Reading, word: int, pieces: list[Words]) -> bool:
    """Whether somebody lays claim to a place: "Chad's {claims} over the island", "{claims} the island"."""
    if not valency.is_one_of("claiming", reading, word):
        return False
    names = {i for name in reading.names if name.kind == "LOCATION" for i in range(*name.words)}
    within = [i for words in pieces for i in range(*words)]
    return not names.isdisjoint(within) and not any(reading.pos[i] in ("VERB", "AUX") for i in within)


def _is_judged(reading: Reading, noun: int, pieces: list[Words]) -> bool:
    """Whether what stands there is what others make of what is claimed, and not what is: "dismissed the union's
    {claims} as ‘a farce’"."""
    if reading.pos[noun] != "NOUN" or reading.pos[reading.head[noun]] != "VERB" or reading.head[noun] > noun:
        return False
    before = pieces[0][0] - 1
    while before > noun and reading.word(before) in QUOTES:
        before -= 1
    return before > noun and reading.word(before).lower() == "as"


def _is_interrogation(reading: Reading, verb: int) -> bool:
    """Whether somebody is questioned, and not something: "detectives {questioned} the mayor", but not "questioned
    whether he was fit", "questioned the figures"."""
    if not valency.is_one_of("interrogating", reading, verb) or valency.has(reading, verb, "ccomp", "advcl"):
        return False
    return any(whom.is_somebody(reading, i) for i in valency.parts(reading, verb, "obj", "iobj", "nsubj:pass"))


def _is_in_court(reading: Reading, cue: Words) -> bool:
    """Whether it is told for whom somebody stands in court: "Ann Moor, {defending}, said"."""
    alone = reading.word(cue[0] - 1) == "," == reading.word(min(cue[1], len(reading) - 1))
    return alone and cue[1] - cue[0] == 1 and valency.is_word("in-court", reading, cue[0])


def _is_side_taken(reading: Reading, verb: int) -> bool:
    """Whether it is but told on whose side somebody is: "Chad, which {backs} the general, said"."""
    aside = verb > 0 and valency.is_word("relative", reading, verb - 1)
    if not valency.is_one_of("siding", reading, verb) or not (aside or reading.relation[verb].startswith("acl")):
        return False
    lasting = reading.word(verb).lower().endswith(("s", "ing")) or tense(reading, verb) == "present"
    return lasting and any(whom.is_somebody(reading, i) for i in valency.parts(reading, verb, "obj"))


def _is_summoned(reading: Reading, verb: int) -> bool:
    """Whether somebody is called to a place or something called off: "officers {were called} to a fire", but "was
    called on to resign"."""
    passive = valency.has(reading, verb, "nsubj:pass", "aux:pass")
    after = reading.word(min(verb + 1, len(reading) - 1)).lower()
    summons = after in ("off", "up") or (passive and after in ("to", "in", "out"))
    return valency.is_one_of("calling", reading, verb) and summons


def _is_rite(reading: Reading, verb: int) -> bool:
    """Whether it is a rite that is said: "was saying {mass}"."""
    return any(valency.is_one_of("rite", reading, i) for i in valency.parts(reading, verb, "obj") if i > verb)


def _is_in_view_of(reading: Reading, verb: int) -> bool:
    """Whether a participle is but a preposition: "{Considering} the cost, she said it was cheap"."""
    opens = verb == sentence(reading, verb)[0] or reading.word(verb - 1) == ","
    free = not valency.has(reading, verb, "nsubj", "aux", "ccomp")
    return opens and free and valency.is_word("in-view-of", reading, verb)


def _is_appointed(reading: Reading, verb: int) -> bool:
    """Whether somebody is given an office, and nothing is said: "was {named} chief executive"."""
    if not (valency.is_one_of("appointing", reading, verb) and valency.has(reading, verb, "aux:pass")):
        return False
    after = range(verb + 1, min(verb + NEAR, sentence(reading, verb)[1]))
    return reading.word(verb + 1).lower() != "as" and any(lexicon.role(reading.word(i).lower()) for i in after)


def _is_qualified(reading: Reading, noun: int, pieces: list[Words]) -> bool:
    """Whether it is but the words before a noun of saying: "the {battlefield} reports"."""
    if reading.pos[noun] != "NOUN" or len(pieces) > 1:
        return False
    low, high = pieces[0]
    return high == noun and all(reading.pos[i] in ("NOUN", "ADJ", "DET", "PROPN") for i in range(low, high))


def _is_by_telephone(reading: Reading, cue: Words) -> bool:
    """Whether somebody is called, and nothing: "called {her} to meet", but "called her a liar"."""
    whom, after = cue[1], min(cue[1] + 1, len(reading) - 1)
    called = valency.is_one_of("calling", reading, cue[1] - 1) and whom < len(reading) and reading.pos[whom] == "PRON"
    ends = reading.pos[after] in ("PART", "PUNCT", "CCONJ", "SCONJ") and reading.word(after) not in QUOTES
    return called and reading.relation[whom] == "obj" and ends


def _is_summons(reading: Reading, cue: Words, pieces: list[Words]) -> bool:
    """Whether somebody calls people together, and calls nothing by a name: "called {a march}", but "what he called a
    march", "called the march a riot"."""
    low, high = pieces[0]
    verb = cue[1] - 1
    if _is_summoned(reading, head(reading, cue)) or _is_by_telephone(reading, cue):
        return True
    if len(pieces) > 1 or low < cue[1] or not valency.is_one_of("calling", reading, verb):
        return False
    before = range(max(cue[0] - NEAR, sentence(reading, verb)[0]), cue[0])
    if any(reading.word(i).lower() == "what" for i in before):
        return False
    told = [i for i in valency.parts(reading, verb, "obj", "xcomp", "ccomp", "conj") if i > verb]
    if len(told) == 1 and (
        valency.is_one_of("summoned", reading, told[0]) or _is_whole_name(reading, told[0], pieces[0])
    ):
        return True
    mentions = (reading.mentions.get(i) for i in range(low, high) if valency.is_one_of("summoned", reading, i))
    return any(one is not None and one.words[0] <= low and high <= one.words[1] for one in mentions)


def _is_whole_name(reading: Reading, called: int, piece: Words) -> bool:
    """Whether it is but told who is called, by telephone: "called {the detention centre}"."""
    mention = reading.mentions.get(called)
    if mention is None or mention.kind in ("", "event", "abstract", "time"):
        return False
    if any(reading.word(i) in QUOTES for i in range(*piece)):
        return False  # "called the medics 'heroes'"
    return mention.words[0] <= piece[0] and piece[1] <= mention.words[1]


def _is_inferred(reading: Reading, verb: int) -> bool:
    """Whether it is what happened that tells something, and not somebody: "they found a knife, which {suggests} that it
    was planned", but not "a report, which {suggests} that"."""
    which = next(valency.parts(reading, verb, "nsubj"), None)
    if which is None or which < 2 or reading.word(which).lower() != "which" or reading.word(which - 1) != ",":
        return False
    last = which - 2
    word = reading.word(last)
    speaks = lexicon.document(word) or lexicon.body(word) or lexicon.source(word) or lexicon.role(word)
    told_of = speaks or reading.pos[last] == "PROPN" or whom.is_somebody(reading, reading.head[verb])
    return valency.is_one_of("implying", reading, verb) and not told_of
