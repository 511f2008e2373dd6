"""Words of acts that are no events of their own: a denial is a statement, what reporters ask and are not told is how
news is made, and the talks that somebody demands are what the demand is for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso import lexicon
from sayso.account.grammar import valency, whom
from sayso.account.grammar.modality import future, modality
from sayso.account.grammar.stems import stem, stems
from sayso.account.happened.act_types import HOSTILE
from sayso.account.happened.penalties import is_penalty
from sayso.account.happened.tellings import REPORT, Telling, is_light
from sayso.account.happened.undone import is_undone
from sayso.reader.reading import Reading

NEAR = 8  # words behind a verb among which its objects stand
STEPS = 3  # up the tree from what is demanded to the demand
DEMANDS = ("REQUEST", "REJECT")
OBJECTS = ("obj", "nmod", "obl", "xcomp")
VOICED = ("REQUEST", "ACCUSE", "REJECT")  # what a protest is for
RULED = ("can", "may", "must")  # modals of what a rule lets be done


def own_acts(reading: Reading, told: Sequence[Telling]) -> list[Telling]:
    """The tellings that tell of an event of its own. Where accidents are all that a report tells of, it keeps them, so
    that what it is about is not lost to whoever compares reports."""
    at = {telling.trigger: telling for telling in told}
    own = [
        telling
        for telling in told
        if not (
            _denies(reading, telling)
            or _is_press_work(reading, telling)
            or _is_asked_for(reading, telling, at)
            or _is_offered(reading, telling.trigger, at)
            or _is_contracted(reading, telling, at)
            or _is_ground(reading, telling.trigger, at)
            or is_penalty(reading, telling.trigger, at)
            or _describes(reading, telling.trigger)
            or _is_mere_warning(reading, telling)
            or _is_danger(reading, telling)
            or _is_guess(reading, telling)
            or _is_figure_of_speech(reading, telling)
            or _is_purpose(reading, telling, at)
            or _is_wish(reading, telling)
            or _is_charge_listed(reading, telling.trigger, at)
            or _is_name_for(reading, telling)
            or _is_fate(reading, telling)
            or _is_of_what_is_done(reading, telling, at)
            or _is_search_for(reading, telling)
            or _is_care(reading, telling)
            or _gives_words(reading, telling, at)
            or _is_of_anybody(reading, telling)
            or _is_question(reading, telling)
            or _is_trade(reading, telling)
            or _is_opinion(reading, telling)
            or _might_befall(reading, telling)
            or _is_task(reading, telling)
            or _is_answer_by(reading, telling.trigger, at)
            or _is_price(reading, telling)
            or _is_call_to_anybody(reading, telling)
            or _is_blow_by_another_act(reading, telling)
            or _is_vote_for(reading, telling, at)
            or is_undone(reading, telling.trigger, telling.type)
        )
    ]
    acts = [telling for telling in own if not _is_accident(reading, telling)]
    return acts or (own if len(reading) >= REPORT else [])


def _denies(reading: Reading, telling: Telling) -> bool:
    """Whether a word says that something is not so, and refuses nobody anything: "denied that troops had crossed the
    border", "denied involvement", "rejected the allegations", but not "was denied a visa", "rejected the offer"."""
    trigger = telling.trigger
    word = stem(reading.word(trigger))
    if telling.type not in ("REJECT", "ACCUSE", "COERCE") or word not in stems("deny") | stems("dismiss"):
        return False
    parts = list(_objects(reading, trigger))  # the tree seldom errs in what hangs on a verb, oftener in how
    claims = stems("claim") | stems("version")
    if any(stem(reading.word(i)) in claims for i in (*parts, *_summed_up(reading, trigger))):
        return True  # "disputes those figures", "a charge that the army rejects"
    denies = word in stems("deny")
    behind = [i for i in parts if reading.relation[i] == "obj" and (denies or i > trigger)]
    if any(reading.word(i).lower() in lexicon.function_words("that") for i in behind):
        return True  # "which police deny", "dismissed that"
    if not denies or any(reading.relation[i] == "iobj" for i in parts):
        return False
    if any(reading.pos[i] in ("VERB", "AUX") for i in parts if i > trigger):
        return True
    return any(stem(reading.word(i)) in stems("general") or _is_act(reading, i) for i in parts)


