"""One deed, and two who are each said to have done it, or to have done it first, or to have won."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from sayso import lexicon
from sayso.account.disputed.assertions import FAR, facing, set_against
from sayso.account.disputed.claims import Claim
from sayso.account.disputed.contrary_words import PERSONS
from sayso.account.disputed.contrasts import elsewhere
from sayso.account.disputed.hearing import Found, Hearing
from sayso.account.grammar import valency
from sayso.account.grammar.stems import is_one_of, stem, stems

GERUND = 2  # words before a deed of which one is "of": "of {illegally} cutting the cable"
WON = "won"  # what one alone can have done, if it was one vote
FIRST = "first"  # what was done first, whatever it was, was done by one alone


@dataclass(frozen=True, slots=True)
class _Deed:
    """Who a claim says did what to what, in terms."""

    doer: frozenset[str]
    deed: str
    undergone: frozenset[str]
    named: bool  # the doer has a name
    counted: bool = False  # to whom it was done is told by their number
    known: bool = False  # it is a killing, by somebody in particular, of those told of before


def rival_actors(hearing: Hearing, asserted: Sequence[Claim]) -> Iterator[Found]:
    """One deed, and another said to have done it: "Norway says Sweden shot down the balloon. Sweden says …"."""
    deeds = {claim: deed for claim in asserted if (deed := _deed(hearing, claim)) is not None}
    claims = [claim for claim in asserted if claim in deeds]
    winners = [claim for claim in claims if deeds[claim].deed == WON]
    apart = [pair for pair in facing(hearing, winners, FAR) if not elsewhere(hearing, *pair)]
    heard = set[tuple[Claim, Claim]]()
    for one, other in chain(facing(hearing, [claim for claim in claims if deeds[claim].deed != WON]), apart):
        if _rivals(hearing, one, deeds[one], other, deeds[other]):
            yield set_against(hearing, one, other, "actor", hearing.issue([one, other]))
            heard.add((one, other))
    for one, other in facing(hearing, asserted):
        turned = _is_turned_round(hearing, one, other) or _is_turned_round(hearing, other, one)
        turned = turned or _traded_blows(hearing, one, other) or _began_otherwise(hearing, one, other)
        if turned and (one, other) not in heard:
            yield set_against(hearing, one, other, "actor", hearing.issue([one, other]))


def _traded_blows(hearing: Hearing, one: Claim, other: Claim) -> bool:
    """Whether each of two says that the other's men struck, and one of them that these began, or that his own but
    answered: "{rebels} shelled the post", "{the army} opened fire and its men {returned} it"."""
    sides = [hearing.statements[claim.statement].speaker or "" for claim in (one, other)]
    laid = [_lays_blow_on(hearing, one, sides[1]), _lays_blow_on(hearing, other, sides[0])]
    if laid[0] and _is_laid_on_victims(hearing, one, other):
        return True
    if (laid[0] and _but_answered(hearing, other)) or (laid[1] and _but_answered(hearing, one)):
        return True
    return all(laid) and any(_tells_order(hearing, claim) for claim in (one, other))


def _began_otherwise(hearing: Hearing, one: Claim, other: Claim) -> bool:
    """Whether of two claims one tells who struck, and the other that somebody else began it: "{marchers} attacked
    officers", "the violence was started by {provocateurs}"."""
    deeds = [_deed(hearing, claim) for claim in (one, other)]
    first = [deed is not None and deed.deed == FIRST for deed in deeds]
    if first[0] == first[1]:
        return False
    beginner, struck = (deeds[0], other) if first[0] else (deeds[1], one)
    by = _strikers(hearing, struck)
    return bool(by) and beginner is not None and by.isdisjoint(beginner.doer)


def _is_laid_on_victims(hearing: Hearing, claim: Claim, answer: Claim) -> bool:
    """Whether an answer says that those struck who were told to be struck: "police shot at {marchers}", "the {marchers}
    attacked them"."""
    reading = hearing.reading
    struck = next((i for i in range(*claim.words) if reading.pos[i] == "VERB" and _strikes(hearing, i)), claim.words[1])
    victims = _terms(hearing, range(struck + 1, claim.words[1]))
    return not _strikers(hearing, answer).isdisjoint(victims)


