"""With what force something is said: asserted, denied, demanded …

Some cues settle it ("denied", "called on"). For the others two judgements count together: the language model's, from
what it sees of cue and content, and that of the single words and pairs of words in them, weighed by a linear model. The
second knows less, but errs elsewhere: together they are right more often than either. But who says "we condemn this"
has condemned it by saying so (Austin, How to Do Things with Words, 1962): there the verb of what is said settles it."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import cast

from sayso import lexicon
from sayso.account.grammar import modality, valency, whom
from sayso.account.grammar.clauses import head
from sayso.account.said.cues import cue_force, has_force, is_naming
from sayso.account.said.force_types import ASKING, ATTITUDES, COMMITTING, DISCLOSING, OPPOSING
from sayso.account.said.other_states import is_force_of_another_state, is_of_another_state, named_by, states
from sayso.account.said.verdicts import HIM, calls_false, names_wrong, pays_back, verdict
from sayso.model import Force, Span
from sayso.reader import Reading, Words
from sayso.reader.labels import FORCES

DOUBT = 1e-3  # probability added to each force of the model's, so that none is ruled out
DENYING = ("not", "false", "deny", "dismiss", "counter")  # uses of the words of lexicon/denials.tsv that may deny
CLAIMED = 4  # words with which a content opens that may hold the noun for what is claimed
OPENING = 3  # words with which a content opens that count in their order, too

_WORD = re.compile(r"\w+(?:'\w+)*|[?!]")
# "her to leave", but not "what to do", "the envoy whether he means to go", "about plans to go", "a fair that was to be"
_TO_DO = re.compile(
    r"\s*(?!.*\?|(?:who|which)\b)(?:(?!(?:if|whether|what|why|when|where|how|about)\b)"
    r"(?!(?:that|which|who) (?:is|are|was|were) to\b)\S+ ){0,9}[“\"‘']?to [“\"‘']?\w",
    re.I,
)
_REFUSING = re.compile(r"\W*(?:we|i)\s+(?:(?:will|shall|would)\s+(?:not|never)|won['’]t)\b", re.I)
_FORBIDDING = re.compile(r"\W*(?:please,? )?(?:do not|don['’]t|never) (?!(?:you|we|i|they)\b)[a-z]+(?![^.]*\?)", re.I)
_BIDDING = re.compile(
    r"\b(?:(?:ha(?:ve|s|d)|(?<!that )(?<!which )(?<!who )(?:is|are|was|were)) to|"
    r"not? to|cannot|can['’]t|(?:no|any)(?:body| ?one))\b",
    re.I,
)
_MARKS = frozenset("“\"‘'")
_NOT = frozenset(("not", "n't", "n’t", "never"))
_OWN = frozenset(("his", "her", "its", "their", "our", "my"))
_DOING = frozenset(("do", "does", "did", "would"))
_COMING = frozenset(("will", "shall"))  # "we'll see" is but talk
_BEING = frozenset(("am", "is", "are", "was", "were", "'m", "'s", "'re", "be"))


def force_of(
    reading: Reading, cue: Words | None, source: Words | None, content: Sequence[Span], likely: Sequence[float]
) -> Force:
    """The force of a statement: its cue's where that settles it, else what is likeliest by cue and content.

    likely: the model's probability of each force in the order of FORCES; empty where it gives none.
    """
    said = " ".join(reading.text[a:b] for a, b in content)
    settled = _settled(reading, cue, source, content, said)
    return settled or _likeliest(reading, cue, source, content, said, _ranked(reading, cue, said, likely))


def _settled(
    reading: Reading, cue: Words | None, source: Words | None, content: Sequence[Span], said: str
) -> Force | None:
    """The force where cue, content or speaker leave no doubt of it; None where they do."""
    if cue and (force := _of_cue(reading, cue)):
        if force == "question" and _asks(reading, cue) and _is_to_do(reading.text, reading.span(cue)[1], content):
            return "request"  # "asked him to leave"
        if force == "question" and _asks(reading, cue) and _is_for_something(reading, cue, said):
            return "request"  # "asked the council for tents"
        if force == "reject" and (_is_claimed(said) or _of_claim(reading, cue)):
            return "deny"  # "rejected reports that", "dismissed the allegations"
        return force
    if cue and has_force(map(reading.word, range(*cue)), "deny"):
        return "assert"  # "did not deny that"
    backs = cue is not None and has_force(map(reading.word, range(*cue)), "praise", "agree")
    if cue and backs and modality.negated_verb(reading, head(reading, cue)):
        return "reject"  # "is not endorsing anybody"
    if _is_asked(reading.text, content):
        return "question"
    if _FORBIDDING.match(said):
        return "demand"  # "don't let them in"
    if content and _is_claim_called_false(reading, content[0]):
        return "deny"  # "the charges were propaganda"
    if content and (force := _by_saying_so(reading, source, content[0])):
        return force
    if cue and content and (force := _of_uttered(reading, cue, content[0])):
        return force
    return "accuse" if source and _indicts(reading, source) else None


def _ranked(reading: Reading, cue: Words | None, said: str, likely: Sequence[float]) -> list[str]:
    """The forces, the likeliest first, by the model and by the words alone."""
    by_words = word_scores(reading.string(cue) if cue else "", said)
    scores = [
        math.log(probability + DOUBT) + score
        for probability, score in zip(likely or [1 / len(FORCES)] * len(FORCES), by_words, strict=True)
    ]
    return [FORCES[k] for k in sorted(range(len(FORCES)), key=lambda k: -scores[k])]


def _likeliest(
    reading: Reading, cue: Words | None, source: Words | None, content: Sequence[Span], said: str, ranked: list[str]
) -> Force:
    """The first of the forces, ranked by how likely they are, that what is said can have."""
    if ranked[0] == "threaten" and _REFUSING.match(said):
        return "reject"  # "we will not sell"
    if ranked[0] in ("deny", "threaten") and content and _refuses(reading, content[0]):
        return "reject"  # "his government would not yield"
    if ranked[0] in ("agree", "assert", "criticize") and content and _withholds_consent(reading, content[0]):
        return "reject"  # "we cannot accept that"
    root = _root(reading, content[0]) if content else None
    if root is not None and ranked[0] in ("assert", "warn", *COMMITTING, *OPPOSING) and pays_back(reading, root):
        return "threaten"  # "they will pay for it"
    if content and _is_of_others(reading, content[0], ranked[0]):
        # "The rebels threatened him", "we were promised peace".
        return "accuse" if ranked[0] == "threaten" else "assert"
    if ranked[0] == "promise" and source and root is not None and is_of_another_state(reading, source, root):
        # "Peru would break the law", said in Chile.
        ranked = [force for force in ranked if force not in COMMITTING]
    if cue and _calls(reading, cue):
        ranked = [force for force in ranked if force not in (*ASKING, *COMMITTING)]
    told = f"{reading.string(cue) if cue else ''} {said}"
    if ranked[0] in ("agree", "question") and not _may_be(reading, ranked[0], cue, told, content):
        return "assert"
    force = cast(Force, next((force for force in ranked if _may_be(reading, force, cue, told, content)), "assert"))
    return _by_what_is_told(reading, cue, source, content, force, ranked)


def _by_what_is_told(
    reading: Reading,
    cue: Words | None,
    source: Words | None,
    content: Sequence[Span],
    force: Force,
    ranked: Sequence[str],
) -> Force:
    """A force, or the one that the clause of what is said, or the verb of saying, tells instead."""
    if force == "criticize" and any(names_wrong(reading, reading.within(span)) for span in content):
        return "accuse"  # "the raid was a {violation} of our waters"
    if force in ("assert", "criticize") and cue and is_naming(reading, cue):
        called = (i for span in content for i in range(*reading.within(span)))
        if calls_false(reading, head(reading, cue), called):
            return "deny"  # "called the rumour a hoax"
    force = _by_clause(reading, source, content[0], force, ranked) if content else force
    root = _root(reading, content[0]) if content else None
    if force == "accuse" and content and _is_taken(reading, content[0]):
        return "assert"  # "his client had been arrested"
    if force == "assert" and source and root is not None and is_force_of_another_state(reading, source, root):
        return "accuse"  # "Togo has shelled a town", said in Benin
    return (_shared(reading, cue) if force == "assert" and cue else None) or force


def _shared(reading: Reading, cue: Words) -> Force | None:
    """The force that what is said takes from the deed of which it tells more: "hit back, {saying} it had erred"."""
    verb = head(reading, cue)
    if reading.relation[verb] != "advcl" or not valency.is_word("putting so", reading, verb):
        return None
    over = reading.head[verb]
    words = f"{reading.word(over)}_{reading.word(over + 1)}" if over + 1 < len(reading) else ""
    force = cue_force(words.lower()) or cue_force(reading.word(over))
    return force if force in ("criticize", "praise") and not modality.negated_verb(reading, over) else None


def _is_taken(reading: Reading, content: Span) -> bool:
    """Whether what is said is that the law took somebody, which blames nobody: "{was arrested} at home"."""
    verb = _root(reading, content)
    if verb is None or not valency.has(reading, verb, "nsubj:pass") or valency.has(reading, verb, "obl:agent"):
        return False
    return valency.is_one_of("arresting", reading, verb)


def _calls(reading: Reading, cue: Words) -> bool:
    """Whether by a cue somebody calls a thing something, and asks for nothing: "{called} it a test"."""
    verb = head(reading, cue)
    return valency.is_one_of("calling", reading, verb) and valency.has(reading, verb, "obj")


def _by_clause(reading: Reading, source: Words | None, content: Span, force: Force, ranked: Sequence[str]) -> Force:
    """The force by the clause of what is said, where it seems but to be held to be so, or not: "it was {a farce}"
    blames, "{leave} them alone" bids, "{we will begin} on Monday" makes known."""
    if force not in ("assert", *OPPOSING):
        return force
    judged = _by_predicate(reading, content)
    if judged is not None and (force == "assert" or _is_negated(reading, content)):
        return judged  # "it is not fair" denies nothing
    wanted: tuple[Force, ...] = ()
    if force == "assert" and _opens_imperative(reading, content):
        wanted = ASKING
    elif force == "assert" and _is_own_future(reading, source, content):
        wanted = DISCLOSING
    return next((one for one in ranked if one in wanted), force)


def _is_own_future(reading: Reading, source: Words | None, content: Span) -> bool:
    """Whether what is said is what the speaker or his body is going to do: "{we will begin} on Monday", "the
    {ministry} would pay for it"."""
    verb = _root(reading, content)
    if verb is None or reading.pos[verb] != "VERB" or modality.negated_verb(reading, verb):
        return False
    if modality.perfect(reading, verb) or valency.is_one_of("posting", reading, verb):
        return False  # "the firm will post a loss"
    helpers = valency.forms(reading, verb, "aux")
    doer = next(valency.parts(reading, verb, "nsubj"), None)
    if doer is not None and reading.word(doer).lower() in ("i", "we", "he", "she"):
        return not _COMING.isdisjoint(helpers)
    coming = not helpers.isdisjoint(_COMING | {"would"})
    return coming and doer is not None and _is_own_body(reading, source, doer)


