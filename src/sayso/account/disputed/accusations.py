"""What has been told, by an accusation above all, that a denial denies without saying what it is?"""

from __future__ import annotations

from sayso import lexicon
from sayso.account.disputed.claims import Claim
from sayso.account.disputed.contrasts import elsewhere
from sayso.account.disputed.denials import Denial
from sayso.account.disputed.hearing import BEFORE, NAMED, Hearing, Position
from sayso.account.grammar import valency
from sayso.account.grammar.modality import future
from sayso.account.grammar.stems import stem, stems
from sayso.account.said.cues import has_force
from sayso.account.said.force_types import ASSERTING, BLAMING

PLEA = 12  # sentences before "not guilty" in which the charges are told
TOLD = 10  # the same before a denial of "the account", if they are told of whoever denies it
TELLING = 3  # words of weight in an accusation that may be the one denied


def put_accused(hearing: Hearing, denial: Denial, matter: Claim | None, claimed: Position) -> list[Claim]:
    """For a denial that does not say what it denies, or of "the accusations", what others say nearby: an
    accusation, a claim about whoever denies it, what the sentence has just told, what the document meant says."""
    pointer, n = _Pointer(hearing, denial, matter), denial.statement
    about: list[Claim] = []
    for k in pointer.candidates():
        other = hearing.statements[k]
        if about and hearing.places[k] > hearing.places[n]:
            break
        if not pointer.may_mean(k, first=not about) or not pointer.means(k, first=not about):
            continue
        if about and other.speaker not in claimed.actors and not _alike(hearing, about[0], k):
            continue
        about += hearing.rest(claimed, k)
        if pointer.joins(k) or len(claimed.statements) > 2:
            break
    # An account begins with what matters.
    return sorted(about, key=lambda claim: claim.words) if pointer.named_back else about


def put_told_last(hearing: Hearing, denial: Denial, matter: Claim, claimed: Position) -> list[Claim]:
    """For a denial that nobody is found to contradict in its words, what another has just told, in whatever words: an
    accusation, or what was done to him: "said they had been {threatened}", "denied that anybody was {forced}"."""
    n = denial.statement
    speaker = hearing.statements[n].speaker
    before = hearing.before(hearing.places[n], 1)
    k = next((k for k in before if hearing.statements[k].speaker != speaker and not hearing.overlap(n, k)), None)
    if k is None or not hearing.opposed(speaker, hearing.statements[k].speaker) or hearing.denials.contests(k):
        return []
    told = [claim for claim in hearing.claims.of[k] if not claim.possible]
    if not told or _is_to_come(hearing, k) or _passes_on(hearing, k) or elsewhere(hearing, matter, told[0]):
        return []
    if denial.such or denial.matter is None or not denial.explicit:
        cue = hearing.statements[k].cue
        words = range(*hearing.reading.within(cue)) if cue else range(0)
        accuses = has_force(map(hearing.reading.word, words), "accuse")
        accused = hearing.concerns(k, speaker or "") or not denial.claim.about.isdisjoint(told[0].terms)
        return hearing.rest(claimed, k) if accuses and accused else []
    own = hearing.names(speaker or "") - hearing.names(speaker or "", own=True)  # an army's soldiers
    by_own = not told[0].about.isdisjoint(own) and hearing.statements[k].force in ASSERTING
    blames = hearing.statements[k].force in BLAMING
    return hearing.rest(claimed, k) if blames or by_own or _was_done_to_teller(hearing, told[0]) else []


def _was_done_to_teller(hearing: Hearing, claim: Claim) -> bool:
    """Whether somebody asserts that a thing was done to him or his: "{they had been told} to leave"."""
    reading, root = hearing.reading, hearing.claims.root(claim.words)
    verbs = (i for i in (root, *valency.parts(reading, root, "conj")) if claim.words[0] <= i < claim.words[1])
    passive = any(valency.has(reading, i, "aux:pass", "nsubj:pass") for i in verbs)
    own = not lexicon.denial_words("teller").isdisjoint(valency.forms(reading, root, *valency.SUBJECTS))
    return own and passive and hearing.statements[claim.statement].force == "assert"


