"""Who says what is denied in much the same words, and who says the contrary?"""

from __future__ import annotations

from collections.abc import Iterable

from sayso import lexicon
from sayso.account.disputed.claims import Claim
from sayso.account.disputed.contrasts import at_other_places, at_other_times, of_other_deeds
from sayso.account.disputed.denials import Denial
from sayso.account.disputed.hearing import NAMED, Hearing, Position
from sayso.account.grammar import valency
from sayso.account.grammar.modality import future
from sayso.account.grammar.stems import is_one_of, stem, stems
from sayso.account.said.force_types import ASSERTING, BLAMING

# of the weight of a matter, how much the claim of another must share if it is denied in so many words
EXPLICIT = 0.34
GROUNDLESS = 0.4  # if there is said to be no ground for it
IMPLICIT = 0.5  # if it is only negated
SAME = 0.36  # for a further claim to be of the same matter
TOUCHED = 0.25  # the same where it shares words of subject and predicate both, and says little else


def put_alike(hearing: Hearing, denial: Denial, matter: Claim, claimed: Position, contested: Position) -> list[Claim]:
    """Puts those who say what is denied on one side, and those who say the contrary on the other."""
    speaker = hearing.statements[denial.statement].speaker
    # What is denied of a negated matter is its negation: "rumours that it did not fly are false" says that it flew.
    negated = matter.negated if denial.explicit else False
    about: list[Claim] = []
    for claim in hearing.claims.like(matter.terms, matter.words[0]):
        other = hearing.statements[claim.statement]
        if not _may_be_of(hearing, denial, matter, claim):
            continue
        if claim.negated == negated:
            opposed = hearing.opposed(speaker, other.speaker) and other.speaker not in contested.actors
            if opposed and _says_it(hearing, denial, matter, claim):
                claimed.add(other.speaker, claim.statement)
                about.append(claim)
        elif denial.explicit and other.speaker not in claimed.actors and _agrees(hearing, denial, matter, claim):
            contested.add(other.speaker, claim.statement)
            about.append(claim)
    return about


def _may_be_of(hearing: Hearing, denial: Denial, matter: Claim, claim: Claim) -> bool:
    """Whether a claim of somebody may be of the matter that is denied: told elsewhere, of no other time and doer."""
    n, k = denial.statement, claim.statement
    other = hearing.statements[k]
    if k == n or other.speaker is None or other.force not in ASSERTING or claim.possible:
        return False
    if hearing.overlap(n, k) or not hearing.together(n, k):
        return False
    if hearing.denials.contests(k) or at_other_times(hearing, matter, claim):
        return False
    if at_other_places(hearing, matter, claim):
        return False
    if not denial.explicit and _is_future(hearing, matter) != _is_future(hearing, claim):
        return False  # "will publish it in May", "is not publishing it"
    return not _is_of_others(hearing, matter, claim, hearing.statements[n].speaker) and not _befalls_doer(
        hearing, matter, claim
    )


def _is_future(hearing: Hearing, claim: Claim) -> bool:
    return future(hearing.reading, hearing.claims.root(claim.words))


def _says_it(hearing: Hearing, denial: Denial, matter: Claim, claim: Claim) -> bool:
    """Whether a claim says what is denied, in words enough that are the same."""
    floor = EXPLICIT if denial.explicit else GROUNDLESS if denial.grounds else IMPLICIT
    other = hearing.statements[claim.statement]
    if denial.grounds and other.force not in BLAMING:
        return False
    if _shared(hearing, denial, matter, claim, floor) < floor:
        laid = not denial.explicit and not denial.grounds and _lays_deed_on(hearing, denial, matter, claim)
        return laid or _tells_of_force(hearing, denial, matter, claim)
    return denial.explicit or denial.grounds or _same_deed(hearing, denial.claim, matter, claim)


def _agrees(hearing: Hearing, denial: Denial, matter: Claim, claim: Claim) -> bool:
    """Whether a claim says with a denial that the matter is not so."""
    likeness = _shared(hearing, denial, matter, claim, EXPLICIT)
    touched = claim.terms & matter.about and claim.terms & (matter.terms - matter.about)
    return likeness >= SAME or bool(touched and min(likeness, _likeness(hearing, claim, matter)) >= TOUCHED)


def _shared(hearing: Hearing, denial: Denial, matter: Claim, claim: Claim, least: float) -> float:
    """How much of what is denied a claim shares; no less than `least` where it lays the deed on whoever denies it."""
    likeness = _likeness(hearing, matter, claim)
    laid = denial.explicit and _lays_on(hearing, matter, claim, hearing.statements[denial.statement].speaker)
    laid = laid or (denial.explicit and _tells_of_them(hearing, denial, matter, claim))
    return max(likeness, least) if laid else likeness