def _is_own_body(reading: Reading, source: Words | None, word: int) -> bool:
    """Whether a word means those for whom somebody may speak: "{her members}", "the {government}" where a minister or
    somebody not described says so."""
    if whom.is_thing(reading, word) or reading.pos[word] != "NOUN":
        return False
    if not _OWN.isdisjoint(valency.forms(reading, word, "nmod:poss")):
        return any(valency.is_one_of(use, reading, word) for use in ("spoken for", "own people"))
    described = [reading.word(i).lower() for i in range(*source or (0, 0)) if reading.pos[i] == "NOUN"]
    speaks = not described or any(one in lexicon.speaking_words("office") for one in described)
    return speaks and valency.is_one_of("spoken for", reading, word) and "the" in valency.forms(reading, word, "det")


def _is_negated(reading: Reading, content: Span) -> bool:
    """Whether the verb of what is said is negated."""
    verb = _root(reading, content)
    return verb is not None and modality.negated_verb(reading, verb)


def _by_predicate(reading: Reading, content: Span) -> Force | None:
    """The force that what is said has by its predicate alone: "it was {a farce}"."""
    root = _root(reading, content)
    return None if root is None else verdict(reading, reading.within(content), root)


def _may_be(reading: Reading, force: str, cue: Words | None, told: str, content: Sequence[Span]) -> bool:
    """Whether what is told, cue and content, has a word without which it has not this force: nothing is denied without
    a word that says no, promised without one of what is to come, demanded without one of what is to be done."""
    if force == "deny":
        return _may_deny(told)
    words = set(_WORD.findall(told.lower().replace("’", "'")))
    if force in COMMITTING:
        return _has(words, "to-come")
    if force == "demand":
        to_do = _TO_DO.match(reading.text, content[0][0], content[-1][1]) if content else None
        told_ahead = set(_WORD.findall(to_do[0].lower())) & modality.REFUSING if to_do else set()
        bids = (to_do is not None and not told_ahead) or (bool(content) and _is_imperative(reading, content[0]))
        return bids or _BIDDING.search(told) is not None or _has(words, "to-be-done")
    if force == "agree":
        return _has(words, "agreed-to")
    if force == "reject":
        return not (content and _is_undone(reading, content[0]))
    if force == "question":
        return (cue is not None and _asks(reading, cue)) or "?" in words or _has(words, "in-doubt")
    return True