def _summed_up(reading: Reading, verb: int) -> Sequence[int]:
    """The nouns one of which may sum up behind a comma what a verb then is about, whatever the tree makes of it: "was
    shot, {a finding} the army dismissed"."""
    begin = verb
    while begin > 0 and verb - begin < NEAR and reading.pos[begin - 1] not in ("VERB", "PUNCT"):
        begin -= 1
    bare = reading.word(begin).lower() not in lexicon.function_words("indefinite")
    after = reading.word(begin - 1) in (",", "–", "—", "--") if begin else False
    return range(begin, begin + 1 if bare else min(begin + 3, verb)) if after else ()


def _is_act(reading: Reading, word: int) -> bool:
    known = reading.pos[word] == "NOUN" and lexicon.event_word(reading.word(word), "NOUN")
    return bool(known) and stem(reading.word(word)) not in stems("refused")


def _is_press_work(reading: Reading, telling: Telling) -> bool:
    """Whether it is the press that asks or calls, or comment or silence that is asked for or declined: "declined to
    comment", "asked not to be named"."""
    if telling.type == "CONSULT" and valency.is_one_of("ringing", reading, telling.trigger):
        caller = valency.subject(reading, telling.trigger)
        paper = None if caller is None else lexicon.organization(reading.word(caller))
        return paper is not None and paper.kind == "media"
    if telling.type not in DEMANDS:
        return False
    comment = lexicon.function_words("comment") | lexicon.function_words("silence")
    press, trigger = lexicon.function_words("press"), telling.trigger
    for i in range(trigger + 1, min(trigger + NEAR, len(reading))):
        word = reading.word(i).lower()
        by = word in press and reading.word(i - 1).lower() == "by" and reading.head[i] == trigger
        if by or (word in comment and trigger in reading.upward(i, STEPS)):
            return True
    return False


def _is_asked_for(reading: Reading, telling: Telling, at: Mapping[int, Telling]) -> bool:
    """Whether a noun of talks or of an inquiry tells what a demand is for, or what is refused: PLOVER has it as the
    mode of the demand, not as an event beside it ("demanded an inquiry", "urged both to enter into dialogue")."""
    mode = telling.known.mode_of(telling.type) if telling.known else None
    if reading.pos[telling.trigger] != "NOUN" or not (telling.type == "CONSULT" or mode == "investigate"):
        return False
    below = telling.trigger
    for i in reading.upward(telling.trigger, STEPS + 1):
        if i == below:
            continue
        if reading.relation[below].partition(":")[0] not in OBJECTS:
            return False
        if i in at and at[i].type in DEMANDS:
            return True
        if reading.pos[i] == "VERB" and not is_light(reading, i):
            return False
        below = i
    return False


def _is_offered(reading: Reading, word: int, at: Mapping[int, Telling]) -> bool:
    """Whether a word tells what an offer is for, which is no act beside it: "is ready to {cooperate}"."""
    above = reading.head[word]
    willing = reading.word(above).lower() in lexicon.function_words("willing")
    return willing and above in at and reading.relation[word] == "xcomp"


def _is_contracted(reading: Reading, telling: Telling, at: Mapping[int, Telling]) -> bool:
    """Whether a verb tells what a contract is for, which is no act beside its being made: "approved a deal to {sell}
    tanks"."""
    verb = telling.trigger
    to = next((i for i in valency.parts(reading, verb, "mark") if reading.word(i).lower() == "to"), None)
    if telling.type not in ("COOPERATE", "AID") or not to or not valency.is_one_of("contract", reading, to - 1):
        return False
    contract = to - 1
    made = (contract, reading.head[contract], reading.head[verb])  # trees err here
    return any(i in at and at[i].type in ("AGREE", "SUPPORT") for i in made)