def _strikers(hearing: Hearing, claim: Claim) -> frozenset[str]:
    """The terms of who strikes by the verb of a claim; none where nobody does."""
    root = hearing.claims.root(claim.words)
    doer = valency.subject(hearing.reading, root)
    return frozenset() if doer is None or not _strikes(hearing, root) else _terms(hearing, [doer])


def _lays_blow_on(hearing: Hearing, claim: Claim, accused: str) -> bool:
    """Whether a claim says that somebody's men struck."""
    reading, root = hearing.reading, hearing.claims.root(claim.words)
    names = hearing.names(accused)
    for verb in (root, *valency.parts(reading, root, "conj", "xcomp")):
        doer = valency.subject(reading, valency.controlling(reading, verb))
        by_them = doer is not None and not names.isdisjoint(_terms(hearing, hearing.claims.under(doer)))
        if by_them and claim.words[0] <= verb < claim.words[1] and _strikes(hearing, verb):
            return True
    nouns = (i for i in range(*claim.words) if reading.pos[i] == "NOUN" and is_one_of("assail", reading.word(i)))
    behind = (valency.doer_behind(reading, i) for i in nouns)  # "an {attack} by rebels"
    return any(i is not None and not names.isdisjoint(_terms(hearing, hearing.claims.under(i))) for i in behind)


def _but_answered(hearing: Hearing, claim: Claim) -> bool:
    """Whether somebody says that his own men struck back, and not first: "{its} men {returned} fire"."""
    words = [hearing.reading.word(i) for i in range(*claim.words)]
    struck = any(is_one_of(use, word) for word in words for use in ("strike", "assail", "fight"))
    own = hearing.of_own(claim) or claim.about & hearing.names(hearing.statements[claim.statement].speaker or "")
    return struck and bool(own) and any(is_one_of("answering", word) for word in words)


def _strikes(hearing: Hearing, verb: int) -> bool:
    """Whether a verb tells of a blow, by itself or by its object: "opened {fire}", "launched an {attack}"."""
    things = (verb, *valency.parts(hearing.reading, verb, "obj", "xcomp", "obl"))
    words = [hearing.reading.word(i) for i in things]
    return any(is_one_of(use, word) for word in words for use in ("strike", "assail", "fight"))


def _tells_order(hearing: Hearing, claim: Claim) -> bool:
    """Whether a claim tells who came first: "began", "first", "in answer to"."""
    words = [hearing.reading.word(i).lower() for i in range(*claim.words)]
    first = not lexicon.denial_words("first").isdisjoint(words)
    return first or any(is_one_of("begin", word) or is_one_of("answering", word) for word in words)


def _is_turned_round(hearing: Hearing, claim: Claim, answer: Claim) -> bool:
    """Whether who is said to have done a thing says that it was the other who did it, in whatever words: "the union's
    men walked out", "it was {the company} that left"."""
    by, emphatic = _cleft(hearing, answer), _themselves(hearing, answer)
    doer = valency.subject(hearing.reading, hearing.claims.root(claim.words))
    if emphatic and doer is not None and claim.words < answer.words:
        accused = hearing.claims.under(doer)
        own = hearing.names(hearing.statements[answer.statement].speaker or "")
        return bool(_terms(hearing, accused) & own) and _terms(hearing, emphatic).isdisjoint(own)
    if by is None or doer is None:
        return False
    own, accuser = (hearing.names(hearing.statements[one.statement].speaker or "") for one in (answer, claim))
    phrase = [*range(claim.words[0], doer), *hearing.claims.under(doer)]
    laid, laid_back = (_terms(hearing, words) for words in (phrase, by[0]))
    return bool(laid & own and laid_back & accuser) and laid.isdisjoint(laid_back)


def _themselves(hearing: Hearing, claim: Claim) -> range:
    """The words for those who a claim insists did it: "the fires were set by {the rebels} themselves"."""
    reading, (first, end) = hearing.reading, claim.words
    for i in range(first + 1, end):
        if valency.is_word("emphatic", reading, i) and reading.pos[i - 1] in ("NOUN", "PROPN"):
            begin = i - 1
            while begin > first and reading.pos[begin - 1] in ("DET", "NOUN", "PROPN", "ADJ"):
                begin -= 1
            return range(begin, i)
    return range(0)