def _asks(reading: Reading, cue: Words) -> bool:
    """Whether a cue has a verb of asking, to know or for something: "{asked} him to leave", not "{questioned} their
    right to vote"."""
    return any(valency.is_one_of("asking", reading, i) for i in range(*cue))


def _has(words: set[str], use: str) -> bool:
    """Whether one of the words, in any form, is one of those of a use of function_words.tsv."""
    wanted = lexicon.function_words(use)
    parts = {"'" + word.partition("'")[2] for word in words} | {word.partition("'")[0] for word in words}
    return any(not wanted.isdisjoint((word, *lexicon.lemmas(word))) for word in words | parts)


def _root(reading: Reading, content: Span) -> int | None:
    """The verb of what is said."""
    words = range(bisect_left(reading.starts, content[0]), bisect_left(reading.starts, content[1]))
    return next((i for i in words if reading.head[i] not in words or reading.head[i] == i), None)


def _refuses(reading: Reading, content: Span) -> bool:
    """Whether somebody says of himself or of his that he will not do something: "{it would never} sell"."""
    verb = _root(reading, content)
    if verb is None or reading.pos[verb] != "VERB" or not modality.negated_verb(reading, verb):
        return False
    helpers = {reading.word(i).lower() for i in valency.parts(reading, verb, "aux", "aux:pass", "cop")}
    doer = next(iter(valency.parts(reading, verb, "nsubj")), None)
    if doer is None or helpers.isdisjoint(modality.REFUSING) or not helpers <= modality.REFUSING | {"n't"}:
        return False
    owners = (reading.word(i).lower() for i in valency.parts(reading, doer, "nmod:poss"))
    return reading.word(doer).lower() in HIM | {"i", "we"} or not _OWN.isdisjoint(owners)


