"""Events across reports, against reports that were grouped by the event they tell. `python -m evaluation.clusters` says
which pairs of reports are told wrongly."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from evaluation.records import Told, told
from sayso.account import Reader
from sayso.intake import Defaults, text_report
from sayso.linking import events, stories, tellings
from sayso.linking.copies import candidates
from training import sources

SEED = 17

Pair = tuple[str, str]  # ids of two reports, in order


class Linked(NamedTuple):
    """Pairs of reports."""

    events: frozenset[Pair]  # that share an event
    stories: frozenset[Pair]  # that do, or tell of events that stand beside each other in one story


def score(reader: Reader) -> dict[str, float]:
    """Reports of many outlets, grouped by whoever collected them by what they tell (Hamborg et al., 2019), read and
    linked in random order: of the pairs of reports that are linked, those of one group (precision); of the pairs of
    one group, those that are linked (recall). Linked are two that share an event, or that tell of events which stand
    beside each other in one story, as a ledger shows them; those that share an event are counted by themselves, too.
    Many groups tell of no act that events are of (a crash, a match, a leak of papers): their reports share a story and
    seldom an event. A report in whose account there is no event can share none: the ceiling is the recall if all
    others did. What agreement weighs was settled by hand with these reports in view: on others it may be lower."""
    reports, group = read(reader)
    pairs = linked(reports)
    told_by = {one.source.ref for one in reports if one.tellings}
    possible = Counter(id in told_by and other in told_by for id, other in _same(group))
    shared = figures(pairs.events, group)
    return {
        **figures(pairs.stories, group),
        **{f"event {name}": value for name, value in shared.items()},
        "ceiling": possible[True] / possible.total(),
    }


def read(reader: Reader) -> tuple[list[Told], dict[str, str]]:
    """The reports as linking compares them, in random order, and the group of each by its id."""
    reports, group = [], {}
    for given in sources.clusters():
        defaults = Defaults(**{name: given[name] for name in ("title", "outlet", "published", "url", "byline")})
        one = told(reader.read(text_report(given["text"], defaults=defaults)))
        group[one.source.ref] = given["event"]
        reports.append(one)
    random.Random(SEED).shuffle(reports)
    return reports, group


def linked(reports: Sequence[Told]) -> Linked:
    """The pairs of reports that are linked, as a ledger links them."""
    profiles = [stories.profile(one.source) for one in reports]
    outlines = [tellings.outlines(one.source, one.namings, one.tellings) for one in reports]
    place = {one.source.ref: number for number, one in enumerate(reports)}
    shared = candidates((profile.ref, stories.keys(profile)) for profile in profiles)
    joins = [
        joined
        for one, other in ((place[a], place[b]) for a, b in sorted(shared))
        for joined in tellings.joins(outlines[one], outlines[other], stories.compare(profiles[one], profiles[other]))
    ]
    published = {one.source.ref: one.source.published for one in reports}
    told = {telling.ref: telling for one in reports for telling in one.tellings}
    report = {telling.ref: telling.report for one in reports for telling in one.tellings}
    together = events.partition(told, [(one.one, one.other, one.score) for one in joins], published)
    divided = events.acts(together, ((one.one, one.other) for one in joins if not one.beside))

    def pairs(parts: Iterable[Sequence[str]]) -> frozenset[Pair]:
        return frozenset(pair for part in parts for pair in combinations(sorted({report[ref] for ref in part}), 2))

    return Linked(pairs(act for acts in divided for act in acts), pairs(together))


def figures(pairs: frozenset[Pair], group: Mapping[str, str]) -> dict[str, float]:
    """Precision, recall and F1 over the pairs of these reports."""
    given = [pair for pair in pairs if pair[0] in group and pair[1] in group]
    right = sum(group[one] == group[other] for one, other in given)
    wanted = sum(1 for _ in _same(group))
    precision, recall = right / len(given) if given else 1.0, right / wanted if wanted else 1.0
    return {"P": precision, "R": recall, "F1": 2 * precision * recall / (precision + recall) if right else 0.0}


def _same(group: Mapping[str, str]) -> Iterator[Pair]:
    """The pairs of reports of one group."""
    return (pair for pair in combinations(sorted(group), 2) if group[pair[0]] == group[pair[1]])


def main() -> None:
    """Print the pairs of reports that are linked and should not be, and of each group how many that should."""
    reports, group = read(Reader())
    title = {one.source.ref: one.source.title for one in reports}
    pairs = linked(reports).stories
    for name, figure in figures(pairs, group).items():
        print(f"{name} {figure:.3f}")
    for one, other in sorted(pair for pair in pairs if group[pair[0]] != group[pair[1]]):
        print(f"wrong: {title[one]} | {title[other]}")
    wanted = Counter(group[one] for one, _ in _same(group))
    shared = Counter(group[one] for one, other in pairs if group[one] == group[other])
    for name, number in wanted.most_common():
        print(f"{shared[name]} of {number}: {name}")


if __name__ == "__main__":
    main()
