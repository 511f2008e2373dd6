"""What looks like an act and is none: a quality, a rule, a habit, a market, an audience, what only might have been."""

from __future__ import annotations

from sayso import lexicon
from sayso.account.grammar import modality, valency, whom
from sayso.account.grammar.tenses import tense
from sayso.account.said.unsaid import asks_for_silence
from sayso.model import EventType
from sayso.reader import Reading

NEAR = 8  # words from a verb to what tells how often
TOLD_OF = ("xcomp", "ccomp", "advcl")  # how a verb depends that tells what is allowed
STEPS = 3  # steps up the tree to what bears an act


def is_undone(reading: Reading, trigger: int, type_: EventType) -> bool:
    """Whether a word that tells of acts of a type tells of none where it stands."""
    return (
        _is_quality(reading, trigger)
        or _is_by_its_adjective(reading, trigger)
        or _is_unreal(reading, trigger)
        or _is_habit(reading, trigger)
        or _is_comment(reading, trigger)
        or _is_left_open(reading, trigger)
        or _is_any(reading, trigger)
        or _is_compared(reading, trigger)
        or _is_general(reading, trigger)
        or _is_allowed_by_rule(reading, trigger)
        or _is_banned(reading, trigger)
        or _is_of_office(reading, trigger)
        or (type_ == "SANCTION" and _is_own_service(reading, trigger))
        or (type_ == "ACCUSE" and _is_blame_of_things(reading, trigger))
        or (type_ == "REQUEST" and (_is_rule(reading, trigger) or _is_market(reading, trigger)))
        or (type_ == "REQUEST" and _is_plea_for_silence(reading, trigger))
        or (type_ == "CONSULT" and _is_no_meeting(reading, trigger))
        or (type_ == "ACCUSE" and _is_ground(reading, trigger))
        or (type_ in ("ACCUSE", "SUPPORT") and _is_feeling(reading, trigger))
        or (type_ == "THREATEN" and _is_danger(reading, trigger))
        or (type_ == "RETREAT" and _is_going_away(reading, trigger))
        or (type_ in ("REQUEST", "AGREE") and _is_answered(reading, trigger))
    )


def _is_quality(reading: Reading, word: int) -> bool:
    """Whether a participle tells of what kind a thing is: "waved the {banned} flag", "the {ousted} mayor"."""
    before = reading.relation[word] == "amod" and reading.head[word] > word
    return before and any(valency.is_one_of(use, reading, word) for use in ("banning", "ousting"))


def _is_by_its_adjective(reading: Reading, noun: int) -> bool:
    """Whether the word before a noun says that it is no act of the news: "since the second world {war}", "a public
    {hearing}"."""
    pair = {"of an age": "world", "of the public": "public"}
    return reading.pos[noun] == "NOUN" and any(
        valency.is_one_of(use, reading, noun) and reading.word(noun - 1).lower() == before
        for use, before in pair.items()
    )


def _is_unreal(reading: Reading, word: int) -> bool:
    """Whether something would have been, and was not: "a motion that would have {condemned} the raid"."""
    before = [reading.word(i).lower() for i in range(max(0, word - NEAR), word) if reading.head[i] == word]
    return "would" in before and "have" in before


def _is_habit(reading: Reading, word: int) -> bool:
    """Whether something is done again and again, on no day in particular: "clans {march} each July"."""
    if reading.pos[word] != "VERB" or tense(reading, word) != "present" or valency.has(reading, word, "aux"):
        return False
    near = range(max(0, word - NEAR), min(word + NEAR, len(reading) - 1))
    often = lexicon.function_words("each")
    return any(
        reading.word(i).lower() in often and lexicon.time_word(reading.word(i + 1)) is not None
        and word in reading.upward(i + 1, STEPS) for i in near
    )  # fmt: skip


def _is_comment(reading: Reading, noun: int) -> bool:
    """Whether a noun only says what that was which was told before: "it was the third {kidnapping} this year"."""
    if _is_measured(reading, noun) or _is_counted_behind(reading, noun):
        return True
    if reading.pos[noun] != "NOUN" or not valency.has(reading, noun, "cop"):
        return False
    if not any(_ranks(reading, i) for i in valency.parts(reading, noun, "amod", "nummod")):
        return False  # "it was a {massacre}" tells of one
    what = next(valency.parts(reading, noun, "nsubj"), None)
    return what is not None and valency.is_word("that", reading, what)