def _is_ground(reading: Reading, noun: int, at: Mapping[int, Telling]) -> bool:
    """Whether a noun says on what ground somebody is held, tried or examined, or how he was caught: "arrested on
    {suspicion} of theft", "is investigating {allegations} of fraud", "arrested in a {raid}"."""
    if reading.pos[noun] != "NOUN" or not valency.is_one_of("held-for", reading, noun):
        return False
    verb = reading.head[noun]
    held = verb in at and reading.pos[verb] == "VERB" and at[verb].type in ("ACCUSE", "COERCE")
    return held and reading.relation[noun] in OBJECTS


def _describes(reading: Reading, word: int) -> bool:
    """Whether a participle says what somebody is, not what he does: "{striking} dockers", "parties {opposed} to it"."""
    form, relation = reading.word(word).lower(), reading.relation[word]
    return (relation == "amod" and form.endswith("ing")) or (relation == "acl" and form in lexicon.modal_words("state"))


def _is_mere_warning(reading: Reading, telling: Telling) -> bool:
    """Whether a warning threatens nobody: "warned that the talks were slow", "ignored a warning", but not "warned Kenya
    to stay away", "warned of consequences", "a warning to Kenya" or "warned that he would close the border"."""
    trigger = telling.trigger
    noun = reading.pos[trigger] == "NOUN" and not valency.has(reading, trigger, "nsubj")
    if noun and telling.type == "THREATEN" and stem(reading.word(trigger)) == "warn":
        givers = (trigger, valency.bearer(reading, trigger), *valency.parts(reading, trigger, "acl"))
        return all(valency.governed(reading, i, "to", "against") is None for i in givers)
    if telling.type != "THREATEN" or reading.word(trigger).lower() not in lexicon.modal_words("warning"):
        return False
    warned = [i for i in _objects(reading, trigger) if reading.relation[i] in ("obj", "iobj", "nsubj:pass")]
    if any(reading.pos[i] == "PRON" for i in _owners(reading, warned)):
        return True  # "warned its own citizens"
    of = valency.governed(reading, trigger, *(["about"] if warned else ["of", "about"]))
    if of is not None and reading.pos[of] == "NOUN" and not _is_menace(reading, of):
        return True  # "warned of floods", "warned sailors about ice"
    if warned:
        return False
    return any(not _is_to_come_of(reading, i) for i in valency.parts(reading, trigger, "ccomp"))


def _owners(reading: Reading, words: Iterable[int]) -> Iterator[int]:
    """The words that tell whose those are: "{its} citizens"."""
    return (i for word in words for i in valency.parts(reading, word, "nmod:poss"))


def _is_danger(reading: Reading, telling: Telling) -> bool:
    """Whether a threat is one that something is, and none that anybody made: "the launch was a {threat} to peace", "the
    {threat} from the missiles", but not "its threats to Japan", "a threat to close the strait"."""
    noun = telling.trigger
    if telling.type != "THREATEN" or reading.pos[noun] != "NOUN" or reading.word(noun).lower() != "threat":
        return False
    is_one = valency.has(reading, noun, "cop") or valency.has(reading, reading.head[noun], "cop")
    facing = valency.governed(reading, noun, "to", "from")
    return (is_one or facing is not None) and not valency.has(reading, noun, "nmod:poss", "acl")


def _is_menace(reading: Reading, noun: int) -> bool:
    """Whether a noun tells of harm that somebody may do: "war", "reprisals"."""
    return _is_harm(reading, noun, "NOUN") or reading.word(noun).lower() in lexicon.function_words("menace")


def _is_harm(reading: Reading, word: int, pos: str) -> bool:
    """Whether a word tells of what is done against somebody."""
    known = lexicon.event_word(reading.word(word), pos)
    return known is not None and not set(HOSTILE).isdisjoint(known.types)


