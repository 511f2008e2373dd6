"""Who does it, to whom, where, when, how many: the words that fill the roles of a telling.

The model says of every word how likely it fills a role in an event; the tree tells which words are one phrase."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from itertools import takewhile

from sayso import lexicon
from sayso.account import valency, whom
from sayso.account.claims import stem, stems
from sayso.account.clauses import aside, head
from sayso.account.counting import count
from sayso.account.cues import cue_is
from sayso.account.events import Telling
from sayso.account.footing import Chains
from sayso.account.modality import polarity
from sayso.account.saying import Saying
from sayso.account.text import Text
from sayso.reader import labels
from sayso.reader.reading import Reading, Words

FILLED = {"actor": 0.15, "recipient": 0.15, "place": 0.3, "time": 0.15, "figure": 0.15}  # how likely one is filled
ELSEWHERE = 0.6  # and a place in another sentence
OTHER = 0.25  # and a second, beside the likeliest
TELLER = 0.5  # and whoever tells of an act by its noun for one who did it
JOINED = 0.05  # and the one to which the likeliest is joined by "and"
LONG = 25  # words of a phrase, at most
NEAR = 4  # sentences over which an act is gone on with
FAR = 3  # steps up the tree to a subject
HARMFUL = ("ASSAULT", "COERCE", "SANCTION")  # what is done to somebody
HOSTILE = (*HARMFUL, "MOBILIZE")  # or against somebody
DONE_TO = (*HOSTILE, "ACCUSE", "SUPPORT", "AID", "CONCEDE", "REQUEST", "THREATEN")  # and whom a passive is done to
SENT = ("MOBILIZE", "AID", "ACCUSE", "SANCTION", "COOPERATE")  # acts done by means of whoever is sent or called
ARMED = ("GOV", "MIL", "COP", "SPY", "REB", "JUD", "PTY")  # who may have done what they tell was done
LAWFUL = ("GOV", "MIL", "COP", "SPY", "JUD")  # and who may take somebody by law
GIVEN = ("AID", "AGREE", "CONSULT", "CONCEDE", "SUPPORT", "COOPERATE")  # what is given or offered to somebody
MUTUAL = ("CONSULT", "AGREE", "COOPERATE")  # what two do together
UTTERED = ("REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "AGREE")  # what is done by saying it
AGAINST = ("REQUEST", "ACCUSE", "REJECT", "THREATEN")  # and so to whoever does not like it
JUDGED = ("ACCUSE", "SUPPORT", "REJECT")  # what is done by judging what somebody did
JUDGED_BY = ("of", "over", "about", "against")  # before what is judged: "criticism of the raid"
OWN = ("PROTEST", "MOBILIZE", "RETREAT")  # what the subject of a verb does, and is not done to it
VOWED = ("THREATEN", "AGREE")  # whoever does so is to do it
TIED = ("to", "with", "against", "from", "on")  # before whom ties are cut with: "halted aid to Chad"


def fill(text: Text, told: Sequence[Telling], chains: Chains) -> None:
    """Give each telling the words that fill its roles. chains: whose words a character stands in."""
    reading, found = text.reading, chains.found
    sources = {i: saying.source for saying in found if saying.cue and saying.source for i in range(*saying.cue)}
    tellers = set(sources.values())
    spoken: dict[Words, list[Saying]] = {}
    for saying in found:
        if saying.cue and saying.source:
            spoken.setdefault(saying.source, []).append(saying)
    acts = {telling.trigger for telling in told}
    for telling in told:
        telling.parts = {role: list(_fillers(reading, telling, role)) for role in labels.ROLES}
        _by_grammar(reading, telling, text.is_heading(reading.starts[telling.trigger]))
        _behind_aside(text, telling, spoken)
        for role in ("actor", "recipient"):  # who is named in a dateline takes no part
            telling.parts[role] = [w for w in telling.parts[role] if text.is_prose(reading.span(w))]
        telling.parts["actor"] = [w for w in telling.parts["actor"] if not _has_place(reading, w)]
        _one_side(telling)
        count(reading, telling)
        if telling.type in (*UTTERED, "PROTEST"):
            parts = telling.parts["recipient"]
            telling.parts["recipient"] = [w for w in parts if not _acts_beside(reading, w, telling)]
        if telling.type in MUTUAL:
            _set_apart(reading, telling)
        around = chains.around(reading.starts[telling.trigger])
        spoken_of = telling.type in HOSTILE or (telling.type == "THREATEN" and reading.pos[telling.trigger] == "NOUN")
        if around and found[around[-1]].quotation == "direct" and spoken_of:
            # In quotation marks whoever speaks is called "we": the third person is somebody else.
            telling.parts["actor"] = _without(found[around[-1]].source, telling.parts["actor"])
        if telling.type == "ASSAULT" and around:  # whose attack it was is on the word of whoever says so
            heard = _others_words(reading, chains, telling.trigger)
            telling.parts["actor"] = [w for w in telling.parts["actor"] if not heard(w)]
        _leave_bystanders(reading, telling, acts)
        if telling.type in HARMFUL:
            did = (w for w in telling.parts["actor"] if not whom.is_mere_thing(reading, w))
            did = (w for w in did if not _are_victims(reading, w))
            telling.parts["actor"] = [w for w in did if not _is_owner_of_aim(reading, w, telling.trigger)]
        if telling.type == "PROTEST":
            telling.parts["actor"] = [w for w in telling.parts["actor"] if not _keeps_order(reading, w)]
            for role in ("actor", "recipient", "figure"):
                telling.parts[role] = [w for w in telling.parts[role] if not _is_hurt(reading, w)]
        if telling.type in SENT and not valency.is_one_of("expelling", reading, telling.trigger):
            # "Sent {inspectors}", "recalled {its ambassador}".
            told_of = telling.parts["recipient"]
            telling.parts["recipient"] = [w for w in told_of if not any(w[0] <= i < w[1] for i in telling.shown)]
        if valency.is_verb(reading, telling.trigger):  # what is done to whom, a verb tells in its own sentence
            _stay(reading, telling, "recipient")
            to = telling.parts["recipient"]
            to = [w for w in to if not _is_added(reading, w, telling.trigger)]
            done_to = telling.type in HARMFUL and valency.has(reading, telling.trigger, "obj")
            by = valency.governed(reading, telling.trigger, "by") if done_to else None  # who is no sufferer then
            to = [w for w in to if by is None or not w[0] <= by < w[1]]
            telling.parts["recipient"] = [w for w in to if not _is_of_the_time(reading, w, telling)]
        if valency.sufferer(reading, telling.trigger) is not None:  # "Homes were burned. {Police} held nine."
            _stay(reading, telling, "actor")
        if valency.is_one_of("dying", reading, telling.trigger) and reading.pos[telling.trigger] == "VERB":
            telling.parts["actor"] = [w for w in telling.parts["actor"] if _brings_death(reading, w, telling.trigger)]
        if telling.type == "ASSAULT" and _is_crime(reading, telling.trigger):
            to = telling.parts["recipient"]
            telling.parts["recipient"] = [w for w in to if valency.is_within(reading, w[1] - 1, telling.trigger)]
        if telling.type in HARMFUL:
            _leave_witnesses(reading, telling, found[around[-1]] if around else None)
            _leave_tellers(reading, telling, tellers)
            _leave_filers(reading, telling)
        elif telling.type == "ACCUSE":
            _leave_cited(reading, telling, found[around[-1]] if around else None)
            _leave_doers_around(reading, telling)
        source = sources.get(telling.trigger)
        if (accused := _accused(reading, telling)) is not None:
            telling.parts["recipient"] = _named(reading, accused, telling.trigger)
            telling.parts["actor"] = [w for w in telling.parts["actor"] if not w[0] <= accused < w[1]]
        elif source and telling.type in UTTERED and not _undergoes(reading, source, telling.trigger):
            telling.parts["actor"] = _utterer(reading, telling, source)
            telling.parts["recipient"] = [w for w in telling.parts["recipient"] if w != source]
        if telling.type == "ACCUSE":
            accusers = telling.parts["actor"]
            telling.parts["actor"] = [w for w in accusers if not _is_attack(reading, w)]
            told_to = telling.parts["recipient"]
            telling.parts["recipient"] = [w for w in told_to if not _is_lodged_with(reading, w, telling.trigger)]
        if telling.type in (*UTTERED, "SANCTION", "COERCE", "PROTEST"):  # what is said or cut, is said to somebody
            telling.parts["recipient"] = [w for w in telling.parts["recipient"] if not whom.is_mere_thing(reading, w)]
        if telling.type == "MOBILIZE" and _is_joint(reading, telling):
            telling.type = "COOPERATE"
    kidnapped = any(valency.is_one_of("kidnapping", reading, telling.trigger) for telling in told)
    for telling in told:
        if kidnapped and telling.type == "COERCE" and _is_abduction(reading, telling):
            telling.type, telling.known = "ASSAULT", None
    at = {telling.trigger: telling for telling in told}
    for telling in told:
        if (vow := at.get(_vow(reading, telling))) and vow.type in VOWED and vow.parts["actor"]:
            telling.parts["actor"] = vow.parts["actor"]
    _carry_on(text, told)


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


def _has_place(reading: Reading, words: Words) -> bool:
    """Whether words only tell in which country a place is: "in {Nigeria}'s Zamfara state"."""
    owner = head(reading, words)
    mention = reading.mentions.get(reading.head[owner])
    return reading.relation[owner] == "nmod:poss" and mention is not None and mention.kind == "place"


def _behind_aside(text: Text, telling: Telling, spoken: Mapping[Words, Sequence[Saying]]) -> None:
    """Give what a participle tells behind the word of who says it all to whoever the clause before is of: "{the bank}
    is to close, clerks said, ignoring pleas"; but clerks do who say so "adding" or "warning" something. spoken: by the
    words for a speaker what he says."""
    reading, trigger = text.reading, telling.trigger
    word = reading.word(trigger)
    if not word.endswith("ing") or reading.word(trigger - 1) != "," or cue_is("saying", word):
        return
    for saying in (saying for words in telling.parts["actor"] for saying in spoken.get(words, ())):
        source, cue = saying.source, saying.cue
        if not (source and cue and source[0] < cue[1] < trigger):
            continue
        told = [words for part in saying.content if (words := text.words(part))[1] <= min(source[0], cue[0])]
        same = told and reading.sentence[told[-1][0]] == reading.sentence[trigger]
        doer = valency.subject(reading, head(reading, told[-1])) if same else None
        if doer is not None and not any(reading.pos[i] in ("VERB", "CCONJ") for i in range(cue[1], trigger)):
            telling.parts["actor"] = _named(reading, doer, trigger)
            return


def _is_joint(reading: Reading, telling: Telling) -> bool:
    """Whether it is an exercise that two states hold together: "{Chilean} and {Peruvian} troops began drills"."""
    below = range(telling.trigger, min(telling.trigger + LONG, len(reading)))
    nouns = [i for i in below if reading.pos[i] == "NOUN" and telling.trigger in reading.upward(i, FAR + 1)]
    known = [lexicon.event_word(reading.string((j, i + 1)), "NOUN") for i in nouns for j in (i, max(0, i - 1))]
    parts = [words for role in ("actor", "recipient") for words in telling.parts[role]]
    named = (reading.word(i) for words in parts for i in range(*words))
    states = {code for word in named if (code := lexicon.nationality(word) or lexicon.country(word))}
    return len(states) > 1 and any(one is not None and "COOPERATE" in one.types for one in known)


def _others_words(reading: Reading, chains: Chains, trigger: int) -> Callable[[Words], bool]:
    """Tells of words whether they are spoken of only by somebody else than whoever tells of an act, in another
    sentence; "he" may be anybody."""

    def source(word: int) -> Words | None:
        around = chains.around(reading.starts[word])
        return chains.found[around[-1]].source if around else None

    own = source(trigger)

    def are_others(words: Words) -> bool:
        other = source(words[0])
        if own is None or other is None or reading.sentence[words[0]] == reading.sentence[trigger]:
            return False
        speakers = [reading.string(one).lower() for one in (own, other)]
        return speakers[0] != speakers[1] and all(lexicon.pronoun(one) is None for one in speakers)

    return are_others


def _stay(reading: Reading, telling: Telling, role: str) -> None:
    """Fill a role of a telling with words of its own sentence alone."""
    here = reading.sentence[telling.trigger]
    telling.parts[role] = [w for w in telling.parts[role] if reading.sentence[w[0]] == here]


def _leave_tellers(reading: Reading, telling: Telling, tellers: Set[Words]) -> None:
    """Take from those who did it whoever tells what was suffered, and is not said to be whom it was done by: "four were
    killed, {villagers} alleging that soldiers had fired"."""
    if valency.sufferer(reading, telling.trigger) is not None:
        actor = telling.parts["actor"]
        by = {w for w in actor if valency.verb_of(reading, w, "obl:agent") is not None}
        telling.parts["actor"] = [w for w in actor if w in by or w not in tellers]


