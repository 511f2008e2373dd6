"""The language model: a report's text in, its `Reading` out. See training/ for how the weights come about."""

from __future__ import annotations

from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from sayso.reader import labels
from sayso.reader.pieces import Pieces, shape
from sayso.reader.reading import Attribution, Happening, Mention, Name, Reading, TimeWords, Words
from sayso.reader.tree import heads
from sayso.reader.windows import Scores, Window, read
from sayso.reader.words import cut, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CUE = 0.25  # a word may begin a cue if it is at least so likely to; accounts ask for more
LINKED = 0.5  # a word belongs to a source or content if it is at least so likely to
GAP = 3  # words missing from a source or content that are too few to part it
BEING = ("am", "is", "are", "was", "were", "be", "been", "being")
HOURS = ("a.m.", "p.m.", "a.m", "p.m")
SHARED = 4.0  # weight of what all places of a name tell of its type beside what one tells
FILLS = 0.03  # words less likely to fill a role in an event are left out
YIELDING = {"MISC": 0, "PERSON": 1}  # kinds of name that yield to any other in one name, the first before the second
SHORT = 2  # a run of content of fewer words beside a longer one is noise


class Network:
    """The model, loaded once. Calls are independent of each other and of the number of threads."""

    def __init__(self, weights: str | None = None, threads: int = 1) -> None:
        """weights: path of another graph than the one that ships. threads: for one pass of the encoder."""
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # Without VNNI a processor adds two products of bytes in sixteen bits, which is too few: one word in 25 had
        # another head there. So it takes a way that is a little slower, and gives what others give.
        options.add_session_config_entry("session.x64quantprecision", "1")
        model = weights or files("sayso.reader").joinpath("weights/reader.onnx").read_bytes()
        self._session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        self._outputs = [output.name for output in self._session.get_outputs()]
        self._pieces = Pieces()

    def read(self, text: str) -> Reading:
        """The reading of a text of any length."""
        starts, ends = cut(text)
        return self.read_words(text, starts, ends, paragraphs(text, starts))

    def read_words(self, text: str, starts: list[int], ends: list[int], paragraph: list[int]) -> Reading:
        """The reading of a text cut into words already."""
        words = [text[a:b] for a, b in zip(starts, ends, strict=True)]
        if not words:
            return Reading(text, [], [], [], [], [], [], [])
        windows = list(self.windows(words, paragraph))
        return assemble(text, starts, ends, paragraph, windows)

    def windows(self, words: Sequence[str], paragraph: Sequence[int]) -> list[Window]:
        """The model's scores for a text, window by window."""
        codes = [self._pieces(word) for word in words]
        opens = [i == 0 or paragraph[i] != paragraph[i - 1] for i in range(len(words))]
        shapes = [shape(word, first) for word, first in zip(words, opens, strict=True)]

        def score(begin: int, end: int) -> Scores:
            ids, types, first = [Pieces.START], [0], []
            for code, kind in zip(codes[begin:end], shapes[begin:end], strict=True):
                first.append(len(ids))
                ids += code
                types += [kind] * len(code)
            ids.append(Pieces.END)
            types.append(0)
            feed = {"ids": ids, "types": types, "first": first, "opens": opens[begin:end]}
            given = self._session.run(None, {key: np.array(value, np.int64) for key, value in feed.items()})
            return dict(zip(self._outputs, given, strict=True))

        return list(read([len(code) for code in codes], score))


