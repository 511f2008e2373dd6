"""Whether what the text tells lies in the past or is to come, by the verb that governs a word."""

from __future__ import annotations

from typing import Literal

from sayso import lexicon
from sayso.reader.reading import Reading

Tense = Literal["past", "present", "future"]

FAR = 12  # steps up the tree, so that a tree gone wrong costs no time
BEFORE = 8  # words before a verb among which its auxiliaries stand


def tense(reading: Reading, word: int) -> Tense | None:
    """The tense of the nearest verb above a word, None where there is none: "will meet on {Friday}" is to come, and so
    is "due to expire on {Friday}", for what one is due to do is still to be done."""
    for at in reading.upward(word, FAR):
        form = reading.word(at).casefold()
        if at != word and form in lexicon.time_cues("planned"):
            return "past" if _perfect(reading, at) else "future"
        if (found := _of(reading, at, form)) is not None:
            return found
    return None


def is_present(form: str) -> bool:
    """Whether a form, in small letters, is one of the present: "meet", "meets"."""
    base = lexicon.lemmas(form)[0]
    return form in (base, f"{base}s", f"{base}es")


def _of(reading: Reading, at: int, form: str) -> Tense | None:
    """The tense a word has by itself and its auxiliaries; None where one has to look further up."""
    helpers, marks = [], set()
    for i in range(max(0, at - BEFORE), at):
        if reading.head[i] == at:
            if reading.pos[i] == "AUX":
                helpers.append(reading.word(i).casefold())
            elif reading.relation[i] == "mark":
                marks.add(reading.word(i).casefold())
    if marks & {"if", "unless"} and reading.relation[at] == "advcl" and "had" not in helpers:
        return "future"  # "will send in the army if they did not {leave}"
    if any(helper in lexicon.time_cues("future") for helper in helpers):
        unreal = "have" in helpers and not any(helper in lexicon.time_cues("certain") for helper in helpers)
        return "past" if unreal else "future"  # "would {have reached} the coast"
    if any(helper in lexicon.time_cues("past") for helper in helpers):
        return "past"
    if "to" in marks:
        above = reading.head[at]
        if reading.word(above).casefold() in lexicon.time_cues("did"):
            return None
        return "past" if _perfect(reading, above) else "future"
    if reading.pos[at] not in ("VERB", "AUX"):
        return "present" if helpers else None
    if helpers:
        return "present"
    if form in lexicon.time_cues("past") or form in lexicon.time_cues("irregular"):
        return "past"
    if form.endswith("ed"):
        return "past"
    if form.endswith("ing"):
        return "past" if marks & {"since", "after"} else None  # "since sending troops in {February}"
    return "past" if form in lexicon.time_cues("saying") else "present"


def _perfect(reading: Reading, at: int) -> bool:
    """ "Had been due to expire": what was to come then lies in the past now."""
    near = {reading.word(i).casefold() for i in range(max(0, at - BEFORE), at) if reading.head[i] == at}
    return "had" in near
