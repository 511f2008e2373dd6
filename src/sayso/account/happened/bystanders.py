"""Who stands by when something is done: who did something else, keeps order, is hurt himself?"""

from __future__ import annotations

from collections.abc import Set
from itertools import takewhile

from sayso import lexicon
from sayso.account.grammar import valency, whom
from sayso.account.grammar.clauses import head
from sayso.account.grammar.stems import stem, stems
from sayso.account.happened.act_types import HARMFUL
from sayso.account.happened.tellings import Telling
from sayso.lexicon import UTTERED
from sayso.reader.reading import Reading, Words

LONG = 25  # steps up the tree from a verb to an act
UP = 4  # and from whoever is told of around a verb of dying to it


def leave_bystanders(reading: Reading, telling: Telling, acts: Set[int]) -> None:
    """Take from those who did it whoever did something else, and who cannot have done it. acts: the triggers of all
    tellings."""
    telling.leave_out("actor", _Act(reading, telling, acts).leaves_out)
    for role in ("actor", "recipient"):
        telling.leave_out(role, lambda words: _is_of_other_blow(reading, words, telling))
        telling.leave_out(role, lambda words: _are_only_backers(reading, words, telling.trigger))
    if telling.type in HARMFUL:
        telling.leave_out("actor", lambda words: whom.is_mere_thing(reading, words))
        telling.leave_out("actor", lambda words: _are_victims(reading, words) or _are_suspects(reading, words))
        telling.leave_out("actor", lambda words: valency.died(reading, words))
        telling.leave_out("actor", lambda words: _turns_down(reading, words, telling.trigger))
        telling.leave_out("actor", lambda words: _is_of_aim(reading, words, telling.trigger))
    if telling.type == "PROTEST":
        telling.leave_out("actor", lambda words: _keeps_order(reading, words, telling.trigger))
        telling.leave_out("actor", lambda words: whom.is_mere_thing(reading, words))
        for role in ("actor", "recipient", "figure"):
            telling.leave_out(role, lambda words: _is_hurt(reading, words))


def leave_those_who_outlive(reading: Reading, telling: Telling) -> None:
    """Take from those by whom somebody died whoever is only told of around it."""
    if valency.is_one_of("dying", reading, telling.trigger) and reading.pos[telling.trigger] == "VERB":
        telling.leave_out("actor", lambda words: not _brings_death(reading, words, telling.trigger))


def leave_those_who_name(reading: Reading, telling: Telling) -> None:
    """Take from those who accuse or praise whoever did something else to the accused: "{police} named a man charged
    with murder", "{the bishop} met a nurse hailed as a hero"."""
    trigger = telling.trigger
    if reading.relation[trigger] not in ("acl", "xcomp") or not valency.is_short_passive(reading, trigger):
        return
    if valency.governed(reading, trigger, "by") is None:
        telling.leave_out(
            "actor", lambda words: words[0] <= trigger and valency.verb_of(reading, words, "nsubj") is not None
        )


