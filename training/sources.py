"""The corpora of `../shared/data`, each read into `Document`s. See ../shared/data/README.md for what they are."""

from __future__ import annotations

import gzip
import hashlib
import html
import json
import os
import random
import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree

from sayso.reader import labels
from sayso.reader.words import cut, paragraphs
from training import corpora
from training import events as happenings
from training.windows import IGNORE, Document, Happening, Link, tags

SHARED = Path(os.environ.get("SAYSO_SHARED", Path(__file__).resolve().parents[2] / "shared"))
DATA = SHARED / "data"
RECORDS = DATA / "plover" / "gsr_dev.json"  # PLOVER's gold-standard records
CLUSTERS = DATA / "clusters" / "reports.jsonl"  # reports grouped by the event they tell
TIMEBANK = DATA / "timebank"
GEOWEBNEWS = DATA / "geo" / "GeoWebNews.xml"

Spans = Sequence[tuple[int, int]]


class Act(NamedTuple):
    """What an attribution does: its force and its kind, as numbers of labels.FORCES and labels.ACTS, or IGNORE."""

    force: int
    act: int


UNTOLD = Act(IGNORE, IGNORE)
Acts = Mapping[str, Mapping[str, Act]]  # for each text, or annotation file, those of its attributions, by name


class Attributed(NamedTuple):
    """An attribution as somebody annotated it, in characters; force and act where they are told."""

    cue: Spans
    source: Spans
    content: Spans
    force: int = IGNORE
    act: int = IGNORE
    name: str = ""  # what its corpus calls it


def within(starts: Sequence[int], ends: Sequence[int], span: tuple[int, int]) -> range:
    """The words that a span of characters touches."""
    return range(bisect_right(ends, span[0]), bisect_left(starts, span[1]))


def _members(starts: Sequence[int], ends: Sequence[int], spans: Spans) -> list[int]:
    return [i for span in spans for i in within(starts, ends, span)]


def plain(id: str, text: str) -> tuple[Document, list[int], list[int]]:
    """A document of which nothing is told yet, a unit a paragraph, and where its words begin and end in the text."""
    starts, ends = cut(text)
    paragraph = paragraphs(text, starts)
    return Document(id, [text[a:b] for a, b in zip(starts, ends, strict=True)], paragraph, paragraph), starts, ends


def attributed(id: str, text: str, attributions: Iterable[Attributed]) -> Document:
    """A document with attributions."""
    document, starts, ends = plain(id, text)
    n = len(starts)
    document.source, document.cue, document.content = [0] * n, [0] * n, [0] * n
    for given in attributions:
        cue_words, source_words, content_words = (
            _members(starts, ends, spans) for spans in (given.cue, given.source, given.content)
        )
        for i in source_words:
            document.source[i] = 1
        for i in content_words:
            document.content[i] = 1
        if cue_words:
            for i in cue_words:
                document.cue[i] = max(document.cue[i], 1) if i == cue_words[0] else 2
            document.cue[cue_words[0]] = 1
            document.links.append(Link(cue_words[0], source_words, content_words, given.force, given.act))
    document.links.sort(key=lambda link: link.anchor)
    return document


# --- PolNeAR ---------------------------------------------------------------------------------------------------------

_EVENT = re.compile(r"(Source|Cue|Content)\d*:(T\d+)")


def brat(path: Path) -> list[Attributed]:
    """The attributions of a PolNeAR annotation file."""
    spans: dict[str, Spans] = {}
    events = []
    for line in path.read_text("utf-8").splitlines():
        fields = line.split("\t")
        if line.startswith("T") and len(fields) > 1:
            kind, _, places = fields[1].partition(" ")
            if kind in ("Source", "Cue", "Content"):
                spans[fields[0]] = [(int(a), int(b)) for a, b in (place.split() for place in places.split(";"))]
        elif line.startswith("E") and len(fields) > 1:
            events.append((fields[0], _EVENT.findall(fields[1])))
    out = []
    for name, event in events:
        parts: dict[str, list[tuple[int, int]]] = {"Cue": [], "Source": [], "Content": []}
        for role, span in event:
            parts[role] += spans.get(span, [])
        out.append(Attributed(sorted(parts["Cue"]), sorted(parts["Source"]), sorted(parts["Content"]), name=name))
    return out


