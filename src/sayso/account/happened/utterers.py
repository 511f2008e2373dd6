"""Whose is what is done by saying it: who utters a demand, a charge or a threat, and to whom?"""

from __future__ import annotations

from sayso import lexicon
from sayso.account.grammar import valency, whom
from sayso.account.grammar.clauses import head, holds
from sayso.account.grammar.stems import stem, stems
from sayso.account.grammar.text import Text
from sayso.account.happened.speech import Speech
from sayso.account.happened.tellings import Telling
from sayso.account.said.cues import cue_is
from sayso.lexicon import UTTERED
from sayso.reader.reading import Reading, Words

FAR = 3  # steps up the tree to a subject


def set_utterer(reading: Reading, telling: Telling, speech: Speech) -> None:
    """Set right who utters what is done by saying it, and who is accused."""
    trigger, source = telling.trigger, speech.sources.get(telling.trigger)
    if (accused := _accused(reading, telling)) is not None:
        telling.parts["recipient"] = whom.named(reading, accused, trigger)
        telling.leave_out_at("actor", accused)
    elif telling.type == "REQUEST" and (asked := _who_answers(reading, trigger)) is not None:
        telling.settle("recipient", whom.named(reading, asked, trigger))
        telling.leave_out_at("actor", asked)
    elif telling.type in UTTERED and (doer := _who_did_before(reading, trigger)) is not None:
        telling.settle("actor", whom.named(reading, doer, trigger))
    elif source and telling.type in UTTERED and not _undergoes(reading, source, trigger):
        telling.parts["actor"] = _utterer(reading, telling, source)
        telling.leave_out("recipient", lambda words: words == source)
    if telling.type == "ACCUSE":
        telling.leave_out("actor", lambda words: _is_attack(reading, words))
        for role in ("actor", "recipient"):
            telling.leave_out(role, lambda words: _is_lodged_with(reading, words, trigger))
    if telling.type in (*UTTERED, "SANCTION", "COERCE", "PROTEST"):  # what is said or cut, is said to somebody
        telling.leave_out("recipient", lambda words: whom.is_mere_thing(reading, words))


def set_behind_aside(text: Text, telling: Telling, speech: Speech) -> None:
    """Give what a participle tells behind the word of who says it all to whoever the clause before is of: "{the bank}
    is to close, clerks said, ignoring pleas"; but clerks do who say so "adding" or "warning" something."""
    reading, trigger = text.reading, telling.trigger
    word = reading.word(trigger)
    if not word.endswith("ing") or reading.word(trigger - 1) != "," or cue_is("saying", word):
        return
    for saying in (saying for words in telling.parts["actor"] for saying in speech.of.get(words, ())):
        source, cue = saying.source, saying.cue
        if not (source and cue and source[0] < cue[1] < trigger):
            continue
        told = [words for part in saying.content if (words := text.words(part))[1] <= min(source[0], cue[0])]
        same = told and reading.sentence[told[-1][0]] == reading.sentence[trigger]
        doer = valency.subject(reading, head(reading, told[-1])) if same else None
        if doer is not None and not any(reading.pos[i] in ("VERB", "CCONJ") for i in range(cue[1], trigger)):
            telling.parts["actor"] = whom.named(reading, doer, trigger)
            return


def _accused(reading: Reading, telling: Telling) -> int | None:
    """Whoever denies an accusation is accused: "{the firm} rejected accusations that it had known", "a charge {he}
    denied"."""
    noun = telling.trigger
    if telling.type != "ACCUSE" or reading.pos[noun] != "NOUN":
        return None
    said = [reading.head[noun]] if reading.relation[noun] == "obj" else valency.parts(reading, noun, "acl:relcl", "dep")
    verb = next((i for i in said if stem(reading.word(i)) in stems("deny") | stems("dismiss")), None)
    return None if verb is None else valency.subject(reading, verb)