def _tells_of_them(hearing: Hearing, denial: Denial, matter: Claim, claim: Claim) -> bool:
    """Whether right before a denial another tells of the same deed, and of a "they" that nobody else is: "{they}
    crossed into our land", "denied that its men had crossed the line"."""
    verbs = [hearing.claims.root(one.words) for one in (matter, claim)]
    deeds = [hearing.claims.term(verb) for verb in verbs]
    doer = valency.subject(hearing.reading, verbs[1])
    if doer is None or deeds[0] is None or deeds[0] != deeds[1] or hearing.reading.word(doer).lower() != "they":
        return False
    apart = hearing.sentence(denial.statement) - hearing.reading.sentence[claim.words[0]]
    return 0 <= apart <= 1 and hearing.actor_at([doer]) in (None, hearing.statements[denial.statement].speaker)


def _befalls_doer(hearing: Hearing, matter: Claim, claim: Claim) -> bool:
    """Whether a claim tells what was done to those of whom it is denied that they did another thing: "{soldiers}
    crossed the border", "two soldiers were killed on the border"."""
    verbs = [hearing.claims.root(one.words) for one in (matter, claim)]
    deeds = [hearing.claims.term(verb) for verb in verbs]
    if deeds[0] in claim.terms or deeds[1] in matter.terms or not matter.about & claim.about:
        return False
    return valency.has(hearing.reading, verbs[0], "nsubj") and valency.has(hearing.reading, verbs[1], "nsubj:pass")


def _is_of_others(hearing: Hearing, matter: Claim, claim: Claim, speaker: str | None) -> bool:
    """Whether somebody denies to have done a thing himself, and a claim names others who did: "Togo denied arming
    Chad", "both sides used arms"; or denies where his own were, and it tells of others there: "denied that {its men}
    were at the dam", "divers were at work at the dam"."""
    reading, own = hearing.reading, hearing.claims.root(matter.words)
    if reading.pos[own] != "VERB" and hearing.of_own(matter):
        return claim.about.isdisjoint(hearing.names(speaker or ""))
    if not reading.word(own).endswith("ing") or valency.has(reading, own, "nsubj"):
        return False
    root = hearing.claims.root(claim.words)
    if is_one_of("having", reading.word(root)):
        return False  # "nine people had gunshot wounds"
    doers = [i for i in valency.parts(reading, root, "nsubj") if reading.pos[i] in ("NOUN", "PROPN")]
    known = hearing.known.get(speaker or "")
    office = {stem(word) for word in (known.role or "").split()} if known else set()
    of_him = {t for i in doers for t in (hearing.claims.term(i),) if t} | claim.about
    return bool(doers) and of_him.isdisjoint(hearing.names(speaker or "") | office)


def _lays_on(hearing: Hearing, matter: Claim, claim: Claim, speaker: str | None) -> bool:
    """Whether a claim names the deed that somebody denies, and him or his office with it: of "denied that he had
    ordered it", "the order came from the minister's office"."""
    reading, actor = hearing.reading, hearing.known.get(speaker or "")
    deed = hearing.claims.term(hearing.claims.root(matter.words))
    if actor is None or not actor.role or deed not in claim.terms or matter.about:
        return False  # "denied that the army had ordered it" is no deed of his
    office = stem(actor.role.split()[-1])
    return any(stem(reading.word(i)) == office for i in range(*claim.words))


def _lays_deed_on(hearing: Hearing, denial: Denial, matter: Claim, claim: Claim) -> bool:
    """Whether a claim says of whoever merely negates a deed, or of those for whom he speaks, that they did it, to or
    with one thing that he tells of, too: "{the guards} had {sold} {bread}", "no guard ever sold them bread"."""
    speaker = hearing.statements[denial.statement].speaker or ""
    deeds = {hearing.claims.term(hearing.claims.root(one.words)) for one in (matter, claim)}
    apart = abs(hearing.sentence(denial.statement) - hearing.sentence(claim.statement))
    own = hearing.names(speaker)
    laid = bool(claim.about & own) and (bool(matter.about & own) or _is_of_own(hearing, denial, own))
    shared = (matter.terms & claim.terms) - deeds - matter.about - claim.about
    return len(deeds) == 1 and None not in deeds and laid and bool(shared) and apart <= NAMED


def _tells_of_force(hearing: Hearing, denial: Denial, matter: Claim, claim: Claim) -> bool:
    """Whether a claim tells, in whatever words, of the force that somebody denies was used, and lays it on nobody else:
    "denied firing on the crowd", "nine had {bullet} wounds"; it is not he who suffered it."""
    n, reading = denial.statement, hearing.reading
    force = matter.terms & claim.terms & stems("force")
    denies = denial.explicit or (hearing.statements[n].force == "deny" and _is_of_none(hearing, matter, force))
    if not force or not denies or of_other_deeds(hearing, matter, claim) or not _may_be_whom(hearing, matter, claim):
        return False
    root, own = hearing.claims.root(claim.words), hearing.names(hearing.statements[n].speaker or "")
    doers = [*valency.parts(reading, root, "obl:agent")]
    if hearing.claims.term(root) in force:
        doers += valency.parts(reading, root, "nsubj")
    doers = [i for i in doers if hearing.claims.term(i) not in force]  # "hit by {bullets}"
    laid = {term for i in doers for k in hearing.claims.under(i) if (term := hearing.claims.term(k))}
    return bool(laid & own) if doers else not claim.about & own


