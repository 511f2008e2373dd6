"""Who does it, to whom, where, when, how many: the words that fill the roles of a telling.

The model says which words are likely to; then grammar, what kind of act it is and who speaks of it set that right, one
after the other."""

from __future__ import annotations

from collections.abc import Sequence, Set

from sayso import lexicon
from sayso.account.grammar import valency, whom
from sayso.account.grammar.clauses import head
from sayso.account.grammar.text import Text
from sayso.account.happened import aims, bystanders, meanwhile, meetings, objects, subjects, utterers, witnesses
from sayso.account.happened.act_types import MUTUAL, OWN, SENT
from sayso.account.happened.companions import add_companions, fill_list
from sayso.account.happened.counting import count
from sayso.account.happened.fillers import fillers
from sayso.account.happened.footing import Chains
from sayso.account.happened.going_on import carry_on, give_vowed
from sayso.account.happened.partitives import set_part
from sayso.account.happened.speech import Speech
from sayso.account.happened.tellings import Telling
from sayso.lexicon import UTTERED
from sayso.reader import labels
from sayso.reader.reading import Reading, Words

NEAR = 1  # sentences back to those to whom something is said
HARDLY = 0.3  # and how likely it must, of those to whom another verb does something
FAR = 6  # steps up the tree between two verbs
SURELY = 0.6  # how likely the model must take them for those
LAWFUL = ("GOV", "MIL", "COP", "SPY", "JUD")  # who may take somebody by law


def fill(text: Text, told: Sequence[Telling], chains: Chains) -> None:
    """Give each telling the words that fill its roles. chains: whose words a character stands in."""
    reading, speech = text.reading, Speech(text.reading, chains)
    acts = {telling.trigger for telling in told}
    for telling in told:
        telling.parts = {role: list(fillers(reading, telling, role)) for role in labels.ROLES}
        if telling.type not in MUTUAL:
            _leave_far(reading, telling)
        _set_by_grammar(reading, telling, text.is_heading(reading.starts[telling.trigger]))
        utterers.set_behind_aside(text, telling, speech)
        _leave_unnamed_sides(text, telling)
        count(reading, telling)
        _leave_others(reading, telling, speech, acts)
        utterers.set_utterer(reading, telling, speech)
        subjects.leave_whoever_is_asked_after(reading, telling)
        objects.set_each_other(reading, telling)
        set_part(reading, telling)
        add_companions(reading, telling)
        fill_list(reading, telling)
        if telling.type == "MOBILIZE" and meetings.is_joint_exercise(reading, telling):
            telling.type = "COOPERATE"
    _set_abductions(reading, told)
    give_vowed(reading, told)
    carry_on(text, told)


def _leave_far(reading: Reading, telling: Telling) -> None:
    """Take from both sides whoever only another sentence tells of if its own tells of the likeliest, and from those who
    did it whoever the next brings in, unless the model is sure."""
    here = reading.sentence[telling.trigger]
    for role in ("actor", "recipient"):
        likeliest = max(telling.parts[role], key=lambda words: telling.fills(role, words), default=None)
        if likeliest is not None and reading.sentence[likeliest[0]] == here:
            telling.stay(reading, role)
    telling.leave_out(
        "actor", lambda words: reading.sentence[words[0]] > here and telling.fills("actor", words) < SURELY
    )


def _set_by_grammar(reading: Reading, telling: Telling, title: bool) -> None:
    """Set right who does it and to whom where grammar leaves no doubt of it: by the subject of the verb, active or in
    the passive, by its objects, and by what goes with acts of a type. title: it is told in a headline."""
    clause = subjects.clause(reading, telling, title)
    subjects.set_by_subject(reading, telling, clause)
    objects.set_by_object(reading, telling, clause)
    subjects.set_charged(reading, telling)
    objects.leave_others(reading, telling)
    if telling.type in MUTUAL:
        meetings.set_those_who_meet(reading, telling)
    else:
        aims.set_aim(reading, telling)


def _leave_others(reading: Reading, telling: Telling, speech: Speech, acts: Set[int]) -> None:
    """Take from the roles of a telling whoever takes no part in it. acts: the triggers of all tellings."""
    if telling.type in (*UTTERED, "PROTEST"):
        telling.leave_out("recipient", lambda words: meanwhile.acts_beside(reading, words, telling))
    if telling.type in MUTUAL:
        meetings.set_apart(reading, telling)
    witnesses.leave_other_voices(reading, telling, speech)
    bystanders.leave_bystanders(reading, telling, acts)
    _leave_other_clauses(reading, telling)
    bystanders.leave_those_who_outlive(reading, telling)
    witnesses.leave_witnesses(reading, telling, speech)
    if telling.type in ("ACCUSE", "SUPPORT"):
        bystanders.leave_those_who_name(reading, telling)


def _leave_unnamed_sides(text: Text, telling: Telling) -> None:
    """Take from both sides whoever is named in a dateline, from those who did it the country of a place, and leave
    whoever seems to do it and to have it done to him on the likelier side: in "the party's expulsion" it is not the
    party that expels."""
    reading, parts = text.reading, telling.parts
    for role in ("actor", "recipient"):
        telling.leave_out(role, lambda words: not text.is_prose(reading.span(words)))
    telling.leave_out("actor", lambda words: _has_place(reading, words) or _has_mayor(reading, words))
    for words in [words for words in parts["actor"] if words in parts["recipient"]]:
        doer, harmed = (telling.fills(role, words) for role in ("actor", "recipient"))
        side = "actor" if doer < harmed else "recipient"
        parts[side] = [w for w in parts[side] if w != words]


