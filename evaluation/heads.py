"""Every head of the model on its own: what int8 costs is told head by head."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from evaluation import statements, syntax, tags, times
from evaluation.counts import Count
from sayso.reader import Network, labels
from sayso.reader.network import tagged
from training import sources
from training.windows import Document

KEPT = Path(__file__).with_name("int8.json")  # the last comparison

ALLOWED = 0.005  # what int8 may cost on any head


def score(network: Network) -> dict[str, float]:
    """Tags, tree, sentences and times as above, on the dev parts. Besides: cue begins, F1; links, F1 over the words
    joined to each cue found; names, typed F1 against PolNeAR's machine-made ones; mentions, typed F1 of all;
    antecedents, accuracy at the heads of mentions found; force, accuracy at the cues found in reports annotated in
    our own terms."""
    polnear, gum = list(sources.polnear("dev")), list(sources.gum("dev"))
    figures = {f"tag {tag}": figure for tag, figure in tags.score(network, polnear).items()}
    figures |= links(network, polnear)
    figures["force"] = force(network, [*sources.reports("dev"), *gold()])
    found = syntax.score(network, gum)
    names = {"upos": "part of speech", "uas": "head", "las": "relation (LAS)", "sentences": "sentence"}
    figures |= {name: found[key] for key, name in names.items()}
    figures |= mentions(network, gum)
    found = times.score(network)
    return figures | {"time, relaxed": found["relaxed"], "time, strict": found["strict"]}


def gold() -> Iterator[Document]:
    """The reports of `gold/dev` in PolNeAR's terms, as the model knows them."""
    for report in statements.gold():
        said = [sources.as_polnear(report["text"], given) for given in sources.annotations(report)]
        yield sources.attributed(report["id"], report["text"], said)


def links(network: Network, documents: Iterable[Document]) -> dict[str, float]:
    """What is linked to the cues that begin where an annotated one does, and the names in the same texts."""
    cues, source, content, names = Count(), Count(), Count(), Count()
    for document in documents:
        reading = syntax.read(network, document.words, document.paragraph)
        given = {attribution.cue[0]: attribution for attribution in reading.attributions}
        cues.add([link.anchor for link in document.links], list(given))
        for link in document.links:
            if found := given.get(link.anchor):
                source.add(link.source, range(*found.source) if found.source else ())
                content.add(link.content, [i for run in found.content for i in range(*run)])
        names.add(tagged(np.array(document.name), labels.NAMES), [(name.words, name.kind) for name in reading.names])
    return {"cue begins": cues.f1, "link to source": source.f1, "link to content": content.f1, "name": names.f1}


def force(network: Network, documents: Iterable[Document]) -> float:
    """The share of the cues found, anywhere on the annotated one's first word, that have the right force."""
    count = Count()
    for document in documents:
        reading = syntax.read(network, document.words, document.paragraph)
        for link in document.links:
            found = next((a for a in reading.attributions if a.cue[0] <= link.anchor < a.cue[1]), None)
            if found and link.force >= 0:
                count.answer(max(range(len(labels.FORCES)), key=found.forces.__getitem__) == link.force)
    return count.f1


def mentions(network: Network, documents: Iterable[Document]) -> dict[str, float]:
    """Mentions with span and type, and the mentions they refer back to."""
    spans, back = Count(), Count()
    for document in documents:
        reading = syntax.read(network, document.words, document.paragraph)
        first, last, antecedent = document.first or [], document.last or [], document.antecedent or []
        heads = [i for i, kind in enumerate(document.mention or []) if kind and first[i] >= 0]
        gold = [(first[i], last[i] + 1, labels.MENTIONS[(document.mention or [])[i]]) for i in heads]
        spans.add(gold, [(*mention.words, mention.kind) for mention in reading.mentions.values()])
        given = reading.mentions
        for i in heads:
            if i in given and antecedent[i] >= 0:
                earlier = given[i].antecedent
                back.answer((i if earlier is None else earlier) == antecedent[i])
    return {"mention": spans.f1, "antecedent": back.f1}


def compare(shipped: Path, floating: Path) -> dict[str, Any]:
    """The figures of both graphs with the date and what int8 graph it was. Keeps them in `int8.json`."""
    kept = {
        "date": datetime.date.today().isoformat(),
        "sha256": digest(shipped),
        "int8": _rounded(score(Network(str(shipped)))),
        "float": _rounded(score(Network(str(floating)))),
    }
    KEPT.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")
    return kept


def digest(graph: Path) -> str:
    """What tells one graph from another."""
    return hashlib.sha256(graph.read_bytes()).hexdigest()


def _rounded(figures: dict[str, float]) -> dict[str, float]:
    return {name: round(figure, 5) for name, figure in figures.items()}
