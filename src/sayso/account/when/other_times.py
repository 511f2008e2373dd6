"""Which time tells when something else was: the crime before its trial, what is added, what was long since?"""

from __future__ import annotations

from collections.abc import Sequence

from sayso import lexicon
from sayso.account.grammar import valency
from sayso.account.grammar.clauses import aside
from sayso.account.grammar.dates import between
from sayso.account.grammar.tenses import Tense, tense
from sayso.account.happened.act_types import JUDGED
from sayso.account.happened.events import Facts
from sayso.account.happened.footing import Chains, answers_others
from sayso.account.happened.tellings import Telling
from sayso.account.when.asides import Asides, charge, is_background, is_earlier, is_long_since, is_tied
from sayso.account.when.named_times import NamedTimes, length
from sayso.lexicon import UTTERED

BEYOND_DOUBT = 0.9  # how likely the model must take a time for that of a telling to need no tree that has it there
LIKELY = 0.5  # and how likely, to be that of what another sentence tells
MONTH = 27  # days at least of a month
YEAR = 300  # days at least of a time that is that of what it is told of alone
NEWS = 7  # days back from a report in which what it tells of and what is said to it are told together
ABOVE = 12  # steps up the tree from a time to what was then
UP = 3  # and to the word that it hangs on
SETTING = ("obl", "obl:unmarked", "advmod")  # relations of when something was to its verb
CLAUSES = ("acl", "acl:relcl", "advcl", "ccomp", "root")  # relations of the heads of clauses


