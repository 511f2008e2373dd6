"""Positions that exclude each other by what they say of one thing: contrary words for it, rival doers, rival causes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain, pairwise
from typing import cast

from sayso import lexicon
from sayso.account.disputed.claims import Claim
from sayso.account.disputed.contrasts import at_other_times, elsewhere, has_word
from sayso.account.disputed.hearing import Found, Hearing, Position
from sayso.account.grammar import valency
from sayso.account.grammar.stems import forms, stem, stems
from sayso.model import DisputeKind, Force
from sayso.reader import Reading

ROOT = 5  # letters that a verb and its noun have in common, at least
GERUND = 2  # words before a deed of which one is "of": "of {illegally} cutting the cable"
WON = "won"  # what one alone can have done, if it was one vote
FIRST = "first"  # what was done first, whatever it was, was done by one alone
PERSONS = ("he", "she", "him", "her")
AROUND = 3  # words before and behind a cue in which "each" and "each other" stand
NEAR = 1  # sentences that two positions may be apart which are tied by what they speak of
FAR = 4  # and where both must name the matter: the vote
TELLING: tuple[Force, ...] = ("assert", "accuse", "announce", "criticize", "praise", "deny", "reject", "concern")


def _told(hearing: Hearing) -> list[Claim]:
    """The claims, in order, by which somebody says how things are."""
    of = hearing.statements
    return [
        claim
        for claim in hearing.claims.all
        if of[claim.statement].speaker and not claim.possible and not hearing.denials.negated(claim)
        if of[claim.statement].force in TELLING or hearing.denials.cue(claim.statement) & stems("call")
        if not hearing.text.is_heading(of[claim.statement].content[0][0])  # which the prose says again
    ]


def _pairs(hearing: Hearing, claims: list[Claim], far: int = NEAR) -> Iterator[tuple[Claim, Claim]]:
    """Claims near one another of two who may stand against each other. far: sentences that they may be apart."""
    sentence, of = hearing.reading.sentence, hearing.statements
    for at, other in enumerate(claims):
        for k in range(at - 1, -1, -1):
            one = claims[k]
            if sentence[other.words[0]] - sentence[one.words[0]] > far:
                break
            apart = not hearing.overlap(one.statement, other.statement)
            if apart and hearing.opposed(of[one.statement].speaker, of[other.statement].speaker):
                yield one, other


def _found(hearing: Hearing, one: Claim, other: Claim, kind: DisputeKind, issue: str) -> Found:
    claimed, contested = (Position(hearing.said(claim.statement)) for claim in (one, other))
    claimed.add(hearing.statements[one.statement].speaker, one.statement)
    contested.add(hearing.statements[other.statement].speaker, other.statement)
    return Found(claimed, contested, kind, issue, [one, other])


# --- contrary words --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Contrary:
    kind: DisputeKind
    words: frozenset[str]
    opposite: frozenset[str]
    needed: frozenset[str]  # each side must have one of these; empty: none
    confined: bool  # the first words contradict only where they are confined: "only tear gas"


@cache
def _contraries() -> tuple[_Contrary, ...]:
    def listed(words: str) -> frozenset[str]:
        return frozenset("_".join(map(stem, word.split("_"))) for word in words.split() if word != "-")

    return tuple(
        _Contrary(
            cast(DisputeKind, kind),
            listed(words.removeprefix("only ")),
            listed(opposite),
            listed(needed),
            words.startswith("only "),
        )
        for kind, words, opposite, needed in lexicon.rows("contraries.tsv", 4)
    )


@cache
def _pairs_listed() -> frozenset[str]:
    return frozenset(word for one in _contraries() for word in one.words | one.opposite if "_" in word)


def contraries(hearing: Hearing) -> Iterator[Found]:
    """Words that cannot both be said of one thing: "lawful" and "a violation", a depot and a school that were hit."""
    told = [(claim, _said(hearing, claim)) for claim in _told(hearing)]
    for contrary in _contraries():
        either = contrary.words | contrary.opposite
        claims = [claim for claim, said in told if either & said]
        for one, other in _pairs(hearing, claims, FAR if contrary.needed else NEAR):
            if _contradict(hearing, contrary, one, other) and not _is_another(hearing, one, other):
                yield _found(hearing, one, other, contrary.kind, hearing.issue([one, other]))
                break


def _is_another(hearing: Hearing, one: Claim, other: Claim) -> bool:
    """Whether two claims are of other days or of other things: "a gift", "{other} statues were stolen"."""
    others = lexicon.function_words("unlike")
    unlike = any(hearing.reading.word(i).lower() in others for i in range(*other.words))
    return unlike or at_other_times(hearing, one, other)


def _said(hearing: Hearing, claim: Claim) -> frozenset[str]:
    """The stems of what a claim says of its subject; of two words that are listed together, the pair."""
    words = [hearing.reading.word(i).lower() for i in range(*claim.words)]
    pairs = [f"{stem(one)}_{stem(other)}" for one, other in pairwise(words)]
    paired = [n for n, pair in enumerate(pairs) if pair in _pairs_listed()]
    apart = [word for n, word in enumerate(words) if n not in paired and n - 1 not in paired]
    said = frozenset(form for word in apart for form in forms(word)) - claim.about
    return said | {pairs[n] for n in paired}


def _contradict(hearing: Hearing, contrary: _Contrary, one: Claim, other: Claim) -> bool:
    words = [_said(hearing, claim) for claim in (one, other)]
    if one.negated or other.negated or not any(
        words[k] & contrary.words and words[1 - k] & contrary.opposite
        and (contrary.confined or not words[k] & contrary.opposite)  # "{fired} only into the air"
        and not words[1 - k] & contrary.words
        for k in (0, 1)
    ):  # fmt: skip
        return False
    either = contrary.words | contrary.opposite
    if contrary.confined:
        confining = one if words[0] & contrary.words else other
        apart = elsewhere(hearing, one, other) or _are_others(hearing, one, other)
        return has_word(hearing, confining, "only") and not apart
    if not contrary.needed:
        return _of_one_thing(hearing, one, other, either) or _goes_on_with(hearing, one, other)
    steps = hearing.sentence(other.statement) - hearing.sentence(one.statement)
    of_it = steps <= NEAR and _by_pronoun(hearing, other, ("it",))  # "the truce holds", "it was broken"
    has = [bool(contrary.needed & (said | claim.terms)) for said, claim in zip(words, (one, other), strict=True)]
    needed = has[0] and (has[1] or of_it)
    deeds = {stem(hearing.reading.word(hearing.claims.root(claim.words))) for claim in (one, other)}
    shared = {term for term in one.terms & other.terms if not term.startswith("=") and term not in deeds}
    told_of_oneself = hearing.of_own(one) != hearing.of_own(other)
    tied = of_it or told_of_oneself or bool(shared - either) or _by_pronoun(hearing, other, PERSONS)
    return needed and tied and not elsewhere(hearing, one, other)


def _are_others(hearing: Hearing, one: Claim, other: Claim) -> bool:
    """Whether two claims tell what men of two kinds did: "rebels fired", "the police fired only into the air"."""
    doers = (valency.subject(hearing.reading, hearing.claims.root(claim.words)) for claim in (one, other))
    actors = [None if doer is None else hearing.actor_at((doer,)) for doer in doers]
    sectors = {hearing.known[actor].sector if actor else None for actor in actors}
    return None not in sectors and len(sectors) > 1


def _of_one_thing(hearing: Hearing, one: Claim, other: Claim, beside: Iterable[str]) -> bool:
    """Whether two claims share a word other than some, or the second speaks by a pronoun of what the first does."""
    shared = {term for term in one.terms & other.terms if not term.startswith("=")}
    return bool(shared.difference(beside)) or _by_pronoun(hearing, other, ("it", "this", "them", *PERSONS))


def _goes_on_with(hearing: Hearing, one: Claim, other: Claim) -> bool:
    """Whether the second claim tells of somebody of whom the first tells, by the same noun: "shoved {a man}", "{the
    man} tripped"."""
    reading = hearing.reading
    subject = valency.subject(reading, hearing.claims.root(other.words))
    if not subject or reading.word(subject - 1).lower() not in lexicon.function_words("definite"):
        return False
    return any(reading.word(i).lower() == reading.word(subject).lower() for i in range(*one.words))