class _Act:
    """An act, and whether others that its sentence tells of stand by."""

    def __init__(self, reading: Reading, telling: Telling, acts: Set[int]) -> None:
        self.reading, self._acts = reading, acts
        self.word = whom.told_by(reading, telling.trigger)
        self._path = list(reading.upward(self.word, LONG))
        self._around = set(self._path)
        self._joined = valency.joined(reading, self.word)
        self._harmful, self._uttered = telling.type in HARMFUL, telling.type in UTTERED
        self._suffers = valency.sufferer(reading, telling.trigger) is not None
        self._doer = doer = valency.subject(reading, self.word)
        self._done = doer is not None and (whom.is_somebody(reading, doer) or reading.pos[doer] == "PRON")

    def leaves_out(self, words: Words) -> bool:
        """Whether those meant did something else: "nine died, one of them stabbed by {thieves}"."""
        by = valency.verb_of(self.reading, words, "obl:agent")
        other = by is not None and not self._bears(by) and self.word not in valency.joined(self.reading, by)
        uttered = self._uttered and other  # "blamed for a raid committed by {the miners}"
        if ((uttered or by in self._acts) and by not in self._around) or self._did_before_or_after(words):
            return True
        return self._beside_noun(words) if self.reading.pos[self.word] == "NOUN" else self._beside_verb(words)

    def _bears(self, verb: int) -> bool:
        """Whether a verb tells of the act itself, be it that it only says that it is done: "a suit {filed} by nuns"."""
        borne = self.reading.head[verb] == self.word
        return verb == self.word or (
            borne and any(valency.is_one_of(use, self.reading, verb) for use in ("light", "filing"))
        )

    def _did_before_or_after(self, words: Words) -> bool:
        """Whether they did what was only before or after what a noun tells: "after the bombing of the market, {police}
        closed the road"."""
        reading = self.reading
        verb = valency.verb_of(reading, words, "nsubj")
        if verb not in self._around or not self._harmful:
            return False
        steps = takewhile(lambda i: i != verb, reading.upward(self.word, LONG))
        cases = set[str]().union(*(valency.forms(reading, i, "case", "mark") for i in steps))
        harms = any(valency.tells_of(reading, verb, type_) for type_ in HARMFUL)
        if not harms and not lexicon.function_words("during").isdisjoint(cases):
            return True  # "{Poland} scrambled jets during the attack"
        if valency.is_one_of("two-sided", reading, self.word) and "since" not in cases:
            return False
        return not lexicon.function_words("around").isdisjoint(cases)

    # --- beside what a verb tells ------------------------------------------------------------------------------------

    def _beside_verb(self, words: Words) -> bool:
        reading = self.reading
        verb = valency.verb_of(reading, words, "nsubj")
        if self._suffers and (self._are_of_another_passive(words, verb) or self._only_where(verb)):
            return True
        top = reading.head[head(reading, words)] if verb is None else verb  # "{Danish} jets struck after …"
        other = verb if verb is not None else valency.verb_of(reading, (top, top + 1), "nsubj")
        if self._suffers and other is not None and self._is_at_another_time(other):
            return True
        if verb is None:
            return self._done and self._own_something_else(words)
        if self._goes_on_around(verb):
            return True
        if self._suffers and reading.relation[verb] != "advcl":
            return verb == self.word or verb not in self._around  # "hit by what {the union} called a bullet"
        if self._is_of_doer(verb):
            return True
        return self._done and verb != self.word and verb not in self._joined and verb not in self._around

    def _are_of_another_passive(self, words: Words, verb: int | None) -> bool:
        """Whether they suffer something else ("{a guard} was shot and a nurse was beaten"), or do what is no act
        ("{crowds} gathered and a man was shot"). verb: the one that they are the subject of."""
        if valency.verb_of(self.reading, words, "nsubj:pass") not in (None, self.word):
            return True
        return verb in self._joined and verb not in self._acts

    def _only_where(self, verb: int | None) -> bool:
        """Whether a clause only tells where it was done what another tells: "{guards} searched a house where she was
        held", "a curfew was imposed in Lima, where {troops} set up roadblocks"."""
        reading, act = self.reading, self.word
        if verb is None or verb == act:
            return False
        path = self._path if verb in self._around else list(reading.upward(verb, LONG))
        top = verb if verb in self._around else act
        clauses = takewhile(lambda i: i != top, path)
        return any("where" in valency.forms(reading, i, "advmod", "mark") for i in clauses) and top in path

    def _is_at_another_time(self, verb: int) -> bool:
        """Whether one of two clauses only tells before or after what the other was, so that the subject of the one did
        not do what the other tells in the passive: "{a jet} struck a day after a shell was fired", "he was jailed
        before {a court} freed him", but not "he died after {guards} beat him"."""
        reading, act = self.reading, self.word
        marks = valency.forms(reading, act if verb in self._around else verb, "mark", "case")
        if verb in self._around:
            return not marks.isdisjoint(lexicon.function_words("around"))
        before = lexicon.function_words("around") - lexicon.function_words("brought-about")
        return reading.relation[verb] == "advcl" and act in reading.upward(verb, LONG) and not marks.isdisjoint(before)

    def _goes_on_around(self, verb: int) -> bool:
        """Whether a verb tells what was going on: "missiles struck as {nurses} crossed"."""
        if self._suffers or self._doer is None or verb == self.word or verb in self._joined:
            return False
        return self.word in self.reading.upward(verb, LONG) and valency.is_circumstance(self.reading, verb)

    def _is_of_doer(self, verb: int) -> bool:
        """Whether a verb tells what was going on in a clause about what did it: "a shell, which fell as {nurses}
        crossed, killed nine"."""
        below = list(self.reading.upward(verb, LONG))
        if self._doer not in below:
            return False
        return any(valency.is_circumstance(self.reading, i) for i in below[: below.index(self._doer)])

    def _own_something_else(self, words: Words) -> bool:
        """Whether they are told of as the owners of something else: "{Ana's} mother said she had called for help"."""
        owner = next((i for i in range(*words) if self.reading.relation[i] == "nmod:poss"), None)
        return owner is not None and self.reading.head[owner] not in (self._doer, self.word)

    # --- beside what a noun tells ------------------------------------------------------------------------------------

    def _beside_noun(self, words: Words) -> bool:
        reading, act = self.reading, self.word
        if any(i < act == reading.head[i] and valency.is_one_of("premises", reading, i) for i in range(*words)):
            return True  # "the {church} attack"
        held = valency.verb_of(reading, words, "obj", "nsubj:pass")
        if held is not None and held in self._around and valency.is_one_of("suspected", reading, held):
            return True  # "arrested {four men} over the theft"
        if words[0] in (act + 1, act + 2) and self._only_judges(words[1]):
            return True  # "a demand {the guild} rejects"
        verb = valency.verb_of(reading, words, *whom.CORE)
        if verb is None:
            return False
        account = reading.head[act]
        if reading.head[account] == verb and valency.is_one_of("account", reading, account):
            return True  # "{both sides} gave rival accounts of the raid"
        if reading.sentence[verb] != reading.sentence[act]:
            return verb not in self._acts and reading.relation[verb] == "advcl"
        return verb not in self._around and self._is_apart(verb)

    def _only_judges(self, verb: int) -> bool:
        """Whether a verb tells what somebody thinks or says of an act, who then has not done it."""
        if verb + 1 < len(self.reading) and self.reading.pos[verb] == "AUX":
            verb += 1
        word = stem(self.reading.word(verb))
        return valency.is_one_of("witnessed", self.reading, verb) or word in stems("deny") | stems("dismiss")

    def _is_apart(self, verb: int) -> bool:
        """Whether a verb is not below the noun of the act, or tells what was going on: "the blast, which came as
        {shoppers} filled the street"."""
        below = list(self.reading.upward(verb, LONG))
        if self.word not in below:
            return True
        return any(valency.is_circumstance(self.reading, i) for i in below[: below.index(self.word)])