def _is_attack(reading: Reading, words: Words) -> bool:
    """Whether words mean an attack, which blames nobody: "the {bombing}, blamed on Kenya"."""
    top = head(reading, words)
    return valency.tells_of(reading, top, "ASSAULT") and whom.is_act(reading, top)


def _leave_cited(reading: Reading, telling: Telling, saying: Saying | None) -> None:
    """Take whoever is cited for it from those who did what a passive tells: "was charged, according to {the paper}"."""
    cited = saying is not None and saying.cue is not None and valency.is_one_of("cited", reading, saying.cue[0])
    if saying is not None and cited and valency.sufferer(reading, telling.trigger) is not None:
        telling.parts["actor"] = [w for w in telling.parts["actor"] if w != saying.source]


def _leave_doers_around(reading: Reading, telling: Telling) -> None:
    """Take from those who accuse whoever did something else to the accused: "{police} named a man charged with
    murder"."""
    trigger = telling.trigger
    if reading.relation[trigger] not in ("acl", "xcomp") or not valency.is_short_passive(reading, trigger):
        return
    if valency.governed(reading, trigger, "by") is None:
        doers = telling.parts["actor"]
        telling.parts["actor"] = [w for w in doers if w[0] > trigger or valency.verb_of(reading, w, "nsubj") is None]


def _leave_filers(reading: Reading, telling: Telling) -> None:
    """Take whoever brings what was done before the police from those who did it, and the police from those who suffered
    it: "{Ana} opened a case of assault at {a police station}"."""
    verb = valency.filed(reading, telling.trigger)
    if verb is None:
        return
    by = valency.subject(reading, verb)
    with_ = [valency.governed(reading, i, "to", "at", "with", "before") for i in (verb, telling.trigger)]
    for role, others in (("actor", [by, *with_]), ("recipient", with_)):
        words = telling.parts[role]
        telling.parts[role] = [w for w in words if not any(i is not None and w[0] <= i < w[1] for i in others)]