def _cleft(hearing: Hearing, claim: Claim) -> tuple[range, int] | None:
    """Who it was that did something, with what he did, where a claim is put so: "it was {Chad} that {fired}"."""
    reading, (first, end) = hearing.reading, claim.words
    by = next((i for i in range(first, end) if reading.word(i).lower() in ("that", "who", "which")), end)
    named = next((i for i in range(first + 1, by) if reading.pos[i] in ("DET", "NOUN", "PROPN", "PRON", "ADJ")), by)
    opens = reading.word(first).lower() == "it" and all(reading.pos[i] == "AUX" for i in range(first + 1, named))
    verb = next((i for i in range(by, end) if reading.pos[i] == "VERB"), None)
    return (range(named, by), verb) if opens and first + 1 < named < by and verb is not None else None


def _terms(hearing: Hearing, words: Iterable[int]) -> frozenset[str]:
    """What words mean; where they are but a pronoun, by what he is known whom it means."""
    words = list(words)
    terms = frozenset(term for i in words if (term := hearing.claims.term(i)))
    actor = None if terms else hearing.actor_at(words)
    return hearing.names(actor) if actor else terms


def _rivals(hearing: Hearing, one: Claim, a: _Deed, other: Claim, b: _Deed) -> bool:
    """Whether two claims tell one deed of two doers: both named, or the second told by who is the first."""
    if a.deed != b.deed or a.doer & b.doer:
        return False
    accused = bool(a.doer & _whole_name(hearing, other))
    if a.doer & b.undergone and b.doer & a.undergone:
        return True  # "the police attacked the marchers", "the marchers attacked the police"
    if a.known and b.known and a.counted and b.counted and a.undergone == b.undergone:
        return True  # "the two were killed by a guard", "the two were shot by soldiers"
    if a.counted or b.counted:
        return accused  # who is accused of killing 22 says others killed them
    return (a.undergone <= b.undergone or b.undergone <= a.undergone) and (accused or (a.named and b.named))


def _whole_name(hearing: Hearing, claim: Claim) -> frozenset[str]:
    """All words of the name of whoever makes a claim, and what else he is known by."""
    speaker = hearing.statements[claim.statement].speaker or ""
    name = hearing.known[speaker].name if speaker in hearing.known else ""
    return hearing.names(speaker) | {stem(word) for word in name.split()} if speaker else frozenset()


def _deed(hearing: Hearing, claim: Claim) -> _Deed | None:
    reading, children = hearing.reading, hearing.claims.children
    if hearing.denials.cue(claim.statement) & stems("blame"):
        return _blamed(hearing, claim)
    if hearing.statements[claim.statement].force == "accuse" and (deed := _charged_with(hearing, claim)) is not None:
        return _did(hearing, range(claim.words[0], deed), deed)
    root = hearing.claims.root(claim.words)
    if (by := _cleft(hearing, claim)) is not None:
        return _won(hearing, claim, by[1], by[0]) or _did(hearing, *by)
    if reading.pos[root] != "VERB":
        return None
    if (won := _won(hearing, claim, root)) is not None:
        return won
    parts = {reading.relation[i]: i for i in children[root]}
    if "aux:pass" in parts or {"nsubj:pass", "obl:agent"} <= parts.keys():
        doer, undergone = parts.get("obl:agent"), parts.get("nsubj:pass")
        if doer is None or undergone is None:
            return None
        if is_one_of("begin", reading.word(root)) and is_one_of("fight", reading.word(undergone)):
            beginner = _terms(hearing, hearing.claims.under(doer))  # "the violence was {started} by them"
            return _Deed(beginner, FIRST, frozenset(), named=True) if beginner else None
        return _of(hearing, hearing.claims.under(doer), root, hearing.claims.under(undergone))
    return _did(hearing, hearing.claims.under(parts["nsubj"]), root) if "nsubj" in parts else None