def _is_measured(reading: Reading, noun: int) -> bool:
    """Whether of an act told before it is only said how great it was: "the {raid} was the deadliest since May"."""
    what = reading.head[noun]
    said = reading.pos[noun] == "NOUN" and reading.relation[noun] == "nsubj" and valency.has(reading, what, "cop")
    if not said or not valency.is_word("definite", reading, max(0, noun - 1)):
        return False
    return any(_ranks(reading, i) for i in (what, *valency.parts(reading, what, "amod")))


def _is_counted_behind(reading: Reading, noun: int) -> bool:
    """Whether a noun only says behind a comma the how manieth that was which was told before: "shot a clerk, the third
    {killing} this year"."""
    begin = noun - 2
    ranked = begin > 0 and reading.pos[noun] == "NOUN" and _ranks(reading, noun - 1)
    return ranked and reading.word(begin).lower() == "the" and reading.word(begin - 1) in (",", "-", "–", "—")


def _ranks(reading: Reading, word: int) -> bool:
    """Whether a word tells of the how manieth or of the greatest of many: "third", "deadliest"."""
    form = reading.word(word).lower()
    return form.endswith("est") or form in lexicon.function_words("counted-off")


def _is_left_open(reading: Reading, act: int) -> bool:
    """Whether it is told only that somebody does not say who did it: "did not say who had {fired} the shells",
    "stopped short of saying what {hit} the depot"."""
    verb = reading.head[act] if reading.relation[act] == "obj" else act
    above = reading.head[verb]
    above = reading.head[above] if reading.relation[verb] == "acl:relcl" else above
    unsaid = modality.negated_verb(reading, above) or modality.refrained(reading, above)
    return unsaid and reading.relation[verb] in ("ccomp", "acl:relcl") and valency.is_asked_after(reading, act)


def _is_rule(reading: Reading, word: int) -> bool:
    """Whether a law or a plan, and nobody, asks for something: "the law {requires} firms to pay", "a treaty {calling}
    for inspections", "a plan that {calls} for cuts"."""
    noun = next(valency.parts(reading, word, "nsubj"), None)
    relative = noun is not None and reading.pos[noun] == "PRON" and reading.relation[word] == "acl:relcl"
    if relative or (noun is None and reading.relation[word] == "acl"):
        noun = reading.head[word]
    elif noun is None and word and reading.relation[word - 1] == "compound" and reading.head[word - 1] == word:
        noun = word - 1  # trees err here
    return noun is not None and any(valency.is_one_of(use, reading, noun) for use in ("rule", "scheme"))


def _is_market(reading: Reading, word: int) -> bool:
    """Whether a demand is one for goods or hands, and made of nobody: "{demand} for oil"."""
    if reading.pos[word] != "NOUN" or not valency.is_word("demand", reading, word):
        return False
    goods = valency.governed(reading, word, "for")
    return goods is not None and valency.is_one_of("goods", reading, goods)


def _is_plea_for_silence(reading: Reading, word: int) -> bool:
    """Whether somebody only asks not to be named: "who {asked} that her surname not be used"."""
    behind = word + 1, min(word + 1 + NEAR, len(reading))
    if asks_for_silence(reading, behind):
        return True
    words = [reading.word(i).lower() for i in range(*behind)]
    named = any(valency.is_one_of("naming-him", reading, i) for i in range(*behind))
    return valency.is_one_of("asking", reading, word) and named and bool({"not", "n't"} & set(words))


def _is_no_meeting(reading: Reading, word: int) -> bool:
    return (
        _is_audience(reading, word)
        or _is_call_to_the_press(reading, word)
        or (reading.pos[word] == "NOUN" and valency.is_one_of("recalling", reading, reading.head[word]))
    )  # "recalled its envoy for {consultations}"


def _is_audience(reading: Reading, word: int) -> bool:
    """Whether a meeting is only whom somebody tells something: "told a {meeting} that"."""
    verb = reading.head[word]
    told = reading.relation[word] in ("obj", "iobj") and reading.pos[word] == "NOUN"
    return told and valency.is_one_of("telling", reading, verb)