def _by_pronoun(hearing: Hearing, claim: Claim, pronouns: tuple[str, ...]) -> bool:
    """Whether a claim has one of some pronouns for its subject, or its object, by which it does not speak of whoever
    makes it: "{he} fell", "officers pushed {him}"."""
    reading, root = hearing.reading, hearing.claims.root(claim.words)
    parts = [claim.words[0], *valency.parts(reading, root, "nsubj", "nsubj:pass", "obj")]
    meant = [i for i in parts if reading.pos[i] == "PRON" and reading.word(i).lower() in pronouns]
    return any(not _means_speaker(hearing, claim, i) for i in meant)


def _means_speaker(hearing: Hearing, claim: Claim, pronoun: int) -> bool:
    """Whether a pronoun means whoever makes a claim; one in the words for him is of another: "an aide who saw {it} said
    {it} was real"."""
    statement, mention = hearing.statements[claim.statement], hearing.reading.mentions.get(pronoun)
    first, span = mention.antecedent if mention else None, statement.speaker_span
    if first is not None and span and hearing.reading.pos[first] == "PRON":
        a, b = hearing.reading.within(span)
        if a <= first < b and b - a > 1:
            return False
    return hearing.actor_at([pronoun]) == statement.speaker


def named_otherwise(hearing: Hearing) -> Iterator[Found]:
    """The dead, fighters by one account and by another none: "killed six militants", "the dead were farmers"."""
    told = _told(hearing)
    for one, other in _pairs(hearing, told, FAR):
        first, then = (_said(hearing, claim) for claim in (one, other))
        if not first & stems("slain") or first & stems("bystander") or not _slew_combatants(hearing, one):
            continue
        if then & stems("combatant") or not _are_bystanders(hearing, other):
            continue
        if not (elsewhere(hearing, one, other) or at_other_times(hearing, one, other)):
            yield _found(hearing, one, other, "characterization", hearing.issue([other]))
            return