def _who_answers(reading: Reading, request: int) -> int | None:
    """Whoever grants or turns down a request was asked: "a request that {Togo} granted", "{Togo} met the demand"."""
    if reading.pos[request] != "NOUN":
        return None
    said = [reading.head[request]] if reading.relation[request] == "obj" else []
    said += [i for i in valency.parts(reading, request, "acl", "acl:relcl", "ccomp") if i > request]
    verb = next((i for i in said if valency.is_one_of("granting", reading, i)), None)
    doer = None if verb is None else valency.subject(reading, verb)
    return doer if doer is not None and not valency.is_word("relative", reading, doer) else None


def _undergoes(reading: Reading, words: Words, verb: int) -> bool:
    """Whether it is whom these words mean that something is uttered to: "she said {she} had been threatened"."""
    harmed = valency.sufferer(reading, verb)
    return harmed is not None and holds(words, harmed)


def _utterer(reading: Reading, telling: Telling, source: Words) -> list[Words]:
    """Whoever utters a demand makes it: the subject of its verb, else its source; where that is a report, whoever it
    tells of: "reports said {a guard} had fled and warned the boys"."""
    trigger = telling.trigger
    # A source that holds the verb of a clause around, "the minister {said} her country", is more than the subject.
    around = any(holds(source, i) for i in reading.upward(trigger, FAR))
    if _is_in_aside(reading, source, trigger) and (doer := valency.subject(reading, trigger)) is not None:
        return whom.named(reading, doer, trigger)
    own = valency.nearest_subject(reading, trigger)
    own = valency.subject(reading, trigger) if own is None and around else own
    if own is not None and (around or not holds(source, own)) and whom.is_somebody(reading, own):
        return whom.who(reading, own, trigger)
    if lexicon.document(reading.word(source[0]).lower()):
        for i in reversed(range(source[0] + 1, trigger)):
            if reading.relation[i] == "nsubj" and whom.is_somebody(reading, i):
                return whom.who(reading, i, trigger)
    begin = telling.words[0]
    return [(source[0], begin) if source[0] < begin < source[1] else source]  # "{Peru's} election pledge"


def _who_did_before(reading: Reading, verb: int) -> int | None:
    """Who does what a participle tells because he did what it hangs on, as a word before it says: "guards, {who} fled
    after refusing to shoot"."""
    marked = not valency.forms(reading, verb, "mark").isdisjoint(lexicon.function_words("setting"))
    besides = marked and reading.relation[verb] == "advcl" and reading.word(verb).endswith("ing")
    own = valency.nearest_subject(reading, verb)  # "with {Togo} denouncing the raid"
    if own is not None:
        return own if besides and whom.is_somebody(reading, own) else None
    return valency.subject(reading, reading.head[verb]) if besides else None


def _is_in_aside(reading: Reading, source: Words, verb: int) -> bool:
    """Whether words are the subject of a clause put between a verb and what it is joined to: "Chad urged them to free
    nine, a number {monitors} put at ten, and {summoned} the envoy"."""
    other = valency.verb_of(reading, source, "nsubj")
    joined = valency.joined(reading, verb)
    return other is not None and bool(joined) and joined[0] < other < verb and other not in joined


def _is_attack(reading: Reading, words: Words) -> bool:
    """Whether words mean an attack, which blames nobody: "the {bombing}, blamed on Kenya"."""
    top = head(reading, words)
    return valency.tells_of(reading, top, "ASSAULT") and whom.is_act(reading, top)


def _is_lodged_with(reading: Reading, words: Words, complaint: int) -> bool:
    """Whether those told of are to whom a complaint is made, and not who makes it or whom it is about: "filed a
    complaint with {the ombudsman}", "filed a suit in {a court}", "{the ombudsman} looks into a complaint"."""
    if reading.pos[complaint] != "NOUN" or valency.is_one_of("demonstrating", reading, complaint):
        return False  # a protest is lodged with whom it is about
    verb = valency.bearer(reading, complaint)
    hears = complaint in (*valency.parts(reading, verb, "obj"), valency.governed(reading, verb, "into", "at"))
    if hears and valency.is_one_of("hearing", reading, verb):
        return words[0] < complaint and not valency.is_within(reading, words[1] - 1, complaint)
    filed = (complaint, verb, *valency.parts(reading, complaint, "acl", "acl:relcl"))
    to = [valency.governed(reading, i, "with", "to", "before", "in", "at") for i in filed]
    return any(i is not None and holds(words, i) for i in to)