def _is_of_other_blow(reading: Reading, words: Words, telling: Telling) -> bool:
    """Whether those meant take part in what an act pays back, and not in the act, or in the act that pays it back:
    "accused {the rebels} of a raid in revenge for the {killing} of a guard"."""
    if telling.type in UTTERED or reading.sentence[words[0]] != reading.sentence[telling.trigger]:
        return False
    return whom.paid_back_by(reading, telling.trigger) != whom.paid_back_by(reading, words[1] - 1)


def _brings_death(reading: Reading, words: Words, verb: int) -> bool:
    """Whether those told of around a verb of dying are whoever it came from, by a preposition or by what they did in a
    clause that hangs on it: "died in an attack by {rebels}", "died when {soldiers} fired"; not "the army lost no men;
    four died"."""
    top = head(reading, words)
    if reading.relation[top] not in ("nsubj", "appos", "conj", "parataxis", "dep"):
        return True
    return verb in reading.upward(top, UP) and reading.head[top] != verb


def _are_victims(reading: Reading, words: Words) -> bool:
    """Whether words mean those who suffered: "one of the {wounded}"."""
    return valency.is_word("victims", reading, words[1] - 1)


def _turns_down(reading: Reading, words: Words, act: int) -> bool:
    """Whether those meant turn down what tells of an act as to be done: "{Peru} vetoed a resolution to tighten
    sanctions"."""
    verb = valency.verb_of(reading, words, "nsubj")
    if verb is None or act not in range(verb, verb + LONG) or not valency.tells_of(reading, verb, "REJECT"):
        return False
    noun = next((i for i in reading.upward(act, UP) if reading.head[i] == verb), act)
    return noun != act and reading.pos[noun] == "NOUN" and reading.relation[noun] == "obj"


def _are_suspects(reading: Reading, words: Words) -> bool:
    """Whether it is told of those meant that they are suspected: "the suspects were {boys}"."""
    who = next(valency.parts(reading, head(reading, words), "nsubj"), None)
    return who is not None and valency.is_one_of("suspected", reading, who)


def _are_only_backers(reading: Reading, words: Words, act: int) -> bool:
    """Whether words only tell with whom those have to do who act: "gunmen linked to {the clan} burned a mill"."""
    tie, to = words[0] - 2, words[0] - 1
    if words[0] > act or valency.is_one_of("tied", reading, act):
        return False
    tied = tie > 0 and reading.word(to).lower() in ("to", "with") and valency.is_one_of("tied", reading, tie)
    return tied and reading.pos[tie - 1] in ("NOUN", "PROPN", "ADV", "PUNCT")


def _is_of_aim(reading: Reading, words: Words, trigger: int) -> bool:
    """Whether words tell at whom or whose an act is aimed, as its noun tells: "an attack on {guards}", "on {its}
    convoy"."""
    act = whom.told_by(reading, trigger)
    aim = valency.governed(reading, act, "on", "against") if reading.pos[act] == "NOUN" else None
    return aim not in (None, valency.laid_on(reading, act)) and (
        head(reading, words) == aim
        or any(reading.relation[i] == "nmod:poss" and reading.head[i] == aim for i in range(*words))
    )


def _is_hurt(reading: Reading, words: Words) -> bool:
    """Whether those told of are whom a clause tells to have been hurt: "{ten people} were killed in protests"."""
    tops = (reading.head[i] if reading.relation[i] == "nummod" else i for i in range(*words))
    undergone = (*valency.SUBJECTS, "obj")
    return any(
        reading.relation[top] in undergone and valency.is_one_of("befallen", reading, reading.head[top]) for top in tops
    )


def _keeps_order(reading: Reading, words: Words, act: int) -> bool:
    """Whether words mean those who are told of where others protest: the police, an army, the government; but not in
    "the government's {delegation} walked out"."""
    body = lexicon.body(reading.word(words[1] - 1).lower())
    if valency.verb_of(reading, words, "nsubj") == act and not valency.is_one_of("fought", reading, act):
        return False
    return body is not None and body.sector in ("COP", "MIL", "GOV")