def _slew_combatants(hearing: Hearing, claim: Claim) -> bool:
    """Whether a claim tells of fighters as the dead, and not as those who killed: "died when {gunmen} stormed the inn"
    tells of none that fell."""
    reading = hearing.reading

    def acts(i: int) -> bool:
        verb = reading.head[i]
        if reading.relation[i] == "nsubj":
            return reading.pos[verb] == "VERB" and not _is_one_of(hearing, verb, "slain")
        return reading.relation[i] == "obl:agent"

    fighters = (i for i in range(*claim.words) if _is_one_of(hearing, i, "combatant"))
    return any(not acts([i, *valency.joined(reading, i)][-1]) for i in fighters)


def _are_bystanders(hearing: Hearing, claim: Claim) -> bool:
    """Whether a claim says of the dead told of before that they were no fighters: "the dead were labourers"."""
    reading, root = hearing.reading, hearing.claims.root(claim.words)
    subject = next(valency.parts(reading, root, "nsubj"), None)
    if subject is None or not _is_one_of(hearing, root, "bystander") or not valency.has(reading, root, "cop"):
        return False
    words = range(claim.words[0], root)
    definite = lexicon.function_words("definite")
    slain = any(_is_one_of(hearing, i, "slain") for i in words)
    return slain and any(reading.word(i).lower() in definite for i in words)


def _is_one_of(hearing: Hearing, i: int, use: str) -> bool:
    """Whether a word is one of some use of denials.tsv in any form."""
    return not stems(use).isdisjoint(forms(hearing.reading.word(i)))


# --- rival doers -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Deed:
    """Who a claim says did what to what, in terms."""

    doer: frozenset[str]
    deed: str
    undergone: frozenset[str]
    named: bool  # the doer has a name
    counted: bool = False  # to whom it was done is told by their number
    known: bool = False  # it is a killing, by somebody in particular, of those told of before


def rival_actors(hearing: Hearing) -> Iterator[Found]:
    """One deed, and another said to have done it: "Norway says Sweden shot down the balloon. Sweden says …"."""
    told = _told(hearing)
    deeds = {id(claim): deed for claim in told if (deed := _deed(hearing, claim)) is not None}
    claims = [claim for claim in told if id(claim) in deeds]
    winners = [claim for claim in claims if deeds[id(claim)].deed == WON]
    apart = [pair for pair in _pairs(hearing, winners, FAR) if not elsewhere(hearing, *pair)]
    heard = set[tuple[int, int]]()
    for one, other in chain(_pairs(hearing, [claim for claim in claims if deeds[id(claim)].deed != WON]), apart):
        if _rivals(hearing, one, deeds[id(one)], other, deeds[id(other)]):
            yield _found(hearing, one, other, "actor", hearing.issue([one, other]))
            heard.add((id(one), id(other)))
    for one, other in _pairs(hearing, told):
        turned = _is_turned_round(hearing, one, other) or _is_turned_round(hearing, other, one)
        if turned and (id(one), id(other)) not in heard:
            yield _found(hearing, one, other, "actor", hearing.issue([one, other]))