def assemble(text: str, starts: list[int], ends: list[int], paragraph: list[int], windows: Sequence[Window]) -> Reading:
    """The windows of a text put together into its reading."""
    n = len(starts)
    sentence, head, relation, pos = [0] * n, [0] * n, [""] * n, [""] * n
    names, times = np.zeros(n, np.int64), np.zeros(n, np.int64)
    written = [text[a:b] for a, b in zip(starts, ends, strict=True)]
    # A full stop that is a word of its own closes a sentence before a capital, whatever the model makes of it.
    opens = np.array([i > 0 and written[i - 1] == "." and word[0].isupper() for i, word in enumerate(written)], bool)
    number = -1
    for window in windows:
        s, at = window.scores, window.begin
        own = slice(window.own - at, window.until - at)
        for field, layer in ((names, "name"), (times, "time")):
            field[window.own : window.until] = s[layer][own]
        pos[window.own : window.until] = [labels.POS[code] for code in s["pos"][own]]
        relation[window.own : window.until] = [labels.RELATIONS[code] for code in s["relation"][own]]
        for word in range(max(1, window.own), window.until):
            opens[word] |= _opens_behind_hour(written, pos, times, word)
        ids = s["sentence"][own]
        changes = (np.diff(ids) != 0) | opens[window.own + 1 : window.until]
        cuts = [0, *(np.flatnonzero(changes) + 1).tolist(), len(ids)]
        for begin, end in pairwise(cuts):
            number += 1
            low, high = window.own - at + begin, window.own - at + end
            tree = heads(s["heads"][low:high, low:high])
            for i, parent in enumerate(tree):
                word = at + low + i
                sentence[word] = number
                head[word] = at + low + parent
                if parent == i:
                    relation[word] = "root"
                elif relation[word] == "root":
                    relation[word] = "dep"
    _tell_voice(written, pos, head, relation)
    reading = Reading(text, starts, ends, paragraph, sentence, pos, head, relation)
    kinds = mention_kinds(written, [tag == "PROPN" for tag in pos], windows)
    reading.mentions = {one.head: one for window in windows for one in mentions(window, kinds, sentence)}
    reading.names = [Name(words, kind) for words, kind in tagged(names, labels.NAMES)]
    reading.times = [TimeWords(words, kind) for words, kind in tagged(times, labels.TIMES)]
    reading.attributions = attributions(n, windows)
    reading.happenings = [happening for window in windows for happening in happenings(window)]
    return reading


def _opens_behind_hour(words: Sequence[str], pos: Sequence[str], times: np.ndarray, i: int) -> bool:
    """Whether a word opens a sentence behind an hour, whose stop may end one or not: "at 9 p.m. {Soldiers} fired", but
    not "at 9 p.m. {Friday}", "at 9 p.m. {Moscow} time"."""
    if words[i - 1].lower() not in HOURS or not words[i][0].isupper() or times[i]:
        return False
    return pos[i] in ("DET", "PRON") or (i + 1 < len(words) and pos[i + 1] in ("VERB", "AUX"))


def _tell_voice(words: Sequence[str], pos: Sequence[str], head: Sequence[int], relation: list[str]) -> None:
    """Take "were" before a verb for what the verb's form makes it: "they were {calling}" is no passive, "they were
    {killed}" is one."""
    passive = set()
    for i, word in enumerate(words):
        verb = head[i]
        if relation[i] in ("aux", "aux:pass") and word.lower() in BEING and i < verb and pos[verb] == "VERB":
            acts = words[verb].lower().endswith("ing")
            relation[i] = "aux" if acts else "aux:pass"
            if not acts:
                passive.add(verb)
    for i, told in enumerate(relation):
        if told == "nsubj" and head[i] in passive:
            relation[i] = "nsubj:pass"
        elif told == "nsubj:pass" and words[head[i]].lower().endswith("ing"):
            relation[i] = "nsubj"


def happenings(window: Window) -> Iterator[Happening]:
    """The words a window answers for that may tell of an event."""
    s, at = window.scores, window.begin
    for row, place in enumerate(s["trigger"].tolist()):
        if row == 0 or not window.own <= at + place < window.until:
            continue
        roles = {}
        for role in labels.ROLES:
            likely = s["role_" + role][row]
            words = [i for i in np.flatnonzero(likely >= FILLS).tolist() if i != place]  # the trigger itself: nobody
            roles[role] = tuple((at + i, float(likely[i])) for i in words)
        types, statuses = (tuple(map(float, s[part][row])) for part in ("event", "status"))
        yield Happening(at + place, types, statuses, float(s["again"][row]), roles)


def mentions(window: Window, kinds: np.ndarray, sentence: Sequence[int]) -> Iterator[Mention]:
    """The mentions headed by words that a window answers for. kinds: of the mention that each word of a text heads."""
    s, at = window.scores, window.begin
    for word in (np.flatnonzero(kinds[window.own : window.until]) + window.own).tolist():
        place = word - at
        reached = range(at + int(s["begin"][place]), at + int(s["end"][place]) + 1)
        words = [i for i in reached if sentence[i] == sentence[word]] or [word]
        earlier = at + int(s["antecedent"][place])
        kind = labels.MENTIONS[kinds[word]]
        yield Mention((words[0], words[-1] + 1), word, kind, None if earlier == word else earlier)