def _is_of_none(hearing: Hearing, matter: Claim, force: frozenset[str]) -> bool:
    """Whether it is force itself that is said not to have been used: "{no shots} were fired", but not "not every
    shooting led to a death"."""
    reading, root = hearing.reading, hearing.claims.root(matter.words)
    told = [i for i in range(*matter.words) if hearing.claims.term(i) in force]
    before = {reading.word(k).lower() for i in told for k in range(max(matter.words[0], i - 2), i)}
    none = before & lexicon.denial_words("at-all")
    return root in told or bool(none) or any(reading.relation[i] == "obj" for i in told)


def _may_be_whom(hearing: Hearing, matter: Claim, claim: Claim) -> bool:
    """Whether a claim may tell of those to whom somebody denies to have done it: of the one he names, or of one where
    he speaks of one."""
    reading, mentions = hearing.reading, hearing.reading.mentions
    people = [i for i in range(*matter.words) if i in mentions and mentions[i].kind == "person"]
    named = [i for i in people if reading.pos[i] == "PROPN" or valency.has(reading, i, "nummod")]
    nouns = [reading.word(i) for i in people if reading.pos[i] == "NOUN"]
    one = any(noun not in lexicon.function_words("crowd") and not noun.endswith("s") for noun in nouns)
    harmed = valency.parts(reading, hearing.claims.root(claim.words), "nsubj:pass")
    several = any(valency.has(reading, i, "nummod") for i in harmed)
    return all(hearing.claims.term(i) in claim.terms for i in named) and not (one and several)


def _is_of_own(hearing: Hearing, denial: Denial, own: frozenset[str]) -> bool:
    """Whether a denial is of whoever makes it or of those for whom he speaks, by a pronoun: "{it} fired", "neither the
    abbot nor {her} monks", which the abbot's clerk says."""
    if hearing.of_own(denial.claim):
        return True
    before = range(denial.claim.words[0], hearing.claims.root(denial.claim.words))
    meant = (hearing.actor_at((i,)) for i in before if hearing.reading.pos[i] == "PRON")
    return any(actor is not None and not own.isdisjoint(hearing.names(actor, own=True)) for actor in meant)


def _same_deed(hearing: Hearing, denial: Claim, matter: Claim, claim: Claim) -> bool:
    """Whether a claim says just that which a merely negated one negates: the word negated, and little else."""
    negated = hearing.claims.term(hearing.claims.root(denial.words))
    if negated is None or negated != hearing.claims.term(hearing.claims.root(claim.words)):
        return False
    apart = abs(hearing.sentence(denial.statement) - hearing.sentence(claim.statement))
    if matter.terms == {negated} and apart <= NAMED:
        if hearing.of_own(denial):  # "its men did not open fire": somebody must say that they did
            return bool(claim.about & hearing.names(hearing.statements[denial.statement].speaker or ""))
        return True  # "he jumped", "he never jumped"
    return _likeness(hearing, claim, matter) >= 0.6 * IMPLICIT


def _by_he(hearing: Hearing, claim: Claim) -> bool:
    """Whether a claim is of somebody by a pronoun: "he"."""
    subject = next(valency.parts(hearing.reading, hearing.claims.root(claim.words), "nsubj", "nsubj:pass"), None)
    pronoun = lexicon.pronoun(hearing.reading.word(subject)) if subject is not None else None
    return pronoun is not None and pronoun.gender in ("m", "f")


def _likeness(hearing: Hearing, matter: Claim, claim: Claim) -> float:
    """How much of a matter another claim shares, by weight, 0 to 1; 0 where it shares nothing of what is said of
    the subject, or too little of anything."""
    shared = matter.terms & claim.terms
    proper = {hearing.claims.term(i) for i in range(*matter.words) if hearing.reading.pos[i] == "PROPN"}
    named = {term for term in shared if term.startswith("=") or term in proper}
    least = min(2, len(matter.terms))
    if matter.about <= proper and _by_he(hearing, claim):
        least = 1  # "the man was armed", "he had a knife"
    if len(shared) < least or not shared - named:
        return 0.0
    predicate = matter.terms - matter.about
    if predicate and not (shared & predicate):
        return 0.0

    # A word of the predicate counts twice: the subject is what both speak of anyway.
    def weigh(terms: Iterable[str]) -> float:
        return sum(hearing.claims.weight(t) * (2 if t in predicate else 1) for t in terms)

    whole = weigh(matter.terms)
    return weigh(shared) / whole if whole else 0.0