def _is_added(reading: Reading, words: Words, trigger: int) -> bool:
    """Whether words stand in a clause that tells something else of a subject: "Togo, which left {Mali}, condemned"."""
    clause = aside(reading, head(reading, words), trigger, lambda i: reading.relation[i] == "acl:relcl", LONG)
    return clause is not None and clause < trigger


def _is_crime(reading: Reading, noun: int) -> bool:
    """Whether a noun tells of what somebody is tried for: "on trial for {murder}"."""
    tried = any(valency.is_one_of(use, reading, reading.head[noun]) for use in ("trial", "charging"))
    return reading.pos[noun] == "NOUN" and tried


def _is_of_the_time(reading: Reading, words: Words, telling: Telling) -> bool:
    """Whether words stand deep in what only tells when or amid what something was done: "seized a car on the eve of the
    return to talks by {the party}"."""
    path = list(takewhile(lambda i: i != telling.trigger, reading.upward(head(reading, words), LONG)))
    if telling.type not in HARMFUL or len(path) < 2 or reading.head[path[-1]] != telling.trigger:
        return False
    top = path[-1]
    cases = {reading.word(i).lower() for i in valency.parts(reading, top, "case")}
    mention = reading.mentions.get(top)
    timed = whom.is_dated(reading, top) or (mention is not None and mention.kind in ("time", "event"))
    return reading.relation[top].startswith("obl") and timed and not cases.isdisjoint(lexicon.function_words("when"))


def _leave_bystanders(reading: Reading, telling: Telling, acts: Set[int]) -> None:
    """Take from those who did it whoever did something else ("nine died, one of them stabbed by {thieves}"), and, of
    what a noun tells, whoever stands in a clause beside it ("the blast, which came as {shoppers} filled the street") or
    is held over it ("arrested {four men} over the theft"). acts: the triggers of all tellings."""
    trigger, parts = telling.trigger, telling.parts
    act = whom.told_by(reading, trigger)
    around = set(reading.upward(act, LONG))
    doer, same = valency.subject(reading, act), {None, act, *valency.joined(reading, act)}
    suffers = valency.sufferer(reading, trigger) is not None
    own = doer is not None and (whom.is_somebody(reading, doer) or reading.pos[doer] == "PRON")

    def did_besides(words: Words) -> bool:
        """Whether they did what was only before or after what a noun tells: "after the bombing of the market, {police}
        closed the road"."""
        verb = valency.verb_of(reading, words, "nsubj")
        if verb not in around or telling.type not in HARMFUL:
            return False
        steps = takewhile(lambda i: i != verb, reading.upward(act, LONG))
        cases = {reading.word(k).lower() for i in steps for k in valency.parts(reading, i, "case")}
        if valency.is_one_of("two-sided", reading, act) and "since" not in cases:
            return False
        return not lexicon.function_words("around").isdisjoint(cases)

    def stands_by(words: Words) -> bool:
        if valency.verb_of(reading, words, "obl:agent") in acts - around or did_besides(words):
            return True
        if reading.pos[act] != "NOUN":
            verb = valency.verb_of(reading, words, "nsubj")
            if suffers and valency.verb_of(reading, words, "nsubj:pass") not in (None, act):
                return True  # "{a guard} was shot and a nurse was beaten"
            if suffers and verb in valency.joined(reading, act) and verb not in acts:
                return True  # "{crowds} gathered and a man was shot"
            besides = verb is not None and verb not in same and not suffers and doer is not None
            under = verb is not None and besides and act in reading.upward(verb, LONG)
            if verb is not None and under and valency.is_circumstance(reading, verb):
                return True  # "missiles struck as {nurses} crossed"
            if verb is not None and suffers and reading.relation[verb] != "advcl":
                return verb == act or verb not in around  # "hit by what {the union} called a bullet"
            below = [] if verb is None or doer is None else list(reading.upward(verb, LONG))
            told = below[: below.index(doer)] if doer in below else []  # in a clause about what did it
            if any(valency.is_circumstance(reading, i) for i in told):
                return True  # "a shell, which fell as {nurses} crossed, killed nine"
            owner = next((i for i in range(*words) if reading.relation[i] == "nmod:poss"), None)
            if own and verb is None and owner is not None and reading.head[owner] not in (doer, act):
                return True  # "{Ana's} mother said she had called for help"
            return own and verb not in {*same, *around}
        if any(reading.head[i] == act and valency.is_one_of("premises", reading, i) for i in range(*words)):
            return True  # "the {church} attack"
        held = valency.verb_of(reading, words, "obj", "nsubj:pass")
        if held is not None and held in around and valency.is_one_of("suspected", reading, held):
            return True
        verb = valency.verb_of(reading, words, *whom.CORE)
        if verb is None:
            return False
        if reading.sentence[verb] != reading.sentence[act]:
            return verb not in acts and reading.relation[verb] == "advcl"
        below = list(reading.upward(verb, LONG))
        inside = below[: below.index(act)] if act in below else None
        return verb not in around and (inside is None or any(valency.is_circumstance(reading, i) for i in inside))

    parts["actor"] = [w for w in parts["actor"] if not stands_by(w)]


def _leave_witnesses(reading: Reading, telling: Telling, saying: Saying | None) -> None:
    """Take whoever only tells of what was done from those who did it: "{monitors} have documented 43 killings", "no one
    was convicted, according to {the bishops}", "{the union} said its members had been held"."""
    trigger, parts = telling.trigger, telling.parts
    above = reading.head[trigger]
    averted = reading.relation[trigger] in ("obj", "nsubj:pass") and valency.is_one_of("averted", reading, above)
    if reading.pos[trigger] == "NOUN" and (averted or valency.is_one_of("witnessed", reading, above)):
        parts["actor"] = [w for w in parts["actor"] if trigger in reading.upward(w[1] - 1, FAR)]
    sufferer = valency.sufferer(reading, trigger)
    one_sided = len(parts["actor"]) == 1 and valency.is_one_of("two-sided", reading, whom.told_by(reading, trigger))
    if _is_new(reading, trigger) or one_sided:
        _stay(reading, telling, "actor")
    if reading.relation[trigger] == "nmod":  # "the union put the number of {detained} at 60"
        parts["actor"] = [w for w in parts["actor"] if not _is_unarmed(reading, w)]
    if saying is not None and saying.source is not None and _owns_up(reading, trigger, saying):
        parts["actor"] = [saying.source]
        return
    if saying is None or saying.source not in parts["actor"]:
        return
    owners = [] if sufferer is None else [*valency.parts(reading, sufferer, "nmod", "nmod:poss")]
    owners += [k for i in owners for k in valency.parts(reading, i, "nmod:poss")]
    cited = saying.cue is not None and valency.is_one_of("cited", reading, saying.cue[0])
    aimed = saying.force in ("accuse", "criticize", "demand", "request")
    unarmed = sufferer is not None and _is_unarmed(reading, saying.source)
    # Which he would not do of what others did, unless he says that there was nothing of the kind.
    denied = saying.force == "deny" and not valency.is_there(reading, trigger)
    by_noun = reading.pos[whom.told_by(reading, trigger)] == "NOUN"
    hardly = not denied and by_noun and telling.fills("actor", saying.source) < TELLER
    if cited or aimed or unarmed or hardly or any(reading.pos[i] == "PRON" for i in owners):
        parts["actor"] = [w for w in parts["actor"] if w != saying.source]


