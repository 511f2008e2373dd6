"""Copies: reports that are one story, by one voice.

An agency's text in two papers, a shortened or an extended version, an update at the same URL: one report is made from
the other's text, or both from a third. What counts is prose. The furniture of a page (captions, notices, credits) is
left out, for it is the same under different stories of an outlet; and what stands in quotation marks does not count
alone, for whoever was at the press conference has it.

Candidates share a key. Keys are the least hashes of a report's runs of words (the sketches of Broder, "On the
resemblance and containment of documents", 1997): the least of a text are likely among the least of any longer text that
contains it, which bands of MinHashes, made for texts of one length, do not give. Only runs that begin with a name are
taken, in the manner of SpotSigs (Theobald et al., 2008): what an outlet says in every weather report, or under every
report, makes no candidates. And copies come out within days: a key holds for some days, so that no passage, however
often it comes back, brings all the reports of ten years together.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property, lru_cache
from hashlib import blake2b
from heapq import nsmallest
from itertools import compress, groupby
from urllib.parse import urlsplit

from sayso import lexicon
from sayso.intake.furniture import furnish
from sayso.linking.keys import Key
from sayso.linking.told import Source
from sayso.model import Report, Span

_RUN = 4  # words that stand together in both texts are shared: fewer are everybody's, more do not survive light edits
_BESIDE = 2  # words on either side of a name by which its place is known
_KEY_RUN = 6  # words of a run that keys are made of
_OPENING = 150  # words: versions are mostly cut from below
_KEYS_OF_OPENING, _KEYS_OF_ALL = 12, 20
_SPAN = 40  # days for which a key holds
_NEAR = 10  # days: reports not further apart meet, for towards the end of a span a report has the keys of the next too

_MOST = 0.5  # of the shorter's prose that is in the longer
_NAMES = 0.8  # of the names between the same words that are the same: what is written by one form differs in these
_VERSION = 0.2  # of the shorter's prose, where both stood at one URL
_FEW = 30  # words: with no more than these outside quotation marks, a report is judged by all of its words

_YEAR = re.compile(r"(?:19|20)\d\d")
_WORD = re.compile(r"([^\W_]+(?:['’][^\W_]+)*)")
_SENTENCE_BEGINS = re.compile(r"[.!?:]['\"”’)]*(?:\s|$)")  # between two words
# A quotation that goes on in the next paragraph is not closed in this one. Single marks are apostrophes too.
_QUOTED = re.compile(r"“[^”\n]*(?:”|$)|\"[^\"\n]*(?:\"|$)|(?<![\w’'])[‘'](?=\w)[^\n]{8,600}?[’'](?!\w)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How far two reports are one text. Fractions are of the shorter one."""

    jaccard: float  # of the runs of words of both, how many both have
    contained: float  # of its words, how many stand in a run that the longer has too
    unquoted: float  # the same of its words outside quotation marks
    names: float  # of its names and figures between words that the longer has too, how many are the same there
    length: float  # its words, of those of the longer
    agency: bool | None  # whether both are of one agency; None if that is not known of both
    days: int | None  # between their publication
    version: bool  # whether they stood at one URL

    @property
    def score(self) -> float:
        """How much of the shorter's prose is in the longer, by whichever count is lower."""
        return min(self.contained, self.unquoted)

    @property
    def copies(self) -> bool:
        """Whether they are one story: most of the shorter's prose is in the longer, and it tells of the same."""
        if self.version:
            return self.score >= _VERSION
        return self.score >= _MOST and self.names >= _NAMES


@dataclass(frozen=True)
class _Prose:
    """The words of a report without its furniture."""

    words: list[str]  # in small letters
    unquoted: list[bool]
    named: list[bool]  # names within a sentence, and figures

    @cached_property
    def runs(self) -> frozenset[int]:
        return frozenset(map(hash, _runs(self.words)))

    @cached_property
    def slots(self) -> dict[tuple[str, ...], set[str]]:
        """The names and figures that stand between the same words."""
        found: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for is_named, places in groupby(range(len(self.words)), key=self.named.__getitem__):
            if is_named:
                begin, *rest = places
                end = begin + 1 + len(rest)
                if begin >= _BESIDE and end + _BESIDE <= len(self.words):
                    around = (*self.words[begin - _BESIDE : begin], *self.words[end : end + _BESIDE])
                    found[around].add(" ".join(self.words[begin:end]))
        return dict(found)