def _is_turned_round(hearing: Hearing, claim: Claim, answer: Claim) -> bool:
    """Whether who is said to have done a thing says that it was the other who did it, in whatever words: "the union's
    men walked out", "it was {the company} that left"."""
    by = _cleft(hearing, answer)
    doer = valency.subject(hearing.reading, hearing.claims.root(claim.words))
    if by is None or doer is None:
        return False
    own, accuser = (hearing.names(hearing.statements[one.statement].speaker or "") for one in (answer, claim))
    phrase = [*range(claim.words[0], doer), *hearing.claims.under(doer)]
    laid, laid_back = (_terms(hearing, words) for words in (phrase, by[0]))
    return bool(laid & own and laid_back & accuser) and laid.isdisjoint(laid_back)


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
    first = any(hearing.reading.word(i).lower() == FIRST for i in below)
    if first and _is_one_of(hearing, deed, "strike"):
        return True
    return _is_one_of(hearing, deed, "begin") and any(_is_one_of(hearing, i, "fight") for i in parts)


def _won(hearing: Hearing, claim: Claim, verb: int, doer: Iterable[int] = ()) -> _Deed | None:
    """That somebody won what one alone wins: "he had {won} the vote", "she had been {re-elected}"."""
    reading, subject = hearing.reading, valency.subject(hearing.reading, verb)
    doer = [*doer] or ([] if subject is None else hearing.claims.under(subject))
    if not doer or not _is_one_of(hearing, verb, "won"):
        return None
    if any(not _is_one_of(hearing, i, "contest") for i in valency.parts(reading, verb, "obj")):
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


# --- each against the other ------------------------------------------------------------------------------------------


def mutual(hearing: Hearing) -> Iterator[Found]:
    """Two who accuse each other of one thing: "Chad and Togo blamed each other for it", "each accusing the other of
    firing first"."""
    for n, statement in enumerate(hearing.statements):
        if statement.force != "accuse" or statement.cue is None or not hearing.claims.of[n]:
            continue
        if not _is_mutual(hearing, n) or (two := _two(hearing, n)) is None:
            continue
        claim, small = hearing.claims.of[n][0], lexicon.denial_words("each_other")
        when = {i for time in hearing.reading.times for i in range(*time.words)}  # "each other {Friday} of firing"
        words = (i for i in range(*claim.words) if i not in when)
        what = next((i for i in words if hearing.reading.word(i).lower() not in small), claim.words[0])
        told = hearing.short(hearing.reading.span((what, claim.words[1])))
        one, other = (Position(hearing.said(n)) for _ in two)
        one.add(two[0], n)
        other.add(two[1], n)
        yield Found(one, other, "actor", f"which of the two is to blame: {told}", [claim])


def _is_mutual(hearing: Hearing, n: int) -> bool:
    """Whether what somebody accuses of is laid on "each other", on "the other" by each, or "traded"."""
    reading, cue = hearing.reading, hearing.statements[n].cue
    first, after = reading.within(cue) if cue else (0, 0)
    before = [reading.word(i).lower() for i in range(max(0, first - AROUND), first)]
    behind = " ".join(reading.word(i).lower() for i in range(after, min(after + AROUND, len(reading))))
    if any(stem(word) in stems("trade") for word in before[-1:]):
        return True  # "traded accusations"
    return behind.startswith(("each other", "one another")) or ("each" in before and behind.startswith("the other"))


def _two(hearing: Hearing, n: int) -> tuple[str, str] | None:
    """The two who speak: those of whom the group that speaks is, or who are joined in the words for it, or else the
    last two joined before them, in the same sentence or the one before: "between {Chad} and {Togo}, each accusing the
    other". By whom something was done are others, if any two are joined before, and neutral where they mediated:
    "talks between Chad and Togo, brokered by Oman and Qatar"."""
    members = hearing.members(hearing.statements[n].speaker)
    if len(members) == 2 and hearing.opposed(*members):
        return members[0], members[1]
    by: tuple[str, str] | None = None
    for i in _joined_before(hearing, n):
        one, other = (hearing.narrowest(k) or hearing.state(k) for k in (hearing.reading.head[i], i))
        if one and other and hearing.opposed(one, other):
            if (deed := _by(hearing.reading, i)) is None:
                return one, other
            if not valency.is_one_of("mediating", hearing.reading, deed):
                by = by or (one, other)
    return by or _both(hearing, hearing.statements[n].speaker)


def _both(hearing: Hearing, group: str | None) -> tuple[str, str] | None:
    """The two who are told of together, if they are actors by themselves: "{Chad} and {the rebels}"."""
    names = hearing.known[group].name.split(" and ") if group else []
    members = [one.id for name in names for one in hearing.actors if one.name == name]
    return (members[0], members[1]) if len(names) == len(members) == 2 else None