def _owns_up(reading: Reading, act: int, saying: Saying) -> bool:
    """Whether somebody says that an act is his own: "{the guard} confessed to the murder of a nun"."""
    if valency.is_one_of("toll", reading, act) or not (reading.pos[act] == "NOUN" or reading.word(act).endswith("ing")):
        return False  # who "admits to nine deaths" may mean others' work
    owning = [i for i in range(*saying.cue or (0, 0)) if valency.is_one_of("owning", reading, i)]
    return any(reading.head[act] == i and reading.relation[act] != "advcl" for i in owning)


def _brings_death(reading: Reading, words: Words, verb: int) -> bool:
    """Whether those told of around a verb of dying are whoever it came from, by a preposition or by what they did in a
    clause that hangs on it: "died in an attack by {rebels}", "died when {soldiers} fired"; not "the army lost no men;
    four died"."""
    top = head(reading, words)
    if reading.relation[top] not in ("nsubj", "appos", "conj", "parataxis", "dep"):
        return True
    return verb in reading.upward(top, FAR + 1) and reading.head[top] != verb


def _is_lodged_with(reading: Reading, words: Words, complaint: int) -> bool:
    """Whether those told of are to whom a complaint is made, not whom it is about: "filed a complaint with {the
    ombudsman}"."""
    if reading.pos[complaint] != "NOUN":
        return False
    verb = valency.bearer(reading, complaint)
    to = [valency.governed(reading, i, "with", "to", "before") for i in (complaint, verb)]
    return any(i is not None and words[0] <= i < words[1] for i in to)


def _is_unarmed(reading: Reading, words: Words | None) -> bool:
    """Whether words mean a body that is told to be none of those who arrest and shoot: "{a union} said three men had
    been held"."""
    bodies = [lexicon.body(reading.word(i).lower()) for i in range(*words or (0, 0))]
    sectors = {body.sector for body in bodies if body is not None and body.sector}
    return bool(sectors) and sectors.isdisjoint(ARMED)


def _are_victims(reading: Reading, words: Words) -> bool:
    """Whether words mean those who suffered: "one of the {wounded}"."""
    return reading.word(words[1] - 1).lower() in lexicon.function_words("victims")


def _is_owner_of_aim(reading: Reading, words: Words, trigger: int) -> bool:
    """Whether words tell whose that is at which an act is aimed, as its noun tells: "an attack on {its} convoy"."""
    act = whom.told_by(reading, trigger)
    aim = valency.governed(reading, act, "on", "against") if reading.pos[act] == "NOUN" else None
    return aim is not None and any(reading.relation[i] == "nmod:poss" and reading.head[i] == aim for i in range(*words))


def _is_hurt(reading: Reading, words: Words) -> bool:
    """Whether those told of are whom a clause tells to have been hurt: "{ten people} were killed in protests"."""
    tops = (reading.head[i] if reading.relation[i] == "nummod" else i for i in range(*words))
    undergone = ("nsubj", "nsubj:pass", "obj")
    return any(
        reading.relation[top] in undergone and valency.is_one_of("befallen", reading, reading.head[top]) for top in tops
    )


def _keeps_order(reading: Reading, words: Words) -> bool:
    """Whether words mean the police or an army, who are told of where others protest."""
    body = lexicon.body(reading.word(words[1] - 1).lower())
    return body is not None and body.sector in ("COP", "MIL")


def _carry_on(text: Text, told: Sequence[Telling]) -> None:
    """Give the acts that go on ("20 sorties were carried out, hitting the port") to whoever acted before, and protests
    the aim of what they demand ("marched to denounce {the junta}"). A headline tells too little to go on from."""
    reading = text.reading
    last: Telling | None = None
    for telling in told:
        parts = telling.parts
        if telling.type == "ASSAULT" and not parts["actor"] and _is_borne_by_act(reading, telling.trigger):
            near = last is not None and reading.sentence[telling.trigger] - reading.sentence[last.trigger] < NEAR
            parts["actor"] = last.parts["actor"] if last is not None and near else []
        if telling.type == "ASSAULT" and parts["actor"] and not text.is_heading(reading.starts[telling.trigger]):
            last = telling
        if telling.type in JUDGED and not parts["recipient"]:
            parts["recipient"] = _doers_of(reading, telling, told)
        if telling.type == "PROTEST" and not parts["recipient"]:
            below = (one for one in told if reading.head[one.trigger] == telling.trigger and one.type in AGAINST)
            aims = (one.parts["recipient"] for one in below)
            parts["recipient"] = next((aim for aim in aims if aim), [])


def _doers_of(reading: Reading, telling: Telling, told: Sequence[Telling]) -> list[Words]:
    """Those who did the known act that somebody finds fault with, praises or refuses, as another telling of it says:
    "fired a rocket … denounced {the launch}". Nobody is told to have found fault with himself."""
    trigger = telling.trigger
    act = next((i for i in valency.parts(reading, trigger, "obj") if i > trigger and whom.is_act(reading, i)), None)
    if act is None:
        act = valency.governed(reading, trigger, *JUDGED_BY)
    sums_up = act is not None and valency.is_one_of("summing-up", reading, act)
    two_sided = act is not None and valency.is_one_of("two-sided", reading, act) and not sums_up
    if act is None or not whom.is_act(reading, act) or two_sided:
        return []
    lemma, known = stem(reading.word(act)), lexicon.event_word(reading.word(act), "NOUN")
    types = HARMFUL if sums_up else known.types if known is not None else ()
    before = [one for one in told if one.trigger < trigger]
    same = [one for one in told if one.trigger == act]
    if _is_known(reading, act):
        same += [one for one in reversed(before) if stem(reading.word(one.trigger)) == lemma]
        near = [one for one in before if reading.sentence[trigger] - reading.sentence[one.trigger] < 2]
        same += [one for one in near if one.type in types][-1:]
    doers = next((one.parts["actor"] for one in same if one.parts["actor"]), [])
    own = {reading.string(w).lower() for w in telling.parts["actor"]}
    return [w for w in doers if reading.string(w).lower() not in own]


def _is_borne_by_act(reading: Reading, trigger: int) -> bool:
    """Whether what hits or is carried out is an act of nobody told: "{the raids} killed two", "{20 sorties}"."""
    for verb in reading.upward(trigger, FAR):
        if subjects := list(valency.parts(reading, verb, *valency.SUBJECTS)):
            return any(_is_act_gone_on_with(reading, subject) for subject in subjects)
    return False


def _is_act_gone_on_with(reading: Reading, noun: int) -> bool:
    act = whom.is_act(reading, noun) and whom.owner(reading, noun) is None
    return act and _is_known(reading, noun) and not valency.is_one_of("two-sided", reading, noun)


def _is_known(reading: Reading, noun: int) -> bool:
    """Whether a noun tells of something as known or counts it: "{the} raids", "{20} sorties"."""
    known = lexicon.function_words("definite")
    return any(
        reading.relation[i] == "nummod" or reading.word(i).lower() in known
        for i in valency.parts(reading, noun, "det", "nummod")
    )


def _is_new(reading: Reading, word: int) -> bool:
    """Whether a noun, or that of which a verb is said, tells of something not told before: "{an} air strike",
    "{similar} clashes killed nine"."""
    noun = whom.told_by(reading, word)
    words = (reading.word(i).lower() for i in valency.parts(reading, noun, "det"))
    new = whom.is_another(reading, word) or not lexicon.function_words("indefinite").isdisjoint(words)
    return new and reading.pos[noun] == "NOUN"


