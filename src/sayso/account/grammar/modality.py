"""How the words around an event qualify it: denied by a negation, under a modal, on a condition, still to come.

All is told of the word's own clause, as TimeML has it. In "failed to attack" and "denied attacking" nothing negates the
attack but the meaning of another event, "failed", "denied"; in "did not try to attack" it is "try" that is negated."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from sayso import lexicon
from sayso.reader.reading import Reading

LEFT, RIGHT = 30, 15  # words among which a word's dependents are looked for, so that a tree gone wrong costs no time
NEAR = 7  # words between "no" and its noun, an auxiliary and its verb
FAR = 12  # steps up or along the tree
ASKED = 60  # words to a question mark, at most

NEGATION, LIFTED, NONE, LACKING, NOBODY, WAY, HAVE, GOING, BE, YET, HAVING, FUTURE, PLANNED, COMING, SUPPORT, ALIKE = (
    lexicon.modal_words(use)
    for use in (
        "negation", "lifted", "none", "lacking", "nobody", "way", "have", "going", "be", "yet", "having", "future",
        "planned", "coming", "support", "alike",
    )
)  # fmt: skip
GIVEN, JOINING, PARTICIPLE, PAST, RAISING, REFUSING, THREATENED = (
    lexicon.modal_words(use) for use in ("given", "joining", "participle", "past", "raising", "refusing", "threatened")
)
SKIPPING, APPEARING, ABOUT_DONE = (lexicon.modal_words(use) for use in ("skipping", "appearing", "about-done"))
AUXILIARY = HAVE | GOING | BE
MODAL, ADJECTIVE = lexicon.modals("modal"), lexicon.modals("adjective")
CONDITIONS: dict[str, list[list[str]]] = {}  # by their first word
for _phrase in sorted(lexicon.modal_words("condition")):
    CONDITIONS.setdefault(_phrase.split("_")[0], []).append(_phrase.split("_"))
LONG_CONDITIONS = [parts for phrases in CONDITIONS.values() for parts in phrases if len(parts) > 1]
LAST = {phrase[-1] for phrase in LONG_CONDITIONS}

REFRAINING, REFRAINED = lexicon.modal_words("refraining"), lexicon.modal_words("refrained")
LONGER, BETTER = lexicon.modal_words("longer"), lexicon.modal_words("better")
VERBAL = ("VERB", "AUX")
UNCERTAIN = ("would", "could", "might", "may")  # under which it is not told that anything was done
OBLIGING = ("must", "should")  # under which it is told what is to be done
FOR = {"for", "of"}
MARKS = ("mark", "advmod", "cc", "case")
MODIFIERS = ("amod", "compound", "nummod", "flat", "nmod", "punct", "advmod", "obl")  # within a noun phrase
SUBJECTS = ("nsubj", "csubj", "expl")
OPENS, CLOSES = {"“", "``"}, {"”", "''"}


def polarity(reading: Reading, word: int) -> bool:
    """Whether the word is negated: "did not {attack}", "no {attack}", "nobody {attacked}", "without {attacking}"."""
    at = _content(reading, word)
    for _ in range(FAR):
        if _negated(reading, at):
            return True
        step = _auxiliary(reading, at)
        if step is None and (step := _first(reading, at)) is None:
            return False
        at = step
    return False


def modality(reading: Reading, word: int) -> str | None:
    """What modal qualifies the word, in its normal form: "would", "can", "have to", "would have to", "possible"."""
    at, forms = _content(reading, word), list[str]()
    for _ in range(FAR):
        if (modal := _modal(reading, at)) is not None:
            return " ".join([modal, *forms])
        step = _auxiliary(reading, at)
        if step is not None and _word(reading, step) in HAVE and not _yet(reading, at):
            forms.insert(0, "have to")
        if step is None and (step := _first(reading, at)) is None:
            break
        at = step
    return forms[0] if forms else None


def conditional(reading: Reading, word: int) -> bool:
    """Whether the word stands on a condition or in a question: "if they {attack}", "whether they {attacked}".

    What a report takes for given within them is not: "if the men who {attacked} are caught", "should it stop after they
    {attacked}"."""
    return on_condition(reading, word) or _asked(reading, word)


def done_before(reading: Reading, word: int) -> bool:
    """Whether it is what somebody is sorry, thanked or punished for, and so was done: "unless he apologizes for
    {jailing} them"."""
    gerund = reading.pos[word] == "VERB" and _word(reading, word).endswith("ing")
    behind = gerund and 0 < word - reading.head[word] <= NEAR and _word(reading, reading.head[word]) in ABOUT_DONE
    return behind and any(_word(reading, i) == "for" for i in range(reading.head[word] + 1, word))


