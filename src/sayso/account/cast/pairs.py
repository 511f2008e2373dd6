"""Which two are "the two", "the two leaders", "the two countries", "both"?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sayso import lexicon
from sayso.account.cast.countries import Countries
from sayso.account.cast.discourse import Discourse, Figures, Trace
from sayso.account.cast.figures import Figure
from sayso.account.cast.labels import without_articles
from sayso.account.grammar import valency
from sayso.account.named.phrases import Phrase
from sayso.account.named.terms import DEFINITE
from sayso.reader.reading import Words

BODIES = 12  # sentences in which "both armies" are those spoken of before
COUNTED = 6  # sentences in which "the two" means those counted before
SELDOM = 3  # times as often two states are told of as the last two, which are then told of in passing


def the_two(discourse: Discourse, words: Words, countries: Countries) -> Figures:
    """ "The two leaders", "the two countries", "the two": the last two spoken of that may be called so; of states not
    spoken of in one sentence, or only now and then, the two of which the report tells most."""
    lower, (a, b) = discourse.terms.lower, words
    each = b - a == 2 and lower[a] in lexicon.function_words("of-two")
    if not each and (lower[a] not in DEFINITE or lower[a + 1 : a + 2] != ["two"]):
        return ()
    phrase = discourse.phrases.read(words)[0]
    alone = b - a == 2 and not each
    if alone and (counted := _counted_two(discourse, a)) is not None:
        return (counted,)
    head = lower[phrase.head]
    if head in lexicon.function_words("states"):
        two = _two_states(discourse, countries)
    elif not lexicon.function_words("side").isdisjoint(lexicon.lemmas(head)):
        two = _two_sides(discourse, a)
    elif bodies := _two_bodies(discourse, phrase):
        two = bodies
    elif each and not phrase.offices:
        return ()
    else:
        two = list(_last_people(discourse, None if alone else phrase))[:2]
    return tuple(sorted(two, key=lambda figure: figure.first)) if len(two) == 2 else ()


def both(discourse: Discourse, at: int) -> Figures:
    """The last two spoken of in one breath before a word: "{Ana Ruiz and Luis Soto} were held", "jailed {two
    commanders}"."""
    following: Trace | None = None
    for trace in (trace for trace in reversed(discourse.trail) if trace.words[0] < at):  # a heading is read last
        counted = len(trace.figures) == 1 and _is_counted_two(trace.figures[0])
        if counted or len(trace.figures) == 2:
            return trace.figures
        if following and discourse.terms.lower[trace.words[1] : following.words[0]] == ["and"]:
            return trace.figures + following.figures
        following = trace
    return ()


def _two_sides(discourse: Discourse, at: int) -> list[Figure]:
    """The two bodies last told to be those between whom something is: "talks between {the army} and {the rebels}"."""
    for trace, following in _told_before(discourse, at):
        if following and _are_between(discourse, trace, following):
            return [trace.figures[0], following.figures[0]]
    return _last_joined(discourse, at)


def _told_before(discourse: Discourse, at: int) -> Iterator[tuple[Trace, Trace | None]]:
    """Those told of near before a word, the last first, each with whoever is told of next."""
    following: Trace | None = None
    for trace in reversed(discourse.trail):
        if discourse.text.sentences(trace.words[0], at) > COUNTED:
            return
        yield trace, following
        following = trace


def _last_joined(discourse: Discourse, at: int) -> list[Figure]:
    """The two states or bodies last told of in one breath as those who deal with each other: "{Peru} and {the rebels}
    agreed"."""
    for trace, following in _told_before(discourse, at):
        together = following and _are_joined(discourse, trace, following)
        two = [*trace.figures, *(following.figures if following and together else ())]
        bodies = len(two) == 2 and all(one.state or not (one.person or one.location) for one in two)
        if bodies and _deal_with_each_other(discourse, trace):
            return two
    return []


