"""The grammar of time expressions: what words say of a time before it is known when they were written.

A stretch of symbols is cut into phrases by rules, the earlier rule first. A phrase tells what it tells and no more:
"last Friday" is a Friday, before now."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Literal

from sayso.account.when.time_symbols import hour_of, symbols

Type = Literal["DATE", "TIME", "DURATION", "SET"]
Certain = Literal["yes", "no", "year"]  # whether the words alone make it a time; a bare number needs words beside it

LONGEST = 48  # words that are looked at together; no expression is as long


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a time expression says.

    kind: how it is to be resolved, see account/times.py. value: what is given of the TIMEX3 value.
    toward: "last", "next" or "this" where the words say so. year: "1990", or "last", "next", "this"."""

    kind: str
    type: Type = "DATE"
    value: str = ""
    unit: str = ""
    number: int = 0
    toward: str = ""
    year: str = ""
    clock: str = ""  # time of day as it ends a TIMEX3 value: "T22:00", "TNI"
    date: Phrase | None = None  # the day a time of day is of
    certain: Certain = "yes"


Groups = dict[str, str]
Builder = Callable[[Groups], Phrase | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern of symbols, each followed by a space, and what it makes of them."""

    pattern: re.Pattern[str]
    build: Builder


_YEAR = r"#(?:1[0-9]|20)\d\d "
_WHICH = "(?:THE )?(?P<{}>LAST|PAST|PREV|NEXT|COMING|FOLL|THIS|CURRENT|LATEST|THAT|SAME) "
_OF = "(?:OF |IN )?"
# "1990", "of last year", "next year's"; the groups are `y` and `r`
_BY_YEAR = rf"(?:(?:THE UNIT_Y )?(?P<y>{_YEAR})|{_WHICH.format('r')}UNIT_Y |THE (?P<e>UNIT_Y (?:EARLIER|AGO|BEFORE)) )"
_MAYBE_YEAR = rf"(?:{_OF}{_BY_YEAR})?"
_DATE = r"(?P<date>(?:[A-Z#]\S* ){1,7}?)"
_CLOCKED = (
    r"(?:(?:MAYBE_FUTURE |REF_FUTURE )?(?:AFTER |BEFORE ))?"  # "shortly after noon": about then
    r"(?P<clock>(?:(?:AT )?CLOCK_\S+ (?:LOCAL |TIME |ZONE )*(?:IN THE PART_\S+ )?|(?:IN |AT )?(?:THE )?PART_\S+ ))"
)
_NUMBER_OF = r"(?P<n>#\d{1,4}|A|ANOTHER|FEW|COUPLE|HALF|DOZEN) "
_UNIT = "UNITS?_(?P<u>[DWMQYECLFHNS]) "
_LAPSE = (
    rf"(?:A (?=COUPLE|FEW|HALF|DOZEN))?{_NUMBER_OF}(?:(?<=HALF )A |OF )?(?P<half>(?:AND )?(?:A )?HALF )?"
    rf"{_UNIT}(?P<more>AND A HALF )?"
)
_LAPSE_TO = rf"(?P<n>#\d+) (?P<to>(?:TO|OR|AND|TIMES) #\d+ )?{_UNIT}"
_DAY_OF_MONTH = r"(?:#0?(?P<d>[1-9]|[12]\d|3[01])|ORD_(?P<o>[1-9]|[12]\d|3[01])) "
_WORDS = {"LAST": "last", "PAST": "last", "PREV": "previous", "NEXT": "next", "COMING": "next", "FOLL": "following",
          "THIS": "this", "CURRENT": "this", "LATEST": "latest", "THAT": "that", "SAME": "that"}  # fmt: skip
_ISO = {"E": (10, "Y"), "C": (100, "Y"), "L": (1000, "Y"), "F": (2, "W")}


def _toward(groups: Groups, name: str = "t") -> str:
    return _WORDS.get((groups.get(name) or "").strip(), "")


def _year(groups: Groups) -> str:
    if year := groups.get("y"):
        return year.strip()[-4:]
    return "earlier" if groups.get("e") else _toward(groups, "r")


def _day(groups: Groups) -> str:
    return f"{int(groups.get('d') or groups.get('o') or 0):02}"


def _month_day(g: Groups) -> Phrase:
    value = f"{g['m']}-{_day(g)}"
    if g.get("to"):
        value += f"/{g['m']}-{int(g['to']):02}"
    if year := g.get("y"):
        year = year.strip()[-4:]
        return Phrase("absolute", value="/".join(f"{year}-{part}" for part in value.split("/")))
    return Phrase("month day", value=value, year=_toward(g, "r"), toward=_toward(g))


def _numeric(g: Groups) -> Phrase:
    return Phrase("absolute", value=f"{g['y'].strip()[1:]}-{g['mm']}-{g['dd']}")


def _month(g: Groups) -> Phrase:
    sure: Certain = "no" if g["m"] in ("05", "03") and not (_year(g) or _toward(g)) else "yes"
    return Phrase("month", value=g["m"], year=_year(g), toward=_toward(g), certain=sure)


def _season(certain: Certain = "yes") -> Builder:
    def build(g: Groups) -> Phrase:
        sure: Certain = "yes" if _year(g) or _toward(g) else certain
        return Phrase("season", value=g["s"], year=_year(g), toward=_toward(g), certain=sure)

    return build


def _quarter(g: Groups) -> Phrase | None:
    if int(g["n"]) > 4:
        return None
    return Phrase("quarter", value=f"Q{g['n']}", year=_year(g), toward=_toward(g))


def _half_year(g: Groups) -> Phrase | None:
    half = {"ORD_1": "H1", "ORD_2": "H2", "LAST": "H2"}.get(g["n"])
    return Phrase("half", value=half, year=_year(g), certain="yes" if _year(g) else "no") if half else None


def _weekday(g: Groups) -> Phrase:
    return Phrase("weekday", value=g["w"], toward=_toward(g), year=_toward(g, "k"))


def _decade(g: Groups) -> Phrase:
    digits = g["c"]
    if len(digits) == 1:
        digits = ("20" if digits in "01" else "19") + digits
    return Phrase("absolute", value=digits, certain="yes" if len(g["c"]) > 1 or "THE" in g["all"] else "no")


def _century_of(g: Groups) -> Phrase | None:
    number = int(g["o"]) - 1
    return Phrase("absolute", value=f"{number:02}") if 0 < number < 30 else None


def _amount(g: Groups) -> int:
    """How many units a lapse has, negative where the words leave it open."""
    word = g["n"]
    if word.startswith("#"):
        return int(word[1:])
    return {"A": 1, "ANOTHER": 1, "COUPLE": 2, "DOZEN": 12}.get(word, -1)


def _period(number: int, unit: str, half: bool = False) -> str:
    """A TIMEX3 period: "P2D", "PT3H", "PXY" where it is open how many."""
    letter = {"N": "M"}.get(unit, unit)
    mark = "PT" if unit in "HNS" else "P"
    if number < 0:
        letter = "W" if unit == "F" else letter
        return f"{mark}X{letter}"
    if unit in _ISO:
        factor, letter = _ISO[unit]
        if half and factor % 2 == 0:
            return f"P{number * factor + factor // 2}{letter}"
        return f"P{number * factor}{letter}"
    if half:
        smaller = {"Y": "6M", "H": "30M", "N": "30S", "D": "T12H"}.get(unit)
        if smaller is None:
            return f"P{number}.5{letter}"
        if number == 0:
            return ("PT" if unit in "HN" else "P") + smaller
        return f"{mark}{number}{letter}{smaller}"
    return f"{mark}{number}{letter}"


def _duration(g: Groups) -> Phrase:
    number = _amount(g)
    half = bool(g.get("half") or g.get("more"))
    if g["n"] == "HALF":
        number, half = 0, True
    if g.get("to"):
        number = -1
    value = _period(number, g["u"], half)
    sure: Certain = "yes" if (number > 1 and not g["all"] and g["u"] != "Q") or _toward(g) else "no"
    return Phrase(
        "duration", "DURATION", value, unit=g["u"], number=-1 if half else number, toward=_toward(g), certain=sure
    )


def _bare(g: Groups) -> Phrase:
    return Phrase("duration", "DURATION", _period(-1, g["u"]), unit=g["u"], number=-1, certain="no")


def _lapse(step: int, kind: str) -> Builder:
    def build(g: Groups) -> Phrase | None:
        number = _amount(g)
        if g.get("half") or g.get("more"):
            number = -1
        if g["n"] == "HALF":
            return None
        unit = g["u"]
        if unit in "HNS" or (number < 0 and kind == "anchored"):  # "a few days later", "three hours earlier"
            return _duration({**g, "t": "", "all": ""})
        if number < 0:
            return Phrase("reference", value="PAST_REF" if step < 0 else "FUTURE_REF")
        if unit in "ECLF":
            factor, unit = _ISO[unit]
            number *= factor
        return Phrase(kind, unit=unit, number=step * number)

    return build


def _near_unit(g: Groups) -> Phrase | None:
    """ "last year", "this week", "the following month": one unit before, now, or after."""
    toward, unit = _toward(g), g["u"]
    if unit in "HNS":
        return Phrase("duration", "DURATION", _period(1, unit), toward=toward, certain="no")
    if unit == "F":
        return Phrase("duration", "DURATION", "P2W", unit="W", number=2, toward=toward)
    step = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(toward, 0)
    if g["t"] == "PAST" or (g["t"] in ("LAST", "NEXT") and unit in "ECL"):
        return Phrase("span", unit=unit, number=step or 1, toward=toward)
    anchored = toward in ("following", "that", "previous") or (toward == "next" and unit == "D")
    if toward == "latest":
        return Phrase("latest", unit=unit)
    return Phrase("anchored" if anchored else "offset", unit=unit, number=step)


def _time(g: Groups) -> Phrase | None:
    date = phrase(g["date"])
    if date is None or date.kind not in DAYS:
        return None
    return Phrase("clock", "TIME", clock=_clock(g["clock"]), date=date)


def _clock(symbols: str) -> str:
    clock = ""
    for name in symbols.split():
        if name.startswith("CLOCK_"):
            clock = f"T{name[6:]}"
        elif name.startswith("PART_"):
            part = name[5:]
            if not clock:
                clock = f"T{part}"
            elif part in ("AF", "EV", "NI") and clock[1:3] < "12":
                clock = f"T{hour_of(int(clock[1:3]), 'PM')}{clock[3:]}"
    return clock


def _clock_alone(g: Groups) -> Phrase:
    clock = _clock(g["clock"])
    return Phrase("clock", "TIME", clock=clock, certain="yes" if clock[1:2].isdigit() else "no")


def _this_part(g: Groups) -> Phrase:
    day = {"LAST": -1, "NEXT": 1}.get(g["t"])
    if g["t"] in ("THAT", "SAME"):
        return Phrase("clock", "TIME", clock=f"T{g['p']}", date=Phrase("anchored", unit="D"))
    return Phrase("clock", "TIME", clock=f"T{g['p']}", date=Phrase("offset", unit="D", number=day or 0))


def _every(g: Groups) -> Phrase | None:
    number = int(g["n"][1:]) if g.get("n") else 2 if g.get("other") else 1
    return Phrase("set", "SET", _period(number, g["u"]))


def _set_of(g: Groups) -> Phrase:
    value = f"XXXX-WXX-{g['w']}" if g.get("w") else f"XXXX-{g.get('m') or g.get('s')}"
    return Phrase("set", "SET", value + (f"T{g['p']}" if g.get("p") else ""))


def _part_set(g: Groups) -> Phrase:
    return Phrase("set", "SET", f"XXXX-XX-XXT{g['p']}", certain="no")


def _holiday(g: Groups) -> Phrase:
    name = g["h"]
    if g.get("eve"):
        name = "12-24" if name == "12-25" else name
    if g.get("after") and name == "EASTER":
        name = "EASTER+1" if g["after"] == "1" else name
    return Phrase("holiday", value=name, year=_year(g), toward=_toward(g))


def _fixed(phrase: Phrase) -> Builder:
    return lambda _: phrase


def _reference(value: str, certain: Certain = "yes") -> Builder:
    return _fixed(Phrase("reference", value=value, certain=certain))


def _here(g: Groups) -> Phrase:
    return Phrase("here", unit=g["u"], certain="no")


def _edge(g: Groups) -> Phrase | None:
    """ "early 1990", "the end of the year": what it is the edge of, for how early is not told."""
    inner = phrase(g["rest"])
    if inner is None or inner.type not in ("DATE", "TIME"):
        return None
    return replace(inner, certain="yes") if inner.certain == "year" or inner.kind == "here" else inner


def _first_units(g: Groups) -> Phrase:
    number = int(g["n"][1:])
    return Phrase("first", "DURATION", _period(number, g["u"]), unit=g["u"], number=number)


# The kinds of phrase that name a day, and so may have a time of day beside them.
DAYS = frozenset(("absolute", "month day", "weekday", "offset", "anchored", "holiday", "here"))

_T = _WHICH.format("t")
_MAYBE_T = f"(?:{_T}|THE )?"
_RULES: tuple[tuple[str, Builder], ...] = (
    # --- times of day
    (rf"{_CLOCKED}(?:ON |OF |AT |IN )?{_DATE}", _time),
    (rf"{_DATE}(?:AT |IN |ON )?{_CLOCKED}", _time),
    ("TONIGHT ", _fixed(Phrase("clock", "TIME", clock="TNI", date=Phrase("offset", unit="D")))),
    ("(?P<t>THIS|LAST|NEXT|THAT|SAME) PART_(?P<p>..) ", _this_part),
    # --- days
    ("DATE_(?P<v>\\S+) ", lambda g: Phrase("absolute", value=g["v"])),
    (rf"(?:THE )?(?P<y>{_YEAR})#(?P<mm>0[1-9]|1[0-2]) #(?P<dd>[0-2]\d|3[01]) ", _numeric),
    (rf"(?:THIS COMING |{_MAYBE_T})DAY_\d (?:ON |AND )?(?:THE )?MONTH_(?P<m>\d\d) {_DAY_OF_MONTH}{_MAYBE_YEAR}",
     _month_day),
    (rf"(?:{_MAYBE_T})DAY_\d (?:THE )?{_DAY_OF_MONTH}(?:OF )?MONTH_(?P<m>\d\d) {_MAYBE_YEAR}", _month_day),
    (rf"MONTH_(?P<m>\d\d) {_DAY_OF_MONTH}(?:TO |AND )?#0?(?P<to>[1-9]|[12]\d|3[01]) (?!UNIT){_MAYBE_YEAR}", _month_day),
    (rf"{_DAY_OF_MONTH}(?:TO |AND )?#0?(?P<to>[1-9]|[12]\d|3[01]) (?:OF )?MONTH_(?P<m>\d\d) {_MAYBE_YEAR}", _month_day),
    (rf"{_MAYBE_T}MONTH_(?P<m>\d\d) {_DAY_OF_MONTH}(?:OF (?=#|L))?{_MAYBE_YEAR}", _month_day),
    (rf"(?:THE )?{_DAY_OF_MONTH}(?:OF )?{_MAYBE_T}MONTH_(?P<m>\d\d) {_MAYBE_YEAR}", _month_day),
    (rf"{_MAYBE_T}GOOD DAY_5 {_MAYBE_YEAR}", lambda g: _holiday({**g, "h": "EASTER-2"})),
    (rf"{_MAYBE_T}HOLIDAY_(?P<h>\S+) (?:UNIT_D |(?P<eve>EVE )|DAY_(?P<after>[17]) )?{_MAYBE_YEAR}", _holiday),
    (rf"(?:EVE|EDGE) OF (?:THE )?NEW UNIT_Y |NEW UNIT_Y (?:EVE|EDGE) {_MAYBE_YEAR}",
     lambda g: _holiday({**g, "h": "12-31"})),
    (rf"NEW UNIT_Y UNIT_D {_MAYBE_YEAR}", lambda g: _holiday({**g, "h": "01-01"})),
    (rf"BOXING UNIT_D {_MAYBE_YEAR}", lambda g: _holiday({**g, "h": "12-26"})),
    ("THE UNIT_D BEFORE REL_-1 ", _fixed(Phrase("offset", unit="D", number=-2))),
    ("THE UNIT_D AFTER REL_1 ", _fixed(Phrase("offset", unit="D", number=2))),
    (r"REL_(?P<n>\S+) ", lambda g: Phrase("offset", unit="D", number=int(g["n"]))),
    (r"(?:EACH )DAY_(?P<w>\d) (?:PART_(?P<p>..) )?", _set_of),
    (r"DAYS_(?P<w>\d) (?:PARTS?_(?P<p>..) )?|DAY_(?P<w2>\d) PARTS_(?P<p2>..) ",
     lambda g: _set_of({"w": g.get("w") or g.get("w2") or "", "p": g.get("p") or g.get("p2") or ""})),
    (rf"(?:THIS COMING |{_MAYBE_T})DAY_(?P<w>\d) (?:(?:OF |IN )?{_WHICH.format('k')}UNIT_W )?", _weekday),
    (rf"{_MAYBE_T}UNIT_WE ", lambda g: Phrase("weekend", toward=_toward(g), certain="yes" if g.get("t") else "no")),
    # --- so long ago, so long before and after
    (rf"{_LAPSE}AGO ", _lapse(-1, "offset")),
    (rf"#\d+ (?:TO|OR) {_LAPSE}AGO ", _reference("PAST_REF")),
    (r"UNITS_[DWMQYECLHNS] AGO ", _reference("PAST_REF")),
    (r"(?:THE )?UNIT_Y (?:AGO|EARLIER) (?:(?:ORD_[1-4] )?UNIT_Q |PERIOD )?", _fixed(Phrase("year ago"))),
    ("THE (?:UNIT_Q|PERIOD) A UNIT_Y (?:AGO|EARLIER) ", _fixed(Phrase("year ago"))),
    ("THE (?:UNIT_Q|PERIOD) (?:LAST|PREV) UNIT_Y |(?:LAST|PREV) UNIT_Y (?:UNIT_Q|PERIOD) ", _fixed(Phrase("year ago"))),
    (rf"{_LAPSE}EARLIER ", _lapse(-1, "anchored")),
    (rf"{_LAPSE}LATER ", _lapse(1, "anchored")),
    (rf"{_LAPSE}FROM (?:REF_PRESENT|REL_0) ", _lapse(1, "offset")),
    (r"THE UNIT_(?P<u>[WMQY]) BEFORE LAST ", lambda g: Phrase("offset", unit=g["u"], number=-2)),
    (r"THE UNIT_(?P<u>[WMQY]) AFTER NEXT ", lambda g: Phrase("offset", unit=g["u"], number=2)),
    (r"THE UNIT_(?P<u>[DWMQY]) BEFORE ", lambda g: Phrase("anchored", unit=g["u"], number=-1, certain="no")),
    (r"THE UNIT_(?P<u>[DWMQY]) AFTER ", lambda g: Phrase("anchored", unit=g["u"], number=1, certain="no")),
    # --- how often
    (rf"EACH (?P<other>ORD_2 )?(?:(?P<n>#\d+) )?{_UNIT}", _every),
    (r"EACH MONTH_(?P<m>\d\d) |EACH SEASON_(?P<s>..) ", _set_of),
    (r"EACH PART_(?P<p>..) ", _part_set),
    (r"SET_(?P<v>\S+) ", lambda g: Phrase("set", "SET", g["v"], certain="no")),
    ("EVERY_Q ", _fixed(Phrase("set", "SET", "P1Q", certain="no"))),
    (rf"(?:ONCE|TWICE|#\d+ TIMES|FEW TIMES) (?:A|PER|EACH|EVERY) {_UNIT}", _every),
    (rf"PER {_UNIT}", lambda g: replace(Phrase("set", "SET", _period(1, g["u"])), certain="no")),
    # --- how long
    (rf"(?:THE )?UNIT_Y (?:AGO|EARLIER) (?P<n>#\d+) {_UNIT}",
     lambda g: Phrase("duration", "DURATION", _period(_amount(g), g["u"]))),
    (rf"(?:THE )?(?P<y>{_YEAR})(?:UNIT_Q|PERIOD) ", lambda g: Phrase("year quarter", year=_year(g))),
    ("THE ORD_[1-9] #(?P<n>[12]) UNITS_Q OF (?:THE )?(?P<y>#\\d{4}) ",
     lambda g: Phrase("absolute", value=f"{g['y'][1:]}-H1") if g["n"] == "2" else None),
    (rf"(?:THE )?ORD_1 (?P<n>#\d+) {_UNIT}", _first_units),
    ("(?:A |THE )?UNIT_Q (?:OF A )?UNIT_C ",
     _fixed(Phrase("duration", "DURATION", "P25Y", unit="Y", number=25, certain="no"))),
    (rf"(?:THE )?(?:(?P<t>LAST|PAST|PREV|NEXT|COMING|FOLL|ORD_1) )?(?:THE )?{_LAPSE_TO}(?P<all>OLD )?", _duration),
    (rf"(?:EACH OF )?(?:THE )?(?:(?P<t>LAST|PAST|PREV|NEXT|COMING|FOLL|ORD_1) )?(?:THE |THESE )?{_LAPSE}(?P<all>OLD )?",
     _duration),
    (r"(?:THE )?(?P<t>LAST|PAST|NEXT|COMING) (?P<n>#\d+) SEASONS_(?P<s>..) ",
     lambda g: Phrase("set", "SET", f"XXXX-{g['s']}")),
    # --- months, seasons, quarters, years and more
    (rf"{_MAYBE_T}MONTH_(?P<m>\d\d) (?:OF (?=#|L|N|T))?{_MAYBE_YEAR}", _month),
    (rf"{_BY_YEAR}MONTH_(?P<m>\d\d) ", _month),
    (rf"{_MAYBE_T}ORD_(?P<n>\d+) UNIT_Q {_MAYBE_YEAR}", _quarter),
    (rf"(?:THE )?{_BY_YEAR}ORD_(?P<n>\d+) UNIT_Q ", _quarter),
    (rf"(?:THE )?(?P<n>ORD_[12]|LAST) HALF {_MAYBE_YEAR}", _half_year),
    (r"(?:THE )?(?P<n>ORD_[12]|LAST) HALF OF (?P<rest>(?:[A-Z#]\S* ){1,4})", _edge),
    (rf"{_MAYBE_T}(?:EDGE )?SEASON_(?P<s>..) {_MAYBE_YEAR}", _season("no")),
    (rf"{_BY_YEAR}SEASON_(?P<s>..) ", _season()),
    (r"(?P<all>(?:THE )?(?:EDGE )?)DECADE_(?P<c>\d+) ", _decade),
    (r"(?:THE )?ORD_(?P<o>\d+) UNIT_C ", _century_of),
    (rf"THE UNIT_Y (?P<n>#\d{{4}}) |(?:THE UNIT_Y )(?P<n2>{_YEAR})",
     lambda g: Phrase("absolute", value=(g.get("n") or g.get("n2") or "").strip()[1:])),
    (rf"(?:THE )?(?P<y>{_YEAR})", lambda g: Phrase("absolute", value=_year(g), certain="year")),
    ("UNIT_Y EDGE ", _fixed(Phrase("offset", unit="Y"))),
    ("(?:THE |THIS )COMING UNITS_[DWMQY] |COMING UNITS_[DWMQY] ", _reference("FUTURE_REF")),
    (r"(?:THE )?(?:LAST|PAST) UNITS_[DWMQYEC] ", _reference("PAST_REF")),
    (r"(?:THE )?NEXT UNITS_(?P<u>[DWMQYEC]) |(?:THE )?UNITS_(?P<u2>[DWMQYEC]) AHEAD ",
     lambda g: Phrase("duration", "DURATION", _period(-1, g.get("u") or g.get("u2") or "D"), number=-1)),
    ("THESE UNITS_D ", _reference("PRESENT_REF")),
    (rf"{_T}UNIT_(?P<u>[DWMQYECFHN]) ", _near_unit),
    ("(?:THE )?LATEST PERIOD ", _fixed(Phrase("latest", unit="Q"))),
    ("THE RECENT PAST ", _reference("PAST_REF")),
    (r"RECENT UNITS_[DYEC] |RECENT UNITS_. AND UNITS_. ", _reference("PAST_REF")),
    (r"RECENT UNITS_(?P<u>[WMQ]) ", lambda g: replace(_bare(g), certain="yes")),
    (r"FUTURE UNITS_. ", _reference("FUTURE_REF")),
    (r"(?P<rest>(?:[A-Z#]\S* ){1,7}?)OR (?:LATER|EARLIER) ", _edge),
    # --- edges: "early", "the end of"
    (r"(?:THE )?(?:EDGE |EARLIER |LATER |RIGHT )+(?:OF |IN |ON |THE )*(?P<rest>(?:[A-Z#]\S* ){1,7}?)", _edge),
    # --- the year, the quarter, the day
    (r"THE UNIT_(?P<u>[DWMQY]) ", _here),
    # --- no date at all
    ("RIGHT REF_PRESENT |(?:AT )?THE CURRENT TIME ", _reference("PRESENT_REF")),
    (r"REF_(?P<v>\w+) ", lambda g: Phrase("reference", value=g["v"] + "_REF")),
    ("THE (?:NEAR FUTURE|NEAR TERM|SHORT TERM) ", _reference("FUTURE_REF")),
    ("(?:NEAR|SHORT) TERM |THE FUTURE ", _reference("FUTURE_REF", "no")),
    ("FUTURE ", _reference("FUTURE_REF", "no")),
    ("THE PAST ", _reference("PAST_REF")),
    ("THE TIME |THAT TIME ", _reference("PAST_REF", "no")),
    ("RECENT ", _reference("PAST_REF")),
    ("CURRENT ", _reference("PRESENT_REF")),
    (r"MAYBE_(?P<v>\S+) ", lambda g: Phrase("reference", value=g["v"] + "_REF", certain="no")),
    ("EARLIER |BEFORE |ONCE ", _reference("PAST_REF", "no")),
    ("LATER ", _reference("FUTURE_REF", "no")),
    ("THEN ", _fixed(Phrase("then", certain="no"))),
    (rf"{_CLOCKED}", _clock_alone),
    (rf"THE {_UNIT}|{_UNIT.replace('<u>', '<u2>')}", lambda g: _bare({"u": g.get("u") or g.get("u2") or "D"})),
)  # fmt: skip


@cache
def _rules() -> tuple[Rule, ...]:
    return tuple(Rule(re.compile(pattern), build) for pattern, build in _RULES)


@cache
def _any() -> re.Pattern[str]:
    """All rules as one: most strings of symbols are no phrase, and so it is told at once."""
    return re.compile("|".join(f"(?:{re.sub('[?]P<.*?>', '?:', pattern)})" for pattern, _ in _RULES))


@lru_cache(maxsize=1 << 14)
def phrase(written: str) -> Phrase | None:
    """The phrase that a string of symbols is as a whole: "LAST UNIT_Y "."""
    if not _any().fullmatch(written):
        return None
    for rule in _rules():
        if (found := rule.pattern.fullmatch(written)) and (built := rule.build(found.groupdict(""))):
            return built
    return None


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase and its words, counted from the first of those looked at."""

    phrase: Phrase
    first: int
    end: int


WIDEST = 10  # symbols that one phrase may have


@lru_cache(maxsize=1 << 12)
def phrases(words: tuple[str, ...]) -> tuple[Found, ...]:
    """The phrases in a stretch of words that all have symbols: from the left, always the longest there is."""
    marks = symbols(words)
    out: list[Found] = []
    i = 0
    while i < len(marks):
        if marks[i].name in _NO_BEGIN:
            i += 1
            continue
        for end in range(min(len(marks), i + WIDEST), i, -1):
            if marks[end - 1].name in _NO_END:
                continue
            if built := phrase("".join(mark.name + " " for mark in marks[i:end])):
                out.append(Found(built, marks[i].first, marks[end - 1].end))
                i = end
                break
        else:
            i += 1
    return tuple(out)


# Words that no expression begins or ends with: "at noon" is noon.
_NO_BEGIN = frozenset(("OF", "IN", "ON", "AT", "TO", "AND", "OR", "FROM", "PLUS", "LOCAL", "ZONE"))
_NO_END = frozenset(("THE", "OF", "IN", "ON", "AT", "A", "AND", "OR", "TO", "FROM"))