def on_condition(reading: Reading, word: int) -> bool:
    """Whether the word stands on a condition, or it is left open whether it is so: "if they {attack}"."""
    for at in reading.upward(word, FAR):
        if done_before(reading, at):
            return False
        own = [i for i in _dependents(reading, at) if i < at]
        if _opened(reading, at, own):
            return True
        relation, given = _relation(reading, at), False
        if relation == "advcl":
            if any(_word(reading, i) in ("should", "were", "had") and _inverted(reading, at, i) for i in own):
                return True  # "should they attack"
            given = any(reading.relation[i] in MARKS and _word(reading, i) in GIVEN for i in own)
        if relation == "acl" or (relation == "advcl" and given):
            return False
    return False


def future(reading: Reading, word: int) -> bool:
    """Whether the word tells of what is still to come: "will {attack}", "is going to", "is to", "plans to"."""
    at = _content(reading, word)
    for _ in range(FAR):
        if _has(reading, at, FUTURE) or _has(reading, at, COMING, "amod"):
            return True
        if (to := _to(reading, at)) is not None:
            if any(_word(reading, i) in BE and i < to for i in _dependents(reading, at)):
                return True  # "is to attack"
            above = reading.head[at]
            if above < at and _relation(reading, at) in ("xcomp", "acl", "ccomp", "advcl", "csubj"):
                form = _word(reading, above)
                if form in PLANNED or form in GOING or (form in BE and above == to - 1):
                    return True  # "plans to attack"
        elif _plans(reading, reading.head[at]):
            relation = _relation(reading, at)
            if relation == "obj" or (relation == "nmod" and _has(reading, at, FOR)):
                return True
        step = _auxiliary(reading, at)
        if step is None:
            step = _first(reading, at)
        if step is None:
            step = bearer(reading, at)
        if step == at:
            return False
        at = step
    return False


def _plans(reading: Reading, word: int) -> bool:
    """Whether what depends on a word is yet to come: "{threatened} an attack", "{plans} for an attack", but not "{set}
    off an attack", which with its particle is another verb."""
    if _word(reading, word) not in PLANNED:
        return False
    return not any(reading.relation[i] == "compound:prt" for i in _dependents(reading, word))


def threatened(reading: Reading, word: int) -> bool:
    """Whether the word tells of what somebody threatens to do: "threatened to {attack}", "threatened an {attack}"."""
    above = reading.head[word]
    beside = _relation(reading, word) in ("obl", "advcl", "conj", "parataxis")  # "threatened after an {attack}"
    beside = beside and not _has(reading, word, {"with"}, "case")  # but "threatened them with an {attack}"
    return above < word and _word(reading, above) in THREATENED and not beside


def threatened_unless(reading: Reading, word: int) -> bool:
    """Whether the word tells of what will be done unless something else is: "they would {strike} unless paid"."""
    said = reading.head[word] if _relation(reading, word) == "ccomp" else word  # the tree may hang it on "they said"
    near = range(word + 1, min(word + LEFT, len(reading)))
    if not any(_word(reading, i) == "unless" and reading.head[reading.head[i]] in (word, said) for i in near):
        return False
    return future(reading, word) or modality(reading, word) == "would"


def negated_verb(reading: Reading, verb: int) -> bool:
    """Whether a verb itself is negated, not who does it or what: "did not {say}", but not "{reported} no deaths"."""
    near = (*_before(reading, verb), *(i for i in _dependents(reading, verb) if i < verb))
    return any(
        _word(reading, i) in NEGATION and not _lifted(reading, i)
        and (reading.head[i] != verb or _relation(reading, i) in ("advmod", "aux", "cc", "mark"))
        for i in near
    )  # fmt: skip


def refrained(reading: Reading, verb: int) -> bool:
    """Whether somebody leaves a thing undone: "failed to {say}", "stopped short of {calling}", "without {naming}",
    "has yet to {endorse}"."""
    words = [_word(reading, i) for i in range(max(0, verb - 2), verb)]
    if words[-1:] == ["without"] or "_".join(words) in REFRAINED:
        return True
    above = reading.head[verb]
    to = words[-1:] == ["to"] or _word(reading, verb).endswith("ing")
    return to and above in (verb - 1, verb - 2) and _word(reading, above) in REFRAINING