def _is_to_come_of(reading: Reading, verb: int) -> bool:
    """Whether a clause tells what the one who warns is to do, or what harm is to come: "that {he} would close the
    border", "that troops would {shoot}", but not "that the strike would cost millions"."""
    if not (future(reading, verb) or modality(reading, verb) == "would"):
        return False
    doer = next(valency.parts(reading, verb, "nsubj"), None)
    own = doer is None or reading.pos[doer] == "PRON" or valency.has(reading, doer, "nmod:poss")
    return own or _is_harm(reading, verb, "VERB")


def _is_guess(reading: Reading, telling: Telling) -> bool:
    """Whether somebody who suggests something asks for nothing: "as he had suggested", "suggested that they had
    fled", but not "suggested talks", "suggested that they leave"."""
    trigger = telling.trigger
    if telling.type != "REQUEST" or stem(reading.word(trigger)) != "suggest" or reading.pos[trigger] != "VERB":
        return False
    clauses = list(valency.parts(reading, trigger, "ccomp"))
    if not clauses:
        return any(reading.word(i).lower() == "as" for i in valency.parts(reading, trigger, "mark"))
    bare = any(lexicon.lemmas(reading.word(i))[0] == reading.word(i).lower() for i in clauses)  # "that he leave"
    return not bare and all(modality(reading, i) != "should" for i in clauses)


def _is_accident(reading: Reading, telling: Telling) -> bool:
    """Whether nobody did it: "a {landslide} killed nine", "died in the {crash}", "killed when a dam {burst}"."""
    trigger = telling.trigger
    if telling.type != "ASSAULT":
        return False
    doer = valency.subject(reading, trigger)
    if valency.is_one_of("sinking", reading, trigger) and reading.pos[trigger] == "VERB":
        sunk = (i for i in valency.parts(reading, trigger, "obj", "aux:pass") if i > trigger or reading.pos[i] == "AUX")
        return next(sunk, None) is None
    if _is_blaze(reading, trigger):
        return valency.doer_behind(reading, trigger) is None
    if not valency.is_one_of("befallen", reading, trigger):
        return False
    if doer is not None and whom.is_somebody(reading, doer) and not valency.is_one_of("dying", reading, trigger):
        return False  # "rebels killed six when their boat capsized"
    together = (trigger, *valency.parts(reading, trigger, "conj"))  # "were killed and many are missing after …"
    causes = [i for word in together for i in valency.parts(reading, word, "nsubj", "obl", "nmod")]
    for clause in (i for word in together for i in valency.parts(reading, word, "advcl", "parataxis")):
        causes += [clause, *valency.parts(reading, clause, "nsubj")]
    return any(valency.is_one_of("accident", reading, i) or _is_blaze(reading, i) for i in causes)


def _is_blaze(reading: Reading, noun: int) -> bool:
    """Whether something burns and nobody shoots or lays it: "{a fire} on a ferry killed nine", but not "came under
    {fire}", "a mortar {fire}", "rebels set {fires}"."""
    if reading.pos[noun] != "NOUN" or not valency.is_one_of("blaze", reading, noun):
        return False
    if any(whom.is_weapon(reading, i) for i in valency.parts(reading, noun, "compound")):
        return False
    doer = valency.subject(reading, reading.head[noun]) if reading.relation[noun] == "obj" else None
    if doer is not None and whom.is_somebody(reading, doer):
        return False
    counted = (reading.word(i).lower() for i in valency.parts(reading, noun, "det", "nummod"))
    several = reading.word(noun).lower().endswith("s")
    return several or not lexicon.function_words("indefinite").isdisjoint(counted)


def _is_figure_of_speech(reading: Reading, telling: Telling) -> bool:
    """Whether nobody is attacked but what he stands for, or what ails all, or nobody attacks: "an assault on press
    {freedom}", "the fight against {corruption}", "a {heart} attack", "a {trade} war"."""
    if telling.type != "ASSAULT":
        return False
    kinds = list(valency.parts(reading, telling.trigger, "compound"))
    if any(valency.is_one_of(use, reading, i) for use in ("bodily", "bloodless") for i in kinds):
        return True
    aims = [
        valency.governed(reading, telling.trigger, "on", "against"),
        *valency.parts(reading, telling.trigger, "obj"),
    ]
    battles = valency.is_one_of("battling", reading, telling.trigger)
    stand_for = ("principle", *(("ill",) if battles else ()))
    return any(i is not None and any(valency.is_one_of(use, reading, i) for use in stand_for) for i in aims)


