"""Parts of speech, trees, sentences and named entities against GUM."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from evaluation.counts import Count
from sayso.reader import Network, Reading, labels
from training.sources import heading
from training.windows import Document


def read(network: Network, words: Sequence[str], paragraph: Sequence[int]) -> Reading:
    """The reading of words that are cut already, a blank between any two."""
    starts, ends, at = [], [], 0
    for word in words:
        starts.append(at)
        ends.append(at + len(word))
        at += len(word) + 1
    return network.read_words(" ".join(words), starts, ends, list(paragraph))


def universal(relation: str) -> str:
    """A relation without its subtype."""
    return relation.partition(":")[0]


def relations(document: Document) -> list[str]:
    """The universal relations of a document's words; "" where it has one the model does not know."""
    return [universal(labels.RELATIONS[code]) if code >= 0 else "" for code in document.relation or ()]


def begins(numbers: Sequence[int]) -> list[int]:
    """The words with which sentences begin, from the sentence each stands in."""
    return [i for i, number in enumerate(numbers) if i == 0 or number != numbers[i - 1]]


def score(network: Network, documents: Iterable[Document]) -> dict[str, float]:
    """On gold words, sentences as the model finds them, every word counted, punctuation too: UPOS; UAS (the head);
    LAS (head and universal relation, subtypes cut off, as in the CoNLL shared tasks); F1 of sentence begins. Named
    entities: F1 of mentions headed by a proper noun, nested ones included, exact span and type; a mention counts as
    headed by what the gold tree, or ours, says its head is. LAS given sentences: each gold sentence begins a paragraph,
    so that only sentences cut in two are still wrong."""
    counts = {name: Count() for name in ("upos", "uas", "las", "las_given", "sentences", "names")}
    for document in documents:
        reading = read(network, document.words, document.paragraph)
        heads, gold = document.head or [], relations(document)
        told = read(network, document.words, document.unit)
        for i, head in enumerate(heads):
            counts["upos"].answer(labels.POS.index(reading.pos[i]) == (document.pos or [])[i])
            counts["uas"].answer(reading.head[i] == head)
            counts["las"].answer(reading.head[i] == head and universal(reading.relation[i]) == gold[i])
            counts["las_given"].answer(told.head[i] == head and universal(told.relation[i]) == gold[i])
        counts["sentences"].add(begins(document.unit), begins(reading.sentence))
        counts["names"].add(set(named(document)), set(named_in(reading)))
    return {name: count.f1 for name, count in counts.items()}


def named(document: Document) -> Iterator[tuple[int, int, str]]:
    """A document's mentions headed by a proper noun: first word, word after the last, type."""
    proper = labels.POS.index("PROPN")
    for start, end, kind, _entity in document.mentions:
        if (document.pos or [])[heading(document.head or [], start, end)] == proper:
            yield start, end, kind


def named_in(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """The same of a reading."""
    for mention in reading.mentions.values():
        if reading.pos[mention.head] == "PROPN":
            yield *mention.words, mention.kind
