"""A report's statements laid out so that they can be held against each other: where each is told, whom its words name,
who may stand against whom, and the words in which a dispute found is put."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import cast

from sayso import lexicon
from sayso.account.disputed.claims import Claim, Claims, place_term
from sayso.account.disputed.denials import Denial, Denials
from sayso.account.grammar import valency
from sayso.account.grammar.stems import stem, stems
from sayso.account.grammar.text import Text
from sayso.account.said.cues import has_force
from sayso.model import Actor, DisputeKind, Event, Span, Statement

BEFORE = 2  # sentences before a denial in which a claim stands that the denial does not repeat
NAMED = 6  # sentences before or after a denial of "the accusations" in which they are told
POSITION = 240  # characters of a position, at most
ISSUE = 100  # of an issue
MANY = 40  # statements near one that are looked at
BODIES = ("government", "organization", "group")  # those who may be called by a common noun: "the army"
BELONGING = ("nmod", "nmod:poss", "compound", "obl")  # how a word depends that tells whose officer somebody is
CLAUSES = ("conj", "advcl", "parataxis", "ccomp")  # how a word depends that begins another clause
OWN = 3  # words with which a claim begins, one of which shows that whoever makes it speaks of his own
OFFICIAL = ("GOV", "MIL", "COP", "JUD", "SPY")


@dataclass(slots=True)
class Position:
    """One side while it is being found: who stands on it, by which statements, and the words that say it best."""

    span: Span
    actors: dict[str, None] = field(default_factory=dict)  # in the order found
    statements: dict[int, None] = field(default_factory=dict)

    def add(self, actor: str | None, statement: int | None = None) -> None:
        """Puts somebody on the side, for a statement of theirs if there is one."""
        if actor:
            self.actors.setdefault(actor)
        if statement is not None:
            self.statements.setdefault(statement)


@dataclass(slots=True)
class Found:
    """A dispute found: what is claimed against what is said to the contrary."""

    claimed: Position
    contested: Position
    kind: DisputeKind
    issue: str
    claims: list[Claim]  # what it is about, for the events
    others: list[Position] = field(default_factory=list)  # further positions: a third figure
    vague: bool = False  # the denial does not say what it denies
    such: bool = False  # it is of a thing that is said not to be, and of nothing else that was told
    terms: set[str] = field(default_factory=set)  # the words of that, but for names of countries

    def __post_init__(self) -> None:
        """Gathers the words."""
        self.terms = {term for claim in self.claims for term in claim.terms if not term.startswith("=")}


class Hearing:
    """The statements of a report, heard against each other."""

    def __init__(self, text: Text, actors: list[Actor], statements: list[Statement]) -> None:
        self.text, self.reading = text, text.reading
        self.actors, self.statements = actors, statements
        self.claims = Claims(self.reading, statements)
        self.known = {actor.id: actor for actor in actors}
        self.denials = Denials(self.claims, statements, self.known)
        self.of_speaker: dict[str, list[int]] = {}
        named = sorted((span, actor.id) for actor in actors for span in actor.mentions)
        self._named, self._named_starts = named, [span[0] for span, _ in named]
        self.places = [self._place(statement) for statement in statements]  # by statement: the word it is told at
        self.order = sorted(range(len(statements)), key=lambda n: (self.places[n], n))
        self.order_places = [self.places[n] for n in self.order]
        for n in self.order:
            self.of_speaker.setdefault(statements[n].speaker or "", []).append(n)
        self._names: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
        self._spoken_for: dict[str, frozenset[str]] = {}
        self._carriers: dict[str, frozenset[int]] = {}
        self._voices: dict[str, frozenset[str]] = {}

    def _place(self, statement: Statement) -> int:
        start = statement.cue[0] if statement.cue else statement.content[0][0] if statement.content else 0
        return min(bisect_right(self.reading.ends, start), max(len(self.reading) - 1, 0))

    def sentence(self, n: int) -> int:
        """The sentence that a statement is told in."""
        return self.reading.sentence[self.places[n]]

    def sentence_words(self, n: int) -> range:
        """The words of the sentence that a statement is told in."""
        sentence = self.reading.sentence
        return range(bisect_left(sentence, self.sentence(n)), bisect_right(sentence, self.sentence(n)))

    def actor_at(self, words: Iterable[int]) -> str | None:
        """Whom some words name: the actor with a mention that holds one of them, or holds what they refer to."""
        for i in words:
            if (found := self.mentioned(i)) is not None:
                return found
            mention = self.reading.mentions.get(i)
            if mention and mention.antecedent is not None and (found := self.mentioned(mention.antecedent)):
                return found
        return None

    def mentioned(self, i: int) -> str | None:
        """Whom a word itself names."""
        start = self.reading.starts[i]
        at = bisect_right(self._named_starts, start) - 1
        for span, actor in reversed(self._named[max(0, at - 3) : at + 1]):
            if start < span[1]:
                return actor
        return None

    def narrowest(self, i: int) -> str | None:
        """Whom a word names by itself, where it also stands in the name of a group: "{Chad} and Togo"."""
        start = self.reading.starts[i]
        at = bisect_right(self._named_starts, start)
        holding = [named for named in self._named[max(0, at - 4) : at] if start < named[0][1]]
        return min(holding, key=lambda named: named[0][1] - named[0][0])[1] if holding else None

    def state(self, i: int) -> str | None:
        """The state that a word names, where that has not been told to say or do anything: "between {Chad} and Togo".
        It is added to the actors."""
        code = (self.claims.term(i) or "").removeprefix("=")
        if code not in lexicon.countries():
            return next((one.id for one in self.actors if one.name.startswith(self.reading.word(i))), None)
        name = lexicon.countries()[code].name
        state = next((one for one in self.actors if one.name == name and one.kind == "government"), None)
        if state is None:
            state = Actor(id=f"a{len(self.actors) + 1}", name=name, kind="government", country=code, sector="GOV")
            self.actors.append(state)
            self.known[state.id] = state
        span = self.reading.span((i, i + 1))
        if span not in state.mentions:
            state.mentions = sorted([*state.mentions, span])
        return state.id

    def body(self, i: int) -> str | None:
        """The body that a word names, where that has not been told to say or do anything: "the guild and {the
        Front}". It is added to the actors."""
        mention = self.reading.mentions.get(i)
        if mention is None or mention.kind != "organization":
            return None
        first, end = mention.words
        first += self.reading.pos[first] == "DET" and end - first > 1
        span = self.reading.span((first, end))
        body = Actor(
            id=f"a{len(self.actors) + 1}", name=self.reading.string((first, end)), kind="organization", mentions=[span]
        )
        self.actors.append(body)
        self.known[body.id] = body
        return body.id

    def before(self, place: int, sentences: int) -> Iterator[int]:
        """The statements told before a word, nearest first, no more than some sentences back."""
        here = self.reading.sentence[place]
        at = bisect_left(self.order_places, place)
        for k in range(at - 1, max(-1, at - 1 - MANY), -1):
            if here - self.sentence(self.order[k]) > sentences or not self._together(place, self.order_places[k]):
                return
            yield self.order[k]

    def names(self, actor: str, *, own: bool = False) -> frozenset[str]:
        """The words by which an actor is known, as the terms of a claim. own: without those of whoever serves him."""
        if actor not in self._names:
            one = self.known[actor]
            # Who speaks for the CMA speaks for the Coordination of Azawad Movements.
            bodies = (other for word in self.spoken_for(actor) if (other := self._in_short.get(word)))
            called = [name for other in (one, *bodies) for name in (other.name, *other.aliases)]
            last = (name.split()[-1] for name in called if name.strip())
            words = {stem(part) for part in last if len(part) > 3 and (part[0].isupper() or one.kind in BODIES)}
            words |= {told for word in words if (told := self.claims.deed(word))}  # "marchers" are protesters
            # What is said of a country, or of a body, is said of those who speak for it.
            if one.country and (one.kind in ("government", "group", "anonymous") or one.sector in OFFICIAL):
                words.add("=" + one.country)
            if place := place_term(one.name):
                words.add(place)
            words.update(self.spoken_for(actor))
            # What is said of soldiers is said of the army; not of other forces, where an army is told of.
            servants = {stem(word) for word in lexicon.servants(one.sector or "")}
            others = (o for o in self.actors if o.name and o is not one and o.country != one.country)
            servants -= {stem(other.name.split()[-1]) for other in others}
            self._names[actor] = frozenset(words), frozenset(words | servants)
        return self._names[actor][0 if own else 1]

    @cached_property
    def _in_short(self) -> dict[str, Actor]:
        """The bodies that are called by an acronym, by its stem."""
        bodies = (one for one in self.actors if one.kind in BODIES)
        return {stem(alias): one for one in bodies for alias in one.aliases if alias.isupper() and " " not in alias}

    def opposed(self, one: str | None, other: str | None) -> bool:
        """Whether two may stand against each other: both known, not the same, none a part of the other or its voice."""
        if one is None or other is None or one == other:
            return False
        a, b = self.known[one], self.known[other]
        if a.name in b.name or b.name in a.name or _named_after(a, b) or _named_after(b, a):
            return False
        if other in self._voice_of(one) or one in self._voice_of(other):
            return False
        if self._is_of_group(a, b) or self._is_of_group(b, a):
            return False
        if self._is_spokesman_of(a, b) or self._is_spokesman_of(b, a) or self._serves(a, b) or self._serves(b, a):
            return False
        official = all(x.kind == "government" or x.sector in OFFICIAL for x in (a, b))
        police = a.sector == b.sector == "COP" and None in (a.country, b.country)  # "the police", its chief
        return not (police or (official and a.country is not None and a.country == b.country))

    def members(self, speaker: str | None) -> list[str]:
        """Those whom a group of several who speak as one is made up of."""
        return [one.id for one in self._members(self.known[speaker])] if speaker else []

    def _members(self, group: Actor) -> list[Actor]:
        if group.kind != "group" or " and " not in group.name:
            return []
        names = group.name.replace(", ", " and ").split(" and ")
        return [one for one in self.actors if one.name in names]

    def _is_of_group(self, one: Actor, group: Actor) -> bool:
        """Whether somebody is, or speaks for, one of those who are told of together: "Peru and Chile"."""
        members = self._members(group)
        official = one.kind == "government" or one.sector in OFFICIAL
        return one in members or (
            official and one.country is not None and any(other.country == one.country for other in members)
        )

    def _is_spokesman_of(self, one: Actor, body: Actor) -> bool:
        """Whether somebody is called the voice of a body, by all words of its name: "Togolese army spokesman Ole Berg",
        "Togo's army"."""
        speaks = not lexicon.denial_words("voice").isdisjoint((one.role or "").lower().split())
        if not speaks or one.kind != "person" or body.kind not in BODIES:
            return False
        words, name = self.spoken_for(one.id), [stem(word) for word in body.name.split() if word[0].isalnum()]
        return all(any(min(len(a), len(b)) > 2 and (a.startswith(b) or b.startswith(a)) for b in words) for a in name)

    def _serves(self, one: Actor, body: Actor) -> bool:
        """Whether somebody's office is one in a body, by all words of its name but the last: "{fire} chief Ann Lee",
        "the Togolese {fire} department"."""
        if one.kind != "person" or body.kind not in ("government", "organization"):
            return False
        if one.country and body.country and one.country != body.country:
            return False
        office = {stem(word) for word in (one.role or "").split()} | self.spoken_for(one.id)
        name = [word for word in body.name.split() if word[0].isalnum()]
        named, whole = ([stem(w) for w in words if not lexicon.nationality(w)] for words in (name[:-1], name))
        return any(words and office.issuperset(words) for words in (named, whole))

    def is_critic(self, actor: str | None) -> bool:
        """Whether somebody is known by no more than standing against another: "critics", "the minister's opponents"."""
        return actor is not None and any(stem(word) in stems("critic") for word in self.known[actor].name.split())

    def _voice_of(self, actor: str) -> frozenset[str]:
        """The bodies for which somebody is told to speak by a pronoun: "{its} leader, Ann Moor"; not "its rival"."""
        if actor not in self._voices:
            self._voices[actor] = frozenset(
                body
                for n in self.of_speaker.get(actor, ())[:MANY]
                if (span := self.statements[n].speaker_span)
                if (body := self._whose(range(*self.reading.within(span))))
            )
        return self._voices[actor]

    def _whose(self, words: range) -> str | None:
        """Whom "its" in the words for a speaker means; of two sentences the body that has just spoken, if none else."""
        owner = next((i for i in words if self.reading.word(i).lower() in ("its", "their")), None)
        if owner is None or any(stem(self.reading.word(i)) in stems("rivalry") for i in words):
            return None
        mention = self.reading.mentions.get(owner)
        if mention and mention.antecedent is not None:
            return self.mentioned(mention.antecedent)
        before = (self.statements[k].speaker for k in self.before(owner, 1))
        return next((one for one in before if one and self.known[one].kind in BODIES), None)

    def rest(self, side: Position, n: int | None) -> list[Claim]:
        """Puts whoever tells a statement, if there is one, on a side, and gives what it claims first."""
        if n is None:
            return []
        side.add(self.statements[n].speaker, n)
        return self.claims.of[n][:1]

    def in_turn(self, one: int, other: int) -> bool:
        """Whether nobody else speaks between two statements but who speaks for one of them, under one heading: the
        second answers the first, however much each of the two says."""
        first, last = sorted((self.places[one], self.places[other]))
        between = self.order[bisect_left(self.order_places, first) : bisect_right(self.order_places, last)]
        two = [self.statements[n].speaker for n in (one, other)]
        voices = {self.statements[k].speaker for k in between} - {*two, None}
        theirs = all(any(not self.opposed(voice, side) for side in two) for voice in voices)
        return self.together(one, other) and theirs

    def together(self, one: int, other: int) -> bool:
        """Whether two statements are told under one heading, where headings tell whereof."""
        return self._together(self.places[one], self.places[other])

    def _together(self, one: int, other: int) -> bool:
        return self.text.section(self.reading.starts[one]) == self.text.section(self.reading.starts[other])

    def within(self, n: int, place: int) -> bool:
        """Whether a word lies in the content of a statement."""
        start = self.reading.starts[place]
        return any(a <= start < b for a, b in self.statements[n].content)

    def overlap(self, one: int, other: int) -> bool:
        """Whether one statement is told within the other, or both tell the same words."""
        spans = self.statements[one].content, self.statements[other].content
        return (
            self.within(one, self.places[other])
            or self.within(other, self.places[one])
            or any(a < d and c < b for a, b in spans[0] for c, d in spans[1])
        )

    def told(self, n: int, claim: Claim) -> Span:
        """The words of a denial, with its cue where that is what denies."""
        statement = self.statements[n]
        a, b = self.reading.span(claim.words)
        denies = stems("deny") | stems("dismiss") | stems("call") | stems("disbelieve")
        if statement.cue and self.denials.cue(n) & denies and self.sentence(n) == self.reading.sentence[claim.words[0]]:
            parts = [(a, b), statement.cue]
            if self.denials.general(claim.words) and statement.speaker_span:
                parts.append(statement.speaker_span)
            start, end = min(parts)[0], max(end for _, end in parts)
            if end - start < b - a + 60:
                return start, end
        return a, b

    def said(self, n: int) -> Span:
        """The words of a statement that say what it claims: its content, from its cue on where that is no clause by
        itself ("blamed the blast | on rebels")."""
        statement, claim = self.statements[n], self.claims.of[n][0]
        content = statement.content[0]
        clause = self.clause(claim)
        if statement.cue is None or clause or not 0 <= content[0] - statement.cue[1] < POSITION / 2:
            return content
        return statement.cue[0], content[1]

    def clause(self, claim: Claim) -> bool:
        """Whether a claim is a clause, with a subject and what is said of it."""
        reading, root = self.reading, self.claims.root(claim.words)
        subjects = (i for i in self.claims.children[root] if reading.relation[i] in ("nsubj", "nsubj:pass"))
        # "Rwanda of arming rebels" is none: whoever accuses it is to be told with it.
        is_gerund = reading.word(root).endswith("ing") and reading.pos[root] == "VERB"
        if is_gerund and not any(reading.pos[i] == "AUX" for i in self.claims.children[root]):
            return False
        if self._is_charge(claim):
            return False
        points = valency.is_word("definite", reading, claim.words[0])
        if points and reading.pos[claim.words[0]] == "PRON":
            return False  # "this is a crime" says not what is
        return (
            reading.pos[root] in ("VERB", "AUX", "ADJ", "NOUN")
            and reading.word(claim.words[0])[0].isalnum()
            and any(claim.words[0] <= i for i in subjects)
        )

    def _is_charge(self, claim: Claim) -> bool:
        """Whether a claim is of whom somebody accuses, and of what: "the mayor of being behind it"."""
        words = [self.reading.word(i).lower() for i in range(claim.words[0], min(claim.words[0] + 8, claim.words[1]))]
        gerund = any(one == "of" and other.endswith("ing") for one, other in pairwise(words))
        return self.statements[claim.statement].force == "accuse" and gerund

    def words_of(self, event: Event) -> set[str]:
        """What the words mean that tell of an event by its trigger: those on it in the tree, but no other clause."""
        under = (i for top in range(*self.reading.within(event.trigger)) for i in self.claims.under(top, CLAUSES))
        return {term for i in under if (term := self.claims.term(i))}

    def spoken_for(self, actor: str) -> frozenset[str]:
        """The words for those in whose name somebody is told to speak: "the rebels' spokesman", "army officer Ann Lee",
        "a manager at the mine"."""
        if actor not in self._spoken_for:
            spans = (self.statements[n].speaker_span for n in self.of_speaker.get(actor, ())[:MANY])
            words = [i for span in spans if span for i in range(*self.reading.within(span))]
            self._spoken_for[actor] = frozenset(
                stem(self.reading.word(i))
                for i in words
                if self.reading.pos[i] in ("NOUN", "PROPN") and self.reading.relation[i] in BELONGING
            )
        return self._spoken_for[actor]

    def concerns(self, n: int, actor: str, *, by_name: bool = False) -> bool:
        """Whether a statement is of somebody, by name or by a pronoun: in what is said, or between that and its cue, as
        in "accused the mayor of theft". by_name: not of whoever serves him alone."""
        statement, names = self.statements[n], self.names(actor, own=by_name)
        if statement.addressee == actor or any(names & claim.terms for claim in self.claims.of[n]):
            return True
        told = [claim.words for claim in self.claims.of[n]]
        if statement.cue and statement.cue[1] < statement.content[0][0]:
            between = self.reading.within((statement.cue[1], statement.content[0][0]))
            if between[1] - between[0] < 16:
                told.append(between)
        named = (i for words in told for i in range(*words) if self.reading.pos[i] in ("PRON", "PROPN"))
        return any(self.actor_at((i,)) == actor for i in named) or self._is_of_holder(n, actor)

    def _is_of_holder(self, n: int, actor: str) -> bool:
        """Whether a statement is of somebody by an office that nobody else here holds: "{the governor} took it"."""
        held = self._offices.get(actor)
        if held is None or sum(office == held for office in self._offices.values()) > 1:
            return False
        reading, definite = self.reading, lexicon.function_words("definite")
        words = (i for claim in self.claims.of[n] for i in range(max(1, claim.words[0]), claim.words[1]))
        return any(stem(reading.word(i)) == held and reading.word(i - 1).lower() in definite for i in words)

    @cached_property
    def _offices(self) -> dict[str, str]:
        """What each person with an office holds, by the stem of its head: "{superintendent} of police"."""
        held = {id: actor.role for id, actor in self.known.items() if actor.kind == "person" and actor.role}
        return {id: stem(role.split(" of ")[0].split()[-1]) for id, role in held.items()}

    def of_own(self, claim: Claim) -> bool:
        """Whether a claim is of whoever makes it, or of his people: "it fired", "its planes struck", "police used"."""
        opening = range(claim.words[0], min(claim.words[0] + OWN, claim.words[1]))
        return any(
            self.reading.pos[i] == "PRON" and self.reading.word(i).lower() in lexicon.denial_words("own")
            for i in opening
        )

    def carriers(self, speaker: str) -> frozenset[int]:
        """The statements that pass on what somebody says ("Dmitri says …, according to the agency"): no other voice."""
        if speaker not in self._carriers:
            own = [n for n in self.of_speaker.get(speaker, ()) if self.statements[n].via]
            passing = {via for n in own for via in self.statements[n].via}
            self._carriers[speaker] = frozenset(
                k
                for n in own
                for k in self.beside(n)
                if self.statements[k].speaker in passing and self.within(k, self.places[n])
            )
        return self._carriers[speaker]

    def around(self, n: int, before: int, after: int) -> list[int]:
        """The statements near one: those before it, nearest first, then those after it, no more than some sentences
        off."""
        at = bisect_left(self.order_places, self.places[n])
        out = list(self.before(self.places[n], before))
        later = (k for k in self.order[at : at + 24] if k != n and self.together(n, k))
        return out + [k for k in later if self.sentence(k) - self.sentence(n) <= after]

    def beside(self, n: int) -> list[int]:
        """The statements told just before and after one."""
        at = bisect_left(self.order_places, self.places[n])
        return [k for k in self.order[max(0, at - 4) : at + 6] if k != n]

    def near(self, n: int) -> list[int]:
        """The statements in the sentence of one and the next, itself not among them."""
        at = bisect_left(self.order_places, self.places[n])
        out = []
        for k in range(at, min(at + 8, len(self.order))):
            if self.order[k] != n and self.sentence(self.order[k]) - self.sentence(n) <= 1:
                out.append(self.order[k])
        return out

    def kind(self, claims: Iterable[Claim]) -> DisputeKind:
        """What a dispute is about, by the words of what is claimed; whether it happened, where they do not tell."""
        kinds = _kinds()
        for claim in claims:
            told = {kinds.get(stem(self.reading.word(i))) for i in range(*claim.words)}
            if kind := next((kind for kind in dict.fromkeys(kinds.values()) if kind in told), None):
                return kind
        return "occurrence"

    def issue(self, claims: Sequence[Claim], denial: Denial | None = None) -> str:
        """The matter in the words of the text: "whether" and a clause that says it, the plainest there is."""
        reading = self.reading
        if denial is not None and denial.such and denial.matter:
            thing = reading.string(denial.matter).lower()
            return f"whether there {'were' if thing.endswith('s') else 'was'} any {thing}"
        for claim in sorted(claims, key=lambda claim: (claim.negated, claim.words[1] - claim.words[0] > 24)):
            if self.clause(claim):
                start = claim.words[0] + (reading.word(claim.words[0]).lower() in ("that", "if", "whether"))
                return "whether " + self._lowered(reading.span((start, claim.words[1])))
        first = claims[0]
        bare = denial is None or denial.matter is None
        cue = self.statements[first.statement].cue
        accuses = cue is not None and has_force(map(reading.word, range(*reading.within(cue))), "accuse")
        if bare and accuses and reading.pos[first.words[0]] != "VERB":
            against = "" if reading.word(first.words[0]).lower() == "of" else "against "
            return f"the accusation {against}{self.short(reading.span(first.words))}"
        if denial is not None and denial.noun is not None:
            plural = reading.word(denial.noun).lower().endswith("s")
            end = max(denial.noun + 1, denial.matter[1] if denial.matter else 0)
            told = reading.span((denial.noun, self._up_to_verdict(denial.noun, end)))
            return f"whether the {self.short(told)} {'are' if plural else 'is'} true"
        if self._is_sentence(first):
            return "whether " + self._lowered(self.reading.span(first.words))
        words = (
            reading.span(first.words) if denial and first.statement == denial.statement else self.said(first.statement)
        )
        return "whether it is so: " + self.short(words)

    def _up_to_verdict(self, noun: int, end: int) -> int:
        """Where what others make of a claim begins in its words: "claims {as ‘a farce’}"; their end if nowhere."""
        verb = next((i for i in range(noun, end) if self.reading.pos[i] in ("VERB", "AUX")), end)
        return next((i for i in range(noun, verb) if self.reading.word(i).lower() == "as"), end)

    def _is_sentence(self, claim: Claim) -> bool:
        """Whether a claim reads as a clause by its words, whatever the tree says: somebody, then a form of "be" or
        "have"."""
        pos = self.reading.pos[claim.words[0] : claim.words[1]]
        verb = pos.index("AUX") if "AUX" in pos else 0
        return (
            not self._is_charge(claim)
            and verb > 0
            and "VERB" not in pos[:verb]
            and not {"NOUN", "PROPN", "PRON"}.isdisjoint(pos[:verb])
        )

    def _lowered(self, span: Span) -> str:
        words = self.short(span)
        first = self.reading.within(span)[0]
        named = (
            self.reading.pos[first] == "PROPN"
            or (words[:2].strip().isupper() and words[1:2].isalnum())
            or (self.claims.term(first) or "")[:1] == "="
        )
        return words if named or not words else words[0].lower() + words[1:]

    def short(self, span: Span, longest: int = ISSUE) -> str:
        """The words of a span, cut off at a length."""
        words = " ".join(self.text.text[slice(*span)].split()).removeprefix("that ")
        if len(words) <= longest:
            return words
        return words[:longest].rsplit(" ", 1)[0].rstrip(" ,;:.") + " …"


def _named_after(body: Actor, one: Actor) -> bool:
    """Whether a body has somebody's surname: what it does is his affair."""
    surname = one.name.split()[-1:]
    return one.kind == "person" and body.kind == "organization" and surname[0] in body.name.split()


def _kinds() -> dict[str, DisputeKind]:
    return {stem(word): cast(DisputeKind, kind) for word, kind in lexicon.dispute_kinds().items()}