def _is_purpose(reading: Reading, telling: Telling, at: Mapping[int, Telling]) -> bool:
    """Whether a verb tells what an act of the same type, or a protest, was for: "fired tear gas to {disperse} them",
    "took to the streets to {demand} a vote"."""
    return any(
        telling.trigger in valency.infinitives(reading, other.trigger)
        for k in reading.upward(telling.trigger, STEPS)
        if k != telling.trigger and (other := at.get(k)) is not None
        if (other.type == telling.type and other.shown) or (other.type == "PROTEST" and telling.type in VOICED)
    ) or _is_voiced_by_protest(reading, telling, at)


def _is_voiced_by_protest(reading: Reading, telling: Telling, at: Mapping[int, Telling]) -> bool:
    """Whether a participle tells what the protest right before it was for: "a protest by nurses {demanding} a rise"."""
    trigger = telling.trigger
    participle = reading.word(trigger).lower().endswith("ing") and reading.pos[trigger] == "VERB"
    if not participle or telling.type not in VOICED:
        return False
    for i in range(trigger - 1, max(-1, trigger - NEAR), -1):
        if i in at:
            return at[i].type == "PROTEST" and reading.sentence[i] == reading.sentence[trigger]
        if reading.pos[i] in ("VERB", "AUX"):
            return False
    return False


def _is_wish(reading: Reading, telling: Telling) -> bool:
    """Whether what somebody wants to do is asked of nobody: "wants to {leave}", but not "wants Chad to leave"."""
    trigger = telling.trigger
    if telling.type != "REQUEST" or not valency.is_one_of("wanting", reading, trigger):
        return False
    return valency.has(reading, trigger, "xcomp") and not valency.has(reading, trigger, "obj", "ccomp")


def _is_charge_listed(reading: Reading, word: int, at: Mapping[int, Telling]) -> bool:
    """Whether a word is one of several charges: "indicted on five counts, including {assaulting} an officer"."""
    for i in reading.upward(word, STEPS):
        if reading.word(max(0, i - 1)).lower() == "including":  # trees err here
            near = (k for k in range(max(0, i - NEAR), i) if reading.sentence[k] == reading.sentence[i])
            return any(k in at and at[k].type in ("ACCUSE", "COERCE") for k in near)
        if reading.relation[i] not in ("conj", "xcomp"):  # "{riot} and attempt to {murder}"
            return False
    return False


def _is_name_for(reading: Reading, telling: Telling) -> bool:
    """Whether a noun is but what something is said to be: "called the verdict a political {trial}", "is a grave
    {threat}", "poses a {threat}"."""
    noun = telling.trigger
    if reading.pos[noun] != "NOUN":
        return False
    verb, relation = reading.head[noun], reading.relation[noun]
    if telling.type == "THREATEN" and (valency.has(reading, noun, "cop") or valency.is_one_of("posing", reading, verb)):
        return True
    as_ = relation == "obl" and any(reading.word(i).lower() == "as" for i in valency.parts(reading, noun, "case"))
    second = relation in ("xcomp", "obj") and any(i < noun for i in valency.parts(reading, verb, "obj"))
    return ((as_ or second) and stem(reading.word(verb)) in stems("call")) or _is_what_called(reading, noun)


def _is_what_called(reading: Reading, noun: int) -> bool:
    """Whether something before a noun is called that, whatever the tree makes of it: "called the vote a ‘public
    {lynching}’"."""
    article = noun - 1
    while article > 0 and reading.pos[article] in ("ADJ", "ADV", "NOUN", "PUNCT") and reading.word(article) != ",":
        article -= 1
    if reading.word(article).lower() not in ("a", "an") or reading.pos[article - 1] not in ("NOUN", "PROPN", "PRON"):
        return False
    verb = article - 1
    while verb > 0 and article - verb < NEAR and reading.pos[verb] not in ("VERB", "AUX", "PUNCT", "CCONJ"):
        verb -= 1
    return stem(reading.word(verb)) in stems("call") and reading.sentence[verb] == reading.sentence[noun]


