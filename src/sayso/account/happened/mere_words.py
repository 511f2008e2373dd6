"""Words by which somebody denies, asks, warns, names or thinks, and that do nothing to anybody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sayso import lexicon
from sayso.account.grammar import valency, whom
from sayso.account.grammar.clauses import is_participle
from sayso.account.grammar.modality import future, modality
from sayso.account.grammar.stems import stem, stems
from sayso.account.happened.act_types import DEMANDED, HOSTILE
from sayso.account.happened.tellings import Telling
from sayso.reader.reading import Reading

NEAR = 8  # words behind a verb among which its objects stand
STEPS = 3  # up the tree from what the press asks for to the asking


def are_mere_words(reading: Reading, telling: Telling) -> bool:
    """Whether something is only said, and nobody refused, asked, threatened, accused or backed by it."""
    return (
        _denies(reading, telling)
        or _is_press_work(reading, telling)
        or _is_mere_warning(reading, telling)
        or _is_danger(reading, telling)
        or _is_guess(reading, telling)
        or _is_wish(reading, telling)
        or _is_question(reading, telling)
        or _is_opinion(reading, telling)
        or _is_name_for(reading, telling)
        or _is_call_to_anybody(reading, telling)
    )


def _denies(reading: Reading, telling: Telling) -> bool:
    """Whether a word says that something is not so, and refuses nobody anything: "denied that troops had crossed the
    border", "denied involvement", "rejected the allegations", but not "was denied a visa", "rejected the offer"."""
    trigger = telling.trigger
    word = stem(reading.word(trigger))
    if telling.type not in ("REJECT", "ACCUSE", "COERCE") or word not in stems("deny") | stems("dismiss"):
        return False
    if word in stems("deny") and reading.word(min(trigger + 1, len(reading) - 1)).lower() == "that":
        return True  # however far the verb is of what is denied
    parts = list(_objects(reading, trigger))  # the tree seldom errs in what hangs on a verb, oftener in how
    claims = stems("claim") | stems("version")
    if any(stem(reading.word(i)) in claims for i in (*parts, *_summed_up(reading, trigger))):
        return True  # "disputes those figures", "a charge that the army rejects"
    denies = word in stems("deny")
    behind = [i for i in parts if reading.relation[i] == "obj" and (denies or i > trigger)]
    if any(valency.is_word("that", reading, i) for i in behind):
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
    bare = not valency.is_word("indefinite", reading, begin)
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
    if telling.type not in DEMANDED:
        return False
    comment = lexicon.function_words("comment") | lexicon.function_words("silence")
    press, trigger = lexicon.function_words("press"), telling.trigger
    for i in range(trigger + 1, min(trigger + NEAR, len(reading))):
        word = reading.word(i).lower()
        by = word in press and reading.word(i - 1).lower() == "by" and reading.head[i] == trigger
        if by or (word in comment and trigger in reading.upward(i, STEPS)):
            return True
    return False


def _is_mere_warning(reading: Reading, telling: Telling) -> bool:
    """Whether a warning threatens nobody: "warned that the talks were slow", "warned sailors that the quay was
    sinking", "ignored a warning", but not "warned Kenya to stay away", "warned of consequences", "a warning to Kenya"
    or "warned that he would close the border"."""
    trigger = telling.trigger
    noun = reading.pos[trigger] == "NOUN" and not valency.has(reading, trigger, "nsubj")
    if noun and telling.type == "THREATEN" and valency.is_one_of("warning", reading, trigger):
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
    told = valency.parts(reading, trigger, "ccomp")
    return any(_goes_on(reading, i) if warned else not _is_to_come_of(reading, i) for i in told)


def _goes_on(reading: Reading, verb: int) -> bool:
    """Whether a clause tells what is under way: "that the hull {was leaking}"."""
    return is_participle(reading, verb) and valency.has(reading, verb, "aux") and not _is_harm(reading, verb, "VERB")


def _owners(reading: Reading, words: Iterable[int]) -> Iterator[int]:
    """The words that tell whose those are: "{its} citizens"."""
    return (i for word in words for i in valency.parts(reading, word, "nmod:poss"))


def _is_danger(reading: Reading, telling: Telling) -> bool:
    """Whether a threat is one that something is, and none that anybody made: "the launch was a {threat} to peace", "the
    {threat} from the missiles", but not "its threats to Japan", "a threat to close the strait"."""
    noun = telling.trigger
    if telling.type != "THREATEN" or reading.pos[noun] != "NOUN" or not valency.is_word("threat", reading, noun):
        return False
    is_one = valency.has(reading, noun, "cop") or valency.has(reading, reading.head[noun], "cop")
    facing = valency.governed(reading, noun, "to", "from")
    return (is_one or facing is not None) and not valency.has(reading, noun, "nmod:poss", "acl")


def _is_menace(reading: Reading, noun: int) -> bool:
    """Whether a noun tells of harm that somebody may do: "war", "reprisals"."""
    return _is_harm(reading, noun, "NOUN") or valency.is_word("menace", reading, noun)


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
    suggests = reading.pos[trigger] == "VERB" and valency.is_one_of("suggesting", reading, trigger)
    if telling.type != "REQUEST" or not suggests:
        return False
    clauses = list(valency.parts(reading, trigger, "ccomp"))
    if not clauses:
        return any(reading.word(i).lower() == "as" for i in valency.parts(reading, trigger, "mark"))
    bare = any(lexicon.lemmas(reading.word(i))[0] == reading.word(i).lower() for i in clauses)  # "that he leave"
    return not bare and all(modality(reading, i) != "should" for i in clauses)


def _is_wish(reading: Reading, telling: Telling) -> bool:
    """Whether what somebody wants to do is asked of nobody: "wants to {leave}", but not "wants Chad to leave"."""
    trigger = telling.trigger
    if telling.type != "REQUEST" or not valency.is_one_of("wanting", reading, trigger):
        return False
    return valency.has(reading, trigger, "xcomp") and not valency.has(reading, trigger, "obj", "ccomp")


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
    some = valency.is_word("indefinite-article", reading, article)
    if not some or reading.pos[article - 1] not in ("NOUN", "PROPN", "PRON"):
        return False
    verb = article - 1
    while verb > 0 and article - verb < NEAR and reading.pos[verb] not in ("VERB", "AUX", "PUNCT", "CCONJ"):
        verb -= 1
    return stem(reading.word(verb)) in stems("call") and reading.sentence[verb] == reading.sentence[noun]


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