def missed(reading: Reading, word: int) -> bool:
    """Whether the noun tells of what somebody stays away from: "skipped the {talks}", "did not attend the
    {talks}", "failed to turn up for the {talks}"."""
    above = reading.head[word]
    if reading.pos[word] != "NOUN" or _relation(reading, word) not in ("obj", "obl"):
        return False
    form = _word(reading, above)
    came = form in JOINING | APPEARING
    return form in SKIPPING or (came and (refrained(reading, above) or polarity(reading, above)))


def unperformed(reading: Reading, verb: int) -> bool:
    """Whether by the words right before a verb nobody has done it yet: "would {say}", "will not be {told}", "plans to
    {ask}", "should {condemn}"."""
    if _to(reading, verb) == verb - 1:
        return future(reading, verb)
    before = [_word(reading, i) for i in _before(reading, verb)]
    return any(form in FUTURE or MODAL.get(form) in (*UNCERTAIN, *OBLIGING) for form in before)


def obliged(reading: Reading, word: int) -> bool:
    """Whether the word tells of what is to be done: "should {withdraw}", "must be {freed}", not "must have {fled}"."""
    return modality(reading, word) in OBLIGING and not perfect(reading, bearer(reading, word))


def omitted(reading: Reading, word: int) -> bool:
    """Whether the word tells of what was to be done and was not: "should have {warned} them"; with a negation, of what
    was done all the same."""
    return modality(reading, word) == "should" and perfect(reading, bearer(reading, word))


def declined(reading: Reading, word: int) -> bool:
    """Whether the word tells of what somebody says he is not to do: "will not {withdraw}", "said they would never
    attend the {talks}", but not of what is not going to happen to him: "will not be {freed}"."""
    above = reading.head[word]
    if reading.pos[word] == "NOUN" and _relation(reading, word) in ("obj", "obl") and _word(reading, above) in JOINING:
        word = above
    if reading.pos[word] != "VERB" or reading.relation[word] in ("amod", "acl") or not _negated(reading, word):
        return False
    dependents = _dependents(reading, word)
    if any(reading.relation[i] in ("aux:pass", "nsubj:pass") for i in dependents):
        return False
    return any(_relation(reading, i) == "aux" and _word(reading, i) in REFUSING for i in dependents)


def perfect(reading: Reading, word: int) -> bool:
    """Whether the word tells of what was done before: "has {attacked}", "had been {attacked}"."""
    return _has(reading, word, HAVE, "aux")


def bearer(reading: Reading, word: int) -> int:
    """The word whose tense and polarity are those of an event: for a noun the verb that merely carries it ("did not
    {launch} the attack", "the talks will {begin}"), else the word itself."""
    above = reading.head[word]
    if reading.pos[word] in VERBAL or above == word or _word(reading, above) not in SUPPORT:
        return word
    return above if _relation(reading, word) in ("obj", "nsubj") else word


# --- the words around a word -----------------------------------------------------------------------------------------


def _word(reading: Reading, i: int) -> str:
    return _folded(reading.word(i))


@lru_cache(maxsize=1 << 14)
def _folded(word: str) -> str:
    return word.casefold().replace("’", "'")


def _relation(reading: Reading, i: int) -> str:
    """The relation of a word without its subtype: "nsubj" for the subject of a passive, too."""
    return reading.relation[i].partition(":")[0]


def _dependents(reading: Reading, at: int) -> list[int]:
    """The words that depend on a word, in order, its far ones left out."""
    first = max(0, at - LEFT)
    window, found, i = reading.head[first : at + RIGHT], list[int](), -1
    for _ in range(window.count(at)):
        i = window.index(at, i + 1)
        if first + i != at:
            found.append(first + i)
    return found


def _has(reading: Reading, at: int, forms: frozenset[str] | set[str], relation: str | None = None) -> bool:
    """Whether one of these forms depends on a word and stands before it."""
    return any(
        i < at and _word(reading, i) in forms and relation in (None, reading.relation[i])
        for i in _dependents(reading, at)
    )


def _content(reading: Reading, word: int) -> int:
    """The predicate for a preposition or a copula that stands for it: "is not {for} sale"."""
    if reading.relation[word] in ("case", "cop", "aux", "mark") and reading.head[word] > word:
        return reading.head[word]
    return word


def _to(reading: Reading, at: int) -> int | None:
    """The "to" of an infinitive."""
    marks = (i for i in _dependents(reading, at) if reading.relation[i] == "mark" and _word(reading, i) == "to")
    return next((i for i in marks if i < at), None)