def _without(words: Words | None, others: Sequence[Words]) -> list[Words]:
    """Those of the others that have no word of these."""
    return [w for w in others if words is None or w[1] <= words[0] or words[1] <= w[0]]


def _undergoes(reading: Reading, words: Words, verb: int) -> bool:
    """Whether it is whom these words mean that something is uttered to: "she said {she} had been threatened"."""
    harmed = valency.sufferer(reading, verb)
    return harmed is not None and words[0] <= harmed < words[1]


def _utterer(reading: Reading, telling: Telling, source: Words) -> list[Words]:
    """Whoever utters a demand makes it: the subject of its verb, else its source; where that is a report, whoever it
    tells of: "reports said {a guard} had fled and warned the boys"."""
    # A source that holds the verb of a clause around, "the minister {said} her country", is more than the subject.
    around = any(source[0] <= i < source[1] for i in reading.upward(telling.trigger, FAR))
    own = next(valency.parts(reading, telling.trigger, "nsubj"), None)
    own = valency.subject(reading, telling.trigger) if own is None and around else own
    if own is not None and (around or not source[0] <= own < source[1]) and whom.is_somebody(reading, own):
        return whom.who(reading, own, telling.trigger)
    if lexicon.document(reading.word(source[0]).lower()):
        for i in reversed(range(source[0] + 1, telling.trigger)):
            if reading.relation[i] == "nsubj" and whom.is_somebody(reading, i):
                return whom.who(reading, i, telling.trigger)
    begin = telling.words[0]
    return [(source[0], begin) if source[0] < begin < source[1] else source]  # "{Peru's} election pledge"


def _vow(reading: Reading, telling: Telling) -> int:
    """The verb of which an act is what is threatened or promised, -1 if it is told to be somebody's: "threatened {an
    offensive}", "agreed to {withdraw}"."""
    trigger = telling.trigger
    if telling.type in UTTERED or reading.relation[trigger] not in ("obj", "xcomp"):
        return -1
    noun = reading.pos[trigger] == "NOUN"
    return -1 if noun and whom.owner(reading, trigger) is not None else reading.head[trigger]