def _withholds_consent(reading: Reading, content: Span) -> bool:
    """Whether somebody says of himself that he does not or cannot go along with a thing: "{we cannot accept} that"."""
    verb = _root(reading, content)
    if verb is None or not valency.is_one_of("consenting", reading, verb) or not valency.is_bare(reading, verb):
        return False
    own = not {"i", "we", "he", "she", "it", "they"}.isdisjoint(valency.forms(reading, verb, "nsubj"))
    return own and modality.negated_verb(reading, verb)


def _is_undone(reading: Reading, content: Span) -> bool:
    """Whether what is said is that something has not been done or is not being done, by which nothing is refused: "it
    {had not paid}", "they are not {looking} into it", "there {had been} no plan"."""
    verb = _root(reading, content)
    if verb is None:
        return False
    if modality.perfect(reading, verb):
        return modality.negated_verb(reading, verb) or valency.has(reading, verb, "expl")
    word, helpers = reading.word(verb).lower(), valency.forms(reading, verb, "aux")
    goes_on = word.endswith("ing") and word not in modality.GOING and not helpers.isdisjoint(_BEING)
    return goes_on and modality.negated_verb(reading, verb) and not modality.future(reading, verb)


def _is_of_others(reading: Reading, content: Span, force: str) -> bool:
    """Whether what is said is that others promised or threatened something: "the rebels {threatened} him"."""
    verb = _root(reading, content)
    if verb is None or force not in COMMITTING or cue_force(reading.word(verb)) != force:
        return False
    if any(reading.word(i).lower() in modality.REFUSING for i in valency.parts(reading, verb, "aux")):
        return False  # "the ministry would pledge more"
    doer = next(iter(valency.parts(reading, verb, "nsubj")), None)
    passive = valency.has(reading, verb, "aux:pass", "nsubj:pass")
    return passive or (doer is not None and reading.word(doer).lower() not in HIM | {"i", "we"})