def _is_fate(reading: Reading, telling: Telling) -> bool:
    """Whether nobody forces those who are forced to do something: "were {forced} to flee"."""
    trigger = telling.trigger
    forced = valency.is_one_of("forcing", reading, trigger) and valency.has(reading, trigger, "xcomp")
    return forced and valency.has(reading, trigger, "aux:pass") and not valency.has(reading, trigger, "obl:agent")


def _is_of_what_is_done(reading: Reading, telling: Telling, at: Mapping[int, Telling]) -> bool:
    """Whether a word only says with what words another act is done: "rejected the offer, {calling} it an insult",
    "condemned what it {called} an invasion"."""
    trigger = telling.trigger
    if telling.type != "ACCUSE":
        return False
    of_what = reading.relation[trigger] == "acl:relcl" and reading.word(reading.head[trigger]).lower() == "what"
    if of_what and telling.known is None:
        return True  # "after what Chad {says} was a raid"
    if stem(reading.word(trigger)) not in stems("call"):
        return False
    above = [i for i in reading.upward(trigger, STEPS) if i != trigger]
    aside = reading.relation[trigger] in ("advcl", "ccomp", "acl:relcl", "acl")
    return aside and any(i in at and at[i].type in ("ACCUSE", "REJECT") for i in above)


def _is_search_for(reading: Reading, telling: Telling) -> bool:
    """Whether somebody is looked for who is lost, and nobody searched: "a {search} for survivors", "found after a
    {search}", but not "a search of the house"."""
    noun = telling.trigger
    if telling.type != "COERCE" or not valency.is_one_of("searching", reading, noun) or reading.pos[noun] != "NOUN":
        return False
    borne = (noun, valency.bearer(reading, noun))
    sought = any(valency.governed(reading, i, "for") is not None for i in borne)
    return sought or not any(valency.governed(reading, i, "of", "at", "on") is not None for i in borne)


def _is_care(reading: Reading, telling: Telling) -> bool:
    """Whether somebody hurt or dead is taken to where he is cared for, and not seized: "was {taken} to hospital"."""
    verb = telling.trigger
    if telling.type not in ("ASSAULT", "COERCE") or not valency.is_one_of("carrying", reading, verb):
        return False
    objects = valency.parts(reading, verb, "obj")
    taken = (valency.sufferer(reading, verb), valency.governed(reading, verb, "to"), *objects)
    return any(i is not None and valency.is_one_of("cared for", reading, i) for i in taken)


def _gives_words(reading: Reading, telling: Telling, at: Mapping[int, Telling]) -> bool:
    """Whether a vow is but how a refusal is made: "{vowed} never to negotiate"."""
    if telling.type not in ("THREATEN", "AGREE") or telling.declared:
        return False
    told = (at.get(i) for i in valency.parts(reading, telling.trigger, "ccomp", "xcomp"))
    return any(one is not None and one.declared and one.type == "REJECT" for one in told)


def _is_of_anybody(reading: Reading, telling: Telling) -> bool:
    """Whether a word tells what may befall whoever does a thing, which is a rule: "an adult found guilty of it could be
    {jailed}", "anyone caught {looting} would be tried"."""
    if telling.type not in (*HOSTILE, "ACCUSE"):
        return False
    for i in reading.upward(telling.trigger, STEPS + 1):
        modal = modality(reading, i)
        subject = next(valency.parts(reading, i, *valency.SUBJECTS), None) if modal or future(reading, i) else None
        if subject is None or subject > i:
            continue
        any_ = any(valency.is_one_of("anybody", reading, k) for k in (subject, *valency.parts(reading, subject, "det")))
        if any_ or not modal:
            return any_
        ruled = modal in RULED and valency.has(reading, i, "aux:pass")
        if ruled and _is_any_of_a_kind(reading, subject):
            return True  # "families with children cannot be {held}"
        some = any(reading.word(k).lower() in ("a", "an") for k in valency.parts(reading, subject, "det"))
        described = any(k > subject for k in valency.parts(reading, subject, "acl", "acl:relcl", "amod"))
        return some and described
    return False


