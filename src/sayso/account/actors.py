"""Who speaks: every speaker of a report resolved to one actor for the whole of it.

First the names of the whole text are gathered into figures, for a short form may stand before the full one. Then the
text is gone through from its beginning: names, descriptions and pronouns are each given to the figure they mean, by
what their words tell and by what has been said so far. Where the text does not tell, nobody is named."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, takewhile

from sayso import lexicon
from sayso.account import toponyms, valency
from sayso.account.cues import cue_force
from sayso.account.figures import FAR, Figure, conflict, reigns_elsewhere, same_name, stands_for
from sayso.account.phrase_reader import Phrases
from sayso.account.phrases import Phrase
from sayso.account.spans import Spans
from sayso.account.terms import DEFINITE, LINKS, OWNERS, RELATIVE, clean, fold
from sayso.lexicon import Pronoun
from sayso.model import Actor, Place, Report, Span
from sayso.reader.reading import Mention, Reading, Words

NEAR = 4  # sentences over which somebody left unnamed may still be introduced by name
APART = 4  # words from a thing to the people behind it, at most
GLOSS = 10  # words in brackets behind a pronoun, at most
DESCRIBED = 10  # words of a description before a name and a comma, at most
TRADE = 4  # words behind what somebody is that tell by what he is it: "by training"
COUNTED = 6  # sentences in which "the two" means those counted before
RECENT = 4  # references before a pronoun among which the subject of its verb is
OPENING = 2.0  # more for whoever says what begins with the pronoun: "the union says it will"
AGE = "year-old"
REACTIONS = ("concern", "criticize", "praise", "request", "demand")  # forces of what a state says of what others do
CLAUSE = 15  # words from a crowd to where it is
SILENCE = 24  # words from a phrase to where the text may say that its bearer is not to be named
SELDOM = 3  # times as often two states are told of as the last two, which are then told of in passing

# What speaks for an earlier reference as that of a pronoun, in points, found by trial on annotated reports.
DISTANCE = 2.0  # lost with each sentence between
SPEAKER = 3.0  # it spoke
UNDERGOING = ("obj", "iobj", "obl", "nmod")  # relations of a pronoun for whom something is done to
RESUMED = 5.0  # it spoke last, and whoever is meant speaks on: "he continued"
SUBJECT = 2.0
HERE = 2.0  # it stands in the pronoun's own sentence
BESIDE = 2.0  # and is subject there
NAMED = 1.0  # a person with a name
EMBEDDED = 1.5  # lost where it spoke in another's words alone
FARTHER = 4.0  # lost where it only passes on the words in which the pronoun stands
MODIFIER = 1.5  # lost where it stands within another's phrase: "the president's spokesman"
SPOKEN_FOR = 3.0  # whoever speaks does so for it
TALKED_OF = 4.0  # whoever speaks has just spoken of it
SUFFERED = 5.0  # something was done to it in this sentence, as to whoever the pronoun means
ANTECEDENT = 1.0  # the language model takes it for the antecedent


def _is_many(figure: Figure) -> bool:
    """Whether "they" is the natural pronoun for it."""
    return figure.plural or figure.kind == "group" or bool(figure.families & {"police", "military", "authorities"})


def _has_force(figures: tuple[Figure, ...]) -> bool:
    """Whether those meant have arms, power or employees."""
    return any(f.state or f.sector in ("GOV", "MIL", "COP", "REB", "SPY", "PTY", "OPP", "BUS") for f in figures)


@dataclass(frozen=True, slots=True)
class SpeakerMention:
    """Where a speaker is named: the words that name it, the cue, what it says, and the statement in whose content it
    stands. `words` is None where the text leaves the speaker out. Without cue and content it may be any participant."""

    words: Words | None
    cue: Words | None = None
    content: tuple[Words, ...] = ()
    inside: int | None = None
    speaks: bool = True  # False: it acts, or is acted upon
    suffers: str = ""  # what is done to it, if something is: "force" or "law"
    direct: bool = False  # what it says is in its own words, be it without quotation marks


@dataclass(slots=True)
class Cast:
    """The actors of a report, in order of first mention, and for each speaker mention the ids it means: several for
    joint speakers, none where the text does not tell."""

    actors: list[Actor] = field(default_factory=list)
    speakers: list[tuple[str, ...]] = field(default_factory=list)


def resolve(report: Report, reading: Reading, speakers: Sequence[SpeakerMention], places: Sequence[Place] = ()) -> Cast:
    """Give every speaker mention the actor it means.

    Takes the report, its reading, where speakers are named and the places of the text; returns the actors who speak
    and, for each mention in the order given, their ids. Raises nothing: what cannot be told is left empty."""
    return _Resolver(report, reading, speakers, places).cast()


@dataclass(slots=True)
class _Trace:
    """One reference gone by: whom it meant, where, and how prominent it was."""

    figures: tuple[Figure, ...]
    words: Words
    subject: bool
    modifier: bool  # it stands within the phrase of another
    speaker: bool
    quoted: bool


def _enclosed(turns: Sequence[tuple[Words, int | None]]) -> set[Words]:
    """The references that lie within another's words, other than a speaker's."""
    outer = {words for words, k in turns if k is None}
    found: set[Words] = set()
    reach = 0
    for a, b in sorted({words for words, _ in turns}, key=lambda words: (words[0], -words[1])):
        if b <= reach:
            found.add((a, b))
        if (a, b) in outer:
            reach = max(reach, b)
    return found


class _Resolver:
    def __init__(
        self, report: Report, reading: Reading, speakers: Sequence[SpeakerMention], places: Sequence[Place]
    ) -> None:
        self.report, self.reading, self.speakers = report, reading, speakers
        self.land = {i: place.country for place in places for i in range(*reading.within(place.span)) if place.country}
        self.phrases = Phrases(reading)
        self.terms = self.phrases.terms
        self.figures: list[Figure] = []
        self.by_letter: dict[str, dict[int, Figure]] = {}  # by first letters of names, number
        self.by_name: dict[Words, Figure] = {}
        self.named_at: dict[int, list[Words]] = {}  # by first word
        self.introduced: list[tuple[int, Figure]] = []  # those named, by where they first are
        self.harmed: set[tuple[Figure, str]] = set()  # the people named to whom something is done, and what
        self.nameless: dict[int, str] = {}  # and where those without a name are
        self.trail: list[_Trace] = []
        self.found: list[tuple[Figure, ...]] = [()] * len(speakers)
        self.parsed: dict[Words, list[Phrase]] = {}
        self.furniture = self._furniture()
        self.datelines = Spans([part.span for part in report.furniture if part.kind == "dateline"])
        self.titles = Spans([part.span for part in report.furniture if part.kind == "title"])
        self.speaker_at = {m.words[0]: k for k, m in reversed(list(enumerate(speakers))) if m.words and m.speaks}

    # --- the whole ---

    def cast(self) -> Cast:
        """Resolve all, then write the actors down."""
        if not len(self.reading):
            return Cast(speakers=[() for _ in self.speakers])
        self._gather_names()
        self._walk()
        for k, mention in enumerate(self.speakers):
            if not self.found[k]:
                self.found[k] = self._late(k, mention)
        order = sorted({id(f): f for found in self.found for f in found}.values(), key=lambda f: f.first)
        ids = {id(f): f"a{n}" for n, f in enumerate(order, 1)}
        return Cast(
            [self._actor(f, ids[id(f)]) for f in order], [tuple(ids[id(f)] for f in found) for found in self.found]
        )

    def _actor(self, figure: Figure, id: str) -> Actor:
        name = figure.name()
        forms = [*figure.names.values(), *figure.forms.values()]
        aliases = list(dict.fromkeys(form for form in forms if form and form != name))
        spans: list[Span] = sorted({self.reading.span(words) for words in figure.spans})
        return Actor(
            id=id, name=name, kind=figure.kind, role=figure.role or figure.rank, country=figure.code,
            sector=figure.sector, aliases=aliases, mentions=spans,
        )  # fmt: skip

    def _furniture(self) -> list[bool]:
        """Which words are captions, bylines and the like: they name people, but nobody speaks or is spoken of there."""
        spans = Spans([f.span for f in self.report.furniture if f.kind not in ("title", "heading")])
        return [spans.around(start) is not None for start in self.reading.starts]

    # --- names ---

    def _phrase(self, words: Words) -> list[Phrase]:
        if words not in self.parsed:
            self.parsed[words] = read = self.phrases.read(words)
            for phrase in read:
                phrase.country = phrase.country or self._country_of(phrase)
        return self.parsed[words]

    def _country_of(self, phrase: Phrase) -> str | None:
        """The country in which the place lies that a phrase tells somebody to be of: "the mayor of Kazan", "Lagos
        police"; of a crowd, the place where it is: "people marched in Lima"."""
        t = self.terms
        if not (phrase.offices or phrase.body or phrase.kind in ("group", "anonymous")) or phrase.document:
            return None
        a, b = phrase.words
        if "whose" in t.lower[max(0, a - 1) : a + 1] and a > 2 and phrase.offices:
            of = a - 2 if t.lower[a] == "whose" else a - 3
            of += t.lower[of + 1] != ","
            return lexicon.country(self.reading.word(of)) or self.land.get(of)  # "{Thailand}, whose prime minister"
        if a > 1 and t.lower[a - 1] == "," and t.lower[phrase.head] in lexicon.function_words("usurping"):
            return lexicon.country(self.reading.word(a - 2)) or self.land.get(a - 2)  # "in {Mali}, the junta"
        b = next((i for i in range(a + 1, b) if t.lower[i] in RELATIVE and t.lower[i - 1] == ","), b)
        inside = next((self.land[i] for i in range(a, b) if i in self.land), None)
        if inside and phrase.body and self._is_of_a_body(phrase):
            return None
        if inside and phrase.body and t.lower[phrase.head] in lexicon.function_words("abroad"):
            return None  # "the embassy in Rome"
        if inside or phrase.name or t.lower[phrase.head] not in lexicon.function_words("crowd"):
            return inside
        sentence = self.reading.sentence[phrase.head]
        rest = range(phrase.words[1], min(phrase.words[1] + CLAUSE, len(self.reading)))
        here = lexicon.function_words("located")
        return next(
            (self.land[i] for i in rest
             if i in self.land and t.lower[i - 1] in here and self.reading.sentence[i] == sentence), None
        )  # fmt: skip

    def _is_of_a_body(self, phrase: Phrase) -> bool:
        """Whether a body is told to be a part of another, which is of no country that a part of it lies in: "its office
        in Kabul", "the Red Cross's Nairobi office"."""
        t = self.terms
        owners = (i for i in range(*phrase.words) if t.possessive(i + 1))
        return t.lower[phrase.words[0]] == "its" or any(
            i in t.name_at and t.name_at[i].kind == "ORGANIZATION" and i not in self.land for i in owners
        )

    def _gather_names(self) -> None:
        """Figures for everybody named, with what stands beside the names."""
        named: list[Phrase] = []
        seen: set[int] = set()
        for mention in self.speakers:
            if mention.words:
                for phrase in self._phrase(mention.words):
                    if phrase.name_words:
                        named.append(phrase)
                        seen.update(range(*phrase.name_words))
        for words in self._name_spans():
            title = self._title_before(words[0])
            if words[0] in seen and self._with_office_in_short(title) == title:
                continue
            named += [p for p in self._phrase(self._with_titles(words)) if p.name_words and p.name_words[0] <= words[1]]
        # Longer names first, so that short ones find their full form; then in order of the text.
        for phrase in sorted(named, key=lambda p: (-len(fold(p.name or "")), p.words)):
            self._place(phrase)
        self._share_offices(named)
        self._name_rulers()
        firsts = ((self._first(figure), figure) for figure in self.figures)
        self.introduced = sorted((one for one in firsts if one[0] < FAR), key=lambda one: one[0])
        for mention in self.speakers:
            for phrase in self._phrase(mention.words) if mention.words and mention.suffers else ():
                if phrase.person and phrase.name_words in self.by_name:
                    self.harmed.add((self.by_name[phrase.name_words], mention.suffers))
                elif phrase.person and not phrase.name and phrase.determiner == "indefinite":
                    self.nameless[phrase.words[0]] = mention.suffers

    def _name_rulers(self) -> None:
        """Whoever has an administration or a regime leads it: "the Trump administration"."""
        t = self.terms
        for words, figure in self.by_name.items():
            at = words[1] + 1 if t.possessive(words[1]) else words[1]
            if figure.person and at in t.body and t.body[at][1].family in ("government", "presidency"):
                figure.wider |= {"leader", "president", "prime minister"}

    def _share_offices(self, named: list[Phrase]) -> None:
        """ "His US counterpart John Kerry" holds the office of the one spoken of before."""
        last: Figure | None = None
        joint: Phrase | None = None  # the first of those who have an office together
        for phrase in sorted(named, key=lambda p: p.words):
            figure = self.by_name[phrase.name_words or phrase.words]
            if joint is not None and phrase.person and not phrase.offices and self._is_next_to(joint, phrase):
                phrase.offices, phrase.wider, phrase.sector = joint.offices, joint.wider, joint.sector
                figure.absorb(phrase)
            joint = (
                phrase if phrase.person and (phrase.offices or joint) and self._shares_office(phrase, joint) else None
            )
            if "counterpart" in figure.offices and last is not None:
                figure.offices = (figure.offices - {"counterpart"}) | last.offices
                figure.wider |= last.wider
            elif figure.person and figure.offices:
                last = figure

    def _is_next_to(self, before: Phrase, phrase: Phrase) -> bool:
        """Whether but a comma or "and" stands between two names: "hosts {Ann Moor} and {Ivo Lenz}"."""
        (_, end), (start, _) = before.name_words or before.words, phrase.name_words or phrase.words
        return 0 < start - end <= 2 and set(self.terms.lower[end:start]) <= {",", "and"}

    def _shares_office(self, phrase: Phrase, before: Phrase | None) -> bool:
        """Whether an office before a name is one of several people: "{hosts} Ann Moor and Ivo Lenz"."""
        if before is not None and phrase.offices is before.offices:
            return True
        start = (phrase.name_words or phrase.words)[0]
        return any(end == start and role.plural for end, role in self.terms.role.values())

    def _name_spans(self) -> list[Words]:
        t = self.terms
        spans: list[Words] = []
        i = 0
        while i < len(self.reading):
            if self._in_dateline(i):
                i += 1
                continue
            name = t.name_at.get(i)
            ends = [table[i][0] for table in (t.organization, t.place, t.seat) if i in table]
            if name and name.words[0] == i:
                ends.append(name.words[1])
            if (
                i in t.place
                and t.place[i][1] == "nationality"
                and max(ends) == t.place[i][0]
                and not t.text[i].isupper()
            ):
                i = t.place[i][0]  # "Syrian" names nobody
            elif ends == [i + 1] and (t.is_quality(i, i + 1) or self._is_act_of(i)):
                i += 1  # nor do "Protestant", "Riot police"
            elif ends:
                spans.append((i, max(ends)))
                i = max(ends)
            else:
                i += 1
        return spans

    def _is_act_of(self, at: int) -> bool:
        """Whether a word with a capital tells of an act, and stands before a common noun: "{Riot} police"."""
        t, after = self.terms, at + 1
        known = lexicon.event_word(t.lower[at], "NOUN") is not None
        return known and after < len(self.reading) and t.pos(after) == "NOUN" and t.text[after].islower()

    def _with_titles(self, words: Words) -> Words:
        """A name with the titles before it and a description behind it."""
        t, (a, b) = self.terms, words
        if self.terms.name_at.get(b - 1) is None or self.terms.name_at[b - 1].kind != "PERSON":
            return words
        start = a
        sentence = self.reading.sentence[a]
        while start > 0 and self.reading.sentence[start - 1] == sentence and a - start < 12:
            k = start - 1
            if (
                t.pos(k) in ("ADJ", "NOUN", "PROPN", "NUM")
                or t.possessive(k)
                or t.lower[k] == "-"
                or k in t.honorific
                or (t.lower[k] == "of" and k - 1 in {e - 1 for e, _ in t.role.values()})
            ):
                start = k
            elif t.lower[k] in ("the", "a", "an", "his", "her", "their", "its"):
                start = k
                break
            else:
                break
        start = self._with_office_in_short(start)
        start = self._with_office_before(start) if start == a else start
        end = b
        if b < len(self.reading) and t.lower[b] == ",":
            stop = next(
                (i for i in range(b + 1, min(b + 16, len(self.reading)))
                 if t.lower[i] in (",", ".", ";", "–", "—", "--", "”", '"') or t.pos(i) in ("VERB", "AUX")
                 or self.reading.sentence[i] != sentence),
                b + 1,
            )  # fmt: skip
            if self._describes(b + 1, stop) and not self._is_clause(b + 1, stop):
                end = stop
        elif b + 1 < len(self.reading) and t.lower[b] == "of" and (country := t.code_at(b + 1)):
            end = country[0]
        return start, end

    def _is_clause(self, start: int, verb: int) -> bool:
        """Whether words before a verb are its subject: "with Ivo Lenz, {the mayor} said"."""
        subjects = (i for i in range(start, verb) if self.reading.relation[i] in valency.SUBJECTS)
        return self.terms.pos(verb) in ("VERB", "AUX") and any(self.reading.head[i] >= verb for i in subjects)

    def _title_before(self, name: int) -> int:
        """Where the title right before a name begins, or the name."""
        return next((a for a, (b, _) in self.terms.honorific.items() if b == name), name)

    def _with_office_in_short(self, start: int) -> int:
        """Where an office begins that stands before a name and is put in short in brackets: "{Chief} of Naval Staff
        (CNS), Admiral Ivo Lenz"; the start of the name if none does."""
        t = self.terms
        at = start - 1 if t.lower[start - 1 : start] == [","] else start
        if t.lower[at - 1 : at] != [")"]:
            return start
        return next((a for a, b in t.offices if t.lower[b : b + 1] == ["("] and b + 3 == at), start)

    def _with_office_before(self, name: int) -> int:
        """Where a description begins that stands before a name and a comma: "{the} governor of the central bank, Ann
        Moor"; the name itself if none does."""
        t = self.terms
        if t.lower[name - 1 : name] != [","]:
            return name
        for k in range(name - 2, max(0, name - 2 - DESCRIBED), -1):
            if t.lower[k] in DEFINITE and (k + 1 in t.role or (k + 2 in t.role and t.pos(k + 1) == "NOUN")):
                return k
            if t.pos(k) not in ("ADJ", "NOUN", "PROPN", "DET", "ADP", "PART") or self.furniture[k]:
                break
        return name

    def _describes(self, a: int, b: int) -> bool:
        """Whether words behind a name and a comma say who that is."""
        t = self.terms
        if a >= b or any(t.name_at.get(i) and t.name_at[i].kind == "PERSON" and not t.possessive(t.name_at[i].words[1])
                         for i in range(a, b)):  # fmt: skip
            return False
        opens = t.lower[a] in ("the", "a", "an", "his", "her", "their", "its") or a in t.role or a in t.place
        opens = opens or t.pos(a) in ("ADJ", "NOUN", "PROPN")
        return opens and any(i in t.role or lexicon.is_kin(t.lower[i]) for i in range(a, min(b, a + 9)))

    def _place(self, phrase: Phrase) -> Figure:
        """The figure a phrase with a name belongs to, made if need be."""
        words = phrase.name_words or phrase.words
        if words in self.by_name:
            figure = self.by_name[words]
            figure.absorb(phrase)
            return figure
        figure = self._named_figure(phrase)
        figure.absorb(phrase)
        figure.spans.append(words)
        self.by_name[words] = figure
        self.named_at.setdefault(words[0], []).append(words)
        written = clean(self.reading.string(words))
        if figure.official or phrase.of_country:
            figure.forms.setdefault(written.casefold(), written)
        else:
            self._call(figure, written)
        if phrase.acronym and not (figure.person or figure.official):
            self._call(figure, phrase.acronym)
        elif phrase.acronym:
            figure.forms.setdefault(phrase.acronym.casefold(), phrase.acronym)
        return figure

    def _named_figure(self, phrase: Phrase) -> Figure:
        if phrase.of_country and phrase.country:
            return self._state(phrase.country)
        if phrase.organization:
            return self._known(phrase.organization.name, phrase)
        folded = fold(phrase.name or "")
        candidates = [f for f in self._likely(folded) if not f.state and self._same_name(folded, f, phrase)]
        if phrase.person:
            people = [f for f in candidates if f.person]
            if people:
                return self._closest(people, folded, phrase)
        elif candidates:
            return self._closest(candidates, folded, phrase)
        kind = phrase.kind or "organization"
        figure = Figure(kind, person=phrase.person, plural=phrase.plural, location=phrase.location)
        self._add(figure)
        return figure

    def _add(self, figure: Figure) -> None:
        figure.number = len(self.figures)
        self.figures.append(figure)

    def _call(self, figure: Figure, name: str) -> None:
        """Note a name of a figure."""
        figure.names.setdefault(fold(name), name)
        for word in fold(name):
            self.by_letter.setdefault(word[0], {})[figure.number] = figure

    def _likely(self, folded: tuple[str, ...]) -> list[Figure]:
        """The figures, in order, that may be so named: names of one have words that begin alike."""
        likely: dict[int, Figure] = {}
        for word in folded:
            likely |= self.by_letter.get(word[0], {})
        return [likely[number] for number in sorted(likely)]

    def _same_name(self, folded: tuple[str, ...], figure: Figure, phrase: Phrase) -> bool:
        if phrase.person and (conflict(phrase.gender, figure.gender) or reigns_elsewhere(phrase, folded, figure)):
            return False
        if not phrase.person and (figure.location != phrase.location or conflict(phrase.country, figure.code)):
            return any(folded == other for other in figure.names)
        return any(same_name(folded, other, figure.person) for other in figure.names)

    def _closest(self, figures: list[Figure], folded: tuple[str, ...], phrase: Phrase) -> Figure:
        """Of several figures a short name may mean: the one so named, by surname, introduced before, and not as
        somebody's sister or son, and last."""

        def rank(figure: Figure) -> tuple[bool, bool, bool, bool, int, int]:
            exact = folded == max(figure.names, key=len)
            surname = any(other[-len(folded) :] == folded for other in figure.names)
            before = [s for s, _ in figure.spans if s < phrase.words[0]]
            full = [s for name, s in ((n, s) for n in figure.names for s in before) if len(name) > len(folded)]
            kin = any(map(lexicon.is_kin, figure.wider))
            return exact, surname, bool(before), not kin, len(figure.spans), max(full, default=-1)

        return max(figures, key=rank)

    def _state(self, code: str) -> Figure:
        figure = next((f for f in self.figures if f.state and f.code == code), None)
        if figure is None:
            figure = Figure("government", official=lexicon.countries()[code].name, code=code, state=True, sector="GOV")
            figure.families.add("government")
            self._add(figure)
        return figure

    def _known(self, name: str, phrase: Phrase) -> Figure:
        figure = next((f for f in self.figures if f.official == name and not f.state), None)
        if figure is None:
            organization = lexicon.organization(name) or phrase.organization
            figure = Figure(phrase.kind or "organization", official=name)
            if organization:
                figure.kind, figure.code, figure.sector = organization.kind, organization.country, organization.sector
                body = self.phrases.body_of(organization.name)
                # A union of states is no workers' union.
                told = body is not None and organization.sector in (None, body.sector or organization.sector)
                figure.families |= {body.family} if body and told else set()
            self._add(figure)
            if figure.kind == "media" and " " in name:
                self._call(figure, name)  # which may be put in short: "the Post"
        return figure

    # --- going through the text ---

    def _walk(self) -> None:
        """Every reference in order of the text, speakers among them."""
        turns = self._turns()
        enclosed = _enclosed(turns)
        done: dict[Words, tuple[Figure, ...]] = {}
        # "Army denies shelling": which army that is, the text below tells.
        for words, k in sorted(turns, key=lambda turn: self._in_title(turn[0][0]) and turn[0] not in self.by_name):
            start = words[0]
            if k is not None and (state := self._by_adjective(words, k)):
                self.found[k] = (state,)
                continue
            if words not in done:
                done[words] = figures = self._refer(words, k)
                silent = k is not None and not self.speakers[k].speaks  # known from elsewhere, if anybody
                late = bool(self.trail) and start < self.trail[-1].words[0]
                if figures and not silent and not late and not self.furniture[start]:
                    self._equate(words, figures)
                    modifier, quoted = words in enclosed, self.terms.quoted[start]
                    for inner in self._named_within(words, figures) if k is not None else ():
                        self.trail.append(_Trace((self.by_name[inner],), inner, False, True, False, quoted))
                    self.trail.append(_Trace(figures, words, self._subject(words), modifier, k is not None, quoted))
            if k is not None:
                self.found[k] = done[words]

    def _named_within(self, words: Words, figures: tuple[Figure, ...]) -> list[Words]:
        """The bodies named within the words for a speaker, other than he: those he speaks for."""
        a, b = words
        names = (name for i in range(a + 1, b) for name in self.named_at.get(i, ()) if name[1] <= b)
        return [name for name in names if not self.by_name[name].person and self.by_name[name] not in figures]

    def _in_title(self, at: int) -> bool:
        return self.titles.around(self.reading.starts[at]) is not None

    def _in_dateline(self, at: int) -> bool:
        return self.datelines.around(self.reading.starts[at]) is not None

    def _spoken_of(self, figure: Figure, at: int) -> int | None:
        """Where a figure was spoken of last before a word, or, of a word in the title, first; None if nowhere."""
        if self._in_title(at):
            return min((s for s, _ in figure.spans if not self._in_title(s)), default=None)
        return max((s for s, _ in figure.spans if s < at), default=None)

    def _turns(self) -> list[tuple[Words, int | None]]:
        """The words of every reference in order, with the number of the speaker mention if it is one."""
        speakers = [(mention.words, k) for k, mention in enumerate(self.speakers) if mention.words]
        spoken = {i for mention in self.speakers if mention.words and mention.speaks for i in range(*mention.words)}
        others = {words for words in self.by_name if words[0] not in spoken}
        inside = {i for a, b in self.by_name for i in range(a + 1, b)}  # "the European" of "the European Union"
        for mention in self.reading.mentions.values():
            if self._in_dateline(mention.words[0]):
                continue  # an agency that is credited takes no part in what it tells
            if self._is_means(mention.words) or mention.words[1] in inside or self._is_act_of(mention.words[1] - 1):
                continue
            if self._is_set_before(mention.words):
                continue
            if mention.kind in ("person", "organization") and mention.words[0] not in spoken:
                inner = [phrase.name_words for phrase in self._phrase(mention.words) if phrase.name_words]
                if not any(words in self.by_name for words in inner):
                    others.add(mention.words)
        turns: list[tuple[Words, int | None]] = [*speakers, *((words, None) for words in others)]
        return sorted(turns, key=lambda turn: (turn[0], -1 if turn[1] is None else turn[1]))

    def _is_means(self, words: Words) -> bool:
        """Whether a bare noun tells by what means something is done, or told: "by telephone"."""
        t, (a, b) = self.terms, words
        bare = a > 0 and b - a == 1 and t.lower[a - 1] == "by" and t.pos(a) == "NOUN" and not t.lower[a].endswith("s")
        return bare and lexicon.role(t.lower[a]) is None and lexicon.body(t.lower[a]) is None

    def _is_set_before(self, words: Words) -> bool:
        """Whether words tell, at the head of a sentence, what the one is whom the next word means, and nobody of their
        own: "{A lawyer by training}, she led the inquiry"."""
        t, (a, b) = self.terms, words
        opens = a == 0 or self.reading.sentence[a - 1] != self.reading.sentence[a]
        if not opens or b + 1 >= len(t.lower) or t.lower[a] not in lexicon.function_words("indefinite"):
            return False
        behind = next((i for i in range(b, min(b + TRADE, len(t.lower) - 1)) if t.lower[i] == ","), b)
        meant = lexicon.pronoun(t.lower[behind + 1])
        told = meant is not None and meant.person == "3" and not self._is_parted(behind, behind + 1)
        return t.lower[behind] == "," and told

    def _equate(self, words: Words, figures: tuple[Figure, ...]) -> None:
        """ "Another victim was Amanda Geissler": those two are one."""
        if not self.trail or len(figures) != 1 or not figures[0].person or not figures[0].named:
            return
        last, t = self.trail[-1], self.terms
        if len(last.figures) == 1 and last.figures[0].person and not last.figures[0].named and last.words[1] < words[0]:
            between = range(last.words[1], words[0])
            if t.lower[last.words[1]] in ("is", "was") and all(
                t.pos(i) in ("AUX", "ADJ", "NUM", "NOUN", "PUNCT", "DET") and t.lower[i] != "," for i in between
            ):
                last.figures = figures

    def _subject(self, words: Words) -> bool:
        return any(
            self.reading.relation[i].startswith("nsubj")
            for i in range(*words)
            if not words[0] <= self.reading.head[i] < words[1]
        )

    def _refer(self, words: Words, k: int | None) -> tuple[Figure, ...]:
        """Whom a reference means."""
        if words in self.by_name:
            return (self.by_name[words],)
        words = self.phrases.trim(*words)
        inside = (office for office in self.terms.offices if office[0] < words[0] and words[1] <= office[1])
        words = next(inside, words)  # "Naval Staff" of "Chief of Naval Staff (CNS)"
        if words[1] - words[0] == 2 and self.terms.lower[words[0] : words[1]] in (["they", "both"], ["they", "all"]):
            words = words[0], words[0] + 1
        if words[1] - words[0] == 1 and (pronoun := lexicon.pronoun(self.reading.word(words[0]))):
            return self._glossed(words, k) or self._pronoun(words, pronoun, k)
        if pair := self._two(words):
            return pair
        if one := self._one_named(words):
            return (one,)
        if state := self._own_state(words):
            return (state,)
        figures: list[Figure] = []
        for phrase in self._phrase(words):
            figure = self._phrase_figure(phrase, speaks=k is not None and self.speakers[k].speaks)
            if figure is not None and figure not in figures:
                if words not in figure.spans and (phrase.name_words is None):
                    figure.spans.append(phrase.words)
                figures.append(figure)
        return tuple(figures)

    def _two(self, words: Words) -> tuple[Figure, ...]:
        """ "The two leaders", "the two countries", "the two": the last two spoken of that may be called so; of states
        not spoken of in one sentence, or only now and then, the two of which the report tells most."""
        t = self.terms
        if t.lower[words[0]] not in DEFINITE or t.lower[words[0] + 1 : words[0] + 2] != ["two"]:
            return ()
        phrase = self._phrase(words)[0]
        states, alone = t.lower[phrase.head] in lexicon.function_words("states"), words[1] - words[0] == 2
        if alone and (counted := self._counted_two(words[0])) is not None:
            return (counted,)
        found: dict[Figure, int] = {}  # each with the sentence it is spoken of in last
        for trace in reversed(self.trail):
            for figure in reversed(trace.figures):
                called = (
                    figure.person and not trace.modifier and (alone or phrase.offices & (figure.offices | figure.wider))
                )
                if figure.state if states else called:
                    found.setdefault(figure, self.reading.sentence[trace.words[0]])
        two = list(found)[:2]
        if states and two:
            told = Counter(figure.code for trace in self.trail for figure in trace.figures)
            most = sorted(found, key=lambda figure: (-told[figure.code], figure.first))[:2]
            in_passing = SELDOM * max(told[figure.code] for figure in two) <= min(told[figure.code] for figure in most)
            if in_passing or len({found[figure] for figure in two}) > 1:
                two = most
        return tuple(sorted(two, key=lambda figure: figure.first)) if len(two) == 2 else ()

    def _counted_two(self, at: int) -> Figure | None:
        """The two people last counted before a word, if they are near: "{two boys} were shot", "the two were shot"."""
        for trace in reversed(self.trail):
            if self._sentences(trace.words[0], at) > COUNTED:
                return None
            for figure in trace.figures:
                if _told(figure.label)[:1] == ("two",) and figure.plural and not figure.named:
                    return figure
        return None

    def _one_named(self, words: Words) -> Figure | None:
        """The one that is named behind those of whom it is one: "one of the banks, Kestrel"."""
        a, b = words
        named = self.terms.lower[a : a + 2] == ["one", "of"]
        names = (name for i in range(a + 2, b) for name in self.named_at.get(i, ()) if self.terms.lower[i - 1] == ",")
        return next((self.by_name[name] for name in names if name[1] == b), None) if named else None

    def _by_adjective(self, words: Words, k: int) -> Figure | None:
        """The state whose adjective tells who takes part: "a Turkish attack", "a North Korean missile"."""
        if self.speakers[k].speaks or self.reading.pos[words[1] - 1] not in ("ADJ", "PROPN"):
            return None
        if words[0] in self.terms.firms:
            return None
        code = lexicon.nationality(self.reading.string(words)) if words[1] - words[0] <= 2 else None
        return self._state(code) if code else None

    def _own_state(self, words: Words) -> Figure | None:
        """The state of somebody spoken of: "his country", "her nation"."""
        a, b = words
        pronoun = lexicon.pronoun(self.terms.lower[a]) if b - a == 2 else None
        if pronoun is None or pronoun.person != "3" or self.terms.lower[a + 1] not in lexicon.function_words("state"):
            return None
        codes = {figure.code for figure in self._pronoun((a, a + 1), pronoun, None)}
        code = codes.pop() if len(codes) == 1 else None
        return self._state(code) if code else None

    def _phrase_figure(self, phrase: Phrase, speaks: bool) -> Figure | None:
        figure: Figure | None
        if phrase.name_words:
            figure = self.by_name.get(phrase.name_words) or self._place(phrase)
            self._note_form(figure, phrase)
            return figure
        if phrase.of_country and phrase.country:
            figure = self._state(phrase.country)
        elif phrase.person:
            return self._person(phrase, speaks)
        elif phrase.body or phrase.kind in ("organization", "government", "media"):
            figure = self._body(phrase, speaks)
        else:
            figure = self._crowd(phrase)
        if figure is not None:
            families = set(figure.families)
            figure.absorb(phrase)
            if figure.named and phrase.determiner == "definite":
                figure.families = families  # "the company" of Apple is not what tells Apple from another company
            self._note_form(figure, phrase)
        return figure

    def _note_form(self, figure: Figure, phrase: Phrase) -> None:
        if phrase.label and not (figure.person and figure.named) and phrase.label != figure.label:
            figure.forms.setdefault(phrase.label.casefold(), phrase.label)
        if phrase.short:
            figure.forms.setdefault(phrase.short.casefold(), phrase.short)

    def _new(self, phrase: Phrase) -> Figure:
        figure = Figure(
            phrase.kind or "anonymous", person=phrase.person, plural=phrase.plural, label=self._whole_label(phrase)
        )
        figure.absorb(phrase)
        if phrase.short:
            figure.forms[phrase.short.casefold()] = phrase.short
        self._add(figure)
        return figure

    def _spelt_out(self, phrase: Phrase) -> Figure | None:
        """The figure so far known only by the initials of this phrase: "the JCS" of "the Joint Chiefs of Staff"."""
        words = fold(phrase.label)
        for figure in self.figures:
            first = next(iter(figure.names), ())
            acronym = first[0] if first and len(figure.names) == 1 and not figure.person else ""
            if any(stands_for(acronym, words[k:]) for k in range(min(3, len(words) - 1))):
                self._call(figure, phrase.label)
                return figure
        return None

    def _in_short(self, words: Words) -> bool:
        """Whether a name is put shorter here than in full: "Jarrar", "the ICIJ"."""
        return len(fold(self.reading.string(words))) < len(fold(self.by_name[words].name()))

    def _whole_label(self, phrase: Phrase) -> str:
        """The phrase with its people's names in full: "Khalida Jarrar's husband" for "her husband"."""
        a, b = phrase.label_words
        pieces: list[str] = []
        last = a
        for i in range(a, b):
            if i < last:
                continue
            figures: tuple[Figure, ...] = ()
            end = i + 1
            if i == a and self.terms.lower[i] in ("his", "her", "its", "their"):
                figures = self._pronoun((i, i + 1), lexicon.pronoun(self.terms.lower[i]) or _NOBODY, None)
            else:
                words = next((w for w in self.named_at.get(i, ()) if w[1] <= b), None)
                if words and not self.by_name[words].official and self._in_short(words):
                    figures, end = (self.by_name[words],), words[1]
            if figures and figures[0].named:
                before = self.reading.text[self.reading.ends[last - 1] : self.reading.starts[i]] if pieces else ""
                pieces.append(
                    (self.reading.string((last, i)) + " " if last < i else before)
                    + figures[0].name()
                    + (
                        "'s"
                        if end == i + 1 and i == a and self.terms.lower[i] in ("his", "her", "its", "their")
                        else ""
                    )
                )
                last = end
        if not pieces:
            return phrase.label
        rest = self.reading.text[self.reading.ends[last - 1] : self.reading.ends[b - 1]] if last < b else ""
        return clean("".join(pieces) + rest)

    # --- descriptions ---

    def _person(self, phrase: Phrase, speaks: bool) -> Figure | None:
        """A single person described, not named."""
        figure = self._named_beside(phrase)
        if figure is not None:
            return figure
        if phrase.determiner != "indefinite":
            figure = self._described(phrase) or self._of_age(phrase)
        elif not speaks:
            figure = self._to_be_named(phrase)
        if figure is None and speaks:
            figure = self._introduced(phrase)
        if figure is None and phrase.determiner == "definite" and speaks and not phrase.kin:
            figure = self._just_heard(phrase) or self._bare(phrase)
        if figure is None:
            figure = self._new(phrase)
            official = phrase.sector == "GOV" and phrase.offices and not phrase.country
            if phrase.determiner == "definite" and official and _is_plain(phrase.label):
                self._settle(figure, phrase)
        else:
            figure.absorb(phrase)
            self._note_form(figure, phrase)
        return figure

    def _named_beside(self, phrase: Phrase) -> Figure | None:
        """Whoever is named right behind a description and a comma: "his Chadian {counterpart}, Idris Sow"."""
        end = phrase.words[1]
        names = self.named_at.get(end + 1, ()) if self.terms.lower[end : end + 1] == [","] else ()
        figure = next((self.by_name[words] for words in names), None)
        if figure is None or not figure.person or phrase.determiner not in ("definite", "possessive"):
            return None
        return None if conflict(figure.code, phrase.country) or conflict(figure.gender, phrase.gender) else figure

    def _settle(self, figure: Figure, phrase: Phrase) -> None:
        """Give "the minister", "the army" of which no country is told the one the text speaks of."""
        if not toponyms.words("city").isdisjoint(_owners(phrase.label)):
            town = max((i for i in self._towns if i < phrase.words[0]), default=-1)  # of "the city's mayor"
            figure.code = figure.code or self.land.get(town)
            return
        code = None if figure.code else self._country_here(phrase.words[0])
        if code and lexicon.countries()[code].adjectives:
            figure.code = code
            figure.forms[phrase.label.casefold()] = phrase.label
            figure.label = f"{lexicon.countries()[code].adjectives[0]} {phrase.label}"

    def _described(self, phrase: Phrase) -> Figure | None:
        """The person known by that office, country and body."""
        best, best_score = None, 2.5
        for figure in self.figures:
            if not figure.person or conflict(figure.code, phrase.country) or conflict(figure.gender, phrase.gender):
                continue
            score = 0.0
            if phrase.offices & figure.offices:
                score = 4
            elif (
                phrase.offices & figure.wider
                or phrase.wider & figure.offices
                or (phrase.wider & figure.wider and not phrase.offices)
            ):
                score = 3
            if not score:
                continue
            if phrase.country and figure.code == phrase.country:
                score += 2
            elif phrase.country and not figure.code:
                score -= 0.5
            if self._has_other_charge(phrase, figure):
                continue
            if self._is_of_a_person(phrase) and (figure.named or not _owner(figure.label)):
                continue  # "his spokesman" is not the one of the army, who has a name, nor anybody's
            if self._serves_another(phrase, figure):
                continue
            if _owner(phrase.label)[:1].isupper() and not figure.named and not _owner(figure.label):
                continue  # nor is "Widodo's envoy" any diplomat
            if score < 4 and _owner(figure.label) and not figure.named and conflict(phrase.sector, figure.sector):
                continue  # "the prosecutor" is not "her lawyer"
            if phrase.affiliations and figure.affiliations:
                score += 1 if phrase.affiliations & figure.affiliations else -2
            before = self._spoken_of(figure, phrase.words[0])
            if before is not None:
                if (
                    phrase.determiner == "definite"
                    and not phrase.country
                    and self._sentences(before, phrase.words[0]) > 10
                    and conflict(figure.code, self._country_here(phrase.words[0]))
                ):
                    continue
                score += 1 + (1 if phrase.country else 4) / (1 + self._sentences(before, phrase.words[0]))
            elif not figure.named or (phrase.country and not figure.code) or not phrase.offices & figure.offices:
                continue
            if score > best_score:
                best, best_score = figure, score
        return best

    def _has_other_charge(self, phrase: Phrase, figure: Figure) -> bool:
        """Whether what stands before an office, or behind it, says that it is another one: "the water minister", not
        the foreign one; "the health secretary", not "regional secretary Ann Moor"; "the envoy to Chad", not to Peru."""
        t, head = self.terms, phrase.head
        mine_to = self._sent_to(phrase)
        theirs_to = (figure.role or figure.label).partition(" to ")[2]
        if mine_to and (mine_to != theirs_to if theirs_to else figure.named and phrase.country and not figure.code):
            return True
        mine = {t.lower[i] for i in self._before_office(phrase) if t.pos(i) == "NOUN" and t.lower[i] != "deputy"}
        held = [office.split() for office in figure.offices]
        theirs = {word for words in held if words[-1] == t.lower[head] for word in words[:-1]}
        if mine and not theirs and figure.named and t.lower[head] in figure.offices:
            theirs = self._charge(figure)
            mine = {t.lower[i] for i in self._before_office(phrase)}
        return bool(mine and theirs) and mine.isdisjoint(theirs)

    def _sent_to(self, phrase: Phrase) -> str:
        """Where somebody is told to be sent, be it behind the words read: "the Chadian envoy to {Peru}"."""
        t, head = self.terms, phrase.head
        behind = t.text[head + 2 : head + 3] if t.lower[head + 1 : head + 2] == ["to"] else []
        return phrase.label.partition(" to ")[2] or "".join(word for word in behind if word[:1].isupper())

    def _serves_another(self, phrase: Phrase, figure: Figure) -> bool:
        """Whether two without names are told to be of others: "the officer's lawyer" is not "the lawyer for the
        family"."""
        owner, links = _owner(phrase.label).split(), [i for i, word in enumerate(figure.label.split()) if word in LINKS]
        return bool(owner and links) and not figure.named and owner[-1] not in figure.label.split()[links[0] :]

    def _charge(self, figure: Figure) -> set[str]:
        """What stands before the office of somebody where he is first named, but for places and ranks: "regional" of
        "the regional secretary, Ann Moor"."""
        t = self.terms
        named = min((words for words in figure.spans if words in self.by_name), default=None)
        if named is None:
            return set()
        first = self._phrase(self._with_titles(named))[0]
        before = (i for i in self._before_office(first) if i not in self.land and t.code_at(i) is None)
        words = {t.lower[i] for i in before if t.pos(i) in ("NOUN", "PROPN", "ADJ")}
        return words - lexicon.function_words("ranked")

    def _is_of_a_person(self, phrase: Phrase) -> bool:
        """Whether a phrase says that somebody is his or hers."""
        owner = lexicon.pronoun(self.terms.lower[phrase.words[0]])
        return phrase.words[1] - phrase.words[0] > 1 and owner is not None and owner.gender in ("m", "f")

    def _introduced(self, phrase: Phrase) -> Figure | None:
        """Somebody first described and then, soon after, named and speaking: "A Pentagon spokesman said … said Kenneth
        Bacon"."""
        if (phrase.offices | phrase.wider) & lexicon.function_words("nameless") or self._asks_for_silence(phrase):
            return None
        if len(phrase.label.split()) < 2 or phrase.kin:
            return None  # "a neighbour" may be anybody, and a cousin is hers
        here = phrase.words[1]
        sentence = self.reading.sentence[phrase.words[0]]
        if phrase.determiner == "definite" and not phrase.country and not phrase.affiliations and sentence > 2:
            return None
        later = sorted(
            (f for f in self.figures if f.person and f.named and here <= self._first(f) < FAR), key=self._first
        )
        for figure in later:
            if self.reading.sentence[self._first(figure)] == sentence:
                continue  # two in one sentence are two
            if self._sentences(here - 1, self._first(figure)) > NEAR:
                break
            speaks = any(
                m.words and m.speaks and any(m.words[0] <= s < m.words[1] for s, _ in figure.spans[:])
                for m in self.speakers
            )
            if not speaks:
                continue
            if conflict(figure.code, phrase.country) or conflict(figure.gender, phrase.gender):
                continue
            if not self._introduces(phrase, figure):
                continue
            return figure
        return None

    def _introduces(self, phrase: Phrase, figure: Figure) -> bool:
        """Whether what stands beside the name at first says that it is the one described, or says nothing."""
        words = next(words for words in figure.spans if words[0] == self._first(figure))
        if self._is_told_otherwise(phrase, words[0]) or self._is_anothers(words[0]):
            return False
        start, end = self._with_titles(words)
        before = (m.words[0] for m in self.speakers if m.words and m.words[0] <= words[0] < m.words[1])
        whole = min(start, *before, start), end
        for first in self._phrase(whole):
            if first.affiliations and phrase.affiliations and not first.affiliations & phrase.affiliations:
                return False
            if not first.affiliations & phrase.affiliations and self._serve_others(phrase, first):
                return False
            if (phrase.offices | phrase.wider) & (first.offices | first.wider):
                return True
        if self.terms.lower[words[1] : words[1] + 2] == [",", "whose"]:
            return False
        anybody = lexicon.function_words("man")  # "the woman, who gave her name as {Ann}"
        beside = (i for i in range(*whole) if not words[0] <= i < words[1] and not self._is_rank(i))
        beside = (i for i in beside if self.terms.lower[i] not in anybody)
        return not any(self.terms.pos(i) in ("NOUN", "PROPN") for i in beside)

    def _is_anothers(self, name: int) -> bool:
        """Whether a description before a name and a comma says whose he is: "{its} chief, Ivo Lenz", "the {union's}
        lawyer, Rita Solano"."""
        t = self.terms
        if t.lower[name - 1 : name] != [","]:
            return False
        for i in range(name - 2, max(0, name - 2 - DESCRIBED), -1):
            if t.lower[i] in OWNERS or t.possessive(i):
                return True
            if t.pos(i) not in ("ADJ", "NOUN", "PROPN", "DET", "ADP"):
                return False
        return False

    def _is_told_otherwise(self, phrase: Phrase, name: int) -> bool:
        """Whether a noun behind which a name stands says that it is somebody else: "one guest, Fatima Saleh"."""
        t = self.terms
        if t.lower[name - 1 : name] != [","] or t.pos(name - 2) != "NOUN" or t.lower[name - 2] == "name":
            return False
        mine = {t.lower[i] for i in range(*phrase.words)} | phrase.offices | phrase.wider
        role = lexicon.role(t.lower[name - 2])
        return mine.isdisjoint({t.lower[name - 2], *((role.office, *role.also) if role else ())})

    def _serve_others(self, phrase: Phrase, other: Phrase) -> bool:
        """Whether two who have one office have it of others: a rebel spokesman is not the army's."""
        mine, theirs = (
            {self.terms.lower[i] for i in self._before_office(one) if self.terms.pos(i) in ("NOUN", "PROPN", "ADJ")}
            - lexicon.function_words("ranked")
            for one in (phrase, other)
        )
        return bool(mine and theirs) and mine.isdisjoint(theirs)

    def _before_office(self, phrase: Phrase) -> range:
        """The words before that by which somebody is called in a phrase."""
        a, b = phrase.words
        end = phrase.name_words[0] if phrase.name_words else b
        return range(a, max((i for i in range(a, end) if i in self.terms.role), default=a))

    def _is_rank(self, i: int) -> bool:
        return i in self.terms.honorific and self.terms.honorific[i][1].ranks

    def _of_age(self, phrase: Phrase) -> Figure | None:
        """ "The 49-year-old", "the 49-year-old banker": the person named last."""
        if AGE not in phrase.label or phrase.determiner != "definite":
            return None
        here = phrase.words[0]
        for trace in reversed(self.trail):
            if self._sentences(trace.words[0], here) > NEAR:
                break
            figure = trace.figures[0]
            if len(trace.figures) == 1 and figure.person and figure.named and not trace.modifier:
                return None if conflict(figure.gender, phrase.gender) else figure
        return None

    def _named_from(self, word: int) -> Iterator[tuple[int, Figure]]:
        """Those whom the prose names for the first time from a word on, in its order, each with where."""
        for k in range(bisect_left(self.introduced, word, key=lambda one: one[0]), len(self.introduced)):
            yield self.introduced[k]

    def _to_be_named(self, phrase: Phrase) -> Figure | None:
        """Somebody first described and soon named: one of that age, or one whom a report names without saying who it
        is, where force or the law is applied to him as to the one it has told of before."""
        here, done = phrase.words[1], self.nameless.get(phrase.words[0])
        for at, figure in self._named_from(here):
            if not figure.person or self._sentences(here - 1, at) == 0:
                continue
            if self._sentences(here - 1, at) > NEAR:
                break
            if conflict(figure.code, phrase.country) or conflict(figure.gender, phrase.gender):
                continue
            if self._is_of_age(figure, phrase):
                return figure
            if done and (figure, done) in self.harmed:
                between = any(self.nameless.get(i) == done for i in range(here, at))
                return figure if not between and self._introduces(phrase, figure) else None
        return None

    def _is_of_age(self, figure: Figure, phrase: Phrase) -> bool:
        """Whether the age told of somebody described stands behind a name: "a {19}-year-old", "Musa Bello, {19}"."""
        age = phrase.label.partition(f"-{AGE}")[0].rpartition(" ")[2]
        ends = (b for a, b in figure.spans if a == self._first(figure))
        return age.isdigit() and any(self.terms.lower[b : b + 2] == [",", age] for b in ends)

    def _asks_for_silence(self, phrase: Phrase) -> bool:
        """Whether the text says that somebody is not named: "who spoke on condition of anonymity"."""
        sentence = self.reading.sentence[phrase.head]
        after = range(phrase.head + 1, min(phrase.head + SILENCE, len(self.reading)))
        unnamed = lexicon.function_words("unnamed")
        return any(self.terms.lower[i] in unnamed and self.reading.sentence[i] == sentence for i in after)

    def _first(self, figure: Figure) -> int:
        """Where the prose first names it, or speaks of it if it has no name."""
        spans = [words for words in figure.spans if words in self.by_name] or figure.spans
        return min((s for s, _ in spans if not self.furniture[s]), default=FAR)

    def _bare(self, phrase: Phrase) -> Figure | None:
        """ "The president" of somebody whose office the text never gives: the person spoken of last, and not whoever
        says it: "{Ann Moor} said the clerk had lied" (principle C, Chomsky 1981)."""
        here = phrase.words[0]
        selves = [figure for k in self._saying_at.get(here, ()) for figure in self.found[k]]
        if not LINKS.isdisjoint(phrase.label.lower().split()) or self._sent_to(phrase):
            return None  # "the governor of the north" tells itself who that is
        if any(i in self.terms.role for i in self._owners_in(phrase)):
            return None  # so does "the mayor's spokesman"
        for trace in reversed(self.trail):
            if self._sentences(trace.words[0], here) > 2:
                break
            for figure in trace.figures:
                if not figure.person or figure.offices or not figure.named or not (trace.speaker or trace.subject):
                    continue
                if figure in selves:
                    continue
                if conflict(figure.code, phrase.country) or conflict(figure.gender, phrase.gender):
                    continue
                if self._is_described(figure) or self._is_named_by(figure, phrase) or self._is_done_to(figure, phrase):
                    continue
                return figure
        return None

    def _just_heard(self, phrase: Phrase) -> Figure | None:
        """Somebody without a name who has just spoken, where he is but told to be a man, or she a woman: "{a nurse}
        said … said the woman"."""
        here = phrase.words[0]
        if self.terms.lower[phrase.head] not in lexicon.function_words("man"):
            return None
        for trace in reversed(self.trail):
            if self._sentences(trace.words[0], here) > 1 or not trace.speaker:
                continue
            figure = trace.figures[0]
            alone = len(trace.figures) == 1 and figure.person and not figure.plural
            if alone and not conflict(figure.gender, phrase.gender):
                return None if figure.named else figure
        return None

    def _is_named_by(self, figure: Figure, phrase: Phrase) -> bool:
        """Whether whoever is described speaks of somebody by name, who is another then: "{Ivo Lenz} won the race, the
        coach said"."""
        k = self.speaker_at.get(phrase.words[0])
        named = (words[0] for words in figure.spans if words in self.by_name)
        return k is not None and any(k in self._saying_at.get(at, ()) for at in named)

    def _is_done_to(self, figure: Figure, phrase: Phrase) -> bool:
        """Whether the law or force is applied to somebody, or mercy: "{Ivo Lenz} was jailed. The judge said it was
        just". What he was before that, he may be called: "the former banker"."""
        if any(office.startswith("former ") for office in phrase.offices):
            return False
        if phrase.sector in ("JUD", "COP") and any(one is figure for one, _ in self.harmed):
            return True
        verbs = (self._passive_of(words) for words in figure.spans if words in self.by_name)
        return any(verb is not None and self._is_of_law(verb) for verb in verbs)

    def _is_of_law(self, verb: int) -> bool:
        """Whether a verb tells what the law or force does to people, or mercy: "jailed", "shot", "freed"."""
        word = self.reading.word(verb)
        done = any(_tells_of(word, kind) for kind in ("COERCE", "ASSAULT", "CONCEDE"))
        return done or valency.is_one_of("prosecuting", self.reading, verb)

    def _passive_of(self, words: Words) -> int | None:
        """The verb whose passive is done to whom these words mean, if one is."""
        reading = self.reading
        return next((reading.head[i] for i in range(*words) if reading.relation[i] == "nsubj:pass"), None)

    def _is_described(self, figure: Figure) -> bool:
        """Whether the text tells who somebody is where it first names him: "Ann Moor, who sells fish", "a baker"."""
        at = next(b for a, b in figure.spans if a == self._first(figure))
        words = self.terms.lower[at : at + 2]
        told = lexicon.function_words("relative") | lexicon.function_words("indefinite")
        return len(words) == 2 and words[0] == "," and words[1] in told

    def _body(self, phrase: Phrase, speaks: bool) -> Figure | None:
        """A ministry, army, newspaper, company: by its word and country, or the one spoken of last."""
        family = phrase.body.family if phrase.body else ""
        pool = [f for f in self.figures if not f.person and not f.plural]
        pool = [f for f in pool if not f.location or "company" in f.families]
        if family == "government" and not lexicon.function_words("lower").isdisjoint(phrase.label.lower().split()):
            return self._same_label(phrase) or self._new(phrase)  # "the provincial government" is not the state's
        if phrase.country:
            for figure in pool:
                alike = figure.code == phrase.country and family in figure.families and not figure.state
                if alike and not self._is_in_another_town(phrase, figure):
                    return figure
            if phrase.kind == "media" and phrase.determiner == "definite":
                for trace in reversed(self.trail):
                    for figure in trace.figures:
                        if figure.kind == "media" and figure.named and figure.code in (None, phrase.country):
                            return figure
            return self._spelt_out(phrase) or self._body_to_be_named(phrase) or self._new(phrase)
        if phrase.determiner in ("definite", "none", "possessive"):
            head = self.terms.lower[phrase.head]
            usurps = head in lexicon.function_words("usurping") and any(map(_is_rival_government, pool))
            before_it = [word.removesuffix("'s").removesuffix("’s") for word in phrase.label.split()[:-1]]
            of = {word.casefold() for word in before_it if word[:1].isupper()}
            if self._owned_by_person(phrase):
                of = set()  # "Mr Kim's regime" is that of his country
            # "Police" without an article is no office for police conduct.
            called = _heading if phrase.determiner == "none" else tuple[str, ...]
            best, best_score = None, 0.0
            here = self._country_here(phrase.words[0]) if family == "government" else None
            states = sum(figure.state for figure in pool)
            # Not "the guards' union", nor where one is called by these very words.
            guessed = phrase.determiner == "definite" and not (self._owners_in(phrase) or self._same_label(phrase))
            for figure in pool:
                if not of <= self._words(figure):
                    continue  # "the United Nations mission" is not the one of the African Union
                if usurps and not any(head in form for form in (fold(figure.label), *map(fold, figure.forms))):
                    continue  # where there is a unity government, "the junta" is whoever was called so
                if figure.state and (figure.code != here if here else states > 1):
                    continue  # of several states none is told to be the one the report is set in
                before = self._spoken_of(figure, phrase.words[0])
                if before is None or (figure.state and self._is_aside(before, figure.code)):
                    continue
                score = 0.0
                if figure.families & lexicon.function_words("of-police") and family not in figure.families:
                    continue  # "the police" are not the police station
                if self._is_of_another(phrase, figure) or self._is_in_another_town(phrase, figure):
                    continue
                if (
                    (family and family in figure.families)
                    or (family != "government" and any(head in called(name) for name in figure.names))
                    or (head in _heading(fold(figure.label))[:-1] and not figure.official and not _sits(figure))
                    or (figure.official and head in called(fold(figure.official)))
                    or any(form.endswith(f" {head}") for form in figure.forms)  # "UN mission"
                ):
                    score = 3
                elif guessed and self._may_be(phrase, figure):
                    score = 2
                if score:
                    score += 3 / (1 + self._sentences(before, phrase.words[0])) + self._prominence(figure)
                    so_called = fold(figure.label)[1:][-1:] == (head,)  # "the electoral commission"
                    score += 1.0 * (figure.named or so_called)
                    if figure.state and family != "government":
                        score = 0
                if score > best_score:
                    best, best_score = figure, score
            if best is not None:
                return best
        if (
            phrase.determiner == "definite"
            and _is_plain(phrase.label)
            and phrase.sector in ("GOV", "MIL", "COP", "JUD", "SPY")
            and not usurps
        ):
            code = self._country_here(phrase.words[0])
            if code:
                if family == "government":
                    return self._state(code)
                known = next((f for f in pool if f.code == code and family in f.families and not f.state), None)
                if known:
                    return known
                figure = self._new(phrase)
                self._settle(figure, phrase)
                return figure
        return self._same_label(phrase) or self._new(phrase)

    def _is_in_another_town(self, phrase: Phrase, figure: Figure) -> bool:
        """Whether a body of which a state has many is told to be elsewhere: "Chad's embassy {in Rome}"."""
        if self.terms.lower[phrase.head] not in lexicon.function_words("abroad"):
            return False
        towns = [label.partition(" in ")[2].casefold() for label in (phrase.label, figure.label)]
        return all(towns) and towns[0] != towns[1]

    def _is_of_another(self, phrase: Phrase, figure: Figure) -> bool:
        """Whether a body is another by what it is for or whose it is: "the interior ministry" is not the defence
        ministry, nor "the prosecutor's office" the minister's."""
        kinds = figure.families - {phrase.body.word.split()[-1] if phrase.body else ""}
        if phrase.body and " " in phrase.body.word and kinds and phrase.body.family not in kinds:
            return True
        if _owner(phrase.label) and lexicon.pronoun(figure.label.partition(" ")[0]):
            return True  # "Ruiz's office" is not "her office", told of somebody without a name
        if (owner := _owner(figure.label)) and self._is_of_a_person(phrase):
            return owner != _owner(self._whole_label(phrase))  # "his office" is not that of the last minister
        if (
            owner
            and phrase.body
            and not _owner(phrase.label)
            and not self._words(figure).issuperset(_qualities(phrase))
        ):
            return True  # "the ruling party" is not the party of whoever was spoken of
        if phrase.sector == "PTY" and not owner and self._owned_by_person(phrase):
            told = {word for word in figure.label.split()[:-1] if word.islower()} - DEFINITE
            if told and not figure.named and told.isdisjoint(_qualities(phrase)):
                return True  # nor is "Lenz's party" the ruling party
        mine, theirs = _owners(phrase.label), _owners(figure.label)
        if mine and not theirs and " " in figure.label and any(map(lexicon.role, mine)):
            return mine.isdisjoint(self._words(figure))  # "the mayor's office" is not "the regional office of a bank"
        return bool(mine and theirs and not mine & theirs)

    def _owners_in(self, phrase: Phrase) -> list[int]:
        """The last words of the possessors in a phrase: "the {guards}' union"."""
        return [i - 1 for i in range(phrase.words[0] + 1, phrase.head) if self.terms.possessive(i)]

    def _owned_by_person(self, phrase: Phrase) -> bool:
        """Whether the possessor in a phrase is somebody."""
        names = (self.terms.name_at.get(i) for i in self._owners_in(phrase))
        return any(name is not None and name.kind == "PERSON" for name in names)

    def _body_to_be_named(self, phrase: Phrase) -> Figure | None:
        """The body of the kind and country that is first described and soon named: "a Chilean court", "the Santiago
        Court of Appeals"."""
        if phrase.determiner != "indefinite" or phrase.body is None or phrase.kind == "media":
            return None
        here, kind = phrase.words[1], phrase.body.word
        for at, figure in self._named_from(here):
            if self._sentences(here - 1, at) > NEAR:
                break
            if not figure.person and kind in fold(figure.name()) and not conflict(figure.code, phrase.country):
                return figure
        return None

    def _words(self, figure: Figure) -> set[str]:
        """All words of all names of a figure, in small letters."""
        return {
            word.casefold()
            for name in (figure.label, figure.official or "", *figure.forms.values())
            for word in name.split()
        }

    def _prominence(self, figure: Figure) -> float:
        """A little for the last one that was subject or spoke."""
        for trace in reversed(self.trail[-12:]):
            if (trace.subject or trace.speaker) and any(not f.person for f in trace.figures):
                return 0.8 if figure in trace.figures else 0.0
        return 0.0

    def _may_be(self, phrase: Phrase, figure: Figure) -> bool:
        """Whether a figure of which the text gives no kind of body may be called by this word."""
        if figure.state or not figure.named or figure.kind not in ("organization", "media", "government"):
            return False
        named = phrase.body or phrase.document
        if named is None or (phrase.body and phrase.body.family in lexicon.function_words("premises")):
            return False  # "the hospital", "the market": what these are, a name would tell
        group = phrase.body is not None and phrase.body.family == "group"
        known_by = {"company", "group"} | (lexicon.function_words("grouping") if group else frozenset())
        if figure.families - known_by:
            return False
        words = {word for name in figure.names for word in name}
        if group and (figure.sector == "IGO" or not lexicon.function_words("platform").isdisjoint(words)):
            return False  # where a group writes is not the group: "in a message on Telegram the group said"
        loose = (None, "NGO", "PTY", "REB", "OPP", "CVL")
        if figure.named and figure.kind == phrase.kind == "organization" and figure.sector in loose:
            return phrase.sector in (*loose, "BUS") if figure.sector is None else phrase.sector in loose
        if figure.kind == "media" and phrase.body and phrase.body.family in lexicon.function_words("broadcasting"):
            cited = {m.words[0] + (self.terms.lower[m.words[0]] in DEFINITE)
                     for m in self.speakers if m.words and m.speaks}  # fmt: skip
            return any(start not in cited for start, _ in figure.spans)  # who is only cited is not told of
        if phrase.kind == "media" or figure.kind == "media":
            return phrase.kind == figure.kind or (phrase.kind == "media" and figure.official is None)
        if figure.sector and phrase.sector:
            return figure.sector == phrase.sector
        return phrase.kind == figure.kind == "organization"

    def _country_here(self, at: int) -> str | None:
        """The country a bare "the government" belongs to: the one spoken of last in its sentence, or that acts in the
        sentence before; else of those named in the three before the one named most, of several the last; else the one
        that the report is set in."""
        if told := self._whose_words(at) or self._rebuffing(at):
            return told
        sentence = self.reading.sentence[at]
        near = takewhile(lambda i: sentence - self.reading.sentence[i] <= 3, range(at - 1, -1, -1))
        named: Counter[str | None] = Counter()
        last = None
        for i in near:
            if self.furniture[i]:
                continue
            away = sentence - self.reading.sentence[i]
            if i in self.terms.place and self._tells_where(i):
                code = self.terms.place[i][2]
                top = self.terms.place[i][0] - 1
                if away == 0 and self._is_addressed_by(top, at):
                    continue  # "Norway urged the authorities" of another country
                if away and self._times_named[code] == 1 and self._reacts(top):
                    continue  # it speaks from afar
                if away == 0 or (away == 1 and self.reading.relation[top] == "nsubj"):
                    return code
                last = last or code
                named[code] += 1
            elif away == 1 and (acting := self._acts_for(i)):
                return acting
            elif i in self._towns:
                named[self.land[i]] += 1
        home = self._setting
        return max((last, home, *named), key=lambda code: (code is not None, named[code])) if last else home

    def _whose_words(self, at: int) -> str | None:
        """The country that acts in the words which a speaker told behind them says in his sentence: "{Peru} denounced a
        raid by Chile, the ministry said"."""
        k = self.speaker_at.get(at)
        said = self.speakers[k].content if k is not None else ()
        words = (i for a, b in said for i in range(a, min(b, at)) if i in self.terms.place)
        own = (i for i in words if self.reading.sentence[i] == self.reading.sentence[at] and self._acts(i))
        return next((self.terms.place[i][2] for i in own), None)

    def _acts(self, at: int) -> bool:
        """Whether the country that is named from a word on is the subject of a verb."""
        end = self.terms.place[at][0]
        return any(self.reading.relation[i] == "nsubj" for i in range(at, end)) and self._tells_where(at)

    def _rebuffing(self, at: int) -> str | None:
        """The country that was criticised shortly before, where a body rejects the criticism: "Peru criticised {Chile}.
        The government dismissed the criticism"."""
        reading, place = self.reading, self.terms.place
        noun = next((i for i in reading.upward(at, CLAUSE) if reading.relation[i] == "nsubj"), None)
        if noun is None or not self._is_rebuff(reading.head[noun]):
            return None
        near = takewhile(lambda i: reading.sentence[at] - reading.sentence[i] <= 3, range(at - 1, -1, -1))
        for i in near:
            verb = reading.head[i]
            if reading.relation[i] == "obj" and _tells_of(reading.word(verb), "ACCUSE"):
                blamed = next((place[k][2] for k in place if k <= i < place[k][0]), None)
                blaming = {place[k][2] for k in valency.parts(reading, verb, "nsubj") if k in place}
                if blamed and blaming - {blamed}:
                    return blamed
        return None

    def _is_rebuff(self, verb: int) -> bool:
        """Whether a verb tells that somebody rejects what is said of him: "{denied} the charge"."""
        reading = self.reading
        rebuffs = lexicon.denial_words("deny") | lexicon.denial_words("dismiss")
        said = lexicon.denial_words("claim") | lexicon.denial_words("remark")
        objects = (lexicon.lemmas(reading.word(i)) for i in valency.parts(reading, verb, "obj"))
        return not rebuffs.isdisjoint(lexicon.lemmas(reading.word(verb))) and any(
            not said.isdisjoint(o) for o in objects
        )

    @cached_property
    def _towns(self) -> set[int]:
        """The words of places that are no countries."""
        countries = {i for a, (b, _, _) in self.terms.place.items() for i in range(a, b)}
        return self.land.keys() - countries

    def _acts_for(self, at: int) -> str | None:
        """The country whose government a capital stands for that acts: "{Accra} summoned the envoy"."""
        seat = self.terms.seat.get(at)
        return seat[1].country if seat and self.reading.relation[at] == "nsubj" and at not in self.land else None

    def _is_addressed_by(self, state: int, at: int) -> bool:
        """Whether a state is the subject of the verb whose object stands at a word."""
        reading = self.reading
        while reading.relation[state] == "conj" and reading.head[state] != state:
            state = reading.head[state]
        verb = reading.head[state]
        noun = next((i for i in reading.upward(at, CLAUSE) if reading.head[i] == verb), None)
        subject = reading.relation[state].startswith("nsubj")
        return subject and noun is not None and reading.relation[noun] in ("obj", "iobj")

    def _tells_where(self, at: int) -> bool:
        """Whether the name of a country tells of what state is spoken."""
        return not self._tells_a_firm(at) and not self._is_aside(at, self.terms.place[at][2])

    def _is_aside(self, at: int, code: str | None) -> bool:
        """Whether a country is named a single time, as somewhere to be, to go or to come from: "a visit to Brazil",
        "Britain-based Harrow", "Judge Amina Diallo of Senegal", "the French embassy"."""
        if self._times_named[code] != 1:
            return False
        t = self.terms
        of_somebody = t.lower[at - 1 : at] == ["of"] and at - 2 in t.name_at and t.name_at[at - 2].kind == "PERSON"
        behind = t.lower[t.place[at][0] : t.place[at][0] + 2] if at in t.place else []
        based = behind == ["-", "based"] or not lexicon.function_words("abroad").isdisjoint(behind[:1])
        return of_somebody or based or self._sends_envoy(at) or self._follows(at, "aside")

    def _reacts(self, state: int) -> bool:
        """Whether a state, or one of several, is told to say what it thinks of what happens elsewhere: "{Chile} and
        Peru voiced concern"."""
        reading = self.reading
        while reading.relation[state] == "conj" and reading.head[state] != state:
            state = reading.head[state]
        verb = reading.head[state]
        words = (verb, *valency.parts(reading, verb, "obj"))
        return reading.relation[state] == "nsubj" and any(cue_force(reading.word(i)) in REACTIONS for i in words)

    def _sends_envoy(self, at: int) -> bool:
        """Whether a country is one of whose envoys are spoken of: "the {ambassadors} of Chile and Peru"."""
        t, k = self.terms, at - 1
        while k > 0 and (t.lower[k] in (",", "and") or t.lower[k] in DEFINITE or k in t.place):
            k -= 1
        abroad = lexicon.function_words("abroad")
        return k > 0 and t.lower[k] == "of" and not abroad.isdisjoint(lexicon.lemmas(t.lower[k - 1]))

    @cached_property
    def _times_named(self) -> Counter[str | None]:
        """How often each country is named in the prose."""
        return Counter(code for i, (_, _, code) in self.terms.place.items() if not self.furniture[i])

    @cached_property
    def _setting(self) -> str | None:
        """The country that the report is set in: where its first sentence says that it happened, else that of the
        dateline: a story of Mozambique may be written in Lisbon."""
        prose = [
            i for i in range(len(self.reading))
            if not (self.furniture[i] or self._in_title(i) or self._in_dateline(i))
        ]  # fmt: skip
        opening = (i for i in prose if self.reading.sentence[i] == self.reading.sentence[prose[0]])
        named = (i for i in opening if i in self.terms.place and self._follows(i, "located"))
        return next((self.terms.place[i][2] for i in named), None) or self._of_dateline()

    def _of_dateline(self) -> str | None:
        """The country of the dateline."""
        for piece in reversed((self.report.dateline or "").replace("(", ",").split(",")):
            name = clean(piece).title()
            if code := lexicon.country(name):
                return code
            if (seat := lexicon.seat(name)) and seat.country:
                return seat.country
        return None

    def _follows(self, at: int, use: str) -> bool:
        """Whether a place stands behind a preposition of some use: "in northern Mozambique"."""
        t = self.terms
        beside = lexicon.function_words("beside")
        while at > 0 and (t.pos(at - 1) in ("ADJ", "DET", "PROPN") or t.lower[at - 1] in beside):
            at -= 1
        return at > 0 and t.lower[at - 1] in lexicon.function_words(use)

    def _crowd(self, phrase: Phrase) -> Figure:
        """Unnamed people, peoples and documents: one for each way of calling them."""
        if phrase.determiner == "indefinite" and not phrase.plural:
            return self._new(phrase)
        return self._same_label(phrase) or self._definite_crowd(phrase) or self._new(phrase)

    def _same_label(self, phrase: Phrase) -> Figure | None:
        label, told = phrase.label.casefold(), _told(phrase.label)
        anybody = phrase.plural and phrase.determiner == "none"  # "officers" are not "the officers" told of before
        return next(
            (f for f in self.figures
             if not f.person
             and (f.label.casefold() == label or (label in f.forms and not anybody) or told == _told(f.label))), None
        )  # fmt: skip

    def _definite_crowd(self, phrase: Phrase) -> Figure | None:
        """ "The officials", "the report": the last ones called so at greater length."""
        if phrase.determiner != "definite" or any(word in LINKS for word in phrase.label.lower().split()):
            return None  # "the family of a lawmaker" tells itself whose it is
        head = self.terms.lower[phrase.head]
        found = [
            f for f in self.figures
            if not f.person and not f.named and f.label and fold(f.label)[-1:] == (head,) and f.first < phrase.words[0]
            and not conflict(f.code, phrase.country) and not _count_apart(f.label, phrase.label)
        ]  # fmt: skip
        if not found and phrase.document:
            found = [f for f in self.figures if f.kind == "document" and f.named and f.first < phrase.words[0]
                     and fold(f.name())[-1:] and f.paper_plural == phrase.plural]  # fmt: skip
        return max(found, key=lambda f: max((s for s, _ in f.spans), default=-1), default=None)

    def _tells_a_firm(self, at: int) -> bool:
        """Whether a nation tells whose a firm is, or rebels: "the Swiss-based company", "a Rwandan Hutu rebel group"
        tell nothing of where we are."""
        t, after = self.terms, self.terms.place[at][0]
        if t.place[at][1] != "nationality":
            return False
        beside = ("ADJ", "VERB", "PROPN")
        while after < len(self.reading) and after not in t.body and (t.pos(after) in beside or t.lower[after] == "-"):
            after += 1
        return after in t.body and (t.body[after][1].family == "company" or t.body[after][1].sector == "REB")

    # --- pronouns ---

    def _pronoun(self, words: Words, pronoun: Pronoun, k: int | None) -> tuple[Figure, ...]:
        at = words[0]
        if pronoun.person == "who":
            return self._relative(words)
        if pronoun.person != "3":
            return ()
        if self.reading.word(at).lower() == "both":
            return self._both()
        if ahead := self._ahead(at, pronoun):
            return ahead
        best: tuple[Figure, ...] = ()
        best_score = runner_up = 0.0
        outer, behind, tellers = self._outer(k), self._named_behind(k), self._tellers(at)
        # In one's own words one is "I", be it without quotation marks.
        own = [j for j in self._saying_at.get(at, ()) if self.speakers[j].direct and not self.terms.quoted[at]]
        selves = [figure for j in own for figure in self.found[j]]
        accused = self.reading.relation[at] == "nsubj" and self._is_alleged(k)
        farther = self._farther(k)
        goes_on = bool(outer) or self._goes_on(k)
        cue = self.speakers[k].cue if k is not None else None
        resumed = cue is not None and any(valency.is_one_of("resuming", self.reading, i) for i in range(*cue))
        # Who has spoken is spoken of next as who says more, and not as whom something is done to.
        acts = k is None or not self.speakers[k].speaks
        undergoes = acts and not self.terms.quoted[at] and self.reading.relation[at] in UNDERGOING
        others = [trace.figures for trace in self.trail[-RECENT:] if self._acts_on(trace.words, at)]
        for rank, trace in enumerate(reversed(self.trail[-60:])):
            distance = self._told_apart(trace.words[0], at)
            if distance > 6 or not self._agrees(trace, pronoun) or trace.figures in others:
                continue
            if trace.figures[0] in selves or (accused and trace.figures[0] in outer):
                continue
            if self._is_told_apart_by(trace.words, at):
                continue
            if self.terms.quoted[at] and trace.figures[0] is behind:
                continue  # "“He asked me,” {Ivo Lenz} said": not Lenz
            if self.terms.lower[trace.words[0]] == "no":
                continue  # "there were no rebels here; they shot": not those who were not there
            if k is not None and self.speakers[k].speaks and self._is_parted(trace.words[1], at):
                continue
            score = 10.0 - DISTANCE * distance - 0.05 * rank
            score += NAMED * (trace.figures[0].named and trace.figures[0].person)
            if resumed and trace.speaker and not trace.quoted:
                score, resumed = score + RESUMED, False
            told = trace.speaker and not undergoes and not self._is_told_aside(trace.words)
            aside = trace.speaker and not self._is_told_aside(trace.words)
            besides = distance > 0 and not aside and self._is_told_besides(trace.words)
            score += SPEAKER * told + SUBJECT * (trace.subject and not besides) - MODIFIER * trace.modifier
            if distance == 0:
                score += HERE + BESIDE * trace.subject
            if pronoun.number == "p" and len(trace.figures) == 1 and not _is_many(trace.figures[0]):
                score -= 2.0
            if trace.quoted and not self.terms.quoted[at]:
                score -= 5.0
            if outer and trace.figures[0] in outer:
                score += -4.0 if self.terms.quoted[at] else 2.0
            if trace.figures[0] in tellers:
                score += OPENING
            if trace.figures in farther and not self.terms.quoted[at]:
                score -= FARTHER
            score += SPOKEN_FOR * self._is_spoken_for(trace, k)
            talked_of = self.terms.quoted[at] and goes_on and self._is_talked_of(trace, outer)
            if talked_of and distance:
                score += TALKED_OF / distance
            near = distance < 3 and (_has_force(trace.figures) or (trace.figures[0].named and not trace.speaker))
            meant = talked_of or trace.quoted or near
            if self.terms.quoted[at] and pronoun.number == "p" and not meant:
                continue  # a mourner's "they killed him" means neither the mourners nor whom the report cites
            if self._in_own_content(trace, k):
                score -= 8.0
            if trace.speaker and distance and not self.terms.quoted[at] and self._is_in_words(trace, at):
                score -= EMBEDDED
            if distance == 0 and {words, trace.words} <= self._suffering:
                score += SUFFERED
            if self._antecedent(words) in range(*trace.words):
                score += ANTECEDENT
            if trace.figures == best:
                best_score = max(score, best_score)
            elif score > best_score:
                best, best_score, runner_up = trace.figures, score, best_score
            else:
                runner_up = max(score, runner_up)
        clear = best_score > runner_up + 3
        if clear and len(best) == 1 and best[0].person and pronoun.gender in ("m", "f"):
            best[0].gender = best[0].gender or pronoun.gender
        return best

    def _is_told_apart_by(self, words: Words, pronoun: int) -> bool:
        """Whether a pronoun is the subject of the clause that tells who the one is whom words mean, and so is somebody
        else: "{the clerk} she accused"."""
        verb = self.reading.head[pronoun]
        noun = self.reading.head[verb]
        relative = self.reading.relation[verb] == "acl:relcl" and self.reading.relation[pronoun] == "nsubj"
        return relative and words[0] <= noun < words[1] and words[0] < pronoun

    def _told_apart(self, i: int, j: int) -> int:
        """How many sentences the report itself tells between two words, of which neither is in somebody's mouth."""
        apart = self._sentences(i, j)
        if self.terms.quoted[i] or self.terms.quoted[j] or apart < 2:
            return apart
        first, last = self.reading.sentence[i] + 1, self.reading.sentence[j]
        return apart - (self._in_quotation[last] - self._in_quotation[first])

    @cached_property
    def _in_quotation(self) -> list[int]:
        """For each sentence how many before it are quoted from their first word to their last."""
        quoted = dict.fromkeys(self.reading.sentence, True)
        for i, number in enumerate(self.reading.sentence):
            quoted[number] &= self.terms.quoted[i] or self.terms.pos(i) == "PUNCT"
        return [0, *accumulate(quoted.values())]

    def _both(self) -> tuple[Figure, ...]:
        """The last two spoken of in one breath: "{Ana Ruiz and Luis Soto} were held", "jailed {two commanders}"."""
        following: _Trace | None = None
        for trace in reversed(self.trail):
            counted = len(trace.figures) == 1 and _told(trace.figures[0].label)[:1] == ("two",)
            if counted or len(trace.figures) == 2:
                return trace.figures
            if following and self.terms.lower[trace.words[1] : following.words[0]] == ["and"]:
                return trace.figures + following.figures
            following = trace
        return ()

    @cached_property
    def _suffering(self) -> set[Words]:
        """The words of those to whom something is done."""
        return {mention.words for mention in self.speakers if mention.words and mention.suffers}

    def _acts_on(self, words: Words, pronoun: int) -> bool:
        """Whether words are the subject of the very verb that a pronoun is the object of, its own or the one it shares,
        which is somebody else then: "{Karra} backed him", "{Karra} tried to oust him", "{the bank} fired two clerks,
        accusing them of theft" (principle B, Chomsky 1981)."""
        head, relation = self.reading.head, self.reading.relation
        reflexive = self.terms.lower[pronoun].endswith(("self", "selves"))
        if relation[pronoun] in ("obj", "iobj") and not reflexive:
            verb = valency.host(self.reading, head[pronoun])
            verb = valency.controlling(self.reading, head[pronoun]) if verb is None else verb
            doer = valency.subject(self.reading, verb)
            if doer in range(*words) or any(head[i] == head[pronoun] and relation[i] == "nsubj" for i in range(*words)):
                return True
        # "Asked by {a reporter}, he said": the one who was asked.
        asked = [head[i] for i in range(*words) if relation[i] == "obl:agent"]
        return any(head[verb] == head[pronoun] for verb in asked) and relation[pronoun] == "nsubj"

    def _ahead(self, at: int, pronoun: Pronoun) -> tuple[Figure, ...]:
        """Whom a pronoun at the head of a sentence means who is its subject and named only behind it: "in {her}
        petition, {the nurse} says"."""
        one = self._meaning.get(at)
        if one is None or not self.reading.relation[one.head].startswith("nsubj") or self.terms.pos(one.head) == "PRON":
            return ()
        opens = self.reading.sentence[at - 1] != self.reading.sentence[at] if at else True
        fronted = opens or (at > 0 and self.reading.relation[at - 1] in ("case", "mark"))
        own = self.reading.relation[at] == "nmod:poss" and self.terms.lower[one.words[0] - 1] == ","
        figures = self._refer(one.words, self.speaker_at.get(one.words[0])) if fronted and own else ()
        agrees = len(figures) == 1 and figures[0].person and not conflict(figures[0].gender, pronoun.gender)
        return figures if agrees and pronoun.number == "s" else ()

    @cached_property
    def _meaning(self) -> dict[int, Mention]:
        """By word the first mention behind it in its sentence of which the language model takes it for the
        antecedent."""
        found: dict[int, Mention] = {}
        for one in self.reading.mentions.values():
            at = one.antecedent
            if at is not None and at < one.head and self.reading.sentence[at] == self.reading.sentence[one.head]:
                found.setdefault(at, one)
        return found

    def _is_told_aside(self, words: Words) -> bool:
        """Whether a speaker is told of in a clause that only says more of a thing: "the port, where {guards} said"."""
        verb = next((self.reading.head[i] for i in range(*words) if self.reading.relation[i] == "nsubj"), words[0])
        if any(self.terms.lower[i] == "as" for i in valency.parts(self.reading, verb, "mark")):
            return True  # "as {a clerk} had suggested"
        before = (i for i in (words[0] - 1, words[0] - 2) if i >= 0 and self.reading.head[i] == verb)
        relative = lexicon.function_words("relative")
        return any(self.terms.lower[i] in relative and self.terms.pos(i) != "SCONJ" for i in before)

    def _tellers(self, at: int) -> list[Figure]:
        """Those who say what begins with a word: "the union says {it} will strike"."""
        found: list[Figure] = []
        for j in self._saying_at.get(at, ()):
            cue = self.speakers[j].cue
            opens = cue is not None and cue[1] <= at <= cue[1] + (self.terms.lower[cue[1]] == "that")
            found += self.found[j] if opens and not self.terms.quoted[at] else ()
        return found

    def _is_told_besides(self, words: Words) -> bool:
        """Whether words are the subject of a clause that tells when or how something else was, which the next sentence
        seldom goes on from (Grosz, Joshi and Weinstein 1995): "the mayor resigned after {a clerk} had testified"."""
        reading = self.reading
        verb = next((reading.head[i] for i in range(*words) if reading.relation[i] == "nsubj"), None)
        marks = () if verb is None else valency.parts(reading, verb, "mark")
        told = {self.terms.lower[i] for i in marks} & lexicon.function_words("besides-clause")
        return bool(told - lexicon.time_cues("ahead"))  # what came later the story goes on with

    def _is_parted(self, end: int, pronoun: int) -> bool:
        """Whether a speaker is told between a phrase and what he says of it: "the crew, {he} said, would pay"."""
        cue = pronoun + 1
        return end == pronoun - 1 and self.terms.lower[end] == "," and "," in self.terms.lower[cue + 1 : cue + 3]

    def _is_spoken_for(self, trace: _Trace, k: int | None) -> bool:
        """Whether a reference is that to the body for which somebody says what mention `k` stands in: "a spokesman for
        {the union} said it would strike"."""
        holder = None if k is None else self._holder(k)
        words = None if holder is None else self.speakers[holder].words
        within = words is not None and words[0] < trace.words[0] and trace.words[1] <= words[1]
        return within and not trace.figures[0].person and trace.figures[0].named and not trace.figures[0].location

    def _is_in_words(self, trace: _Trace, at: int) -> bool:
        """Whether a reference stands in words of somebody's that are over before a place."""
        return any(
            any(a <= trace.words[0] < b <= at for a, b in self.speakers[k].content)
            for k in self._saying_at.get(trace.words[0], ())
        )

    def _glossed(self, words: Words, k: int | None) -> tuple[Figure, ...]:
        """Whom the brackets behind a pronoun say it means: "they {(the guards)} fired"."""
        t, a = self.terms, words[1]
        if t.lower[a : a + 1] != ["("]:
            return ()
        end = next((i for i in range(a + 1, min(a + GLOSS, len(self.reading))) if t.lower[i] == ")"), a)
        return self._refer((a + 1, end), k) if a + 1 < end else ()

    def _agrees(self, trace: _Trace, pronoun: Pronoun) -> bool:
        figures = trace.figures
        if pronoun.number == "p":
            return len(figures) > 1 or figures[0].plural or (not figures[0].person)
        if len(figures) != 1:
            return False
        figure = figures[0]
        if pronoun.gender == "n":
            may_act = not figure.location or trace.speaker
            side = figure.code is not None and figure.label.rpartition(" ")[2] in lexicon.function_words("side")
            body = not figure.person and figure.kind != "anonymous"
            return (body or side) and not figure.plural and may_act
        return figure.person and not conflict(figure.gender, pronoun.gender)

    def _goes_on(self, k: int | None) -> bool:
        """Whether the words in which mention `k` stands are told behind them to be somebody's who has just spoken: "she
        said"."""
        holder = None if k is None else self._holder(k)
        words = None if holder is None else self.speakers[holder].words
        return (
            words is not None and words[1] - words[0] == 1 and lexicon.pronoun(self.reading.word(words[0])) is not None
        )

    def _is_talked_of(self, trace: _Trace, speakers: tuple[Figure, ...]) -> bool:
        """Whether a reference stands in what these speakers say; where they are told only behind their words, in what
        anybody says."""
        return any(not speakers or self.found[k] == speakers for k in self._saying_at.get(trace.words[0], ()))

    @cached_property
    def _saying_at(self) -> dict[int, list[int]]:
        """For each word the numbers of the speaker mentions in whose words it stands."""
        found: dict[int, list[int]] = {}
        for k, mention in enumerate(self.speakers):
            for i in (i for words in mention.content for i in range(*words)):
                found.setdefault(i, []).append(k)
        return found

    def _in_own_content(self, trace: _Trace, k: int | None) -> bool:
        return k is not None and k in self._saying_at.get(trace.words[0], ())

    def _outer(self, k: int | None) -> tuple[Figure, ...]:
        """The speakers of the statement in whose content mention `k` stands."""
        if k is None:
            return ()
        inside = self._holder(k)
        return self.found[inside] if inside is not None else ()

    def _named_behind(self, k: int | None) -> Figure | None:
        """Whoever is named behind the words in which mention `k` stands as the one who says them."""
        holder = None if k is None else self._holder(k)
        words = None if holder is None else self.speakers[holder].words
        return self.by_name.get(words) if words else None

    def _is_alleged(self, k: int | None) -> bool:
        """Whether mention `k` stands in what somebody is accused of by a noun, as a rule by another: "the union's
        {allegation} that it had poisoned the river"."""
        held = None if k is None else self._holder(k)
        cue = None if held is None else self.speakers[held].cue
        words = () if cue is None else range(*cue)
        return any(self.terms.pos(i) == "NOUN" and cue_force(self.reading.word(i)) == "accuse" for i in words)

    def _farther(self, k: int | None) -> list[tuple[Figure, ...]]:
        """Those who only pass on the statement in whose content mention `k` stands: "{the minister} said a clerk said
        he was ill"."""
        near = None if k is None else self._holder(k)
        far = None if near is None else self._holder(near)
        own = self.found[near] if near is not None else ()
        return [self.found[far]] if far is not None and self.found[far] not in ((), own) else []

    def _holder(self, k: int) -> int | None:
        mention = self.speakers[k]
        if mention.inside is not None:
            return mention.inside if 0 <= mention.inside < len(self.speakers) and mention.inside != k else None
        at = mention.words[0] if mention.words else mention.cue[0] if mention.cue else None
        if at is None:
            return None
        holders = [
            (min(e - s for s, e in self.speakers[n].content if s <= at < e), n)
            for n in self._saying_at.get(at, ()) if n != k
        ]  # fmt: skip
        return min(holders)[1] if holders else None

    def _antecedent(self, words: Words) -> int:
        mention = self.reading.mentions.get(words[0])
        return mention.antecedent if mention and mention.antecedent is not None else -1

    def _relative(self, words: Words) -> tuple[Figure, ...]:
        """ "who", "which": the phrase right before, if it may mean that: "a guest, wrapped in a flag, {who} left"."""
        at = words[0]
        verb = self.reading.head[at]
        noun = self.reading.head[verb] if self.reading.relation[verb].startswith("acl") else -1
        who = self.terms.lower[at] == "who"
        if (
            who
            and noun in self.reading.mentions
            and self.reading.mentions[noun].kind in ("object", "abstract", "event")
        ):
            noun = -1
        before = [
            t for t in self.trail
            if t.words[0] < at and self.reading.sentence[t.words[0]] == self.reading.sentence[at] and not t.modifier
            and not (who and all(f.kind == "document" for f in t.figures))
        ]  # fmt: skip
        if who and (nearest := self._behind_thing(at, noun)) is not None:
            return self._refer(nearest, self.speaker_at.get(at))
        beside = [t for t in before if at - 1 <= t.words[1] <= at]
        exact = beside or [t for t in before if t.words[0] <= noun < t.words[1]]
        if exact:
            return exact[-1].figures
        if noun >= 0:
            mention = self.reading.mentions.get(noun)
            start = mention.words[0] if mention else noun
            if start < at:
                return self._refer((start, max(noun + 1, start + 1)), self.speaker_at.get(at))
        return before[-1].figures if before else ()

    def _behind_thing(self, who: int, noun: int) -> Words | None:
        """The people right before "who" of whom a clause tells by the tree, where they stand behind a thing that parts
        them from another: "the target of threats from {gangs} who say"."""
        people = self.reading.mentions.get(noun)
        if noun != who - 1 or people is None or people.kind not in ("person", "organization"):
            return None
        near = (self.reading.mentions.get(i) for i in range(max(0, people.words[0] - APART), people.words[0]))
        things = (one for one in near if one is not None and one.kind in ("object", "abstract", "event"))
        return (people.words[0], who) if any(people.words[0] < one.words[1] for one in things) else None

    # --- what is left ---

    def _late(self, k: int, mention: SpeakerMention) -> tuple[Figure, ...]:
        """First persons, who may speak before they are named, and speakers the text leaves out."""
        if mention.words is None:
            return self._unexpressed(k, mention)
        pronoun = (
            lexicon.pronoun(self.reading.word(mention.words[0])) if mention.words[1] - mention.words[0] == 1 else None
        )
        if pronoun is None or pronoun.person != "1":
            return ()
        speakers = self._outer(k) or (() if self.terms.quoted[mention.words[0]] else self._author)
        return self._we(speakers) if pronoun.number == "p" and not mention.speaks else speakers

    @cached_property
    def _author(self) -> tuple[Figure, ...]:
        """Whoever a title says that the report itself is by, who is "we" in it: "Statement by {the ministry}"."""
        t = self.terms
        for i in range(len(t.lower) - 3):
            paper = lexicon.document(t.lower[i]) if self._in_title(i) else None
            if paper is not None and t.lower[i + 1] in lexicon.function_words("signed-by"):
                found = self._refer((i + 2, self._title_until(i + 2)), None)
                bodies = ("government", "organization", "person")
                return found if all(figure.named or figure.kind in bodies for figure in found) else ()
        return ()

    def _title_until(self, at: int) -> int:
        """Where a phrase in a title ends, with those joined to it: before the preposition of what it is about."""
        t = self.terms
        about = lexicon.function_words("about") | {":"}
        rest = range(at + 1, min(at + CLAUSE, len(t.lower)))
        return next((i for i in rest if t.lower[i] in about or not self._in_title(i)), rest.stop)

    def _we(self, speakers: tuple[Figure, ...]) -> tuple[Figure, ...]:
        """Who acts where a speaker says "we": of somebody who speaks for a state, the state."""
        if len(speakers) == 1 and speakers[0].person and speakers[0].sector == "GOV" and speakers[0].code:
            return (self._state(speakers[0].code),)
        return speakers

    def _unexpressed(self, k: int, mention: SpeakerMention) -> tuple[Figure, ...]:
        if mention.cue:
            for i in range(*mention.cue):
                document = lexicon.document(self.terms.lower[i])
                if (document and document.hearsay) or self.terms.lower[i] in ("reports", "report"):
                    label = self.terms.lower[i] if document and document.plural else "reports"
                    figure = next((f for f in self.figures if f.label.casefold() == label), None)
                    if figure is None:
                        figure = Figure("media", plural=True, label=label, sector=None)
                        self._add(figure)
                    figure.spans.append(mention.cue)
                    return (figure,)
            return ()
        return self._carried_on(k, mention.content[0][0]) if mention.content else ()

    def _carried_on(self, k: int, at: int) -> tuple[Figure, ...]:
        """Whoever spoke last before a quotation that stands alone."""
        spoken = [(other.words or other.cue or (FAR, FAR), n) for n, other in enumerate(self.speakers) if n != k]
        before = [(words, n) for words, n in spoken if words[0] < at and self.found[n] and self.speakers[n].content]
        return self.found[max(before)[1]] if before else ()

    def _sentences(self, i: int, j: int) -> int:
        """How many sentences lie between two words."""
        last = len(self.reading) - 1
        return abs(self.reading.sentence[min(j, last)] - self.reading.sentence[min(i, last)])