def _charged_with(hearing: Hearing, claim: Claim) -> int | None:
    """The deed somebody is accused of: "Sweden of {cutting} the cable"."""
    reading = hearing.reading
    for i in range(claim.words[0] + 1, claim.words[1]):
        if reading.pos[i] == "VERB" and reading.word(i).endswith("ing"):
            before = [reading.word(k).lower() for k in range(max(claim.words[0], i - GERUND), i)]
            return i if "of" in before else None
    return None


def _did(hearing: Hearing, doer: Iterable[int], deed: int) -> _Deed | None:
    """The deed of a verb, to its object; or one done first, whatever to: "opened fire first"."""
    reading, children = hearing.reading, hearing.claims.children[deed]
    undergone = next((i for i in children if reading.relation[i] == "obj"), None)
    if _is_first_blow(hearing, deed):
        by = _terms(hearing, doer)
        return _Deed(by, FIRST, frozenset(), named=True) if by else None
    return None if undergone is None else _of(hearing, doer, deed, hearing.claims.under(undergone))


def _is_first_blow(hearing: Hearing, deed: int) -> bool:
    """Whether a verb tells who struck first: "{opened} fire first", "{threw} the first stones", "{started} the
    violence"."""
    parts = list(valency.parts(hearing.reading, deed, "obj", "xcomp", "advmod"))
    below = [deed, *parts, *(k for i in parts for k in hearing.claims.children[i])]
    first = any(hearing.reading.word(i).lower() in lexicon.denial_words("first") for i in below)
    if first and is_one_of("strike", hearing.reading.word(deed)):
        return True
    return is_one_of("begin", hearing.reading.word(deed)) and any(
        is_one_of("fight", hearing.reading.word(i)) for i in parts
    )


def _won(hearing: Hearing, claim: Claim, verb: int, doer: Iterable[int] = ()) -> _Deed | None:
    """That somebody won what one alone wins: "he had {won} the vote", "she had been {re-elected}"."""
    reading, subject = hearing.reading, valency.subject(hearing.reading, verb)
    doer = [*doer] or ([] if subject is None else hearing.claims.under(subject))
    if not doer or not is_one_of("won", hearing.reading.word(verb)):
        return None
    if any(not is_one_of("contest", hearing.reading.word(i)) for i in valency.parts(reading, verb, "obj")):
        return None
    by = _terms(hearing, doer)
    if not by and reading.word(doer[0]).lower() in PERSONS:
        by = hearing.names(hearing.statements[claim.statement].speaker or "")  # "Ann Lee said she had won"
    return _Deed(by, WON, frozenset(), named=True) if by else None


def _blamed(hearing: Hearing, claim: Claim) -> _Deed | None:
    """ "Blamed the rebels for the bombing of the market"."""
    at = next((i for i in range(*claim.words) if hearing.reading.word(i).lower() == "for"), None)
    if at is None or at + 1 >= claim.words[1]:
        return None
    deed = hearing.reading.head[at]
    if not at < deed < claim.words[1]:
        return None
    undergone = [i for i in hearing.claims.under(deed) if i > deed]
    return _of(hearing, range(claim.words[0], at), deed, undergone)


def _of(hearing: Hearing, doer: Iterable[int], deed: int, undergone: Iterable[int]) -> _Deed | None:
    """A deed, if doer and what it is done to are plain; what is counted may be another each time."""
    doer, undergone = list(doer), list(undergone)
    by, to = (_terms(hearing, words) for words in (doer, undergone))
    numbers = {word for i in undergone if lexicon.number_word(word := hearing.reading.word(i).lower())}
    to = to or frozenset(numbers)  # "the two"
    counted = bool(numbers) or any(hearing.reading.pos[i] == "NUM" for i in undergone)
    definite = any(
        hearing.reading.word(i).lower() in ("the", "this", "that") or hearing.reading.pos[i] in ("PROPN", "PRON")
        for i in undergone
    )
    if not by or not to or not (definite or counted):
        return None
    named = any(hearing.reading.pos[i] == "PROPN" for i in doer)
    killed = valency.is_one_of("killing", hearing.reading, deed) or valency.is_one_of("shooting", hearing.reading, deed)
    known = killed and definite and by.isdisjoint(stems("whoever"))
    what = "kill" if known else hearing.claims.term(deed) or stem(hearing.reading.word(deed))
    return _Deed(by, what, to, named, counted, known)