def _auxiliary(reading: Reading, at: int) -> int | None:
    """The verb above an infinitive that is as good as an auxiliary to it: "{have} to attack", "{going} to attack"."""
    above, to = reading.head[at], _to(reading, at)
    if to is None or above >= at:
        return None
    form = _word(reading, above)
    if form in AUXILIARY:
        return above if above == to - 1 or (reading.relation[at] == "xcomp" and not _object(reading, above)) else None
    return above if form in RAISING and _raises(reading, at, to) else None


def _raises(reading: Reading, at: int, to: int | None) -> bool:
    """Whether what is said of a word above is said of this one: "unlikely to {attack}"."""
    return _relation(reading, at) in ("xcomp", "ccomp", "csubj", "nsubj") or (
        to is not None and reading.head[at] == to - 1
    )


def _yet(reading: Reading, at: int) -> bool:
    """Whether it has yet to happen: "has yet to {attack}", whatever the words depend on."""
    to = _to(reading, at)
    return to is not None and to > 0 and _word(reading, to - 1) in YET


def _object(reading: Reading, at: int) -> bool:
    return any(reading.relation[i] == "obj" for i in _dependents(reading, at))


def _before(reading: Reading, at: int) -> Iterator[int]:
    """The auxiliaries and adverbs that stand together before a verb, the nearest first, whatever they depend on."""
    for i in range(at - 1, max(-1, at - NEAR), -1):
        if reading.pos[i] not in ("AUX", "ADV") and _word(reading, i) not in NEGATION:
            return
        yield i


def _first(reading: Reading, at: int) -> int | None:
    """The first of words joined by "and" or "or" that share its auxiliaries: "did not {attack} or loot"."""
    first = reading.head[at]
    if reading.relation[at] != "conj" or first >= at:
        return None
    if reading.pos[at] == "VERB" and reading.pos[first] in ("NOUN", "PROPN"):
        return None  # "had no {list} and called for calm"
    own = _dependents(reading, at)
    for i in own:
        if i < at and reading.relation[i] == "cc" and _word(reading, i) not in ("and", "or", "nor", "&", "/"):
            return None
        if i < at and _relation(reading, i) in (*SUBJECTS, "aux", "cop", "mark", "det"):
            return None
    if reading.pos[first] in VERBAL and not _same_form(_word(reading, first), _word(reading, at)):
        return None
    intends = _word(reading, at) in PLANNED and any(_relation(reading, i) == "xcomp" for i in own)
    if intends and any(reading.relation[i] in ("aux:pass", "cop") for i in _dependents(reading, first)):
        return None  # "was not {involved} and vowed to strike back"
    return first


def _same_form(one: str, other: str) -> bool:
    """Whether two verbs may share an auxiliary: "attack and loot", not "attack and looted"."""
    if other in PAST:
        return False
    if one.endswith("ing") or other.endswith("ing"):
        return one.endswith("ing") and other.endswith("ing")
    past = [_participle(form) for form in (one, other)]
    return past[0] == past[1] or one in ALIKE or other in ALIKE


def _participle(form: str) -> bool:
    return form.endswith("ed") or form in PARTICIPLE


# --- negation --------------------------------------------------------------------------------------------------------


def _negated(reading: Reading, at: int) -> bool:
    """Whether the word's own clause or phrase is negated."""
    verbal = reading.pos[at] in VERBAL
    if verbal and at + 1 < len(reading) and reading.pos[at + 1] == "ADV" and _word(reading, at + 1) in LIFTED:
        return False  # "is not {studied} only by Peru": but by others, too
    if verbal and any(_word(reading, i) in NEGATION and not _lifted(reading, i) for i in _before(reading, at)):
        return True
    if _yet(reading, at) or (not verbal and _none(reading, at)):
        return True
    for i in _dependents(reading, at):
        form, relation = _word(reading, i), _relation(reading, i)
        if i < at and form in NEGATION:
            if relation in ("advmod", "aux", "cc", "mark", "case") and not _lifted(reading, i):
                return True
        elif i < at and form in LACKING:
            if relation in ("case", "mark", "cc", "advmod") and (
                form == "without" or _word(reading, i + 1) in ("of", "than")
            ):
                return True
        elif form in LONGER:
            if i and _word(reading, i - 1) == "no":
                return True
        elif relation in ("nsubj", "csubj", "obj"):
            if (i < at or (verbal and _word(reading, at) not in HAVING)) and _nobody(reading, i, form):
                return True
        elif form in WAY and relation in ("obl", "advmod") and _none(reading, i):
            return True
    above = reading.head[at]
    if _participle(_word(reading, at)) and above < at:  # "has no trip planned"
        if reading.relation[at] == "acl":
            return _nobody(reading, above, _word(reading, above))
        if reading.relation[at] == "xcomp" and _word(reading, above) in HAVING:
            return any(reading.relation[i] == "obj" and _none(reading, i) for i in _dependents(reading, above))
    return _raised(reading, at) is not None