def _is_call_to_the_press(reading: Reading, word: int) -> bool:
    """Whether somebody only telephones those who pass on what he says: "{phoned} a radio station"."""
    if not valency.is_one_of("ringing", reading, word):
        return False
    called = (lexicon.body(reading.word(i).lower()) for i in valency.parts(reading, word, "obj"))
    return any(body is not None and body.kind == "media" for body in called)


def _is_ground(reading: Reading, word: int) -> bool:
    """Whether a noun only tells over what somebody is held or tried: "serving a sentence on fraud {charges}", "jailed
    over {accusations} of fraud"."""
    if reading.pos[word] != "NOUN" or not valency.is_one_of("grounds", reading, word):
        return False
    on = word - 1  # trees err here
    while on > 0 and word - on < NEAR and reading.pos[on] in ("ADJ", "NOUN", "PART", "PUNCT", "VERB", "ADP", "NUM"):
        if reading.word(on).lower() in ("on", "over"):
            return valency.tells_of(reading, on - 1, "COERCE")
        on -= 1
    return False


def _is_feeling(reading: Reading, word: int) -> bool:
    """Whether it is told what somebody feels: "we are {shocked}", "{grateful} to the nurses"."""
    moved = valency.is_word("moved", reading, word)
    return moved and not modality.future(reading, word)


def _is_going_away(reading: Reading, verb: int) -> bool:
    """Whether one person leaves where he was, and gives up nothing: "she {left} the club"."""
    if reading.pos[verb] != "VERB" or not valency.is_one_of("leaving", reading, verb):
        return False
    if valency.has(reading, verb, "aux:pass"):
        return True  # "nobody will be {left} behind"
    goer = valency.subject(reading, verb)
    if goer is None:
        return False
    pronoun, mention = lexicon.pronoun(reading.word(goer)), reading.mentions.get(goer)
    if pronoun is not None:
        return pronoun.number == "s" and pronoun.gender != "n" and pronoun.person != "who"
    return reading.pos[goer] == "PROPN" and mention is not None and mention.kind == "person"


def _is_danger(reading: Reading, word: int) -> bool:
    """Whether it is an act or a thing by which something is endangered: "the raid {threatened} a truce"."""
    cause = valency.subject(reading, word)
    if cause is None or reading.pos[cause] != "NOUN" or whom.is_somebody(reading, cause):
        return False
    return whom.is_act(reading, cause) or whom.is_thing(reading, cause)


def _is_answered(reading: Reading, noun: int) -> bool:
    """Whether a noun points at what was asked or offered, which somebody refuses: "turned the {request} down"."""
    verb, before = reading.head[noun], reading.word(noun - 1).lower() if noun else ""
    refused = reading.pos[noun] == "NOUN" and reading.relation[noun] in ("obj", "nsubj:pass")
    if not refused or before not in lexicon.function_words("definite"):
        return False
    beside = [reading.word(i) for i in valency.parts(reading, verb, "compound:prt", "obj", "advmod")]
    known = lexicon.collocation(reading.word(verb), beside)
    types = known[0].types if known else ()
    return "REJECT" in types or valency.tells_of(reading, verb, "REJECT")


def _is_any(reading: Reading, noun: int) -> bool:
    """Whether a noun tells of whatever acts there may be, and of none: "before {any} talks", "an attack by {any}
    side"."""
    if reading.pos[noun] != "NOUN":
        return False
    by = valency.governed(reading, noun, "by")
    of_any = (k for i in (noun, by) if i is not None for k in valency.parts(reading, i, "det"))
    return any(reading.word(k).lower() == "any" for k in of_any)


def _is_blame_of_things(reading: Reading, verb: int) -> bool:
    """Whether something is laid to a thing and to nobody: "{blamed} the crash on fog", "an increase {blamed} on the
    weather", but not "{blamed} the raid on the miners", "on the policies of the bank"."""
    if reading.pos[verb] != "VERB" or not valency.is_one_of("laying", reading, verb):
        return False
    on = valency.governed(reading, verb, "on", "to")
    if on is None or reading.pos[on] != "NOUN" or whom.is_somebody(reading, on) or whom.is_act(reading, on):
        return False
    near = [*valency.parts(reading, on, "nmod", "nmod:poss", "compound", "amod", "conj")]
    near += [k for i in near for k in valency.parts(reading, i, "nmod", "nmod:poss", "conj", "amod")]
    return not any(whom.is_somebody(reading, i) or _is_of_state(reading, i) for i in near)


