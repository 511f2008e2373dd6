"""Against whose claims does a denial stand?"""

from __future__ import annotations

from sayso.account.disputed import claim_owners
from sayso.account.disputed.accusations import put_accused, put_told_last
from sayso.account.disputed.claims import Claim
from sayso.account.disputed.counted import counts_people
from sayso.account.disputed.denials import Denial
from sayso.account.disputed.hearing import BEFORE, NAMED, Found, Hearing, Position
from sayso.account.disputed.like_claims import put_alike
from sayso.account.grammar import valency
from sayso.account.grammar.modality import future
from sayso.account.grammar.stems import is_one_of, stem, stems
from sayso.account.said.force_types import ASSERTING
from sayso.reader import Words

STOCK = 5  # letters in which a verb and the noun made of it begin


def denied(hearing: Hearing, denial: Denial) -> Found | None:
    """The dispute that a denial makes with those who say what it denies; None where nobody is found to."""
    n = denial.statement
    matter = hearing.claims.claim(n, denial.matter) if denial.matter else None
    span = hearing.reading.span(_with_noun(hearing, denial, matter) if matter else denial.claim.words)
    claimed, contested = Position(span), Position(hearing.told(n, denial.claim))
    contested.add(hearing.statements[n].speaker, n)
    about = [matter] if matter else []
    if denial.such:
        about, matter = _spoken_of(hearing, denial, claimed), None
    counts = matter is None and _is_of_figures(hearing, denial)
    if counts:
        about += _counted(hearing, denial, claimed)
    for k in claim_owners.nested(hearing, n) if denial.explicit and not denial.such else ():
        about = hearing.rest(claimed, k) + about
    about += claim_owners.put_owner(hearing, denial, claimed, told=matter is not None or bool(about))
    if matter is not None:
        about += put_alike(hearing, denial, matter, claimed, contested)
    sought = matter is None or denial.noun is not None or _says_so(hearing, n)
    if sought and not counts and not denial.such and not claimed.actors:
        about += put_accused(hearing, denial, matter, claimed)
    if denial.noun is not None and (matter is not None or (not claimed.actors and _alleges_guilt(hearing, denial))):
        claim_owners.put_hearsay(hearing, denial.noun, claimed)
        about = about or [denial.claim]
    if not claimed.actors and _denies_that(hearing, denial):
        about += put_told_last(hearing, denial, matter or denial.claim, claimed)
    claimed.actors = {actor: None for actor in claimed.actors if actor not in contested.actors}
    claimed.statements = {k: None for k in claimed.statements if hearing.statements[k].speaker in claimed.actors}
    if not claimed.actors or not about:
        return None
    if claimed.statements:
        claimed.span = hearing.said(next(iter(claimed.statements)))
    kind = "quantity" if counts else hearing.kind(about)
    return Found(
        claimed, contested, kind, hearing.issue(about, denial), about, vague=denial.matter is None, such=denial.such
    )


def _denies_that(hearing: Hearing, denial: Denial) -> bool:
    """Whether a denial says what is denied, and does not call it anything: "{denied} that it leaked", "it had {no}
    plan"."""
    said = denial.noun is None and not denial.plea and not denial.grounds
    return said and (denial.explicit or _says_so(hearing, denial.statement))


def _says_so(hearing: Hearing, n: int) -> bool:
    """Whether a statement is one that denies by its cue or its force."""
    return bool(hearing.denials.cue(n) & stems("deny")) or hearing.statements[n].force == "deny"


def _alleges_guilt(hearing: Hearing, denial: Denial) -> bool:
    """Whether what is alleged is told to be guilt, of whatever: "rejected allegations of {wrongdoing}"."""
    guilt = (i for i in hearing.claims.children[denial.noun or 0] if i > (denial.noun or 0))
    return any(stem(hearing.reading.word(i)) in stems("charged") for i in guilt)