def keys(source: Source) -> set[Key]:
    """What two copies most likely share at least one of: up to 34 keys, 66 towards the end of a span of days.

    Reports seven weeks apart, or of which one alone has a date, share one only if they are the same word for word or
    stood at one URL."""
    text = _prose(source)
    runs = _key_runs(text)
    opening = {(rank, key) for place, rank, key in runs if place < _OPENING}
    everywhere = {(rank, key) for _, rank, key in runs}
    chosen = nsmallest(_KEYS_OF_OPENING, opening) + nsmallest(_KEYS_OF_ALL, everywhere)
    least = {key for _, key in chosen}
    found = {Key(str(key), since) for key in least for since in _spans(source.published)}
    if text.words:
        found.add(Key(str(_hash(" ".join(text.words)))))
    if source.url and _tells_one_report(source.url):
        found.add(Key(str(_hash(source.url))))
    return found


def compare(one: Source, other: Source) -> Likeness:
    """How far two reports are one text, whichever comes first."""
    shorter, longer = sorted((_prose(one), _prose(other)), key=lambda text: (len(text.words), text.words))
    shared = _shared(shorter, longer)
    unquoted = list(compress(shared, shorter.unquoted))
    runs = len(shorter.runs | longer.runs)
    return Likeness(
        jaccard=len(shorter.runs & longer.runs) / runs if runs else 0.0,
        contained=_fraction(shared),
        unquoted=_fraction(unquoted if len(unquoted) > _FEW else shared),
        names=_same_names(shorter, longer),
        length=len(shorter.words) / len(longer.words) if longer.words else 0.0,
        agency=one.agency == other.agency if one.agency and other.agency else None,
        days=_days(one.published, other.published),
        version=one.url is not None and one.url == other.url and _tells_one_report(one.url),
    )


def families(pairs: Iterable[tuple[str, str]], reports: Iterable[Source]) -> dict[str, str]:
    """The family of each report, by the ids of both: a family is called after the first of its reports.

    pairs: the ids of those found to be copies. A copy of a copy is of the family too: of two cuts of one text, one may
    have the beginning and the other the end."""
    order = [report.ref for report in sorted(reports, key=_age)]
    place = {ref: number for number, ref in enumerate(order)}
    first = list(range(len(order)))  # of each report, one of its family before it, or itself

    def root(number: int) -> int:
        while first[number] != number:
            first[number] = first[first[number]]
            number = first[number]
        return number

    for one, other in pairs:
        a, b = root(place[one]), root(place[other])
        first[max(a, b)] = min(a, b)
    return {ref: order[root(number)] for number, ref in enumerate(order)}


def voice(members: Iterable[Source]) -> str | None:
    """Whose story a family is: the agency that most of its reports credit, else the outlet that had it first."""
    ordered = sorted(members, key=_age)
    agencies = Counter(report.agency for report in ordered if report.agency)
    if agencies:
        return max(agencies, key=lambda agency: agencies[agency])  # of several, the one credited first
    return next((report.outlet for report in ordered if report.outlet), None)


def candidates(kept: Iterable[tuple[str, set[Key]]]) -> set[tuple[str, str]]:
    """The pairs of reports that share a key, each once, in order of their ids. kept: ids and their keys."""
    holders: dict[Key, list[str]] = defaultdict(list)
    for ref, own in sorted(kept):
        for key in own:
            holders[key].append(ref)
    return {(one, other) for refs in holders.values() for i, one in enumerate(refs) for other in refs[i + 1 :]}


def _age(report: Source) -> tuple[bool, str, str]:
    """Reports from the first to the last published, those without a date at the end."""
    return report.published is None, report.published or "", report.ref