def polnear_files(part: str, acts: Acts | None = None) -> Iterator[tuple[Path, Path, list[Attributed]]]:
    """PolNeAR's annotation files, each with the file of the text it is about and its attributions.

    acts: those of the attributions of some files; other files are left out if this is given.
    """
    for path in sorted((DATA / "polnear" / part / "attributions").glob("*.ann")):
        if acts is not None and path.stem not in acts:
            continue
        known = acts[path.stem] if acts else {}
        # Where a text has several annotators, the name of each one's file has a mark of its own at its end.
        text = DATA / "polnear" / part / "text" / f"{path.stem}.txt"
        if not text.exists():
            text = text.with_stem(path.stem.rpartition("_")[0])
        yield path, text, [given._replace(**known.get(given.name, UNTOLD)._asdict()) for given in brat(path)]


def verbatim(path: Path) -> str:
    """The text of a file with its line ends as they are."""
    return path.read_bytes().decode("utf-8")


def corenlp(part: str) -> dict[str, list[list[tuple[int, int, str]]]]:
    """For each PolNeAR text the sentences of its machine-made annotation: tokens as begin, end, entity class."""
    out: dict[str, list[list[tuple[int, int, str]]]] = {}
    sentences: list[list[tuple[int, int, str]]] = []
    with gzip.open(DATA / "polnear" / part / "corenlp.tsv.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            fields = line.split("\t")
            if line.startswith("# ") and len(fields) == 1:
                sentences = out.setdefault(line[2:], [])
                sentences.append([])
            elif not line:
                sentences.append([])
            elif len(fields) == 5:
                sentences[-1].append((int(fields[0]), int(fields[1]), fields[4]))
    return out


def polnear(part: str, acts: Acts | None = None) -> Iterator[Document]:
    """PolNeAR's news reports, one document for each annotator of a text. acts: as in `polnear_files`."""
    silver = corenlp(part)
    for path, file, told in polnear_files(part, acts):
        text = verbatim(file)
        document = attributed(path.stem, text, told)
        starts, ends = cut(text)
        n = len(starts)
        begins, names = [0] * n, []
        for sentence in filter(None, silver.get(file.stem, [])):
            touched = within(starts, ends, sentence[0][:2])
            if touched and touched[0] < n:
                begins[touched[0]] = 1
            run: list[tuple[int, int, str]] = []
            for token in [*sentence, (0, 0, "O")]:
                if run and token[2] != run[-1][2]:
                    words = within(starts, ends, (run[0][0], run[-1][1]))
                    if run[0][2] in labels.NAMES and words:
                        names.append((words[0], words[-1] + 1, run[0][2]))
                    run = []
                if token[2] != "O":
                    run.append(token)
        for i in range(n):
            if i == 0 or document.paragraph[i] != document.paragraph[i - 1]:
                begins[i] = 1
        document.sentence, document.name = begins, tags(names, labels.NAMES, n)
        document.unit = list(accumulate(begins))
        yield document


# --- GUM -------------------------------------------------------------------------------------------------------------

_ENTITY = re.compile(r"\((\d+)-([a-z]+)-[^()]*?(\))?(?=\(|\d+\)|$)|(\d+)\)")


def gum(part: str) -> Iterator[Document]:
    """GUM's documents with tags, trees, entities and coreference."""
    for path in sorted((DATA / "gum" / part).glob("*.conllu")):
        yield _gum(path)


def _gum(path: Path) -> Document:
    words: list[str] = []
    paragraph: list[int] = []
    unit: list[int] = []
    pos: list[int] = []
    head: list[int] = []
    relation: list[int] = []
    begins: list[int] = []
    open_: dict[str, list[tuple[int, str]]] = {}
    mentions: list[tuple[int, int, str, str]] = []
    number, sentence, base = -1, -1, 0
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("# newpar") and not line.startswith("# newpar_block"):
            number += 1
        if line.startswith("# sent_id"):
            sentence, base = sentence + 1, len(words)
        fields = line.split("\t")
        if len(fields) != 10 or not fields[0].isdigit():
            continue
        i = len(words)
        words.append(fields[1])
        paragraph.append(max(number, 0))
        unit.append(sentence)
        begins.append(int(i == base))
        pos.append(labels.POS.index(fields[3]))
        head.append(base + int(fields[6]) - 1 if fields[6] != "0" else i)
        relation.append(labels.RELATIONS.index(fields[7]) if fields[7] in labels.RELATIONS else IGNORE)
        entity = next((m[7:] for m in fields[9].split("|") if m.startswith("Entity=")), "")
        for match in _ENTITY.finditer(entity):
            opened, kind, closes, closed = match.groups()
            if opened and closes:
                mentions.append((i, i + 1, kind, opened))
            elif opened:
                open_.setdefault(opened, []).append((i, kind))
            elif open_.get(closed):
                start, kind = open_[closed].pop()
                mentions.append((start, i + 1, kind, closed))
    document = Document(path.stem, words, paragraph, unit, sentence=begins, pos=pos, head=head, relation=relation)
    _mark_mentions(document, head, mentions)
    return document


def _mark_mentions(document: Document, head: Sequence[int], mentions: list[tuple[int, int, str, str]]) -> None:
    """Put mentions at their heads: first word, word after the last, type, whom or what it means."""
    n = len(document.words)
    document.mention, document.first, document.last = [0] * n, [IGNORE] * n, [IGNORE] * n
    document.antecedent = [IGNORE] * n
    last_of: dict[str, int] = {}
    for start, end, kind, _entity in sorted(mentions, key=lambda m: (m[0], -m[1])):
        top = heading(head, start, end)
        if document.mention[top] and document.first[top] != IGNORE:
            continue  # a longer mention with this head is there: "Bob and Sue" over "Bob"
        document.mention[top] = labels.MENTIONS.index(kind)
        document.first[top], document.last[top] = start, end - 1
    for start, end, _kind, entity in sorted(mentions, key=lambda m: heading(head, m[0], m[1])):
        top = heading(head, start, end)
        if document.first[top] == start and document.last[top] == end - 1:
            document.antecedent[top] = last_of.get(entity, top)
            last_of[entity] = top
    document.mentions = mentions


def heading(head: Sequence[int], start: int, end: int) -> int:
    """The word of a span whose head lies outside it: the first, should there be several."""
    return next((i for i in range(start, end) if not start <= head[i] < end or head[i] == i), start)


# --- TimeBank --------------------------------------------------------------------------------------------------------

_TAG = re.compile(r"<(/?)(\w+)([^>]*)>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')


def timeml_elements(path: Path, name: str) -> tuple[str, list[tuple[int, int, dict[str, str]]]]:
    """The text of a TimeML file and its elements of one name: begin, end, attributes."""
    body = path.read_text("utf-8").split("<TEXT>", 1)[1].split("</TEXT>", 1)[0]
    text, found, at = "", list[tuple[int, int, dict[str, str]]](), 0
    opened: tuple[int, dict[str, str]] = (0, {})
    for tag in _TAG.finditer(body):
        text += html.unescape(body[at : tag.start()])
        at = tag.end()
        if tag[2] == name and not tag[1]:
            opened = len(text), attributes(tag[3])
        elif tag[2] == name:
            found.append((opened[0], len(text), opened[1]))
    return text + html.unescape(body[at:]), found


def attributes(tag: str) -> dict[str, str]:
    """The attributes of a tag of TimeML by name."""
    return dict(_ATTRIBUTE.findall(tag))


def timeml(path: Path) -> tuple[str, list[tuple[int, int, str]]]:
    """The text of a TimeML file and its time expressions: begin, end, type."""
    text, found = timeml_elements(path, "TIMEX3")
    return text, [(start, end, told.get("type", "DATE")) for start, end, told in found]


def timebank(part: str) -> Iterator[Document]:
    """TimeBank's reports. Every fifth file by name is kept for scoring: part "dev"."""
    for number, path in enumerate(sorted(TIMEBANK.glob("*.tml"))):
        if (number % 5 == 4) != (part == "dev"):
            continue
        text, spans = timeml(path)
        document, starts, ends = plain(path.stem, text)
        times = [(w[0], w[-1] + 1, kind) for a, b, kind in spans if (w := within(starts, ends, (a, b)))]
        document.unit = list(range(len(starts)))
        document.time = tags(times, labels.TIMES, len(starts))
        yield document


# --- our own ---------------------------------------------------------------------------------------------------------

OWN = Path(__file__).parent / "corpora"
_AUXILIARY = re.compile(
    r"(?:\b(?:has|have|had|is|are|was|were|be|been|being|did|does|do|will|would|also|later|then|not)\s+|n['’]t\s+)$",
    re.I,
)
_OPENING, _CLOSING = re.compile(r"(?:\bthat\s+)?[\"“‘]?$"), re.compile(r"^[,.?!]?[\"”’]|")


def as_polnear(text: str, given: Attributed) -> Attributed:
    """An attribution annotated in our terms, in PolNeAR's: the cue with its auxiliaries, the content with "that" and
    its quotation marks. The model learns one convention; `account.text` trims what it finds to ours."""
    cues = []
    for start, end in given.cue:
        while before := _AUXILIARY.search(text, max(0, start - 12), start):
            start = before.start()
        cues.append((start, end))
    contents = []
    for start, end in given.content:
        before = _OPENING.search(text, max(0, start - 8), start)
        after = _CLOSING.search(text[end : end + 2])
        contents.append((before.start() if before else start, end + (after.end() if after else 0)))
    return given._replace(cue=cues, content=contents)


def act(force: str, optional: bool) -> Act:
    """The act of an attribution annotated in our terms: optional ones are states of mind."""
    return Act(labels.FORCES.index(force), labels.ACTS.index("thought" if optional else "said"))


def passages() -> Iterator[Document]:
    """The passages written for training, fifty to a document, a paragraph each."""
    every = list(corpora.passages(OWN / "statements.txt"))
    for first in range(0, len(every), 50):
        text, attributions = "", []
        for passage in every[first : first + 50]:
            at = len(text)
            text += passage.text + "\n"
            for a in passage.attributions:
                parts = ([a.cue] if a.cue else [], [a.source] if a.source else [], a.content)
                spans = [[(x + at, y + at) for x, y in part] for part in parts]
                attributions.append(as_polnear(text, Attributed(*spans, *act(a.force, a.optional))))
        yield attributed(f"passages-{first}", text, attributions)


def clusters() -> list[dict[str, Any]]:
    """The reports grouped by the event they tell, as they stand there."""
    return [json.loads(line) for line in CLUSTERS.read_text("utf-8").splitlines()]


def rows(path: Path) -> Iterator[list[str]]:
    """The cells of a table, line by line, without its comments."""
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def texts() -> dict[str, str]:
    """The texts that our annotations speak of, by id."""
    found = {report["id"]: report["text"] for report in clusters()}
    for path in TIMEBANK.glob("*.tml"):
        found[path.stem] = timeml(path)[0]
    for article in ElementTree.parse(GEOWEBNEWS).iterfind("article"):
        body = article.find("text")
        found[f"geo-{article.get('file')}"] = "" if body is None else "".join(body.itertext())
    records = json.loads(RECORDS.read_text("utf-8"))
    # Two records have one id: the first is the one annotated.
    return found | {record["id"]: record["text"] for record in reversed(records)}


def annotated(part: str) -> Iterator[tuple[str, str, list[Attributed]]]:
    """News reports annotated in our terms: id, text, statements. The repository holds the annotations, `../shared/data`
    the texts."""
    known = texts()
    for path in sorted((OWN / "reports").glob("*.json")):
        report = json.loads(path.read_text("utf-8"))
        if report["part"] != part:
            continue
        text = known[report["id"]]
        if hashlib.sha256(text.encode()).hexdigest() != report["sha256"]:
            print(f"{path}: the text of {report['id']} is another: left out", file=sys.stderr)
            continue
        yield report["id"], text, list(annotations(report))


def reports(part: str) -> Iterator[Document]:
    """The same as the model knows them, in PolNeAR's terms."""
    for id, text, statements in annotated(part):
        yield attributed(id, text, (as_polnear(text, given) for given in statements))


def annotations(report: Mapping[str, Any]) -> Iterator[Attributed]:
    """The statements of a report annotated in our terms."""
    for said in report["statements"]:
        cue = [said["cue"]] if said["cue"] else []
        source = [said["speaker_span"]] if said["speaker_span"] else []
        yield Attributed(cue, source, said["content"], *act(said["force"], said["optional"]))


def own() -> Iterator[Document]:
    """All that we annotated ourselves for training."""
    yield from passages()
    yield from reports("train")


def events(part: str) -> Iterator[Document]:
    """The reports and passages whose events we annotated. part "dev": the reports kept from training."""
    known, polnear_texts = texts(), DATA / "polnear" / "train" / "text"
    for id, end, of, told in happenings.reports():
        if of == part:
            text = known[id] if id in known else verbatim(polnear_texts / f"{id}.txt")
            yield eventful(id, text[:end], told)
    if part == "train":
        for number, (text, told) in enumerate(happenings.stories()):
            yield eventful(f"story-{number}", text, told)
        every = list(happenings.passages())
        random.Random(len(every)).shuffle(every)  # a word's uses, with an event and without, are written side by side
        for first in range(0, len(every), 50):
            text, told = "", []
            for passage, of_passage in every[first : first + 50]:
                told += [event.moved(len(text)) for event in of_passage]
                text += passage + "\n"
            yield eventful(f"events-{first}", text, told)


def eventful(id: str, text: str, told: Iterable[happenings.Event]) -> Document:
    """A document with events."""
    document, starts, ends = plain(id, text)
    n = len(starts)
    document.event, document.status, document.again = [0] * n, [IGNORE] * n, [IGNORE] * n
    for event in told:
        trigger = next(iter(within(starts, ends, event.trigger)), None)
        if trigger is None or document.event[trigger]:
            continue  # one word tells of one event, as far as the model goes
        document.event[trigger] = labels.EVENTS.index(event.type)
        document.status[trigger] = labels.STATUSES.index(event.status)
        document.again[trigger] = int(event.again)
        roles = {role: _members(starts, ends, spans) for role, spans in event.roles.items()}
        document.happenings.append(Happening(trigger, roles))
    document.happenings.sort(key=lambda happening: happening.trigger)
    return document


def judged(name: str) -> Acts:
    """What corpora/acts/NAME.tsv judges: for each text its attributions with their acts. See corpora/README.md."""
    out: dict[str, dict[str, Act]] = {}
    for id, attribution, kind, force in rows(OWN / "acts" / f"{name}.tsv"):
        given = Act(labels.FORCES.index(force) if force else IGNORE, labels.ACTS.index(kind))
        out.setdefault(id, {})[attribution] = given
    return out


def acts() -> Iterator[Document]:
    """Attributions whose force, and whether anything is said at all, we judged ourselves: PolNeAR's own, with all that
    it annotates; and cues that an earlier model found in other reports, whose links nobody annotated."""
    yield from polnear("train", judged("polnear"))
    known = texts()
    for id, cues in judged("reports").items():
        document, starts, ends = plain(id, known[id])
        for place, given in cues.items():
            begin, end = map(int, place.split("-"))
            if words := within(starts, ends, (begin, end)):
                document.links.append(Link(words[0], [], [], *given, known=False))
        yield document
