"""The parts of a plain text that are not prose, as outlets' pages give them, and what they tell of the report.

A page's text comes as lines. What a line is, shows in its words (rules in lexicon/furniture.tsv), in what stands
around it, or in its being there twice. The rule above all others: prose is never taken for furniture. What ends as a
sentence does is prose, unless its very words say otherwise; so is a quotation, a tweet, a line that begins with a
speaker's name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import cast

from sayso import lexicon
from sayso.intake.dates import iso_date
from sayso.model import Furniture, FurnitureKind, Report

_LINE_END = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_WORD = r"[^\W\d_a-zß-öø-ÿ][\w'’.-]*"  # a word with a capital
_NAME = (
    rf"{_WORD}(?:\s(?:(?:de|del|della|da|do|dos|du|di|van|von|der|den|la|le|el|al|bin|ibn|ben|of)\s)*{_WORD}){{1,4}}"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATE = (
    r"(?i:(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d"
    rf"|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s(?:19|20)\d\d"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?[\s-]{_MONTH},?[\s-](?:19|20)\d\d)"
)
# How a line of prose ends: a stop or what leads on to the next line; then quotation marks and brackets.
_SENTENCE_END = re.compile(r"(?:[.!?…:;,]|[—–―-])[\"'”’»)\]\s]*$")
_QUOTATION = re.compile(r"[\"“”«„‘']")
_SPEAKER = re.compile(
    r"((?:[QA]|[^\W\d_a-z][\w.'’-]*(?:\s[^\W\d_][\w.'’-]*){0,4}(?:\s?\([^()]{1,60}\))?))(?::\s|\.\s?[—–-])"
)
_TWEET = re.compile(r"\(@\w+\)|pic\.twitter\.com|https?://t\.co/")
# Prose without its last stop: a sentence is over before, somebody's words stand in it, or it is long for a caption.
_STOPLESS_PROSE = re.compile(r"\w{3}[.!?] [^\W\d_a-z]|[\"“”]|.{160}")
_BULLET = re.compile(r"[-–—•*·▪■►]\s?\S|\(?\d{1,2}[.)]\s")

_PLACE = r"(?:Mc|Mac)?[^\W\d_a-zß-öø-ÿ]{2}[^\W\d_a-zß-öø-ÿ.'’-]*"
_PLACES = rf"(?:[^\W\d_a-z]['’.])?{_PLACE}(?:(?:[\s/-]|\sand\s){_PLACE}){{0,4}}"
_REGION = rf"(?:,\s(?:{_WORD}(?:\s(?:of\s|the\s)?{_WORD}){{0,3}}))?"
_MONTH_DAY = rf"(?:,?\s(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})(?:,?\s\d{{4}})?)?"
_DASH = r"\s*(?:[—–―]|--|[-_](?=\s))[—–―-]*"
_CREDIT = r"\((?P<by>[^\W\d_][^()]{1,30})\)"
_TITLE_PLACE = rf"{_WORD}(?:[\s-]{_WORD}){{0,3}}"
_DATELINES = tuple(
    re.compile(form)
    for form in (
        # BEIJING. —   RAMALLAH, West Bank (AP) -   HEMPSTEAD, N.Y., Sept. 26 (UPI) —
        rf"(?P<place>{_PLACES}{_REGION}?){_MONTH_DAY},?\.?(?:\s{_CREDIT})?\.?{_DASH}",
        # MOSCOW, September 15. /TASS/.
        rf"(?P<place>{_PLACES}{_REGION}?){_MONTH_DAY}\.?\s/(?P<by>[^/]{{2,20}})/[.:]?(?:{_DASH})?",
        # NEW DELHI, Sept 15 (PTI):   JERUSALEM (AP) the agency's name instead of a dash
        rf"(?P<place>{_PLACES}{_REGION}?){_MONTH_DAY},?\.?\s{_CREDIT}:?(?=\s)",
        # Ramallah, West Bank (AP) -
        rf"(?P<place>{_TITLE_PLACE}{_REGION}?){_MONTH_DAY},?\.?\s{_CREDIT}\.?{_DASH}",
        # (CNN) A small plane …   (Reuters) -
        rf"\((?P<by>[A-Z][A-Za-z]{{1,20}}(?:\s[A-Z][A-Za-z]{{1,20}})?)\)(?:{_DASH}|(?=\s[^\W\d_a-z]))",
        # Kabul, Afghanistan –   where the country tells that it is a place
        rf"(?P<place>{_TITLE_PLACE},\s(?P<country>{_TITLE_PLACE}))\s(?:[—–―]|-)(?=\s)",
        # (La Paz, May 30, 2023) –
        rf"\((?P<place>{_TITLE_PLACE}{_REGION}?){_MONTH_DAY}\){_DASH}",
        # GENEVA (17 July 2024) –
        rf"(?P<place>{_PLACES}{_REGION}?)\s\({_DATE}\)\.?{_DASH}",
        # La Paz, May 30, 2023 –   where the day with its year tells that it is a dateline
        rf"(?P<place>{_TITLE_PLACE}{_REGION}?),?\s{_DATE}\.?{_DASH}",
    )
)

_LINES_BEFORE_THE_DATELINE = 4  # of prose: a standfirst may stand before it
_LONGEST_TITLE = 220
_LONGEST_FURNITURE = 1000


@dataclass(slots=True)
class _Line:
    start: int
    end: int
    words: str
    kind: FurnitureKind | None = None
    parts: list[Furniture] = field(default_factory=list)  # furniture within a line of prose

    def mark(self, kind: FurnitureKind, start: int, end: int) -> None:
        """Mark a part of the line, in characters of its words."""
        self.parts.append(Furniture(kind=kind, span=(self.start + start, self.start + end)))

    @property
    def prose(self) -> str:
        """What is left of the line."""
        cut = [(part.span[0] - self.start, part.span[1] - self.start) for part in self.parts]
        first = max((end for start, end in cut if start == 0), default=0)
        last = min((start for start, end in cut if start > 0), default=len(self.words))
        return self.words[first:last]


@dataclass(frozen=True, slots=True)
class _Rule:
    kind: FurnitureKind
    where: str
    pattern: re.Pattern[str]
    example: str

    def holds(self, words: str) -> bool:
        """Whether the rule takes the whole of a line."""
        if self.where in ("line", "top"):
            return self.pattern.fullmatch(words) is not None
        return (self.pattern.match if self.where == "start" else self.pattern.search)(words) is not None


@cache
def _agencies() -> dict[str, str]:
    """Every name a news agency goes by, and the agency."""
    return {alias: name for alias, name, work in _named_agencies() if work == "news"}


@cache
def _named_agencies() -> tuple[tuple[str, str, str], ...]:
    """Every name an agency goes by, the agency and its work."""
    return tuple(
        (alias, name, work)
        for name, aliases, _, work in lexicon.rows("agencies.tsv", 4)
        for alias in (name, *filter(None, aliases.split(";")))
    )


def _one_of(names: Iterable[str]) -> str:
    return r"(?:(?:[Tt]he )?\b(?:" + "|".join(map(re.escape, sorted(names, key=len, reverse=True))) + r")\b)"


@cache
def _any_agency() -> re.Pattern[str]:
    return re.compile(_one_of(_agencies()))


@cache
def _labels() -> frozenset[str]:
    return frozenset(word for (word,) in lexicon.rows("labels.tsv", 1))


@cache
def rules() -> tuple[_Rule, ...]:
    """The rules of lexicon/furniture.tsv."""
    every_agency = [alias for alias, *_ in _named_agencies()]
    stands_for = {"{agency}": _one_of(_agencies()), "{photo}": _one_of(every_agency), "{name}": _NAME, "{date}": _DATE}
    found = []
    for kind, where, pattern, example in lexicon.rows("furniture.tsv", 4):
        for short, long in stands_for.items():
            pattern = pattern.replace(short, long)
        found.append(_Rule(cast(FurnitureKind, kind), where, re.compile(pattern), example))
    return tuple(found)


@cache
def _rules(*where: str) -> tuple[_Rule, ...]:
    return tuple(rule for rule in rules() if rule.where in where)


def agency_in(words: str) -> str | None:
    """The news agency named first in `words`, None if none is."""
    found = _any_agency().search(words)
    if found is None:
        return None
    return _agencies().get(found[0]) or _agencies()[re.sub("^[Tt]he ", "", found[0])]


def furnish(report: Report) -> None:
    """Find the furniture of a report, and with it fill the fields that are not yet known: title, agency, byline,
    dateline, published. Its text stays as it is."""
    lines = _lines(report.text)
    _by_words(lines)
    _repeats(lines)
    _head(lines, report)
    _between_paragraphs(lines)
    if not any(line.kind is None for line in lines):
        # Nothing but furniture: then the page is one of bare lines, and those that only look like it are its text.
        for line in lines:
            if line.kind in ("title", "heading", "caption", "repeat"):
                line.kind = None
    dateline = _dateline([line for line in lines if line.kind is None][:_LINES_BEFORE_THE_DATELINE])
    _tail([line for line in lines if line.kind is None])
    report.furniture = list(_furniture(lines))
    _fill(report, lines, dateline)


def _lines(text: str) -> list[_Line]:
    """The lines that are not blank, without the space around them. In a text broken into lines of even length, what
    stands between blank lines is one."""
    lines = []
    for found in _LINE.finditer(text):
        words = found[0].strip("\0 \t\xa0\u200b\u200e\u200f\ufeff")
        if words and not words.isspace():
            start = found.start() + found[0].index(words)
            lines.append(_Line(start, start + len(words), words))
    joined = [(a, b) for a, b in pairwise(lines) if len(_LINE_END.findall(text, a.end, b.start)) == 1]
    broken = [a for a, b in joined if not _SENTENCE_END.search(a.words) and len(a.words) > 40]
    if len(broken) < 3 or len(broken) < 0.5 * len(joined) or max(len(line.words) for line in lines) > 120:
        return lines
    blocks = [lines[0]]
    starts = {id(b) for _, b in joined}
    for line in lines[1:]:
        if id(line) in starts:
            blocks[-1] = _Line(blocks[-1].start, line.end, text[blocks[-1].start : line.end])
        else:
            blocks.append(line)
    return blocks


def _is_prose(words: str) -> bool:
    return bool(
        _SENTENCE_END.search(words)
        or len(words) > _LONGEST_TITLE
        or _TWEET.search(words)
        or _BULLET.match(words)
        or _SPEAKER.match(words)
        or _QUOTATION.match(words)
    )


def _by_words(lines: list[_Line]) -> None:
    """What the words themselves tell."""
    for line in lines:
        words = line.words
        if _TWEET.search(words) or len(words) > _LONGEST_FURNITURE:
            continue
        line.kind = next((rule.kind for rule in _rules("line", "start", "within") if rule.holds(words)), None)
        if line.kind is None:
            for rule in _rules("head"):
                if (found := rule.pattern.match(words)) and found.end() < len(words):
                    line.mark(rule.kind, 0, found.end())


def _key(words: str) -> str:
    return re.sub(r"[\W_]+", " ", words).strip().casefold()


def _repeats(lines: list[_Line]) -> None:
    """What stands there a second time. A short sentence may well be said twice; a quotation is never a repeat."""
    seen: set[str] = set()
    for line in lines:
        key = _key(line.words)
        if not key:
            continue
        may_be_said_twice = len(line.words) <= 60 and _is_prose(line.words)
        if key in seen and line.kind is None and not may_be_said_twice and not _QUOTATION.match(line.words):
            line.kind = "repeat"
        seen.add(key)


def _head(lines: list[_Line], report: Report) -> None:
    """The lines above the prose: title, names under pictures, byline, dates, a line that sums the report up."""
    speakers = Counter(found[1] for line in lines if (found := _SPEAKER.match(line.words)))
    title = _key(report.title or "")
    has_title = False
    for number, line in enumerate(lines[:12]):
        if line.kind is not None:
            continue
        words = line.words
        if title and not has_title and number < 4 and _key(words) == title:
            line.kind, has_title = "title", True
            continue
        if rule := _topmost(words):
            line.kind = rule.kind
            continue
        updated = re.search(rf"\s(?:Updated|Published|Posted):\s?{_DATE}.{{0,40}}$", words)
        if updated and not _SENTENCE_END.search(words[: updated.start()]):
            line.mark("title", 0, updated.start())
            line.mark("date", updated.start() + 1, len(words))
            line.kind, has_title = "title", True
            continue
        speaker = _SPEAKER.match(words)
        may_be_title = not title and not has_title and len(lines) > 1 and len(words) <= _LONGEST_TITLE
        if may_be_title and (speaker is None or speakers[speaker[1]] == 1) and _looks_like_title(words):
            line.kind, has_title = "title", True
        elif _is_prose(words) or any(form.match(words) for form in _DATELINES[:4]):
            return
        elif re.fullmatch(_NAME, words) and len(words) < 50:
            line.kind = (
                "caption"
                if lexicon.honorific(words.split()[0]) or _named_below(words, lines[number + 1 :])
                else "byline"
            )
        else:
            line.kind = _unfinished(words)


def _topmost(words: str) -> _Rule | None:
    if len(words) > _LONGEST_TITLE:
        return None
    return next((rule for rule in _rules("top") if rule.holds(words)), None)


def _looks_like_title(words: str) -> bool:
    """No sentence, or one written with capitals as titles are."""
    bare = words.rstrip(".!?…'\"’” ")
    if _QUOTATION.match(words) or _TWEET.search(words) or _BULLET.match(words):
        return False
    if not re.search(r"[.!?…:;,—–―-][\"'”’»)\]\s]*$", words):
        return not re.fullmatch(_NAME, words)
    long = [word for word in re.findall(r"[^\W\d_][\w'’]*", bare) if len(word) > 4]
    in_capitals = [word for word in long if word[0].isupper()]
    return len(long) >= 4 and len(in_capitals) == len(long) and not re.search(r"[.!?]\s", bare)


def _named_below(name: str, lines: list[_Line]) -> bool:
    last = name.split()[-1]
    return any(last in line.words for line in lines)


def _unfinished(words: str) -> FurnitureKind:
    """A line without an end is a heading if short or in capitals, else it stands under a picture."""
    return "heading" if len(words.split()) <= 8 or words.isupper() else "caption"


def _between_paragraphs(lines: list[_Line]) -> None:
    """Headings and captions between paragraphs: lines that do not end, in a text whose paragraphs do."""
    long = [line for line in lines if len(line.words) > 60 and line.kind is None]
    if len(long) < 3 or sum(bool(_SENTENCE_END.search(line.words)) for line in long) < 0.5 * len(long):
        return
    for number, line in enumerate(lines):
        if line.kind is not None or line.parts or _is_prose(line.words) or not line.words[0].isupper():
            continue
        if _STOPLESS_PROSE.search(line.words):
            continue
        after = lines[number + 1].words if number + 1 < len(lines) else ""
        if number and not after[:1].islower():
            line.kind = _unfinished(line.words)


@dataclass(frozen=True, slots=True)
class _Dateline:
    place: str | None
    agency: str | None
    published: str | None


def _dateline(prose: list[_Line]) -> _Dateline | None:
    """Mark the dateline and tell what it says."""
    for line in prose:
        done = line.parts[0].span[1] - line.start if line.parts else 0
        words = line.words[done:]
        if (first := re.match(r"\w+", words)) and first[0] in _labels():
            continue
        for form in _DATELINES:
            found = form.match(words)
            if not found or found.end() > 90 or not words[found.end() :].strip():
                continue
            told = found.groupdict()
            if "country" in told and lexicon.country(told["country"] or "") is None:
                continue
            credited = told.get("by") or ""
            agency = agency_in(credited)
            if form in _DATELINES[2:4] and not agency:
                continue
            line.mark("dateline", done, done + found.end())
            by_place = "" if agency or lexicon.seat(credited) is None else credited  # "(Beirut) –"
            place = (told.get("place") or by_place).strip(" ,")
            # "BEIJING. —" ends with a stop of its own, "HEMPSTEAD, N.Y." with that of an abbreviation.
            return _Dateline((place if "," in place else place.rstrip(".")) or None, agency, iso_date(found[0]))
    return None


def _tail(prose: list[_Line]) -> None:
    """Credits at the end of the last lines of prose."""
    for line in reversed(prose[-2:]):
        for rule in _rules("tail"):
            found = rule.pattern.search(line.words[-500:])
            if not found:
                continue
            start = max(len(line.words) - 500, 0) + found.start()
            start += len(line.words[start:]) - len(line.words[start:].lstrip())
            if start == 0:
                line.kind = rule.kind
            elif all(start >= part.span[1] - line.start for part in line.parts):
                line.mark(rule.kind, start, len(line.words))
            break


def _furniture(lines: list[_Line]) -> Iterator[Furniture]:
    for line in lines:
        if line.parts:
            yield from line.parts
        elif line.kind is not None:
            yield Furniture(kind=line.kind, span=(line.start, line.end))


def _fill(report: Report, lines: list[_Line], dateline: _Dateline | None) -> None:
    text = report.text

    def words(*kinds: str) -> list[str]:
        return [text[slice(*part.span)] for part in report.furniture if part.kind in kinds]

    report.title = report.title or next(iter(words("title")), None)
    report.byline = report.byline or next(iter(filter(None, map(_author, words("byline")))), None)
    agency = dateline.agency if dateline else None
    # An agency's name further up stands under a picture.
    last = max((line.start for line in lines if line.kind is None), default=0)
    credits = [text[slice(*part.span)] for part in report.furniture if part.kind == "credit" and part.span[0] >= last]
    for said in (*reversed(credits), report.byline or "", *words("byline")):
        agency = agency or agency_in(said)
    report.agency = report.agency or agency
    if dateline:
        report.dateline = report.dateline or dateline.place
    if report.published is None:
        dates = sorted(words("date", "byline"), key=lambda said: not re.match(r"(?i)\s*(?:first )?publ", said))
        report.published = next(filter(None, map(iso_date, dates)), dateline.published if dateline else None)


def _author(byline: str) -> str | None:
    """Who wrote it: the byline without "By", dates and hours."""
    name = re.sub(r"^(?i:(?:written |story )?by)\s+", "", byline)
    name = re.split(rf"\s*[|,]?\s*(?i:updated|published|posted)\b|\s*[|,]\s*{_DATE}", name)[0]
    return name.strip(" |,.") or None