def _is_any_of_a_kind(reading: Reading, noun: int) -> bool:
    """Whether a noun means all of a kind that it describes, none of them in particular: "{families} with children"."""
    plural = reading.pos[noun] == "NOUN" and lexicon.lemmas(reading.word(noun))[0] != reading.word(noun).lower()
    bare = not valency.has(reading, noun, "det", "nummod", "nmod:poss")
    return plural and bare and valency.has(reading, noun, "nmod", "acl", "acl:relcl")


def _is_call_to_anybody(reading: Reading, telling: Telling) -> bool:
    """Whether what the public is asked is to come forward: "anyone with information is {asked} to ring detectives",
    "witnesses are {urged} to contact the police"."""
    verb = telling.trigger
    if telling.type != "REQUEST" or reading.pos[verb] != "VERB":
        return False
    asked = list(valency.parts(reading, verb, "nsubj:pass", "obj", "iobj"))
    rings = any(valency.is_one_of("ringing", reading, i) for i in valency.parts(reading, verb, "xcomp"))
    by_nobody = valency.has(reading, verb, "aux:pass") and valency.governed(reading, verb, "by") is None
    return any(valency.is_one_of("anybody", reading, i) for i in asked) or (rings and by_nobody)


def _is_blow_by_another_act(reading: Reading, telling: Telling) -> bool:
    """Whether somebody is hit in a manner of speaking, by an act that is no attack: "was {hit} by protests",
    "sanctions {hit} the bank"."""
    verb = telling.trigger
    if telling.type != "ASSAULT" or reading.pos[verb] != "VERB" or not valency.is_one_of("harming", reading, verb):
        return False
    passive = valency.has(reading, verb, "aux:pass")
    by = valency.governed(reading, verb, "by") if passive else whom.told_by(reading, verb)
    known = lexicon.event_word(reading.word(by), reading.pos[by]) if by is not None and by != verb else None
    return known is not None and known.pos == "noun" and "ASSAULT" not in known.types


def _is_vote_for(reading: Reading, telling: Telling, at: Mapping[int, Telling]) -> bool:
    """Whether a vote is but how another act is done: "{voted} to send troops", "{voted} for tightening the embargo",
    "{voted} in favour of a resolution that bans the party"."""
    verb = telling.trigger
    if telling.type != "SUPPORT" or not valency.is_one_of("voting", reading, verb):
        return False
    behind = range(verb + 1, min(verb + 2 * NEAR, len(reading)))
    acts = (i for i in behind if i in at and at[i].type != telling.type)
    return any(_is_what_voted_for(reading, verb, i) for i in acts)


def _is_what_voted_for(reading: Reading, verb: int, act: int) -> bool:
    """Whether a vote is for an act, whatever the tree makes of it: what tells that stands between them, and no other
    clause."""
    way = verb + 1
    while way < act and reading.pos[way] in ("ADV", "NUM", "SYM", "PUNCT") and reading.word(way) != ",":
        way += 1
    if reading.word(way).lower() == "in" and valency.is_one_of("in favour", reading, min(way + 1, act)):
        way += 2
    elif reading.word(way).lower() not in ("for", "to"):
        return False
    between = range(way, act)
    return not any(reading.pos[i] in ("CCONJ", "AUX") or reading.word(i) == "," for i in between)


def _is_question(reading: Reading, telling: Telling) -> bool:
    """Whether somebody asks to know, and for nothing: "{asked} the minister why he had left"."""
    trigger = telling.trigger
    if telling.type != "REQUEST" or reading.pos[trigger] != "VERB" or not valency.is_one_of("asking", reading, trigger):
        return False
    for i in range(trigger + 1, min(trigger + NEAR, len(reading))):
        if reading.word(i).lower() in ("to", "for", "that", "."):
            return False
        if valency.is_one_of("interrogative", reading, i):
            return True
    return False