class _Pointer:
    """What the words of a denial tell of where that is told which it denies."""

    def __init__(self, hearing: Hearing, denial: Denial, matter: Claim | None) -> None:
        speaker = hearing.statements[denial.statement].speaker
        assert speaker is not None
        self.hearing, self.denial, self.matter, self.speaker = hearing, denial, matter, speaker
        self.named_back = denial.noun is not None and hearing.denials.points_back(denial.noun)
        said_false = _says_it_is_false(hearing, denial) or hearing.denials.never_saw(denial.claim)
        self._points_back = said_false or _points_back(denial)
        self._last = _is_last_claim(hearing, denial)
        pointing = said_false or self._last or _is_pronoun(hearing, denial)
        self._reach = int(pointing)  # sentences back to what a pronoun means
        self._contradicted = _contradicts(hearing, denial)
        self._wrong = _said_to_be_wrong(hearing, denial)
        self._told_at_all = denial.noun is None and denial.matter is not None
        self._far = self.named_back and matter is None
        self._meant_by = _told_in(hearing, denial)
        self._of_guilt = denial.noun is None and denial.matter is None and _denies_guilt(hearing, denial)

    def candidates(self) -> list[int]:
        """The statements that may tell what is denied, the likeliest first. "This" is what was said last; what is said
        of somebody by name goes before what is said of soldiers, who may be anybody's."""
        hearing, n = self.hearing, self.denial.statement
        near = self._told_at_all and not self.denial.explicit
        before = PLEA if self.denial.plea else BEFORE if near else TOLD if self._far else NAMED
        found = self._meant_by or hearing.around(n, before, BEFORE if self._told_at_all else NAMED)

        def order(k: int) -> tuple[bool, bool, bool, bool]:
            just = self._points_back and hearing.sentence(n) - hearing.sentence(k) <= self._reach
            force = hearing.statements[k].force
            charged = force in ASSERTING and hearing.concerns(k, self.speaker, by_name=True)
            accused = charged and force == "accuse" and self._of_guilt
            return not self._is_before(k), not just, not accused, not charged

        return sorted(found, key=order)

    def may_mean(self, k: int, *, first: bool) -> bool:
        """Whether a statement may be denied at all. first: nothing is found to be yet."""
        hearing, n = self.hearing, self.denial.statement
        other, claims = hearing.statements[k], hearing.claims.of[k]
        back = (self.named_back or self._contradicted or self._just_told(k)) and first
        if not hearing.opposed(self.speaker, other.speaker) or not self._may_be_surveyed(k):
            return False
        if self._last and self._apart(k) > BEFORE:
            return False
        if other.force not in (*BLAMING, "assert") and not (back and other.force == "deny"):
            return False
        if hearing.places[k] > hearing.places[n] and other.force != "accuse":
            return False
        if hearing.overlap(n, k) or not claims or claims[0].possible or _is_to_come(hearing, k):
            return False
        if k in hearing.carriers(self.speaker) or (self._wrong and other.speaker != self._wrong):
            return False
        # "Witnesses said police had urged them on, an account police denied": theirs, whoever else it tells of.
        if not self._contradicted and hearing.denials.contests(k):
            return False
        if _passes_on(hearing, k) and not self._just_told(k):
            return False
        return self._is_of_matter(k)

    def _may_be_surveyed(self, k: int) -> bool:
        """Whether a statement tells of the survey that a denial is of, if it is: "called the {poll} a fantasy"."""
        noun, reading = self.denial.noun, self.hearing.reading
        survey = None if noun is None else stem(reading.word(noun))
        if survey not in stems("survey"):
            return True
        return any(stem(reading.word(i)) == survey for i in self.hearing.sentence_words(k))

    def means(self, k: int, *, first: bool) -> bool:
        """Whether a denial means a statement that it may mean. first: no other is found to be meant yet."""
        hearing, denial = self.hearing, self.denial
        force = hearing.statements[k].force
        named, joined = self._names(k), self.joins(k)
        if not (named or joined) and (
            hearing.places[k] > hearing.places[denial.statement] or (denial.noun is None and not denial.plea)
        ):
            return False
        if self.matter is not None and denial.noun is not None and not (named or joined or self.named_back):
            return False  # what the allegations are is told: who says that is found by what it says
        meant = self._apart(k) <= BEFORE and self._noun_means(k, first=first)
        meant = meant or (self.named_back and self.matter is not None)  # what it says is known, and this speaks of it
        told = len({term for claim in hearing.claims.of[k] for term in claim.terms}) >= TELLING
        return joined or ((told or named) and (meant or force == "accuse")) or (named and _asserts(hearing, k))

    def _noun_means(self, k: int, *, first: bool) -> bool:
        """Whether the noun for what is denied may mean a statement: its speaker, or the first it points back to."""
        if self.denial.noun is None:
            return False
        told = self.hearing.statements[k]
        back = (self.named_back or self._contradicted) and first
        return _is_document(self.hearing, self.denial.noun, told.speaker) or (back and told.force in ("assert", "deny"))

    def joins(self, k: int) -> bool:
        """Whether a denial points at just that statement: as "it", as "the report", as the charge before it."""
        if k in self._meant_by or (self._just_told(k) and self._is_before(k)):
            return True
        return self._answers(k) and (
            _is_of_it(self.hearing, self.denial) or _denies_thing(self.hearing, self.denial, k)
        )

    def _is_of_matter(self, k: int) -> bool:
        """Whether a statement may be of what is denied, as far as that is told."""
        hearing, denial, matter = self.hearing, self.denial, self.matter
        if matter is None and not self._told_at_all:
            return True
        force = hearing.statements[k].force
        shares = matter is not None and (_shares(hearing, matter, k) or _is_of_losses(hearing, matter, k))
        charged = force == "accuse" and shares and hearing.concerns(k, self.speaker)
        if self._told_at_all and self._apart(k) > BEFORE and not charged:
            return False
        if matter is None or shares:
            return True
        own = self._answers(k) and denial.noun is None and hearing.of_own(denial.claim)  # "it had not flown that day"
        told_of = denial.noun is not None or not (denial.explicit or denial.grounds)
        if told_of and not own:
            return False
        # Who denies having called the clerk was told to have been paid: another matter.
        return not (denial.explicit and denial.noun is None and force == "assert")

    def _names(self, k: int) -> bool:
        """Whether a statement is of whoever denies, and not told too far off."""
        close = self._apart(k) <= BEFORE or self._far or self.hearing.statements[k].force == "accuse"
        return close and self.hearing.concerns(k, self.speaker)

    def _answers(self, k: int) -> bool:
        """Whether a denial stands right behind an accusation."""
        return self._apart(k) <= 1 and self.hearing.statements[k].force == "accuse" and self._is_before(k)

    def _just_told(self, k: int) -> bool:
        return self._points_back and self._apart(k) <= self._reach

    def _is_before(self, k: int) -> bool:
        return self.hearing.places[k] < self.hearing.places[self.denial.statement]

    def _apart(self, k: int) -> int:
        """The sentences between a statement, which may go on over several, and the denial."""
        told = (self.hearing.reading.sentence[claim.words[0]] for claim in self.hearing.claims.of[k])
        here = self.hearing.sentence(self.denial.statement)
        return min((abs(here - one) for one in (self.hearing.sentence(k), *told)), default=0)