def mention_kinds(words: Sequence[str], proper: Sequence[bool], windows: Sequence[Window]) -> np.ndarray:
    """For each word the type of the mention it heads, as a number of labels.MENTIONS. A name that a text repeats is
    most often of one type throughout: what all its places tell counts beside what each tells."""
    scores = np.concatenate([w.scores["mention"][w.own - w.begin : w.until - w.begin] for w in windows])
    kinds: np.ndarray = scores.argmax(1)
    places: dict[str, list[int]] = {}
    for i in np.flatnonzero(kinds).tolist():
        if proper[i]:
            places.setdefault(words[i], []).append(i)
    for same in places.values():
        if len(same) > 1:
            together = scores[same] + SHARED * scores[same].mean(0)
            kinds[same] = together[:, 1:].argmax(1) + 1
    return kinds


def tagged(tags: np.ndarray, kinds: Sequence[str]) -> list[tuple[Words, str]]:
    """Runs of begin and inside tags (see training.windows.tags); an inside tag that nothing began begins one. One that
    goes on in another kind keeps the first, but for one that yields: places and bodies are named after people."""
    out: list[tuple[Words, str]] = []
    open_, kind = -1, ""
    for i, tag in enumerate([*tags.tolist(), 0]):
        begins, here = tag % 2 == 1, kinds[(tag - 1) // 2]
        if open_ >= 0 and (begins or not tag):
            out.append(((open_, i), kind))
            open_ = -1
        if tag and open_ < 0:
            open_, kind = i, here
        elif tag and YIELDING.get(here, 2) > YIELDING.get(kind, 2):
            kind = here
    return out


def attributions(n: int, windows: Sequence[Window]) -> list[Attribution]:
    """The cues with what they are linked to. What two windows see of one cue counts with the mean of both."""
    cue = np.zeros((n, len(labels.CUE)))
    for window in windows:
        own = slice(window.own - window.begin, window.until - window.begin)
        cue[window.own : window.until] = window.scores["cue"][own]
    begins = cue[:, 1] >= CUE
    out = []
    for window in windows:
        rows = {int(word) + window.begin: row for row, word in enumerate(window.scores["anchor"]) if row}
        for word, row in rows.items():
            if not window.own <= word < window.until or not begins[word]:
                continue
            end = word + 1
            while end < n and cue[end, 2] >= 0.5 and not begins[end]:
                end += 1
            linked = {part: _seen(part, word, windows) for part in ("link_source", "link_content")}
            source = _runs(*linked["link_source"], word, end)
            content = _runs(*linked["link_content"], word, end)
            forces, acts = (tuple(map(float, window.scores[part][row])) for part in ("force", "act"))
            nearest = min(source, key=lambda run: min(abs(run[0] - end), abs(word - run[1])), default=None)
            out.append(Attribution((word, end), nearest, tuple(content), forces, acts, float(cue[word, 1])))
    return sorted(out, key=lambda attribution: attribution.cue)


def _seen(part: str, anchor: int, windows: Sequence[Window]) -> tuple[int, np.ndarray]:
    """First word seen, and for each word from there how likely it is linked to the cue that begins at `anchor`."""
    views = []
    for window in windows:
        if window.begin <= anchor < window.end:
            found = np.flatnonzero(window.scores["anchor"][1:] == anchor - window.begin)
            if len(found):
                views.append((window.begin, window.scores[part][found[0] + 1]))
    begin = min(at for at, _ in views)
    end = max(at + len(row) for at, row in views)
    total, count = np.zeros(end - begin), np.zeros(end - begin)
    for at, row in views:
        total[at - begin : at - begin + len(row)] += row
        count[at - begin : at - begin + len(row)] += 1
    return begin, total / np.maximum(count, 1)


def _runs(begin: int, likely: np.ndarray, cue: int, cue_end: int) -> list[Words]:
    """Runs of likely words, small gaps closed, but never over the cue."""
    runs: list[list[int]] = []
    for i in (np.flatnonzero(likely >= LINKED) + begin).tolist():
        if cue <= i < cue_end:
            continue
        if runs and i - runs[-1][1] < GAP and not (runs[-1][1] <= cue < i):
            runs[-1][1] = i + 1
        else:
            runs.append([i, i + 1])
    longest = max((b - a for a, b in runs), default=0)
    return [(a, b) for a, b in runs if b - a >= SHORT or longest < SHORT]