def _is_trade(reading: Reading, telling: Telling) -> bool:
    """Whether a relative clause tells what somebody looks into as his task: "a unit that {probes} cases of abuse"."""
    verb = telling.trigger
    if reading.relation[verb] != "acl:relcl" or reading.pos[verb] != "VERB":
        return False
    mode = telling.known.mode_of(telling.type) if telling.known else None
    return mode == "investigate" and _is_habit(reading, verb)


def _is_habit(reading: Reading, verb: int) -> bool:
    """Whether a verb tells what somebody does at any time: "{handles}", "{probe}"."""
    form = reading.word(verb).lower()
    present = form in (lemma := lexicon.lemmas(form)[0], lemma + "s", lemma + "es")
    return present and not valency.has(reading, verb, "aux", "aux:pass")


def _is_task(reading: Reading, telling: Telling) -> bool:
    """Whether acts, none of them in particular, are what somebody has for his task: "a unit that handles {murders}"."""
    noun = telling.trigger
    if telling.type not in HOSTILE or reading.pos[noun] != "NOUN" or not reading.word(noun).endswith("s"):
        return False
    first = reading.head[noun] if reading.relation[noun] == "conj" else noun
    verb = reading.head[first]
    bare = not any(valency.has(reading, i, "det", "nummod", "nmod:poss") for i in (first, noun))
    handled = reading.relation[first] == "obj" and valency.is_one_of("handling", reading, verb)
    return bare and handled and _is_habit(reading, verb)


def _might_befall(reading: Reading, telling: Telling) -> bool:
    """Whether an act is told only of those whom it might befall: "possible victims of {kidnapping}"."""
    whose = reading.head[telling.trigger]
    of = reading.relation[telling.trigger] == "nmod" and valency.is_one_of("victims", reading, whose)
    return telling.type in HOSTILE and of and modality(reading, whose) in ("possible", "potential")


def _is_price(reading: Reading, telling: Telling) -> bool:
    """Whether a tariff is what everybody pays for what he uses: "raised {electricity} tariffs"."""
    if telling.type not in ("SANCTION", "CONCEDE"):
        return False
    nouns = (i for i in (telling.trigger, *telling.shown) if "tariff" in lexicon.lemmas(reading.word(i)))
    kinds = (k for i in nouns for k in valency.parts(reading, i, "compound", "amod"))
    return any(valency.is_one_of("metered", reading, k) for k in kinds)


def _is_answer_by(reading: Reading, verb: int, at: Mapping[int, Telling]) -> bool:
    """Whether another act is told by which somebody pays back: "{retaliated} by expelling an envoy"."""
    if not valency.is_one_of("retaliating", reading, verb):
        return False
    means = (i for i in valency.parts(reading, verb, "advcl") if i in at)
    return any(reading.word(k).lower() == "by" for i in means for k in valency.parts(reading, i, "mark"))


def _is_opinion(reading: Reading, telling: Telling) -> bool:
    """Whether somebody agrees with what is said, and to do nothing: "{agreed} with the findings", but not "agreed with
    Chad"."""
    verb = telling.trigger
    if telling.type != "AGREE" or not valency.is_one_of("agreeing", reading, verb) or reading.pos[verb] != "VERB":
        return False
    matter = valency.governed(reading, verb, "with")
    return matter is not None and reading.pos[matter] == "NOUN" and not whom.is_somebody(reading, matter)


def _objects(reading: Reading, verb: int) -> Iterator[int]:
    """The words that depend on a verb, its subject before it among them, as near as objects stand."""
    for i in range(max(0, verb - NEAR), min(verb + NEAR, len(reading))):
        if i != verb and reading.head[i] == verb and reading.relation[i] not in ("nsubj", "conj", "parataxis"):
            yield i
