"""Accounts against reports annotated by hand in our own terms."""

from __future__ import annotations

import hashlib
import importlib.util
import json
from collections.abc import Sequence
from functools import cache
from types import ModuleType
from typing import Any

from sayso.account import Reader
from sayso.intake import Defaults, text_report
from sayso.model import Account
from training import sources

GOLD = sources.SHARED / "gold" / "dev"
SCORER = sources.SHARED / "gold" / "score.py"

Gold = dict[str, Any]  # one annotated report, as in gold/dev


@cache
def scorer() -> ModuleType:
    """The scorer that stands beside the annotated reports."""
    spec = importlib.util.spec_from_file_location("score", SCORER)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold() -> list[Gold]:
    """The reports of `gold/dev`."""
    return [json.loads(path.read_text("utf-8")) for path in sorted(GOLD.glob("*.json"))]


def held_out(folder: str = "reports") -> list[Gold]:
    """The reports of a folder of `training/corpora` that are kept from training and from mending, with their texts from
    the shared data."""
    about: dict[str, Gold] = {id: {"text": text} for id, text in sources.texts().items()}
    about |= {report["id"]: report for report in sources.clusters()}  # with title, outlet and date
    out = []
    for path in sorted((sources.OWN / folder).glob("*.json")):
        report = json.loads(path.read_text("utf-8"))
        if report["part"] != "dev":
            continue
        known = about[report["id"]]
        if hashlib.sha256(known["text"].encode()).hexdigest() != report["sha256"]:
            raise ValueError(f"{path}: the text of {report['id']} is another than the one annotated")
        fields = {name: known.get(name) for name in ("text", "title", "outlet", "published")}
        fields["published"] = fields["published"] or report.get("published")
        out.append({"statements": [], "events": [], "disputes": [], **report, **fields})
    return out


def account_of(reader: Reader, one: Gold) -> Account:
    """The account of an annotated report, with its title, outlet and date told."""
    defaults = Defaults(title=one["title"], outlet=one["outlet"], published=one["published"])
    return reader.read(text_report(one["text"], defaults=defaults))


def score(reader: Reader, annotated: Sequence[Gold]) -> dict[str, float]:
    """By `gold/score.py`, from accounts as `sayso read --json` makes them of the text with its title, outlet and date.
    A statement is found if its cue overlaps one annotated or, where either has no cue, if half of the contents is
    shared; statements annotated as optional (states of mind) count neither way. Of the statements found: speaker
    (a name or alias of the actor names the one annotated), F1 of the content over characters, quotation, force."""
    tally, misses = scorer().Tally(), list[str]()
    for one in annotated:
        account = account_of(reader, one)
        # Only statements are asked for here: what an account tells beside them must not break the scorer.
        scorer().score(one, {**json.loads(account.to_json()), "events": [], "disputes": []}, tally, misses)
    figures = tally.figures()
    wanted = ("statements.F1", "statements.P", "statements.R", "speaker", "content.F1", "quotation", "force")
    return {name: figures.get(name) or 0.0 for name in wanted}
