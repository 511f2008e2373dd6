"""Who only tells of what was done: whoever says so, is cited for it, counts it, brings it before the police?"""

from __future__ import annotations

from collections.abc import Callable

from sayso import lexicon
from sayso.account.grammar import valency, whom
from sayso.account.happened.act_types import HARMFUL, HOSTILE
from sayso.account.happened.speech import Speech
from sayso.account.happened.tellings import Telling
from sayso.account.said.force_types import ASKING, BLAMING
from sayso.account.said.saying import Saying
from sayso.reader.reading import Reading, Words

TELLER = 0.5  # how likely whoever tells of an act by its noun must be for one who did it
FAR = 3  # steps up the tree to an act that is counted
ARMED = ("GOV", "MIL", "COP", "SPY", "REB", "JUD", "PTY")  # who may have done what they tell was done


def leave_other_voices(reading: Reading, telling: Telling, speech: Speech) -> None:
    """Take from those who did it whoever speaks of it in quotation marks, and whom only somebody else speaks of."""
    trigger, saying = telling.trigger, speech.around(telling.trigger)
    if saying is None:
        return
    spoken_of = telling.type in HOSTILE or (telling.type == "THREATEN" and reading.pos[trigger] == "NOUN")
    if saying.quotation == "direct" and spoken_of and (source := saying.source) is not None:
        # In quotation marks whoever speaks is called "we": the third person is somebody else.
        telling.leave_out("actor", lambda words: words[0] < source[1] and source[0] < words[1])
    if telling.type == "ASSAULT":  # whose attack it was is on the word of whoever says so
        telling.leave_out("actor", _spoken_of_by_others(reading, speech, trigger))


def leave_witnesses(reading: Reading, telling: Telling, speech: Speech) -> None:
    """Take from those who did it whoever only tells of it."""
    saying = speech.around(telling.trigger)
    if telling.type in HARMFUL:
        _leave_unhurt(reading, telling, saying)
        _leave_counting(reading, telling)
        _leave_speaker(reading, telling, saying)
        _leave_tellers(reading, telling, speech)
        _leave_filers(reading, telling)
    elif telling.type == "ACCUSE" and saying is not None:
        _leave_cited(reading, telling, saying)


def _spoken_of_by_others(reading: Reading, speech: Speech, trigger: int) -> Callable[[Words], bool]:
    """Tells of words whether they are spoken of only by somebody else than whoever tells of an act, in another
    sentence; "he" may be anybody, "it" nobody who is called by a name only behind it."""
    own = speech.source_around(trigger)

    def are_others(words: Words) -> bool:
        other = speech.source_around(words[0])
        if own is None or other is None or reading.sentence[words[0]] == reading.sentence[trigger]:
            return False
        speakers = [reading.string(one).lower() for one in (own, other)]
        mine, theirs = (lexicon.pronoun(one) for one in speakers)
        behind = theirs is None or (theirs.gender == "n" and other < own)
        return speakers[0] != speakers[1] and mine is None and behind

    return are_others


def _leave_counting(reading: Reading, telling: Telling) -> None:
    """Take from those who did it whoever counts or averts it, stands in another sentence than what is new, or is none
    of those who do such things: "{monitors} have documented 43 killings", "{the union} put the number of detained at
    60"."""
    trigger = telling.trigger
    above = reading.head[trigger]
    averted = reading.relation[trigger] in ("obj", "nsubj:pass") and valency.is_one_of("averted", reading, above)
    # "Documented a raid", but not "three counts of murder".
    told = reading.pos[above] != "NOUN" and valency.is_one_of("witnessed", reading, above)
    if reading.pos[trigger] == "NOUN" and (averted or told):
        telling.leave_out("actor", lambda words: trigger not in reading.upward(words[1] - 1, FAR))
    two_sided = valency.is_one_of("two-sided", reading, whom.told_by(reading, trigger))
    if _is_new(reading, trigger) or (two_sided and len(telling.parts["actor"]) == 1):
        telling.stay(reading, "actor")
    if reading.relation[trigger] == "nmod":
        telling.leave_out("actor", lambda words: _is_unarmed(reading, words))


def _leave_unhurt(reading: Reading, telling: Telling, saying: Saying | None) -> None:
    """Take whoever tells of an act by its noun from those who suffered it, unless the model is sure that he did:
    "{fishers} said they had seen oil a day before the attack"."""
    source = None if saying is None else saying.source
    if source is None or reading.pos[whom.told_by(reading, telling.trigger)] != "NOUN":
        return
    if telling.fills("recipient", source) < TELLER and valency.sufferer(reading, telling.trigger) is None:
        telling.leave_out("recipient", lambda words: words == source)