def _by_grammar(reading: Reading, telling: Telling, title: bool) -> None:
    """Set right who does it and to whom where grammar leaves no doubt of it: by the subject of the verb, active or in
    the passive, by its objects, and by what goes with acts of a type. title: it is told in a headline."""
    trigger, parts = telling.trigger, telling.parts
    bearer = valency.bearer(reading, trigger)
    sufferer, doer = valency.sufferer(reading, trigger), valency.subject(reading, trigger)
    if title and telling.type in HARMFUL and sufferer is None and valency.is_short_passive(reading, trigger):
        sufferer, doer = doer, None  # "{Bishop} shot dead"
    part = valency.part_in(reading, trigger) if telling.type in (*HARMFUL, "PROTEST") else None
    inside = telling.type in HARMFUL and part is None and valency.governed(reading, bearer, "in") == trigger
    if sufferer is None and telling.type in HARMFUL and valency.is_suffered(reading, trigger):
        sufferer = doer = valency.subject(reading, reading.head[trigger])  # "{the rebels} suffered an attack"
    died = inside and valency.is_one_of("dying", reading, bearer)
    if sufferer is None and inside:  # "{boys} were killed in an attack", "{two} die in clash with police"
        sufferer = valency.subject(reading, bearer) if died else valency.sufferer(reading, bearer)
        parts["actor"] = [w for w in parts["actor"] if not died or valency.is_within(reading, w[1] - 1, trigger)]
    if sufferer is not None and not whom.is_weapon(reading, sufferer):
        harmed = _named(reading, sufferer, trigger)
        parts["actor"] = [w for w in parts["actor"] if w not in harmed and not w[0] <= sufferer < w[1]]
        if reading.pos[sufferer] == "PRON":  # "{rebels} fled after they were attacked"
            over = valency.subject(reading, reading.head[trigger]) if reading.relation[trigger] == "advcl" else None
            parts["actor"] = [w for w in parts["actor"] if over is None or not w[0] <= over < w[1]]
            same = reading.word(sufferer).lower()  # "{she} said she had been threatened"
            parts["actor"] = [w for w in parts["actor"] if reading.string(w).lower() != same]
        if harmed and telling.type in DONE_TO and not (parts["recipient"] and whom.is_thing(reading, sufferer)):
            parts["recipient"] = harmed
        agent = valency.governed(reading, trigger, "by")
        if telling.type == "MOBILIZE" and agent is None and harmed:  # "{troops} were deployed"
            parts["actor"], parts["recipient"] = harmed, [w for w in parts["recipient"] if w not in harmed]
        if agent is not None and whom.is_somebody(reading, agent):  # "held by the police but freed by {a court}"
            parts["actor"] = _named(reading, agent, trigger)
            parts["recipient"] = [w for w in parts["recipient"] if w not in parts["actor"]]
        elif telling.type == "ASSAULT" and not parts["actor"]:
            foe = valency.governed(reading, trigger, "with", "against") if died else valency.foe(reading, trigger)
            parts["actor"] = _named(reading, foe, trigger)
            parts["recipient"] = [w for w in parts["recipient"] if w not in parts["actor"]]
    elif (host := valency.host(reading, trigger)) is not None and telling.type in (*HARMFUL, *OWN):
        doer, done_to = valency.subject(reading, host), valency.sufferer(reading, host)
        # "a bus was hit by {a jet}, killing nine"
        if done_to is not None and valency.tells_of(reading, host, "ASSAULT"):
            harmed, doer = _named(reading, done_to, trigger), valency.governed(reading, host, "by")
            doers = _named(reading, doer, trigger) if doer is not None and whom.is_somebody(reading, doer) else []
            parts["actor"] = [w for w in parts["actor"] if w not in harmed]
        else:  # or "{she} was pictured biting a guard"
            doers = _named(reading, done_to if doer is None else doer, trigger)
        _stay(reading, telling, "actor")
        parts["actor"] = [w for w in parts["actor"] if not _is_done_to(reading, w, host, trigger)] or doers
    elif any(_is_object(reading, i, valency.joined(reading, bearer)) for w in parts["actor"] for i in range(*w)):
        parts["actor"] = _named(reading, valency.subject(reading, bearer), trigger) or parts["actor"]
    elif telling.type in HARMFUL and doer is not None and whom.is_somebody(reading, doer):
        if not any(w[0] <= doer < w[1] for w in parts["actor"]):  # "{students} marched and hurled stones"
            parts["actor"] = _named(reading, doer, trigger) or parts["actor"]
            parts["recipient"] = [w for w in parts["recipient"] if not w[0] <= doer < w[1]]
    elif telling.type in UTTERED and (own := valency.subject_in_speech(reading, trigger)) is not None:
        parts["actor"] = _named(reading, own, trigger) or parts["actor"]  # "said {Togo} welcomes it and regrets"
    elif reading.pos[trigger] == "NOUN" and (giver := valency.doer_behind(reading, trigger)) is not None:
        if telling.type not in MUTUAL and whom.is_somebody(reading, giver):  # "a warning by {the port}"
            doers = parts["actor"] = _named(reading, giver, trigger)
            parts["recipient"] = [w for w in parts["recipient"] if not w[0] <= giver < w[1] and w not in doers]
    elif telling.type in OWN and doer is not None and whom.is_somebody(reading, doer):
        parts["recipient"] = [w for w in parts["recipient"] if not w[0] <= doer < w[1]]
        if not any(valency.is_within(reading, w[1] - 1, trigger) for w in parts["actor"]):
            parts["actor"] = _named(reading, doer, trigger)
    elif telling.type == "ACCUSE" and (host := valency.host(reading, trigger)) is not None:
        parts["actor"] = [w for w in parts["actor"] if not _is_done_to(reading, w, host, trigger)]
    if part is not None:
        _take_part(reading, telling, part)
    laid_on = valency.laid_on(reading, whom.told_by(reading, trigger)) if telling.type == "ASSAULT" else None
    if laid_on is not None:
        parts["actor"] = _named(reading, laid_on, trigger) or parts["actor"]  # "a raid blamed on {the miners}"
        parts["recipient"] = [w for w in parts["recipient"] if w not in parts["actor"]]
    hit = valency.verb_of(reading, (trigger, trigger + 1), "nsubj") if telling.type == "ASSAULT" else None
    # "Raids hit {a market}", and not "an attack took place".
    if hit is not None and not any(valency.is_one_of(use, reading, hit) for use in ("casualty", "light")):
        parts["recipient"] += [w for w in _objects(reading, hit) if w not in parts["recipient"]]
    # "Chad began the withdrawal of its troops", but "the defection of {a general}"
    moved = reading.relation[trigger] == "obj" and any(
        valency.verb_of(reading, w, "nsubj") == reading.head[trigger] for w in parts["actor"]
    )
    if telling.type in OWN and not moved and (whose := valency.whose(reading, trigger)) is not None:
        parts["actor"] = _named(reading, whose, trigger)
        parts["recipient"] = [w for w in parts["recipient"] if w not in parts["actor"]]
    of = valency.governed(reading, trigger, "of") if valency.is_one_of("undergone", reading, trigger) else None
    if of is not None and telling.type in HARMFUL and reading.pos[trigger] == "NOUN":  # "the ouster of {the king}"
        parts["actor"] = [w for w in parts["actor"] if not w[0] <= of < w[1]]
        if whom.is_somebody(reading, of) and not any(w[0] <= of < w[1] for w in parts["recipient"]):
            parts["recipient"] = _named(reading, of, trigger)
    if telling.type in (*HARMFUL, "PROTEST"):
        parts["recipient"] = [w for w in parts["recipient"] if not _befalls_beside(reading, w, trigger)]
    if telling.type in HARMFUL and (fronted := valency.fronted(reading, trigger)) is not None:
        parts["recipient"] = _named(reading, fronted, trigger)  # "a firm, which it fined"
    told = sufferer is not None or any(valency.is_within(reading, w[1] - 1, trigger) for w in parts["recipient"])
    if telling.type in HARMFUL and not told:
        used = telling.shown or valency.is_one_of("using", reading, trigger)
        means = used and valency.infinitives(reading, trigger)  # "fired tear gas to disperse {the crowd}"
        aims = (words for verb in means or () for words in _objects(reading, verb))
        parts["recipient"] = list(_objects(reading, trigger)) or parts["recipient"] or list(aims)
    foe = valency.governed(reading, trigger, "with") if telling.type == "ASSAULT" and not died else None
    if foe is not None and whom.is_somebody(reading, foe) and valency.is_one_of("fought", reading, trigger):
        parts["recipient"] = _named(reading, foe, trigger)  # "clashed with {miners}"
        parts["actor"] = [w for w in parts["actor"] if w not in parts["recipient"]]
    freed = next(valency.parts(reading, trigger, "obj"), None) if telling.type == "CONCEDE" else None
    if freed is not None and whom.is_somebody(reading, freed) and reading.pos[trigger] == "VERB":
        parts["recipient"] = _named(reading, freed, trigger)  # "freed {two nurses} in exchange for prisoners"
    elif (given := valency.given_to(reading, trigger)) is not None and telling.type in GIVEN:  # "gave {Mali} aid"
        parts["recipient"] = _named(reading, given, trigger)
        parts["actor"] = [w for w in parts["actor"] if w not in parts["recipient"]]
    if telling.type in (*HARMFUL, "ACCUSE") and (charged := valency.charged(reading, trigger)) is not None:
        parts["actor"] = _named(reading, charged, trigger)  # "arrested {two men} for looting"
        parts["recipient"] = [w for w in parts["recipient"] if w not in parts["actor"]]
    if telling.type == "PROTEST":
        parts["recipient"] = [w for w in parts["recipient"] if not _is_backed(reading, w)]
    if telling.type in JUDGED:
        parts["recipient"] = [w for w in parts["recipient"] if not _is_aim_of_act(reading, w, trigger)]
    if telling.type == "REQUEST":  # "demanded the release of the editor" of others
        parts["recipient"] = [w for w in parts["recipient"] if not _is_for(reading, w, trigger)]
    if telling.type in MUTUAL:
        parts["recipient"] = [w for w in parts["recipient"] if not _is_another_verbs(reading, w, trigger)]
        if reading.pos[trigger] == "NOUN" and not parts["recipient"]:
            parts["recipient"] = _named(reading, _with(reading, trigger), trigger)
            parts["actor"] = [w for w in parts["actor"] if w not in parts["recipient"]]
        parts["actor"] += _meeting(reading, telling)
        if sides := _sides(reading, trigger):
            parts["actor"], parts["recipient"] = sides
    elif aimed := _aimed_at(reading, telling):
        parts["recipient"] = aimed
        if telling.type == "ACCUSE":
            parts["actor"] = [w for w in parts["actor"] if w not in aimed]


def _take_part(reading: Reading, telling: Telling, verb: int) -> None:
    """Give an act to those who have a part in it by a verb, and to nobody of whom that is denied: "{soldiers} were
    involved in the raid", "{Togo} takes no part in the raid"."""
    parts, doer = telling.parts, valency.subject(reading, verb)
    doers = _named(reading, valency.sufferer(reading, verb) if doer is None else doer, telling.trigger)
    parts["recipient"] = [w for w in parts["recipient"] if w not in doers]
    if polarity(reading, verb):
        parts["actor"] = [w for w in parts["actor"] if w not in doers]
    else:
        parts["actor"] = doers or parts["actor"]


def _sides(reading: Reading, meeting: int) -> tuple[list[Words], list[Words]] | None:
    """Those between whom a meeting is, where they are told by whose they are: "talks between {Oslo's envoy} and {the
    rebels}"."""
    one = None if reading.pos[meeting] == "VERB" else valency.governed(reading, meeting, "between")
    if one is None:
        return None
    others = [*valency.parts(reading, one, "conj"), *valency.parts(reading, meeting, "nmod", "obl", "conj")]
    other = next((i for i in others if i > one and valency.has(reading, i, "cc")), None)
    if other is None or not any(valency.has(reading, i, "nmod:poss") for i in (one, other)):
        return None
    return [whom.phrase(reading, one, meeting)], [whom.phrase(reading, other, meeting)]


def _is_for(reading: Reading, words: Words, demand: int) -> bool:
    """Whether those meant are to gain by what is demanded: "demanded {his} release"."""
    for i in range(*words):
        noun = reading.head[i]
        asked = demand in reading.upward(noun, FAR) and not words[0] <= noun < words[1]
        if asked and valency.is_one_of("gained", reading, noun):
            return True
    return False