def _has_place(reading: Reading, words: Words) -> bool:
    """Whether words only tell in which country a place is: "in {Nigeria}'s Zamfara state"."""
    owner = head(reading, words)
    return reading.relation[owner] == "nmod:poss" and whom.is_place(reading, reading.head[owner])


def _has_mayor(reading: Reading, words: Words) -> bool:
    """Whether words only tell of what town somebody is: "the mayor of {Gao}"."""
    top = head(reading, words)
    above = reading.head[top]
    state = lexicon.country(reading.string(words)) or lexicon.country(reading.word(top))
    town = reading.pos[top] == "PROPN" and not state
    of = reading.relation[top] == "nmod" and valency.forms(reading, top, "case") == {"of"}
    return town and of and top > above and lexicon.role(reading.word(above).lower()) is not None


def _leave_other_clauses(reading: Reading, telling: Telling) -> None:
    """Take from the roles of a telling whoever another sentence or clause tells of, or who is only its means."""
    trigger = telling.trigger
    if telling.type in SENT and not valency.is_one_of("expelling", reading, trigger):
        # "Sent {inspectors}", "recalled {its ambassador}", but not "took in {refugees}".
        for word in telling.shown:
            if not valency.is_one_of("exiled", reading, word):
                telling.leave_out_at("recipient", word)
    if valency.is_verb(reading, trigger):  # what is done to whom, a verb tells in its own sentence
        telling.leave_out("recipient", lambda words: not _is_spoken_to(reading, words, telling))
        meanwhile.leave_those_beside(reading, telling)
        telling.leave_out("recipient", lambda words: _is_done_to_otherwise(reading, words, telling))
    if valency.sufferer(reading, trigger) is not None:  # "Homes were burned. {Police} held nine."
        telling.stay(reading, "actor")
    if telling.type == "ASSAULT" and _is_crime(reading, trigger):
        telling.leave_out("recipient", lambda words: not valency.is_within(reading, words[1] - 1, trigger))


def _is_done_to_otherwise(reading: Reading, words: Words, telling: Telling) -> bool:
    """Whether another verb tells what is done to those meant, and the model hardly takes them for those to whom this
    one does something: "refused to {resign} and accused the league of seizing {the port}"."""
    trigger, verb = telling.trigger, valency.verb_of(reading, words, "obj")
    if verb is None or verb == trigger or telling.type in UTTERED or telling.fills("recipient", words) >= HARDLY:
        return False
    # "Seized {nine divers} before they pulled out", but not "told {nine divers} to pull out".
    under = verb in reading.upward(trigger, FAR) and not (telling.type in OWN and reading.relation[trigger] == "advcl")
    return trigger not in reading.upward(verb, FAR) and not under


def _is_spoken_to(reading: Reading, words: Words, telling: Telling) -> bool:
    """Whether words may mean those to whom a verb's act is done: in its own sentence, or whom what is said surely is
    about, told of right before: "{the rebels} burned a mill. ‘We urge restraint’"."""
    back = reading.sentence[telling.trigger] - reading.sentence[words[0]]
    if back == 0:
        return True
    said = telling.type in UTTERED and reading.pos[telling.trigger] == "VERB"
    return said and 0 < back <= NEAR and telling.fills("recipient", words) >= SURELY


def _is_crime(reading: Reading, noun: int) -> bool:
    """Whether a noun tells of what somebody is tried for: "on trial for {murder}"."""
    tried = any(valency.is_one_of(use, reading, reading.head[noun]) for use in ("trial", "charging"))
    return reading.pos[noun] == "NOUN" and tried


def _set_abductions(reading: Reading, told: Sequence[Telling]) -> None:
    """Tell in a report of a kidnapping who is abducted from who is arrested."""
    if not any(valency.is_one_of("kidnapping", reading, telling.trigger) for telling in told):
        return
    for telling in told:
        if telling.type == "COERCE" and _is_abduction(reading, telling):
            telling.type, telling.known = "ASSAULT", None


def _is_abduction(reading: Reading, telling: Telling) -> bool:
    """Whether in a report of a kidnapping a person is told to be taken by nobody with a right to: "the nurse was
    {snatched} at a checkpoint"."""
    verb = telling.trigger
    if not valency.is_one_of("snatching", reading, verb) or reading.pos[verb] != "VERB" or telling.shown:
        return False  # not "taken into custody"
    harmed = valency.sufferer(reading, verb)
    taken = next(valency.parts(reading, verb, "obj"), None) if harmed is None else harmed
    if taken is None and reading.relation[verb] == "acl":
        taken = reading.head[verb]  # "a teacher {seized} in May"
    person = reading.mentions.get(taken) if taken is not None else None
    bodies = [lexicon.body(reading.word(i).lower()) for w in telling.parts["actor"] for i in range(*w)]
    lawful = any(body is not None and body.sector in LAWFUL for body in bodies)
    return person is not None and person.kind == "person" and not lawful
