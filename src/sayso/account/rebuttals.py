"""Claims and what is said against them: a denial and those who say what it denies, an answer to somebody's remarks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from sayso import lexicon
from sayso.account import valency
from sayso.account.claims import Claim, stem, stems
from sayso.account.contrasts import at_other_times
from sayso.account.denials import Denial
from sayso.account.hearing import BEFORE, MANY, Found, Hearing, Position
from sayso.account.modality import future
from sayso.account.tallies import counts_people
from sayso.model import Actor, Force
from sayso.reader import Words

ASSERTING: tuple[Force, ...] = ("assert", "accuse", "criticize", "announce", "warn", "concern", "agree")
PLEA = 12  # the same for "not guilty", which is told long after the charges
BETWEEN = 80  # characters between a denial and what it denies in which it is said whose claim that is
NAMED = 6  # sentences before or after a denial of "the accusations" in which they are told
TOLD = 10  # the same before a denial of "the account", if they are told of whoever denies it
# of the weight of a matter, how much the claim of another must share if it is denied in so many words
EXPLICIT = 0.34
GROUNDLESS = 0.4  # if there is said to be no ground for it
IMPLICIT = 0.5  # if it is only negated
SAME = 0.36  # for a further claim to be of the same matter
TOUCHED = 0.25  # the same where it shares words of subject and predicate both, and says little else
SHORT = 4  # words of an answer that says but that it is so, or is not
TELLING = 3  # words of weight in an accusation that may be the one denied


def denied(hearing: Hearing, denial: Denial) -> Found | None:
    """The dispute that a denial makes with those who say what it denies; None where nobody is found to."""
    n = denial.statement
    speaker = hearing.statements[n].speaker
    matter = hearing.claims.claim(n, denial.matter) if denial.matter else None
    span = hearing.reading.span(_with_noun(hearing, denial, matter) if matter else denial.claim.words)
    claimed, contested = Position(span), Position(hearing.told(n, denial.claim))
    contested.add(speaker, n)
    about = [matter] if matter else []
    if denial.such:
        about = _spoken_of(hearing, denial, claimed)
        matter = None
    counts = denial.noun is not None and matter is None and stem(hearing.reading.word(denial.noun)) in stems("counted")
    if counts:
        about += _counted(hearing, denial, claimed)
    for k in _nested(hearing, n) if denial.explicit else ():
        claimed.add(hearing.statements[k].speaker, k)
        about = hearing.claims.of[k][:1] + about
    if denial.noun is not None and not claimed.actors and (owner := _owner(hearing, denial.noun)):
        claimed.add(owner)
        about += _account(hearing, denial, owner, claimed) if matter is None and not counts else []
    if denial.noun is not None and not claimed.actors:
        about += _of_last_speaker(hearing, denial, denial.noun, claimed)
    if denial.explicit and not claimed.actors:
        about += _cited(hearing, denial, claimed)
    if denial.noun is not None and not claimed.actors:
        about += _of_sector(hearing, denial, denial.noun, claimed)
    if matter is not None:
        about += _put_alike(hearing, denial, matter, claimed, contested)
    denied = bool(hearing.denials.cue(n) & stems("deny")) or hearing.statements[n].force == "deny"
    if not counts and not denial.such and not claimed.actors and (matter is None or denial.noun is not None or denied):
        about += _put_accused(hearing, denial, matter, claimed)
    if denial.noun is not None and matter is not None:
        _hearsay(hearing, denial.noun, claimed)
    claimed.actors = {actor: None for actor in claimed.actors if actor not in contested.actors}
    claimed.statements = {k: None for k in claimed.statements if hearing.statements[k].speaker in claimed.actors}
    if not claimed.actors or not about:
        return None
    if claimed.statements:
        claimed.span = hearing.said(next(iter(claimed.statements)))
    kind = "quantity" if counts else hearing.kind(about)
    return Found(claimed, contested, kind, hearing.issue(about, denial), about, vague=denial.matter is None)


def _with_noun(hearing: Hearing, denial: Denial, matter: Claim) -> Words:
    """The words of a matter, with the noun for the claim, without which they say nothing: "{her version} of events"."""
    reading, noun = hearing.reading, denial.noun
    if noun is None or noun >= matter.words[0] or reading.pos[matter.words[0]] != "ADP":
        return matter.words
    mention = reading.mentions.get(noun)
    return (mention.words[0] if mention else noun), matter.words[1]


def _nested(hearing: Hearing, n: int) -> list[int]:
    """The statements of others told within the content of a statement, or between it and its cue ("denied claims from
    the mayor that")."""
    cue, content = hearing.statements[n].cue, hearing.statements[n].content
    speaker = hearing.statements[n].speaker
    out = []
    between = [(cue[1], content[0][0])] if cue and 0 < content[0][0] - cue[1] < BETWEEN else []
    for a, b in [*between, *content]:
        low, high = hearing.reading.within((a, b))
        at = bisect_left(hearing.order_places, low)
        for k in range(at, min(bisect_left(hearing.order_places, high), at + MANY)):
            other = hearing.statements[hearing.order[k]]
            if (
                hearing.order[k] != n
                and other.speaker
                and hearing.opposed(speaker, other.speaker)
                and other.force in ASSERTING
            ):
                out.append(hearing.order[k])
    return out


def _owner(hearing: Hearing, noun: int) -> str | None:
    """Whose claim a noun names: "the ministry's claim", "allegations by rebels", "comments made by a minister"."""
    reading, children = hearing.reading, hearing.claims.children
    for i in children[noun]:
        if reading.relation[i] == "nmod:poss":
            return hearing.actor_at(hearing.claims.under(i))
        if reading.relation[i] in ("nmod", "obl") and any(
            reading.word(k).lower() in ("by", "from") for k in children[i]
        ):
            return hearing.actor_at(hearing.claims.under(i))
        if reading.relation[i] in ("acl", "acl:relcl"):
            for k in children[i]:
                by = any(reading.word(m).lower() == "by" for m in children[k])
                if reading.relation[k] == "obl:agent" or (reading.relation[k] == "obl" and by):
                    return hearing.actor_at(hearing.claims.under(k))
    for i in range(noun + 1, min(noun + 3, len(reading) - 1)):
        if reading.word(i).lower() == "by" and reading.sentence[i] == reading.sentence[noun]:
            return hearing.actor_at(range(i + 1, min(i + 4, len(reading))))
    return None


def _account(hearing: Hearing, denial: Denial, owner: str, claimed: Position) -> list[Claim]:
    """What the one whose account a noun names has said, an accusation above all: "called {the mayor's} story a lie"."""
    told = hearing.before(hearing.places[denial.statement], NAMED)
    his = [k for k in told if hearing.statements[k].speaker == owner and hearing.statements[k].force in ASSERTING]
    for k in sorted(his, key=lambda k: hearing.statements[k].force != "accuse")[:1]:
        claimed.add(owner, k)
        return hearing.claims.of[k][:1]
    return []


def _of_last_speaker(hearing: Hearing, denial: Denial, noun: int, claimed: Position) -> list[Claim]:
    """What the one who spoke last said, where a claim is his or hers and the text does not tell whose else: "disputes
    {his} findings"."""
    owners = (i for i in hearing.claims.children[noun] if hearing.reading.relation[i] == "nmod:poss")
    if not any(hearing.reading.word(i).lower() in ("his", "her") for i in owners):
        return []
    n = denial.statement
    for k in hearing.before(hearing.places[n], 1):
        speaker = hearing.statements[k].speaker
        if (
            speaker
            and hearing.known[speaker].kind == "person"
            and hearing.opposed(hearing.statements[n].speaker, speaker)
        ):
            claimed.add(speaker, k)
            return hearing.claims.of[k][:1]
    return []


def _of_sector(hearing: Hearing, denial: Denial, noun: int, claimed: Position) -> list[Claim]:
    """Who of some sector is told nearby to make a claim, where its noun names the sector: "a {military} statement"."""
    reading, n = hearing.reading, denial.statement
    words = [
        stem(reading.word(i)) for i in hearing.claims.children[noun] if reading.relation[i] in ("amod", "compound")
    ]
    sectors = {sector for word in words if (sector := lexicon.sector_of(word))}
    for k in hearing.around(n, BEFORE, BEFORE) if sectors else ():
        other = hearing.statements[k]
        theirs = bool(other.speaker) and hearing.known[other.speaker or ""].sector in sectors
        if theirs and other.force in ASSERTING and hearing.opposed(hearing.statements[n].speaker, other.speaker):
            claimed.add(other.speaker, k)
            return hearing.claims.of[k][:1]
    return []


def _cited(hearing: Hearing, denial: Denial, claimed: Position) -> list[Claim]:
    """Whom a denial names as those by whom the matter was told: "the cases cited by the institute are not ours"."""
    reading, about = hearing.reading, list[Claim]()
    by = (i for i in range(*denial.claim.words) if reading.word(i).lower() == "by" and i + 1 < len(reading))
    actors = {actor for i in by if (actor := hearing.actor_at(range(i + 1, min(i + 4, len(reading)))))}
    for actor in sorted(actors):
        told = [k for k in hearing.of_speaker.get(actor, [])[:MANY] if hearing.statements[k].force == "accuse"]
        for k in told[:2]:
            claimed.add(actor, k)
            about += hearing.claims.of[k][:1]
    return about


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
    there = hearing.reading.word(denial.claim.words[0]).lower() == "there"
    is_deed = not there or (denial.matter is not None and hearing.claims.tells_deed(denial.matter[1] - 1))
    for k in hearing.around(n, NAMED, 1) if what else ():
        other = hearing.statements[k]
        if not hearing.opposed(hearing.statements[n].speaker, other.speaker) or other.force not in ASSERTING:
            continue
        for claim in hearing.claims.of[k]:
            if what not in claim.terms or hearing.denials.negated(claim) or _of_another(hearing, denial, claim):
                continue
            if _is_ahead(hearing, claim):
                continue
            if is_deed or _tells_of_one(hearing, claim, what):
                claimed.add(other.speaker, k)
                return [claim]
    return []


def _is_ahead(hearing: Hearing, claim: Claim) -> bool:
    """Whether a claim tells of what was still to come when it was made: "a truce {would} begin"."""
    reading, root = hearing.reading, hearing.claims.root(claim.words)
    return future(reading, root) or any(reading.word(i).lower() == "would" for i in valency.parts(reading, root, "aux"))


def _tells_of_one(hearing: Hearing, claim: Claim, what: str | None) -> bool:
    """Whether a claim says that there is something, and not merely something of it: "found {oil} on the river"."""
    reading, known = hearing.reading, lexicon.function_words("definite")
    things = (i for i in range(*claim.words) if reading.pos[i] == "NOUN" and hearing.claims.term(i) == what)
    before = (hearing.claims.children[i] for i in things)
    return any(
        not any(reading.word(k).lower() in known or reading.relation[k] == "nmod:poss" for k in those)
        for those in before
    )


def _of_another(hearing: Hearing, denial: Denial, claim: Claim) -> bool:
    """Whether a claim tells that somebody else used what is said not to have been used: "the rebels shot two"."""
    reading, root = hearing.reading, hearing.claims.root(claim.words)
    verb = hearing.claims.root(denial.claim.words)
    if not valency.is_one_of("using", reading, verb) or not valency.has(reading, root, "nsubj", "obl:agent"):
        return False
    return not claim.about & hearing.names(hearing.statements[denial.statement].speaker or "")


def _hearsay(hearing: Hearing, noun: int, claimed: Position) -> None:
    """Rumours and reports that nobody in particular is said to tell are an actor by themselves."""
    word = hearing.reading.word(noun)
    document = lexicon.document(word)
    if claimed.actors and (not claimed.statements or stem(word) in stems("alleged")):
        return  # an allegation is that of whoever makes it
    if stem(word) not in stems("hearsay") or not document or not document.plural or _owner(hearing, noun):
        return
    actor = hearing.mentioned(noun)
    if actor is None:
        name = word.lower()
        same = next((one for one in hearing.actors if one.name.lower() == name and one.kind == "media"), None)
        if same is None:
            same = Actor(id=f"a{len(hearing.actors) + 1}", name=name, kind="media")
            hearing.actors.append(same)
            hearing.known[same.id] = same
        same.mentions = sorted([*same.mentions, hearing.reading.span((noun, noun + 1))])
        actor = same.id
    claimed.add(actor)


def _put_alike(hearing: Hearing, denial: Denial, matter: Claim, claimed: Position, contested: Position) -> list[Claim]:
    """Puts those who say what is denied on one side, and those who say the contrary on the other."""
    n = denial.statement
    speaker = hearing.statements[n].speaker
    # What is denied of a negated matter is its negation: "rumours that it did not fly are false" says that it flew.
    negated = matter.negated if denial.explicit else False
    floor = EXPLICIT if denial.explicit else GROUNDLESS if denial.grounds else IMPLICIT
    about: list[Claim] = []
    for claim in hearing.claims.like(matter.terms, matter.words[0]):
        other = hearing.statements[claim.statement]
        if claim.statement == n or other.speaker is None or other.force not in ASSERTING or claim.possible:
            continue
        if hearing.overlap(n, claim.statement) or not hearing.together(n, claim.statement):
            continue
        if hearing.denials.contests(claim.statement) or at_other_times(hearing, matter, claim):
            continue
        if _is_of_others(hearing, matter, claim, speaker):
            continue
        if _befalls_doer(hearing, matter, claim):
            continue
        likeness = _likeness(hearing, matter, claim)
        if denial.explicit and _lays_on(hearing, matter, claim, speaker):
            likeness = max(likeness, floor)
        if claim.negated == negated:
            charged = not denial.grounds or other.force in ("accuse", "criticize")
            if (
                likeness >= floor
                and charged
                and hearing.opposed(speaker, other.speaker)
                and other.speaker not in contested.actors
            ):
                if not denial.explicit and not denial.grounds and not _same_deed(hearing, denial.claim, matter, claim):
                    continue
                claimed.add(other.speaker, claim.statement)
                about.append(claim)
        elif denial.explicit and other.speaker not in claimed.actors:
            touched = claim.terms & matter.about and claim.terms & (matter.terms - matter.about)
            if likeness >= SAME or (touched and min(likeness, _likeness(hearing, claim, matter)) >= TOUCHED):
                contested.add(other.speaker, claim.statement)
                about.append(claim)
    return about


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
    Chad", "both sides used arms"."""
    reading, own = hearing.reading, hearing.claims.root(matter.words)
    if not reading.word(own).endswith("ing") or valency.has(reading, own, "nsubj"):
        return False
    root = hearing.claims.root(claim.words)
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


def _put_accused(hearing: Hearing, denial: Denial, matter: Claim | None, claimed: Position) -> list[Claim]:
    """For a denial that does not say what it denies, or of "the accusations", what others say nearby: an
    accusation, a claim about whoever denies it, what the sentence has just told, what the document meant says."""
    n = denial.statement
    speaker = hearing.statements[n].speaker
    assert speaker is not None
    about: list[Claim] = []
    told_at_all = denial.noun is None and denial.matter is not None
    named_back = denial.noun is not None and hearing.denials.points_back(denial.noun)
    said_false = _says_it_is_false(hearing, denial)
    points_back = said_false or _points_back(hearing, denial)
    reach = int(said_false or _is_pronoun(hearing, denial))
    far, contradicted = named_back and matter is None, _contradicts(hearing, denial)
    near = told_at_all and not denial.explicit
    before = PLEA if denial.plea else BEFORE if near else TOLD if far else NAMED
    meant_by = _told_in(hearing, denial)
    candidates = meant_by or hearing.around(n, before, BEFORE if told_at_all else NAMED)
    # "This" is what was said last; what is said of somebody by name goes before what is said of soldiers, who may be
    # anybody's.
    candidates = sorted(
        candidates,
        key=lambda k: (
            hearing.places[k] >= hearing.places[n],
            not (points_back and hearing.sentence(n) - hearing.sentence(k) <= reach),
            not (hearing.statements[k].force in ASSERTING and hearing.concerns(k, speaker, by_name=True)),
        ),
    )
    for k in candidates:
        other = hearing.statements[k]
        if about and hearing.places[k] > hearing.places[n]:
            break
        back = (named_back or contradicted) and not about
        if not hearing.opposed(speaker, other.speaker):
            continue
        if other.force not in ("accuse", "assert", "criticize") and not (back and other.force == "deny"):
            continue
        if (
            hearing.overlap(n, k)
            or not hearing.claims.of[k]
            or hearing.claims.of[k][0].possible
            or _is_to_come(hearing, k)
            or k in hearing.carriers(speaker)
        ):
            continue
        apart = abs(hearing.sentence(k) - hearing.sentence(n))
        # "Witnesses said police had urged them on, an account police denied": theirs, whoever else it tells of.
        if not contradicted and hearing.denials.contests(k):
            continue
        if _passes_on(hearing, k) and not (points_back and apart <= reach):
            continue
        answers = apart <= 1 and other.force == "accuse" and hearing.places[k] < hearing.places[n]
        shares = matter is not None and (_shares(hearing, matter, k) or _is_of_losses(hearing, matter, k))
        if told_at_all and apart > BEFORE and not (other.force == "accuse" and shares and hearing.concerns(k, speaker)):
            continue
        told_of = denial.noun is not None or not (denial.explicit or denial.grounds)
        own = answers and denial.noun is None and hearing.of_own(denial.claim)  # "it had not flown that day"
        if told_of and matter is not None and not shares and not own:
            continue
        if denial.explicit and denial.noun is None and matter is not None and not shares and other.force == "assert":
            continue  # who denies having called the clerk was told to have been paid: another matter
        if hearing.places[k] > hearing.places[n] and other.force != "accuse":
            continue
        joined = k in meant_by or (points_back and apart <= reach and hearing.places[k] < hearing.places[n])
        joined = joined or (answers and (_is_of_it(hearing, denial) or _denies_thing(hearing, denial, k)))
        named = (apart <= BEFORE or far or other.force == "accuse") and hearing.concerns(k, speaker)
        if (
            not named
            and not joined
            and (hearing.places[k] > hearing.places[n] or (denial.noun is None and not denial.plea))
        ):
            continue
        if matter is not None and denial.noun is not None and not (named or joined or named_back):
            continue  # what the allegations are is told: who says that is found by what it says
        meant = (
            denial.noun is not None
            and apart <= BEFORE
            and (_document(hearing, denial.noun, other.speaker) or (back and other.force in ("assert", "deny")))
        )
        told = len({term for claim in hearing.claims.of[k] for term in claim.terms}) >= TELLING
        meant = meant or (named_back and matter is not None)  # what it says is known, and this speaks of it
        if joined or ((told or named) and (meant or other.force == "accuse")) or (named and _asserts(hearing, k)):
            if about and other.speaker not in claimed.actors and not _alike(hearing, about[0], k):
                continue
            claimed.add(other.speaker, k)
            about += hearing.claims.of[k][:1]
            if joined or len(claimed.statements) > 2:
                break
    return sorted(about, key=lambda claim: claim.words) if named_back else about  # an account begins with what matters


def _contradicts(hearing: Hearing, denial: Denial) -> bool:
    """Whether it is somebody, not something, who is said to be wrong: "doctors contradicted {him}"."""
    pronoun = lexicon.pronoun(hearing.reading.word(denial.claim.words[0]))
    return _is_pronoun(hearing, denial) and pronoun is not None and pronoun.gender in ("m", "f")


def _is_of_it(hearing: Hearing, denial: Denial) -> bool:
    """Whether a denial that does not say what it denies is of what was just told: "had nothing to do with {it}"."""
    words = [hearing.reading.word(i).lower() for i in range(*denial.claim.words)]
    return denial.matter is None and not {"it", "this", "that"}.isdisjoint(words[1:])


def _denies_thing(hearing: Hearing, denial: Denial, n: int) -> bool:
    """Whether what another tells of is what is said not to be: "bussing in {replacement} workers", "no {replacement}
    labour"."""
    reading = hearing.reading
    words = range(*denial.claim.words)
    none = (i for i in words if reading.word(i).lower() == "no" and reading.relation[i] == "det")
    none = (i for i in none if reading.head[i] > i)
    thing = {hearing.claims.term(k) for i in none for k in hearing.claims.under(reading.head[i])} - {None}
    return not denial.explicit and any(
        not term.startswith("=") for claim in hearing.claims.of[n] for term in claim.terms & thing
    )


def _passes_on(hearing: Hearing, n: int) -> bool:
    """Whether a statement tells only what somebody else said, or that it was the same: not what is denied."""
    others = (None, hearing.statements[n].speaker)
    if any(
        hearing.within(n, hearing.places[k]) and hearing.statements[k].speaker not in others for k in hearing.beside(n)
    ):
        return True
    return all(not claim.terms - {"same"} for claim in hearing.claims.of[n])


def _shares(hearing: Hearing, matter: Claim, n: int) -> bool:
    """Whether a statement has a word of a matter, not names of countries alone."""
    return any(not term.startswith("=") for claim in hearing.claims.of[n] for term in matter.terms & claim.terms)


def _is_of_losses(hearing: Hearing, matter: Claim, n: int) -> bool:
    """Whether somebody denies losses, and a statement tells of the dead: "lost no men", "killed many of them"."""
    told = (hearing.reading.word(i).lower() for claim in hearing.claims.of[n] for i in range(*claim.words))
    dead = lexicon.counted_words("dead") | lexicon.counted_words("hurt")
    lost = lexicon.counted_words("lost")
    loses = any(not lost.isdisjoint(lexicon.lemmas(hearing.reading.word(i).lower())) for i in range(*matter.words))
    return loses and any(not dead.isdisjoint(lexicon.lemmas(word)) for word in told)


def _is_to_come(hearing: Hearing, n: int) -> bool:
    """Whether a statement tells what will be, or what somebody expects of it, which nobody can deny: "the enemy will be
    held responsible", "it {expects} the toll to rise"."""
    reading, root = hearing.reading, hearing.claims.root(hearing.claims.of[n][0].words)
    cue = hearing.statements[n].cue
    told = (root, *(range(*reading.within(cue)) if cue else ()))
    return future(reading, root) or any(valency.is_one_of("expecting", reading, i) for i in told)


def _asserts(hearing: Hearing, n: int) -> bool:
    """Whether a statement says that something is so, and does not merely name somebody."""
    return hearing.statements[n].force == "assert" and any(
        hearing.reading.pos[i] == "VERB" for claim in hearing.claims.of[n] for i in range(*claim.words)
    )


def _alike(hearing: Hearing, claim: Claim, n: int) -> bool:
    """Whether a statement tells of what a claim tells of: two words in common, not names of countries alone."""
    shared = [claim.terms & other.terms for other in hearing.claims.of[n]]
    return any(len(terms) > 1 and any(not term.startswith("=") for term in terms) for terms in shared)


def _document(hearing: Hearing, noun: int, actor: str | None) -> bool:
    """Whether a noun ("the investigation") may mean an actor that is a document or a paper."""
    return (
        actor is not None
        and hearing.known[actor].kind in ("document", "media")
        and stem(hearing.reading.word(noun)) in stems("remark") | stems("claim")
    )


def _told_in(hearing: Hearing, denial: Denial) -> list[int]:
    """What is told of the document that is denied, "the report": the statements before it, the nearest first, in whose
    sentence it is named."""
    reading, noun = hearing.reading, denial.noun
    if noun is None or lexicon.document(reading.word(noun)) is None or not hearing.denials.points_back(noun):
        return []
    word = stem(reading.word(noun))
    before = hearing.before(hearing.places[denial.statement], NAMED)
    return [k for k in before if any(stem(reading.word(i)) == word for i in hearing.sentence_words(k))]


def _points_back(hearing: Hearing, denial: Denial) -> bool:
    """Whether what is denied is a word for what the sentence has just told: "which", "a charge", "that"."""
    a, b = denial.claim.words
    return b - a <= 3 and denial.matter is None


def _says_it_is_false(hearing: Hearing, denial: Denial) -> bool:
    """Whether what has just been told is said to be false: "{that} was a lie"."""
    opens = hearing.reading.word(denial.claim.words[0]).lower() in ("that", "this", "it")
    return opens and denial.explicit and not denial.plea and denial.matter is None and denial.noun is None


def _is_pronoun(hearing: Hearing, denial: Denial) -> bool:
    """Whether what is denied is told by a pronoun alone: "{that} was disputed by the losers"."""
    a, b = denial.claim.words
    return b - a == 1 and hearing.reading.pos[a] == "PRON"


def countered(hearing: Hearing) -> Iterator[Found]:
    """ "Hit back at comments made by the minister, saying that …": an answer to somebody's words that says of what
    they tell that it is not so."""
    for n, statement in enumerate(hearing.statements):
        if not hearing.claims.of[n] or not (hearing.denials.cue(n) & (stems("counter") | stems("dismiss"))):
            continue
        first = hearing.claims.of[n][0]
        noun = hearing.denials.claim_noun(first, remarks=True)
        owner = _owner(hearing, noun) if noun is not None else None
        if owner is None or not hearing.opposed(statement.speaker, owner):
            continue
        answers = [
            (k, claim)
            for k in hearing.near(n)
            if hearing.statements[k].speaker == statement.speaker
            for claim in hearing.claims.of[k]
            if claim.negated and k != n
        ]
        for k, answer in answers:
            told = [
                claim
                for claim in hearing.claims.like(answer.terms, answer.words[0])
                if hearing.statements[claim.statement].speaker == owner and len(answer.terms & claim.terms) >= 2
            ]
            if told:
                best = max(
                    told, key=lambda claim: (len(answer.terms & claim.terms), -abs(claim.words[0] - answer.words[0]))
                )
                claimed, contested = Position(hearing.reading.span(best.words)), Position(hearing.told(k, answer))
                claimed.add(owner, best.statement)
                contested.add(statement.speaker, n)
                contested.add(statement.speaker, k)
                yield Found(
                    claimed, contested, hearing.kind([answer, best]), hearing.issue([best, answer]), [best, answer]
                )
                break


def reported_otherwise(hearing: Hearing) -> Iterator[Found]:
    """ "The square will not be closed, as some papers had claimed", "denied that …, as he had suggested": others said
    what somebody says is not so."""
    reading = hearing.reading
    for k, other in enumerate(hearing.statements):
        if other.speaker is None or other.cue is None or not hearing.denials.cue(k) & stems("report"):
            continue
        verb = hearing.claims.root(hearing.reading.within(other.cue))
        marks = (i for i in hearing.claims.children[verb] if reading.relation[i] == "mark")
        if (as_ := next((i for i in marks if reading.word(i).lower() == "as"), None)) is None:
            continue
        for n in hearing.beside(k):
            if hearing.sentence(n) != hearing.sentence(k):
                continue
            denied = next(
                (
                    c
                    for c in hearing.claims.of[n]
                    if (c.negated or hearing.denials.cue(n) & stems("deny"))
                    and reading.sentence[c.words[0]] == hearing.sentence(k)
                ),
                None,
            )
            if denied is not None and hearing.opposed(hearing.statements[n].speaker, other.speaker):
                if denied.words[0] < as_ < denied.words[1]:
                    denied = hearing.claims.claim(n, (denied.words[0], as_ - (reading.word(as_ - 1) == ",")))
                claimed, contested = Position(other.cue), Position(hearing.told(n, denied))
                if other.speaker_span:
                    claimed.span = min(other.cue, other.speaker_span)[0], max(other.cue[1], other.speaker_span[1])
                claimed.add(other.speaker, k)
                contested.add(hearing.statements[n].speaker, n)
                yield Found(claimed, contested, hearing.kind([denied]), hearing.issue([denied]), [denied])
                break


def answered_shortly(hearing: Hearing) -> Iterator[Found]:
    """ "Miners say it is no glacier. Scientists say it is.": an answer of a pronoun and an auxiliary, which says of
    what another has just said that it is so, or is not."""
    for n in hearing.order:
        if len(hearing.claims.of[n]) != 1 or not _is_short(hearing, answer := hearing.claims.of[n][0]):
            continue
        if hearing.statements[n].force == "agree":
            continue  # "conceded that was so"
        k = next(hearing.before(hearing.places[n], 1), None)
        if k is None or not hearing.claims.of[k] or hearing.statements[k].force not in (*ASSERTING, "deny"):
            continue
        claim = hearing.claims.of[k][-1]
        alike = _first_auxiliary(hearing, claim) & _first_auxiliary(hearing, answer)
        if claim.negated == answer.negated or claim.possible or not alike:
            continue
        if hearing.opposed(hearing.statements[n].speaker, hearing.statements[k].speaker):
            claimed, contested = Position(hearing.reading.span(claim.words)), Position(hearing.told(n, answer))
            claimed.add(hearing.statements[k].speaker, k)
            contested.add(hearing.statements[n].speaker, n)
            yield Found(claimed, contested, hearing.kind([claim]), hearing.issue([claim]), [claim, answer])


def _is_short(hearing: Hearing, claim: Claim) -> bool:
    """Whether a claim is but a pronoun and an auxiliary, negated or not: "they did", "it is not"."""
    reading, (a, b) = hearing.reading, claim.words
    words = [i for i in range(a, b) if reading.pos[i] != "PUNCT"]
    small = all(reading.pos[i] in ("PRON", "AUX", "PART", "ADV", "SCONJ") or _is_auxiliary(hearing, i) for i in words)
    return small and 2 <= len(words) <= SHORT and bool(_first_auxiliary(hearing, claim))


def _is_auxiliary(hearing: Hearing, i: int) -> bool:
    return hearing.reading.pos[i] == "VERB" and hearing.reading.word(i).lower() in lexicon.denial_words("auxiliary")


def _first_auxiliary(hearing: Hearing, claim: Claim) -> set[str]:
    """The auxiliaries of a claim in their base forms; "do" for one whose verb has none: "died", "did not"."""
    reading, auxiliaries = hearing.reading, lexicon.denial_words("auxiliary")
    words = (reading.word(i).lower() for i in range(*claim.words))
    found = {min(lexicon.lemmas(word)) for word in words if word in auxiliaries}
    root = hearing.claims.root(claim.words)
    bare = reading.pos[root] == "VERB" and not any(
        reading.relation[i] in ("aux", "cop") for i in hearing.claims.children[root]
    )
    return found | ({"do"} if bare and not found else set())
