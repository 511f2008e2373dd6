"""How the words around an event qualify it: negation, modals, conditions, what is to come."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation.modality import Qualified, annotated, scored
from sayso.account.grammar.modality import (
    bearer,
    conditional,
    future,
    modality,
    perfect,
    polarity,
    threatened,
    threatened_unless,
)
from sayso.reader import Network, Reading


@pytest.fixture(scope="module")
def network() -> Network:
    return Network()


def marked(network: Network, sentence: str) -> tuple[Reading, int]:
    """A sentence read, and its word that stands in braces."""
    before, word, after = sentence.replace("{", "|").replace("}", "|").split("|")
    reading = network.read(before + word + after)
    return reading, reading.starts.index(len(before))


@pytest.mark.parametrize(
    "sentence",
    [
        # the verb's own negation
        "The rebels did not {attack} the village.",
        "The rebels didn’t {attack} the village.",
        "The navy never {attacked} the convoy.",
        "The town has not yet been {shelled} by the army.",
        "The guards cannot {leave} the prison.",
        "The army no longer {controls} the bridge.",
        "The commander ordered his men not to {fire} on the crowd.",
        "The miners have yet to {return} to work.",
        "The union is not going to {strike} this month.",
        # somebody who is nobody
        "Nobody was {killed} in the raid.",
        "No soldiers were {wounded} in the clash.",
        "None of the hostages was {harmed}.",
        "Neither side {attacked} during the talks.",
        "The police {arrested} no one.",
        "The two sides {reached} no agreement.",
        # nouns
        "There was no {attack} on the port.",
        "There were no air {strikes} on Tuesday.",
        "The port was closed without {warning}.",
        "The soldiers left without {firing} a shot.",
        "The harbour is not {for} sale.",
        # words joined
        "The rebels did not attack or {loot} the village.",
        "There were no arrests or {clashes} in the capital.",
        "The minister neither confirmed nor {denied} the report.",
        # as good as negated
        "The rebels are unlikely to {attack} the capital.",
    ],
)
def test_negated(network: Network, sentence: str) -> None:
    assert polarity(*marked(network, sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "The rebels {attacked} the village.",
        # another event is negated, or denies this one by what it means
        "The rebels did not try to {attack} the village.",
        "The army denied {attacking} the village.",
        "The guards failed to {stop} the thieves.",
        # what is negated is not the event
        "The rebels not only {attacked} the village but burned it.",
        "Not all the ships were {sunk}.",
        "There was no decision on the {attack}.",
        "The party has no plans, but it will {vote}.",
        "The committee did not meet, and the workers {marched}.",
        "The crew did not surrender but {sank} the ship.",
        "The inspector asked whether or not they {attacked} the village.",
        "The vote was no.  The troops {left} on Friday.",
    ],
)
def test_not_negated(network: Network, sentence: str) -> None:
    assert not polarity(*marked(network, sentence))


@pytest.mark.parametrize(
    ("sentence", "modal"),
    [
        ("The rebels {attacked} the village.", None),
        ("The rebels will {attack} the village.", None),  # future is a tense
        ("The president said he would {resign}.", "would"),
        ("We'd {welcome} the talks.", "would"),
        ("The rebels might {attack} the village.", "might"),
        ("The rebels may have {attacked} the village.", "may"),
        ("The bridge could {collapse}.", "could"),
        ("The guards can't {leave} the prison.", "can"),
        ("The guards cannot {leave} the prison.", "can"),
        ("Both armies must {withdraw} at once.", "must"),
        ("The mine should not be {closed}.", "should"),
        ("The miners have to {leave} the town.", "have to"),
        ("The miners had to {leave} the town.", "have to"),
        ("The miners would have to {leave} the town.", "would have to"),
        ("The miners have yet to {leave} the town.", None),
        ("The flood would be a {disaster} for the valley.", "would"),
        ("The rebels could attack or {burn} the village.", "could"),
        ("The rebels could attack, and the army {withdrew}.", None),
        ("The council spoke of a possible {strike}.", "possible"),
        ("The rebels are unlikely to {attack} the capital.", "unlikely"),
        ("The general tried to {leave} the country.", None),
    ],
)
def test_modals(network: Network, sentence: str, modal: str | None) -> None:
    assert modality(*marked(network, sentence)) == modal


@pytest.mark.parametrize(
    ("sentence", "open_"),
    [
        ("If the rebels {attack}, the army will respond.", True),
        ("The army will respond if the rebels {attack} the town.", True),
        ("The talks will fail unless the army {withdraws}.", True),
        ("The inspector asked whether the army had {shelled} the village.", True),
        ("Did the army {shell} the village?", True),
        ("“Will they {attack}?” the mayor asked.", True),
        ("Should the rebels {attack}, the army will respond.", True),
        ("If the rebels attack, the army will {respond}.", False),
        ("The army {shelled} the village.", False),
        ("The army will respond if the men who {attacked} the town are found.", False),
        ("The mayor will resign if the truce that was {signed} on Monday fails.", False),
        ("The army {shelled} the village. Will it stop?", False),
    ],
)
def test_conditions_and_questions(network: Network, sentence: str, open_: bool) -> None:
    assert conditional(*marked(network, sentence)) is open_


@pytest.mark.parametrize(
    ("sentence", "to_come"),
    [
        ("The leaders will {meet} on Friday.", True),
        ("The leaders won't {meet} on Friday.", True),
        ("The leaders are going to {meet} on Friday.", True),
        ("The leaders are to {meet} on Friday.", True),
        ("The leaders plan to {meet} on Friday.", True),
        ("The leaders are expected to {meet} on Friday.", True),
        ("The ministers announced a plan to {close} the mine.", True),
        ("The army is about to {attack} the town.", True),
        ("The planned {strike} worries the owners.", True),
        ("The army will launch an {attack} at dawn.", True),
        ("The workers will march and {strike}.", True),
        ("The leaders {met} on Friday.", False),
        ("The mayor will condemn the {attack}.", False),
        ("The leaders managed to {meet} on Friday.", False),
        ("The army has {attacked} and will withdraw.", False),
    ],
)
def test_what_is_to_come(network: Network, sentence: str, to_come: bool) -> None:
    assert future(*marked(network, sentence)) is to_come


@pytest.mark.parametrize(
    ("sentence", "is_threat"),
    [
        ("The general threatened to {shell} the port.", True),
        ("Chad has threatened a large {offensive} against the rebels.", True),
        ("The town was threatened after an {attack} on the bridge.", False),
        ("The general said he would {shell} the port.", False),
    ],
)
def test_what_is_threatened(network: Network, sentence: str, is_threat: bool) -> None:
    assert threatened(*marked(network, sentence)) == is_threat


@pytest.mark.parametrize(
    ("sentence", "is_threat"),
    [
        ("The union said it would {strike} unless the plant was reopened.", True),
        ("Rebels will {shell} the town unless the governor resigns.", True),
        ("Rebels {shelled} the town unless it rained.", False),
        ("Rebels will {shell} the town.", False),
    ],
)
def test_what_will_be_done_unless(network: Network, sentence: str, is_threat: bool) -> None:
    assert threatened_unless(*marked(network, sentence)) == is_threat


@pytest.mark.parametrize(
    ("sentence", "done"),
    [
        ("Peru has {condemned} the raid.", True),
        ("He said that he had {condemned} the raid.", True),
        ("Peru {condemned} the raid.", False),
        ("Peru would {condemn} the raid.", False),
    ],
)
def test_what_was_done_before(network: Network, sentence: str, done: bool) -> None:
    assert perfect(*marked(network, sentence)) == done


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("The army did not launch the {attack}.", "launch"),
        ("The {talks} will begin on Friday.", "begin"),
        ("The mayor condemned the {attack}.", "attack"),
        ("The army {attacked} the town.", "attacked"),
    ],
)
def test_a_noun_is_borne_by_a_verb(network: Network, sentence: str, verb: str) -> None:
    reading, word = marked(network, sentence)
    assert reading.word(bearer(reading, word)) == verb


def test_the_scorer_reads_timeml(tmp_path: Path) -> None:
    path = tmp_path / "a.tml"
    path.write_text(
        '<TimeML><TEXT>Ann &amp; Bo <EVENT eid="e1" class="STATE">left</EVENT>, <EVENT eid="e2" class="STATE">'
        'slept</EVENT> and <EVENT eid="e3" class="STATE">sang</EVENT>.</TEXT>\n'
        '<MAKEINSTANCE eventID="e1" eiid="ei1" polarity="NEG" modality="\'d" />\n'
        '<MAKEINSTANCE eventID="e2" eiid="ei2" polarity="POS" modality="NONE" /></TimeML>',
        "utf-8",
    )
    text, events = annotated(path)
    assert text == "Ann & Bo left, slept and sang."
    assert [(text[e.start : e.end], e.negated, e.modal) for e in events] == [
        ("left", True, "would"),
        ("slept", False, None),
    ]


def test_the_scorer_counts(network: Network) -> None:
    text = "The rebels did not attack. The army would respond. The mayor left."
    gold = [("attack", True, None), ("respond", False, "will"), ("left", True, None)]
    events = [Qualified(text.index(w), text.index(w) + len(w), no, modal) for w, no, modal in gold]
    figures = scored(iter([(network.read(text), events)]))
    assert figures == pytest.approx(
        {"polarity": 2 / 3, "affirmed": 1 / 3, "negated": 2 / 3, "modality": 2 / 3, "bare": 2 / 3, "modal": 0}
    )


FORMS = [
    "not",
    "no",
    "to",
    "have",
    "would",
    "'d",
    "if",
    "unlikely",
    "attack",
    "and",
    "nobody",
    "?",
    "without",
    "yet",
    "🂡",
]
ALL: list[Callable[[Reading, int], object]] = [polarity, modality, conditional, future, bearer]


def tangle(words: list[str], heads: list[int], relations: list[str], parts: list[str]) -> Reading:
    """A reading of these words under whatever tree, cycles and all."""
    ends = [sum(len(word) + 1 for word in words[: i + 1]) - 1 for i in range(len(words))]
    starts = [end - len(word) for end, word in zip(ends, words, strict=True)]
    n = [0] * len(words)
    return Reading(" ".join(words), starts, ends, n, n, parts, heads, relations)


@settings(max_examples=300)
@given(st.data())
def test_any_tree(data: st.DataObject) -> None:
    n = data.draw(st.integers(1, 8))

    def some(values: list[str]) -> list[str]:
        return data.draw(st.lists(st.sampled_from(values), min_size=n, max_size=n))

    heads = data.draw(st.lists(st.integers(0, n - 1), min_size=n, max_size=n))
    relations = ["nsubj", "obj", "conj", "xcomp", "aux", "mark", "det", "cc", "acl", "advcl", "case", "amod", "advmod"]
    reading = tangle(some(FORMS), heads, some(relations), some(["VERB", "AUX", "NOUN", "ADV"]))
    for i in range(n):
        assert [ask(reading, i) for ask in ALL] == [ask(reading, i) for ask in ALL]


def test_time_grows_with_the_text_alone() -> None:
    n = 20_000
    reading = tangle(["no"], [0], ["det"], ["DET"])
    reading.text, reading.starts, reading.ends = "not" * n, list(range(0, 3 * n, 3)), list(range(3, 3 * n + 3, 3))
    reading.head, reading.relation, reading.pos = [n - 1] * n, ["conj"] * n, ["VERB"] * n
    reading.sentence = reading.paragraph = [0] * n
    begun = time.process_time()
    for word in range(n):
        for ask in ALL:
            ask(reading, word)
    assert time.process_time() - begun < 20