def _tells_of(verb: str, kind: str) -> bool:
    """Whether a verb tells of an event of some type: "freed" of CONCEDE."""
    known = lexicon.event_word(verb, "VERB")
    return known is not None and kind in known.types


def _is_rival_government(figure: Figure) -> bool:
    """Whether a figure is one of several that call themselves the government: "a unity government"."""
    called = fold(figure.label)
    return not figure.state and not figure.code and len(called) > 1 and called[-1] == "government"


def _sits(figure: Figure) -> bool:
    """Whether a figure is but where a body sits, by which that does not go: "a police {station}"."""
    return not figure.named and not lexicon.function_words("premises-of").isdisjoint(fold(figure.label)[-1:])


def _is_plain(label: str) -> bool:
    """Whether a phrase has no name in it: not "Ruritanian army", "EU ambassador"."""
    return not any(word[:1].isupper() for word in label.split()[:-1])


def _count_apart(one: str, other: str) -> bool:
    """Whether two labels begin with other numbers: "17 of the 43 pupils", "43 pupils"."""
    first = [next((w for w in fold(label) if w.isdigit() or lexicon.number_word(w)), None) for label in (one, other)]
    return None not in first and first[0] != first[1]


def _told(label: str) -> tuple[str, ...]:
    """The words of a label without articles: "Family of man" and "family of a man" are one."""
    return tuple(word for word in fold(label) if word not in ("a", "an", "the"))


def _heading(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name that may say what it is: those before the first preposition, and the last. What an office
    for police conduct is, "police" does not say."""
    link = next((i for i, word in enumerate(words) if i and word in LINKS), len(words))
    return words[:link] + words[-1:]


def _owner(label: str) -> str:
    """Whose something is that a label tells of: "Ann Moor" of "Ann Moor's office"; empty if nobody's."""
    owner, mark, _ = label.replace("’", "'").partition("'s ")
    return owner if mark else ""


def _qualities(phrase: Phrase) -> set[str]:
    """The words before the head by which a phrase tells which of its kind it means: "ruling" of "the ruling party"."""
    return {word.casefold() for word in phrase.label.split()[:-1] if word.islower()}


def _owners(label: str) -> set[str]:
    """The common nouns of those whose a phrase says something is: "minister" of "minister's office"."""
    owners = (word.removesuffix("'s").removesuffix("’s") for word in label.split() if word.endswith(("'s", "’s")))
    return {word for word in owners if word.islower()}


_NOBODY = Pronoun("", "2", None, None)