@lru_cache(maxsize=512)
def _prose(source: Source) -> _Prose:
    words: list[str] = []
    unquoted: list[bool] = []
    named: list[bool] = []
    for start, end in source.prose if source.prose is not None else _without_furniture(source):
        begins = True  # whether a sentence does: a capital tells nothing there
        for stretch, is_quoted in _by_quotation(source.text[start:end]):
            before, *pieces = _WORD.split(stretch)
            begins = begins or bool(_SENTENCE_BEGINS.search(before))
            for word, after in zip(pieces[::2], pieces[1::2], strict=True):
                if word.isalpha():
                    words.append(word.casefold())
                    named.append(not begins and word[0].isupper())
                else:
                    words.append(word.casefold().replace("’", "'").removesuffix("'s"))
                    named.append(any(map(str.isdigit, word)) or (not begins and word[0].isupper()))
                begins = after != " " and _SENTENCE_BEGINS.search(after) is not None
            unquoted += [not is_quoted] * (len(words) - len(unquoted))
    return _Prose(words, unquoted, named)


def _without_furniture(source: Source) -> list[Span]:
    report = Report(id=source.ref, text=source.text, title=source.title, outlet=source.outlet)
    furnish(report)
    return report.prose


def _by_quotation(text: str) -> Iterator[tuple[str, bool]]:
    """A text in pieces, each with whether it stands in quotation marks."""
    at = 0
    for found in _QUOTED.finditer(text):
        yield text[at : found.start()], False
        yield found[0], True
        at = found.end()
    yield text[at:], False


def _same_names(shorter: _Prose, longer: _Prose) -> float:
    same = [bool(names & longer.slots[around]) for around, names in shorter.slots.items() if around in longer.slots]
    return _fraction(same) if same else 1.0


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[i:] for i in range(_RUN)), strict=False)


def _shared(shorter: _Prose, longer: _Prose) -> list[bool]:
    """Which of the shorter's words stand in a run that the longer has too."""
    shared = [False] * len(shorter.words)
    for i, run in enumerate(_runs(shorter.words)):
        if hash(run) in longer.runs:
            shared[i : i + _RUN] = [True] * _RUN
    return shared


def _fraction(marks: Sequence[bool]) -> float:
    return sum(marks) / len(marks) if marks else 0.0


def _key_runs(text: _Prose) -> list[tuple[int, float, int]]:
    """The runs that may be keys: where each begins, its rank, and its hash.

    The rank is the hash over the number of names: a run with three is three times as likely to be a key."""
    known = _everybodys()
    telling = [
        is_named and word not in known and not _YEAR.fullmatch(word)
        for word, is_named in zip(text.words, text.named, strict=True)
    ]
    found = []
    for i in range(max(len(telling) - _KEY_RUN + 1, 0)):
        if telling[i]:
            names = sum(telling[i : i + _KEY_RUN])
            key = _hash(" ".join(text.words[i : i + _KEY_RUN]))
            found.append((i, key / names, key))
    return found


def _spans(published: str | None) -> tuple[int, ...]:
    """The first days of the spans in which a report has its keys; 0 for one without a date."""
    day = _day(published)
    if day is None:
        return (0,)
    into = day % _SPAN
    first = day - into
    return (first, first + _SPAN) if into >= _SPAN - _NEAR else (first,)


@cache
def _everybodys() -> frozenset[str]:
    """Names that are in the news every day, in small letters: countries, capitals, months and days, offices, bodies."""
    names: set[str] = set(lexicon.time_words())
    for country in lexicon.countries().values():
        names.update((country.name, *country.also, *country.short, *country.adjectives, *country.people))
        names.update(country.capitals)
    names.update(lexicon.seat_names(), lexicon.roles(), lexicon.bodies(), lexicon.honorifics())
    return frozenset(found[0].casefold() for name in names for found in _WORD.finditer(name))


def _hash(words: str) -> int:
    return int.from_bytes(blake2b(words.encode("utf-8", "surrogatepass"), digest_size=6).digest())


def _tells_one_report(url: str) -> bool:
    """Whether it is the address of a page, not of a whole site."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return bool(parts.path.strip("/") or parts.query)


def _days(one: str | None, other: str | None) -> int | None:
    first, second = _day(one), _day(other)
    return None if first is None or second is None else abs(first - second)


def _day(published: str | None) -> int | None:
    try:
        return date.fromisoformat(published or "").toordinal()
    except ValueError:
        return None