def _says_it_is_false(hearing: Hearing, denial: Denial) -> bool:
    """Whether what has just been told is said to be false: "{that} was a lie"."""
    opens = hearing.reading.word(denial.claim.words[0]).lower() in ("that", "this", "it")
    first = hearing.claims.of[denial.statement][0]  # what he has said before is what "it" means
    sentences = {hearing.reading.sentence[claim.words[0]] for claim in (first, denial.claim)}
    opens = opens and len(sentences) == 1
    return opens and denial.explicit and not denial.plea and denial.matter is None and denial.noun is None


def _denies_guilt(hearing: Hearing, denial: Denial) -> bool:
    """Whether it is guilt that is denied, of whatever: "denies any {wrongdoing}"."""
    return any(stem(hearing.reading.word(i)) in stems("charged") for i in range(*denial.claim.words))


def _points_back(denial: Denial) -> bool:
    """Whether what is denied is a word for what the sentence has just told: "which", "a charge", "that"."""
    a, b = denial.claim.words
    return b - a <= 3 and denial.matter is None


def _is_pronoun(hearing: Hearing, denial: Denial) -> bool:
    """Whether what is denied is told by a pronoun alone: "{that} was disputed by the losers"."""
    a, b = denial.claim.words
    return b - a == 1 and hearing.reading.pos[a] == "PRON"


def _is_last_claim(hearing: Hearing, denial: Denial) -> bool:
    """Whether it is the claim made last that is denied: "were sceptical of {that claim}"."""
    first, noun = denial.claim.words[0], denial.noun
    return noun == first + 1 and hearing.reading.word(first).lower() in ("that", "this")


def _contradicts(hearing: Hearing, denial: Denial) -> bool:
    """Whether it is somebody, not something, who is said to be wrong: "doctors contradicted {him}"."""
    pronoun = lexicon.pronoun(hearing.reading.word(denial.claim.words[0]))
    return _is_pronoun(hearing, denial) and pronoun is not None and pronoun.gender in ("m", "f")


def _said_to_be_wrong(hearing: Hearing, denial: Denial) -> str | None:
    """Who by name is said to be wrong, not what: "contradicting {the ministry}"."""
    named = (hearing.reading.mentions.get(i) for i in range(*denial.claim.words))
    whole = any(one and one.words == denial.claim.words and one.kind in ("person", "organization") for one in named)
    return hearing.actor_at(range(*denial.claim.words)) if whole else None


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
    inner = (k for k in hearing.beside(n) if hearing.within(n, hearing.places[k]))
    if any(hearing.statements[k].speaker not in others and _is_most_of(hearing, k, n) for k in inner):
        return True
    return all(not claim.terms - {"same"} for claim in hearing.claims.of[n])


def _is_most_of(hearing: Hearing, inner: int, n: int) -> bool:
    """Whether what one statement tells is most of what another does that passes it on, and no aside: "sold the land
    and hid money {allegedly} taken for it"."""
    start = hearing.reading.starts[hearing.places[inner]]
    told = sum(b - a for a, b in hearing.statements[inner].content)
    return any(a <= start < b and 2 * told > b - a for a, b in hearing.statements[n].content)


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


def _is_document(hearing: Hearing, noun: int, actor: str | None) -> bool:
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