def _is_imperative(reading: Reading, content: Span) -> bool:
    """Whether what is said bids somebody do something: "{Leave} them alone"."""
    verb = _root(reading, content)
    if verb is None or reading.pos[verb] != "VERB" or valency.has(reading, verb, *valency.SUBJECTS, "aux", "mark"):
        return False
    return valency.is_bare(reading, verb)


def _opens_imperative(reading: Reading, content: Span) -> bool:
    """Whether what is said opens by bidding somebody do something: "{Leave} them alone", but not "{Win}? Never"."""
    first, last = reading.within(content)
    while first < last and valency.is_word("bidding-softly", reading, first):
        first += 1
    behind = min(first + 1, last - 1)
    alone = reading.pos[behind] == "PUNCT" or behind == first
    return first < last and not alone and _root(reading, content) == first and _is_imperative(reading, content)


def _is_claim_called_false(reading: Reading, content: Span) -> bool:
    """Whether what is said is that what others claim is not so: "the {charges} were {propaganda}"."""
    predicate = _root(reading, content)
    if predicate is None or not valency.has(reading, predicate, "cop") or modality.negated_verb(reading, predicate):
        return False
    claims = lexicon.denial_words("claim")
    about = [
        form for i in valency.parts(reading, predicate, "nsubj") for form in lexicon.lemmas(reading.word(i).lower())
    ]
    false = lexicon.denial_words("false").intersection(lexicon.lemmas(reading.word(predicate).lower()))
    return bool(false) and not claims.isdisjoint(about)


def _by_saying_so(reading: Reading, source: Words | None, content: Span) -> Force | None:
    """The force of what the speaker does by saying so: "we condemn", that "it welcomed the release", that "Russia is
    worried" where a Russian says it. None where nothing of the kind is done, is not done, or was done before."""
    words = range(bisect_left(reading.starts, content[0]), bisect_left(reading.starts, content[1]))
    verb = next((i for i in words if reading.head[i] not in words or reading.head[i] == i), None)
    if verb is None or reading.pos[verb] in ("NOUN", "PROPN"):
        return None
    force = cue_force(reading.word(verb))
    below = [i for i in words if reading.head[i] == verb and i != verb]
    doer = next((i for i in below if reading.relation[i] == "nsubj"), None)
    undone = _NOT.intersection(reading.word(i).lower() for i in below)
    if force not in ATTITUDES or undone or doer is None or doer > verb:
        return None
    with_verb = {reading.word(i).lower().replace("’", "'") for i in below if reading.relation[i] in ("aux", "cop")}
    # "are worried", "am supporting"; but "was denied" is done to somebody.
    may_be = reading.pos[verb] == "ADJ" or force == "concern" or reading.word(verb).lower().endswith("ing")
    if not with_verb <= (_DOING | _BEING if may_be else _DOING):
        return None
    who = reading.word(doer).lower()
    if who in ("i", "we"):  # "I welcomed him" is told
        told = not with_verb and lexicon.lemmas(reading.word(verb).lower())[0] != reading.word(verb).lower()
        return None if told else force
    if who in HIM and reading.text[content[0] - 1 : content[0]] in _MARKS:
        return None  # "“She asked me,” he said": she did
    if who in HIM or (source and states(reading, named_by(reading, doer)) & states(reading, source)):
        return force
    return None


def _of_uttered(reading: Reading, cue: Words, content: Span) -> Force | None:
    """The force of a noun that a verb tells somebody to have put into words: "voiced {alarm}"."""
    noun = _root(reading, content)
    uttered = valency.is_one_of("uttering", reading, head(reading, cue))
    return cue_force(reading.word(noun)) if uttered and noun is not None and reading.pos[noun] == "NOUN" else None


def _indicts(reading: Reading, source: Words) -> bool:
    """Whether who speaks is a paper that accuses by what it says: "the indictment", "the charge sheet"."""
    words = [reading.word(i).lower() for i in range(*source)]
    pairs = [f"{one}_{other}" for one, other in pairwise(words)]
    return not lexicon.function_words("indicting").isdisjoint((*words, *pairs))


def _is_for_something(reading: Reading, cue: Words, said: str) -> bool:
    """Whether what is asked is to be given something, and not to be told: "asked {for} a report"."""
    to_know = lexicon.function_words("asked-to-know").isdisjoint(_WORD.findall(said.lower()))
    return to_know and "?" not in said and valency.governed(reading, head(reading, cue), "for") is not None