def _is_another_verbs(reading: Reading, words: Words, trigger: int) -> bool:
    """Whether those meant are the object of a verb joined to that of a meeting, or what it is about: "met the mayor and
    warned {Chad}", "talks on {a government of unity}"."""
    theme = valency.governed(reading, trigger, "on", "over", "about")
    if theme is not None and words[0] <= theme < words[1]:
        return True
    verb = valency.verb_of(reading, words, "obj", "iobj")
    return verb is not None and verb > trigger and valency.is_beside(reading, verb, valency.bearer(reading, trigger))


def _with(reading: Reading, noun: int) -> int | None:
    """With whom a meeting is: "talks with {the mayor}"."""
    met = lexicon.function_words("met")
    behind = noun + 1
    if behind < len(reading) and reading.word(behind).lower() in met and reading.relation[behind] == "case":
        return reading.head[behind]
    return valency.governed(reading, noun, *met)


def _is_backed(reading: Reading, words: Words) -> bool:
    """Whether those meant are backed: "marched in support of {the nurses}"."""
    return any(valency.is_one_of("backing", reading, reading.head[i]) for i in range(*words))


def _is_aim_of_act(reading: Reading, words: Words, support: int) -> bool:
    """Whether those meant are the aim of an act that is backed or condemned: "supported sanctions against {Niger}",
    "condemned the bombing of {a school}"."""
    for i in range(*words):
        act = reading.head[i]
        if act <= support or not whom.is_act(reading, act):
            continue
        undergone = valency.is_one_of("undergone", reading, act) or reading.word(act).lower().endswith("ing")
        if valency.governed(reading, act, "against", "on", *(("of",) if undergone else ())) == i:
            return True
    return False


def _is_done_to(reading: Reading, words: Words, verb: int, participle: int) -> bool:
    """Whether words depend on a verb, not through its participle, and are not its subject."""
    path = list(reading.upward(words[1] - 1, LONG))
    below = path[: path.index(verb)] if verb in path else []
    return bool(below) and participle not in below and reading.relation[below[-1]] not in valency.SUBJECTS


def _named(reading: Reading, word: int | None, trigger: int) -> list[Words]:
    """The words of whoever a word means, if it means anybody; of "who" those of whom its clause tells."""
    told_of = None if word is None else valency.told_of(reading, word)
    if told_of is not None and whom.is_somebody(reading, told_of):
        word = told_of
    return [] if word is None or whom.is_nobody(reading, word) else whom.who(reading, word, trigger)


def _meeting(reading: Reading, telling: Telling) -> list[Words]:
    """Who meets besides those told: whose meeting it is ("the {Arab League} summit"), or, where the text leaves out who
    meets somebody, whoever speaks of it ("{rebels} say talks with the army aim at peace")."""
    trigger = telling.trigger
    hosts = (i for i in valency.parts(reading, trigger, "compound") if whom.is_body(reading, i))
    if telling.type == "CONSULT" and (host := next(hosts, None)) is not None:
        return _named(reading, host, trigger)
    if telling.parts["actor"] or reading.pos[trigger] != "NOUN":
        return []
    met = valency.governed(reading, trigger, *lexicon.function_words("met"))
    return [] if met is None else _named(reading, valency.subject_around(reading, trigger), trigger)


def _accused(reading: Reading, telling: Telling) -> int | None:
    """Whoever denies an accusation is accused: "{the firm} rejected accusations that it had known", "a charge {he}
    denied"."""
    noun = telling.trigger
    if telling.type != "ACCUSE" or reading.pos[noun] != "NOUN":
        return None
    said = [reading.head[noun]] if reading.relation[noun] == "obj" else valency.parts(reading, noun, "acl:relcl", "dep")
    verb = next((i for i in said if stem(reading.word(i)) in stems("deny") | stems("dismiss")), None)
    return None if verb is None else valency.subject(reading, verb)


def _aimed_at(reading: Reading, telling: Telling) -> list[Words]:
    """Whom an act of its type is told to concern; none where nothing tells it better than what fills the role."""
    trigger, known = telling.trigger, telling.parts["recipient"]
    words: list[Words] = []
    blamed = valency.governed(reading, trigger, "on") if valency.is_one_of("laying", reading, trigger) else None
    if telling.type == "ACCUSE" and blamed is not None and whom.is_somebody(reading, blamed):
        return _named(reading, blamed, trigger)  # "blamed the raid on {the miners}"
    if telling.type in ("ACCUSE", "REQUEST") and not valency.has(reading, trigger, "obj"):
        words = _named(reading, valency.topic(reading, trigger), trigger)
        subject = next(valency.parts(reading, trigger, "nsubj"), None)
        if reading.relation[trigger] == "acl:relcl" and subject is not None and reading.head[trigger] < subject:
            relative = reading.word(subject).lower() in lexicon.function_words("relative")
            words = words if relative else _named(reading, reading.head[trigger], trigger)  # "{firms} it accuses"
    if telling.type == "REQUEST" and not any(w[0] > trigger for w in words or known):
        words = _named(reading, valency.met(reading, trigger), trigger) or words
    if telling.type == "THREATEN":
        aims = (list(_objects(reading, verb)) for verb in valency.infinitives(reading, trigger))
        aim = next(reversed([words for words in aims if words]), [])  # "to send its troops to crush {the rebels}"
        words = aim if aim and not any(w[0] > aim[0][0] for w in known) else []
        if not words and not known:  # "threatened to strike unless {the miners} leave"
            words = _named(reading, valency.condition(reading, trigger), trigger)
    if telling.type == "PROTEST" and not known:
        words = _named(reading, valency.governed(reading, trigger, "against"), trigger)
    if telling.type == "SANCTION":
        cut = (trigger, *valency.parts(reading, trigger, "obj"))
        bearer = valency.bearer(reading, trigger)
        measures = (*cut, bearer) if valency.is_one_of("light", reading, bearer) else cut  # "{imposed} sanctions on"
        laid = next((found for i in measures if (found := _laid_on(reading, i, trigger))), [])
        ties = (_named(reading, valency.governed(reading, i, *TIED), trigger) for i in cut)
        words = laid or ([] if known else next((found for found in ties if found), []))
    return words


def _laid_on(reading: Reading, measure: int, trigger: int) -> list[Words]:
    """Those on whom a measure is laid: "sanctions on {two banks} and a port"."""
    laid_on = valency.governed(reading, measure, "on", "against")
    things = () if laid_on is None or whom.is_somebody(reading, laid_on) else (measure, laid_on)
    for thing in (k for i in things for k in (i, *valency.parts(reading, i, "nmod"))):
        if not whom.is_somebody(reading, thing) and (maker := valency.governed(reading, thing, "from")) is not None:
            return _named(reading, maker, trigger)  # "tariffs on goods from {Niger}"
    found = _named(reading, laid_on, trigger)
    return [w for w in found if not whom.is_mere_thing(reading, w) and not whom.is_dated(reading, w[0])]


def _is_object(reading: Reading, word: int, verbs: Sequence[int]) -> bool:
    """Whether a word is whom one of these verbs is done to."""
    return reading.relation[word] in ("obj", "iobj", "obl") and reading.head[word] in verbs


def _one_side(telling: Telling) -> None:
    """Leave whoever seems to do it and to have it done to him on the likelier side: in "the party's expulsion" it is
    not the party that expels."""
    parts = telling.parts
    for words in [w for w in parts["actor"] if w in parts["recipient"]]:
        doer, harmed = (telling.fills(role, words) for role in ("actor", "recipient"))
        side = "actor" if doer < harmed else "recipient"
        parts[side] = [w for w in parts[side] if w != words]


