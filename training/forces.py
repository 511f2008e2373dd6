"""Fit what single words tell of the force of a statement: `python -m training.forces GRAPH OUT.tsv`.

A linear model over the words of cue and content (see sayso.account.said.forces.features), fitted to all that was
annotated with forces: PolNeAR's attributions and others judged one by one, our reports, our passages. GRAPH, the reader
as it ships, tells the content of cues of which only the force was judged.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from sayso.account.said.forces import features
from sayso.reader import Network, labels
from training import corpora, sources
from training.windows import IGNORE

OFTEN = 3  # texts a feature must be in
KEPT = 3000  # features that weigh most
STRICT = 2.0  # inverse of the weight of regularisation

Example = tuple[str, str, int]  # cue, content, force


def examples(network: Network) -> Iterator[Example]:
    """All attributions with a force."""
    for _, file, attributions in sources.polnear_files("train", sources.judged("polnear")):
        yield from _told(sources.verbatim(file), attributions)
    known = sources.texts()
    for id, cues in sources.judged("reports").items():
        reading = network.read(known[id])
        found = {reading.span(attribution.cue)[0]: attribution for attribution in reading.attributions}
        for place, act in cues.items():
            start, end = map(int, place.split("-"))
            attribution = next((found[at] for at in range(start, end) if at in found), None)
            if attribution and act.force != IGNORE:
                content = [reading.span(words) for words in attribution.content]
                yield _joined(known[id], [(start, end)]), _joined(known[id], content), act.force
    for _, text, statements in sources.annotated("train"):
        yield from _told(text, statements)
    for passage in corpora.passages(sources.OWN / "statements.txt"):
        for a in passage.attributions:
            cue = [a.cue] if a.cue else []
            yield _joined(passage.text, cue), _joined(passage.text, a.content), labels.FORCES.index(a.force)


def _told(text: str, attributions: Iterable[sources.Attributed]) -> Iterator[Example]:
    for given in attributions:
        if given.force != IGNORE:
            yield _joined(text, given.cue), _joined(text, given.content), given.force


def _joined(text: str, spans: sources.Spans) -> str:
    return re.sub(r"\s+", " ", " ".join(text[a:b] for a, b in spans)).strip()


def fit(known: list[Example]) -> dict[str, np.ndarray]:
    """Weights of features, and of "" that always counts, for each force. Only the heaviest are kept and fitted anew."""
    told = [features(cue, said) for cue, said, _ in known]
    texts = Counter(feature for one in told for feature in one)
    forces = [force for *_, force in known]
    kept = {feature for feature, number in texts.items() if number >= OFTEN}
    names, model = _fitted(told, forces, kept)
    heaviest = np.argsort(-np.abs(model.coef_).max(0), kind="stable")[:KEPT]
    names, model = _fitted(told, forces, {names[i] for i in heaviest})
    weights = {name: model.coef_[:, i] for i, name in enumerate(names)}
    return {"": model.intercept_} | dict(sorted(weights.items()))


def _fitted(told: list[dict[str, float]], forces: list[int], kept: set[str]) -> tuple[list[str], LogisticRegression]:
    vectors = DictVectorizer()
    matrix = vectors.fit_transform([{f: amount for f, amount in one.items() if f in kept} for one in told])
    return list(vectors.feature_names_), LogisticRegression(C=STRICT, max_iter=1000).fit(matrix, forces)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m training.forces", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("graph", type=Path)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    known = list(examples(Network(str(arguments.graph))))
    weights = fit(known)
    lines = (f"{feature}\t{' '.join(str(round(100 * w)) for w in row)}\n" for feature, row in weights.items())
    arguments.out.write_text("".join(lines), "utf-8")
    print(f"{arguments.out}: {len(weights)} weights from {len(known)} statements")


if __name__ == "__main__":
    main()