def _lifted(reading: Reading, i: int) -> bool:
    """ "Not only attacked", "whether or not they attacked": nothing is negated."""
    return (i + 1 < len(reading) and _word(reading, i + 1) in LIFTED) or (i > 0 and _word(reading, i - 1) == "or")


def _nobody(reading: Reading, i: int, form: str) -> bool:
    """Whether a subject or an object is nobody: "nobody", "no soldiers", "neither side", "none of them"."""
    return form in NOBODY or _none(reading, i)


def _none(reading: Reading, at: int) -> bool:
    """Whether "no" stands before a noun and what belongs to it, whatever it depends on: "no further air strikes"."""
    if reading.relation[at] == "compound":
        return False
    for i in range(at - 1, max(-1, at - NEAR), -1):
        form = _word(reading, i)
        if form in NONE:
            return True
        if _relation(reading, i) not in MODIFIERS or not i < reading.head[i] <= at:
            return False
    return False


def _raised(reading: Reading, at: int) -> str | None:
    """That an event is unlikely or impossible, where a report says so of it: "is {unlikely} to attack", "a war seems
    {unlikely}"."""
    above, relation = reading.head[at], _relation(reading, at)
    if (form := _word(reading, above)) in RAISING and _raises(reading, at, _to(reading, at)):
        return form
    if relation != "nsubj":
        return None
    seems = [i for i in _dependents(reading, above) if reading.relation[i] == "xcomp" and _word(reading, i) in RAISING]
    return _word(reading, seems[0]) if seems else None


# --- modals ----------------------------------------------------------------------------------------------------------


def _modal(reading: Reading, at: int) -> str | None:
    """The modal of the word's own clause."""
    to = _to(reading, at)
    for i in _dependents(reading, at):
        if i > at or i == to:
            break
        form, relation = _word(reading, i), reading.relation[i]
        if relation == "aux" and to is None and form in MODAL and not (form == "'d" and _had(reading, i, at)):
            return MODAL[form]  # in "would be to attack" it is the modal of "be"
        if relation == "amod" and form in ADJECTIVE:
            return ADJECTIVE[form]
    if reading.pos[at] in VERBAL:
        for i in _before(reading, at):
            form = _word(reading, i)
            if form in MODAL and not (form == "'d" and _had(reading, i, at)):
                return MODAL[form]
    return _raised(reading, at)


def _had(reading: Reading, i: int, at: int) -> bool:
    """Whether "'d" is "had": "they'd attacked", but "they'd have attacked", "they'd be attacked"."""
    between = {_word(reading, k) for k in range(i + 1, at)}
    if not between.isdisjoint({"have", "be"}):
        return False
    return _participle(_word(reading, at)) or not between.isdisjoint({"been", *BETTER})


# --- conditions and questions ----------------------------------------------------------------------------------------


def _opened(reading: Reading, at: int, own: list[int]) -> bool:
    """Whether a clause begins with "if", "unless", "in case", itself or just before."""
    for i in own:
        if reading.relation[i] in MARKS:
            for phrase in CONDITIONS.get(_word(reading, i), ()):
                if _stands(reading, i, phrase):
                    return True
    first = own[0] if own else at
    for _ in range(NEAR):
        if first == at or first == 0 or reading.head[first - 1] not in own:
            break
        first -= 1  # "in case {the} rebels attacked"
    if first == 0 or _word(reading, first - 1) not in LAST:
        return False
    return any(_stands(reading, first - len(phrase), phrase) for phrase in LONG_CONDITIONS)


def _stands(reading: Reading, i: int, phrase: list[str]) -> bool:
    return i >= 0 and [_word(reading, k) for k in range(i, min(i + len(phrase), len(reading)))] == phrase


def _inverted(reading: Reading, at: int, auxiliary: int) -> bool:
    return any(_relation(reading, i) in SUBJECTS and auxiliary < i < at for i in _dependents(reading, at))


def _asked(reading: Reading, word: int) -> bool:
    """Whether the clause ends in a question mark, before a quotation ends or another begins."""
    sentence = reading.sentence[word]
    for i in range(word + 1, min(len(reading), word + ASKED)):
        if reading.sentence[i] != sentence:
            return False
        if reading.ends[i] - reading.starts[i] > 2:
            continue
        form = reading.word(i)
        if form == "?":
            return True
        if form in OPENS or form in CLOSES or form in '."!':
            return False
    return False