def _is_of_state(reading: Reading, word: int) -> bool:
    return bool(lexicon.nationality(reading.word(word)) or lexicon.country(reading.word(word)))


def _is_own_service(reading: Reading, verb: int) -> bool:
    """Whether a firm stops what it offers itself, which punishes nobody: "the airline {cut} its flights"."""
    stopped = valency.parts(reading, verb, "obj")
    if reading.pos[verb] != "VERB" or not any(valency.is_one_of("offered by firms", reading, i) for i in stopped):
        return False
    doer = valency.subject(reading, verb)
    body = None if doer is None else lexicon.body(reading.word(doer).lower())
    named = None if doer is None else lexicon.organization(reading.word(doer))
    return any(one is not None and one.sector == "BUS" for one in (body, named)) or _is_named_firm(reading, doer)


def _is_named_firm(reading: Reading, doer: int | None) -> bool:
    """Whether a proper name that is no state's is that of a body: "{Qantas} suspended its flights"."""
    mention = reading.mentions.get(doer) if doer is not None else None
    named = mention is not None and mention.kind == "organization" and doer is not None and reading.pos[doer] == "PROPN"
    return named and doer is not None and not _is_of_state(reading, doer) and lexicon.body(reading.word(doer)) is None


def _is_of_office(reading: Reading, noun: int) -> bool:
    """Whether a noun is part of what an office is called: "{charge} d'affaires"."""
    if reading.pos[noun] != "NOUN" and reading.pos[noun] != "PROPN":
        return False
    ends = range(noun + 2, min(noun + 4, len(reading)))
    return any(lexicon.role(reading.string((noun, end))) is not None for end in ends)


def _is_general(reading: Reading, word: int) -> bool:
    """Whether it is told of what is done at any time: "in many cases are {freed}"."""
    verb = valency.bearer(reading, word)
    if tense(reading, verb) != "present" or modality.perfect(reading, verb):
        return False
    cases = (i for i in valency.parts(reading, verb, "obl") if valency.is_one_of("instance", reading, i))
    return any(valency.has(reading, i, "det", "amod") for i in cases)


def _is_allowed_by_rule(reading: Reading, word: int) -> bool:
    """Whether an act is what a rule allows in general: "a law that allows suspects to be {held}"."""
    verb = reading.head[word]
    if verb == word or not valency.is_one_of("enabling", reading, verb) or reading.relation[word] not in TOLD_OF:
        return False
    doer = next(valency.parts(reading, verb, "nsubj"), None)
    if doer is not None and reading.pos[doer] == "PRON" and reading.relation[verb] == "acl:relcl":
        doer = reading.head[verb]
    return doer is not None and valency.is_one_of("rule", reading, doer)


def _is_banned(reading: Reading, noun: int) -> bool:
    """Whether a noun tells of acts that are not to be, and is none itself: "banned all {demonstrations}"."""
    verb = reading.head[noun]
    banned = reading.relation[noun].partition(":")[0] in ("obj", "nsubj") and reading.pos[noun] == "NOUN"
    by_whom = reading.relation[noun] == "nsubj" and not valency.has(reading, verb, "aux:pass", "obl:agent")
    return banned and not by_whom and valency.is_one_of("banning", reading, verb)


def _is_compared(reading: Reading, noun: int) -> bool:
    """Whether it is only told that acts are more or fewer than before: "{fewer} attacks were recorded", "a {rise} in
    attacks"."""
    above = reading.head[noun]
    if reading.pos[noun] != "NOUN":
        return False
    if any(valency.is_one_of("fewer", reading, i) for i in valency.parts(reading, noun, "amod", "det")):
        return True
    if valency.is_word("percent", reading, above) and "of" in valency.forms(reading, noun, "case"):
        return True  # "90 percent of {killings} go unpunished"
    trend = reading.relation[noun] == "nmod" and valency.is_one_of("trend", reading, above)
    return trend and "in" in valency.forms(reading, noun, "case")