def _is_of_figures(hearing: Hearing, denial: Denial) -> bool:
    """Whether figures are denied: "disputed the {toll}"."""
    return denial.noun is not None and stem(hearing.reading.word(denial.noun)) in stems("counted")


def _with_noun(hearing: Hearing, denial: Denial, matter: Claim) -> Words:
    """The words of a matter, with the noun for the claim, without which they say nothing: "{her version} of events"."""
    reading, noun = hearing.reading, denial.noun
    if noun is None or noun >= matter.words[0] or reading.pos[matter.words[0]] != "ADP":
        return matter.words
    mention = reading.mentions.get(noun)
    return (mention.words[0] if mention else noun), matter.words[1]


def _counted(hearing: Hearing, denial: Denial, claimed: Position) -> list[Claim]:
    """Whose figures are meant by "the figures", "that toll": the last given by another of people whom something
    befell."""
    n = denial.statement
    for k in hearing.before(hearing.places[n], NAMED):
        other = hearing.statements[k]
        if hearing.opposed(hearing.statements[n].speaker, other.speaker) and other.force in ASSERTING:
            for claim in hearing.claims.of[k]:
                if counts_people(hearing, claim):
                    claimed.add(other.speaker, k)
                    return [claim]
    return []


def _spoken_of(hearing: Hearing, denial: Denial, claimed: Position) -> list[Claim]:
    """What another says just before, or after, of that which somebody says there is not: "no such {order}"."""
    n, what = denial.statement, denial.matter and hearing.claims.term(denial.matter[1] - 1)
    verb = hearing.reading.head[denial.matter[1] - 1] if denial.matter else denial.claim.words[0]
    seen = is_one_of("be_there", hearing.reading.word(verb))
    there = seen or hearing.reading.word(denial.claim.words[0]).lower() == "there"
    such = _names_such(hearing, denial)
    tells_deed = denial.matter is not None and hearing.claims.tells_deed(denial.matter[1] - 1)
    is_deed = tells_deed or not there
    just_before = seen and not (such or tells_deed)
    near = hearing.before(hearing.places[n], BEFORE) if just_before else hearing.around(n, NAMED, 1)
    for k in near if what else ():
        other = hearing.statements[k]
        if not hearing.opposed(hearing.statements[n].speaker, other.speaker):
            continue
        if other.force not in ASSERTING and not (such and other.force == "deny"):
            continue
        for claim in hearing.claims.of[k]:
            told = _names(hearing, claim, what, such=such) or _assails(hearing, denial, claim)
            told = told or _kills(hearing, denial, claim)
            negated = hearing.denials.negated(claim) and not such
            if not told or negated or hearing.overlap(n, k) or _of_another(hearing, denial, claim):
                continue
            if _is_ahead(hearing, claim) or _has_ceased(hearing, claim):
                continue
            if is_deed or what not in claim.terms or _tells_of_one(hearing, claim, what):
                claimed.add(other.speaker, k)
                return [claim]
    return []


def _names(hearing: Hearing, claim: Claim, what: str | None, *, such: bool) -> bool:
    """Whether a claim names a thing, and not as what there was none of: "a {test} had shown no alcohol". such: whatever
    it says of it."""
    negated = hearing.claims.negated_words(claim)
    terms = ((i, hearing.claims.term(i)) for i in range(*claim.words))
    things = [i for i, term in terms if term == what or (such and _of_one_stock(term, what))]
    none = (hearing.reading.word(k).lower() == "no" for i in things for k in hearing.claims.children[i])
    return bool(things) and not any(none) and (such or any(i not in negated for i in things))


def _of_one_stock(one: str | None, other: str | None) -> bool:
    """Whether two terms are a verb and the noun made of it: "{approved}" it, no such "{approval}"."""
    return bool(one and other) and len(one or "") >= STOCK and (one or "")[:STOCK] == (other or "")[:STOCK]