def _objects(reading: Reading, verb: int) -> Iterator[Words]:
    """Whom a verb says it is done to, where nothing else tells: "hitting {eight targets of the rebels}". What is fired
    or sent is done to nobody."""
    if reading.pos[verb] != "VERB" or valency.is_one_of("using", reading, verb):
        return
    objects = list(valency.parts(reading, verb, "obj"))
    towards = ("against", *(("at", "on", "upon") if valency.is_one_of("firing", reading, verb) else ()))
    aimed = (valency.governed(reading, i, *towards) for i in (verb, *objects))  # "threw stones at {guards}"
    aims = [i for i in aimed if i is not None and not whom.is_dated(reading, i)]  # and not "on {Monday}"
    if valency.is_one_of("hurling", reading, verb):  # "threw objects", and not whom
        objects = [i for i in objects if whom.is_somebody(reading, i)]
    for i in aims or objects:
        weapon = whom.is_weapon(reading, i) or whom.is_idea(reading, i)
        if reading.pos[i] == "NOUN" and whom.is_nobody(reading, i):
            continue
        if i > verb and not weapon and not whom.is_act(reading, i) and reading.pos[i] in ("NOUN", "PROPN", "NUM"):
            yield from whom.who(reading, i, verb)


def _befalls_beside(reading: Reading, words: Words, trigger: int) -> bool:
    """Whether something else is done to those meant: "fired and broke into {a house}", "the blast came as shoppers
    filled {the street}"; or it is done with them, "blocked the road with {lorries}"."""
    verb = valency.verb_of(reading, words, "obj", "iobj", "obl")
    if verb == trigger:
        sought = valency.governed(reading, verb, "for")  # "searched the village for {the gunman}"
        if sought is not None and words[0] <= sought < words[1] and reading.relation[sought] != "obj":
            return valency.has(reading, verb, "obj")
        tool = whom.tool(reading, verb)
        hit = any(reading.relation[i] == "obj" and reading.head[i] == verb for i in range(*words))
        return tool is not None and words[0] <= tool < words[1] and not hit
    if verb is None or valency.is_beside(reading, verb, trigger):
        return verb is not None
    return _goes_on_meanwhile(reading, trigger, verb) or _goes_on_meanwhile(reading, verb, trigger)


def _goes_on_meanwhile(reading: Reading, trigger: int, verb: int) -> bool:
    """Whether a trigger is in a clause with a subject of its own that tells what was besides: "guards fired as crowds
    {demanded} bread"."""
    above = list(reading.upward(trigger, LONG))
    between = above[: above.index(verb)] if verb in above else []
    own = [i for i in between if reading.relation[i] != "conj" and valency.has(reading, i, *valency.SUBJECTS)]
    return any(valency.is_circumstance(reading, i) for i in own)


def _acts_beside(reading: Reading, words: Words, telling: Telling) -> bool:
    """Whether words belong to a clause beside that of the trigger: in "students demanded an inquiry after the police
    shot a student", nothing is demanded of the police by these words."""
    trigger = telling.trigger
    if telling.type == "THREATEN":
        condition = valency.condition(reading, trigger)
        if condition is not None and words[0] <= condition < words[1]:
            return False
    if valency.is_one_of("naming", reading, trigger) and reading.relation[trigger] == "acl:relcl":
        # "Police appealed a ruling that the mayor called absurd."
        return trigger not in reading.upward(words[1] - 1, LONG) and not words[0] <= reading.head[trigger] < words[1]
    for i in range(*words):
        verb = reading.head[i]
        if reading.relation[i] in ("nsubj", "nsubj:pass") and not words[0] <= verb < words[1]:
            if verb != trigger and valency.is_asked(reading, verb):  # but not "asked if {the nuns} fled"
                # "Is investigating whether {the nuns} were beaten", but "whether {the guards} beat them".
                return telling.type != "ACCUSE" or reading.relation[i] != "nsubj"
            if trigger < i < min(valency.parts(reading, verb, "mark"), default=i):
                return False  # "accused {the firm} of hiding it"
            if reading.relation[i] == "nsubj" and _goes_on_meanwhile(reading, trigger, verb):
                return True
            return verb != trigger and reading.head[verb] == trigger and reading.relation[verb] in valency.BESIDE
    verb = next((i for i in reading.upward(words[1] - 1, LONG) if reading.pos[i] == "VERB"), trigger)
    bearers = {trigger, valency.bearer(reading, trigger)}
    return verb not in bearers and not bearers.isdisjoint(valency.joined(reading, verb))


def _set_apart(reading: Reading, telling: Telling) -> None:
    """Tell those who come from those they come to: in "is in talks with Baghdad" the one after "with" is met, and the
    subject is who meets."""
    parts, trigger = telling.parts, telling.trigger
    with_ = lexicon.function_words("met")
    met = [w for w in parts["actor"] if w[0] > trigger and reading.word(w[0] - 1).lower() in with_]
    if not met:
        return
    parts["recipient"] = [*dict.fromkeys([*met, *parts["recipient"]])]
    parts["actor"] = [w for w in parts["actor"] if w not in met]
    if not parts["actor"] and (subject := valency.subject_around(reading, trigger)) is not None:
        parts["actor"] = whom.who(reading, subject, trigger)


def _may_fill(reading: Reading, role: str, word: int) -> bool:
    """Whether the phrase that a word heads may fill a role: nobody acts who is nobody, nor a place where something is
    done, and to that nothing is done, either."""
    if role == "actor" and whom.is_where(reading, word):
        return False
    if role in ("actor", "recipient"):
        if whom.is_setting(reading, word):
            return False
        return not whom.is_nobody(reading, word) and not (role == "recipient" and whom.is_weapon(reading, word))
    return reading.pos[word] not in whom.NAMELESS


def _fillers(reading: Reading, telling: Telling, role: str) -> Iterator[Words]:
    likely = dict(telling.happening.roles[role])
    if sum(likely.values()) < FILLED[role]:
        return
    if role == "figure":
        yield from ((i, i + 1) for i, p in likely.items() if p > 0.1)
        return
    mass: dict[int, float] = {}
    for i, p in likely.items():
        top = whom.top_of(reading, i, telling.trigger, likely, telling.shown, people=role != "place")
        if _may_fill(reading, role, top):
            mass[top] = mass.get(top, 0.0) + p
    sent = {top for top in mass if top in telling.shown}
    if role == "recipient" and telling.type in SENT and len(sent) < len(mass):  # "expelled two {Chinese} diplomats"
        mass = {top: p for top, p in mass.items() if top not in sent}
    if not mass:
        return
    best = max(mass, key=lambda top: mass[top])
    joined = reading.head[best] if reading.relation[best] == "conj" else best  # "{Peru} and Chile"
    others = [
        top for top in sorted(mass)
        if top != best and mass[top] > (JOINED if top == joined else OTHER) and not whom.is_part(reading, best, top)
    ]  # fmt: skip
    if role == "place" and mass[best] < ELSEWHERE and reading.sentence[best] != reading.sentence[telling.trigger]:
        return
    if role not in ("actor", "recipient"):
        yield from (whom.phrase(reading, top, telling.trigger) for top in (best, *others))
        return
    found: list[Words] = []
    for top in (best, *others):
        found += whom.who(reading, top, telling.trigger)
    yield from (w for w in dict.fromkeys(found) if not any(w != o and o[0] <= w[0] and w[1] <= o[1] for o in found))
