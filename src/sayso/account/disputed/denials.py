"""Statements that something is not so, and what exactly they say is not so.

"Denied any wrongdoing", "dismissed reports that it fled", "the charges were false", "there is no truth in the rumours",
"had nothing to do with it". A refusal ("was denied a visa", "rejected the offer") denies nothing that anybody claims.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso import lexicon
from sayso.account.disputed.claims import Claim, Claims
from sayso.account.grammar import valency
from sayso.account.grammar.modality import future
from sayso.account.grammar.stems import is_one_of, stem, stems
from sayso.account.said.force_types import BLAMING, OPPOSING
from sayso.model import Actor, Force, Statement
from sayso.reader import Words

OWNER = 8  # words in which it is said by whom a claim is made
BESIDE = 3  # words behind "called" in which that is said
CALLED = 5  # words after "described as" in which it is said what a claim is called
BACK = 4  # statements back to the one that is answered
OPENING = 5  # words with which a content opens that may hold the noun it is about
KNOWN = ("it", "them", "him", "her", "this", "that")
REASON = 4  # words behind "because" in which a negation belongs to the reason
BROKEN_OFF = 12  # words between a cue and a content, at most, that may hold its negation


@dataclass(frozen=True, slots=True)
class Denial:
    """A statement that something is not so."""

    statement: int
    claim: Claim  # the sentence that says so
    matter: Words | None  # what is denied; None where that must be looked for before it
    noun: int | None = None  # the noun that names it as a claim
    plea: bool = False
    explicit: bool = True  # says so with a word of denial, not merely by a negation
    grounds: bool = False  # says that there is no ground for it: "no connection with", "no evidence of"
    such: bool = False  # of what another has just spoken of: "no such order", "gave no order", "there was no gun"


class Denials:
    """What the statements of a report deny."""

    def __init__(self, claims: Claims, statements: Sequence[Statement], known: dict[str, Actor]) -> None:
        self.reading, self.claims, self.statements, self.known = claims.reading, claims, statements, known
        self._cues = [self._cue_stems(statement) for statement in statements]

    def cue(self, n: int) -> frozenset[str]:
        """The stems of a statement's cue, of its words alone and of each with the next; none of a negated cue."""
        return self._cues[n]

    def contests(self, n: int) -> bool:
        """Whether the cue of a statement is one that denies."""
        return bool(self._cues[n] & (stems("deny") | stems("dismiss")))

    def of(self, n: int) -> list[Denial]:
        """What a statement says is not so."""
        statement, cue = self.statements[n], self.cue(n)
        if statement.speaker is None or not self.claims.of[n] or self._is_hearsay(statement):
            return []
        first = self.claims.of[n][0]
        if cue & stems("deny"):
            return self._denied(n, first)
        if cue & stems("dismiss") and (dismissed := self._dismissed(n, first)) is not None:
            return dismissed
        if cue & stems("gainsay") and (gainsaid := self._gainsaid(first)) is not None:
            return [gainsaid]
        if (doubted := self._doubted(n, first)) is not None:
            return [doubted]
        if cue & stems("call") and self._called_after(statement):
            return [self._of(first, self.claim_noun(first, remarks=True))]
        return self._contradictions(n, first)

    def _denied(self, n: int, first: Claim) -> list[Denial]:
        """What is not so by a cue that denies it: "{denied} that troops had crossed", "{denied} the reports"."""
        statement = self.statements[n]
        if self._of_what_was_done(statement, first):
            return []
        if self._passive(statement) or self._root_stem(first) in stems("refused"):
            return []
        if (thing := self._any_such(first)) is not None:
            return [Denial(n, first, self._with_compounds(thing), such=True)]
        named = self._rejected_noun(statement, first)
        if named is not None and not self.general(first.words):
            return [Denial(n, first, self._complement(named, first.words) or first.words, named)]
        if named is not None:
            return [Denial(n, first, None, named)]  # "denied accusations | of wrongdoing"
        return [self._of(first, self.claim_noun(first, remarks=True))]

    def _dismissed(self, n: int, first: Claim) -> list[Denial] | None:
        """What is not so by a cue that dismisses it: "{rejected} the claim"; None where a matter is dismissed
        and not what anybody says of it, as far as the cue tells."""
        statement, cue = self.statements[n], self.cue(n)
        of_it = self._is_of_what_was_said(first) and not self._is_court(statement)
        if of_it and (cue & stems("outright") or self._answers_charge(n)):
            return [Denial(n, first, None)]
        noun = self.claim_noun(first, remarks=False)
        noun = self._version(first) if noun is None else noun
        if noun is None and (inside := self._rejected_noun(statement, first)) is not None:
            if self.reading.word(first.words[0]).lower() == "as":  # "dismissed the allegations as gossip"
                proposed = stem(self.reading.word(inside)) in stems("proposed")
                return [] if proposed else [Denial(n, first, None, inside)]
            if not self.general(first.words):
                return [Denial(n, first, first.words, inside)]  # "shot down rumours of"
            if not self._is_court(statement):
                return [Denial(n, first, None, inside)]  # "rejected allegations | of wrongdoing"
        if noun is not None and self._tried(statement, noun):
            return []
        return [self._of(first, noun)] if noun is not None and not self._passive(statement) else None

    def _contradictions(self, n: int, first: Claim) -> list[Denial]:
        """What is not so by what is said of it: "the reports were {false}", "no shots had been fired"."""
        statement, called = self.statements[n], bool(self.cue(n) & stems("call"))
        told = (
            self._falsity(claim, called, claim is first) or self._plea(claim) or self._negation(claim, statement.force)
            for claim in self.claims.of[n]
        )
        said = [denial for denial in told if denial]
        if statement.force == "deny" and not said and not self.general(first.words) and self._broken_off(statement):
            return [Denial(n, first, first.words, explicit=False)]
        return said

    def _gainsaid(self, first: Claim) -> Denial | None:
        """What is not so by a cue that finds fault with a claim: "took issue with the assertion {that it had leaked}";
        not with what should be."""
        noun = self.claim_noun(first, remarks=True)
        if noun is None:
            return None
        behind = range(noun + 1, min(noun + 2 + OWNER, first.words[1] - 1))
        opens = (i for i in behind if self.reading.word(i).lower() == "that")
        that = next((i for i in opens if self.reading.pos[i] in ("SCONJ", "PRON")), None)
        if that is not None and not first.possible:
            return Denial(first.statement, first, (that + 1, first.words[1]), noun)
        broken = noun + 1 == first.words[1] and len(self.statements[first.statement].content) > 1
        return Denial(first.statement, first, None, noun) if broken else None  # "the view | voiced by him | that"

    def _doubted(self, n: int, first: Claim) -> Denial | None:
        """What a statement says is not believed: "doubt {that it is complete}", "it was doubtful {that it was}"; not
        that it will be so."""
        if first.possible or future(self.reading, self.claims.root(first.words)):
            return None
        if self.cue(n) & stems("disbelieve"):
            return self._of(first, self.claim_noun(first, remarks=True))
        opening = range(first.words[0], min(first.words[0] + OPENING, first.words[1]))
        at = next(
            (i for i in opening if is_one_of("disbelieve", self.reading.word(i)) and not self.is_negated(i)), None
        )
        that = None if at is None else at + 1
        if that is None or not self._opens_clause(that, first.words) or self.general((that + 1, first.words[1])):
            return None
        return Denial(n, first, (that + 1, first.words[1]))

    def _rejected_noun(self, statement: Statement, first: Claim) -> int | None:
        """The noun for a claim in a cue that dismisses it, or between that and what is claimed: "rejected {allegations}
        by the union that it had paid"."""
        if statement.cue is None:
            return None
        a, b = self.reading.within(statement.cue)
        object_ = next((i for i in range(b, first.words[0]) if self.reading.relation[i] == "obj"), None)
        behind = object_ is not None and a <= self.reading.head[object_] < b
        return self.claim_noun_in((a, object_ + 1 if object_ is not None and behind else b))

    def _is_hearsay(self, statement: Statement) -> bool:
        """Whether it is a rumour that a statement passes on, by nobody: it may be contested, and contests nothing."""
        if statement.cue is None or statement.speaker_span is not None:
            return False
        words = self.reading.within(statement.cue)
        return any(
            self.reading.pos[i] == "NOUN" and stem(self.reading.word(i)) in stems("hearsay") for i in range(*words)
        )

    def _tried(self, statement: Statement, noun: int) -> bool:
        """Whether it is a court that dismisses charges: a ruling, and no voice of its own."""
        return self._is_court(statement) and stem(self.reading.word(noun)) == stem("charge")

    def _is_proposal(self, claim: Claim, noun: int) -> bool:
        """Whether a noun is for what is to be done, and tells no claim: "rejected the {idea} as costly"."""
        return is_one_of("proposed", self.reading.word(noun)) and self._complement(noun, claim.words) is None

    def _is_court(self, statement: Statement) -> bool:
        actor = self.known[statement.speaker or ""]
        return actor.sector == "JUD" or any(word in actor.name.casefold() for word in lexicon.denial_words("court"))

    def _answers_charge(self, n: int) -> bool:
        """Whether what another says right before a statement accuses: to "reject that" is to say that it is not so, and
        not to refuse a proposal."""
        own = self.statements[n]
        before = reversed(self.statements[max(0, n - BACK) : n])
        last = next((one for one in before if one.speaker != own.speaker), None)
        return last is not None and last.force in BLAMING and self._apart(last, own) <= 1

    def _apart(self, one: Statement, other: Statement) -> int:
        """How many sentences two statements are apart."""
        first, last = (self.reading.within(x.content[0])[0] for x in (one, other))
        return abs(self.reading.sentence[last] - self.reading.sentence[first])

    def _is_of_what_was_said(self, claim: Claim) -> bool:
        """Whether a claim is but a pronoun for what was just said: "that"."""
        a, b = claim.words
        return b - a == 1 and self.reading.word(a).lower() in ("that", "this", "it")

    def _cue_stems(self, statement: Statement) -> frozenset[str]:
        if statement.cue is None:
            return frozenset()
        words = range(*self.reading.within(statement.cue))
        written = [self.reading.word(i).lower() for i in words]
        if lexicon.denial_words("not").intersection(written):
            return frozenset()
        after = self.reading.word(words.stop) if words.stop < len(self.reading) else ""
        found = [stem(word) for word in written]
        pairs = zip(found, [*found[1:], stem(after)], strict=True)
        return frozenset((*found, *(f"{one}_{other}" for one, other in pairs)))

    def _broken_off(self, statement: Statement) -> bool:
        """Whether a content begins after its negation: "said the minister had never | owned a share"."""
        if statement.cue is None or statement.cue[1] > statement.content[0][0]:
            return False
        between = self.reading.within((statement.cue[1], statement.content[0][0]))
        words = (
            {self.reading.word(i).lower().replace("’", "'") for i in range(*between)}
            if between[1] - between[0] < BROKEN_OFF
            else set()
        )
        return bool(words & lexicon.denial_words("not"))

    def _passive(self, statement: Statement) -> bool:
        """Whether somebody is denied something, and does not deny it: but "that was disputed {by the losers}" is their
        word."""
        assert statement.cue is not None
        if statement.speaker_span and statement.speaker_span[0] >= statement.cue[1]:
            return False
        verb = self.claims.root(self.reading.within(statement.cue))
        return any(self.reading.relation[i] == "aux:pass" for i in self.claims.children[verb])

    def _of_what_was_done(self, statement: Statement, claim: Claim) -> bool:
        """Whether a pronoun is what somebody denies having done something to: "Sake, {which} they denied attacking"."""
        assert statement.cue is not None
        reading, (a, b), after = self.reading, claim.words, self.reading.within(statement.cue)[1]
        done = after < len(reading) and reading.pos[after] == "VERB" and reading.word(after).endswith("ing")
        return done and b - a == 1 and reading.pos[a] == "PRON"

    def _root_stem(self, claim: Claim) -> str:
        return stem(self.reading.word(self.claims.root(claim.words)))

    def claim_noun(self, claim: Claim, remarks: bool) -> int | None:
        """The noun that names the content as somebody's claim: at its head, or joined to what is."""
        reading = self.reading
        listed = stems("claim") | stems("remark") if remarks else stems("claim")
        for i in range(*claim.words):
            if reading.pos[i] != "NOUN" or stem(reading.word(i)) not in listed:
                continue
            if i < claim.words[0] + OPENING and self._opens_clause(i + 1, claim.words):
                return i
            at = i
            while reading.relation[at] in ("conj", "nmod", "compound") and claim.words[0] <= reading.head[at] < i:
                at = reading.head[at]
            outside = not claim.words[0] <= reading.head[at] < claim.words[1]
            if outside or reading.relation[at] in ("obj", "root", "ccomp", "obl"):
                return i
            return None
        return None

    def _version(self, claim: Claim) -> int | None:
        """The noun that names the content as how somebody else says it was: "rejected {that version}"."""
        noun = self.claim_noun(claim, remarks=True)
        if noun is None or stem(self.reading.word(noun)) not in stems("version"):
            return None
        about = self.reading.word(noun + 1).lower() if noun + 1 < len(self.reading) else ""
        return None if about in ("about", "on") else noun  # "dismissed the story about the mails" as of no weight

    def points_back(self, noun: int) -> bool:
        """Whether a noun for a claim means one that has been told: "the claim", "that version"."""
        return noun > 0 and valency.is_word("definite", self.reading, noun - 1)

    def _of(self, claim: Claim, noun: int | None) -> Denial:
        """A denial of a content, or of what its noun says is claimed."""
        if noun is not None:
            return Denial(claim.statement, claim, self._complement(noun, claim.words), noun)
        return Denial(claim.statement, claim, None if self.general(claim.words) else claim.words)

    def general(self, words: Words) -> bool:
        """Whether words say too little of what is meant: "any wrongdoing", "which", "the charge"."""
        vague = stems("general") | stems("claim") | stems("not")
        terms = {
            term
            for i in range(*words)
            if self.reading.pos[i] not in ("PRON", "DET") and (term := self.claims.term(i)) is not None
        }
        return not {term for term in terms if term not in vague and not term.startswith("=")}

    def _complement(self, noun: int, within: Words) -> Words | None:
        """What a claim says, by the words that hang on its noun: a clause, "of doing", "against somebody"."""
        reading, out = self.reading, list[int]()
        within = self._without_marks(within)
        at = noun + 1
        if at < within[1] and reading.word(at).lower() in ("by", "from"):  # "accusations by the paper that"
            at = next((i for i in range(at, min(at + OWNER, within[1])) if self._opens_clause(i, within)), at)
        if self._opens_clause(at, within) and not self.general(rest := (at + 1, within[1])):
            return rest
        for i in self.claims.children[noun]:
            owner = any(reading.word(k).lower() in ("by", "from") for k in self.claims.children[i])
            made = reading.relation[i] in ("acl", "acl:relcl") and any(
                reading.relation[k] == "obl:agent" for k in self.claims.children[i]
            )
            if i > noun and reading.relation[i] in ("acl", "acl:relcl", "ccomp", "nmod") and not owner and not made:
                out += [k for k in self.claims.under(i) if within[0] <= k < within[1]]
        words = (min(out), max(out) + 1) if out else None
        return words if words and not self.general(words) else None

    def _without_marks(self, words: Words) -> Words:
        """Words without the marks, articles and adverbs behind them: "that it fled {“a pure} lie”"."""
        start, end = words
        while end > start and self.reading.pos[end - 1] in ("PUNCT", "ADV", "DET"):
            end -= 1
        return start, end

    def _opens_clause(self, i: int, within: Words) -> bool:
        """Whether a word is a "that" which opens a clause: "the claim that", which trees often get wrong."""
        return i + 1 < within[1] and self.reading.word(i).lower() == "that" and self.reading.pos[i] == "SCONJ"

    def _falsity(self, claim: Claim, called: bool, first: bool) -> Denial | None:
        """That claims are called false: "the charges are false", "called the report a lie", "no truth in rumours"."""
        for i in range(*claim.words):
            if self._untrue(i):
                denial = self._said_false(claim, i) or (self._called_false(claim, i) if called and first else None)
                if denial:
                    return denial
            if stem(self.reading.word(i)) in stems("grounds") and self._none(i):
                noun = self.claim_noun_in((i + 1, claim.words[1]))
                if noun is not None and noun - i < 8:
                    return Denial(claim.statement, claim, self._complement(noun, claim.words), noun)
                noun = self.claim_noun_in((claim.words[0], i))
                if noun is not None and i - noun < 8 and self.points_back(noun):
                    return Denial(claim.statement, claim, None, noun)  # "the claim had no legal basis"
        return None

    def _untrue(self, i: int) -> bool:
        """Whether a word says that something is not so: "false", "not true"."""
        word, negated = stem(self.reading.word(i)), self.is_negated(i)
        listed = stems("true") if negated else stems("false")
        return word in listed and self.reading.pos[i] not in ("PROPN", "ADV")

    def _none(self, i: int) -> bool:
        return any(self.reading.word(k).lower() == "no" for k in self.claims.children[i])

    def _said_false(self, claim: Claim, i: int) -> Denial | None:
        """What is not so, where word `i` says that it is not: its subject, or the noun it stands before."""
        reading = self.reading
        head = reading.head[i]
        if reading.relation[i] == "amod" and stem(reading.word(head)) in stems("claim") and not self.is_negated(i):
            return Denial(claim.statement, claim, self._complement(head, claim.words), head)
        inside = (k for k in self.claims.children[i] if claim.words[0] <= k < claim.words[1])
        subjects = (k for k in inside if reading.relation[k] in ("nsubj", "nsubj:pass", "nsubj:outer"))
        subject = next(subjects, None)
        noun = self.claim_noun_in((claim.words[0], i))
        # Over a clause between the two ("reports that rebels took the port turned out to be false") the tree may err.
        opens = noun is not None and noun < claim.words[0] + OPENING and self._is_said(i)
        if noun is not None and (opens or (subject is not None and noun in self.claims.under(subject))):
            return Denial(claim.statement, claim, self._complement(noun, (noun, i)), noun)
        if subject is not None and reading.word(subject).lower() in ("that", "this", "it", "all"):
            return Denial(claim.statement, claim, None)
        return None

    def _called_after(self, statement: Statement) -> bool:
        """Whether a claim stands before the words that call it false: "an accusation the ministry described as
        absurd", "called a lie"."""
        if statement.cue is None or statement.content[0][0] > statement.cue[0]:
            return False
        after = self.reading.within(statement.cue)[1]
        if after >= len(self.reading):
            return False
        far = CALLED if self.reading.word(after).lower() == "as" else BESIDE
        return any(self._untrue(i) for i in range(after, min(after + far, len(self.reading))))

    def _called_false(self, claim: Claim, i: int) -> Denial | None:
        """ "Called | the report a lie": the claim before word `i`."""
        noun = self.claim_noun_in((claim.words[0], i))
        if noun is not None and self._is_proposal(claim, noun):
            return None
        if noun is not None:
            return Denial(claim.statement, claim, self._complement(noun, (noun, i)), noun)
        cue = self.statements[claim.statement].cue
        if cue and cue[1] <= self.reading.starts[claim.words[0]]:
            told, after = self.reading.within(cue)
            near = claim.words[0] - after < OWNER  # "called the charge | a complete lie"
            if (noun := self.claim_noun_in((told, claim.words[0] if near else after))) is not None:
                matter = self._without_marks((claim.words[0], i))  # "called reports | that it fled lies"
                clause = any(self.reading.pos[k] in ("VERB", "AUX") for k in range(*matter))
                return Denial(claim.statement, claim, matter if clause and not self.general(matter) else None, noun)
        return Denial(claim.statement, claim, None) if self.general((claim.words[0], i)) else None

    def _is_said(self, i: int) -> bool:
        """Whether a form of "be" stands just before a word."""
        words = (self.reading.word(k).lower() for k in range(max(0, i - 3), i))
        return any(word in ("is", "are", "was", "were", "be", "been") for word in words)

    def claim_noun_in(self, words: Words) -> int | None:
        """The first noun among words that names a claim."""
        listed = stems("claim") | stems("remark")
        return next(
            (i for i in range(*words) if self.reading.pos[i] == "NOUN" and stem(self.reading.word(i)) in listed), None
        )

    def is_negated(self, i: int) -> bool:
        """Whether a word is negated, of all that it is said of."""
        not_ = lexicon.denial_words("not") - {"without"}  # "fired {without} warning" says that they fired
        negations = (k for k in self.claims.children[i] if self.reading.word(k).lower().replace("’", "'") in not_)
        return any(not self._gives_reason(k) and not self._is_of_all(k) for k in negations)

    def _is_of_all(self, i: int) -> bool:
        """Whether it is but of all that something is said not to be so: "{not} all of them came"."""
        after = self.reading.word(i + 1).lower() if i + 1 < len(self.reading) else ""
        return after in lexicon.denial_words("not_all")

    def _gives_reason(self, i: int) -> bool:
        """Whether a negation stands in a reason, whatever the tree says: "died because they had {nothing} to eat"."""
        before = range(max(0, i - REASON), i)
        return any(stem(self.reading.word(k)) in stems("because") for k in before if self.reading.pos[k] == "SCONJ")

    def never_saw(self, claim: Claim) -> bool:
        """Whether somebody says that he does not know what was just told of, was not there, or did none of it: "had
        {never seen them} before", "had {not been near} the well", "had given {none}"."""
        words = [self.reading.word(i).lower() for i in range(*self._without_marks(claim.words))]
        if words[-1:] == ["none"] and len(words) > 2:
            return True
        for at, word in enumerate(words[:-2]):
            after = words[at + 2 :]
            knows = is_one_of("know_of", words[at + 1]) and after[after[:1] == ["of"] :][:1]
            if word == "never" and knows and knows[0] in KNOWN:
                return True
            went = word in ("never", "not") and is_one_of("go_there", words[at + 1])
            if went and not lexicon.denial_words("there").isdisjoint(after[:2]):
                return True
        return False

    def _disowns(self, claim: Claim) -> bool:
        """Whether somebody is said to have had "nothing to do with it"."""
        return any(words[:1] in (["it"], ["this"], ["that"]) for words in self._without_part_in(claim))

    def _had_no_part(self, claim: Claim) -> bool:
        """Whether somebody is said to have had "nothing to do with" a thing, whatever it is."""
        return next(self._without_part_in(claim), None) is not None

    def _without_part_in(self, claim: Claim) -> Iterator[list[str]]:
        """The words of a claim behind "nothing to do with"."""
        words = [self.reading.word(i).lower() for i in range(*claim.words)]
        for i in range(len(words)):
            if words[i : i + 4] == ["nothing", "to", "do", "with"]:
                yield words[i + 4 :]

    def _such(self, claim: Claim) -> int | None:
        """What is said not to be there, where it points back, or is of a kind that is or is not: "no such {letter} was
        received", "gave no {order}", "there was no {gun}", "there was never a {deal}", "used no live {rounds}"."""
        reading = self.reading
        there = reading.word(claim.words[0]).lower() == "there"
        for i in range(claim.words[0], claim.words[1] - 1):
            word, after = reading.word(i).lower(), reading.word(i + 1).lower()
            if word != "no" and not (there and word in ("never", "not") and after in ("a", "an", "any", "such")):
                continue
            i += word != "no"
            thing = reading.head[i] if reading.pos[reading.head[i]] == "NOUN" else i + 1
            if reading.pos[thing] != "NOUN":
                continue
            given = next((k for k in range(i + 1, thing + 1) if stem(reading.word(k)) in stems("given")), None)
            if given is not None:
                return given
            traced = self._traced(thing)
            if traced is not None and (self.claims.tells_deed(traced) or self._is_such(traced)):
                return traced
            if after == "such" or (there and self._may_be_there(thing)):
                return thing
            if self._occurs(thing) and (self.claims.tells_deed(thing) or self.assails(thing)):
                return thing
            if word == "no" and is_one_of("be_there", reading.word(reading.head[thing])) and self._may_be_there(thing):
                return thing  # "{no} boat had come", "found {no} bodies", "no {weapon} was shown"
        unnoticed = self._unnoticed(claim)
        return self._unused(claim) if unnoticed is None else unnoticed

    def _unnoticed(self, claim: Claim) -> int | None:
        """What nobody is said to have heard, seen or got: "nobody heard a {siren}", not "nobody saw the thief"."""
        reading, verb, first = self.reading, self.claims.root(claim.words), claim.words[0]
        opens = [reading.word(i).lower() for i in range(first, min(first + 2, claim.words[1]))]
        nobody = opens[0] in ("nobody", "none") or opens == ["no", "one"]
        if not nobody or not is_one_of("be_there", reading.word(verb)):
            return None
        behind = (i for i in valency.parts(reading, verb, "obj", "nsubj") if i > verb and reading.pos[i] == "NOUN")
        things = (i for i in behind if self._may_be_there(i))
        definite = lexicon.function_words("definite")
        return next(
            (i for i in things if definite.isdisjoint(reading.word(k).lower() for k in self.claims.children[i])), None
        )

    def _is_such(self, thing: int) -> bool:
        """Whether a thing is called one told of before: "no record of {such a letter}"."""
        return any(self.reading.word(i).lower() == "such" for i in self.claims.children[thing])

    def _traced(self, thing: int) -> int | None:
        """Of what something is a trace: "no trace of {alcohol}"."""
        is_trace = is_one_of("trace", self.reading.word(thing))
        return next(valency.parts(self.reading, thing, "nmod"), None) if is_trace else None

    def assails(self, i: int) -> bool:
        """Whether a word tells of an attack of any kind: "no {strikes}"."""
        return is_one_of("assail", self.reading.word(i))

    def _may_be_there(self, thing: int) -> bool:
        """Whether a word is for something that is there or is not: "there was no {gun}", not "no {doubt}"."""
        return not self.general((thing, thing + 1)) and stem(self.reading.word(thing)) not in stems("grounds")

    def _any_such(self, claim: Claim) -> int | None:
        """What is denied, where it points back: "denied having got any such {warning}"."""
        words = range(claim.words[0], claim.words[1] - 2)
        such = (i for i in words if [self.reading.word(k).lower() for k in (i, i + 1)] == ["any", "such"])
        heads = (self.reading.head[i] for i in such)
        return next((i for i in heads if claim.words[0] <= i < claim.words[1] and self.reading.pos[i] == "NOUN"), None)

    def _occurs(self, thing: int) -> bool:
        """Whether something is what takes place, or is used or done: "no {raid} took place", "no {bullets} were used",
        "carried out no {strikes}"."""
        verb = self.reading.head[thing]
        if self.reading.relation[thing] == "obj" and stem(self.reading.word(verb)) in stems("do_it"):
            return True
        if self.reading.relation[thing] == "nsubj:pass" and valency.is_one_of("using", self.reading, verb):
            return True
        after = self.reading.word(verb + 1) if verb + 1 < len(self.reading) else ""
        forms = [stem(form) for form in lexicon.lemmas(self.reading.word(verb).lower())]
        found = {*forms, *(f"{form}_{stem(after)}" for form in forms)}
        return self.reading.relation[thing] in ("nsubj", "nsubj:pass") and not stems("occur").isdisjoint(found)

    def _with_compounds(self, noun: int) -> Words:
        """A noun with the words before it that belong to it: "coup {attempt}"."""
        begin = noun
        while begin and self.reading.head[begin - 1] == noun and self.reading.relation[begin - 1] == "compound":
            begin -= 1
        return begin, noun + 1

    def _unused(self, claim: Claim) -> int | None:
        """With what somebody is said not to have done it, where that tells a deed by itself: "did not use {guns}"."""
        verb = self.claims.root(claim.words)
        if not valency.is_one_of("using", self.reading, verb):
            return None
        things = (i for i in self.claims.children[verb] if self.reading.relation[i] == "obj")
        return next((i for i in things if self.claims.tells_deed(i)), None)

    def _says_nothing(self, claim: Claim) -> bool:
        """Whether somebody says that he says nothing: "has no {comment} on it"."""
        things = (i for i in range(*claim.words) if is_one_of("nothing_said", self.reading.word(i)))
        return any(self._none(i) for i in things)

    def negated(self, claim: Claim) -> bool:
        """Whether a claim says that something is not so: negated at its root, or in the noun that the root is about."""
        root = self.claims.root(claim.words)
        return self.is_negated(root) or any(map(self.is_negated, self.claims.children[root]))

    def _plea(self, claim: Claim) -> Denial | None:
        """That somebody is innocent, whatever else is said: "she is {innocent} and never knew of it"."""
        innocent = is_one_of("innocent", self.reading.word(self.claims.root(claim.words)))
        return Denial(claim.statement, claim, None, plea=True) if innocent and not claim.possible else None

    def _negation(self, claim: Claim, force: Force) -> Denial | None:
        """A claim that something is not so: negated at its root, or in the noun that the root is about."""
        if not claim.negated or claim.possible or force not in (*OPPOSING, *BLAMING, "assert"):
            return None
        if self._disowns(claim) or self.never_saw(claim):
            return Denial(claim.statement, claim, None)
        root, such = self.claims.root(claim.words), self._such(claim)
        if such is None and self._says_nothing(claim):
            return None
        negated = self.negated(claim) or self._had_no_part(claim)
        if such is None and not negated and self.reading.word(claim.words[0]).lower() != "there":
            return None
        if stem(self.reading.word(root)) in stems("guilty"):
            return Denial(claim.statement, claim, None, plea=True)
        if such is not None:
            return Denial(claim.statement, claim, self._with_compounds(such), such=True)
        if stem(self.reading.word(root)) in stems("recognised"):
            noun = self.claim_noun(claim, remarks=False)
            return None if noun is None else self._of(claim, noun)  # "we do not recognise these claims"
        matter = claim.words
        if self.general(matter):
            charged = any(stem(self.reading.word(i)) in stems("charged") for i in range(*matter))
            return Denial(claim.statement, claim, None) if charged else None
        grounds = [i for i in (root, *self.claims.children[root]) if self.is_negated(i)]
        ground = any(stem(self.reading.word(i)) in stems("grounds") for i in grounds)
        return Denial(claim.statement, claim, matter, explicit=False, grounds=ground)