class OtherTimes:
    """The times of a report, and whether the words around one say that something was at another."""

    def __init__(self, named: NamedTimes, chains: Chains, asides: Asides) -> None:
        """chains: whose words a character stands in. asides: what is told of another time."""
        self.reading, self._named, self._chains, self._asides = named.reading, named, chains, asides

    def may_be_of(self, number: int, telling: Telling) -> bool:
        """Whether a time may be that of a telling: not how long after it something else was ("three days after the
        clash"), nor since or until when something else in another sentence was, nor when what is added was."""
        reading, named, (first, end) = self.reading, self._named, self._named.words[number]
        if named.apart(number):
            return reading.head[end] not in reading.upward(telling.trigger, ABOVE)
        doubted = telling.fills("time", (first, end)) < BEYOND_DOUBT
        if (doubted and self._is_added(number, telling)) or self._is_besides(number, telling):
            return False
        if self._is_of_what_is_judged(number, telling) or self._is_of_what_is_alleged(number, telling):
            return False
        if (
            self._is_when_said(number, telling)
            or self._is_ahead(number, telling)
            or not is_tied(reading, first, telling.trigger)
        ):
            return False
        if reading.sentence[first] == reading.sentence[telling.trigger]:
            return True
        return not (named.is_bound(number) or self._is_told_besides(number, telling))

    def may_be_shared(self, number: int, telling: Telling) -> bool:
        """Whether a time may be that of a telling that names none: not one of something else that is added, nor the
        year in which something else was, told in another sentence, nor one of another time."""
        if self._is_added(number, telling) or self._is_besides(number, telling) or self._is_ahead(number, telling):
            return False
        if self._is_of_what_is_judged(number, telling) or self._is_of_what_is_alleged(number, telling):
            return False
        if self._is_when_said(number, telling) or self._is_of_answer(number, telling.trigger):
            return False
        tied = is_tied(self.reading, self._named.starts[number], telling.trigger)
        if not tied or self._is_told_by_others(number, telling):
            return False
        sentence = self.reading.sentence
        if sentence[self._named.starts[number]] == sentence[telling.trigger]:
            return True
        return length(self._named.times[number]) < YEAR and not self._is_told_besides(number, telling)

    def agrees(self, number: int, when: Tense | None) -> bool:
        """Whether what is told in a tense may have been then: not what is past on a day on which something will be."""
        return when != "past" or tense(self.reading, self._named.starts[number]) != "future"

    def is_as_far(self, number: int, telling: Telling) -> bool:
        """Whether neither a time nor a telling is set apart in time from its sentence, or both in the same phrase;
        "since he resigned in May" tells the time of the rest, too."""
        first = self._named.starts[number]
        clause = self._asides.around(telling.trigger)
        return self._asides.around(first) == clause or (clause is None and self._asides.begins(first))

    def is_before(self, number: int, facts: Facts) -> bool:
        """Whether the report itself tells that something had been before what it tells of a time in another sentence:
        "jailed him on {Monday}. He had denied the charges"."""
        reading, first, trigger = self.reading, self._named.starts[number], facts.telling.trigger
        if facts.voice or reading.sentence[first] == reading.sentence[trigger]:
            return False
        return is_earlier(reading, trigger) and not is_earlier(reading, valency.bearer(reading, first))

    def _sets_scene_behind(self, number: int, telling: Telling) -> bool:
        """Whether a time opens a later sentence, and so begins something else: "They sank two ships. {In May}, they
        paused"."""
        reading, (first, end) = self.reading, self._named.words[number]
        if reading.sentence[first] <= reading.sentence[telling.trigger]:
            return False
        begin = first - (reading.relation[first - 1] == "case")
        opens = reading.sentence[begin - 1] != reading.sentence[begin]
        return opens and any(reading.relation[i] in SETTING for i in range(first, end))

    def _is_ahead(self, number: int, telling: Telling) -> bool:
        """Whether a time lies after the report, and a telling tells of what has been done: "promised to leave by
        {2030}"."""
        reading, trigger, today = self.reading, telling.trigger, self._named.today
        start = self._named.times[number].start
        if not (start and today) or start <= today or between(start, today) <= 1:
            return False
        when = tense(reading, trigger)
        if reading.pos[trigger] == "VERB":
            return when == "past"
        return telling.type in UTTERED and when != "future"

    def _is_of_what_is_judged(self, number: int, telling: Telling) -> bool:
        """Whether a day is that of what somebody speaks of by it: "condemned {Friday}'s bombing"; but not where it is
        likely that of what he did, as he is told to have in another sentence: "has halted work. Friday's ruling …"."""
        reading, (first, end) = self.reading, self._named.words[number]
        elsewhere = reading.sentence[first] != reading.sentence[telling.trigger]
        if elsewhere and telling.fills("time", (first, end)) >= LIKELY:
            return False
        owns = end < len(reading) and reading.word(end) in ("'s", "’s")
        judging = reading.head[reading.head[end - 1]]  # "condemned Friday's raid and {called} for calm"
        beside = telling.trigger < end or judging in valency.joined(reading, telling.trigger)
        return owns and telling.type in UTTERED and beside

    def _is_of_what_is_alleged(self, number: int, telling: Telling) -> bool:
        """Whether a time hangs on what somebody is accused of or asked for, and not on the verb that says so: "accused
        the army of {killing} nine nuns on Monday"."""
        reading, first, trigger = self.reading, self._named.starts[number], telling.trigger
        if telling.type not in UTTERED or reading.pos[trigger] != "VERB" or first < trigger:
            return False
        verb = valency.bearer(reading, first)
        above = [verb, *reading.upward(verb, ABOVE)]
        if not trigger < verb < first or trigger not in above:
            return False
        alleged = [i for i in above[: above.index(trigger)] if reading.pos[i] == "VERB"][-1]
        return not valency.forms(reading, alleged, "mark").isdisjoint(("of", "for"))

    def _is_when_said(self, number: int, telling: Telling) -> bool:
        """Whether a time is that at which somebody told of an act, and it is not done by saying so: "a bomb killed
        nine, the mayor said {Wednesday}"."""
        reading, first = self.reading, self._named.starts[number]
        if telling.type in UTTERED or reading.sentence[first] != reading.sentence[telling.trigger]:
            return False
        around = (self._chains.found[k].time for k in self._chains.around(reading.starts[telling.trigger]))
        return any(time is not None and time[0] <= first < time[1] for time in around)

    def _is_of_answer(self, number: int, act: int) -> bool:
        """Whether a time is that of what is done over an act, and not of the act: "expelled two envoys on {Tuesday}
        over the killing"."""
        reading, first = self.reading, self._named.starts[number]
        over = not valency.forms(reading, act, "case").isdisjoint(lexicon.time_cues("matter"))
        if not over or reading.pos[act] != "NOUN" or reading.sentence[first] != reading.sentence[act]:
            return False
        verb = valency.bearer(reading, act)
        return verb in reading.upward(first, ABOVE) and act not in reading.upward(first, ABOVE) and first < act

    def _is_told_by_others(self, number: int, telling: Telling) -> bool:
        """Whether a time is that of what others have told of, and not of these days, and a telling of what is said to
        it."""
        start, today = self._named.times[number].start, self._named.today
        if not (start and today) or between(start, today) <= NEWS:
            return False
        return answers_others(self.reading, telling, self._chains, self._named.starts[number])

    # --- what is added -----------------------------------------------------------------------------------------------

    def _is_added(self, number: int, telling: Telling) -> bool:
        """Whether a time is that of what a sentence adds to somebody of whom it tells something else, or of bringing an
        act before the police: "the court, which {met in May}, welcomed the vote"."""
        reading, first = self.reading, self._named.starts[number]
        if telling.type not in JUDGED and valency.is_of_filing(reading, first, telling.trigger):
            return True
        if reading.sentence[first] != reading.sentence[telling.trigger]:
            return False
        clause = aside(reading, first, telling.trigger, self._is_relative, ABOVE)
        return clause is not None and reading.head[clause] != telling.trigger

    def _is_told_besides(self, number: int, telling: Telling) -> bool:
        """Whether a time in another sentence opens it behind what is told, or is that of a clause that says more of
        somebody, and no day, or of what had been before: "the editor, who was jailed in {May}", "as a clerk had
        suggested on {Sunday}"."""
        if self._sets_scene_behind(number, telling):
            return True
        reading, first = self.reading, self._named.starts[number]
        beside = next((i for i in (first - 1, first - 2) if i >= 0 and reading.pos[i] == "VERB"), None)
        above = (i for i in reading.upward(first, ABOVE) if reading.relation[i] in CLAUSES or reading.pos[i] == "VERB")
        verb = next(above, first) if beside is None else beside  # trees err here
        marks = valency.forms(reading, verb, "mark")
        besides = self._is_relative(verb) or not marks.isdisjoint(lexicon.function_words("besides-clause"))
        before = is_earlier(reading, verb) and not is_earlier(reading, telling.trigger)
        return besides and (before or length(self._named.times[number]) >= MONTH)

    def _is_relative(self, verb: int) -> bool:
        """Whether a verb is that of a relative clause, be it only by its subject."""
        if self.reading.relation[verb] == "acl:relcl":
            return True
        subjects = valency.forms(self.reading, verb, *valency.SUBJECTS)
        return not subjects.isdisjoint(lexicon.function_words("relative"))

    # --- what was at another time ------------------------------------------------------------------------------------

    def _is_besides(self, number: int, telling: Telling) -> bool:
        """Whether a time is not that of what a telling tells: but of a phrase that is set apart from the rest of its
        sentence, or in another sentence of what was long since, of what the story only looks back to, or of the day on
        which somebody was caught who was sentenced later, or one of several days."""
        reading, first, trigger = self.reading, self._named.starts[number], telling.trigger
        if reading.sentence[first] == reading.sentence[trigger]:
            apart = self._asides.around(first) not in (None, self._asides.around(trigger))
            apart = apart and not self._asides.begins(first)
            apart = apart or self._is_counted_from(first, trigger)
            return apart or self._is_of_its_crime(number, trigger) or self._is_of_tally(first, trigger)
        if self._named.is_listed(number):
            return True
        verb = valency.bearer(reading, first)
        later = valency.is_one_of("sentencing", reading, trigger) and any(
            valency.is_one_of(use, reading, verb) for use in ("suspected", "capturing")
        )
        return later or is_long_since(reading, trigger) or is_background(reading, verb) or self._follows(trigger)

    def _is_counted_from(self, time: int, trigger: int) -> bool:
        """Whether a time is that of what came so long before or after what is told: "closed the port on {Friday}, a day
        after {arresting} the mayor"."""
        clause = self._asides.around(trigger)
        mark = None if clause is None else self._asides.opening(clause)
        if mark is None or self._asides.around(time) == clause:
            return False
        return any(self._named.apart(k) for k in self._named.within((mark - 1, mark)))

    def _is_of_tally(self, time: int, trigger: int) -> bool:
        """Whether a time tells when a figure was reached of those to whom something had been done: "the number of
        people {killed} rose to 31 on Wednesday"."""
        reading, below = self.reading, [trigger, *self.reading.upward(trigger, ABOVE)]
        for verb in reading.upward(time, ABOVE):
            subject = next(valency.parts(reading, verb, "nsubj"), None)
            if subject is not None and subject < trigger < verb and verb in below:
                return valency.is_one_of("tally", reading, subject)
        return False

    def _follows(self, trigger: int) -> bool:
        """Whether a clause begins with what else sets it in time: "{after his ouster}, the army jailed hundreds"."""
        verb = valency.bearer(self.reading, trigger)
        before = (i for i in valency.parts(self.reading, verb, "obl", "advcl", "nmod") if i < verb)
        return any(self._asides.opening(i) is not None for i in before)

    def _is_of_its_crime(self, number: int, trigger: int) -> bool:
        """Whether a time tells in which month or year that was done for which somebody is tried: "jailed him for
        robbing a bank in {2013}"."""
        reading, words = self.reading, range(*self._named.words[number])
        first = self._named.starts[number]
        crime = next((i for i in reading.upward(first, UP) if i not in words), first)
        own = charge(reading, crime) == trigger and crime not in reading.upward(trigger, ABOVE)
        return own and length(self._named.times[number]) >= MONTH

    def may_be_of_crime(self, number: int, crime: Telling, charged: int, told: Sequence[Facts]) -> bool:
        """Whether a time may be that of a crime somebody is charged with: not the day of the charge. charged: the word
        that tells of the charge."""
        reading, first = self.reading, self._named.starts[number]
        if reading.sentence[first] == reading.sentence[crime.trigger]:
            return crime.trigger in reading.upward(first, ABOVE)
        above = set(reading.upward(charged, ABOVE))
        charges = (one for one in told if one.telling.trigger in above)
        days = {self._named.dates(one.time) for one in charges if one.time is not None}
        return self._named.dates(number) not in days