def _is_to_do(text: str, cued: int, content: Sequence[Span]) -> bool:
    """Whether what is said follows its cue, which ends at `cued`, and is something that somebody is to do."""
    return bool(content) and cued <= content[0][0] and _TO_DO.match(text, cued, content[-1][1]) is not None


def _is_claimed(said: str) -> bool:
    """Whether what is said opens with a noun for what is claimed."""
    opening = _WORD.findall(said.lower())[:CLAIMED]
    claims = lexicon.denial_words("claim")
    return any(not claims.isdisjoint((word, *lexicon.lemmas(word))) for word in opening)


def _of_claim(reading: Reading, cue: Words) -> bool:
    """Whether it is a claim that is rejected, though what is said begins behind it: "rejected {allegations} by the
    union that it had paid"."""
    behind = range(cue[1], len(reading))
    objects = [i for i in behind if reading.head[i] in range(*cue) and reading.relation[i] == "obj"]
    return any(_is_claimed(reading.word(i)) for i in (*range(*cue), *objects))


def _is_asked(text: str, content: Sequence[Span]) -> bool:
    """Whether what is said is one sentence, and that a question."""
    last = content[-1][1] if content else 0
    marks = text[last - 1 : last + 1]
    return "?" in marks and not any(mark in text[a : last - 1] for a, _ in content[:1] for mark in ".!?")


def _may_deny(told: str) -> bool:
    """Whether a word says that something is not so: without one nothing is denied."""
    # Who says of another that he lied accuses him.
    written = set(_WORD.findall(told.lower().replace("’", "'"))) - lexicon.function_words("lying")
    words = {form for word in written for form in (word, *lexicon.lemmas(word))}
    return "n't" in told.replace("’", "'") or any(not words.isdisjoint(lexicon.denial_words(use)) for use in DENYING)


def _of_cue(reading: Reading, cue: Words) -> Force | None:
    """The force that the words of a cue give, one alone or with the next ("called on"); None of a negated one."""
    words = [reading.word(i).lower() for i in range(cue[0], min(cue[1] + 1, len(reading)))]
    told, after = words[: cue[1] - cue[0]], [*words[1:], ""]
    if _NOT.intersection(told):
        return None
    if modality.negated_verb(reading, head(reading, cue)) and not has_force(told, *OPPOSING):
        return None
    found = (cue_force(f"{word}_{following}") or cue_force(word) for word, following in zip(told, after, strict=False))
    return next(filter(None, found), None)


def features(cue: str, said: str) -> dict[str, float]:
    """The words and pairs of words of a content, of its opening, and of a cue, with how much each counts: those of a
    long content less."""
    words, cue_words = (_WORD.findall(text.lower().replace("’", "'")) for text in (said, cue))
    told = [f"w {word}" for word in words] + [f"w {one} {other}" for one, other in pairwise(words)]
    rest = ["^ " + " ".join(words[:k]) for k in range(1, min(OPENING, len(words)) + 1)]
    rest += [f"c {word}" for word in cue_words] + [f"c {one} {other}" for one, other in pairwise(cue_words)]
    each = 2 / math.sqrt(max(len(set(told)), 1))
    return dict.fromkeys(rest, 0.5) | dict.fromkeys(told, each)


@lru_cache(maxsize=1)
def _weights() -> Mapping[str, tuple[float, ...]]:
    """For each feature its weight for each force, in the order of FORCES; "" always counts. See training/forces.py."""
    out: dict[str, tuple[float, ...]] = {}
    for line in files("sayso.reader").joinpath("weights/forces.tsv").read_text("utf-8").splitlines():
        feature, weights = line.split("\t")
        out[feature] = tuple(int(weight) / 100 for weight in weights.split())
    return out


def word_scores(cue: str, said: str) -> list[float]:
    """The logarithm of each force's probability by the words alone, in the order of FORCES."""
    weights = _weights()
    scores = list(weights[""])
    for feature, amount in features(cue, said).items():
        if known := weights.get(feature):
            scores = [score + amount * weight for score, weight in zip(scores, known, strict=True)]
    highest = max(scores)
    total = highest + math.log(sum(math.exp(score - highest) for score in scores))
    return [score - total for score in scores]