def _leave_speaker(reading: Reading, telling: Telling, saying: Saying | None) -> None:
    """Take whoever says that something was done from those who did it, unless he may well mean himself; give it to him
    if he says so. saying: that in which it is told."""
    source = None if saying is None else saying.source
    if saying is None or source is None:
        return
    if _owns_up(reading, telling.trigger, saying):
        telling.parts["actor"] = [source]
    elif source in telling.parts["actor"] and _hardly_did_it(reading, telling, saying, source):
        telling.leave_out("actor", lambda words: words == source)


def _hardly_did_it(reading: Reading, telling: Telling, saying: Saying, source: Words) -> bool:
    """Whether whoever says that something was done hardly did it: "no one was convicted, according to {the bishops}",
    "{the union} said its members had been held"."""
    if _is_cited(reading, saying) or saying.force in (*BLAMING, *ASKING):
        return True
    sufferer = valency.sufferer(reading, telling.trigger)
    afar = _is_unarmed(reading, source) or _is_spokesman(reading, source)
    if sufferer is not None and (afar or _is_owned_by_pronoun(reading, sufferer)):
        return True
    # Which he would not do of what others did, unless he says that there was nothing of the kind.
    denied = saying.force == "deny" and not valency.is_there(reading, telling.trigger)
    by_noun = reading.pos[whom.told_by(reading, telling.trigger)] == "NOUN"
    return not denied and by_noun and telling.fills("actor", source) < TELLER


def _is_spokesman(reading: Reading, source: Words) -> bool:
    """Whether somebody only speaks for those who may have done it: "army {spokesman} Ann Moor said nine died"."""
    roles = (lexicon.role(reading.word(i).lower()) for i in range(*source))
    return any(role is not None and role.office == "spokesman" for role in roles)


def _is_owned_by_pronoun(reading: Reading, noun: int) -> bool:
    """Whether a pronoun tells whose somebody is: "{its} members", "members of {its} board"."""
    owners = [*valency.parts(reading, noun, "nmod", "nmod:poss")]
    owners += [k for i in owners for k in valency.parts(reading, i, "nmod:poss")]
    return any(reading.pos[i] == "PRON" for i in owners)


def _leave_tellers(reading: Reading, telling: Telling, speech: Speech) -> None:
    """Take from those who did it whoever tells what was suffered, and is not said to be whom it was done by: "four were
    killed, {villagers} alleging that soldiers had fired"."""
    if valency.sufferer(reading, telling.trigger) is not None:
        telling.leave_out(
            "actor", lambda words: words in speech.speakers and valency.verb_of(reading, words, "obl:agent") is None
        )


def _leave_cited(reading: Reading, telling: Telling, saying: Saying) -> None:
    """Take whoever is cited for it from those who did what a passive tells: "was charged, according to {the paper}"."""
    if _is_cited(reading, saying) and valency.sufferer(reading, telling.trigger) is not None:
        telling.leave_out("actor", lambda words: words == saying.source)


def _leave_filers(reading: Reading, telling: Telling) -> None:
    """Take whoever brings what was done before the police from those who did it, and the police from those who suffered
    it: "{Ana} opened a case of assault at {a police station}"."""
    verb = valency.filed(reading, telling.trigger)
    if verb is None:
        return
    with_ = [valency.governed(reading, i, "to", "at", "with", "before") for i in (verb, telling.trigger)]
    by = valency.subject(reading, verb)
    for role, others in (("actor", [by, *with_]), ("recipient", with_)):
        for other in others:
            if other is not None:
                telling.leave_out_at(role, other)


def _is_cited(reading: Reading, saying: Saying) -> bool:
    """Whether somebody is only cited for what is said: "according to {the paper}"."""
    return saying.cue is not None and valency.is_one_of("cited", reading, saying.cue[0])


def _is_new(reading: Reading, word: int) -> bool:
    """Whether a noun, or that of which a verb is said, tells of something not told before: "{an} air strike",
    "{similar} clashes killed nine"."""
    noun = whom.told_by(reading, word)
    indefinite = lexicon.function_words("indefinite")
    new = whom.is_another(reading, word) or not indefinite.isdisjoint(valency.forms(reading, noun, "det"))
    return new and reading.pos[noun] == "NOUN"


def _owns_up(reading: Reading, act: int, saying: Saying) -> bool:
    """Whether somebody says that an act is his own: "{the guard} confessed to the murder of a nun"."""
    if valency.is_one_of("toll", reading, act) or not (reading.pos[act] == "NOUN" or reading.word(act).endswith("ing")):
        return False  # who "admits to nine deaths" may mean others' work
    owning = [i for i in range(*saying.cue or (0, 0)) if valency.is_one_of("owning", reading, i)]
    return any(reading.head[act] == i and reading.relation[act] != "advcl" for i in owning)


def _is_unarmed(reading: Reading, words: Words) -> bool:
    """Whether words mean a body that is told to be none of those who arrest and shoot: "{a union} said three men had
    been held"."""
    bodies = [lexicon.body(reading.word(i).lower()) for i in range(*words)]
    sectors = {body.sector for body in bodies if body is not None and body.sector}
    return bool(sectors) and sectors.isdisjoint(ARMED)