def _names_such(hearing: Hearing, denial: Denial) -> bool:
    """Whether what is said not to be is called what another spoke of, whatever was said of it: "no {such} test"."""
    if denial.matter is None:
        return False
    before = range(max(denial.claim.words[0], denial.matter[0] - 2), denial.matter[1])
    return any(hearing.reading.word(i).lower() == "such" for i in before)


def _assails(hearing: Hearing, denial: Denial, claim: Claim) -> bool:
    """Whether a claim right before tells of an attack, in whatever words, where somebody says that there was none:
    "{hackers} broke in", "there was no {attack}"."""
    apart = hearing.sentence(denial.statement) - hearing.reading.sentence[claim.words[0]]
    thing = denial.matter[1] - 1 if denial.matter else denial.claim.words[0]
    if not 0 <= apart <= 1 or not hearing.denials.assails(thing):
        return False
    return any(hearing.denials.assails(i) for i in range(*claim.words))


def _kills(hearing: Hearing, denial: Denial, claim: Claim) -> bool:
    """Whether a claim shortly before tells that somebody was killed, where another found no dead: "killing four",
    "there were no {bodies}"."""
    apart = hearing.sentence(denial.statement) - hearing.reading.sentence[claim.words[0]]
    thing = denial.matter[1] - 1 if denial.matter else denial.claim.words[0]
    if not 0 <= apart <= BEFORE or not is_one_of("remains", hearing.reading.word(thing)):
        return False
    return any(valency.is_one_of("killing", hearing.reading, i) for i in range(*claim.words))


def _is_ahead(hearing: Hearing, claim: Claim) -> bool:
    """Whether a claim tells of what was still to come when it was made: "a truce {would} begin"."""
    reading, root = hearing.reading, hearing.claims.root(claim.words)
    if any(is_one_of("ahead", reading.word(i)) for i in range(*claim.words)):
        return True
    return future(reading, root) or any(reading.word(i).lower() == "would" for i in valency.parts(reading, root, "aux"))


def _has_ceased(hearing: Hearing, claim: Claim) -> bool:
    """Whether a claim tells that something is no more: "ships have {stopped} trading", "there was no shipping"."""
    return is_one_of("cease", hearing.reading.word(hearing.claims.root(claim.words)))


def _tells_of_one(hearing: Hearing, claim: Claim, what: str | None) -> bool:
    """Whether a claim says that there is something, and not merely something of it: "found {oil} on the river"."""
    reading = hearing.reading
    if any(reading.pos[i] == "VERB" and hearing.claims.term(i) == what for i in range(*claim.words)):
        return True  # "a drone {struck} the bus"
    things = (i for i in range(*claim.words) if reading.pos[i] == "NOUN" and hearing.claims.term(i) == what)
    return not all(_is_known(hearing, i) for i in things)


def _is_known(hearing: Hearing, noun: int) -> bool:
    """Whether a noun is for what is known, by its article or by whose it is: "{the} oil", "{its} oil"."""
    reading, before = hearing.reading, hearing.claims.children[noun]
    articles = (k for k in before if reading.relation[k] == "det")
    owned = any(reading.relation[k] == "nmod:poss" for k in before)
    return owned or any(valency.is_word("definite", reading, k) for k in articles)


def _of_another(hearing: Hearing, denial: Denial, claim: Claim) -> bool:
    """Whether a claim tells that somebody else used, or did, what is said not to have been used: "the rebels shot
    two"; that something did it, "a drone had struck", tells of nobody else."""
    reading, root = hearing.reading, hearing.claims.root(claim.words)
    verb = hearing.claims.root(denial.claim.words)
    doers = [*valency.parts(reading, root, "nsubj", "obl:agent")]
    did = stem(reading.word(verb)) in stems("do_it") and hearing.actor_at(doers) is not None
    if not (valency.is_one_of("using", reading, verb) or did) or not doers:
        return False
    return not claim.about & hearing.names(hearing.statements[denial.statement].speaker or "")