def _joined_before(hearing: Hearing, n: int) -> Iterator[int]:
    """The words joined to others by "and", back from a statement to the begin of the sentence before it."""
    reading = hearing.reading
    span = hearing.statements[n].speaker_span
    end = reading.within(span)[1] if span else hearing.places[n]
    for i in range(end - 1, -1, -1):
        if reading.sentence[hearing.places[n]] - reading.sentence[i] > 1:
            return
        if reading.relation[i] == "conj":
            yield i


def _by(reading: Reading, i: int) -> int | None:
    """The word for what was done by those of whom a word names the second."""
    before = (k for word in (reading.head[i], i) for k in valency.parts(reading, word, "case"))
    done = any(reading.word(k).lower() == "by" for k in before)
    return reading.head[reading.head[i]] if done else None


# --- rival causes ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Cause:
    effect: frozenset[str]
    cause: frozenset[str]


def rival_causes(hearing: Hearing) -> Iterator[Found]:
    """One thing that happened, and another reason given for it; or a reason, and rival explanations after it."""
    told = [(claim, cause) for claim in _told(hearing) if (cause := _cause(hearing, claim)) is not None]
    causes = {id(claim): cause for claim, cause in told}
    for one, other in _pairs(hearing, [claim for claim, _ in told]):
        a, b = causes[id(one)], causes[id(other)]
        if _one_effect(a.effect, b.effect) and not a.cause & b.cause:
            yield _found(hearing, one, other, "cause", f"why: {hearing.short(hearing.reading.span(one.words))}")
    yield from _explained_otherwise(hearing)


def _one_effect(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether all words of one effect are in the other, as a verb or as its noun: "derailed", "the derailment"."""
    fewer, more = sorted((a, b), key=len)
    return all(
        any(one == other or (min(len(one), len(other)) >= ROOT and (one.startswith(other) or other.startswith(one)))
            for other in more)
        for one in fewer
    )  # fmt: skip


def _cause(hearing: Hearing, claim: Claim) -> _Cause | None:
    """What a claim says came of what: "E because of C", "C caused E", "blamed E on C"."""
    words, blames = hearing.reading.word, bool(hearing.denials.cue(claim.statement) & stems("blame"))
    for i in range(*claim.words):
        word = words(i).lower()
        before, after = range(claim.words[0], i), range(i + 1, claim.words[1])
        if stem(word) in stems("because") or (blames and word in ("on", "to")):
            return _joined(hearing, before, after)
        if blames and word == "for":
            return _joined(hearing, after, before)
        if stem(word) in stems("bring_about") and hearing.reading.pos[i] == "VERB":
            passive = any(hearing.reading.relation[k] == "aux:pass" for k in hearing.claims.children[i])
            return _joined(hearing, before, after) if passive else _joined(hearing, after, before)
    return None


def _joined(hearing: Hearing, effect: Iterable[int], cause: Iterable[int]) -> _Cause | None:
    came, of = (frozenset(term for i in words if (term := hearing.claims.term(i))) for words in (effect, cause))
    return _Cause(came, of) if came and of else None


def _explained_otherwise(hearing: Hearing) -> Iterator[Found]:
    """A reason somebody gives, and rival explanations in the next sentence."""
    reading = hearing.reading
    rivals = {reading.sentence[i] for i in range(len(reading)) if _rival(hearing, i)}
    for n in hearing.order if rivals else ():
        cause = next((c for c in hearing.claims.of[n] if has_word(hearing, c, "cause")), None)
        if cause is None or hearing.statements[n].speaker is None:
            continue
        here = hearing.sentence(n)
        for k in hearing.order[bisect_right(hearing.order_places, hearing.places[n]) :]:
            if hearing.sentence(k) - here > 1:
                break
            if (
                hearing.sentence(k) in rivals
                and hearing.opposed(hearing.statements[n].speaker, hearing.statements[k].speaker)
                and len(hearing.claims.of[k][:1])
                and len(hearing.claims.of[k][0].terms) > 1
            ):
                claim = hearing.claims.of[k][0]
                claimed, contested = Position(reading.span(claim.words)), Position(reading.span(cause.words))
                claimed.add(hearing.statements[k].speaker, k)
                contested.add(hearing.statements[n].speaker, n)
                yield Found(
                    claimed, contested, "cause", f"why: {hearing.short(reading.span(cause.words))}", [cause, claim]
                )
                break


def _rival(hearing: Hearing, i: int) -> bool:
    """Whether a word tells of rival explanations: "theories", "conflicting accounts"."""
    word = hearing.reading.word(i).lower()
    if word not in lexicon.denial_words("rival"):
        return False
    if word in lexicon.denial_words("theory"):
        return True
    following = stem(hearing.reading.word(i + 1)) if i + 1 < len(hearing.reading) else ""
    return following in stems("claim") | stems("remark")