def _deal_with_each_other(discourse: Discourse, subject: Trace) -> bool:
    """Whether the verb of which words are the subject tells of what two do to or with each other: "fought"."""
    reading = discourse.reading
    verb = valency.verb_of(reading, subject.words, "nsubj")
    if verb is None:
        return False
    known = lexicon.event_word(reading.word(verb), "VERB")
    dealt = known is not None and known.types[:1] in (("AGREE",), ("CONSULT",), ("COOPERATE",), ("SUPPORT",))
    return dealt or any(valency.is_one_of(use, reading, verb) for use in ("fought", "mutual"))


def _are_joined(discourse: Discourse, one: Trace, other: Trace) -> bool:
    """Whether two who are no single persons are joined by "and"."""
    joint = [word for word in discourse.terms.lower[one.words[1] : other.words[0]] if word not in DEFINITE]
    alone = len(one.figures) == len(other.figures) == 1 and one.figures != other.figures
    return joint == ["and"] and alone and not any(trace.figures[0].person for trace in (one, other))


def _are_between(discourse: Discourse, one: Trace, other: Trace) -> bool:
    """Whether two bodies are joined behind "between"."""
    a, _ = one.words
    before = discourse.terms.lower[max(0, a - 2) : a + 1]
    places = any(trace.figures[0].location for trace in (one, other))
    return "between" in before and _are_joined(discourse, one, other) and not places


def _two_bodies(discourse: Discourse, phrase: Phrase) -> list[Figure]:
    """The last two bodies spoken of that are of the kind a phrase counts: "both armies", "the two ministries"."""
    kinds = {body.family for word in lexicon.lemmas(discourse.terms.lower[phrase.head]) if (body := lexicon.body(word))}
    found: dict[Figure, None] = {}
    for trace in reversed(discourse.trail):
        if discourse.text.sentences(trace.words[0], phrase.words[0]) <= BODIES and not trace.modifier:
            bodies = (figure for figure in trace.figures if not (figure.plural or figure.state))
            found |= dict.fromkeys(figure for figure in bodies if kinds & figure.families)
    two = list(found)[:2]
    return two if len(two) == 2 else []


def _is_counted_two(figure: Figure) -> bool:
    """Whether a figure is called by its number: "two commanders"."""
    return without_articles(figure.label)[:1] == ("two",)


def _counted_two(discourse: Discourse, at: int) -> Figure | None:
    """The two people last counted before a word, if they are near: "{two boys} were shot", "the two were shot"."""
    for trace in reversed(discourse.trail):
        if discourse.text.sentences(trace.words[0], at) > COUNTED:
            return None
        for figure in trace.figures:
            if _is_counted_two(figure) and figure.plural and not figure.named:
                return figure
    return None


def _last_people(discourse: Discourse, phrase: Phrase | None) -> dict[Figure, None]:
    """The people spoken of who may be called by a phrase, or any, the last first."""
    found: dict[Figure, None] = {}
    for trace in reversed(discourse.trail):
        for figure in reversed(trace.figures):
            called = phrase is None or phrase.offices & (figure.offices | figure.wider)
            if figure.person and not trace.modifier and called:
                found.setdefault(figure)
    return found


def _two_states(discourse: Discourse, countries: Countries) -> list[Figure]:
    """The two states that are meant without being named, or fewer; not where somebody but goes, or comes from."""
    sentence = discourse.reading.sentence
    last: dict[Figure, int] = {}  # each with the sentence it is spoken of in last
    for trace in reversed(discourse.trail):
        for figure in reversed(trace.figures):
            if figure.state and not countries.is_aside(trace.words[0], figure.code):
                last.setdefault(figure, sentence[trace.words[0]])
    two = list(last)[:2]
    if not two:
        return two
    told = Counter(figure.code for trace in discourse.trail for figure in trace.figures)
    most = sorted(last, key=lambda figure: (-told[figure.code], figure.first))[:2]
    in_passing = SELDOM * max(told[figure.code] for figure in two) <= min(told[figure.code] for figure in most)
    return most if in_passing or len({last[figure] for figure in two}) > 1 else two
