"""Score the model and write the page: `python -m evaluation --out docs/accuracy.md`."""

from __future__ import annotations

import argparse
import datetime
import inspect
import json
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from evaluation import (
    acts,
    attributions,
    clusters,
    copies,
    errors,
    events,
    heads,
    modality,
    places,
    statements,
    syntax,
    tags,
    times,
)
from evaluation.page import Scored, below, page, put
from sayso.account import Reader
from sayso.reader import Network
from training import sources


@dataclass(frozen=True, slots=True)
class Part:
    """A corpus scored one way. how: the function whose docstring says how."""

    name: str
    on: str
    needs: Path
    how: Callable[..., Mapping[str, float]]
    score: Callable[[Reader, Network], Mapping[str, float]]


POLNEAR, GUM, CLUSTERS = sources.DATA / "polnear/dev", sources.DATA / "gum/dev", sources.CLUSTERS

PARTS = (
    Part("gold", "Reports annotated by hand (`gold/dev`)", statements.GOLD, statements.score,
         lambda reader, _: statements.score(reader, statements.gold())),
    Part("held_out", "Reports annotated in this repository, held out from training", CLUSTERS, statements.score,
         lambda reader, _: statements.score(reader, statements.held_out())),
    Part("events", "Reports annotated by hand (`gold/dev`): events and disputes", statements.GOLD, events.score,
         lambda reader, _: events.score(reader, statements.gold())),
    Part("happened", "Reports annotated in this repository, held out from mending: events and disputes", CLUSTERS,
         events.score, lambda reader, _: events.score(reader, statements.held_out("happened"))),
    Part("plover", "PLOVER's gold-standard records", events.RECORDS, events.plover,
         lambda reader, _: events.plover(reader)),
    Part("tags", "PolNeAR dev: tags", POLNEAR, tags.score,
         lambda _, network: tags.score(network, sources.polnear("dev"))),
    Part("attributions", "PolNeAR dev: accounts", POLNEAR, attributions.score,
         lambda reader, _: attributions.score(reader)),
    Part("acts", "PolNeAR dev: what is done with words", POLNEAR, acts.score,
         lambda reader, _: acts.score(reader)),
    Part("syntax", "GUM dev", GUM, syntax.score,
         lambda _, network: syntax.score(network, sources.gum("dev"))),
    Part("times", "TimeBank, every fifth report", sources.TIMEBANK, times.score,
         lambda _, network: times.score(network)),
    Part("modality", "TimeBank, every fifth report: negation and modals of events", sources.TIMEBANK,
         modality.score, lambda _, network: modality.score(network)),
    Part("places", "GeoWebNews: places", sources.GEOWEBNEWS, places.score,
         lambda _, network: places.score(network)),
    Part("copies", "Reports of the same events: copies", CLUSTERS, copies.score, lambda *_: copies.score()),
    Part("clusters", "Reports of the same events: events", CLUSTERS, clusters.score,
         lambda reader, _: clusters.score(reader)),
)  # fmt: skip


def main() -> int:
    """The command. Exit code 1 with `--check` if a figure is under its floor."""
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, help="the page; without it the page is printed")
    parser.add_argument("--only", nargs="+", choices=[part.name for part in PARTS], help="score these parts alone")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON instead of the page")
    parser.add_argument("--float-graph", type=Path, metavar="PATH", help="compare with this graph, head by head")
    parser.add_argument("--check", action="store_true", help="fail if a figure is under its floor")
    arguments = parser.parse_args()

    reader, network = Reader(), Network()
    scored = [scored_part(part, reader, network) for part in PARTS if part.name in (arguments.only or part.name)]
    shipped = Path(str(files("sayso.reader").joinpath("weights/reader.onnx")))
    int8: dict[str, Any] | None
    if arguments.float_graph:
        print("int8 against floating point …", file=sys.stderr, flush=True)
        int8 = heads.compare(shipped, arguments.float_graph)
    else:
        int8 = json.loads(heads.KEPT.read_text("utf-8")) if heads.KEPT.exists() else None

    same = int8 is not None and int8["sha256"] == heads.digest(shipped)
    read = [(one, statements.account_of(reader, one)) for one in (() if arguments.only else statements.gold())]
    wrong = [error for one, account in read for error in errors.found(one, account)]
    judged = [sure for one, account in read for sure in events.confidences(one, account)]
    text = page(scored, int8, same, datetime.date.today().isoformat(), "make accuracy", wrong, judged)
    if arguments.json:
        print(json.dumps({part.part: part.figures for part in scored} | {"int8": int8}, indent=1))
    if arguments.out or not arguments.json:
        put(text, arguments.out)
    missed = below(scored)
    for line in missed:
        print(f"below the floor: {line}", file=sys.stderr)
    return 1 if missed and arguments.check else 0


def scored_part(part: Part, reader: Reader, network: Network) -> Scored:
    """One part's figures, or none where its corpus is not at hand."""
    how = inspect.getdoc(part.how) or ""
    if not part.needs.exists():
        print(f"{part.on}: {part.needs} is not there, left out", file=sys.stderr)
        return Scored(part.name, part.on, how, None)
    begun = time.monotonic()
    figures = part.score(reader, network)
    print(f"{part.on}: {time.monotonic() - begun:.0f} s", file=sys.stderr, flush=True)
    annotators = attributions.annotators() if part.name == "attributions" else None
    return Scored(part.name, part.on, how, figures, annotators)


if __name__ == "__main__":
    sys.exit(main())
